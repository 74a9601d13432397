-- The commands of the plugin, its views, its questions and its health check.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes, press, open_view = kit.check, kit.comes, kit.press, kit.open_view
local copydesk = require('copydesk')
local server = os.getenv('SERVER')

local STORY = [[
---
date: 2031-05-08
---

# Harbour to open again

Zoé Ferranti 🚢, the transport minister, will open the the harbour of Calder Bay on Monday.

"The cranes are safe," Ferranti said. "We begin with the ferries."

"Ferranti is right, and Ferranti knows it," said Malik Orsolo, the harbour master, on Thursday.
]]

local function open_story()
  local folder = kit.folder({ ['copydesk.toml'] = '', ['actors.toml'] = '', ['story.md'] = STORY })
  kit.open_draft(folder .. '/story.md')
  comes('the draft has its finding', function()
    return #kit.found('doubled-word') == 1
  end)
  return folder
end

local function put_cursor(line, text)
  vim.api.nvim_win_set_cursor(0, { line, kit.line(line - 1):find(text, 1, true) - 1 })
end

--- Answers what the plugin asks, and returns what it asked and offered.
local function answering(choices, action)
  local asked = {}
  local select = vim.ui.select
  vim.ui.select = function(items, options, on_choice)
    table.insert(asked, options.prompt .. ' | ' .. table.concat(items, ' | '))
    on_choice(choices[#asked])
  end
  action(asked)
  vim.ui.select = select
end

local function commands_complete()
  local all = vim.fn.getcompletion('Copydesk ', 'cmdline')
  check(
    table.concat(all, ' ') == 'diff explain fixall ignore log notes outline restart sources timeline',
    table.concat(all, ' ')
  )
  local scopes = vim.fn.getcompletion('Copydesk ignore ', 'cmdline')
  check(table.concat(scopes, ' ') == 'here draft project rule', 'scopes of ignore: ' .. table.concat(scopes, ' '))
  local rules = vim.fn.getcompletion('Copydesk explain doub', 'cmdline')
  check(table.concat(rules, ' ') == 'double-attribution doubled-word', 'rules of explain: ' .. table.concat(rules, ' '))
  local said = kit.messages(function()
    vim.cmd('Copydesk sorces')
  end)
  check(said:find('Did you mean “sources”?', 1, true), said)
end

local function plug_keys_exist()
  for _, name in ipairs({
    'outline',
    'sources',
    'notes',
    'timeline',
    'diff',
    'explain',
    'ignore',
    'fixall',
    'next',
    'previous',
  }) do
    check(vim.fn.maparg(('<Plug>(copydesk-%s)'):format(name), 'n') ~= '', '<Plug>(copydesk-' .. name .. ')')
  end
end

local function lines_lead_into_the_draft()
  open_story()
  local draft = vim.api.nvim_get_current_buf()
  local view = open_view('sources', 'Malik Orsolo')
  check(vim.bo.buftype == 'nofile' and not vim.bo.modifiable, 'a view cannot be edited')
  vim.fn.search('Ferranti is right')
  press('<CR>')
  check(vim.api.nvim_get_current_buf() == draft, 'Enter goes to the draft')
  check(vim.api.nvim_win_get_cursor(0)[1] == 11, 'to line ' .. vim.api.nvim_win_get_cursor(0)[1])

  -- Lines lead where the text has gone since.
  vim.api.nvim_buf_set_lines(0, 5, 5, false, { 'Some words more.', '' })
  vim.cmd('Copydesk sources')
  check(vim.api.nvim_get_current_buf() == view, 'the view that is open is gone to, not opened twice')
  vim.fn.search('Ferranti is right')
  press('o')
  check(vim.api.nvim_get_current_buf() == view, 'o stays in the view')
  local window = vim.fn.bufwinid(draft)
  check(vim.api.nvim_win_get_cursor(window)[1] == 13, 'o moves the draft to line 13, after two new lines')

  vim.api.nvim_buf_set_lines(draft, -1, -1, false, { '', '"The water is deep," said Ana Tull, a pilot.' })
  comes('somebody new is listed without being asked for', function()
    return kit.has_text('Ana Tull', view)
  end)
  vim.fn.search('Ana Tull')
  press('<CR>')
  check(kit.line(vim.api.nvim_win_get_cursor(0)[1] - 1):find('Ana Tull', 1, true), 'and leads to the draft')
  vim.cmd('Copydesk sources')
  press('q')
  check(vim.fn.bufexists(view) == 0, 'q closes the view')
end

local function other_views_open()
  open_story()
  local draft = vim.api.nvim_get_current_buf()
  open_view('timeline', 'Monday 12 May 2031')
  check(kit.has_text('read as of'), 'the date of the draft is given: ' .. kit.line(0))
  open_view('outline', 'Harbour to open again')
  vim.fn.search('ferries')
  press('<CR>')
  check(vim.api.nvim_get_current_buf() == draft, 'a line of the outline leads into the draft')
  vim.cmd('silent only')
end

local function quoted_names_are_asked_about()
  local outside, both = 'Leave the quotations as they are', 'Change the quotations, too'
  local quotation = '"Ferranti is right, and Ferranti knows it,"'
  for _, case in ipairs({
    { { outside }, 'Ferrante said', quotation },
    { { both }, 'Ferrante said', quotation:gsub('Ferranti', 'Ferrante') },
    { { 'Decide for each', 'Change', 'Leave' }, 'Ferrante said', '"Ferrante is right, and Ferranti knows it,"' },
    { {}, 'Ferranti said', quotation },
  }) do
    open_story()
    put_cursor(9, 'Ferranti')
    local count = #case[1] == 0 and 1 or #case[1]
    answering(case[1], function(asked)
      vim.lsp.buf.rename('Ferrante')
      comes('the rename asks: ' .. table.concat(case[1], ', '), function()
        return #asked == count
      end)
      check(asked[1]:find('2 of the names are inside quotations', 1, true), asked[1])
    end)
    check(kit.line(8):find(case[2], 1, true), kit.line(8))
    check(kit.line(10):find(case[3], 1, true), kit.line(10))
    vim.cmd('edit!')
  end
end

local function findings_are_ignored()
  local folder = open_story()
  put_cursor(7, 'the the')
  vim.cmd('Copydesk ignore')
  comes('a comment is written', function()
    return kit.has_text('<!-- copydesk: ignore doubled-word')
  end)
  comes('and the finding is gone', function()
    return #kit.found('doubled-word') == 0
  end)
  vim.cmd('edit!')
  comes('it is back', function()
    return #kit.found('doubled-word') == 1
  end)
  put_cursor(7, 'the the')
  local said = kit.messages(function(said)
    vim.cmd('Copydesk ignore rule')
    comes('a file is written', function()
      return #said > 0
    end)
  end)
  check(said:find('copydesk.toml was written', 1, true), said)
  local text = table.concat(vim.fn.readfile(folder .. '/copydesk.toml'), '\n')
  check(text:find('doubled%-word = "off"') ~= nil, 'the configuration has it: ' .. text:gsub('\n', ' / '))
  comes('and it counts at once', function()
    return #kit.found('doubled-word') == 0
  end)
  put_cursor(7, 'Calder')
  said = kit.messages(function()
    vim.cmd('Copydesk ignore')
  end)
  check(said:find('No finding at the cursor', 1, true), said)
  said = kit.messages(function()
    vim.cmd('Copydesk ignore everywhere')
  end)
  check(said:find('Unknown way to ignore', 1, true), said)
end

local function safe_fixes_are_made()
  open_story()
  vim.cmd('Copydesk fixall')
  comes('the doubled word is gone', function()
    return kit.line(6):find('will open the harbour', 1, true) ~= nil
  end)
  comes('and so is the finding', function()
    return #kit.found('doubled-word') == 0
  end)
  kit.messages(function(said)
    vim.cmd('Copydesk fixall')
    comes('where nothing can be fixed, that is said', function()
      return said[1] and said[1]:find('No safe fixes', 1, true)
    end)
  end)
  vim.cmd('edit!')
end

local function rules_are_explained()
  open_story()
  local draft = vim.api.nvim_get_current_buf()
  put_cursor(7, 'the the')
  vim.cmd('Copydesk explain')
  comes('the page of the rule opens', function()
    return vim.api.nvim_get_current_buf() ~= draft and kit.has_text('doubled-word')
  end)
  check(vim.bo.filetype == 'markdown' and not vim.bo.modifiable, 'it is Markdown to be read')
  check(vim.fn.bufname() == 'copydesk:/rules/doubled-word.md', vim.fn.bufname())
  vim.cmd('silent only')
  vim.cmd('bwipeout')
  vim.cmd('buffer ' .. draft)
  vim.cmd('edit copydesk:/rules/long-lead.md')
  comes('the address of a page can be opened', function()
    return kit.has_text('long-lead')
  end)
  vim.cmd('buffer ' .. draft)
  kit.messages(function(said)
    vim.cmd('Copydesk explain doubled-wrd')
    comes('an unknown rule is named', function()
      return said[1] and said[1]:find('doubled-wrd', 1, true)
    end)
  end)
end

local function the_status_line_counts()
  open_story()
  check(copydesk.statusline() == 'copydesk: 1 finding', copydesk.statusline())
  vim.cmd('enew')
  check(copydesk.statusline() == '', 'nothing in another buffer')
end

local function findings_are_gone_to()
  open_story()
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'It is is so.' })
  comes('there are two findings', function()
    return #kit.found('doubled-word') == 2
  end)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  local reached = {}
  for _, action in ipairs({ 'next', 'next', 'next', 'previous' }) do
    copydesk[action]()
    table.insert(reached, vim.api.nvim_win_get_cursor(0)[1])
  end
  check(table.concat(reached, ' ') == '7 13 7 13', 'forward, around the end, and back: ' .. table.concat(reached, ' '))
  vim.cmd('edit!')
end

local function the_look_is_our_own()
  open_story()
  local id = kit.client().id
  local is_quiet, others = false, true
  for namespace, about in pairs(vim.diagnostic.get_namespaces()) do
    if about.name:find('lsp%.copydesk%.' .. id) then
      is_quiet = true
      others = others and vim.diagnostic.config(nil, namespace).virtual_text == false
    end
  end
  check(is_quiet and others, 'no texts are shown in the draft')
  check(
    vim.diagnostic.config().underline == true and vim.diagnostic.config().signs == true,
    'the settings for others are untouched'
  )
end

local function findings_are_underlined()
  open_story()
  local groups = {}
  for _, about in pairs(vim.diagnostic.get_namespaces()) do
    local namespace = about.user_data.underline_ns
    local marks = namespace and vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, { details = true })
    for _, mark in ipairs(marks or {}) do
      local group = mark[4].hl_group
      vim.list_extend(groups, type(group) == 'table' and group or { group })
    end
  end
  check(vim.tbl_contains(groups, 'DiagnosticUnderlineWarn'), 'the finding is underlined: ' .. table.concat(groups, ' '))
  check(not vim.tbl_contains(groups, 'DiagnosticUnnecessary'), 'and not faded')
end

local function people_are_colored()
  if vim.fn.exists('##LspTokenUpdate') == 0 then
    return kit.log('     this version colors no semantic tokens')
  end
  open_story()
  local col = kit.line(8):find('Ferranti', 1, true) - 1
  comes('a person is colored as one', function()
    -- Colors come for what is on the screen, once they are known.
    vim.cmd('redraw!')
    for _, mark in ipairs(vim.inspect_pos(0, 8, col).semantic_tokens) do
      if mark.opts.hl_group == 'CopydeskPerson' then
        return true
      end
    end
    return false
  end)
end

--- Every group that the help names is linked to what it says there, and no group is missing in the help.
local function groups_are_linked_to_standard_ones()
  local help = table.concat(vim.fn.readfile(os.getenv('PLUGIN') .. '/doc/copydesk.txt'), '\n')
  local named = 0
  for group, standard in help:gmatch('\n%s+(Copydesk%u%l+)%s+(%u%a+)%s') do
    named = named + 1
    local shown = vim.api.nvim_exec('highlight ' .. group, true)
    check(shown:find('links to ' .. standard .. '$') ~= nil, vim.trim(shown))
  end
  local defined = vim.fn.getcompletion('Copydesk', 'highlight')
  check(named == #defined, ('%d groups in the help, %d defined'):format(named, #defined))
end

--- Neovim's file type plugin for Markdown takes the key that Neovim has for the outline.
local function the_help_is_right_about_the_key_of_the_outline()
  if vim.fn.has('nvim-0.11') == 0 then
    return kit.log('     this version has no key for the outline')
  end
  local folder = open_story()
  check(vim.fn.maparg('gO', 'n', false, true).buffer == 1, 'gO is taken in Markdown')
  kit.write(folder .. '/notes.txt', STORY)
  kit.open_draft(folder .. '/notes.txt')
  local key = vim.fn.maparg('gO', 'n', false, true)
  check(key.buffer == 0 and key.desc:find('document_symbol', 1, true), 'and the outline in plain text: ' .. key.desc)
end

local function health_is_reported()
  local folder = open_story()
  vim.cmd('checkhealth copydesk')
  comes('the report is there', function()
    return kit.has_text('copydesk: the server')
  end)
  for _, text in ipairs({
    vim.fn.systemlist({ server, '--version' })[1],
    'running for ' .. folder,
    'read as of 8 May 2031',
    'configuration: ' .. folder .. '/copydesk.toml',
    'people and organizations: ' .. folder .. '/actors.toml',
  }) do
    check(kit.has_text(text), 'health: ' .. text)
  end
  check(not kit.has_text('ERROR'), 'and no errors')
end

--- The code that follows a text of the help, up to the end of its block.
local function code_of_help(text)
  local help = table.concat(vim.fn.readfile(os.getenv('PLUGIN') .. '/doc/copydesk.txt'), '\n')
  local _, last = help:find(text .. ' >\n', 1, true)
  return help:sub(last + 1, help:find('\n<', last, true))
end

local function the_examples_of_the_help_work()
  assert(loadstring(code_of_help("With Neovim's own status line:")))()
  vim.cmd('redrawstatus!')
  vim.o.statusline = ''
  if vim.fn.exists('##LspAttach') == 0 then
    return kit.log('     this version has no event LspAttach')
  end
  assert(loadstring(code_of_help('An example:')))()
  vim.cmd('Copydesk restart')
  open_story()
  check(vim.fn.maparg('<Leader>s', 'n') == '<Plug>(copydesk-sources)', 'the keys of the example are set')
  press('<Leader>s')
  comes('and they work', function()
    return vim.bo.filetype == 'copydesk' and kit.has_text('Malik Orsolo')
  end)
  vim.cmd('close')
end

local function the_log_opens()
  vim.cmd('Copydesk log')
  check(vim.fn.bufname():find('lsp.log', 1, true), vim.fn.bufname())
end

copydesk.setup({ cmd = server })
kit.run('desk', {
  commands_complete,
  plug_keys_exist,
  lines_lead_into_the_draft,
  other_views_open,
  quoted_names_are_asked_about,
  findings_are_ignored,
  safe_fixes_are_made,
  rules_are_explained,
  the_status_line_counts,
  findings_are_gone_to,
  the_look_is_our_own,
  findings_are_underlined,
  people_are_colored,
  groups_are_linked_to_standard_ones,
  the_help_is_right_about_the_key_of_the_outline,
  health_is_reported,
  the_examples_of_the_help_work,
  the_log_opens,
})
