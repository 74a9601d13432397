--- Which buffers the server gets, and the folder that each belongs to. It starts nothing.
local options = require('copydesk.options')

local M = {}

local ROOT_MARKERS = { 'copydesk.toml', '.git' }
--- The newsroom's own files, which the server checks.
local NEWSROOM_FILES = { 'copydesk.toml', 'actors.toml' }

local function basename(path)
  return path:match('[^/\\]*$')
end

--- The file types of all that the server gets.
function M.filetypes()
  local all = vim.deepcopy(options.current().filetypes)
  if not vim.tbl_contains(all, 'toml') then
    table.insert(all, 'toml')
  end
  return all
end

--- Whether a buffer can be given to the server, whatever its file type: it is a file, if only of the future. A buffer without a
--- name has an address that it shares with all others of the kind, so that the server could not tell them apart; it is read
--- as soon as it has a name.
function M.is_file(bufnr)
  if not vim.api.nvim_buf_is_loaded(bufnr) or vim.bo[bufnr].buftype ~= '' then
    return false
  end
  local name = vim.api.nvim_buf_get_name(bufnr)
  -- What has a scheme is a view that another plugin gives of a file. One letter is a drive.
  return name ~= '' and not name:match('^%a[%w+.-]+:')
end

--- Whether a buffer of the right file type is a draft, or one of the newsroom's files.
function M.is_ours(bufnr)
  if not M.is_file(bufnr) then
    return false
  end
  local name = vim.api.nvim_buf_get_name(bufnr)
  if vim.bo[bufnr].filetype == 'toml' or name:match('%.toml$') then
    return vim.tbl_contains(NEWSROOM_FILES, basename(name))
  end
  return true
end

--- The folder of a buffer's file.
function M.folder(bufnr)
  return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(bufnr), ':p:h')
end

--- The nearest folder upward with a marker, or nil: the server also reads a draft on its own.
function M.root(bufnr)
  local upward = vim.fn.escape(M.folder(bufnr), ' ,;\\') .. ';'
  for _, marker in ipairs(ROOT_MARKERS) do
    local found = vim.fn.findfile(marker, upward)
    if found == '' then
      found = vim.fn.finddir(marker, upward)
    end
    if found ~= '' then
      return vim.fn.fnamemodify(vim.fn.fnamemodify(found, ':p'):gsub('/$', ''), ':h')
    end
  end
end

--- What the protocol calls a file type.
function M.language_id(_, filetype)
  return filetype == 'text' and 'plaintext' or filetype
end

return M
