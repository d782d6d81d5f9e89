#!/usr/bin/env bash
# The layers point one way: frontend -> app -> rules, server -> app -> rules, and
# the check of pictures between: server, app -> photo_check -> rules.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf 'layers: %s\n' "$*" >&2; exit 1; }

# What a phone downloads holds nothing of the server.
in_browser=$(cargo tree --quiet -p frontend -p qr -p photo --target wasm32-unknown-unknown -e normal --prefix none)
for crate in sqlx sqlx-core axum tokio lettre object_store server; do
  if grep -qE "^$crate v" <<<"$in_browser"; then fail "the browser's module depends on $crate"; fi
done

# The rules know no framework, no I/O, no clock, no randomness.
of_rules=$(cargo tree --quiet -p rules -p photo_check -e normal --prefix none)
for crate in leptos axum tokio sqlx rand getrandom web-sys js-sys wasm-bindgen chrono time jiff; do
  if grep -qE "^$crate v" <<<"$of_rules"; then fail "rules or photo_check depends on $crate"; fi
done
if grep -rnE 'std::(fs|net|time|env|process|thread|io)\b|SystemTime|Instant::now' rules/src rules/photo_check/src --exclude-dir=tests | grep -v 'catch_unwind'; then
  fail 'rules touches the outside'
fi

# Our own crates depend on each other in one direction only.
ours() { cargo tree --quiet -p "$1" ${3:+--features "$3"} -e normal --depth 1 --prefix none | awk '{print $1}' | grep -xE 'rules|photo_check|app|frontend|qr|server' | sort -u | tr '\n' ' '; }
[ "$(ours rules)" = 'rules ' ] || fail "rules depends on ours: $(ours rules)"
[ "$(ours photo_check)" = 'photo_check rules ' ] || fail "photo_check depends on ours: $(ours photo_check)"
[ "$(ours app - ssr)" = 'app photo_check rules ' ] || fail "app depends on: $(ours app - ssr)"
[ "$(ours server)" = 'app photo_check rules server ' ] || fail "server depends on: $(ours server)"
[ "$(ours frontend)" = 'app frontend ' ] || fail "frontend depends on: $(ours frontend)"

# Nor do modules, inside a crate.
python3 .make/circles.py || fail 'modules use each other in a circle'

# Inside the server: http asks service; store, photos, mail and captcha stand alone.
within() { grep -rnE "crate::($2)\b" "server/src/$1" || true; }
for part in store photos captcha; do
  found=$(within "$part" 'service|http|cli|work|setup|mail|config')
  [ -z "$found" ] || fail "server/src/$part looks up: $found"
done
found=$(within backup 'service|http|cli|work|setup|mail|config|captcha'); [ -z "$found" ] || fail "backup: $found"
found=$(within mail 'service|http|cli|work|setup|store|photos|captcha'); [ -z "$found" ] || fail "mail: $found"
found=$(within hand_over 'http|cli|work|setup|config|mail|photos|seal'); [ -z "$found" ] || fail "hand_over: $found"
found=$(within service 'http|cli|work|setup|config|hand_over'); [ -z "$found" ] || fail "service: $found"
found=$(within http 'cli|work|setup|hand_over|store|seal'); [ -z "$found" ] || fail "http: $found"

# Applicant, office and operator do not look at each other; all look at the application.
found=$(within service/applicant 'service::(office|maintenance)'; within service/office 'service::(applicant|maintenance)'
  within service/maintenance 'service::(applicant|office)'; within service/application 'service::(applicant|office|maintenance)')
[ -z "$found" ] || fail "actors: $found"

found=$(grep -rnE 'crate::office\b' app/src/applicant || true
  [ ! -d app/src/office ] || grep -rnE 'crate::applicant\b' app/src/office || true)
[ -z "$found" ] || fail "actors in app: $found"

# What the service is made of is its own: nobody outside reaches its store, not by a field either.
found=$(sed -n '/^pub struct Service {/,/^}/p' server/src/service/mod.rs | grep -n 'pub' || true
  grep -rnE 'service(\(\))?\.(store|vault|keys)\b' server/src/http server/src/cli server/src/work server/src/work.rs || true)
[ -z "$found" ] || fail "inside of the service: $found"

# A mail is queued where its allowance is taken, and nowhere else.
found=$(grep -rn 'Write::Queue(' server/src --include=*.rs | grep -vE '^server/src/(service/applicant/mails\.rs|store/)' || true)
[ -z "$found" ] || fail "queued outside server/src/service/applicant/mails.rs: $found"

# Which crates may be used by whom, and under which licences.
cargo deny --log-level error --config .deny.toml check bans licenses sources
