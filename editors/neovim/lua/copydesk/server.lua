--- How the server is started: what it is told about Neovim, and what Neovim does with what it says. It starts nothing.
local compat = require('copydesk.compat')
local drafts = require('copydesk.drafts')
local options = require('copydesk.options')

local M = {}

--- What this plugin can do beyond Neovim itself.
local OURS = {
  -- Of a word that could be left out, Neovim 0.9 to 0.11 takes the underline away, and fades it instead.
  textDocument = { publishDiagnostics = { tagSupport = { valueSet = {} } } },
  experimental = { copydesk = { viewsChanged = true, explain = true } },
  workspace = {
    workspaceEdit = { documentChanges = true, changeAnnotationSupport = { groupsOnLabel = false } },
    -- Neovim 0.12, asked to ask again for the findings of drafts, asks for those of the workspace and drops what it gets of open
    -- drafts. What the server holds back while somebody types would never be shown, so it is to send all findings itself.
    diagnostics = { refreshSupport = false },
  },
}

local function capabilities()
  -- Newer versions add their own, and what the user set for all servers must come through.
  if compat.has('0.12') then
    return OURS
  end
  return vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), OURS)
end

local function section()
  local settings = options.current().settings
  -- An empty table would be sent as a list.
  return next(settings) and settings or vim.empty_dict()
end

--- What the server is told, as `workspace/configuration` answers it.
function M.settings()
  return { copydesk = section() }
end

local function handlers()
  return {
    ['copydesk/viewsChanged'] = function(_, params)
      require('copydesk.views').refresh(vim.uri_to_bufnr(params.uri))
    end,
    ['textDocument/rename'] = function(...)
      return require('copydesk.rename').handle(...)
    end,
    ['workspace/applyEdit'] = function(...)
      return require('copydesk.newsroom').apply(...)
    end,
  }
end

--- The part of the configuration that all versions share.
function M.client(root)
  return {
    name = 'copydesk',
    cmd = options.current().cmd,
    root_dir = root,
    settings = M.settings(),
    -- So that the first findings already have their levels.
    init_options = section(),
    get_language_id = drafts.language_id,
    capabilities = capabilities(),
    handlers = handlers(),
  }
end

--- The configuration for `vim.lsp.enable()`.
function M.config()
  require('copydesk.events').listen()
  local config = M.client(nil)
  config.name = nil
  config.filetypes = drafts.filetypes()
  config.root_dir = function(bufnr, on_folder)
    if drafts.is_ours(bufnr) then
      on_folder(drafts.root(bufnr))
    end
  end
  return config
end

return M
