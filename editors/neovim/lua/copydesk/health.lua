--- `:checkhealth copydesk`: whether the program is there and runs, and what each open draft is read with.
local clients = require('copydesk.clients')
local compat = require('copydesk.compat')
local drafts = require('copydesk.drafts')
local options = require('copydesk.options')
local run = require('copydesk.run')

local M = {}

--- Milliseconds to wait for an answer of the server's.
local PATIENCE = 2000

--- Its functions had longer names before 0.9.
local function report(kind, ...)
  local health = vim.health or require('health')
  local name = health[kind] and kind or 'report_' .. kind
  health[name](...)
end

local function command()
  local config = compat.config(clients.NAME)
  return config and config.cmd or options.current().cmd
end

local function check_program()
  report('start', 'copydesk: the program')
  local cmd = command()
  if type(cmd) ~= 'table' then
    report('info', 'the server is started by a function')
    return nil
  end
  local program = cmd[1]
  if vim.fn.executable(program) == 0 then
    report('error', ('“%s” was not found'):format(program), {
      'Install the program, and see to it that its folder is in PATH',
      'Or give its place: require("copydesk").setup({ cmd = "/path/to/copydesk" })',
    })
    return nil
  end
  local version, err = run.lines({ program, '--version' })
  if not version then
    report('error', ('“%s --version” failed: %s'):format(program, err))
    return nil
  end
  report('ok', ('%s, %s'):format(version[1], vim.fn.exepath(program)))
  return program
end

local function check_server()
  report('start', 'copydesk: the server')
  report('info', compat.version())
  if not require('copydesk.start').is_enabled() then
    report('warn', 'it is not enabled', {
      compat.enables_servers and 'vim.lsp.enable("copydesk")' or 'require("copydesk").setup()',
    })
    return
  end
  local all = clients.all()
  if #all == 0 then
    report('info', 'it is not running, as no draft is open; drafts are ' .. table.concat(drafts.filetypes(), ', '))
  end
  for _, client in ipairs(all) do
    local root = client.config.root_dir or 'no folder'
    report('ok', ('running for %s, positions in %s'):format(root, client.offset_encoding or 'utf-16'))
  end
end

--- The files that a draft is read with, as the program says.
local function check_files(program, file)
  local lines, err = run.lines({ program, '--verbose', 'lint', '--show-settings', file })
  if not lines then
    report('error', err)
    return
  end
  local configuration, actors
  for _, line in ipairs(lines) do
    configuration = configuration or line:match('using configuration (.*)$')
    actors = actors or line:match('using people and organizations from (.*)$')
  end
  report('info', 'configuration: ' .. (configuration or 'none, the defaults hold'))
  report('info', 'people and organizations: ' .. (actors or 'no actors.toml'))
end

local function date(client, bufnr)
  local params = { textDocument = clients.document(bufnr) }
  local answer = compat.request_sync(client, 'copydesk/timeline', params, PATIENCE, bufnr)
  local timeline = answer and answer.result
  if not timeline or timeline == vim.NIL then
    return 'the server did not say which date it is read as of'
  end
  if not timeline.readAsOf or timeline.readAsOf == vim.NIL then
    return 'no date: “Monday” and “yesterday” stay open; give one in the front matter or the configuration'
  end
  return timeline.readAsOf.label
end

local function check_draft(program, client, bufnr)
  local file = vim.api.nvim_buf_get_name(bufnr)
  report('start', 'copydesk: ' .. vim.fn.fnamemodify(file, ':~:.'))
  report('info', ('%s, %d findings'):format(vim.bo[bufnr].filetype, #require('copydesk.findings').all(bufnr)))
  report('info', date(client, bufnr))
  if program and vim.fn.filereadable(file) == 1 then
    check_files(program, file)
  end
end

function M.check()
  local program = check_program()
  check_server()
  for _, client in ipairs(clients.all()) do
    for bufnr in pairs(client.attached_buffers) do
      if vim.api.nvim_buf_is_loaded(bufnr) and vim.bo[bufnr].filetype ~= 'toml' then
        check_draft(program, client, bufnr)
      end
    end
  end
end

return M
