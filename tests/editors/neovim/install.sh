#!/usr/bin/env bash
# Installs the plugin in each way that docs/editors.md and the README of the plugin name, from a clone on this disk, and opens
# a draft in a Neovim that has nothing but that in its configuration.
#   PLUGIN=editors/neovim SERVER=copydesk TESTS=tests/editors/neovim install.sh NVIM SCRATCH
set -euo pipefail
nvim=$1 scratch=$2
rm -rf "$scratch"
mkdir -p "$scratch/bin"
ln -s "$SERVER" "$scratch/bin/copydesk"
export PATH=$scratch/bin:$PATH

# A repository like that of copydesk, with the plugin in a folder of it.
clone=$scratch/clone
mkdir -p "$clone/editors"
cp -r "$PLUGIN" "$clone/editors/neovim"
git -C "$clone" init -q
git -C "$clone" add -A
git -C "$clone" -c user.name=Desk -c user.email=desk@example.org -c commit.gpgsign=false commit -q -m Plugin

has() { [ "$("$nvim" --headless --clean -n -i NONE +"echo has('nvim-$1')" +qa 2>&1)" = 1 ]; }

# try WAY reads the configuration from standard input, and opens a draft with it.
try() {
  local home=$scratch/$1
  mkdir -p "$home/nvim" "$home/draft"
  cat > "$home/nvim/init.lua"
  printf 'The the ferry left.\n' > "$home/draft/story.md"
  # Each way has its own folders, so that none finds what another has installed.
  XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state XDG_CACHE_HOME=$home/cache WAY=$1 STORY=$home/draft/story.md \
    timeout --kill-after=10 120 "$nvim" --headless -n -i NONE -c "luafile $TESTS/install.lua"
}

start="require('copydesk').setup()"
try runtimepath << END
vim.opt.runtimepath:prepend('$clone/editors/neovim')
$start
END

mkdir -p "$scratch/package/data/nvim/site/pack/desk/start"
ln -s "$clone/editors/neovim" "$scratch/package/data/nvim/site/pack/desk/start/copydesk"
try package <<< "$start"

if has 0.11; then
  try enable << END
vim.opt.runtimepath:prepend('$clone/editors/neovim')
vim.lsp.enable('copydesk')
END
fi

if has 0.12; then
  try vim-pack << END
vim.pack.add({ { src = 'file://$clone', name = 'copydesk' } }, {
  confirm = false,
  load = function(plugin)
    vim.opt.runtimepath:prepend(plugin.path .. '/editors/neovim')
  end,
})
vim.lsp.enable('copydesk')
END
fi
