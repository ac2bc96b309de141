"""The beginning of a note in two lines of a cell, with the shape and the colour of the mark that it begins with."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout

from inspector_app.core.domain.text.marks import place
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.mark_shapes import colour, paint_mark

_LINES, _SHAPE = 2, 9


def paint_beginning(painter: QPainter, room: QRect, words: str) -> None:
    """Paint it in the middle of the room, in whole words."""
    font, found = theme.font(theme.SMALL), place(words[:64])
    indent = theme.px(_SHAPE + sizes.TIGHT) if found else 0
    said = wrapping.beginning(words, theme.font(theme.SMALL, bold=bool(found)), room.width() - indent, lines=_LINES)
    layout = QTextLayout(said, font)
    if found:
        layout.setFormats([_mark_format(found[1], found[2], colour(found[0]))])
    high = _lay_out(layout, room.width(), indent)
    top = room.top() + (room.height() - high) / 2
    painter.save()
    painter.setPen(QColor(theme.colours().text))
    layout.draw(painter, QPointF(room.left(), top))
    if found:
        side, line = theme.px(_SHAPE), layout.lineAt(0).height()
        paint_mark(painter, QRectF(room.left(), top + (line - side) / 2, side, side), found[0])
    painter.restore()


def _mark_format(start: int, end: int, ink: str) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(QColor(ink))
    made.start, made.length, made.format = start, end - start, look
    return made


def _lay_out(layout: QTextLayout, width: int, indent: int) -> float:
    """Give each line its place, the first behind the shape; gives how high they are."""
    high, first = 0.0, True
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - (indent if first else 0))
        line.setPosition(QPointF(indent if first else 0, high))
        high, first = high + line.height(), False
    layout.endLayout()
    return high
