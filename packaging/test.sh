#!/bin/sh
# Sets everything up, then runs every check and test.
# Usage: sh packaging/test.sh [arguments of pytest]
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
exec python -m pytest "$@"
