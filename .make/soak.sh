#!/usr/bin/env bash
# The long tests: load and faults against the real program, and the ledger of what was acknowledged.
# docs/reliability.md says what each shows and what came of the last run.
#
# TESTS: those to run, such as "F1 F8"; all if not given.
# KILLS (200), FAULT_SECONDS (300), LOAD_SECONDS (600): how much of it.
# DEATHS (20): how often the process dies at each named place (F2).
# REGISTRATIONS (10000), PAIRS (400): tries of each assault (F12; a tenth in A4), known and unknown ones compared (S7).
# PLACES_SECONDS (340), FLOOD_SECONDS (20): how long uploads are slow (A2), and each flood (A3).
# SHINSEI_PROGRAM, SHINSEI_SITE: a program and its site that are there already; else they are built.
# FAILPOINTS_PROGRAM: the same for the one that dies at named places.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
say() { printf '\n==> %s\n' "$*"; }
. .make/servers.sh
. .make/versions.env

say 'checking tools'
tools=$(.make/tools.sh for-tests)
export PATH="$tools/bin:$PATH"
debian wrk faketime
[ -n "${SHINSEI_PROGRAM:-}" ] || .make/build.sh release
smtp_server

work=$(mktemp -d "${TMPDIR:-/tmp}/shinsei-soak.XXXXXX")
clean() {
  stop_servers
  mountpoint -q "$work/small" && umount -l "$work/small"
  rm -rf "$work"
}
unset SHINSEI_TEST_POSTGRES
postgres_server
trap clean EXIT
url=${SHINSEI_TEST_POSTGRES%/*}
for database in soak_f2 soak_f6 soak_l3; do
  "$(postgres_programs)/psql" -q "$SHINSEI_TEST_POSTGRES" -c "create database $database"
done
# Whether a test is wanted, so that what it alone needs is not made in vain.
wanted() { [ -z "${TESTS:-}" ] || [[ " $TESTS " == *" $1 "* ]]; }
if wanted L4; then
  say 'making a photo of 12 megapixels'
  browser
  export LARGE_PHOTO=$work/large.jpg
  node end2end/bench/large_photo.mjs "$here/rules/tests/data/photos/good.jpg" "$LARGE_PHOTO" 3056 3929 7000000
fi
if wanted A1; then
  say 'making photos that are dear to read'
  export HOSTILE_PHOTOS=$work/hostile
  mkdir "$HOSTILE_PHOTOS"
  # With the photograph in them within the 7 MB of the file rules.
  cargo run --quiet -p rules --example hostile_photos -- "$HOSTILE_PHOTOS" 6500000
fi
if wanted A5; then
  debian nginx caddy openssl
fi
# A program that can be made to die where the order of things matters; as a debug build, so
# that no release is ever one.
if wanted F2 && [ -z "${FAILPOINTS_PROGRAM:-}" ]; then
  say 'building a program with failpoints'
  cargo build --quiet -p server --features failpoints
  mkdir "$work/failpoints"
  cp target/debug/shinsei "$(dirname "${SHINSEI_PROGRAM:-target/release/shinsei}")/hash.txt" "$work/failpoints/"
  export FAILPOINTS_PROGRAM=$work/failpoints/shinsei
fi
# A disk that is soon full; only root may make one.
mkdir "$work/small"
mount -t tmpfs -o size=64m tmpfs "$work/small" 2>/dev/null || say 'no tmpfs: F4 will fail'

export SHINSEI=${SHINSEI_PROGRAM:-$here/target/release/shinsei} SITE=${SHINSEI_SITE:-$here/target/site}
export PHOTO=$here/rules/tests/data/photos/good.jpg SINK=$here/server/tests/smtp/sink.py
export FAKETIME_LIBRARY=$(dpkg -L libfaketime | grep -m 1 MT)
export PYTHON=$SHINSEI_TEST_PYTHON WORK=$work TMPFS=$work/small
export PG_URL="$url/DATABASE" PG_RESTART="cd / && ${postgres_ctl[*]} -m immediate -l $postgres/log -w restart >/dev/null"
say "soak: ${TESTS:-all tests}"
# shellcheck disable=SC2086
node end2end/soak/main.mjs ${TESTS:-}
