#!/usr/bin/env bash
# Complete journeys of applicants side by side, by plain forms: how many a second, how long each step takes, and
# what it costs; beside a bare server that takes and gives the same bytes. docs/benchmarks.md says more.
#
# SECONDS_EACH, APPLICANTS: how long each run takes (40) and how many apply at once (16).
# SHINSEI_PROGRAM, SHINSEI_SITE: a program and its site that are there already; else they are built.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
say() { printf '\n==> %s\n' "$*"; }
. .make/servers.sh
trap 'stop_servers; rm -rf "${work:-}"' EXIT
trap 'exit 130' INT TERM

say 'checking tools'
tools=$(.make/tools.sh)
export PATH="$tools/bin:$PATH"
seconds=${SECONDS_EACH:-40} applicants=${APPLICANTS:-16}
program=${SHINSEI_PROGRAM:-target/release/shinsei} site=${SHINSEI_SITE:-target/site}
[ -n "${SHINSEI_PROGRAM:-}" ] || .make/build.sh release
say 'building the load tool'
cargo build --quiet --release --manifest-path end2end/load/Cargo.toml --target-dir end2end/load/target
load=end2end/load/target/release/load bare=end2end/load/target/release/bare
browser

work=$(mktemp -d)
export SHINSEI_DEMO_CAPTCHA_ANSWER=abc234
results=$work/results.jsonl
awk -v count=$((seconds * 100)) 'BEGIN { for (n = 1; n <= count; n++) printf "1%022d,1998-03-27\n", n }' \
  >"$work/forms.csv"
openssl rand -hex 32 >"$work/key"
smtp=$(free_port)

small=rules/tests/data/photos/good.jpg
photos=("$small")
say 'making larger photos'
for megabytes in 1 2 4; do
  photos+=("$work/${megabytes}mb.jpg")
  node end2end/bench/large_photo.mjs "$here/$small" "$work/${megabytes}mb.jpg" \
    $((1000 + 500 * megabytes)) $(((1000 + 500 * megabytes) * 9 / 7)) $((megabytes * 1048576))
done

# Everything that would stop a client who applies a thousand times is lifted; the rest is as in production.
settings=(--set http.site_root="$site" --set telemetry.level=warn --set limits.least_form_seconds=0
  --set mail.transport=smtp --set mail.host=127.0.0.1 --set mail.port="$smtp" --set mail.tls=none
  --set mail.per_second=1000)
for limit in registrations_per_client mails_per_address mails_per_mailbox mails_per_form sessions_per_client captcha_tries uploads_per_application unknown_links; do
  settings+=(--set "limits.$limit=1000000")
done
# Everybody comes from one address here.
for share in newcomers_per_network requests_per_network uploads_at_once_per_network drawings_per_network; do
  settings+=(--set "http.$share=1000")
done

ready() { # process, port, log
  for _ in $(seq 100); do
    curl -sf "http://127.0.0.1:$2/readyz" >/dev/null && return
    kill -0 "$1" 2>/dev/null || break
    sleep 0.1
  done
  cat "$3"
  exit 1
}

end() { # processes
  kill "$@" 2>/dev/null || true
  wait "$@" 2>/dev/null || true
  started=()
}

list() { local IFS=,; echo "$*"; }

# Runs the journeys at what listens there, then their bytes at the bare server.
measure() { # name, addresses, processes, processes beside, photos
  local name=$1 addresses=$2 processes=$3 beside=$4 photo port listed=()
  shift 4
  for photo in "$@"; do listed+=(--photo "$photo"); done
  "$load" run --name "$name" --at "$addresses" --processes "$processes" ${beside:+--beside "$beside"} \
    --applicants "$applicants" --seconds "$seconds" --results "$results" --exchanges "$work/exchanges.json" \
    --smtp "127.0.0.1:$smtp" --forms "$work/forms.csv" "${listed[@]}"
  # shellcheck disable=SC2086
  end ${processes//,/ }
  port=$(free_port)
  "$bare" "127.0.0.1:$port" &
  local server=$!
  started=("$server")
  sleep 0.5
  "$load" replay --name "bare: $name" --of "$name" --at "http://127.0.0.1:$port" --processes "$server" \
    --applicants "$applicants" --seconds "$seconds" --results "$results" --exchanges "$work/exchanges.json"
  end "$server"
}

# One process with SQLite and a folder.
alone() { # name, photos
  local port data=$work/alone
  say "$1"
  rm -rf "$data"
  port=$(free_port)
  "$program" demo --data "$data" --address "127.0.0.1:$port" "${settings[@]}" >"$work/log" 2>&1 &
  local process=$!
  started=("$process")
  ready "$process" "$port" "$work/log"
  SHINSEI__SECRETS__KEY_FILE="$data/key" "$program" --set mode=demo --set "database.url=sqlite://$data/shinsei.db" \
    --set "photos.folder=$data/photos" forms import "$work/forms.csv" >/dev/null
  measure "$1" "http://127.0.0.1:$port" "$process" '' "${@:2}"
}

# Processes that share PostgreSQL and object storage.
together() { # name, number of processes, photos
  local number count=$2 port ports=() processes=() beside=() database shared addresses
  say "$1"
  database=load_$$_$RANDOM
  "$(postgres_programs)/psql" -q "$SHINSEI_TEST_POSTGRES" -c "create database $database"
  [ -z "${postgres:-}" ] || beside+=("$(head -n 1 "$postgres/data/postmaster.pid")")
  [ -z "${s3_process:-}" ] || beside+=("$s3_process")
  for number in $(seq "$count"); do ports+=("$(free_port)"); done
  shared=(--set mode=demo --set "http.base_url=http://127.0.0.1:${ports[0]}" --set "secrets.key_file=$work/key"
    --set "database.url=${SHINSEI_TEST_POSTGRES%/*}/$database" --set photos.place=s3 --set photos.bucket=shinsei-test
    --set "photos.prefix=$database" --set "photos.endpoint=$SHINSEI_TEST_S3" --set photos.access_key_id=S3RVER)
  export SHINSEI__PHOTOS__SECRET_ACCESS_KEY=S3RVER
  "$program" "${settings[@]}" "${shared[@]}" migrate >/dev/null
  for port in "${ports[@]}"; do
    "$program" "${settings[@]}" "${shared[@]}" --set "http.address=127.0.0.1:$port" serve >"$work/log$port" 2>&1 &
    processes+=($!)
    started=("${processes[@]}")
    ready "${processes[-1]}" "$port" "$work/log$port"
  done
  "$program" "${settings[@]}" "${shared[@]}" forms import "$work/forms.csv" >/dev/null
  addresses=("${ports[@]/#/http://127.0.0.1:}")
  measure "$1" "$(list "${addresses[@]}")" "$(list "${processes[@]}")" "$(list "${beside[@]}")" "${@:3}"
  "$(postgres_programs)/psql" -q "$SHINSEI_TEST_POSTGRES" -c "drop database $database"
}

alone 'SQLite, 288 KB' "$small"
alone 'SQLite, 288 KB to 4 MB' "${photos[@]}"
postgres_server
s3_server
trap 'stop_servers; rm -rf "$work"' EXIT
together 'PostgreSQL and S3, one process, 288 KB' 1 "$small"
together 'PostgreSQL and S3, two processes, 288 KB' 2 "$small"
together 'PostgreSQL and S3, two processes, 288 KB to 4 MB' 2 "${photos[@]}"

say "$applicants applicants side by side, $seconds s each"
"$load" table "$results"
say 'the same as lines of JSON'
cat "$results"
