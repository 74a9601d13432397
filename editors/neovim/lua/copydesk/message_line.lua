--- Says in the message line what the finding at the cursor is. Beside or beneath a paragraph there is no good place for that: at
--- the end of a wrapped line a text is cut off, and lines that come and go beneath it move the draft about.
local findings = require('copydesk.findings')
local options = require('copydesk.options')

local M = {}

local GROUPS = { 'DiagnosticError', 'DiagnosticWarn', 'DiagnosticInfo', 'DiagnosticHint' }

--- What is shown now, to be taken away again.
local shown

--- As much of a text as fits on one line: more would have to be confirmed with a key.
local function fitted(text)
  local width = vim.v.echospace
  if vim.fn.strdisplaywidth(text) <= width then
    return text
  end
  local count = vim.fn.strchars(text)
  repeat
    count = count - 1
    local part = vim.fn.strcharpart(text, 0, count) .. '…'
  until count <= 0 or vim.fn.strdisplaywidth(part) <= width
  return vim.fn.strcharpart(text, 0, count) .. '…'
end

local function echo(text, group)
  vim.api.nvim_echo({ { text, group } }, false, {})
end

local function update()
  if not options.current().messages or vim.o.cmdheight == 0 or vim.api.nvim_get_mode().mode ~= 'n' then
    return
  end
  local finding = findings.at_cursor()[1]
  local text = finding and fitted(('%s (%s)'):format(finding.message:match('^[^\n]*'), findings.code(finding)))
  if text and text ~= shown then
    echo(text, GROUPS[finding.severity])
  elseif shown and not text then
    echo('')
  end
  shown = text
end

--- Listens for moves of the cursor, and for findings that come and go beneath it.
function M.listen(on)
  on('CursorMoved', update)
  on('DiagnosticChanged', function(event)
    if event.buf == vim.api.nvim_get_current_buf() then
      update()
    end
  end)
end

return M
