# Servers and packages that more than one command needs; sourced, not run. The script says
# what `$here` (the clone) and `$tools` are, and how to `say` something.

# Debian's packages: installed when we may, else named.
debian() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    say "missing packages; install them and try again: sudo apt-get install ${missing[*]}"
    exit 1
  fi
}

# What the end-to-end scripts need: a browser and its packages.
browser() {
  debian chromium-headless-shell fonts-noto-cjk nginx caddy openssl
  cmp -s "$here/end2end/package-lock.json" "$here/end2end/node_modules/.installed" 2>/dev/null && return
  (cd "$here/end2end" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --silent)
  cp "$here/end2end/package-lock.json" "$here/end2end/node_modules/.installed"
}

# The engines beside Chromium: Firefox, and WebKit with a screen for its window.
other_engines() { debian firefox-esr webkit2gtk-driver xvfb; }

# A real SMTP server for the tests of the mails: sets SHINSEI_TEST_PYTHON.
smtp_server() {
  . "$here/.make/versions.env"
  local venv="$tools/smtp-$AIOSMTPD"
  if [ ! -x "$venv/bin/python" ]; then
    say "installing aiosmtpd $AIOSMTPD"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "aiosmtpd==$AIOSMTPD"
  fi
  export SHINSEI_TEST_PYTHON="$venv/bin/python"
}

# The newest PostgreSQL on this machine: the folder of its programs.
postgres_programs() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
    "$(dirname "$(readlink -f "$(command -v pg_ctl || echo /none)")")"; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && echo "$folder" && return
  done
  return 1
}

postgres_stop() {
  (cd / && "${postgres_ctl[@]}" -m immediate -w stop >/dev/null 2>&1) || true
  rm -rf "$postgres"
}

# Processes of the script's own that end with it.
started=()

# Stops what was started, whatever way the script ends.
stop_servers() {
  [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
  [ -z "${postgres:-}" ] || postgres_stop
  [ -z "${s3_process:-}" ] || kill "$s3_process" 2>/dev/null || true
  [ -z "${s3:-}" ] || rm -rf "$s3"
}

# A real PostgreSQL for the tests of the stores, on a socket of its own, unless one is
# named already. As safe as in production (the stores insist), so in memory where there
# is room. The server refuses to run as root.
postgres_server() {
  [ -n "${SHINSEI_TEST_POSTGRES:-}" ] && return
  postgres_programs >/dev/null || debian postgresql
  local programs base=/dev/shm owner=()
  programs=$(postgres_programs) || { say 'no PostgreSQL found: install initdb and pg_ctl'; exit 1; }
  [ "$(df -k --output=avail $base 2>/dev/null | tail -1)" -gt 1000000 ] 2>/dev/null || base=${TMPDIR:-/tmp}
  postgres=$(mktemp -d "$base/shinsei-pg.XXXXXX")
  if [ "$(id -u)" = 0 ]; then
    local user=postgres
    id -u $user >/dev/null 2>&1 || user=nobody
    chown $user "$postgres"
    owner=(runuser -u $user --)
  fi
  postgres_ctl=("${owner[@]}" "$programs/pg_ctl" -D "$postgres/data")
  trap stop_servers EXIT
  trap 'exit 130' INT TERM
  cd /
  "${owner[@]}" "$programs/initdb" -D "$postgres/data" -U shinsei -A trust -E UTF8 --locale=C --no-sync --no-instructions >/dev/null
  "${postgres_ctl[@]}" -l "$postgres/log" -w \
    -o "-c listen_addresses='' -c unix_socket_directories=$postgres" start >/dev/null || { cat "$postgres/log"; exit 1; }
  cd "$here"
  export SHINSEI_TEST_POSTGRES="postgres://shinsei@${postgres//\//%2F}/postgres"
}

# A port of 127.0.0.1 that nobody listens on.
free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# A real server of S3-compatible object storage for the tests of the photos, on a free
# port, unless one is named already.
s3_server() {
  [ -n "${SHINSEI_TEST_S3:-}" ] && return
  local programs="$tools/s3rver" port
  if ! cmp -s .make/s3rver/package-lock.json "$programs/node_modules/.installed"; then
    say 'installing s3rver from npm'
    mkdir -p "$programs"
    cp .make/s3rver/package.json .make/s3rver/package-lock.json "$programs/"
    npm ci --prefix "$programs" --no-audit --no-fund --silent
    cp .make/s3rver/package-lock.json "$programs/node_modules/.installed"
  fi
  s3=$(mktemp -d "${TMPDIR:-/tmp}/shinsei-s3.XXXXXX")
  trap stop_servers EXIT
  trap 'exit 130' INT TERM
  port=$(free_port)
  node "$programs/node_modules/.bin/s3rver" --silent -d "$s3/data" -a 127.0.0.1 -p "$port" \
    --configure-bucket shinsei-test >"$s3/log" 2>&1 &
  s3_process=$!
  for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    kill -0 "$s3_process" 2>/dev/null || { cat "$s3/log"; exit 1; }
    sleep 0.1
  done
  export SHINSEI_TEST_S3="http://127.0.0.1:$port"
}
