# copydesk for Kakoune, through kakoune-lsp (kak-lsp): source this from kakrc after kakoune-lsp is set up, that is, after
#     eval %sh{kak-lsp}
# `copydesk` must be on PATH, or give its path as `command`.

# Kakoune itself has no file type for plain text.
hook global BufCreate .*\.txt %{
    set-option buffer filetype text
}

hook global BufSetOption filetype=(markdown|text) %{
    set-option buffer lsp_servers %{
        [copydesk]
        root_globs = ["copydesk.toml", ".git"]
        command = "copydesk"
        args = ["lsp"]
    }
}

hook global WinSetOption filetype=(markdown|text) %{
    lsp-enable-window
}
