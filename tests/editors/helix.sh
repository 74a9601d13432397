#!/usr/bin/env bash
# Opens a draft in a real Helix, in tmux, with editors/helix/languages.toml as it is.
#   SERVER=copydesk STORY=story.md CONFIGURATIONS=editors helix.sh UNPACKED SCRATCH
# UNPACKED is a folder with Debian's package `hx` in it.
set -euo pipefail
unpacked=$1 SESSION=$2
# shellcheck source=tests/editors/terminal.sh
. "$(dirname "$0")/terminal.sh"
rm -rf "$SESSION"
mkdir -p "$SESSION/config/helix" "$SESSION/cache" "$SESSION/bin" "$SESSION/draft/.git"
trap stop_terminal EXIT
ln -s "$SERVER" "$SESSION/bin/copydesk"
# With one setting more, to see that settings reach the server.
sed 's/^diagnostics = .*/&\ndate = "2031-05-08"/' "$CONFIGURATIONS/helix/languages.toml" > "$SESSION/config/helix/languages.toml"
cat > "$SESSION/config/helix/config.toml" << 'END'
[editor]
end-of-line-diagnostics = "disable"
[editor.inline-diagnostics]
cursor-line = "hint"
END
cp "$STORY" "$SESSION/draft/story.md"
printf 'It is is quiet. Rosa Weil will leave on Monday.\n' > "$SESSION/draft/notes.txt"
export XDG_CONFIG_HOME=$SESSION/config XDG_CACHE_HOME=$SESSION/cache HELIX_RUNTIME=$unpacked/usr/lib/hx/runtime
export LANG=C.UTF-8 PATH=$SESSION/bin:$PATH
"$unpacked/usr/bin/hx" --version

start_terminal "$SESSION/draft" "$unpacked/usr/bin/hx" story.md:7
expect 'Harbour to open again'
expect 'Repeated word: “the”'

# Each step of a menu is waited for: a key that comes too early is lost.
words '9gg'
expect ' 9:1 '
words '27l'
expect ' 9:28 '
keys Space
expect 'Show docs'
words k
expect 'short for Zoé Ferranti'
keys Escape
gone 'short for Zoé Ferranti'
keys Space
expect 'symbol picker'
words s
expect 'string "The cranes are safe"'
keys Escape
gone 'string "The cranes are safe"'
keys Space
expect 'diagnostic picker'
words d
expect 'doubled-word'
keys Escape
gone 'doubled-word'
words ':7'
keys Enter
expect ' 7:1 '
words '/the harbour'
keys Enter
expect ' 7:65 '
keys Space
expect 'Perform code action'
words a
expect 'Remove'
keys Enter
expect 'will open the harbour'
words ':w'
keys Enter
expect 'written'
grep -qF 'will open the harbour' "$SESSION/draft/story.md" || { echo 'FAIL: the fix was not saved'; exit 1; }
words ':o notes.txt'
keys Enter
expect 'Repeated word: “is”'
words '/Monday'
keys Enter
expect ' 1:46 '
keys Space
expect 'Show docs'
words k
expect '12, 2031'
keys Escape
gone '12, 2031'
words ':qa!'
keys Enter
ended
echo 'PASS: Helix, findings, their list, hover, symbols and a quick fix'
