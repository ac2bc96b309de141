"""How much of something is done, as a length."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen

from inspector_app.ui.look import sizes, theme


def paint_progress(painter: QPainter, box: QRect, part: int, of: int, *, chosen: bool = False) -> None:
    """Paint `part` of `of` into `box`; of nothing, nothing is done. In high contrast an edge is round it.

    `chosen`: it lies on the ground of a row one is on, from which the usual empty part could hardly be told.
    """
    c = theme.colours()
    painter.fillRect(box, QColor(c.surface if chosen else c.track))
    painter.fillRect(
        QRect(box.left(), box.top(), round(box.width() * part / max(1, of)), box.height()), QColor(c.accent)
    )
    if c.track_edge != c.track:
        painter.setPen(QPen(QColor(c.track_edge), sizes.EDGE))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
