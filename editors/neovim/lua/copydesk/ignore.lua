--- Leaves out the finding at the cursor. The server makes the edit.
local clients = require('copydesk.clients')
local compat = require('copydesk.compat')
local findings = require('copydesk.findings')
local nearest = require('copydesk.nearest')
local newsroom = require('copydesk.newsroom')

local M = {}

--- here: its rule, in its paragraph; draft, project: its words; rule: its rule, in the project.
M.SCOPES = { 'here', 'draft', 'project', 'rule' }

---@param scope string|nil one of the scopes; "here" without it
function M.here(scope)
  scope = scope or 'here'
  if not vim.tbl_contains(M.SCOPES, scope) then
    local hint = nearest.hint(scope, vim.deepcopy(M.SCOPES))
    clients.say(('Unknown way to ignore “%s”. %s'):format(scope, hint), vim.log.levels.ERROR)
    return
  end
  local bufnr = vim.api.nvim_get_current_buf()
  local client = clients.ready(bufnr)
  if not client then
    return
  end
  findings.choose(function(finding)
    local line = vim.api.nvim_buf_get_lines(bufnr, finding.lnum, finding.lnum + 1, false)[1] or ''
    local place = { line = finding.lnum, character = compat.character(line, finding.col, client.offset_encoding) }
    if scope == 'project' or scope == 'rule' then
      newsroom.expect()
    end
    clients.ask(client, bufnr, 'workspace/executeCommand', {
      command = 'copydesk.ignore',
      arguments = {
        {
          uri = vim.uri_from_bufnr(bufnr),
          range = { start = place, ['end'] = place },
          code = findings.code(finding),
          scope = scope,
        },
      },
    })
  end)
end

return M
