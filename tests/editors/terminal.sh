# shellcheck shell=bash
# What the tests of editors in a terminal share: tmux, keys, and waits for what is on its screen. SESSION is a folder of the test.

start_terminal() { # FOLDER COMMAND...
  local folder=$1
  shift
  tmux -S "$SESSION/tmux" -f /dev/null new-session -d -x 100 -y 30 -s desk -c "$folder" "$@"
}

# Afterwards another one can be started.
stop_terminal() {
  tmux -S "$SESSION/tmux" kill-server 2> /dev/null || true
  while tmux -S "$SESSION/tmux" list-sessions > /dev/null 2>&1; do sleep 0.05; done
  rm -f "$SESSION/tmux"
}

# kak-lsp goes on by itself once Kakoune has ended; only the one of this test, in its own XDG_RUNTIME_DIR, is stopped.
stop_kakoune() {
  stop_terminal
  local pid
  for pid in $(pgrep -x kak-lsp || true); do
    if tr '\0' '\n' 2> /dev/null < "/proc/$pid/environ" | grep -qxF "XDG_RUNTIME_DIR=$SESSION/run"; then kill "$pid" 2> /dev/null || true; fi
  done
}

# With a space after each line, so that the end of a line can be told.
screen() { tmux -S "$SESSION/tmux" capture-pane -p -t desk 2> /dev/null | sed "s/$/ /" || true; }

# expect TEXT waits until the screen shows it, half a minute at most.
expect() {
  local end=$((SECONDS + 30))
  until screen | grep -qF -- "$1"; do
    if [ "$SECONDS" -ge "$end" ]; then
      printf 'FAIL: no "%s" on the screen:\n' "$1"
      screen
      return 1
    fi
    sleep 0.05
  done
  printf 'ok   %s\n' "$1"
}

# gone TEXT waits until the screen no longer shows it, as after Escape: with a key right behind it, Escape is the key Alt.
gone() {
  local end=$((SECONDS + 30))
  while screen | grep -qF -- "$1"; do
    [ "$SECONDS" -lt "$end" ] || { printf 'FAIL: still "%s" on the screen:\n' "$1"; screen; return 1; }
    sleep 0.05
  done
}

# keys KEY... as tmux names them; words types text as it is.
keys() { tmux -S "$SESSION/tmux" send-keys -t desk "$@"; }
words() { tmux -S "$SESSION/tmux" send-keys -t desk -l "$1"; }

# ended waits until the editor has ended.
ended() {
  local end=$((SECONDS + 30))
  while tmux -S "$SESSION/tmux" has-session -t desk 2> /dev/null; do
    [ "$SECONDS" -lt "$end" ] || { echo 'FAIL: the editor does not end'; screen; return 1; }
    sleep 0.05
  done
}

# picture NAME TITLE compares the screen with docs/pictures/NAME.svg, for half a minute at most; COPYDESK_UPDATE=1 draws it anew.
picture() {
  local file=$PICTURES/$1.svg end=$((SECONDS + 30))
  if [ "${COPYDESK_UPDATE:-}" = 1 ]; then
    sleep 2
    colors | python3 "$TOOLS/picture.py" write "$file" "$2"
  fi
  until colors | python3 "$TOOLS/picture.py" same "$file"; do
    if [ "$SECONDS" -ge "$end" ]; then
      printf 'FAIL: the screen is another one than in %s:\n' "$file"
      screen
      return 1
    fi
    sleep 0.2
  done
  printf 'ok   the picture %s\n' "$1"
}

colors() { tmux -S "$SESSION/tmux" capture-pane -e -N -p -t desk; }
