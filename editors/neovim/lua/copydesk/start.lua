--- Starts, stops and restarts the server: through `vim.lsp.enable()` where Neovim has it, else by autocommands.
local clients = require('copydesk.clients')
local compat = require('copydesk.compat')
local drafts = require('copydesk.drafts')
local server = require('copydesk.server')

local M = {}

local is_enabled = false
--- Clients by root folder, where Neovim (0.7) does not find the running one itself.
---@type table<string, integer|nil>
local ids_by_root = {}

local function start_old(bufnr, config)
  local key = config.root_dir or ''
  ---@type integer|nil
  local id = ids_by_root[key]
  if not id or not vim.lsp.get_client_by_id(id) then
    config.on_attach = require('copydesk.attach').run
    id = compat.start_client(config)
    ids_by_root[key] = id
  end
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

--- One server for each root, and one for all drafts without one: Neovim 0.10 itself would start one for each of those.
local function is_same(client, config)
  return client.name == config.name and client.config.root_dir == config.root_dir
end

--- Gives a buffer to the server, which is started for it if it must be.
function M.in_buffer(bufnr)
  local root = drafts.root(bufnr)
  local config = vim.deepcopy(compat.config(clients.NAME) or server.client(root))
  config.root_dir = root
  if not vim.lsp.start then
    return start_old(bufnr, config)
  end
  vim.api.nvim_buf_call(bufnr, function()
    vim.lsp.start(config, { bufnr = bufnr, reuse_client = is_same })
  end)
end

--- Whether the server gets a buffer. What was given to `vim.lsp.config()` counts more than our options.
function M.is_wanted(bufnr)
  local config = compat.config(clients.NAME)
  local filetypes = config and config.filetypes or drafts.filetypes()
  return drafts.is_ours(bufnr) and vim.tbl_contains(filetypes, vim.bo[bufnr].filetype)
end

--- Gives all open drafts to the server.
function M.in_open_drafts()
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if M.is_wanted(bufnr) then
      M.in_buffer(bufnr)
    end
  end
end

local function enable_old()
  local group = vim.api.nvim_create_augroup('copydesk.start', { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = drafts.filetypes(),
    callback = function(event)
      if M.is_wanted(event.buf) then
        M.in_buffer(event.buf)
      end
    end,
  })
  M.in_open_drafts()
end

--- Starts the server for the drafts that are open and for those opened later.
function M.enable()
  is_enabled = true
  require('copydesk.events').listen()
  if compat.enables_servers then
    -- Changes nothing, and has Neovim read lsp/copydesk.lua again, for which the options may be others now.
    vim.lsp.config(clients.NAME, {})
    vim.lsp.enable(clients.NAME)
  else
    enable_old()
  end
end

--- Whether drafts are given to the server when they are opened.
function M.is_enabled()
  -- It is newer than `vim.lsp.enable`.
  if vim.lsp.is_enabled then
    return vim.lsp.is_enabled(clients.NAME)
  end
  return is_enabled or (compat.enables_servers and #clients.all() > 0)
end

--- Stops the server and waits until it has ended, five seconds at most.
function M.stop()
  for _, client in ipairs(clients.all()) do
    compat.stop(client)
  end
  ids_by_root = {}
  vim.wait(5000, function()
    return #clients.all() == 0
  end, 20)
end

--- Stops the server and starts it again, as after an update of the program.
function M.restart()
  if not M.is_enabled() then
    clients.say('nothing to restart; call require("copydesk").setup() first', vim.log.levels.WARN)
    return
  end
  -- A new client must not find the old one on its way out and take it for its own.
  M.stop()
  M.in_open_drafts()
end

local function detach_others(client)
  for bufnr in pairs(client.attached_buffers) do
    if vim.api.nvim_buf_is_loaded(bufnr) and not M.is_wanted(bufnr) then
      vim.lsp.buf_detach_client(bufnr, client.id)
    end
  end
end

--- Tells the running clients the options that are in force now.
function M.reach_running()
  local config = compat.config(clients.NAME) or server.client(nil)
  for _, client in ipairs(clients.all()) do
    if not vim.deep_equal(client.config.cmd, config.cmd) then
      return M.restart()
    end
    detach_others(client)
    client.config.settings = config.settings
    if client.settings then
      client.settings = config.settings
    end
    if client.initialized then
      compat.notify(client, 'workspace/didChangeConfiguration', { settings = config.settings })
    end
    require('copydesk.look').apply(client)
  end
end

return M
