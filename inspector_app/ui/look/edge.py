"""The edge of the line that has the keyboard, painted alike by rows and over lists."""

from PySide6 import QtCore
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from inspector_app.ui.look import theme


def paint_inner_edge(painter: QPainter, box: QRect) -> None:
    """The edge of what has the keyboard, inside `box`: what lies around it may be painted by others."""
    edge, wide, high = theme.ring(), box.width(), box.height()
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().focus))
    sides = ((0, 0, wide, edge), (0, high - edge, wide, edge), (wide - edge, 0, edge, high), (0, 0, edge, high))
    for left, top, across, down in sides:
        painter.drawRect(box.left() + left, box.top() + top, across, down)
