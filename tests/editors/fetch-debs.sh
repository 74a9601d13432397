#!/usr/bin/env bash
# Unpacks programs of another Debian suite, with every library they need, into a folder of their own. The system's
# packages stay as they are, and no root is needed; patchelf is.
#   fetch-debs.sh SUITE DESTINATION PACKAGE...
# The folder must stay where it is afterwards: the programs name it as the place of their libraries.
set -euo pipefail
suite=$1 destination=$2
shift 2
patchelf --version > /dev/null
# The mirror this machine uses for everything else.
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v -e security -e '^file:' -e '^copy:' | head -n1)
[ -n "$mirror" ] || { echo 'no Debian mirror is set up for apt' >&2; exit 1; }

rm -rf "$destination"
mkdir -p "$destination"
destination=$(cd "$destination" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/lists/partial "$work"/cache/archives/partial "$work"/preferences
# An empty status file: apt then works out all dependencies, the C library included.
: > "$work/status"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [arch=$(dpkg --print-architecture) signed-by=$keyring] $mirror $suite main" > "$work/sources.list"
options=(
  -qq -o Acquire::Retries=3 -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
  -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=-
  -o Dir::Etc::Preferences=- -o Dir::Etc::PreferencesParts="$work/preferences"
  -o Dir::State="$work" -o Dir::State::Lists="$work/lists" -o Dir::State::status="$work/status"
  -o Dir::Cache="$work/cache" -o APT::Sandbox::User= -o APT::Install-Recommends=false -o Debug::NoLocking=1
)
apt-get "${options[@]}" update
apt-get "${options[@]}" -y --download-only install "$@"
for package in "$work"/cache/archives/*.deb; do dpkg-deb -x "$package" "$destination"; done

# The programs get the unpacked C library by an absolute path of their own. LD_LIBRARY_PATH would leak into the
# server that they start, and running them through the loader would hide from them where they are.
loader=$(find "$destination/usr/lib" -path '*-linux-gnu/ld-linux*.so.*' | head -n1)
libraries=$(dirname "$loader")
find "$destination/usr/bin" -mindepth 1 -exec realpath {} + | sort -u | while read -r program; do
  if patchelf --print-interpreter "$program" > /dev/null 2>&1; then
    patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$program"
  fi
done
