--- A few words for the status line.
local clients = require('copydesk.clients')
local findings = require('copydesk.findings')

local M = {}

--- "copydesk: 3 findings"; empty where the server does not read the buffer. Cheap enough for every redraw.
---@param bufnr integer|nil
---@return string
function M.text(bufnr)
  if not bufnr or bufnr == 0 then
    bufnr = vim.api.nvim_get_current_buf()
  end
  local client = clients.of(bufnr)
  if not client then
    return ''
  end
  if not client.initialized then
    return 'copydesk: starting'
  end
  local count = #findings.all(bufnr)
  if count == 0 then
    return 'copydesk: no findings'
  end
  return ('copydesk: %d %s'):format(count, count == 1 and 'finding' or 'findings')
end

return M
