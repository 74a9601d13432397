--- The options in force, and what is wrong with those that were given. It starts nothing and tells nobody.
local nearest = require('copydesk.nearest')
local schema = require('copydesk.schema')

local M = {}

---@class copydesk.Options
---@field cmd string[] the program and its arguments
---@field filetypes string[] what is read as a draft
---@field settings table what the server is told
---@field diagnostics table|false how findings are shown; false leaves it to Neovim's own settings
---@field highlights boolean whether people, quotations and dates are colored
---@field messages boolean whether the message line says what the finding at the cursor is

local function defaults()
  return {
    cmd = { 'copydesk', 'lsp' },
    filetypes = { 'archieml', 'html', 'markdown', 'mdx', 'pandoc', 'quarto', 'rmd', 'text' },
    settings = {},
    diagnostics = {},
    highlights = true,
    messages = true,
  }
end

---@type copydesk.Options
local current = defaults()

--- The options in force.
function M.current()
  return current
end

local function is_right(value, spec)
  if spec.type and type(value) ~= spec.type then
    return false
  end
  return not spec.check or spec.check(value)
end

local function unknown(path, key, names)
  return ('Unknown option “%s”. %s'):format(path, nearest.hint(key, names))
end

--- Copies what is right into a table, and writes down what is not.
local function read(given, spec, prefix, problems)
  local right = {}
  for key, value in pairs(given) do
    local path = prefix .. tostring(key)
    local inner = spec.each or (spec.keys and spec.keys[key])
    if not inner then
      table.insert(problems, unknown(path, tostring(key), vim.tbl_keys(spec.keys)))
    elseif not is_right(value, inner) then
      table.insert(problems, ('“%s” must be %s'):format(path, inner.wanted))
    elseif inner.keys or inner.each then
      right[key] = read(value, inner, path .. '.', problems)
    else
      right[key] = value
    end
  end
  return right
end

--- Puts options in force, what is wrong left out, and says what that is.
---@param given table|nil
---@return string[] problems
function M.set(given)
  local problems = {}
  if given ~= nil and type(given) ~= 'table' then
    given, problems = {}, { 'the options must be a table' }
  end
  local right = read(given or {}, schema, '', problems)
  table.sort(problems)
  current = vim.tbl_extend('force', defaults(), right)
  if type(current.cmd) == 'string' then
    current.cmd = { current.cmd, 'lsp' }
  end
  return problems
end

return M
