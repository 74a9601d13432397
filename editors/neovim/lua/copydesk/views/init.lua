--- The views of a draft: who speaks, what the notes say of it, what happened when, what changed, and the outline. Each
--- asks the server and fills a panel.
local clients = require('copydesk.clients')
local panel = require('copydesk.views.panel')

local M = {}

local function load(bufnr, view, draft)
  local client = clients.of(draft)
  if not client or not client.initialized then
    return
  end
  local shape = require('copydesk.views.' .. view)
  clients.ask(client, draft, shape.method, { textDocument = clients.document(draft) }, function(answer)
    if answer and vim.api.nvim_buf_is_valid(bufnr) then
      panel.fill(bufnr, shape.lines(answer), client.offset_encoding)
    end
  end)
end

--- Opens a view of the draft in the current window.
---@param view 'diff'|'notes'|'outline'|'sources'|'timeline'
function M.open(view)
  local draft = vim.api.nvim_get_current_buf()
  -- From inside of a view, another one is of the same draft.
  draft = panel.draft_of(draft) or draft
  if not clients.ready(draft) then
    return
  end
  local bufnr
  bufnr = panel.open(view, draft, function()
    load(bufnr, view, draft)
  end)
  load(bufnr, view, draft)
end

--- Asks again for the views of a draft that are open, but for those that only the user asks for.
function M.refresh(draft)
  for bufnr, open in pairs(panel.of_draft(draft)) do
    if not require('copydesk.views.' .. open.view).is_asked_for then
      load(bufnr, open.view, draft)
    end
  end
end

return M
