#!/bin/sh
# Has a built program try itself, with nothing of this machine to lean on: no Python, no settings, no display.
# Usage: sh packaging/check.sh FOLDER     (the folder that holds inspector-app)
set -eu
program=$(cd "$1" && pwd)/inspector-app
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
alone() { env -i HOME="$place" TMPDIR="$place" PATH=/nowhere INSPECTOR_HOME="$place/profile" "$@"; }

alone "$program" --self-check
alone QT_QPA_PLATFORM=offscreen "$program" --measure-start
alone "$program" demo "$place/demo" > /dev/null
echo '{"suggest": "evidense"}' | alone "$program" --spelling en_GB | grep -q '"evidence"'
[ ! -e "$place/profile/keyring" ] || { echo "The self-check touched the profile folder." >&2; exit 1; }
du -sh "$1"
