"""The shape of each mark of a note, so that none is told by colour alone: in the note's margin and on its button."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from inspector_app.core.domain.text.marks import Mark
from inspector_app.ui.look import theme


def colour(kind: Mark) -> str:
    """The colour of a mark in the present theme."""
    return theme.colours().marks[list(Mark).index(kind)]


def paint_mark(painter: QPainter, box: QRectF, kind: Mark) -> None:
    """Paint into the square `box`: up, down, quotation marks, a flag, a star, two bars nearly as long."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour(kind)))
    for points in _SHAPES[kind]:
        corners = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


_Points = list[tuple[float, float]]
_STAR: _Points = [
    (0.5 + (0.55 if n % 2 == 0 else 0.22) * sin(n * pi / 5), 0.53 - (0.55 if n % 2 == 0 else 0.22) * cos(n * pi / 5))
    for n in range(10)
]
_SHAPES: dict[Mark, list[_Points]] = {
    Mark.STRENGTH: [[(0.5, 0.05), (1, 0.95), (0, 0.95)]],
    Mark.IMPROVEMENT: [[(0, 0.05), (1, 0.05), (0.5, 0.95)]],
    Mark.QUOTATION: [
        [(0.38, 0.05), (0.18, 0.45), (0.42, 0.45), (0.42, 0.95), (0, 0.95), (0, 0.45), (0.16, 0.05)],
        [(0.94, 0.05), (0.74, 0.45), (0.98, 0.45), (0.98, 0.95), (0.56, 0.95), (0.56, 0.45), (0.72, 0.05)],
    ],
    Mark.FOLLOW_UP: [[(0.08, 0), (0.24, 0), (0.24, 1), (0.08, 1)], [(0.24, 0.04), (1, 0.3), (0.24, 0.6)]],
    Mark.PRACTICE: [_STAR],
    Mark.CLOSE: [[(0, 0.14), (1, 0.14), (1, 0.42), (0, 0.42)], [(0, 0.58), (0.8, 0.58), (0.8, 0.86), (0, 0.86)]],
}
