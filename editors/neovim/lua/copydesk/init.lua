--- copydesk for Neovim 0.7 to 0.12: what users and other plugins call. Each function is a door to the file that does the work.
--- The plugin sets no keys, and changes no options but how copydesk's own findings look.
local M = {}

--- Starts copydesk for the drafts that are open and for those opened later. Called again, it tells the running server the new
--- options.
---@param options table|nil see `:help copydesk-options`
function M.setup(options)
  local clients = require('copydesk.clients')
  local problems = require('copydesk.options').set(options)
  if #problems > 0 then
    clients.say('in setup(): ' .. table.concat(problems, '\n'), vim.log.levels.ERROR)
  end
  local program = require('copydesk.options').current().cmd[1]
  if vim.fn.executable(program) == 0 then
    clients.say(
      ('the program “%s” was not found. Install it, or give its place: '):format(program)
        .. 'require("copydesk").setup({ cmd = "/path/to/copydesk" })',
      vim.log.levels.ERROR
    )
    return
  end
  local start = require('copydesk.start')
  start.enable()
  start.reach_running()
end

--- The running clients of copydesk.
function M.clients()
  return require('copydesk.clients').all()
end

--- Stops copydesk and waits until it has ended, five seconds at most.
function M.stop()
  require('copydesk.start').stop()
end

--- Stops copydesk and starts it again, as after an update of the program.
function M.restart()
  require('copydesk.start').restart()
end

--- "copydesk: 3 findings", for the status line; empty where copydesk does not read the buffer.
---@param bufnr integer|nil the current one without it
---@return string
function M.statusline(bufnr)
  return require('copydesk.statusline').text(bufnr)
end

--- Moves to the next finding of copydesk.
function M.next()
  require('copydesk.findings').go(1)
end

--- Moves to the finding before.
function M.previous()
  require('copydesk.findings').go(-1)
end

return M
