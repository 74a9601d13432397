-- Defines the command and the `<Plug>` keys of the plugin. It starts nothing: `vim.lsp.enable('copydesk')` or
-- `require('copydesk').setup()` does.
if vim.g.loaded_copydesk then
  return
end
vim.g.loaded_copydesk = true

vim.api.nvim_create_user_command('Copydesk', function(command)
  require('copydesk.commands').run(command.fargs)
end, {
  nargs = '+',
  complete = function(lead, line, position)
    return require('copydesk.commands').complete(lead, line:sub(1, position))
  end,
  desc = 'Views of a draft, and what to do about its findings',
})

for _, name in ipairs({ 'outline', 'sources', 'notes', 'timeline', 'diff', 'explain', 'ignore', 'fixall' }) do
  local keys = ('<Plug>(copydesk-%s)'):format(name)
  vim.keymap.set('n', keys, ('<Cmd>Copydesk %s<CR>'):format(name), { desc = 'copydesk: ' .. name })
end
for _, name in ipairs({ 'next', 'previous' }) do
  vim.keymap.set('n', ('<Plug>(copydesk-%s)'):format(name), function()
    require('copydesk')[name]()
  end, { desc = ('copydesk: %s finding'):format(name) })
end

-- The pages of the rules, at the addresses that findings give for them.
vim.api.nvim_create_autocmd('BufReadCmd', {
  group = vim.api.nvim_create_augroup('copydesk.pages', { clear = true }),
  pattern = 'copydesk:/rules/*.md',
  callback = function(event)
    require('copydesk.explain').read(event.buf, event.match:match('([%w-]+)%.md$'))
  end,
})
