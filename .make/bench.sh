#!/usr/bin/env bash
# Measures what docs/benchmarks.md speaks of, all in one run on this machine.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\n==> %s\n' "$*"; }

tools=$(.make/tools.sh)
export PATH="$tools/bin:$PATH"
command -v wrk >/dev/null || { apt-get update -qq; apt-get install -y -qq wrk >/dev/null; }
.make/build.sh release
cargo build --quiet --release -p server --example bare
cargo build --quiet --release -p rules --example file_check
cargo build --quiet --profile wasm-release -p rules --example file_check --target wasm32-unknown-unknown

work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
export SHINSEI_DEMO_CAPTCHA_ANSWER=abc234 FORMS="$work/forms.csv" PHOTO=rules/tests/data/photos/good.jpg
PHOTO=$PWD/$PHOTO

say 'birth dates beside other parsers'
.make/bench-parsers.sh

say 'photo check'
.make/bench-photo.sh

say 'file check of a 7 MB photo: native and WebAssembly'
node end2end/bench/large_photo.mjs "$PHOTO" "$work/7mb.jpg" 3000 3857 7340032
target/release/examples/file_check "$work/7mb.jpg"
wasm-bindgen --target nodejs --no-typescript --out-dir "$work/check" \
  target/wasm32-unknown-unknown/wasm-release/examples/file_check.wasm
node end2end/bench/file_check.cjs "$work/check/file_check.js" "$work/7mb.jpg"

say 'starting a demonstration without limits'
generous=()
for limit in registrations_per_client mails_per_address mails_per_mailbox mails_per_form sessions_per_client captcha_tries uploads_per_application unknown_links; do
  generous+=(--set "limits.$limit=1000000")
done
# Everybody comes from one address here.
for share in newcomers_per_network requests_per_network uploads_at_once_per_network drawings_per_network; do
  generous+=(--set "http.$share=1000")
done
target/release/shinsei demo --data "$work/data" --address 127.0.0.1:3900 \
  --set limits.least_form_seconds=0 --set mail.per_second=1000 "${generous[@]}" >"$work/log" 2>&1 &
for _ in $(seq 100); do curl -sf http://127.0.0.1:3900/readyz >/dev/null && break; sleep 0.1; done
node -e 'for (let n = 1; n <= 600; n++) console.log(("1" + String(n).padStart(22, "0")) + ",1998-03-27")' >"$FORMS"
SHINSEI__SECRETS__KEY_FILE="$work/data/key" target/release/shinsei \
  --set mode=demo --set "database.url=sqlite://$work/data/shinsei.db" --set "photos.folder=$work/data/photos" \
  forms import "$FORMS"

say 'what each page loads (bytes as sent)'
(cd end2end && node bench/sizes.mjs http://127.0.0.1:3900 "$(tail -n 1 "$FORMS" | cut -d, -f1)" 1998-03-27)

say 'camera: verdicts of the guide a second, browser on one core'
(cd end2end && taskset -c 0 node bench/camera.mjs http://127.0.0.1:3900)

say 'terms page: pages a second against a bare axum route with the same bytes'
jar="$work/jar"
id=$(tail -n 2 "$FORMS" | head -n 1 | cut -d, -f1)
curl -s -o /dev/null -c "$jar" -H 'sec-fetch-site: same-origin' -H 'accept: text/html' \
  --data-urlencode "application_id=$id" http://127.0.0.1:3900/api/start/give
cookie="cookie: shinsei=$(awk '$6 == "shinsei" {print $7}' "$jar")"
curl -s http://127.0.0.1:3900/terms >"$work/read.html"
curl -s -H "$cookie" http://127.0.0.1:3900/terms >"$work/terms.html"
grep -q '利用規約' "$work/terms.html"
target/release/examples/bare 127.0.0.1:3901 "$work/read.html" &
target/release/examples/bare 127.0.0.1:3902 "$work/terms.html" &
sleep 1
rate() { wrk -t1 -c16 -d5s "$@" | awk '/Requests\/sec/ {print $2}'; }
against() { awk -v what="$1" -v b="$2" -v t="$3" 'BEGIN { printf "%s: %.0f/s, bare %.0f/s, ratio %.2f\n", what, t, b, t / b }'; }
for round in 1 2 3; do
  against 'to read' "$(rate http://127.0.0.1:3901/)" "$(rate http://127.0.0.1:3900/terms)"
  against 'with its form, in a session' "$(rate http://127.0.0.1:3902/)" "$(rate -H "$cookie" http://127.0.0.1:3900/terms)"
done

say 'complete journeys, 8 applicants in parallel, 288 KB photo'
node end2end/bench/journeys.mjs http://127.0.0.1:3900 400 8 "$PHOTO"
