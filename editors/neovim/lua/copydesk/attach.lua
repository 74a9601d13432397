--- What is done once a buffer is attached to the server.
local M = {}

---@param client table
---@param bufnr integer
function M.run(client, bufnr)
  require('copydesk.look').apply(client)
  require('copydesk.watch').draft(client, bufnr)
end

return M
