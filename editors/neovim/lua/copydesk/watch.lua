--- Tells the server when `copydesk.toml`, `actors.toml` or another TOML file of the newsroom changes, where Neovim's client
--- watches no files (on Linux, and everywhere before 0.10). A client that watches itself is left alone.
local clients = require('copydesk.clients')
local compat = require('copydesk.compat')
local drafts = require('copydesk.drafts')

local M = {}

--- A change is told once it has been quiet for so many milliseconds: a file is saved in several steps.
local QUIET = 100
--- So many folders upward at most, as for a draft that is in no repository.
local DEPTH = 20

--- By folder.
local watchers = {}
--- By folder; what is waiting to be told.
local timers = {}

local function watches_itself(client)
  local capabilities = client.capabilities or client.config.capabilities
  local workspace = capabilities and capabilities.workspace or {}
  return workspace.didChangeWatchedFiles ~= nil and workspace.didChangeWatchedFiles.dynamicRegistration == true
end

--- Tells all servers that a file changed.
local function tell(path)
  local changes = { { uri = vim.uri_from_fname(path), type = 2 } }
  for _, client in ipairs(clients.all()) do
    if client.initialized and not watches_itself(client) then
      compat.notify(client, 'workspace/didChangeWatchedFiles', { changes = changes })
    end
  end
end

local function tell_soon(folder, name)
  timers[folder] = timers[folder] or compat.uv.new_timer()
  timers[folder]:start(
    QUIET,
    0,
    vim.schedule_wrap(function()
      tell(folder .. '/' .. name)
    end)
  )
end

local function watch(folder)
  if watchers[folder] then
    return
  end
  local watcher = compat.uv.new_fs_event()
  -- What cannot be watched is still looked at when the window gets the focus again.
  local is_watched = watcher
    and watcher:start(folder, {}, function(err, name)
      if not err and name and name:match('%.toml$') then
        tell_soon(folder, name)
      end
    end)
  watchers[folder] = is_watched and watcher or nil
end

--- Watches the folders that a draft may have its configuration in: its own, and those above up to the root.
function M.draft(client, bufnr)
  if watches_itself(client) then
    return
  end
  local folder = drafts.folder(bufnr)
  local root = drafts.root(bufnr) or folder
  for _ = 1, DEPTH do
    watch(folder)
    local above = vim.fn.fnamemodify(folder, ':h')
    if folder == root or above == folder then
      return
    end
    folder = above
  end
end

--- Stops watching.
function M.stop()
  for _, list in ipairs({ watchers, timers }) do
    for folder, handle in pairs(list) do
      handle:stop()
      handle:close()
      list[folder] = nil
    end
  end
end

--- Listens for what a watcher of folders does not see.
function M.listen(on)
  on('FocusGained', function()
    -- Whichever file it is, the server looks at all of them.
    tell(vim.fn.getcwd() .. '/copydesk.toml')
  end)
  on('BufWritePost', function(event)
    tell(vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ':p'))
  end, '*.toml')
  on('VimLeavePre', M.stop)
end

return M
