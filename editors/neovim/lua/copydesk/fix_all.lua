--- Applies all safe fixes of a draft at once. The server makes the edit.
local clients = require('copydesk.clients')

local M = {}

local KIND = 'source.fixAll.copydesk'

local function apply(client, edit)
  if edit then
    vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
  else
    clients.say('No safe fixes in this draft')
  end
end

function M.run()
  local bufnr = vim.api.nvim_get_current_buf()
  local client = clients.ready(bufnr)
  if not client then
    return
  end
  local origin = { line = 0, character = 0 }
  local params = {
    textDocument = clients.document(bufnr),
    range = { start = origin, ['end'] = { line = vim.api.nvim_buf_line_count(bufnr), character = 0 } },
    context = { diagnostics = {}, only = { KIND } },
  }
  clients.ask(client, bufnr, 'textDocument/codeAction', params, function(actions)
    for _, action in ipairs(actions or {}) do
      if action.kind == KIND and not action.edit then
        return clients.ask(client, bufnr, 'codeAction/resolve', action, function(resolved)
          apply(client, resolved and resolved.edit)
        end)
      elseif action.kind == KIND then
        return apply(client, action.edit)
      end
    end
    apply(client, nil)
  end)
end

return M
