--- Who speaks in a draft, as lines. Every text comes from the server.
local line = require('copydesk.views.line')

local M = { method = 'copydesk/sources' }

local IS_MISSING = { unattributed = true, unclear = true }

function M.lines(answer)
  if #answer.items == 0 then
    return { line.new(0, { { answer.emptyMessage, 'CopydeskDetail' } }) }
  end
  local lines = { line.new(0, { { answer.summary, 'CopydeskDetail' } }) }
  for _, item in ipairs(answer.items) do
    local group = IS_MISSING[item.kind] and 'CopydeskMissing' or 'CopydeskHeading'
    local first = line.given(item.firstReference)
    local target = first and first.range or (item.quotations[1] and item.quotations[1].range)
    table.insert(lines, line.empty())
    table.insert(lines, line.new(0, { { item.label, group }, { item.description, 'CopydeskDetail' } }, target))
    for _, quotation in ipairs(item.quotations) do
      local pieces = { { quotation.label, 'CopydeskQuotation' }, { quotation.description, 'CopydeskDetail' } }
      table.insert(lines, line.new(2, pieces, quotation.range))
    end
  end
  return lines
end

return M
