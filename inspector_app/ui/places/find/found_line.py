"""Draws the lines of what was found: where, who and when, and the text with the words that match set apart."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.core.domain.finding.search import FoundRow
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.text.marks import place
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.mark_shapes import colour
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.find.model import LINE, Head, Line, More
from inspector_app.ui.words import found as found_words

_EDGE, _ABOVE, _BETWEEN = sizes.APART, sizes.CLOSE, sizes.HAIR  # px at 100%


class FoundLine(QStyledItemDelegate):
    """A row is as high as it has text. It is measured once for each width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words: nothing of what was found is shortened."""
        line: Line = index.data(LINE)
        view = option.widget
        room = view.viewport().width() - 2 * theme.px(_EDGE) if isinstance(view, QListView) else 0
        if isinstance(line, Head):
            room -= _count_width(line) + _ref_width(line)
            high = wrapping.height(_asked(line), _small(), room)
            return QSize(0, high + theme.px(2 * _ABOVE))
        if isinstance(line, More):
            return QSize(0, wrapping.height(found_words.more(line.group), theme.font(), room) + theme.px(2 * _ABOVE))
        laid = _laid(line, room)
        text = laid.text.boundingRect().height() + theme.px(_BETWEEN) if laid.text else 0
        return QSize(0, laid.about + round(text) + theme.px(2 * _ABOVE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line."""
        line: Line = index.data(LINE)
        colours = theme.colours()
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(rect.x(), rect.y(), theme.px(sizes.HERE), rect.height()), QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.line), sizes.EDGE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(theme.px(_EDGE), theme.px(_ABOVE), -theme.px(_EDGE), -theme.px(_ABOVE))
        if isinstance(line, Head):
            _draw_head(painter, room, line)
        elif isinstance(line, More):
            wrapping.draw(painter, room, found_words.more(line.group), theme.font(), colours.accent)
        else:
            _draw_row(painter, room, line)
        painter.restore()


def _draw_head(painter: QPainter, room: QRect, line: Head) -> None:
    colours = theme.colours()
    edge, above = theme.px(_EDGE), theme.px(_ABOVE)
    painter.fillRect(room.adjusted(-edge, -above, edge, above), QColor(colours.raised))
    right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
    wrapping.draw(painter, room, _count(line), _small(), colours.quiet, right)
    left = room.adjusted(0, 0, -_count_width(line), 0)
    if line.group.title:
        wrapping.draw(painter, left, line.group.code, theme.font(theme.SMALL, bold=True), colours.text)
    wrapping.draw(painter, left.adjusted(_ref_width(line), 0, 0, 0), _asked(line), _small(), colours.quiet)


def _asked(line: Head) -> str:
    """What the group is called, without the reference that stands before it."""
    return line.group.title or found_words.heading(line.group)


def _ref_width(line: Head) -> int:
    """What the reference of the key question takes before its words."""
    bold = QFontMetrics(theme.font(theme.SMALL, bold=True))
    return bold.horizontalAdvance(line.group.code) + theme.px(sizes.CLOSE) if line.group.title else 0


def _count(line: Head) -> str:
    return f"{line.group.count:,}"


def _count_width(line: Head) -> int:
    return QFontMetrics(_small()).horizontalAdvance(_count(line)) + theme.px(_EDGE)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row in a list of one width: its words, whether they stand beside one another, how high they are, and its text."""

    where: str
    standing: str
    written: str
    beside: bool
    about: int
    text: QTextLayout | None


def _laid(row: FoundRow, width: int) -> _Laid:
    return _laid_on(row, width, (date.today(), theme.name(), theme.zoom()))


@lru_cache(maxsize=256)  # a row is measured, and drawn as often as anything over or beside it changes
def _laid_on(row: FoundRow, width: int, _on: tuple[date, str, int]) -> _Laid:
    where, standing = found_words.where(row), found_words.standing(row)
    written = found_words.written(row, datetime.now().astimezone())
    beside = _fits_beside(where, (standing, written), width)
    about = _about_height(where, (standing, written), width, beside=beside)
    return _Laid(
        where=where,
        standing=standing,
        written=written,
        beside=beside,
        about=about,
        text=_text(row, width) if row.snippet else None,
    )


def _draw_row(painter: QPainter, room: QRect, row: FoundRow) -> None:
    c, plain, bold = theme.colours(), _small(), theme.font(bold=True)
    laid = _laid(row, room.width())
    colour = c.contested if row.contested else c.quiet
    taken = wrapping.draw(painter, room, laid.where, bold, c.text)
    if laid.beside:
        after = room.adjusted(QFontMetrics(bold).horizontalAdvance(laid.where) + theme.px(sizes.CLOSE), 0, 0, 0)
        after.setHeight(QFontMetrics(bold).height())
        if isinstance(row.answer, Answer):
            side = theme.px(sizes.SIGN)
            paint_answer(painter, QRectF(after.x(), after.y() + (after.height() - side) / 2, side, side), row.answer)
            after.setLeft(after.left() + side + theme.px(sizes.CLOSE))
        down = after.y() + (after.height() - QFontMetrics(plain).height()) // 2
        wrapping.draw(painter, QRect(after.x(), down, after.width(), after.height()), laid.standing, plain, colour)
        wrapping.draw(
            painter, room, laid.written, plain, c.quiet, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        )
    else:
        taken += wrapping.draw(painter, room.adjusted(0, taken, 0, 0), laid.standing, plain, colour)
        wrapping.draw(painter, room.adjusted(0, taken, 0, 0), laid.written, plain, c.quiet)
    if laid.text:
        painter.setPen(QColor(c.text))
        laid.text.draw(painter, QPointF(room.left(), room.top() + laid.about + theme.px(_BETWEEN)))


def _fits_beside(where: str, rest: tuple[str, ...], width: int) -> bool:
    """Whether there is room for all of that beside one another; otherwise each has a line of its own."""
    plain = QFontMetrics(_small())
    beside = theme.px(sizes.SIGN + sizes.CLOSE) + sum(
        plain.horizontalAdvance(part) + theme.px(_EDGE) for part in rest if part
    )
    return QFontMetrics(theme.font(bold=True)).horizontalAdvance(where) + beside <= width


def _about_height(where: str, rest: tuple[str, ...], width: int, *, beside: bool) -> int:
    if beside:
        return QFontMetrics(theme.font(bold=True)).height()
    return wrapping.height(where, theme.font(bold=True), width) + sum(
        wrapping.height(part, _small(), width) for part in rest
    )


def _small() -> QFont:
    return theme.font(theme.SMALL)


def _marks(text: str) -> list[QTextLayout.FormatRange]:
    """The words that mark a paragraph, each in its colour, as in the note itself."""
    ranges, start = [], 0
    for line in text.split("\n"):
        if found := place(line):
            kind, begins, ends = found
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setForeground(QColor(colour(kind)))
            ranges.append(_range(start + begins, start + ends, look))
        start += len(line) + 1
    return ranges


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = start, end - start, look
    return one


def _text(row: FoundRow, width: int) -> QTextLayout:
    """The text on as many lines as it needs; what matches in bold and in the accent."""
    layout = QTextLayout(row.snippet, theme.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    marked = QTextCharFormat()
    marked.setFontWeight(QFont.Weight.Bold)
    marked.setForeground(QColor(theme.colours().accent))
    marked.setFontUnderline(True)
    layout.setFormats([*_marks(row.snippet), *(_range(start, end, marked) for start, end in row.matches)])
    layout.beginLayout()
    down = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, down))
        down += line.height()
    layout.endLayout()
    return layout
