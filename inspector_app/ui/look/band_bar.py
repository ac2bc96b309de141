"""A percentage as a length against the bands."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inspector_app.ui.look import theme


def paint_band_bar(painter: QPainter, box: QRectF, percent: int | None, lowers: Sequence[int], colour: str) -> None:
    """Paint `percent` (0 to 100, None: an empty track) into `box`, with a tick at each band's lower bound."""
    c = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    track = box.adjusted(0, box.height() / 4, 0, -box.height() / 4)
    painter.fillRect(track, QColor(c.raised))
    if percent is not None:
        painter.fillRect(
            QRectF(track.left(), track.top(), track.width() * percent / 100, track.height()), QColor(colour)
        )
    painter.setPen(QPen(QColor(c.border), 1))
    painter.drawLine(track.bottomLeft(), track.bottomRight())
    for lower in lowers:
        if 0 < lower < 100:
            x = round(box.left() + box.width() * lower / 100)
            painter.setPen(QPen(QColor(c.text), 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
