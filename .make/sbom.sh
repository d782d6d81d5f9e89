#!/usr/bin/env bash
# Writes what the program and what phones load is made of: a CycloneDX file for each.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(.make/tools.sh for-sbom)
export PATH="$tools/bin:$PATH"
out=target/sbom
rm -rf "$out" && mkdir -p "$out"
write() {
  cargo cyclonedx --quiet --manifest-path "$1/Cargo.toml" --format json --spec-version 1.5 --target "$2" \
    --override-filename sbom
  mv "$1/sbom.json" "$out/$3.cdx.json"
  # Members that are part of it leave a file of their own.
  git ls-files --others --exclude-standard -- '*/sbom.json' | xargs -r rm
}
write server x86_64-unknown-linux-gnu shinsei
write frontend wasm32-unknown-unknown frontend
printf '==> %s\n' "$out"/*
