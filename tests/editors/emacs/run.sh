#!/usr/bin/env bash
# Compiles copydesk.el with warnings as errors, checks its texts, and opens a draft with it in a real Emacs.
#   SERVER=copydesk STORY=story.md CONFIGURATIONS=editors run.sh SCRATCH
set -euo pipefail
scratch=$1
tests=$(cd "$(dirname "$0")" && pwd)
rm -rf "$scratch"
mkdir -p "$scratch/home" "$scratch/draft"
cp "$CONFIGURATIONS/emacs/copydesk.el" "$scratch/"
cp "$STORY" "$scratch/draft/story.md"
touch "$scratch/draft/copydesk.toml"
export HOME=$scratch/home STORY=$scratch/draft/story.md
cd "$scratch"

# Debian has Eglot for Emacs 28 as a package, which is not active in batch mode.
packages=(--eval '(progn (require (quote package)) (package-initialize))')
emacs --version | head -n 1
emacs --batch "${packages[@]}" --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile copydesk.el
remarks=$(emacs --batch "${packages[@]}" --eval '(checkdoc-file "copydesk.el")' 2>&1 | grep -F 'copydesk.el:' || true)
[ -z "$remarks" ] || { printf '%s\nFAIL: checkdoc\n' "$remarks"; exit 1; }
timeout --kill-after=10 120 emacs --batch "${packages[@]}" -L "$scratch" -l "$tests/desk.el"
