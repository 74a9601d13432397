-- For `vim.lsp.enable('copydesk')`, which needs nothing else (Neovim 0.11 and newer).
return require('copydesk.server').config()
