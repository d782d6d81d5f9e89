#!/usr/bin/env bash
# Every check and test, or the one named. Says what it does and how long it took.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD

say() { printf '\n==> %s\n' "$*"; }
. .make/servers.sh
began=$SECONDS
timed() {
  local start=$SECONDS
  say "$1"
  "${@:2}"
  printf '    %s: %d s\n' "$1" $((SECONDS - start))
}

fmt() { cargo fmt --all -- --check; }

lint() {
  cargo clippy --quiet --all-targets -- -D warnings
  cargo clippy --quiet -p app --features ssr --all-targets -- -D warnings
  cargo clippy --quiet -p server --features failpoints -- -D warnings
  cargo clippy --quiet -p frontend -p qr -p photo -p photo_check --target wasm32-unknown-unknown -- -D warnings
}

unit() {
  # The reader of photos is compared with it.
  debian libjpeg-turbo-progs
  smtp_server
  postgres_server
  s3_server
  cargo nextest run --no-fail-fast
  cargo test --quiet --doc -p rules
}

# The tables of the rules once more, in WebAssembly under Node: equal verdicts.
wasm() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$tools/bin/wasm-bindgen-test-runner" \
    cargo test -p rules --target wasm32-unknown-unknown --test tables
}

parity() { .make/parity.sh; }

e2e() {
  browser
  other_engines
  .make/build.sh release
  .make/words.sh
  cd "$here/end2end"
  npx tsc --noEmit
  # Everything in Chromium but the filmed camera (`make camera`); in Firefox and WebKit the main journeys.
  npx playwright test "$@"
  cd "$here"
}

say 'checking tools'
tools=$(.make/tools.sh for-tests)
export PATH="$tools/bin:$PATH"

case "${1:-all}" in
  all)
    timed 'format' fmt
    timed 'layers' .make/layers.sh
    timed 'lints (native and wasm32)' lint
    timed 'unit, property, fuzz and HTTP tests' unit
    timed 'the tables of the rules in WebAssembly' wasm
    timed 'photo check: native and WebAssembly alike' parity
    timed 'end to end in a real browser' e2e
    say "everything passed in $((SECONDS - began)) s"
    ;;
  fmt-check) fmt ;;
  layers) .make/layers.sh ;;
  lint) lint ;;
  unit) unit ;;
  wasm) wasm ;;
  parity) parity ;;
  e2e) e2e ;;
  camera) CAMERA=yes e2e camera checker ;;
  engines)
    e2e --project=firefox-script --project=firefox-plain --project=webkit-script --project=webkit-plain
    ;;
esac
