-- What a person sees: a Neovim with the plugin runs in the terminal of this one, keys are typed into it, and its screen is
-- compared with the files in screens/. A version without files of its own is compared with those of the newest before it.
-- With COPYDESK_UPDATE=1 the files of this version are written anew.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes = kit.check, kit.comes
local tests = os.getenv('TESTS')
local is_update = os.getenv('COPYDESK_UPDATE') == '1'

local COLUMNS, LINES = 100, 30
local VERSIONS = { '0.7', '0.10', '0.11', '0.12' }

local INIT = [[
set columns=100 lines=30 laststatus=2 noruler noshowcmd shortmess+=FI linebreak nomore nohlsearch signcolumn=yes
set statusline=%t%=%{v:lua.require'copydesk'.statusline()}
set completeopt=menuone,noinsert,noselect
lua << END
vim.lsp.handlers['$/progress'] = function() end
require('copydesk').setup({ cmd = os.getenv('SERVER') })
vim.api.nvim_create_autocmd('DiagnosticChanged', { callback = function() vim.cmd('redrawstatus!') end })
if vim.lsp.completion then
  vim.api.nvim_create_autocmd('LspAttach', { callback = function(event)
    vim.lsp.completion.enable(true, event.data.client_id, event.buf, { autotrigger = true })
  end })
end
END
]]

local terminal, channel

local function screen()
  local lines = vim.api.nvim_buf_get_lines(terminal, 0, -1, false)
  lines = vim.list_slice(lines, math.max(1, #lines - LINES + 1))
  local trimmed = vim.tbl_map(function(line)
    return (line:gsub('%s+$', ''))
  end, lines)
  -- How a view is summed up is the server's matter, and takes up to two lines.
  for number = 1, 2 do
    trimmed[number] = trimmed[number] and trimmed[number]:gsub('│.*', '│…')
  end
  return table.concat(trimmed, '\n') .. '\n'
end

local function in_editor(code, ...)
  return vim.fn.rpcrequest(channel, 'nvim_exec_lua', code, { ... })
end

local function type_keys(keys)
  vim.fn.rpcrequest(channel, 'nvim_input', keys)
end

--- Waits for something inside the other Neovim.
local function until_in_editor(what, code)
  comes(what, function()
    return in_editor(code) == true
  end)
end

local function file_of(name)
  local own = ('%d.%d'):format(vim.version().major, vim.version().minor)
  local found
  for _, version in ipairs(VERSIONS) do
    local file = ('%s/screens/%s.%s.txt'):format(tests, name, version)
    local is_there = vim.fn.filereadable(file) == 1 or (is_update and version == own)
    if vim.fn.has('nvim-' .. version) == 1 and is_there then
      found = file
    end
  end
  return found
end

--- For writing anew only: the screen once nothing has changed on it for a second.
local function settled()
  local last, since = screen(), vim.loop.now()
  kit.wait(function()
    if screen() ~= last then
      last, since = screen(), vim.loop.now()
    end
    return vim.loop.now() - since > 1000
  end)
  return last
end

local function compare(name)
  local file = file_of(name)
  if is_update then
    kit.write(file, settled())
    return
  end
  local expected = table.concat(vim.fn.readfile(file), '\n') .. '\n'
  local is_same = kit.wait(function()
    return screen() == expected
  end)
  check(is_same, 'the screen is as in ' .. vim.fn.fnamemodify(file, ':t'))
  if not is_same then
    kit.log('expected:\n' .. expected .. '\nis:\n' .. screen())
  end
end

local function start()
  local folder = kit.folder({
    ['init.vim'] = INIT,
    ['copydesk.toml'] = '',
    ['story.md'] = table.concat(vim.fn.readfile(tests .. '/story.md'), '\n') .. '\n',
  })
  vim.o.columns, vim.o.lines, vim.o.cmdheight, vim.o.laststatus = COLUMNS, LINES + 1, 1, 0
  local socket = folder .. '/socket'
  vim.cmd('enew')
  local plugin = 'set runtimepath^=' .. os.getenv('PLUGIN')
  local arguments =
    { vim.v.progpath, '-u', folder .. '/init.vim', '-i', 'NONE', '-n', '--listen', socket, '--cmd', plugin, 'story.md' }
  vim.fn.termopen(arguments, { cwd = folder })
  terminal = vim.api.nvim_get_current_buf()
  comes('Neovim is up', function()
    if not channel then
      local ok, connected = pcall(vim.fn.sockconnect, 'pipe', socket, { rpc = true })
      channel = ok and connected or nil
    end
    -- It listens before it has read its configuration.
    return channel ~= nil and in_editor('return vim.v.vim_did_enter') == 1
  end)
end

local function a_finding_is_marked()
  until_in_editor('the finding is there', "return require('copydesk').statusline() == 'copydesk: 1 finding'")
  type_keys('7G')
  compare('margin')
  -- The second of the two words is the one too many; characters of two columns and of several bytes are before it.
  type_keys('/the harbour<CR>')
  compare('finding')
end

local function the_sources_are_beside_the_draft()
  type_keys(':Copydesk sources<CR>')
  until_in_editor(
    'somebody is listed',
    "return vim.fn.search('Malik Orsolo', 'n') > 0 and vim.bo.filetype == 'copydesk'"
  )
  compare('sources')
  type_keys('G<CR>')
  until_in_editor('the line leads to the draft', "return vim.bo.filetype == 'markdown' and vim.fn.line('.') == 11")
  compare('sources-jump')
end

local function the_timeline_takes_its_place()
  type_keys(':only<CR>:Copydesk timeline<CR>')
  until_in_editor('a day is listed', "return vim.fn.search('Monday 12 May', 'n') > 0 and vim.bo.filetype == 'copydesk'")
  compare('timeline')
  type_keys('q')
end

local function a_page_opens()
  type_keys(':only<CR>:Copydesk explain doubled-word<CR>')
  until_in_editor(
    'the page is there',
    "return vim.fn.bufname() == 'copydesk:/rules/doubled-word.md' and vim.fn.line('$') > 5"
  )
  compare('explain')
  type_keys('q')
end

local function names_are_offered_while_typing()
  if not vim.lsp.completion then
    return kit.log('     this version has no completion as you type of its own')
  end
  type_keys(':only<CR>Go<CR>Or')
  until_in_editor('the menu is open', 'return vim.fn.pumvisible() == 1')
  compare('completion')
  type_keys('<Esc>u')
end

local function stop()
  pcall(vim.fn.rpcnotify, channel, 'nvim_command', 'qall!')
end

kit.run('screen', {
  start,
  a_finding_is_marked,
  the_sources_are_beside_the_draft,
  the_timeline_takes_its_place,
  a_page_opens,
  names_are_offered_while_typing,
  stop,
})
