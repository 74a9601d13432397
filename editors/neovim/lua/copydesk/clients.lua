--- The running clients of copydesk, and questions to them.
local compat = require('copydesk.compat')

local M = {}

M.NAME = 'copydesk'

--- All of them; one that is on its way up or down, too.
function M.all()
  return vim.tbl_filter(function(client)
    return client.name == M.NAME
  end, compat.clients())
end

--- The one that a buffer is attached to, or nil. It may not be ready yet.
function M.of(bufnr)
  for _, client in ipairs(M.all()) do
    if client.attached_buffers[bufnr] then
      return client
    end
  end
end

--- Tells the user something.
function M.say(message, level)
  vim.notify('copydesk: ' .. message, level or vim.log.levels.INFO)
end

--- The client of a buffer, if it is ready. Otherwise the user is told.
function M.ready(bufnr)
  local client = M.of(bufnr)
  if not client then
    M.say('this buffer is not read as a draft; :checkhealth copydesk says why', vim.log.levels.WARN)
  elseif not client.initialized then
    M.say('the server is starting', vim.log.levels.WARN)
  else
    return client
  end
end

--- Asks the server something about a buffer. `on_answer` gets what it says; of an error the user is told.
function M.ask(client, bufnr, method, params, on_answer)
  compat.request(client, method, params, function(err, answer)
    if err then
      M.say(err.message or vim.inspect(err), vim.log.levels.WARN)
    elseif on_answer then
      on_answer(answer ~= vim.NIL and answer or nil)
    end
  end, bufnr)
end

--- How the protocol calls a buffer.
function M.document(bufnr)
  return { uri = vim.uri_from_bufnr(bufnr) }
end

return M
