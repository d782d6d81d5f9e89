#!/usr/bin/env bash
# The photo check: what the module weighs, what a check costs natively and in a
# browser beside the browser's own decode, and other packages that find faces.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\n==> %s\n' "$*"; }

tools=$(.make/tools.sh)
export PATH="$tools/bin:$PATH"
for program in brotli:brotli jpegtran:libjpeg-turbo-progs; do
  command -v "${program%:*}" >/dev/null || { apt-get update -qq; apt-get install -y -qq "${program#*:}" >/dev/null; }
done
[ -d end2end/node_modules ] ||
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix end2end --no-audit --no-fund --silent
# Only here: nothing of the portal or its tests needs them.
npm ci --prefix end2end/bench/peers --no-audit --no-fund --silent --ignore-scripts
.make/build.sh photo
cargo build --quiet --release -p photo_check --example photo_tool
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
portrait=$PWD/rules/tests/data/photos/good.jpg

say 'what a worker fetches (brotli)'
for file in style/public/photo-worker.js style/public/modules/photo.js style/public/modules/photo_bg.wasm; do
  printf '%8d  %s\n' "$(brotli -q 11 -w 24 -c "$file" | wc -c)" "$file"
done | awk '{ sum += $1; print } END { printf "%8d  together\n", sum }'

say 'making large photos'
node end2end/bench/large_photo.mjs "$portrait" "$work/12mp.jpg" 3000 4000 4200000
node end2end/bench/large_photo.mjs "$portrait" "$work/36mp.jpg" 6000 6000 7100000
jpegtran -progressive -copy none -outfile "$work/12mp_progressive.jpg" "$work/12mp.jpg"

say 'native: CPU of one check (of 21, less those of one)'
cpu() { ( TIMEFORMAT='%U %S'; time "${CARGO_TARGET_DIR:-target}/release/examples/photo_tool" --time "$1" "$2" >/dev/null ) 2>&1; }
for photo in "$work"/*.jpg; do
  printf '%s %s %s\n' "$(cpu 1 "$photo")" "$(cpu 21 "$photo")" "$(basename "$photo")" |
    awk '{ printf "%4.0f ms  %s\n", ($3 + $4 - $1 - $2) / 20 * 1000, $5 }'
done

say "in a browser, beside the browser's own decode"
node end2end/bench/photo.mjs "$work"/*.jpg

say 'beside other packages that find faces (12 megapixels)'
node end2end/bench/peers.mjs "$work/12mp.jpg"
