--- What the notes say of each quotation, in the order of the draft, as lines. Every text comes from the server.
local line = require('copydesk.views.line')

local M = { method = 'copydesk/sources' }

--- The quotations that were looked up in the notes.
local function quotations(answer)
  local all = {}
  for _, item in ipairs(answer.items) do
    for _, quotation in ipairs(item.quotations) do
      if line.given(quotation.notes) then
        table.insert(all, quotation)
      end
    end
  end
  table.sort(all, function(one, other)
    local here, there = one.range.start, other.range.start
    if here.line ~= there.line then
      return here.line < there.line
    end
    return here.character < there.character
  end)
  return all
end

function M.lines(answer)
  local all = quotations(answer)
  if #all == 0 then
    return { line.new(0, { { answer.noNotesMessage, 'CopydeskDetail' } }) }
  end
  local lines = { line.new(0, { { answer.notesSummary, 'CopydeskDetail' } }) }
  for _, quotation in ipairs(all) do
    local notes = quotation.notes
    local group = notes.needsLook and 'CopydeskMissing' or 'CopydeskHeading'
    table.insert(lines, line.empty())
    local pieces = { { notes.label, group }, { quotation.label, 'CopydeskQuotation' } }
    table.insert(lines, line.new(0, pieces, quotation.range))
    table.insert(lines, line.new(2, { { notes.description, 'CopydeskDetail' } }, quotation.range))
    for _, place in ipairs(notes.places) do
      local there = line.new(2, { { '“' .. place.passage .. '”' }, { place.label, 'CopydeskDetail' } })
      there.location = line.given(place.location)
      table.insert(lines, there)
    end
  end
  return lines
end

return M
