--- `:Copydesk` with its subcommands and their completion.
local clients = require('copydesk.clients')
local compat = require('copydesk.compat')
local nearest = require('copydesk.nearest')

local M = {}

local function view(name)
  return function()
    require('copydesk.views').open(name)
  end
end

local SUBCOMMANDS = {
  outline = { run = view('outline') },
  sources = { run = view('sources') },
  timeline = { run = view('timeline') },
  notes = { run = view('notes') },
  diff = { run = view('diff') },
  explain = {
    run = function(code)
      require('copydesk.explain').show(code)
    end,
    choices = function()
      return require('copydesk.explain').codes()
    end,
  },
  ignore = {
    run = function(scope)
      require('copydesk.ignore').here(scope)
    end,
    choices = function()
      return require('copydesk.ignore').SCOPES
    end,
  },
  fixall = {
    run = function()
      require('copydesk.fix_all').run()
    end,
  },
  log = {
    run = function()
      vim.cmd('split ' .. vim.fn.fnameescape(compat.log_path()))
      vim.cmd('normal! G')
    end,
  },
  restart = {
    run = function()
      require('copydesk.start').restart()
    end,
  },
}

local function names()
  local all = vim.tbl_keys(SUBCOMMANDS)
  table.sort(all)
  return all
end

--- Runs `:Copydesk` with its arguments.
---@param arguments string[]
function M.run(arguments)
  local name = arguments[1]
  local subcommand = SUBCOMMANDS[name]
  if not subcommand then
    clients.say(('Unknown command “%s”. %s'):format(name, nearest.hint(name, names())), vim.log.levels.ERROR)
  elseif #arguments > (subcommand.choices and 2 or 1) then
    clients.say(('Too many arguments for “:Copydesk %s”'):format(name), vim.log.levels.ERROR)
  else
    subcommand.run(arguments[2])
  end
end

--- What can be written at the cursor.
---@param lead string what is written of the word
---@param line string the whole command line up to the cursor
function M.complete(lead, line)
  local words = vim.split(vim.trim(line), '%s+')
  local place = #words - (lead == '' and 0 or 1)
  local function fitting(choices)
    return vim.tbl_filter(function(choice)
      return vim.startswith(choice, lead)
    end, choices)
  end
  local subcommand = SUBCOMMANDS[words[2]]
  if place == 1 then
    return fitting(names())
  elseif place == 2 and subcommand and subcommand.choices then
    return fitting(subcommand.choices())
  end
  return {}
end

return M
