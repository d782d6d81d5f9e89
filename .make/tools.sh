#!/usr/bin/env bash
# Installs the pinned build tools once, into a folder outside the clone, and
# prints that folder. Everything comes from the package registries.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/versions.env"

say() { printf '==> %s\n' "$*" >&2; }
need() {
  command -v "$1" >/dev/null 2>&1 && return
  say "'$1' is missing: $2"
  exit 1
}

need cargo 'install Rust from https://rustup.rs'
need node 'install Node.js 20 or later'
need npm 'install npm 10 or later'
need cc 'install a C compiler (Debian: apt-get install build-essential)'

stamp="leptos-$CARGO_LEPTOS-bindgen-$WASM_BINDGEN-deny-$CARGO_DENY"
root="${SHINSEI_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/shinsei}/$stamp"
mkdir -p "$root/bin"

# Without optimisation the tools build in half the time and work as well.
light_install() {
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 CARGO_TARGET_DIR="$root/target" RUSTFLAGS='' \
    cargo install --quiet --root "$root" "$@" >&2
}

if command -v rustup >/dev/null 2>&1; then
  rustup target list --installed 2>/dev/null | grep -q wasm32-unknown-unknown ||
    { say 'adding the target wasm32-unknown-unknown'; rustup target add wasm32-unknown-unknown >&2; }
fi
if [ ! -x "$root/bin/wasm-bindgen" ]; then
  say "installing wasm-bindgen $WASM_BINDGEN (about 3 minutes, once)"
  # Its own lock file names a version that not every registry mirror has.
  light_install wasm-bindgen-cli --version "$WASM_BINDGEN" --bin wasm-bindgen
fi
if [ "${1:-}" = for-tests ] && [ ! -x "$root/bin/wasm-bindgen-test-runner" ]; then
  say "installing wasm-bindgen-test-runner $WASM_BINDGEN (about 2 minutes, once)"
  # A second package of the same name would take the first one's program away.
  light_install --no-track wasm-bindgen-cli --version "$WASM_BINDGEN" --bin wasm-bindgen-test-runner
fi
if [ ! -x "$root/bin/cargo-leptos" ]; then
  say "installing cargo-leptos $CARGO_LEPTOS (about 7 minutes, once)"
  light_install --locked --ignore-rust-version --features no_downloads cargo-leptos --version "$CARGO_LEPTOS"
fi
if [ "${1:-}" = for-tests ] && [ ! -x "$root/bin/cargo-deny" ]; then
  say "installing cargo-deny $CARGO_DENY (about 4 minutes, once)"
  light_install --locked cargo-deny --version "$CARGO_DENY"
fi
if [ "${1:-}" = for-tests ] && ! command -v cargo-nextest >/dev/null 2>&1 && [ ! -x "$root/bin/cargo-nextest" ]; then
  say "installing cargo-nextest $NEXTEST (about 5 minutes, once)"
  light_install --locked cargo-nextest --version "$NEXTEST"
fi
if [ "${1:-}" = for-sbom ] && [ ! -x "$root/bin/cargo-cyclonedx" ]; then
  say "installing cargo-cyclonedx $CARGO_CYCLONEDX (about 3 minutes, once)"
  light_install --locked cargo-cyclonedx --version "$CARGO_CYCLONEDX"
fi
rm -rf "$root/target"

# Debian's wasm-opt writes modules that do not start; the npm package's does.
if ! cmp -s "$here/package-lock.json" "$root/package-lock.json" 2>/dev/null; then
  say 'installing wasm-opt and sass from npm'
  cp "$here/package.json" "$here/package-lock.json" "$root/"
  npm ci --prefix "$root" --no-audit --no-fund --silent >&2
fi
wrap() {
  printf '#!/bin/sh\nexec node "%s" "$@"\n' "$root/node_modules/$2" >"$root/bin/$1"
  chmod +x "$root/bin/$1"
}
wrap wasm-opt binaryen/bin/wasm-opt
wrap sass sass/sass.js
printf '%s\n' "$root"
