"""What a note shows that is no text: a line under words that may be misspelt, and the shape of each mark in the margin.

Both are painted over the paragraphs in sight and change nothing in the document, so they cost nothing for the rest of it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTextBlock, QTextLayout
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.text.marks import place
from inspector_app.core.services.writing.spelling import LONGEST
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.mark_shapes import paint_mark
from inspector_app.ui.note import spelling
from inspector_app.ui.note.exact_text import widened
from inspector_app.ui.note.painted import live
from inspector_app.ui.note.text import NoteText

_SHAPE, _WAVE = 10, 2
_KEPT = 100  # paragraphs of a box
_LONG = 2000  # units: of a longer paragraph only what is in sight is looked at


class _Under(NamedTuple):
    """A line under a word: where it is from the top left of its paragraph, and how long."""

    left: float
    top: float
    wide: float


class Underlines:
    """Where the lines of a box go, kept for each paragraph from key to key: only one of them is typed in.

    A box is made anew for another theme or size of letters; what is known of words changing is told by `forget`.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], list[_Under]] = {}

    def forget(self) -> None:
        """More is known of words."""
        self._kept.clear()

    def of(self, box: NoteText, block: QTextBlock, top: QPointF, area: QRect) -> list[_Under]:
        """Those of a paragraph that begins at `top`; of a very long one, those in the part that is being painted."""
        layout, text = block.layout(), block.text()
        if block.length() > _LONG:
            return _lines_under(box, block, *_lines(layout, area.top() - top.y(), area.bottom() - top.y()))
        found = None if _typed_in(box, block) else self._kept.get((text, box.viewport().width()))
        if found is None:
            found = _lines_under(box, block, 0, layout.lineCount() - 1)
            self._keep(box, block, text, found)
        return found

    def _keep(self, box: NoteText, block: QTextBlock, text: str, found: list[_Under]) -> None:
        """Unless it is typed in, or a word of it is not known: one that nobody answered for is asked for again."""
        check = spelling.check()
        asked = (word for _, word in check.words(text) if not check.wrong(word))
        if _typed_in(box, block) or any(map(check.may_be_wrong, asked)):
            return
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[text, box.viewport().width()] = found


def _typed_in(box: NoteText, block: QTextBlock) -> bool:
    return 0 < box.typing_at - block.position() < block.length()


def paint(box: NoteText, area: QRect, figures: Mapping[str, str], kept: Underlines) -> None:
    """Paint into the part of the box that is being painted; `figures` by what they are of."""
    painter = QPainter(box.viewport())
    checks = spelling.check().checks
    for block, top in _in_sight(box, area):
        if figures:
            live.paint(painter, block, top, figures)
        if checks and block.length() > 1:
            if figures:
                kept.forget()  # a figure that is shown is as wide as it says
            _underline(painter, kept.of(box, block, top, area), top, area)
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


def _underline(painter: QPainter, under: list[_Under], top: QPointF, area: QRect) -> None:
    if not under:
        return
    step, thick = max(2, theme.px(_WAVE)), max(1.0, theme.px(sizes.SMALL) / 10)
    tile = _wave(theme.colours().error, step, thick, painter.device().devicePixelRatio())
    high = round(tile.deviceIndependentSize().height())
    for line in under:
        left, base = round(top.x() + line.left), round(top.y() + line.top - thick / 2)
        if base <= area.bottom() and base + high > area.top():
            painter.drawTiledPixmap(left, base, max(1, int(line.wide / step)) * step, high, tile)


def _lines_under(box: NoteText, block: QTextBlock, first: int, last: int) -> list[_Under]:
    """Where lines go under the words of these lines of a paragraph, from its top."""
    layout, under = block.layout(), []
    words = misspelt(box, block, layout.lineAt(first).textStart(), _end(layout, last)) if first <= last else []
    for line in map(layout.lineAt, range(first, last + 1) if words else ()):
        begins, ends = line.textStart(), line.textStart() + line.textLength()
        for start, end in words:
            if start < ends and end > begins:
                left, right = _x(line.cursorToX(max(start, begins))), _x(line.cursorToX(min(end, ends)))
                under.append(_Under(left, line.y() + line.ascent() + 2, right - left))
    return under


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


@lru_cache(maxsize=4)
def _wave(colour: str, step: int, thick: float, sharp: float) -> QPixmap:
    """One turn of the line, which is drawn once and laid out as tiles: to draw a line anew costs ten times as much."""
    tile = QPixmap(QSize(2 * step, ceil(step * 0.8 + thick) + 1) * sharp)
    tile.setDevicePixelRatio(sharp)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), thick))
    turns = (QPointF(n * step, thick / 2 + (step * 0.8 if n % 2 else 0)) for n in range(-1, 4))
    painter.drawPolyline(QPolygonF(list(turns)))
    painter.end()
    return tile
