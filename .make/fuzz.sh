#!/usr/bin/env bash
# A fuzz target of the rules with libFuzzer, which follows what of the code an input reaches:
#   .make/fuzz.sh TARGET [SECONDS]
# It needs a C++ compiler and no other tool. What was found interesting is kept in
# target/fuzz/corpus, what stopped it in target/fuzz/crashes.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:?a target: see rules/tests/fuzz/main.rs}
seconds=${2:-600}
host=$(rustc -vV | sed -n 's/host: //p')
folder=${CARGO_TARGET_DIR:-$PWD/target}/fuzz
corpus=$folder/corpus/$target crashes=$folder/crashes/$target
mkdir -p "$corpus" "$crashes"

# With a target of its own, so that build scripts and macros are built without the flags.
export CARGO_PROFILE_FUZZ_INHERITS=release CARGO_PROFILE_FUZZ_CODEGEN_UNITS=1
export CARGO_PROFILE_FUZZ_OVERFLOW_CHECKS=true CARGO_PROFILE_FUZZ_DEBUG_ASSERTIONS=true
coverage='--cfg fuzzing --cfg fuzzing_libfuzzer -Cpasses=sancov-module'
for option in inline-8bit-counters level=4 pc-table trace-compares stack-depth; do
  coverage+=" -Cllvm-args=-sanitizer-coverage-$option"
done
program=$(BOLERO_FUZZER=libfuzzer RUSTFLAGS=$coverage cargo test --quiet -p rules --test fuzz --no-run \
  --profile fuzz --target "$host" --target-dir "$folder/build" --message-format json |
  sed -n 's/.*"executable":"\([^"]*\)".*/\1/p')

if [ "$target" = photo_headers ]; then
  cargo run --quiet -p rules --example hostile_photos -- "$corpus" 2000
  # Of the photographs in them the heads are enough.
  for file in "$corpus"/*.jpg; do truncate --no-create --size='<65000' "$file"; done
fi
BOLERO_TEST_NAME=$target BOLERO_LIBTEST_HARNESS=1 \
  BOLERO_LIBFUZZER_ARGS="$corpus -artifact_prefix=$crashes/ -max_total_time=$seconds -max_len=70000 -timeout=10" \
  "$program" "$target" --exact --nocapture --quiet --test-threads 1
