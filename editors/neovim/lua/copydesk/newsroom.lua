--- Edits of `copydesk.toml` and `actors.toml` that a command asked for are written at once: they count only on disk. Edits of
--- drafts are left for the user to save.
local clients = require('copydesk.clients')

local M = {}

local is_expected = false

--- The next edit of one of these files is to be written.
function M.expect()
  is_expected = true
end

local function files_of(edit)
  local uris = vim.tbl_keys(edit.changes or {})
  for _, change in ipairs(edit.documentChanges or {}) do
    if change.textDocument then
      table.insert(uris, change.textDocument.uri)
    end
  end
  return vim.tbl_filter(function(uri)
    return uri:match('%.toml$') ~= nil
  end, uris)
end

local function write(bufnr)
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(bufnr), ':~:.')
  local ok, err = pcall(vim.api.nvim_buf_call, bufnr, function()
    vim.cmd('silent write')
  end)
  if ok then
    clients.say(name .. ' was written')
  else
    clients.say(name .. ' was changed and could not be written: ' .. tostring(err), vim.log.levels.ERROR)
  end
end

--- The handler of `workspace/applyEdit`.
function M.apply(err, params, ctx, config)
  local files = is_expected and files_of(params.edit) or {}
  local unsaved = {}
  for _, uri in ipairs(files) do
    unsaved[uri] = vim.bo[vim.uri_to_bufnr(uri)].modified
  end
  local answer = vim.lsp.handlers['workspace/applyEdit'](err, params, ctx, config)
  for _, uri in ipairs(files) do
    is_expected = false
    -- What the user has not saved yet is not for us to save.
    if answer and answer.applied and not unsaved[uri] then
      write(vim.uri_to_bufnr(uri))
    end
  end
  return answer
end

return M
