#!/usr/bin/env bash
# Runs `copydesk lint` with the inputs of the GitHub Action, which are in the environment. It takes none of them for code.
set -euo pipefail

program=${COPYDESK_PROGRAM:-$RUNNER_TEMP/copydesk/bin/copydesk}
arguments=(lint --format github --fail-on "${COPYDESK_FAIL_ON:-warning}")
[ -z "${COPYDESK_BASELINE:-}" ] || arguments+=("--baseline=$COPYDESK_BASELINE")
[ -z "${COPYDESK_SARIF:-}" ] || arguments+=("--report=sarif=$COPYDESK_SARIF")
if [ -n "${COPYDESK_SINCE:-}" ]; then
  arguments+=("--since=$COPYDESK_SINCE")
  [ "${COPYDESK_CHANGED_LINES:-}" != true ] || arguments+=(--changed-lines)
fi
paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<< "${COPYDESK_PATHS:-.}"
exec "$program" "${arguments[@]}" -- "${paths[@]}"
