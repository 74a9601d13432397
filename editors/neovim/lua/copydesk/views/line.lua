--- Lines of a view, put together from pieces that are ready to be shown.
local M = {}

--- What the server says, or nil where it says null.
function M.given(value)
  return value ~= vim.NIL and value or nil
end

--- A line of pieces, each a text with or without a highlight group; empty ones are left out, and two spaces are between them.
---@param indent integer
---@param pieces table[]
---@param range table|nil where it leads to
function M.new(indent, pieces, range)
  local text, marks = (' '):rep(indent), {}
  local is_first = true
  for _, piece in ipairs(pieces) do
    local words = (piece[1] or ''):gsub('%s+', ' ')
    if words ~= '' then
      if not is_first then
        text = text .. '  '
      end
      is_first = false
      if piece[2] then
        table.insert(marks, { #text, #text + #words, piece[2] })
      end
      text = text .. words
    end
  end
  return { text = text, marks = marks, range = range }
end

function M.empty()
  return { text = '' }
end

return M
