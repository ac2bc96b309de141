"""Live figures in a note: each is one soft box with what it says now; in the text stays what it is of."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QPlainTextEdit

from inspector_app.core.domain.live_figures import Live, found
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.exact_text import units

_PAD, _ROUND = 4, 4  # px at 100%


def formats(text: str, known: Mapping[str, str], font: QFont) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """How the letters of each figure are set, to be exactly as wide as the box that is painted over them.

    One that counts nothing any more is seen as it was typed.
    """
    for start, end, live in places(text):
        look = QTextCharFormat()
        figure = _figure(live, known)
        if figure:
            metrics = QFontMetricsF(font)
            wanted = metrics.horizontalAdvance(figure) + 2 * theme.px(_PAD)
            natural = metrics.horizontalAdvance(text[live.start : live.end])
            look.setForeground(QColor(Qt.GlobalColor.transparent))
            look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            look.setFontLetterSpacing((wanted - natural) / (end - start))
        else:
            look.setBackground(QColor(theme.colours().accent_soft))
            look.setForeground(QColor(theme.colours().warn))
        yield start, end - start, look


def paint(painter: QPainter, block: QTextBlock, top: QPointF, known: Mapping[str, str]) -> None:
    """Paint the boxes of a paragraph that is in sight."""
    painter.save()
    painter.setFont(block.document().defaultFont())
    for start, end, live in places(block.text()):
        line = block.layout().lineForTextPosition(start)
        if line.isValid():
            area = _area(line, start, end).translated(top)
            figure = _figure(live, known)
            if figure:
                _paint_figure(painter, area, figure, frozen=live.frozen)
            else:
                painter.setPen(QPen(QColor(theme.colours().warn), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area)
    painter.restore()


def around(document: QTextDocument, position: int, known: Mapping[str, str]) -> tuple[int, int] | None:
    """From and to where the figure goes that a position is within, one that says something; None beside one and elsewhere."""
    block = document.findBlock(position)
    at = position - block.position()
    inside = ((s, e) for s, e, figure in places(block.text()) if s < at < e and _figure(figure, known))
    return next(((block.position() + s, block.position() + e) for s, e in inside), None)


def at_cursor(box: QPlainTextEdit) -> tuple[int, int, Live] | None:
    """The figure at the cursor, from and to which position of the document it goes."""
    cursor = box.textCursor()
    at, block = cursor.positionInBlock(), cursor.block()
    inside = ((s, e, live) for s, e, live in places(block.text()) if s <= at <= e)
    return next(((block.position() + s, block.position() + e, live) for s, e, live in inside), None)


def places(text: str) -> Iterator[tuple[int, int, Live]]:
    """Each figure of a paragraph with its place in the screen's units."""
    if "[=" in text:
        for live in found(text):
            start = units(text[: live.start])
            yield start, start + units(text[live.start : live.end]), live


def _figure(live: Live, known: Mapping[str, str]) -> str:
    """What a figure says; "" for one that counts nothing."""
    return live.words if live.frozen else known.get(live.of, "")


def _area(line: QTextLine, start: int, end: int) -> QRectF:
    stop = min(end, line.textStart() + line.textLength())
    left, right = _x(line.cursorToX(start)), _x(line.cursorToX(stop))
    return QRectF(left, line.y(), right - left, line.height())


def _x(found_at: object) -> float:
    """PySide gives the place together with the position it is of."""
    return float(found_at[0] if isinstance(found_at, tuple) else found_at)  # type: ignore[arg-type]


def _paint_figure(painter: QPainter, area: QRectF, figure: str, *, frozen: bool) -> None:
    """One that is frozen has an edge: it no longer goes along with the data."""
    painter.setPen(QPen(QColor(theme.colours().accent)) if frozen else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().accent_soft))
    edge = theme.px(sizes.TIGHT) / 4
    painter.drawRoundedRect(area.adjusted(edge, 0, -edge, 0), theme.px(_ROUND), theme.px(_ROUND))
    painter.setPen(QColor(theme.colours().text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, figure)
