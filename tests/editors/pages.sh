#!/usr/bin/env bash
# Follows docs/editors.md as a new user does: puts the code of an editor's section where the page says, opens the draft that the page
# writes, and waits for its finding; then opens a longer draft and compares the screen with the picture on the page.
#   SERVER=copydesk ROOT=repository pages.sh (neovim | helix | emacs | kakoune) PROGRAM SCRATCH
set -euo pipefail
editor=$1 program=$2 SESSION=$3
TOOLS=$(cd "$(dirname "$0")" && pwd) PICTURES=$ROOT/docs/pictures
# shellcheck source=tests/editors/terminal.sh
. "$TOOLS/terminal.sh"
rm -rf "$SESSION"
mkdir -p "$SESSION/home/.config" "$SESSION/bin" "$SESSION/draft"
mkdir -m 700 "$SESSION/run"
ln -s "$SERVER" "$SESSION/bin/copydesk"
# A repository of its own, or the drafts would belong to this one.
git init -q "$SESSION/draft"
export HOME=$SESSION/home XDG_RUNTIME_DIR=$SESSION/run LANG=C.UTF-8 PATH=$SESSION/bin:$PATH COLORTERM=truecolor
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME

trap stop_kakoune EXIT

# code SECTION NUMBER: that block of code of a section of the page, with the repository in the place of /path/to/copydesk.
code() {
  awk -v section="## $1" -v number="$2" '
    /^## / { inside = $0 == section }
    inside && /^ *```/ { if (open) { open = 0 } else { open = 1; count++ }; next }
    open && count == number' "$ROOT/docs/editors.md" | sed "s|/path/to/copydesk|$ROOT|g"
}

# put SECTION NUMBER FILE
put() {
  mkdir -p "$(dirname "$3")"
  code "$1" "$2" > "$3"
  [ -s "$3" ] || { echo "FAIL: the page has no code $2 for $1"; exit 1; }
}

open_draft() { start_terminal "$SESSION/draft" "$program" "$@"; }

followed() {
  local took=$((($(date +%s%N) - begin) / 100000000))
  printf 'ok   %s: from nothing to a finding in %d.%d s\n' "$editor" $((took / 10)) $((took % 10))
  [ "$took" -lt 600 ] || { echo 'FAIL: that took more than a minute'; exit 1; }
}

begin=$(date +%s%N)
# The draft of the page.
eval "$(awk '/^printf/ { sub(/ > story.md/, ""); print; exit }' "$ROOT/docs/editors.md")" > "$SESSION/draft/story.md"
case $editor in
  neovim)
    put Neovim 1 "$HOME/.config/nvim/init.lua"
    open_draft story.md
    expect '▌ The the ferry left.'
    followed
    words w
    expect 'Repeated word: “the” (doubled-word)'
    ;;
  helix)
    put Helix 1 "$HOME/.config/helix/languages.toml"
    put Helix 2 "$HOME/.config/helix/config.toml"
    open_draft story.md
    expect 'Repeated word: “the”'
    followed
    ;;
  emacs)
    put Emacs 1 "$HOME/.emacs.d/init.el"
    # Emacs with native code compiles its own libraries when it first sees them, and fills the screen with what it thinks of them.
    echo '(setq native-comp-deferred-compilation nil native-comp-jit-compilation nil suggest-key-bindings nil)' \
      > "$HOME/.emacs.d/early-init.el"
    open_draft -nw story.md
    expect 'Flymake[0 1'
    followed
    ;;
  kakoune)
    put Kakoune 1 "$HOME/.config/kak/kakrc"
    open_draft story.md
    expect '!The the ferry left.'
    followed
    ;;
esac
stop_terminal

cp "$TOOLS/neovim/story.md" "$SESSION/draft/harbour.md"
case $editor in
  neovim)
    open_draft +7 harbour.md
    expect '▌ '
    words ':Copydesk sources'
    keys Enter
    expect 'Malik Orsolo  44%'
    keys C-w p
    words ':call search("the harbour")'
    keys Enter
    expect 'Repeated word: “the” (doubled-word)'
    picture neovim 'Neovim: a doubled word is marked, and a window beside the draft lists who speaks'
    ;;
  helix)
    open_draft harbour.md:7
    expect 'Repeated word: “the”'
    picture helix 'Helix: the finding is written beneath its line'
    ;;
  emacs)
    open_draft -nw harbour.md
    expect 'Flymake[0 1'
    keys M-x
    words copydesk-sources
    keys Enter
    expect 'Malik Orsolo  44%'
    picture emacs 'Emacs: the draft, and who speaks in it'
    ;;
  kakoune)
    open_draft -s desk harbour.md
    expect '!Zoé Ferranti'
    words '9g27l'
    expect ' 9:28 '
    words ':lsp-hover'
    keys Enter
    expect 'short for Zoé Ferranti'
    picture kakoune 'Kakoune: a mark beside the line with a finding, and who Ferranti is'
    ;;
esac
echo "PASS: the page for $editor was followed"
