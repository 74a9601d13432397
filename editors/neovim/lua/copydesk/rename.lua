--- Renames with a say about quoted words. A name inside a quotation is the speaker's word: the server marks such edits, and the
--- user decides. Nothing is changed before.
local M = {}

local OUTSIDE = 'Leave the quotations as they are'
local EVERYWHERE = 'Change the quotations, too'
local EACH = 'Decide for each'

--- Takes the edits out that are to be left, and the marks from the others.
local function without(edit, left)
  edit.changeAnnotations = nil
  for _, change in ipairs(edit.documentChanges) do
    if change.edits then
      change.edits = vim.tbl_filter(function(one)
        return not left[one]
      end, change.edits)
      for _, one in ipairs(change.edits) do
        one.annotationId = nil
      end
    end
  end
  return edit
end

--- The marked edits that the server wants to be confirmed, with the lines that they are in.
local function quoted(edit)
  local found = {}
  for _, change in ipairs(edit.documentChanges or {}) do
    for _, one in ipairs(change.edits or {}) do
      local mark = one.annotationId and (edit.changeAnnotations or {})[one.annotationId]
      if mark and mark.needsConfirmation then
        table.insert(found, { edit = one, uri = change.textDocument.uri })
      end
    end
  end
  return found
end

local function line_of(one)
  local bufnr = vim.uri_to_bufnr(one.uri)
  local number = one.edit.range.start.line
  return number + 1, vim.api.nvim_buf_get_lines(bufnr, number, number + 1, false)[1] or ''
end

--- Asks about one after another; `on_done` gets those to change, or nothing if the user turned away.
local function ask_each(list, at, chosen, on_done)
  local one = list[at]
  if not one then
    return on_done(chosen)
  end
  local number, line = line_of(one)
  local prompt = ('%d of %d, line %d: %s'):format(at, #list, number, vim.trim(line))
  vim.ui.select({ 'Change', 'Leave' }, { prompt = prompt, kind = 'copydesk' }, function(choice)
    if choice then
      if choice == 'Change' then
        table.insert(chosen, one.edit)
      end
      ask_each(list, at + 1, chosen, on_done)
    else
      on_done(nil)
    end
  end)
end

local function ask(list, on_done)
  local choices = { OUTSIDE, EVERYWHERE }
  if #list > 1 then
    table.insert(choices, EACH)
  end
  local prompt = #list == 1 and 'One of the names is inside a quotation'
    or #list .. ' of the names are inside quotations'
  vim.ui.select(choices, { prompt = prompt, kind = 'copydesk' }, function(choice)
    if choice == EACH then
      ask_each(list, 1, {}, on_done)
    else
      local all = vim.tbl_map(function(one)
        return one.edit
      end, list)
      on_done(choice == OUTSIDE and {} or choice == EVERYWHERE and all or nil)
    end
  end)
end

--- The handler of `textDocument/rename`.
function M.handle(err, edit, ctx, config)
  local apply = vim.lsp.handlers['textDocument/rename']
  local list = not err and edit and quoted(edit) or {}
  if #list == 0 then
    return apply(err, edit, ctx, config)
  end
  local changedtick = vim.api.nvim_buf_get_changedtick(ctx.bufnr)
  ask(list, function(chosen)
    if not chosen then
      return
    end
    if vim.api.nvim_buf_get_changedtick(ctx.bufnr) ~= changedtick then
      require('copydesk.clients').say('the draft has changed; rename again', vim.log.levels.WARN)
      return
    end
    local left = {}
    for _, one in ipairs(list) do
      left[one.edit] = not vim.tbl_contains(chosen, one.edit)
    end
    apply(nil, without(edit, left), ctx, config)
  end)
end

return M
