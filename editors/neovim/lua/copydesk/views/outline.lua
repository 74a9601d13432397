--- The story in its order, as lines: headings, and beneath them its events and quotations.
local line = require('copydesk.views.line')

local M = { method = 'textDocument/documentSymbol' }

local MODULE = 2
local STRING = 15
local GROUP_OF_KIND = { [MODULE] = 'CopydeskHeading', [STRING] = 'CopydeskQuotation' }

local function add(lines, symbols, indent)
  for _, symbol in ipairs(symbols) do
    local pieces = { { symbol.name, GROUP_OF_KIND[symbol.kind] }, { symbol.detail, 'CopydeskDetail' } }
    table.insert(lines, line.new(indent, pieces, symbol.selectionRange))
    add(lines, symbol.children or {}, indent + 2)
  end
end

function M.lines(answer)
  local lines = {}
  add(lines, answer, 0)
  if #lines == 0 then
    return { line.new(0, { { 'Nothing to outline yet', 'CopydeskDetail' } }) }
  end
  return lines
end

return M
