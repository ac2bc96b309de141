#!/bin/sh
# Sets everything up, then opens the window; without a display, makes the sample inspection and its draft findings.
# Usage: sh packaging/run.sh [arguments of inspector-app]
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

# shellcheck disable=SC2086
install_system_packages $OFFSCREEN_LIBRARIES $DISPLAY_LIBRARIES || say "Going on without them; the window may not open."
install_python_packages --no-dev --inexact

if [ $# -gt 0 ]; then
    exec .venv/bin/inspector-app "$@"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/inspector-app
else
    say "No display here, so no window: making the sample inspection and its draft findings in ./out instead."
    exec .venv/bin/inspector-app demo out
fi
