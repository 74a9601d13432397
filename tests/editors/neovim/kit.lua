--- What the tests in Neovim share: checks, waits for a condition, and questions to the server. It knows no test.
local M = {}

--- Milliseconds. Nothing takes that long; a busy machine may.
local TIMEOUT = 30000
local failures = 0
local checks = 0

function M.log(...)
  io.stdout:write(table.concat({ ... }, ' ') .. '\n')
  -- So that a test that is cut off has said how far it came.
  io.stdout:flush()
end

function M.check(ok, what)
  checks = checks + 1
  M.log((ok and 'ok   ' or 'FAIL ') .. what)
  if not ok then
    failures = failures + 1
  end
  return ok
end

function M.wait(condition)
  return (vim.wait(TIMEOUT, condition, 20))
end

--- Checks that something comes about.
function M.comes(what, condition)
  return M.check(M.wait(condition), what)
end

local function is_of_buffer(client, bufnr)
  return client.initialized and client.attached_buffers[bufnr] ~= nil
end

--- The client that the current buffer is attached to and that is ready.
function M.client()
  local bufnr = vim.api.nvim_get_current_buf()
  return vim.tbl_filter(function(client)
    return is_of_buffer(client, bufnr)
  end, require('copydesk').clients())[1]
end

--- Whether a buffer is given to the server.
function M.is_attached(bufnr)
  return #vim.tbl_filter(function(client)
    return client.attached_buffers[bufnr] ~= nil
  end, require('copydesk').clients()) > 0
end

function M.code_of(diagnostic)
  return diagnostic.code or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code)
end

--- The findings of a rule in the current buffer.
function M.found(code)
  return vim.tbl_filter(function(diagnostic)
    return M.code_of(diagnostic) == code
  end, vim.diagnostic.get(0))
end

--- What the server answers about the current buffer; nil if it is an error.
function M.request(method, params)
  local client = M.client()
  -- With 0 in its place, Neovim leaves edits unsent that the server must know for the answer.
  local bufnr = vim.api.nvim_get_current_buf()
  local answer
  local function on(err, result)
    answer = { err = err, result = result }
  end
  params.textDocument = { uri = vim.uri_from_bufnr(0) }
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, on, bufnr)
  else
    client.request(method, params, on, bufnr)
  end
  M.wait(function()
    return answer ~= nil
  end)
  if answer and answer.err then
    M.log('     ' .. method .. ': ' .. vim.inspect(answer.err))
  end
  return answer and not answer.err and answer.result or nil
end

function M.edit(file)
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
end

--- The text of a line, counted from 0.
function M.line(number)
  return vim.api.nvim_buf_get_lines(0, number, number + 1, false)[1]
end

function M.lines(bufnr)
  return vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, false)
end

--- Whether a text is in one of the lines of a buffer.
function M.has_text(text, bufnr)
  return table.concat(M.lines(bufnr), '\n'):find(text, 1, true) ~= nil
end

--- Types keys, and waits until Neovim has done what they say.
function M.press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'xtm', false)
end

--- Opens a view of the draft and returns its buffer once the text is in it.
function M.open_view(view, text)
  vim.cmd('Copydesk ' .. view)
  local bufnr = vim.api.nvim_get_current_buf()
  M.comes(('%s has “%s”'):format(view, text), function()
    return M.has_text(text, bufnr)
  end)
  return bufnr
end

--- A new folder with files in it, a table of texts by name. Links in its path are resolved, as the server does it.
function M.folder(files)
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, 'p')
  folder = vim.loop.fs_realpath(folder)
  for name, text in pairs(files) do
    M.write(folder .. '/' .. name, text)
  end
  return folder
end

function M.write(path, text)
  local file = assert(io.open(path, 'w'))
  file:write(text)
  file:close()
end

--- What the user is told while `action` runs.
function M.messages(action)
  local said = {}
  local notify = vim.notify
  vim.notify = function(message)
    table.insert(said, message)
  end
  local ok, err = pcall(action, said)
  vim.notify = notify
  assert(ok, err)
  return table.concat(said, '\n')
end

--- Opens a file and waits for the server.
function M.open_draft(file)
  M.edit(file)
  M.comes('the server is attached to ' .. vim.fn.fnamemodify(file, ':t'), function()
    return M.client() ~= nil
  end)
  assert(M.client(), 'nothing else can be checked without a server')
end

local function report(name, ok)
  local v = vim.version()
  local passed = ok and failures == 0
  local summary = '%s: %s in Neovim %d.%d.%d, %d checks, %d failed'
  M.log(summary:format(passed and 'PASS' or 'FAIL', name, v.major, v.minor, v.patch, checks, failures))
  io.stdout:flush()
  vim.cmd(passed and 'qall!' or 'cquit 1')
end

--- Runs the steps of a test, one after another, and ends Neovim: exit status 0 or 1. Before `VimEnter`, Neovim puts off starting
--- servers, which no user would see.
function M.run(name, steps)
  local function all()
    for _, step in ipairs(steps) do
      step()
    end
  end
  vim.api.nvim_create_autocmd('VimEnter', {
    callback = vim.schedule_wrap(function()
      local ok, err = xpcall(all, debug.traceback)
      if not ok then
        M.log('ERROR ' .. err)
      end
      report(name, ok)
    end),
  })
end

return M
