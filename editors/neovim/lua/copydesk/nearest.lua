--- Which of some names was probably meant by one that is not among them.
local M = {}

--- How many letters have to be changed, added, left out or exchanged with their neighbor to make one word the other.
local function distance(one, other)
  ---@diagnostic disable: need-check-nil -- The rows before this one are there.
  local rows = { [0] = {} }
  for j = 0, #other do
    rows[0][j] = j
  end
  for i = 1, #one do
    rows[i] = { [0] = i }
    for j = 1, #other do
      local same = one:byte(i) == other:byte(j)
      local least = math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same and 0 or 1))
      if i > 1 and j > 1 and one:byte(i) == other:byte(j - 1) and one:byte(i - 1) == other:byte(j) then
        least = math.min(least, rows[i - 2][j - 2] + 1)
      end
      rows[i][j] = least
    end
  end
  return rows[#one][#other]
end

--- The name that is most like a word, or nil if none is much like it.
---@param word string
---@param names string[]
---@return string|nil
function M.to(word, names)
  -- Nothing that long is a slip, and the comparison would take its square.
  if #word > 64 then
    return nil
  end
  local found
  local least = math.max(1, math.floor(#word / 3)) + 1
  for _, name in ipairs(names) do
    local away = distance(word:lower(), name:lower())
    if away < least then
      found, least = name, away
    end
  end
  return found
end

--- What to say after an unknown name: the one that was probably meant, or else all of them.
---@param word string
---@param names string[]
---@return string
function M.hint(word, names)
  local meant = M.to(word, names)
  if meant then
    return ('Did you mean “%s”?'):format(meant)
  end
  table.sort(names)
  return ('Choose one of %s.'):format(table.concat(names, ', '))
end

return M
