--- Starts `copydesk lsp` for drafts in Neovim 0.7 to 0.12. It sets no keys and changes no options: Neovim's own
--- settings for language servers and diagnostics hold.
local M = {}

local NAME = 'copydesk'
local ROOT_MARKERS = { 'copydesk.toml', '.git' }

local defaults = {
  --- The program and its arguments.
  cmd = { 'copydesk', 'lsp' },
  --- What is read as a draft.
  filetypes = { 'markdown', 'text' },
  --- Levels and options of rules, as in { rules = { ['doubled-word'] = 'error' } }, and the date.
  settings = {},
}

local config
--- Clients by root folder, where Neovim (0.7) does not find the running one itself.
local clients_by_root = {}

--- The nearest folder upward with a marker, or nil: the server also reads a draft on its own.
local function find_root(bufnr)
  local file = vim.api.nvim_buf_get_name(bufnr)
  local folder = file ~= '' and vim.fn.fnamemodify(file, ':p:h') or vim.fn.getcwd()
  for _, marker in ipairs(ROOT_MARKERS) do
    local upward = vim.fn.escape(folder, ' ,;\\') .. ';'
    local found = vim.fn.findfile(marker, upward)
    if found == '' then
      found = vim.fn.finddir(marker, upward)
    end
    if found ~= '' then
      return vim.fn.fnamemodify(vim.fn.fnamemodify(found, ':p'):gsub('/$', ''), ':h')
    end
  end
end

local function client_config(root)
  return {
    name = NAME,
    cmd = config.cmd,
    root_dir = root,
    settings = { copydesk = config.settings },
    -- So that the first findings already have their levels.
    init_options = config.settings,
    -- The protocol calls plain text "plaintext".
    get_language_id = function(_, filetype)
      return filetype == 'text' and 'plaintext' or filetype
    end,
  }
end

local function start_in(bufnr)
  local root = find_root(bufnr)
  if vim.lsp.start then
    vim.api.nvim_buf_call(bufnr, function()
      vim.lsp.start(client_config(root))
    end)
    return
  end
  local key = root or ''
  local id = clients_by_root[key]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(client_config(root))
    clients_by_root[key] = id
  end
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

local function is_draft(bufnr)
  return vim.api.nvim_buf_is_loaded(bufnr)
    and vim.bo[bufnr].buftype == ''
    and vim.tbl_contains(config.filetypes, vim.bo[bufnr].filetype)
end

local function start_in_open_drafts()
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if is_draft(bufnr) then
      start_in(bufnr)
    end
  end
end

local function enable()
  if vim.lsp.config and vim.lsp.enable then
    local server = client_config(nil)
    server.name = nil
    server.filetypes = config.filetypes
    server.root_markers = ROOT_MARKERS
    vim.lsp.config(NAME, server)
    vim.lsp.enable(NAME)
    return
  end
  local group = vim.api.nvim_create_augroup(NAME, { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = config.filetypes,
    callback = function(event)
      if is_draft(event.buf) then
        start_in(event.buf)
      end
    end,
  })
  start_in_open_drafts()
end

--- Starts copydesk for the drafts that are open and for those opened later.
---@param options table|nil `cmd`, `filetypes` and `settings`; see `:help copydesk-setup`
function M.setup(options)
  config = vim.tbl_extend('force', defaults, options or {})
  if type(config.cmd) == 'string' then
    config.cmd = { config.cmd, 'lsp' }
  end
  if vim.fn.executable(config.cmd[1]) == 0 then
    vim.notify(
      ('copydesk: the program "%s" was not found. Install it, or give its place: '):format(config.cmd[1])
        .. 'require("copydesk").setup({ cmd = { "/path/to/copydesk", "lsp" } })',
      vim.log.levels.ERROR
    )
    return
  end
  enable()
end

--- The running clients of copydesk.
function M.clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client)
    return client.name == NAME
  end, all)
end

--- Stops copydesk and waits until it has ended, five seconds at most.
function M.stop()
  for _, client in ipairs(M.clients()) do
    if vim.fn.has('nvim-0.11') == 1 then
      client:stop()
    else
      client.stop()
    end
  end
  clients_by_root = {}
  vim.wait(5000, function()
    return #M.clients() == 0
  end, 20)
end

--- Stops copydesk and starts it again, as after an update of the program.
function M.restart()
  if not config then
    vim.notify('copydesk: nothing to restart, call require("copydesk").setup() first', vim.log.levels.WARN)
    return
  end
  -- A new client must not find the old one on its way out and take it for its own.
  M.stop()
  if vim.lsp.config and vim.lsp.enable then
    vim.lsp.enable(NAME)
  else
    start_in_open_drafts()
  end
end

return M
