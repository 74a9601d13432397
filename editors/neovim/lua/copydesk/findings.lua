--- The findings of copydesk in a buffer: those at the cursor, and the way from one to the next.
local clients = require('copydesk.clients')

local M = {}

--- The rule of a finding.
function M.code(finding)
  return finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code)
end

--- All of them in a buffer, in the order of the text.
function M.all(bufnr)
  local found = vim.tbl_filter(function(one)
    return one.source == 'copydesk'
  end, vim.diagnostic.get(bufnr))
  table.sort(found, function(one, other)
    if one.lnum ~= other.lnum then
      return one.lnum < other.lnum
    end
    return one.col < other.col
  end)
  return found
end

local function covers(finding, row, col)
  local begins = finding.lnum < row or (finding.lnum == row and finding.col <= col)
  local ends = finding.end_lnum > row or (finding.end_lnum == row and finding.end_col >= col)
  return begins and ends
end

--- Where the cursor is: the row, counted from 0, and the byte.
local function cursor()
  local place = vim.api.nvim_win_get_cursor(0)
  return place[1] - 1, place[2]
end

--- Those at the cursor.
function M.at_cursor()
  local row, col = cursor()
  return vim.tbl_filter(function(one)
    return covers(one, row, col)
  end, M.all(vim.api.nvim_get_current_buf()))
end

--- Those at the cursor, or else in its line.
function M.here()
  local exact = M.at_cursor()
  if #exact > 0 then
    return exact
  end
  local row = cursor()
  return vim.tbl_filter(function(one)
    return one.lnum <= row and one.end_lnum >= row
  end, M.all(vim.api.nvim_get_current_buf()))
end

--- Hands the finding at the cursor on; if there are several, the one that the user chooses.
function M.choose(on_choice)
  local here = M.here()
  if #here == 0 then
    clients.say('No finding at the cursor')
  elseif #here == 1 then
    on_choice(here[1])
  else
    local function label(one)
      return ('%s (%s)'):format(one.message:match('^[^\n]*'), M.code(one))
    end
    vim.ui.select(here, { prompt = 'Which finding?', format_item = label, kind = 'copydesk' }, function(one)
      if one then
        on_choice(one)
      end
    end)
  end
end

--- Moves to the next finding of copydesk, or to the one before, and around at the end.
---@param step 1|-1
function M.go(step)
  local all = M.all(vim.api.nvim_get_current_buf())
  if #all == 0 then
    clients.say('No findings in this draft')
    return
  end
  local row, col = cursor()
  local target
  for nth = step == 1 and 1 or #all, step == 1 and #all or 1, step do
    local one = all[nth]
    local is_after = one.lnum > row or (one.lnum == row and one.col > col)
    local is_before = one.lnum < row or (one.lnum == row and one.col < col)
    if (step == 1 and is_after) or (step == -1 and is_before) then
      target = one
      break
    end
  end
  target = target or all[step == 1 and 1 or #all]
  vim.cmd("normal! m'")
  vim.api.nvim_win_set_cursor(0, { target.lnum + 1, target.col })
  vim.diagnostic.open_float({ scope = 'cursor', focus = false })
end

return M
