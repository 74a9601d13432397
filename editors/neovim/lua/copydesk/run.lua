--- Runs the program for what it prints. It never waits for long: whatever `cmd` names may be something else than expected.
local M = {}

--- Milliseconds.
local PATIENCE = 10000

--- What a command prints, error output included, or nil if it fails or does not end in time; then, as the second, what is wrong.
---@param command string[]
---@return string[]|nil, string|nil
function M.lines(command)
  local lines = {}
  local function take(_, data)
    for _, line in ipairs(data) do
      if line ~= '' then
        table.insert(lines, line)
      end
    end
  end
  local options = { stdin = 'null', stdout_buffered = true, stderr_buffered = true, on_stdout = take, on_stderr = take }
  local ok, job = pcall(vim.fn.jobstart, command, options)
  if not ok or job <= 0 then
    return nil, 'it cannot be run'
  end
  local status = vim.fn.jobwait({ job }, PATIENCE)[1]
  if status == -1 then
    vim.fn.jobstop(job)
    return nil, 'it did not end in ten seconds'
  end
  if status ~= 0 then
    return nil, table.concat(lines, ' ')
  end
  return lines, nil
end

return M
