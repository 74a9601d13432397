#!/usr/bin/env bash
# Builds the stages of the Dockerfile and runs what came out, without asking a registry for an image: tests/image.sh FOLDER
#
# The images that the Dockerfile begins with are replaced by stand-ins: the file system of this machine, read-only, with its Rust, and an
# `apk` that installs nothing. On Alpine a program is linked without libraries beside it; here that is asked for. So it is tested that the
# stages have all that the program is built of, that the program runs with nothing beside it, as nobody, on drafts that cannot be
# written, and that it is where `ci` has its programs. Whether Alpine has the packages that are named is not.
set -euo pipefail

cd "$(dirname "$0")/.."
mkdir -p "$1"
out=$(cd "$1" && pwd)
target=$(rustc -vV | sed -n 's/^host: //p')
cargo=$(rustup which cargo 2> /dev/null || command -v cargo)
toolchain=$(dirname "$(dirname "$cargo")")
registry=${CARGO_HOME:-$HOME/.cargo}
rm -rf "$out/stand-in" "$out/context" "$out/drafts"
mkdir -p "$out/stand-in/bin" "$out/context" "$out/drafts"

tool() { buildah --storage-driver vfs --root "$out/store" --runroot "$out/run" "$@"; }

printf '#!/bin/sh\necho "the stand-in installs nothing: $*"\n' > "$out/stand-in/bin/apk"
cat > "$out/stand-in/bin/cargo" << END
#!/bin/sh
# Cargo as on Alpine, where nothing is linked from outside; optimized less, which takes minutes instead of a quarter of an hour.
set -e
"$cargo" "\$@" --target $target
mkdir -p target/release && cp target/$target/release/copydesk target/release/
END
chmod +x "$out"/stand-in/bin/*
cat > "$out/stand-in/Dockerfile" << END
FROM scratch
COPY bin /stand-in
ENV PATH=/stand-in:$toolchain/bin:/usr/bin CARGO_HOME=$registry RUSTFLAGS=-Ctarget-feature=+crt-static
ENV CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
END
host=()
for folder in /usr /bin /lib /lib64 /etc; do host+=(--volume "$folder:$folder:ro"); done
host+=(--volume "$toolchain:$toolchain:ro" --volume "$registry:$registry")
tool bud --isolation chroot --quiet --tag docker.io/library/rust:1-alpine --tag docker.io/library/alpine:3 "$out/stand-in"

# What is committed or new, as a checkout has it, and nothing that was built.
git ls-files --cached --others --exclude-standard -z | tar --create --null --files-from=- --ignore-failed-read | tar --extract -C "$out/context"
tool bud --isolation chroot --pull-never --layers "${host[@]}" --tag copydesk "$out/context"
tool bud --isolation chroot --pull-never --layers "${host[@]}" --target ci --tag copydesk:ci "$out/context"

printf 'The the ferry left.\n' > "$out/drafts/story.md"
chmod -R a+rX "$out"
container=$(tool from --pull-never copydesk)
inside=$(tool mount "$container")
found=$(cd "$inside" && find . -type f | sort)
[ "$found" = ./copydesk ] || { echo "ERROR: files in the image: $found"; exit 1; }
# As the comment in the Dockerfile has it: no network, nothing but the program, drafts that cannot be written, nobody's rights.
code=0
printed=$(cd "$out/drafts" && unshare --net --mount sh -c "mkdir -p '$inside/drafts' && mount --bind '$out/drafts' '$inside/drafts' \
  && mount -o remount,bind,ro '$inside/drafts' && cd '$inside/drafts' \
  && exec chroot --userspec=65534:65534 '$inside' /bin/../copydesk lint --no-cache --format concise /drafts") || code=$?
printf '%s\n' "$printed"
[ "$code" -eq 1 ] && [[ $printed == *doubled-word* ]] || { echo "ERROR: exit code $code"; exit 1; }
config=$(tool inspect --type image copydesk)
for setting in '"User": "65534:65534"' '"WorkingDir": "/drafts"' '"/copydesk"'; do
  [[ $config == *"$setting"* ]] || { echo "ERROR: the image has no $setting"; exit 1; }
done
services=$(tool mount "$(tool from --pull-never copydesk:ci)")
"$services/usr/local/bin/copydesk" --version
tool rm --all > /dev/null
echo 'PASS: the stages are built, and the program runs'
