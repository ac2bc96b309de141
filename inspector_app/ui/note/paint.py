"""What a note shows that is no text: a line under words that may be misspelt, and the shape of each mark in the margin.

Both are painted over the paragraphs in sight and change nothing in the document, so they cost nothing for the rest of it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLayout
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.text.marks import place
from inspector_app.core.services.writing.spelling import LONGEST
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.mark_shapes import paint_mark
from inspector_app.ui.note import live, spelling
from inspector_app.ui.note.exact_text import widened
from inspector_app.ui.note.text import NoteText

_SHAPE, _WAVE = 10, 2
_LONG = 2000  # units: of a longer paragraph only what is in sight is looked at


def paint(box: NoteText, area: QRect, figures: Mapping[str, str]) -> None:
    """Paint into the part of the box that is being painted; `figures` by what they are of."""
    painter = QPainter(box.viewport())
    checks = spelling.check().checks
    painter.setPen(QPen(QColor(theme.colours().error), max(1.0, theme.px(sizes.SMALL) / 10)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block, top in _in_sight(box, area):
        if figures:
            live.paint(painter, block, top, figures)
        if checks and block.length() > 1:
            _underline(painter, box, block, top, area)
    painter.end()


def paint_marks(box: NoteText, gutter: QWidget, area: QRect) -> None:
    """Paint the shapes into the part of the margin that is being painted."""
    painter = QPainter(gutter)
    left = gutter.width() - theme.px(_SHAPE + sizes.HAIR)
    for block, top in _in_sight(box, area):
        _paint_mark(painter, block, QPointF(left, top.y()))
    painter.end()


def _in_sight(box: NoteText, area: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
    block, top = box.firstVisibleBlock(), box.contentOffset()
    while block.isValid() and top.y() <= area.bottom():
        height = box.blockBoundingRect(block).height()
        if top.y() + height >= area.top():
            yield block, QPointF(top)
        top.setY(top.y() + height)
        block = block.next()


def _paint_mark(painter: QPainter, block: QTextBlock, top: QPointF) -> None:
    layout = block.layout()
    found = place(block.text()[:64]) if block.length() > 1 else None
    if found is not None and layout.lineCount():
        side, line = theme.px(_SHAPE), layout.lineAt(0)
        middle = top.y() + line.y() + line.height() / 2
        paint_mark(painter, QRectF(top.x(), middle - side / 2, side, side), found[0])


def _underline(painter: QPainter, box: NoteText, block: QTextBlock, top: QPointF, area: QRect) -> None:
    layout = block.layout()
    first, last = _lines(layout, area.top() - top.y(), area.bottom() - top.y())
    if last < first:
        return
    for start, end in misspelt(box, block, layout.lineAt(first).textStart(), _end(layout, last)):
        for number in range(first, last + 1):
            line = layout.lineAt(number)
            begins, ends = line.textStart(), line.textStart() + line.textLength()
            if start < ends and end > begins:
                left, right = _x(line.cursorToX(max(start, begins))), _x(line.cursorToX(min(end, ends)))
                _wave(painter, top.x() + left, top.x() + right, top.y() + line.y() + line.ascent() + 2)


def misspelt(box: NoteText, block: QTextBlock, begin: int = 0, end: int = -1) -> list[tuple[int, int]]:
    """The words of a paragraph known to be wrong, as (start, end) in it, in units; not the one being typed."""
    length = block.length() - 1
    if length > _LONG:
        begin, end = max(0, begin - LONGEST), min(length, (length if end < 0 else end) + LONGEST)
    else:
        begin, end = 0, length
    check, found, typing = spelling.check(), [], box.typing_at - block.position()
    for at, word in check.words(widened(block.text(), begin, end)):
        start = begin + at
        if not start < typing <= start + len(word) and check.wrong(word):
            found.append((start, start + len(word)))
    return found


def _lines(layout: QTextLayout, top: float, bottom: float) -> tuple[int, int]:
    """The first and last line between two heights of a paragraph; a paragraph can have thousands."""
    heights = _Heights(layout)
    return max(0, bisect_right(heights, top) - 1), bisect_right(heights, bottom) - 1


class _Heights:
    """Where each line of a paragraph begins, read only where it is asked for."""

    def __init__(self, layout: QTextLayout) -> None:
        self._layout = layout

    def __len__(self) -> int:
        return self._layout.lineCount()

    def __getitem__(self, number: int) -> float:
        return self._layout.lineAt(number).y()


def _end(layout: QTextLayout, number: int) -> int:
    line = layout.lineAt(number)
    return line.textStart() + line.textLength()


def _x(found: object) -> float:
    """PySide gives the place together with the position it is of."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _wave(painter: QPainter, left: float, right: float, base: float) -> None:
    step = max(2, theme.px(_WAVE))
    painter.drawPolyline(_zigzag(max(2, int((right - left) / step) + 1), step).translated(left, base))


@lru_cache(maxsize=200)
def _zigzag(count: int, step: int) -> QPolygonF:
    return QPolygonF([QPointF(n * step, step * 0.8 if n % 2 else 0) for n in range(count)])
