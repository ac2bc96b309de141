#!/bin/sh
# Puts a built folder into a .deb: program, desktop file, icons, file types, licences. Called by build.sh.
# Usage: sh packaging/deb.sh BUILD VERSION     (BUILD holds dist/ and made/; the .deb is written beside them)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1 version=$2
root=$build/deb
share=$root/usr/share
architecture=$(dpkg --print-architecture)
# Several versions of one program stand in their order: 0.1.0 before 0.1.1.
file=$build/inspector-app_${version}_$architecture.deb

rm -rf "$root" "$file"
umask 022
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$share/doc/inspector-app"
cp -a "$build/dist/inspector-app" "$root/opt/inspector-app"
ln -s /opt/inspector-app/inspector-app "$root/usr/bin/inspector-app"
install -D -m 644 "$here/inspector-app.desktop" "$share/applications/inspector-app.desktop"
install -D -m 644 "$here/inspector-app.xml" "$share/mime/packages/inspector-app.xml"
install -D -m 644 "$here/inspector-app.svg" "$share/icons/hicolor/scalable/apps/inspector-app.svg"
for size in 16 24 32 48 64 128 256 512; do
    install -D -m 644 "$build/made/inspector-app-$size.png" "$share/icons/hicolor/${size}x$size/apps/inspector-app.png"
done
cat "$here/../LICENSE" "$build/made/third-party.txt" > "$share/doc/inspector-app/copyright"
install -m 644 "$build/made/sbom.cdx.json" "$share/doc/inspector-app/sbom.cdx.json"
install -m 644 "$build/made/guide.pdf" "$share/doc/inspector-app/guide.pdf"
chmod -R u+rwX,go+rX,go-w "$root"
find "$root/opt" -name '*.so*' -type f -exec chmod 644 {} +

cat > "$root/DEBIAN/control" <<CONTROL
Package: inspector-app
Version: $version
Architecture: $architecture
Maintainer: Fieldwork <fieldwork@example.invalid>
Installed-Size: $(du -sk --apparent-size "$root/opt" | cut -f1)
Section: misc
Priority: optional
Depends: libc6 (>= 2.36), libstdc++6 (>= 12), libgcc-s1, libgl1, libegl1, libxcb1, libwayland-client0, libwayland-cursor0, libwayland-egl1, fontconfig-config
Recommends: desktop-file-utils, shared-mime-info, xdg-utils
Description: offline fieldwork tool for inspections of youth justice services
 For inspectors: judge cases, gather evidence, hand work to colleagues without
 a network, and draft findings. One inspection is one encrypted file.
CONTROL
# In one thread: with several, the bytes could hang on how many cores there are. zstd: xz takes minutes for it.
dpkg-deb --root-owner-group -Zzstd -z9 --threads-max=1 --build "$root" "$file" > /dev/null
rm -rf "$root"
