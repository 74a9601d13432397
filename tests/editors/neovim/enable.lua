-- vim.lsp.enable('copydesk') alone, as Neovim 0.11 and newer can do it: no setup(), the program on PATH.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes = kit.check, kit.comes

local function level_is(severity)
  return function()
    local finding = kit.found('doubled-word')[1]
    return finding ~= nil and finding.severity == severity
  end
end

local function a_draft_is_read()
  local bin = kit.folder({})
  vim.loop.fs_symlink(os.getenv('SERVER'), bin .. '/copydesk')
  vim.env.PATH = bin .. ':' .. vim.env.PATH
  vim.lsp.enable('copydesk')
  local folder = kit.folder({ ['copydesk.toml'] = '', ['story.md'] = 'The the ferry left.\n', ['other.toml'] = '' })
  kit.edit(folder .. '/other.toml')
  local other = vim.api.nvim_get_current_buf()
  kit.open_draft(folder .. '/story.md')
  comes('it has its finding', level_is(vim.diagnostic.severity.WARN))
  check(kit.client().config.root_dir == folder, 'its folder is ' .. tostring(kit.client().config.root_dir))
  check(not kit.is_attached(other), 'another TOML file is left alone')
end

local function what_comes_while_typing_is_shown()
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'It is is so.' })
  comes('a finding that was held back is shown after a pause', function()
    return #kit.found('doubled-word') == 2
  end)
end

local function the_command_works()
  vim.cmd('Copydesk timeline')
  local view = vim.api.nvim_get_current_buf()
  comes('the timeline opens', function()
    return kit.line(0) ~= ''
  end)
  check(vim.bo[view].filetype == 'copydesk', 'in a view of its own')
  vim.cmd('close')
end

local function settings_of_neovim_count()
  vim.lsp.config('copydesk', { settings = { copydesk = { rules = { ['doubled-word'] = 'error' } } } })
  vim.cmd('Copydesk restart')
  comes('settings given to vim.lsp.config() count after a restart', level_is(vim.diagnostic.severity.ERROR))
end

local function file_types_of_neovim_count()
  vim.lsp.config('copydesk', { filetypes = { 'markdown' } })
  local folder = kit.folder({ ['notes.txt'] = 'It is is so.\n', ['last.md'] = 'The the ferry left.\n' })
  kit.edit(folder .. '/notes.txt')
  vim.cmd('silent write')
  local notes = vim.api.nvim_get_current_buf()
  kit.open_draft(folder .. '/last.md')
  check(vim.bo[notes].filetype == 'text' and not kit.is_attached(notes), 'a type that is not wanted is left alone')
end

local function it_is_healthy()
  vim.cmd('checkhealth copydesk vim.lsp')
  comes('the report is there', function()
    return kit.has_text('copydesk: the server')
  end)
  check(kit.has_text('running for '), 'the server runs')
  for _, line in ipairs(kit.lines()) do
    if line:find('ERROR', 1, true) or (line:find('WARNING', 1, true) and line:find('copydesk', 1, true)) then
      check(false, line)
    end
  end
end

local function it_is_turned_off()
  vim.lsp.enable('copydesk', false)
  comes('it stops when it is disabled', function()
    return #require('copydesk').clients() == 0
  end)
  vim.cmd('buffer last.md')
  vim.cmd('silent write')
  check(#require('copydesk').clients() == 0, 'and stays so when a draft is saved')
end

kit.run('enable', {
  a_draft_is_read,
  what_comes_while_typing_is_shown,
  the_command_works,
  settings_of_neovim_count,
  file_types_of_neovim_count,
  it_is_healthy,
  it_is_turned_off,
})
