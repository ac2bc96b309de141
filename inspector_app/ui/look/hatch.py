"""The brush of what can still change: lines from the lower left to the upper right, as broad as the space between them."""

from functools import lru_cache

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

_TILE, _LINE = 5, 1.5  # px at 100%


def hatch(colour: str, zoom: int = 100) -> QBrush:
    """Lines of that colour on nothing."""
    return QBrush(_tile(colour, zoom))


@lru_cache(maxsize=64)
def _tile(colour: str, zoom: int) -> QPixmap:
    side = max(_TILE, round(_TILE * zoom / 100))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), _LINE * side / _TILE))
    for shift in (-side, 0, side):  # so that lines go on from tile to tile
        painter.drawLine(QLineF(shift - 1, side + 1, shift + side + 1, -1))
    painter.end()
    return made
