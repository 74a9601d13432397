--- What changed in a draft since the last commit, as lines. Every text comes from the server.
local line = require('copydesk.views.line')

-- Git is asked when the user asks, and not whenever something is typed.
local M = { method = 'copydesk/diff', is_asked_for = true }

local GROUP_OF_CHANGE = { added = 'CopydeskAdded', removed = 'CopydeskRemoved', changed = 'CopydeskChanged' }

function M.lines(answer)
  local title = line.new(0, { { answer.title, 'CopydeskDetail' } })
  if #answer.topics == 0 then
    return { title, line.empty(), line.new(0, { { answer.emptyMessage, 'CopydeskDetail' } }) }
  end
  local lines = { title, line.new(0, { { answer.summary, 'CopydeskDetail' } }) }
  for _, topic in ipairs(answer.topics) do
    table.insert(lines, line.empty())
    table.insert(lines, line.new(0, { { topic.label, 'CopydeskHeading' } }))
    for _, change in ipairs(topic.changes) do
      local pieces =
        { { change.sign, GROUP_OF_CHANGE[change.change] }, { change.label }, { change.place, 'CopydeskDetail' } }
      table.insert(lines, line.new(2, pieces, line.given(change.range)))
    end
  end
  return lines
end

return M
