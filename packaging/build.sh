#!/bin/sh
# Builds what people are given on Linux, a folder and a .deb, and has the built program try itself (packaging/README.md).
# Usage: sh packaging/build.sh [OUT] [--twice]     (--twice: a second time from nothing, and compares every byte)
# PYTHON: the Python that goes into it (Debian's own, unless told).
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

PYTHON=${PYTHON:-/usr/bin/python3}
case ${1:-} in ""|--twice) out=build ;; *) out=$1; shift ;; esac
mkdir -p "$out"
out=$(cd "$out" && pwd)

commit=$(git rev-parse --short=12 HEAD)
[ -z "$(git status --porcelain --untracked-files=no)" ] || commit=$commit-changed
date=$(TZ=UTC git show --no-patch --date=format-local:%Y-%m-%d --format=%cd)
SOURCE_DATE_EPOCH=$(git show --no-patch --format=%ct)
# The same bytes from the same commit: no time of day, no order of chance, no language of whoever builds.
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC

build() { # a folder to build in, with an environment of its own: two that are made in two places may not differ either
    mkdir -p "$1/made"
    UV_PROJECT_ENVIRONMENT=$1/venv install_python_packages --no-dev --group build --no-install-project
    "$1/venv/bin/python" packaging/icons.py "$1/made"
    printf '{"commit": "%s", "date": "%s"}\n' "$commit" "$date" > "$1/made/build.json"
    "$1/venv/bin/python" packaging/inventory.py "$1/made" "$commit" "$date"
    PYTHONPATH=. "$1/venv/bin/python" packaging/guide.py "$1/made/guide.pdf"
    INSPECTOR_MADE=$1/made PYINSTALLER_CONFIG_DIR=$1/cache "$1/venv/bin/python" -m PyInstaller --noconfirm --clean \
        --log-level WARN --distpath "$1/dist" --workpath "$1/work" packaging/inspector-app.spec
    "$1/venv/bin/python" packaging/system_libraries.py "$1/dist/inspector-app/_internal" "$1/made"
    sh packaging/deb.sh "$1" "$("$1/venv/bin/python" -c 'import inspector_app; print(inspector_app.__version__)')"
}

hashes() { # of everything that people are given, below a folder
    (cd "$1" && find dist made ./*.deb -type f | sort | xargs -d '\n' sha256sum && find dist -type l -printf '%p -> %l\n' | sort)
}

install_system_packages binutils
rm -rf "$out/once" "$out/again"
build "$out/once"
sh packaging/check.sh "$out/once/dist/inspector-app"
hashes "$out/once" > "$out/SHA256SUMS"
if [ "${1:-}" = --twice ]; then
    build "$out/again"
    hashes "$out/again" | diff "$out/SHA256SUMS" - || { say "Two builds of one commit differ."; exit 1; }
    say "Two builds of one commit are the same, to the byte."
fi
say "Built: $(ls "$out"/once/*.deb)"
