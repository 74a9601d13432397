-- Defines the command of the plugin. It starts nothing: `require('copydesk').setup()` does.
if vim.g.loaded_copydesk then
  return
end
vim.g.loaded_copydesk = true

vim.api.nvim_create_user_command('CopydeskRestart', function()
  require('copydesk').restart()
end, { desc = 'Stop copydesk and start it again' })
