#!/bin/sh
# Set up .venv with the locked dependencies: `setup.sh runtime` for a report, `setup.sh dev` for the tests too.
# A stamp in .venv tells the next run that nothing is left to do; it holds the digest of the lock file, the Python
# version and the folder, so that a changed lock, another Python or a moved folder sets up anew.
set -eu
cd "$(dirname "$0")/.."
want=${1:-runtime}
venv=.venv
log=$venv/setup.log

say() { printf '%s\n' "$*" >&2; }
fail() { printf 'fel: %s\n' "$1" >&2; shift; for line in "$@"; do printf '  = hjälp: %s\n' "$line" >&2; done; exit 3; }

stamp_of() {
    printf '%s %s %s\n' "$(sha256sum <"$1" | cut -d ' ' -f 1)" "$("$venv/bin/python" -V 2>&1)" "$PWD"
}

is_done() {
    [ -x "$venv/bin/python" ] && [ -f "$venv/stamp-$2" ] && [ "$(cat "$venv/stamp-$2")" = "$(stamp_of "$1")" ]
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_install() {
    say "installerar systempaket: $*"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
        </dev/null >"${TMPDIR:-/tmp}/kansli-apt.$$" 2>&1 || {
        tail -n 5 "${TMPDIR:-/tmp}/kansli-apt.$$" >&2
        rm -f "${TMPDIR:-/tmp}/kansli-apt.$$"
        fail "systempaketen gick inte att installera: $*" "kontrollera nätet och kör om, eller installera dem själv"
    }
    rm -f "${TMPDIR:-/tmp}/kansli-apt.$$"
}

# Print the first Python that is new enough, one that can make virtual environments before one that cannot.
find_python() {
    for test in has_venv is_new_enough; do
        for name in ${KANSLI_PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
            if command -v "$name" >/dev/null 2>&1 && is_new_enough "$name" && $test "$name"; then
                command -v "$name"
                return 0
            fi
        done
    done
    return 1
}

newest_packaged_python() {
    for version in 3.14 3.13 3.12 3.11; do
        if [ -n "$(apt-cache madison "python$version-venv" 2>/dev/null)" ]; then
            printf 'python%s' "$version"
            return 0
        fi
    done
    return 1
}

choose_python() {
    if ! python=$(find_python); then
        can_install || fail "Python 3.11 eller nyare saknas" "installera det, på Debian: apt install python3 python3-venv"
        apt-get update -qq >/dev/null 2>&1 || true
        package=$(newest_packaged_python) || fail "Python 3.11 eller nyare saknas och finns inte bland systemets paket" \
            "installera det och kör om med KANSLI_PYTHON=sökvägen till det"
        apt_install "$package" "$package-venv"
        python=$(find_python) || fail "Python 3.11 eller nyare saknas fast $package installerades"
    fi
    has_venv "$python" && return 0
    package=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
    can_install || fail "Python kan inte skapa virtuella miljöer: paketet $package saknas" \
        "installera det: apt install $package"
    apt_install "$package"
    has_venv "$python" || fail "Python kan inte skapa virtuella miljöer: $package hjälpte inte"
}

# `python -P`: the folder that one stands in must not lend its own modules to the command.
write_command() {
    "$venv/bin/python" -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "kansli.pth").write_text(str(pathlib.Path.cwd()) + "\n", encoding="utf-8")'
    cat >"$venv/bin/kansli" <<'COMMAND'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -P -m pipeline.cli "$@"
COMMAND
    chmod +x "$venv/bin/kansli"
}

install_lock() {
    say "installerar $1 …"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
        --require-hashes -r "$1" </dev/null >>"$log" 2>&1 || {
        tail -n 12 "$log" >&2
        fail "beroendena i $1 gick inte att installera" "kontrollera nätet och kör om; hela loggen står i $log"
    }
    stamp_of "$1" >"$venv/stamp-$2.new"
    mv "$venv/stamp-$2.new" "$venv/stamp-$2"
}

make_venv() {
    choose_python
    say "skapar den virtuella miljön $venv med $("$python" -V 2>&1) …"
    "$python" -m venv --clear "$venv" >"${TMPDIR:-/tmp}/kansli-venv.$$" 2>&1 || {
        cat "${TMPDIR:-/tmp}/kansli-venv.$$" >&2
        rm -f "${TMPDIR:-/tmp}/kansli-venv.$$"
        fail "den virtuella miljön $venv gick inte att skapa" "kontrollera att mappen går att skriva i"
    }
    rm -f "${TMPDIR:-/tmp}/kansli-venv.$$"
    write_command
}

set_up() {
    is_done requirements.lock runtime || { make_venv; install_lock requirements.lock runtime; }
    [ "$want" != dev ] || is_done requirements-dev.lock dev || install_lock requirements-dev.lock dev
}

if is_done requirements.lock runtime && { [ "$want" != dev ] || is_done requirements-dev.lock dev; }; then
    exit 0
fi
mkdir -p "$venv"
# Two set-ups at once would clear each other's work: the second waits, then finds that nothing is left to do.
if command -v flock >/dev/null 2>&1; then
    exec 9<"$venv"
    flock 9
fi
set_up
