#!/usr/bin/env bash
# Builds the portal: `release` once, or `watch` for developers; `photo`: that module alone.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '==> %s\n' "$*"; }

say 'checking tools'
tools=$(.make/tools.sh)
export PATH="$tools/bin:$PATH"

# The second module, for the browser: reads QR codes, loaded only when asked for.
qr_module() {
  local out=style/public/modules wasm=target/wasm32-unknown-unknown/wasm-release/qr.wasm
  cargo build --quiet -p qr --profile wasm-release --target wasm32-unknown-unknown
  if [ ! -f "$out/qr_bg.wasm" ] || [ "$wasm" -nt "$out/qr_bg.wasm" ]; then
    mkdir -p "$out"
    wasm-bindgen --target web --no-typescript --out-dir "$out" "$wasm"
    wasm-opt -Oz "$out/qr_bg.wasm" -o "$out/qr_bg.wasm"
  fi
}

# The third, for a Web Worker: checks photos, loaded on the pages with one. Its own folder, because
# its flags would make the other modules be built anew each time.
photo_module() {
  local out=style/public/modules wasm=target/photo/wasm32-unknown-unknown/wasm-release/photo.wasm
  RUSTFLAGS='-C target-feature=+simd128' cargo build --quiet -p photo --profile wasm-release \
    --target wasm32-unknown-unknown --target-dir target/photo
  if [ ! -f "$out/photo_bg.wasm" ] || [ "$wasm" -nt "$out/photo_bg.wasm" ]; then
    mkdir -p "$out"
    wasm-bindgen --target web --no-typescript --out-dir "$out" "$wasm"
    wasm-opt -Oz "$out/photo_bg.wasm" -o "$out/photo_bg.wasm"
  fi
}

if [ "${1:-}" != photo ]; then
  say 'building the QR module'
  qr_module
fi
say 'building the photo module'
photo_module
case "${1:-release}" in
  release)
    say 'building program and site (release)'
    # Each island's code in a file of its own, fetched where the island is.
    cargo leptos build --release --precompress --split --lib-features lazy
    ;;
  photo) ;;
  watch)
    say 'watching: http://127.0.0.1:3000/demo'
    exec cargo leptos watch -- demo
    ;;
esac
