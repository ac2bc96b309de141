#!/bin/sh
# Set-up shared by run.sh and test.sh: system libraries through apt where it may, Python dependencies from uv.lock.
# Usage: . packaging/setup.sh [offscreen|display]   (sourced, from the top of the checkout)
set -eu

UV_VERSION=0.13.9
OFFSCREEN_LIBRARIES="libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
DISPLAY_LIBRARIES="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-util1 libxcb-xkb1"
TEST_TOOLS="git xvfb xauth xdotool poppler-utils"
SCREEN_READER_TOOLS="at-spi2-core dbus python3-pyatspi gir1.2-atspi-2.0"

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else return 1; fi
}

missing_packages() { # prints those of its arguments that are not installed
    for package in "$@"; do
        # A library renamed for 64-bit time (Ubuntu 24.04, Debian 13) satisfies the old name.
        dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q '^install ok installed' || printf '%s ' "$package"
    done
}

install_system_packages() {
    command -v apt-get >/dev/null 2>&1 || { say "Not a Debian or Ubuntu system: install Qt's libraries yourself ($*)."; return 0; }
    wanted=$(missing_packages "$@")
    [ -n "$wanted" ] || return 0
    say "Installing system packages: $wanted"
    # shellcheck disable=SC2086  # a list of words is meant
    if ! { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null; }; then
        say "Could not install: $wanted. Ask an administrator to run: apt-get install $wanted"
        return 1
    fi
}

find_python() { # the first Python that is new enough
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; then
            "$name" -c 'import sys; print(sys.executable)'; return 0
        fi
    done
    say "Python 3.11 or newer is needed, and none was found. Install it, or name one: PYTHON=/path/to/python3.11"
    return 1
}

install_python_packages() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_system_packages "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    fi
    if [ "$(.tools/bin/uv --version 2>/dev/null | cut -d' ' -f2)" != "$UV_VERSION" ]; then
        "$python" -m venv --clear .tools
        .tools/bin/python -m pip install --quiet "uv==$UV_VERSION"
    fi
    # Where the system keeps certificates, they are used: an office network may have its own authority among them.
    [ ! -e /etc/ssl/certs/ca-certificates.crt ] || export UV_SYSTEM_CERTS=1
    .tools/bin/uv sync --locked --quiet --python "$python" "$@"
}
