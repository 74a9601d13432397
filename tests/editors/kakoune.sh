#!/usr/bin/env bash
# Opens a draft in a real Kakoune with kakoune-lsp, in tmux, with editors/kakoune/copydesk.kak as it is.
#   SERVER=copydesk STORY=story.md CONFIGURATIONS=editors kakoune.sh SCRATCH
set -euo pipefail
SESSION=$1
# shellcheck source=tests/editors/terminal.sh
. "$(dirname "$0")/terminal.sh"
rm -rf "$SESSION"
mkdir -p "$SESSION/config/kak" "$SESSION/bin" "$SESSION/draft"
mkdir -m 700 "$SESSION/run"

trap stop_kakoune EXIT
ln -s "$SERVER" "$SESSION/bin/copydesk"
printf 'eval %%sh{kak-lsp}\nremove-hooks global lsp-filetype-.*\nsource %s\n' "$CONFIGURATIONS/kakoune/copydesk.kak" > "$SESSION/config/kak/kakrc"
cp "$STORY" "$SESSION/draft/story.md"
printf 'It is is quiet.\n' > "$SESSION/draft/notes.txt"
touch "$SESSION/draft/copydesk.toml"
export XDG_CONFIG_HOME=$SESSION/config XDG_RUNTIME_DIR=$SESSION/run LANG=C.UTF-8 PATH=$SESSION/bin:$PATH
kak -version
kak-lsp --version

start_terminal "$SESSION/draft" kak story.md
expect 'Harbour to open again'
expect '!Zoé Ferranti'
words '9g27l'
expect ' 9:28 '
words ':lsp-hover'
keys Enter
expect 'short for Zoé Ferranti'
keys Escape
gone 'short for Zoé Ferranti'
words ':lsp-document-symbol'
keys Enter
expect '*goto*'
expect '"The cranes are safe"'
words ':delete-buffer'
keys Enter
expect 'story.md 9:28 '
words '/the harbour'
keys Enter
expect 'story.md 11:'
words 'gg/the harbour'
keys Enter
expect 'story.md 7:'
words ':lsp-code-actions'
keys Enter
expect 'Remove'
keys Enter
expect 'will open the harbour'
words ':edit notes.txt'
keys Enter
expect '!It is is quiet.'
words ':kill!'
keys Enter
ended
echo 'PASS: Kakoune, findings, hover, symbols and a quick fix'
