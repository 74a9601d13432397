#!/usr/bin/env bash
# Installs a VS Code (code-server), the Node it needs and a browser driver in .try/vscode, from the npm registry alone.
# It installs no browser: that is a package of the system.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
destination=$(cd "$here/../../.." && pwd)/.try/vscode
mkdir -p "$destination"
stamp=$destination/.installed-from
if cmp -s "$here/package-lock.json" "$stamp"; then exit 0; fi
rm -f "$stamp"
cp "$here/package.json" "$here/package-lock.json" "$destination/"
cd "$destination"
# No install scripts: they compile native modules for minutes, and editing needs none of them.
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)
npm ci "${quiet[@]}"
# VS Code's own modules are pinned by shrinkwraps that `npm ci` finds out of step with their package.json.
vscode=$destination/node_modules/code-server/lib/vscode
for part in "$vscode" "$vscode/extensions"; do
  (cd "$part" && npm install --omit=dev "${quiet[@]}")
done
cp "$here/package-lock.json" "$stamp"
