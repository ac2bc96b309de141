"""The one family of icons (resources/icons: 24 by 24, stroke 1.5), drawn in a colour of the theme."""

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from inspector_app.core import paths

_INK = b"#000000"  # what the files are drawn in


def icon(name: str, colour: str, size: int, ratio: float = 1.0) -> "QtGui.QIcon":
    """The icon of that file name in this colour, `size` logical pixels wide on a screen of this pixel ratio."""
    key, pixmap = f"{name} {colour} {size} {ratio}", QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(name, colour, size, ratio)
        QPixmapCache.insert(key, pixmap)
    return QtGui.QIcon(pixmap)


def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # the first page has no icons and does not wait for it

    drawing = (paths.resources() / "icons" / f"{name}.svg").read_bytes().replace(_INK, colour.encode())
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
