"""The one family of icons (resources/icons: 24 by 24, stroke 1.5), drawn in a colour of the theme.

A small one is drawn with a heavier line: 1.5 of 24 is one pixel at 16, a grey hair beside the words.
"""

import re

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from inspector_app.core import paths

_INK = b"#000000"  # what the files are drawn in
_SMALL, _LEAST = 20, 1.9  # pixels, under which an icon is small; the least line of it, of 24
_LINE = re.compile(rb'stroke-width="([0-9.]+)"')


def icon(name: str, colour: str, size: int, ratio: float = 1.0) -> "QtGui.QIcon":
    """The icon of that file name in this colour, `size` logical pixels wide on a screen of this pixel ratio."""
    return QtGui.QIcon(picture(name, colour, size, ratio))


def before_words(name: str, colour: str, size: int, gap: int, ratio: float = 1.0) -> "QtGui.QIcon":
    """The same with `gap` logical pixels of nothing at its right: Qt puts words closer to a drawing than they are read."""
    wide = QPixmap(QSize(size + gap, size) * ratio)
    wide.setDevicePixelRatio(ratio)
    wide.fill(QColor(0, 0, 0, 0))
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture(name, colour, size, ratio))
    painter.end()
    return QtGui.QIcon(wide)


def picture(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The same for who paints it: an icon of Qt's brings the names of all that desktops have."""
    key, pixmap = f"{name} {colour} {size} {ratio}", QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(name, colour, size, ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # who shows no icon does not wait for it

    drawing = (paths.resources() / "icons" / f"{name}.svg").read_bytes().replace(_INK, colour.encode())
    if size < _SMALL:
        drawing = _LINE.sub(_heavier, drawing)
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _heavier(line: "re.Match[bytes]") -> bytes:
    return b'stroke-width="%.1f"' % max(_LEAST, float(line[1]))
