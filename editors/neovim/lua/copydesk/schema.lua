--- What the options of `setup()` may be. Only a table: `options` reads it.
local LEVELS = { 'off', 'hint', 'info', 'warning', 'error' }

local function switch()
  return { type = 'boolean', wanted = 'true or false' }
end

return {
  keys = {
    cmd = {
      wanted = 'the path of the program, or a list of it and its arguments',
      check = function(value)
        return type(value) == 'string' or (type(value) == 'table' and type(value[1]) == 'string')
      end,
    },
    filetypes = {
      wanted = 'a list of file types',
      check = function(value)
        if type(value) ~= 'table' then
          return false
        end
        for key, filetype in pairs(value) do
          if type(key) ~= 'number' or type(filetype) ~= 'string' then
            return false
          end
        end
        return true
      end,
    },
    diagnostics = {
      wanted = 'a table as for vim.diagnostic.config(), or false',
      check = function(value)
        return type(value) == 'table' or value == false
      end,
    },
    highlights = switch(),
    messages = switch(),
    settings = {
      type = 'table',
      wanted = 'a table of settings',
      keys = {
        date = {
          wanted = 'a date as YYYY-MM-DD',
          check = function(value)
            return type(value) == 'string' and value:match('^%d%d%d%d%-%d%d%-%d%d$') ~= nil
          end,
        },
        rules = {
          type = 'table',
          wanted = 'a table of rules',
          -- The server knows the rules.
          each = {
            wanted = 'a level (' .. table.concat(LEVELS, ', ') .. ') or a table of options',
            check = function(value)
              return type(value) == 'table' or vim.tbl_contains(LEVELS, value)
            end,
          },
        },
        inlayHints = {
          type = 'table',
          wanted = 'a table',
          keys = { pronounSpeakers = switch(), carriedSpeakers = switch(), calendarDays = switch() },
        },
        codeLens = { type = 'table', wanted = 'a table', keys = { speakers = switch() } },
        diagnostics = {
          type = 'table',
          wanted = 'a table',
          keys = { delay = { type = 'number', wanted = 'a number of milliseconds' } },
        },
        drafts = {
          type = 'table',
          wanted = 'a table',
          keys = { maxMegabytes = { type = 'number', wanted = 'a whole number from 1 to 64' } },
        },
        explain = {
          type = 'table',
          wanted = 'a table',
          keys = { address = { type = 'string', wanted = 'an address with “{code}” in it' } },
        },
        symbolSearch = { type = 'table', wanted = 'a table', keys = { allDrafts = switch() } },
        rename = {
          type = 'table',
          wanted = 'a table',
          keys = {
            inQuotations = {
              wanted = '"ask", "never" or "always"',
              check = function(value)
                return vim.tbl_contains({ 'ask', 'never', 'always' }, value)
              end,
            },
          },
        },
      },
    },
  },
}
