--- Colors for what the server finds in a draft (semantic tokens, Neovim 0.9 and newer). The types in the protocol are those of
--- programs, and a theme colors them as such; these groups have names for what they mean in a draft.
local clients = require('copydesk.clients')
local options = require('copydesk.options')

local M = {}

local GROUPS = {
  CopydeskQuotation = 'String',
  CopydeskCue = 'Keyword',
  CopydeskPerson = 'Type',
  CopydeskOrganization = 'Structure',
  CopydeskPlace = 'Constant',
  CopydeskOther = 'Identifier',
  CopydeskTime = 'Number',
  -- In the views.
  CopydeskHeading = 'Title',
  CopydeskDetail = 'Comment',
  CopydeskMissing = 'WarningMsg',
  CopydeskAdded = 'DiffAdd',
  CopydeskRemoved = 'DiffDelete',
  CopydeskChanged = 'DiffChange',
}

local GROUP_OF_TYPE = {
  string = 'CopydeskQuotation',
  keyword = 'CopydeskCue',
  class = 'CopydeskPerson',
  namespace = 'CopydeskOrganization',
  enumMember = 'CopydeskPlace',
  variable = 'CopydeskOther',
  number = 'CopydeskTime',
}

local function define()
  for group, standard in pairs(GROUPS) do
    vim.api.nvim_set_hl(0, group, { link = standard, default = true })
  end
end

local function color(event)
  local token = event.data.token
  local group = GROUP_OF_TYPE[token.type]
  local client = vim.lsp.get_client_by_id(event.data.client_id)
  if group and client and client.name == clients.NAME and options.current().highlights then
    vim.lsp.semantic_tokens.highlight_token(token, event.buf, event.data.client_id, group)
  end
end

--- Defines the groups, again after a change of the theme, which clears them.
function M.listen(on)
  define()
  on('ColorScheme', define)
  if vim.fn.exists('##LspTokenUpdate') == 1 then
    on('LspTokenUpdate', color)
  end
end

return M
