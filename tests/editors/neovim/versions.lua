-- Views of a draft beside something else: its notes, and its last commit.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes, press, open_view = kit.check, kit.comes, kit.press, kit.open_view
local copydesk = require('copydesk')

local STORY = [[
# Harbour to open again

"We will close the harbour this winter," Zoé Ferranti said.

"We have told nobody about it," Ferranti said.
]]

local NOTES = [[
Größe 🚢

[00:04] FERRANTI: We will not close the harbour this winter.
]]

local function git(folder, ...)
  local command = { 'git', '-C', folder, '-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ... }
  vim.fn.system(command)
  assert(vim.v.shell_error == 0, table.concat(command, ' '))
end

local function notes_say_what_was_said()
  local folder = kit.folder({ ['copydesk.toml'] = '', ['story.md'] = STORY, ['story.notes.txt'] = NOTES })
  kit.open_draft(folder .. '/story.md')
  local draft = vim.api.nvim_get_current_buf()
  local view = open_view('notes', '2 quotations compared with the notes: 1 near, 1 absent.')
  check(kit.has_text('near  "We will close the harbour this winter"'), table.concat(kit.lines(), '\n'))
  check(kit.has_text('words differ: “We will [+ not] close the harbour this winter,”'), 'the difference is shown')
  check(kit.has_text('absent  "We have told nobody about it"'), 'what the notes lack is listed')

  vim.fn.search('story.notes.txt, line 3')
  press('o')
  check(vim.api.nvim_get_current_buf() == view, 'o stays in the view')
  press('<CR>')
  check(vim.fn.bufname():find('story.notes.txt', 1, true), 'the passage leads into the notes: ' .. vim.fn.bufname())
  local cursor = vim.api.nvim_win_get_cursor(0)
  check(cursor[1] == 3 and kit.line(2):sub(cursor[2] + 1):find('^We will not'), 'to the words: ' .. vim.inspect(cursor))
  check(#vim.api.nvim_list_wins() == 2, 'no further window is opened')

  vim.cmd('wincmd p')
  vim.fn.search('^absent')
  press('<CR>')
  check(vim.api.nvim_get_current_buf() == draft, 'a quotation leads back into the draft')
  check(vim.api.nvim_win_get_cursor(0)[1] == 5, 'to line ' .. vim.api.nvim_win_get_cursor(0)[1])
  check(#vim.api.nvim_list_wins() == 2, 'in the window where it was')

  -- The notes are corrected; the view follows.
  kit.write(folder .. '/story.notes.txt', NOTES:gsub('will not', 'will'))
  vim.api.nvim_buf_set_lines(draft, -1, -1, false, { '', 'It rained.' })
  vim.cmd('write')
  comes('the view follows the notes', function()
    return kit.has_text('1 exact, 1 absent', view)
  end)
  vim.cmd('silent only')
end

local function a_draft_without_notes_says_so()
  local folder = kit.folder({ ['copydesk.toml'] = '', ['story.md'] = STORY })
  kit.open_draft(folder .. '/story.md')
  open_view('notes', 'There are no notes for this draft.')
  vim.cmd('silent only')
end

local function a_draft_is_compared_with_its_last_commit()
  local folder = kit.folder({ ['copydesk.toml'] = '', ['story.md'] = STORY })
  git(folder, 'init', '-q')
  git(folder, 'add', '-A')
  git(folder, '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'One')
  kit.open_draft(folder .. '/story.md')
  local draft = vim.api.nvim_get_current_buf()
  open_view('diff', 'No quotation, name, title, figure, date or finding was added, removed or changed.')
  press('q')
  vim.api.nvim_buf_set_lines(draft, -1, -1, false, { '', '"The water is deep," said Ana Tull, a pilot.' })
  local view = open_view('diff', 'Quotations')
  check(kit.has_text('+  Ana Tull: "The water is deep,"  paragraph 3'), table.concat(kit.lines(), '\n'))
  check(kit.has_text('HEAD:story.md → story.md'), 'what is compared is told')
  vim.fn.search('Ana Tull: ')
  press('<CR>')
  check(vim.api.nvim_get_current_buf() == draft, 'a change leads into the draft')
  check(vim.api.nvim_win_get_cursor(0)[1] == 7, 'to line ' .. vim.api.nvim_win_get_cursor(0)[1])

  vim.api.nvim_buf_set_lines(draft, 2, 4, false, {})
  vim.cmd('Copydesk diff')
  press('R')
  comes('R asks again', function()
    return kit.has_text('-  Zoé Ferranti: "We will close', view)
  end)
  vim.fn.search('^  -  ')
  press('<CR>')
  check(vim.api.nvim_get_current_buf() == view, 'what is gone leads nowhere')
  vim.cmd('silent only')
end

local function without_git_the_reason_is_told()
  local folder = kit.folder({ ['copydesk.toml'] = '', ['story.md'] = STORY })
  kit.open_draft(folder .. '/story.md')
  local told = kit.messages(function(said)
    vim.cmd('Copydesk diff')
    kit.wait(function()
      return #said > 0
    end)
  end)
  check(told:find('git', 1, true), told)
end

copydesk.setup({ cmd = os.getenv('SERVER') })
kit.run('versions', {
  notes_say_what_was_said,
  a_draft_without_notes_says_so,
  a_draft_is_compared_with_its_last_commit,
  without_git_the_reason_is_told,
})
