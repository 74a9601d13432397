-- Run by install.sh in a Neovim that has the plugin in one of the ways to install it: WAY, with the draft STORY.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes = kit.check, kit.comes

local function a_draft_gets_its_finding()
  kit.open_draft(os.getenv('STORY'))
  comes('the finding is there', function()
    return #kit.found('doubled-word') == 1
  end)
end

local function the_commands_are_there()
  check(vim.fn.exists(':Copydesk') == 2, ':Copydesk is a command')
  local folder = vim.api.nvim_get_runtime_file('lua/copydesk/init.lua', true)
  check(#folder == 1, 'the plugin is found once: ' .. table.concat(folder, ' '))
end

--- Every tag leads somewhere, and every place that the help refers to exists.
local function the_help_opens()
  local folder = vim.fn.fnamemodify(vim.api.nvim_get_runtime_file('doc/copydesk.txt', false)[1], ':h')
  vim.cmd('helptags ' .. vim.fn.fnameescape(folder))
  vim.cmd('help copydesk')
  check(vim.fn.expand('%:t') == 'copydesk.txt', 'the help opens: ' .. vim.bo.filetype .. ' ' .. vim.fn.expand('%'))
  local text = table.concat(kit.lines(), '\n')
  for tag in text:gmatch('|([^%s|]+)|') do
    check(pcall(vim.cmd, 'help ' .. tag), 'the help knows |' .. tag .. '|')
  end
  check(#vim.fn.readfile(folder .. '/tags') >= 8, 'tags: ' .. #vim.fn.readfile(folder .. '/tags'))
end

kit.run('install: ' .. os.getenv('WAY'), {
  a_draft_gets_its_finding,
  the_commands_are_there,
  the_help_opens,
})
