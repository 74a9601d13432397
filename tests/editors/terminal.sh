# shellcheck shell=bash
# What the tests of editors in a terminal share: tmux, keys, and waits for what is on its screen. SESSION is a folder of the test.

start_terminal() { # FOLDER COMMAND...
  local folder=$1
  shift
  tmux -S "$SESSION/tmux" -f /dev/null new-session -d -x 100 -y 30 -s desk -c "$folder" "$@"
}

stop_terminal() { tmux -S "$SESSION/tmux" kill-server 2> /dev/null || true; }

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
