#!/usr/bin/env bash
# The photo check comes to the same in WebAssembly as natively: findings, scores
# and every bit of the decoded picture, the faces and the outline. Over the test
# photos and the spoilt versions of one of them, or over the files named.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(.make/tools.sh)
export PATH="$tools/bin:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -eq 0 ]; then
  mkdir "$work/photos"
  cp rules/tests/data/photos/*.jpg "$work/photos"
  SPOILT="$work/photos" cargo test --quiet -p photo_check --lib table >/dev/null
  set -- "$work/photos"/*.jpg
fi

target=${CARGO_TARGET_DIR:-target}
cargo build --quiet -p photo_check --example photo_tool
# A folder of its own: other modules for the browser are built without SIMD.
RUSTFLAGS='-C target-feature=+simd128' cargo build --quiet -p photo_check --example photo_tool \
  --target wasm32-unknown-unknown --target-dir "$target/simd"
wasm-bindgen --target nodejs --no-typescript --out-dir "$work/module" \
  "$target/simd/wasm32-unknown-unknown/debug/examples/photo_tool.wasm"

"$target/debug/examples/photo_tool" "$@" >"$work/native"
node -e '
  const { Tool } = require(process.argv[1]);
  const tool = new Tool();
  for (const file of process.argv.slice(2)) {
    const bytes = require("fs").readFileSync(file);
    console.log(file, tool.check(bytes), tool.traces(bytes));
  }' "$work/module/photo_tool.js" "$@" >"$work/wasm"
cmp "$work/native" "$work/wasm"
echo "photo check: the same on $(wc -l <"$work/native") pictures"
