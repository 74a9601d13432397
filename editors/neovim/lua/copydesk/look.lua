--- How findings look: underlined, with a mark in the margin, and without texts in the draft. A paragraph of prose is one
--- long line, at the end of which texts are far from what they are about, and cut off where the line is wrapped;
--- `message_line` says what the finding at the cursor is. Only copydesk's findings are affected.
local compat = require('copydesk.compat')
local options = require('copydesk.options')

local M = {}

--- A mark in the margin, as on paper; its color says how serious the finding is.
local MARK = '▌'

local function defaults()
  local severity = vim.diagnostic.severity
  local look = { underline = true, severity_sort = true, update_in_insert = false, virtual_text = false }
  if compat.has('0.10') then
    look.signs = { text = {} }
    for _, level in ipairs({ severity.ERROR, severity.WARN, severity.INFO, severity.HINT }) do
      look.signs.text[level] = MARK
    end
  end
  return look
end

local function namespaces(client)
  local push = vim.lsp.diagnostic.get_namespace(client.id)
  if not compat.has('0.10') then
    return { push }
  end
  local provider = client.server_capabilities and client.server_capabilities.diagnosticProvider
  local name = type(provider) == 'table' and provider.identifier or nil
  return { push, compat.pulled_namespace(client.id, name) }
end

--- Makes the findings of a client look like that, unless the user wants something else.
function M.apply(client)
  local wanted = options.current().diagnostics
  if wanted == false then
    return
  end
  local look = vim.tbl_extend('force', defaults(), wanted)
  for _, namespace in ipairs(namespaces(client)) do
    vim.diagnostic.config(look, namespace)
  end
end

return M
