--- What Neovim tells the plugin about buffers and clients. Each event is passed on to the file that deals with it.
local clients = require('copydesk.clients')

local M = {}

local is_listening = false

local function on(event, callback, pattern)
  vim.api.nvim_create_autocmd(event, { group = 'copydesk.events', pattern = pattern, callback = callback })
end

--- A draft that gets another name is another document for the server: the old one is closed before, the new one opened after.
local function follow_names()
  on('BufFilePre', function(event)
    local client = clients.of(event.buf)
    if client then
      vim.lsp.buf_detach_client(event.buf, client.id)
    end
  end)
  local function take_up(event)
    local start = require('copydesk.start')
    if not clients.of(event.buf) and start.is_wanted(event.buf) and start.is_enabled() then
      start.in_buffer(event.buf)
    end
  end
  on('BufFilePost', take_up)
  -- A buffer that gets its first name by being written is told of in no other way.
  on('BufWritePost', take_up)
end

--- Begins to listen, once.
function M.listen()
  if is_listening then
    return
  end
  is_listening = true
  vim.api.nvim_create_augroup('copydesk.events', { clear = true })
  follow_names()
  require('copydesk.watch').listen(on)
  require('copydesk.highlights').listen(on)
  require('copydesk.message_line').listen(on)
  if vim.fn.exists('##LspAttach') == 1 then
    on('LspAttach', function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == clients.NAME then
        require('copydesk.attach').run(client, event.buf)
      end
    end)
  end
end

return M
