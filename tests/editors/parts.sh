# shellcheck shell=bash
# The parts `neovim` and `editors` of tests/run, which reads this file and has the functions used here.

# Whether a Neovim enables servers by name (0.11 and newer).
enables_servers() {
  [ "$("$1" --headless --clean -n -i NONE +"echo exists('*nvim_get_runtime_file') && has('nvim-0.11')" +qa 2>&1)" = 1 ]
}

neovim_tests() { # PROGRAM [RUNTIME]
  [ -z "${2:-}" ] || export VIMRUNTIME=$2
  local test wrong=0
  for test in smoke options buffers desk versions screen enable; do
    [ "$test" != enable ] || enables_servers "$1" || continue
    timeout --kill-after=10 600 "$1" --headless --clean -n --cmd "set runtimepath^=$PLUGIN" -c "luafile $TESTS/$test.lua" || wrong=1
  done
  "$TESTS/install.sh" "$1" "$scratch/neovim-install" || wrong=1
  return "$wrong"
}

lua_format() {
  local folder=$scratch/stylua
  mkdir -p "$folder" && cd "$folder" || return 1
  [ -e package.json ] || npm init -y > /dev/null || return 1
  retry npm install --silent --ignore-scripts --no-audit --no-fund @johnnymorganz/stylua@2.5.2 || return 1
  node "$TESTS/format.mjs" "$PLUGIN" "$TESTS"
}

run_neovim() {
  build_server || { leave_out 'the Neovim tests (the server could not be built)'; return; }
  export SERVER=$server DRAFT=$root/tests/editors/draft.md EXAMPLES=$root/examples
  export TESTS=$root/tests/editors/neovim PLUGIN=$root/editors/neovim
  export XDG_STATE_HOME=$scratch/neovim XDG_CACHE_HOME=$scratch/neovim
  if want luacheck lua-check; then
    step 'luacheck' '^Total' luacheck --quiet --no-color --config "$PLUGIN/.luacheckrc" "$PLUGIN" "$TESTS" || true
  else
    leave_out 'luacheck (it is not installed)'
  fi
  if have node && have npm; then
    step 'format of the Lua files' '^(PASS|ERROR)|ERR!' lua_format || true
  else
    leave_out 'the format of the Lua files (Node with npm is needed)'
  fi
  want git git || { leave_out 'the Neovim tests (git is needed)'; return; }
  if want nvim neovim; then
    step 'Neovim of the system' '^(PASS|FAIL|ERROR)' neovim_tests nvim || true
  else
    leave_out 'Neovim of the system (it is not installed)'
  fi
  local suite debs
  for suite in trixie forky; do
    debs=$scratch/debs/$suite
    unpacked "$suite" "$debs" neovim || { leave_out "Neovim of Debian $suite (apt and patchelf are needed to unpack it)"; continue; }
    step "Neovim of Debian $suite" '^(PASS|FAIL|ERROR)' \
      neovim_tests "$debs/usr/bin/nvim" "$debs/usr/share/nvim/runtime" || true
  done
}

# unpacked SUITE FOLDER PACKAGE: the package of a newer Debian, with all that it needs, in a folder of its own.
unpacked() {
  [ ! -e "$2/.complete" ] || return 0
  have apt-get && want patchelf patchelf || return 1
  step "unpack $3 of Debian $1" '^E:' retry tests/editors/fetch-debs.sh "$1" "$2" "$3" || return 1
  touch "$2/.complete"
}

run_editors() {
  build_server || { leave_out 'the tests of other editors (the server could not be built)'; return; }
  export SERVER=$server STORY=$root/tests/editors/neovim/story.md CONFIGURATIONS=$root/editors
  if want emacs emacs-nox && emacs_has_eglot; then
    step 'Emacs' '^(PASS|FAIL|ERROR)' tests/editors/emacs/run.sh "$scratch/emacs" || true
  else
    leave_out 'Emacs (it is not installed, or has no eglot)'
  fi
  want tmux tmux || { leave_out 'Helix and Kakoune (tmux is not installed)'; return; }
  if unpacked trixie "$scratch/debs/helix" hx; then
    step 'Helix' '^(PASS|FAIL|ERROR)' tests/editors/helix.sh "$scratch/debs/helix" "$scratch/helix" || true
  else
    leave_out 'Helix (apt and patchelf are needed to unpack it)'
  fi
  run_kakoune
}

# Emacs 29 and newer have it built in; Debian has it as a package for older ones.
emacs_has_eglot() {
  emacs --batch --eval "(require 'eglot)" 2> /dev/null && return 0
  have apt-get && [ "$(id -u)" -eq 0 ] && retry apt_install elpa-eglot && emacs --batch -l package --eval "(package-initialize)" --eval "(require 'eglot)"
}

# kakoune-lsp is in no package of Debian's and takes minutes to compile, so that its test runs only where somebody has it.
run_kakoune() {
  if ! have kak-lsp; then
    printf '\n== Kakoune is not tested here: kak-lsp is not on PATH (cargo install kak-lsp --locked)\n'
  elif want kak kakoune; then
    step 'Kakoune' '^(PASS|FAIL)' tests/editors/kakoune.sh "$scratch/kakoune" || true
  else
    leave_out 'Kakoune (it is not installed)'
  fi
}
