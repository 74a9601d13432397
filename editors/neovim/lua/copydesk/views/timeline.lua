--- What happened on which day, as lines. Every text comes from the server.
local line = require('copydesk.views.line')

local M = { method = 'copydesk/timeline' }

local function add_rows(lines, rows)
  for _, row in ipairs(rows) do
    table.insert(lines, line.new(2, { { row.label }, { row.description, 'CopydeskDetail' } }, row.range))
  end
end

function M.lines(answer)
  local as_of = line.given(answer.readAsOf)
  local lines = { line.new(0, { { answer.summary, 'CopydeskDetail' }, { as_of and as_of.label, 'CopydeskDetail' } }) }
  if #answer.days == 0 and #answer.unresolved == 0 then
    return { line.new(0, { { answer.emptyMessage, 'CopydeskDetail' } }) }
  end
  for _, day in ipairs(answer.days) do
    table.insert(lines, line.empty())
    local target = day.rows[1] and day.rows[1].range
    table.insert(
      lines,
      line.new(0, { { day.label, 'CopydeskHeading' }, { day.description, 'CopydeskDetail' } }, target)
    )
    add_rows(lines, day.rows)
  end
  if #answer.unresolved > 0 then
    table.insert(lines, line.empty())
    table.insert(lines, line.new(0, { { answer.unresolvedLabel, 'CopydeskHeading' } }))
    add_rows(lines, answer.unresolved)
  end
  return lines
end

return M
