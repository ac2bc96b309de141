#!/bin/sh
# Sets everything up, then runs every check, and the tests side by side.
# Usage: sh packaging/test.sh [arguments of pytest]     (-n 0: one after another)
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

# shellcheck disable=SC2086
install_system_packages $OFFSCREEN_LIBRARIES $DISPLAY_LIBRARIES $TEST_TOOLS
# shellcheck disable=SC2086
install_system_packages $SCREEN_READER_TOOLS || say "tests/e2e/test_screen_reader.py will be skipped."
install_python_packages

in_memory() { # whether what is written to a folder stays in memory, with four gigabytes left, and programs may start there
    [ "$(df -PkT "$1" 2>/dev/null | awk 'NR == 2 { print ($2 == "tmpfs" && $5 > 4000000) }')" = 1 ] || return 1
    ! grep -q " $1 tmpfs .*noexec" /proc/mounts
}

checks() { # each after the other, as far as the first that finds something
    ruff check . && ruff format --check . && mypy && lint-imports
}

compile_once() { # what all workers of the tests import; else each of them compiles a fresh checkout for itself, at the same time
    [ -d tests/__pycache__ ] || python -m pytest -n 0 --collect-only "$@" >/dev/null 2>&1 || : # what is wrong there is told below
}

export PATH="$PWD/.venv/bin:$PATH"
# The program that tests start is compiled once, as it is for people, and not at each start.
unset PYTHONDONTWRITEBYTECODE
found=$(mktemp)
trap 'rm -f "$found"' EXIT
checks >"$found" 2>&1 & # one core, while the other compiles
checking=$!
compile_once "$@"
wait "$checking" || { cat "$found"; exit 1; }
cat "$found"
# No test waits for a disk at each edit, where it need not: what is left by a kill does not depend on the disk being in earnest,
# and the tests of a full or failing one bring a small one, or spoil the calls to it, themselves.
if in_memory /dev/shm; then export PYTEST_DEBUG_TEMPROOT=/dev/shm; fi
python -m pytest -n auto --dist worksteal "$@"
[ $# -gt 0 ] || python -m tests.benchmarks.gate
