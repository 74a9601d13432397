-- The options of setup(): what is wrong is named, and a second setup() reaches the running server.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes = kit.check, kit.comes
local copydesk = require('copydesk')
local server, draft = os.getenv('SERVER'), os.getenv('DRAFT')

--- What setup() says about options; the server is not started for a program that is not there.
local function told(options)
  local said = kit.messages(function()
    copydesk.setup(vim.tbl_extend('keep', options, { cmd = '/nowhere/copydesk' }))
  end)
  return said
end

local function a_wrong_key_is_named()
  local cases = {
    { { filetype = { 'text' } }, 'Unknown option “filetype”. Did you mean “filetypes”?' },
    { { settings = { rulse = {} } }, 'Unknown option “settings.rulse”. Did you mean “rules”?' },
    { { settings = { inlayHints = { calenderDays = true } } }, 'Did you mean “calendarDays”?' },
    {
      { zzzzzz = 1 },
      'Unknown option “zzzzzz”. Choose one of cmd, diagnostics, filetypes, highlights, messages, settings.',
    },
  }
  for _, case in ipairs(cases) do
    local said = told(case[1])
    check(said:find(case[2], 1, true), case[2] .. ' <- ' .. said:match('^[^\n]*'))
  end
end

local function a_wrong_value_is_named()
  local cases = {
    { { highlights = 'yes' }, '“highlights” must be true or false' },
    { { cmd = 7 }, '“cmd” must be the path of the program' },
    { { filetypes = 'markdown' }, '“filetypes” must be a list of file types' },
    { { settings = { date = 'today' } }, '“settings.date” must be a date as YYYY-MM-DD' },
    { { settings = { rules = { ['doubled-word'] = 'loud' } } }, '“settings.rules.doubled-word” must be a level' },
    { { settings = { rename = { inQuotations = 'maybe' } } }, '“settings.rename.inQuotations” must be "ask"' },
  }
  for _, case in ipairs(cases) do
    local said = told(case[1])
    check(said:find(case[2], 1, true), case[2] .. ' <- ' .. said:match('^[^\n]*'))
  end
end

local function what_is_right_is_not_told()
  local said = told({
    filetypes = { 'markdown' },
    diagnostics = false,
    highlights = false,
    settings = { date = '2031-05-05', rules = { ['long-lead'] = { level = 'info', ['max-words'] = 30 } } },
  })
  check(not said:find('in setup()', 1, true), 'right options are accepted')
end

local function is_level(severity)
  return function()
    local finding = kit.found('doubled-word')[1]
    return finding ~= nil and finding.severity == severity
  end
end

local function a_second_setup_reaches_the_server()
  copydesk.setup({ cmd = server, settings = { rules = { ['doubled-word'] = 'error' } } })
  kit.open_draft(draft)
  local id = kit.client().id
  comes('the level of the first setup() holds', is_level(vim.diagnostic.severity.ERROR))
  copydesk.setup({ cmd = server, settings = { rules = { ['doubled-word'] = 'info' } } })
  comes('the level of the second one holds', is_level(vim.diagnostic.severity.INFO))
  copydesk.setup({ cmd = server })
  comes('without options the default holds', is_level(vim.diagnostic.severity.WARN))
  check(kit.client().id == id, 'it is the same server')
end

local function other_file_types_hold_at_once()
  local bufnr = vim.api.nvim_get_current_buf()
  copydesk.setup({ cmd = server, filetypes = { 'text' } })
  comes('a draft whose type is no longer wanted is let go', function()
    return not kit.is_attached(bufnr)
  end)
  copydesk.setup({ cmd = server })
  comes('and taken up again', function()
    return kit.client() ~= nil
  end)
end

local function another_program_is_started()
  local id = kit.client().id
  local link = vim.fn.tempname()
  vim.loop.fs_symlink(server, link)
  copydesk.setup({ cmd = { link, 'lsp' } })
  comes('another program takes the place of the running one', function()
    return kit.client() ~= nil and kit.client().id ~= id
  end)
  check(kit.client().config.cmd[1] == link, 'it is the one that was named')
end

kit.run('options', {
  a_wrong_key_is_named,
  a_wrong_value_is_named,
  what_is_right_is_not_told,
  a_second_setup_reaches_the_server,
  other_file_types_hold_at_once,
  another_program_is_started,
})
