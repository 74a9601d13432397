--- The page of a rule, in a buffer of its own that cannot be edited. The server has the pages; no network is needed.
local clients = require('copydesk.clients')
local findings = require('copydesk.findings')

local M = {}

local function any_client(bufnr)
  return clients.of(bufnr) or clients.all()[1]
end

local function fill(bufnr, page)
  vim.bo[bufnr].modifiable = true
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, vim.split(page.markdown, '\n', { plain = true }))
  vim.bo[bufnr].modifiable = false
  vim.bo[bufnr].modified = false
  vim.bo[bufnr].buftype = 'nofile'
  vim.bo[bufnr].swapfile = false
  vim.bo[bufnr].filetype = 'markdown'
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = bufnr, desc = 'Close the page' })
end

local function ask(params, on_page)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = any_client(bufnr)
  if not client then
    clients.say('no server is running that could explain a rule; open a draft first', vim.log.levels.WARN)
    return
  end
  clients.ask(client, bufnr, 'copydesk/explain', params, on_page)
end

local function show(code)
  ask({ code = code }, function(page)
    local bufnr = vim.fn.bufadd(page.uri)
    local window = vim.fn.bufwinid(bufnr)
    if window ~= -1 then
      vim.api.nvim_set_current_win(window)
    else
      -- It is filled here, so that it must not be asked for once more when it is shown.
      vim.cmd('noautocmd sbuffer ' .. bufnr)
      fill(bufnr, page)
    end
  end)
end

--- Shows the page of a rule; without a code, of the finding at the cursor.
---@param code string|nil
function M.show(code)
  if code then
    return show(code)
  end
  findings.choose(function(finding)
    show(findings.code(finding))
  end)
end

--- Fills a buffer that was opened by its address, "copydesk:/rules/doubled-word.md", as links of findings are.
function M.read(bufnr, code)
  ask({ code = code }, function(page)
    if vim.api.nvim_buf_is_valid(bufnr) then
      fill(bufnr, page)
    end
  end)
end

---@type string[]|nil
local codes

--- The codes of all rules, for completion; the program is asked once.
---@return string[]
function M.codes()
  if not codes then
    local program = require('copydesk.options').current().cmd[1]
    local lines = require('copydesk.run').lines({ program, 'rules', '--format', 'json' })
    local ok, rules = pcall(vim.fn.json_decode, lines or {})
    if not ok or type(rules) ~= 'table' then
      return {}
    end
    codes = vim.tbl_map(function(rule)
      return rule.code
    end, rules.rules or rules)
  end
  return codes
end

return M
