#!/usr/bin/env bash
# The parser of birth dates beside its peers: right, wrong, refused and nanoseconds
# on one list of 1,000 notations; and what it adds to a WebAssembly module.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\n==> %s\n' "$*"; }

tools=$(.make/tools.sh)
export PATH="$tools/bin:$PATH"
. .make/versions.env
command -v brotli >/dev/null || { apt-get update -qq; apt-get install -y -qq brotli >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target=${CARGO_TARGET_DIR:-$PWD/target}/parsers-bench
manifest=rules/bench/Cargo.toml

say 'building'
# The peer wareki-conv asks for an unstable feature (its own benchmarks); allowed to it alone.
export RUSTC_BOOTSTRAP=wareki_conv
cargo build --quiet --release --manifest-path "$manifest" --target-dir "$target"
module() { # name, features
  cargo build --quiet --lib --profile wasm-release --target wasm32-unknown-unknown \
    --manifest-path "$manifest" --target-dir "$target" ${2:+--features "$2"}
  wasm-bindgen --target nodejs --no-typescript --out-dir "$work/$1" \
    "$target/wasm32-unknown-unknown/wasm-release/parsers_bench.wasm"
  wasm-opt -Oz "$work/$1/parsers_bench_bg.wasm" -o "$work/$1/parsers_bench_bg.wasm"
  brotli -q 11 -c "$work/$1/parsers_bench_bg.wasm" >"$work/$1/module.br"
}
module list list
module with parser
module without ''
venv="$tools/wareki-$JPTIME-$JPDATETIME"
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "jptime==$JPTIME" "jpdatetime==$JPDATETIME"
fi
javascript="$tools/koyomi-$KOYOMI"
[ -d "$javascript/node_modules" ] || npm install --silent --no-audit --no-fund --prefix "$javascript" "koyomi@$KOYOMI"

say '1,000 notations'
python3 rules/bench/notations.py >"$work/list.jsonl"
"$target/release/parsers-bench" "$work/list.jsonl"
node rules/bench/list.cjs "$work/list/parsers_bench.js" "$work/list.jsonl"
"$venv/bin/python" rules/bench/peers.py "$work/list.jsonl"
node rules/bench/peers.cjs "$javascript/node_modules/koyomi" "$work/list.jsonl"

say 'what parser and printer add to a module, brotli'
size() { wc -c <"$work/$1/module.br"; }
printf 'with %d B, without %d B: %d B\n' "$(size with)" "$(size without)" $(($(size with) - $(size without)))
