--- What the versions of Neovim, 0.7 to 0.12, do differently. The other files ask here and compare no versions themselves.
local M = {}

--- Whether this Neovim is of a version such as '0.11', or newer.
function M.has(version)
  return vim.fn.has('nvim-' .. version) == 1
end

---@diagnostic disable: deprecated -- Older versions have nothing newer.

---@type table
M.uv = vim.uv or vim.loop

--- Whether servers are enabled by name, with their configuration in `lsp/` on the runtime path.
M.enables_servers = M.has('0.11')

--- All running clients.
function M.clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

--- What a server is configured with where Neovim enables servers by name, with what the user gave to `vim.lsp.config()`.
---@param name string
---@return table|nil
function M.config(name)
  if M.enables_servers then
    ---@diagnostic disable-next-line: undefined-field -- It is a table that makes its fields when they are asked for.
    return vim.lsp.config[name]
  end
end

--- Starts a client where Neovim (0.7) does not find a running one itself; returns its number.
---@return integer|nil
function M.start_client(config)
  local id = vim.lsp.start_client(config)
  return id
end

--- The namespace of what a client asks for itself (0.10 and newer), which is kept apart from what it is sent.
---@param id integer
---@param identifier string|nil
---@return integer
function M.pulled_namespace(id, identifier)
  ---@diagnostic disable-next-line: redundant-parameter -- It has three before 0.12.
  return vim.lsp.diagnostic.get_namespace(id, true, identifier)
end

--- "Neovim 0.12.4"
---@return string
function M.version()
  ---@diagnostic disable-next-line: call-non-callable -- It is a table that can be called.
  local v = vim.version()
  return ('Neovim %d.%d.%d'):format(v.major, v.minor, v.patch)
end

--- Sets an option of a window.
function M.set_window_option(window, name, value)
  vim.api.nvim_win_set_option(window, name, value)
end

local function method(name)
  return function(client, ...)
    if M.has('0.11') then
      return client[name](client, ...)
    end
    return client[name](...)
  end
end

--- client, method, params, handler, bufnr
M.request = method('request')
--- client, method, params, milliseconds, bufnr
M.request_sync = method('request_sync')
--- client, method, params
M.notify = method('notify')
--- client
M.stop = method('stop')

--- The byte in a line that a character of a position means.
function M.byte_column(line, character, encoding)
  if encoding == 'utf-8' then
    return math.min(character, #line)
  end
  if M.has('0.11') then
    return vim.str_byteindex(line, encoding, character, false)
  end
  local ok, byte = pcall(vim.str_byteindex, line, character, encoding ~= 'utf-32')
  return ok and byte or #line
end

--- What a byte in a line is as the character of a position.
function M.character(line, byte, encoding)
  byte = math.min(byte, #line)
  if encoding == 'utf-8' then
    return byte
  end
  if M.has('0.11') then
    return vim.str_utfindex(line, encoding, byte, false)
  end
  local utf32, utf16 = vim.str_utfindex(line, byte)
  return encoding == 'utf-32' and utf32 or utf16
end

--- Where Neovim's log of language servers is.
function M.log_path()
  local log = require('vim.lsp.log')
  return (log.get_filename or vim.lsp.get_log_path)()
end

return M
