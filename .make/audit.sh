#!/usr/bin/env bash
# Whether crates we use have known weaknesses (RustSec). The database is on a code-hosting site. Where that is
# not in reach, name a clone of it: ADVISORY_DB=folder make audit.
set -euo pipefail
cd "$(dirname "$0")/.."

database=https://github.com/rustsec/advisory-db
tools=$(.make/tools.sh for-tests)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "${ADVISORY_DB:-}" ]; then
  copy=$(cd "$ADVISORY_DB" && pwd)
  git -C "$copy" log -1 --format='==> a copy of %cs'
  # cargo-deny takes no folder: git is told to look there.
  export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="url.file://$copy.insteadOf" GIT_CONFIG_VALUE_0=$database
fi
{
  cat .deny.toml
  printf 'git-fetch-with-cli = true\ndb-path = "%s"\ndb-urls = ["%s"]\n' "$work/databases" "$database"
} >"$work/deny.toml"
for manifest in Cargo.toml end2end/load/Cargo.toml; do
  printf '==> %s\n' "$manifest"
  "$tools/bin/cargo-deny" --manifest-path "$manifest" --config "$work/deny.toml" check advisories
done
