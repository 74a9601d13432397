" Drafts that Neovim, or an older version of it, does not know. What it does know is left as it is.
autocmd BufRead,BufNewFile *.archieml,*.aml setlocal filetype=archieml
autocmd BufRead,BufNewFile *.mdx if empty(&filetype) | setlocal filetype=mdx | endif
autocmd BufRead,BufNewFile *.qmd if empty(&filetype) | setlocal filetype=quarto | endif
