#!/usr/bin/env bash
# The modules that phones load hold no language: what their parts say stands in the page
# (docs/decisions/0047-words-as-data.md).
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf 'words: %s\n' "$*" >&2; exit 1; }

# Ends of Japanese sentences, as they stand in a module; rules hold single words of dates only.
ENDS='ください|ました|ません|でした|ます。|です。|。'

modules=$(find "${1:-target/site}" -name '*.wasm')
[ -n "$modules" ] || fail 'there is no module: make build'
while read -r module; do
  found=$(LC_ALL=C grep -aoE "[^[:cntrl:]]{0,20}($ENDS)" "$module" | head -3 || true)
  [ -z "$found" ] || fail "$module says: $found"
done <<<"$modules"
