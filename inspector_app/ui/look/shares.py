"""How many of each answer, as lengths: Yes full, No hatched, n/a in its colour, unanswered empty."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.hatch import hatch
from inspector_app.ui.look.shapes import answer_colour


def paint_shares(painter: QPainter, box: QRect, shares: Sequence[tuple[Answer | None, int]]) -> None:
    """Paint the numbers of `shares` into `box`, one after the other, with an edge round all of them."""
    c, left = theme.colours(), float(box.left())
    total = sum(number for _, number in shares)
    painter.fillRect(box, QColor(c.track))
    for answer, number in shares:
        wide = box.width() * number / max(1, total)
        if answer is not None:
            ink = answer_colour(answer)
            brush = hatch(ink, theme.zoom()) if answer is Answer.NO else QBrush(QColor(ink))
            painter.fillRect(QRectF(left, box.top(), wide, box.height()), brush)
        left += wide
    painter.setPen(QPen(QColor(c.border), sizes.EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))
