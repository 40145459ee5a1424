#!/bin/sh
# Fetch what the test of the web pages in a browser needs besides: Chromium, axe-core and the Nu HTML checker.
# The versions are pinned, and axe-core's script, which judges, is held to its digest.
set -eu
cd "$(dirname "$0")/.."
folder=.venv/webb
axe=4.14.1
axe_digest=29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c
vnu=26.9.27

fail() { printf 'fel: %s\n  = hjälp: %s\n' "$1" "$2" >&2; exit 3; }

command -v npm >/dev/null 2>&1 || fail "npm saknas" "installera Node.js, på Debian: apt install npm"
if ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
    { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; } || fail "Chromium saknas" "installera det: apt install chromium"
    printf 'installerar Chromium …\n' >&2
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
fi
if [ ! -f "$folder/node_modules/axe-core/axe.min.js" ]; then
    printf 'hämtar axe-core och Nu HTML checker …\n' >&2
    npm install --silent --no-save --no-package-lock --ignore-scripts --prefix "$folder" "axe-core@$axe" "vnu-jar@$vnu"
fi
printf '%s  %s\n' "$axe_digest" "$folder/node_modules/axe-core/axe.min.js" | sha256sum --check --quiet ||
    fail "axe-core är inte den som väntades" "ta bort $folder och kör om"
