--- A window beside a draft whose lines lead to places in the draft and in its notes.
--- It knows no view: `views` says what is in it.
local compat = require('copydesk.compat')

local M = {}

local NAMESPACE = vim.api.nvim_create_namespace('copydesk.views')

---@class copydesk.Line
---@field text string
---@field range table|nil where it leads to in the draft
---@field location table|nil where it leads to in another file: an address and a range
---@field marks table|nil stretches of it with a highlight group: { from, to, group }, in bytes

---@class copydesk.Panel
---@field view string
---@field draft integer
---@field targets table<integer, integer> extmarks in the draft by the number of the line
---@field locations table<integer, table> places in other files by the number of the line
---@field encoding string|nil what the server counts in
---@field beside integer|nil the window that shows another file in the place of the draft

--- By buffer.
---@type table<integer, copydesk.Panel>
local panels = {}

--- The panels of a draft, by buffer.
function M.of_draft(draft)
  local found = {}
  for bufnr, panel in pairs(panels) do
    if panel.draft == draft and vim.api.nvim_buf_is_valid(bufnr) then
      found[bufnr] = panel
    end
  end
  return found
end

--- The draft that a panel belongs to; nil of other buffers.
function M.draft_of(bufnr)
  return panels[bufnr] and panels[bufnr].draft
end

local function forget(bufnr)
  local panel = panels[bufnr]
  if panel and vim.api.nvim_buf_is_valid(panel.draft) then
    for _, mark in pairs(panel.targets) do
      vim.api.nvim_buf_del_extmark(panel.draft, NAMESPACE, mark)
    end
  end
  panels[bufnr] = nil
end

--- Puts a mark into the draft where a line leads to, so that it still leads there after the draft is edited.
local function target(draft, range, encoding)
  local row = math.min(range.start.line, vim.api.nvim_buf_line_count(draft) - 1)
  local line = vim.api.nvim_buf_get_lines(draft, row, row + 1, false)[1] or ''
  local col = compat.byte_column(line, range.start.character, encoding)
  return vim.api.nvim_buf_set_extmark(draft, NAMESPACE, row, math.min(col, #line), {})
end

--- Fills a panel.
---@param bufnr integer
---@param lines copydesk.Line[]
---@param encoding string what the server counts in
function M.fill(bufnr, lines, encoding)
  local panel = panels[bufnr]
  if not panel or not vim.api.nvim_buf_is_loaded(panel.draft) then
    return
  end
  for _, mark in pairs(panel.targets) do
    vim.api.nvim_buf_del_extmark(panel.draft, NAMESPACE, mark)
  end
  panel.targets = {}
  panel.locations = {}
  panel.encoding = encoding
  local texts = vim.tbl_map(function(line)
    return line.text
  end, lines)
  vim.bo[bufnr].modifiable = true
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, texts)
  vim.bo[bufnr].modifiable = false
  vim.bo[bufnr].modified = false
  for number, line in ipairs(lines) do
    if line.range then
      panel.targets[number] = target(panel.draft, line.range, encoding)
    end
    panel.locations[number] = line.location
    for _, mark in ipairs(line.marks or {}) do
      vim.api.nvim_buf_set_extmark(bufnr, NAMESPACE, number - 1, mark[1], { end_col = mark[2], hl_group = mark[3] })
    end
  end
end

--- The window of the draft, or the one that shows another file in its place.
local function window_of_draft(draft, beside)
  local window = vim.fn.bufwinid(draft)
  if window == -1 and beside and vim.api.nvim_win_is_valid(beside) and not panels[vim.api.nvim_win_get_buf(beside)] then
    window = beside
  end
  if window == -1 then
    vim.cmd('noautocmd leftabove vsplit')
    window = vim.api.nvim_get_current_win()
    vim.api.nvim_win_set_buf(window, draft)
  end
  return window
end

--- Shows a place in another file.
local function show_file(window, location, encoding)
  local bufnr = vim.uri_to_bufnr(location.uri)
  vim.bo[bufnr].buflisted = true
  vim.api.nvim_win_set_buf(window, bufnr)
  local start = location.range.start
  local row = math.min(start.line, vim.api.nvim_buf_line_count(bufnr) - 1)
  local line = vim.api.nvim_buf_get_lines(bufnr, row, row + 1, false)[1] or ''
  local col = compat.byte_column(line, start.character, encoding)
  vim.api.nvim_win_set_cursor(window, { row + 1, math.min(col, #line) })
end

--- Shows where the line under the cursor leads to.
---@param stays boolean whether the cursor stays in the panel
local function jump(stays)
  local here = vim.api.nvim_get_current_win()
  local panel = panels[vim.api.nvim_get_current_buf()]
  if not panel or not vim.api.nvim_buf_is_loaded(panel.draft) then
    return
  end
  local number = vim.api.nvim_win_get_cursor(here)[1]
  local mark, location = panel.targets[number], panel.locations[number]
  if not mark and not location then
    return
  end
  local window = window_of_draft(panel.draft, panel.beside)
  vim.api.nvim_set_current_win(window)
  vim.cmd("normal! m'")
  if mark then
    if vim.api.nvim_win_get_buf(window) ~= panel.draft then
      vim.api.nvim_win_set_buf(window, panel.draft)
    end
    local place = vim.api.nvim_buf_get_extmark_by_id(panel.draft, NAMESPACE, mark, {})
    vim.api.nvim_win_set_cursor(window, { place[1] + 1, place[2] })
  else
    panel.beside = window
    show_file(window, location, panel.encoding)
  end
  vim.cmd('normal! zv')
  if stays then
    vim.api.nvim_set_current_win(here)
  end
end

local function map(bufnr, keys, action, desc)
  vim.keymap.set('n', keys, action, { buffer = bufnr, nowait = true, silent = true, desc = desc })
end

local function keys(bufnr, refresh)
  map(bufnr, '<CR>', function()
    jump(false)
  end, 'Go to the place')
  map(bufnr, '<2-LeftMouse>', function()
    jump(false)
  end, 'Go to the place')
  map(bufnr, 'o', function()
    jump(true)
  end, 'Show the place and stay here')
  map(bufnr, 'R', refresh, 'Ask the server again')
  map(bufnr, 'q', '<Cmd>close<CR>', 'Close this window')
end

local function create(view, draft, refresh)
  local bufnr = vim.api.nvim_create_buf(false, true)
  local name = ('copydesk://%s (%s)'):format(vim.api.nvim_buf_get_name(draft), view)
  vim.api.nvim_buf_set_name(bufnr, name)
  vim.bo[bufnr].bufhidden = 'wipe'
  vim.bo[bufnr].modifiable = false
  vim.bo[bufnr].filetype = 'copydesk'
  panels[bufnr] = { view = view, draft = draft, targets = {}, locations = {} }
  vim.api.nvim_create_autocmd('BufWipeout', {
    buffer = bufnr,
    callback = function()
      forget(bufnr)
    end,
  })
  keys(bufnr, refresh)
  return bufnr
end

--- The width of a panel: enough for a name with its title, never more than half of what there is.
local function width()
  return math.max(30, math.min(60, math.floor(vim.o.columns * 0.4)))
end

--- Opens the panel of a view of a draft beside it, or goes to the one that is open. Returns its buffer.
function M.open(view, draft, refresh)
  for bufnr, panel in pairs(M.of_draft(draft)) do
    local window = vim.fn.bufwinid(bufnr)
    if panel.view == view and window ~= -1 then
      vim.api.nvim_set_current_win(window)
      return bufnr
    end
  end
  local bufnr = create(view, draft, refresh)
  vim.cmd(('botright %dvsplit'):format(width()))
  local window = vim.api.nvim_get_current_win()
  vim.api.nvim_win_set_buf(window, bufnr)
  for option, value in pairs({
    number = false,
    relativenumber = false,
    signcolumn = 'no',
    foldcolumn = '0',
    spell = false,
    wrap = true,
    linebreak = true,
    breakindent = true,
    breakindentopt = 'shift:2',
    cursorline = true,
    winfixwidth = true,
  }) do
    compat.set_window_option(window, option, value)
  end
  return bufnr
end

return M
