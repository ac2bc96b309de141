#!/bin/sh
# Sets everything up, then runs every check, and the tests side by side on every core.
# Usage: sh packaging/test.sh [arguments of pytest]     (-n 0: one after another)
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

# shellcheck disable=SC2086
install_system_packages $OFFSCREEN_LIBRARIES $DISPLAY_LIBRARIES $TEST_TOOLS
# shellcheck disable=SC2086
install_system_packages $SCREEN_READER_TOOLS || say "tests/e2e/test_screen_reader.py will be skipped."
install_python_packages

export PATH="$PWD/.venv/bin:$PATH"
ruff check .
ruff format --check .
mypy
lint-imports
# The program that tests start is compiled once, as it is for people, and not at each start.
unset PYTHONDONTWRITEBYTECODE
exec python -m pytest -n auto --dist worksteal "$@"
