#!/bin/sh
# Makes .venv: the locked dependencies, the project itself (editable), and the
# system libraries that WeasyPrint loads. Says nothing when all of it is there.
#
#   PYTHON=python3.12 scripts/setup.sh    uses that Python (default: the first that suits)
#
# Two files in .venv tell what happened before:
#   setup-unfinished   there while packages are being installed; found by a later
#                      run, it means that run was cut short: .venv is made anew
#   setup-done         written last; says what .venv was made from, and where

set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
venv=$root/.venv
venv_python=$venv/bin/python
done_file=$venv/setup-done
unfinished_file=$venv/setup-unfinished

# Settings of the caller that would send packages or imports elsewhere.
unset PYTHONHOME PYTHONPATH PIP_PREFIX PIP_TARGET PIP_USER

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "setup: $*"
    exit 1
}

# --- What .venv is made from ---------------------------------------------------

fingerprint() {
    "$venv_python" -I -S -c '
import hashlib, os, sys
digest = hashlib.sha256()
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        digest.update(hashlib.sha256(file.read()).digest())
print(digest.hexdigest(), sys.version.split()[0], sys.base_prefix, os.getcwd(), sep="\n")
' requirements.lock pyproject.toml scripts/setup.sh 2>/dev/null
}

is_asked_python() {
    [ -z "${PYTHON:-}" ] && return 0
    version='import sys; print(sys.version.split()[0], sys.base_prefix)'
    asked=$("$PYTHON" -I -S -c "$version" 2>/dev/null) || return 1
    [ "$asked" = "$("$venv_python" -I -S -c "$version" 2>/dev/null)" ]
}

is_done() {
    [ -f "$done_file" ] && [ ! -e "$unfinished_file" ] && [ -x "$venv/bin/vfi" ] || return 1
    made_from=$(fingerprint) || return 1
    [ "$made_from" = "$(cat "$done_file")" ] && is_asked_python
}

# A virtual environment that can be kept: it runs, it has pip, it was made at this place.
is_usable() {
    [ ! -e "$unfinished_file" ] || return 1
    "$venv_python" -I -c '
import pip, sys
sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)
' >/dev/null 2>&1 || return 1
    grep -qF "$venv" "$venv/bin/activate" 2>/dev/null || return 1
    if [ -f "$done_file" ]; then
        [ "$(tail -n 1 "$done_file")" = "$root" ] || return 1
    fi
    is_asked_python
}

# --- System packages -----------------------------------------------------------

apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        return 1
    fi
    say "setup: installing the system packages $*"
    $as_root apt-get update -qq >/dev/null || say "setup: apt-get update failed; trying with the lists there are"
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" >/dev/null
}

# --- Python --------------------------------------------------------------------

# Prints the path of the Python that $1 starts, if its version is from $2 to $3.
# It is started to find out: a name on the path may be a shim with nothing behind it.
python_at() {
    "$1" -I -c '
import sys
low, high = (tuple(map(int, text.split("."))) for text in sys.argv[1:])
if not low <= sys.version_info[:2] <= high:
    sys.exit(1)
in_venv = sys.prefix != sys.base_prefix
print(getattr(sys, "_base_executable", sys.executable) if in_venv else sys.executable)
' "$2" "$3" 2>/dev/null
}

can_make_venv() {
    "$1" -I -c 'import ensurepip, venv' >/dev/null 2>&1
}

# Sets $python: one that can make virtual environments if there is one, and of a
# version that all the locked packages are built for if there is one.
find_python() {
    python=
    if [ -n "${PYTHON:-}" ]; then
        python=$(python_at "$PYTHON" 3.11 3.99) || fail "PYTHON=$PYTHON is not a Python 3.11 or later that runs."
        return 0
    fi
    for versions in '3.11 3.14' '3.15 3.99'; do
        for name in python3 python3.14 python3.13 python3.12 python3.11 python \
            /usr/bin/python3 /usr/local/bin/python3 /opt/homebrew/bin/python3; do
            found=$(python_at "$name" "${versions% *}" "${versions#* }") || continue
            if can_make_venv "$found"; then
                python=$found
                return 0
            fi
            python=${python:-$found}
        done
    done
    [ -n "$python" ] || fail "no Python 3.11 or later was found ($(python3 --version 2>/dev/null || echo 'there is no python3')).
Install one, or name one, as in: make test PYTHON=/path/to/python3.11
  Debian 12+, Ubuntu 24.04+:  apt-get install python3 python3-venv
  Fedora:                     dnf install python3
  Alpine:                     apk add python3
  macOS:                      brew install python@3.13"
}

make_venv() {
    if ! can_make_venv "$python"; then
        version=$("$python" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if ! apt_install "python$version-venv" || ! can_make_venv "$python"; then
            fail "$python has no venv module, and it could not be installed from here.
  Debian, Ubuntu:  apt-get install python3-venv   (or python$version-venv)"
        fi
    fi
    rm -rf "$venv"
    mkdir "$venv"
    : >"$unfinished_file"
    "$python" -m venv "$venv"
}

install_packages() {
    : >"$unfinished_file"
    # The lock names every package there is to install. Without --no-deps pip goes on to ask what those packages
    # require, and takes an extra such as coverage[toml] for a package that is not pinned once a newer one is out.
    "$venv_python" -m pip install --quiet --no-input --disable-pip-version-check \
        --no-deps --require-hashes -r requirements.lock ||
        fail "the packages of requirements.lock could not be installed (see above)."
    "$venv_python" -m pip install --quiet --no-input --disable-pip-version-check \
        --no-deps --no-build-isolation --editable . ||
        fail "the project itself could not be installed (see above)."
    "$venv_python" -m compileall -q vfi || true # the first start is as quick as any other
    rm -f "$unfinished_file"
}

# --- The libraries that WeasyPrint loads ---------------------------------------

libraries_load() {
    "$venv_python" -I -W ignore -c '
import weasyprint.text.ffi as ffi
if ffi.harfbuzz_subset is None:
    raise OSError("cannot load library libharfbuzz-subset")
' >/dev/null 2>"$venv/setup-libraries.log"
}

see_to_libraries() {
    libraries_load && return 0
    if apt_install libpangoft2-1.0-0 libharfbuzz-subset0 && libraries_load; then
        return 0
    fi
    fail "WeasyPrint, which makes the PDF reports, cannot load its libraries:
  $(tail -n 1 "$venv/setup-libraries.log")
Install Pango and the rest, then run this again:
  Debian, Ubuntu:  apt-get install --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora:          dnf install pango
  Alpine:          apk add pango fontconfig harfbuzz-subset
  macOS:           brew install pango
                   and, for a Python that is not Homebrew's:
                   export DYLD_FALLBACK_LIBRARY_PATH=\"\$(brew --prefix)/lib\""
}

# --- The work ------------------------------------------------------------------

is_done && exit 0

find_python

# One set-up at a time. The lock is on file descriptor 9: it goes when the last
# process that works on .venv ends, however it ends.
exec 9<scripts/setup.sh
"$python" -I -c '
import fcntl, sys
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("setup: waiting for another set-up of this folder to end", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)
except OSError:
    pass  # a file system without locks
'
is_done && exit 0

if is_usable; then
    say "setup: bringing .venv up to date"
else
    say "setup: making .venv with $("$python" --version 2>&1)"
    make_venv
fi
rm -f "$done_file"
install_packages
see_to_libraries
mismatch=$("$venv_python" -m pip check --disable-pip-version-check) ||
    fail "the packages in .venv do not fit together:
$mismatch
If pyproject.toml asks for other packages now, remake requirements.lock with 'make lock'."
fingerprint >"$done_file.new"
mv "$done_file.new" "$done_file"
say "setup: done"
