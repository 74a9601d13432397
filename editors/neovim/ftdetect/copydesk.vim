" Formats of drafts that Neovim, or an older version of it, does not know. It takes *.aml for something else that no newsroom has.
autocmd BufRead,BufNewFile *.archieml,*.aml setlocal filetype=archieml
autocmd BufRead,BufNewFile *.mdx if empty(&filetype) | setlocal filetype=mdx | endif
autocmd BufRead,BufNewFile *.qmd if empty(&filetype) | setlocal filetype=quarto | endif
