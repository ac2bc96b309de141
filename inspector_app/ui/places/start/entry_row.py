"""Draws one inspection of the list: name and marks, framework, dates and where one is, how far its cases are."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.progress import paint_progress
from inspector_app.ui.words import inspections as words

ENTRY = Qt.ItemDataRole.UserRole
_DATES, _PROGRESS = 192, 168  # px at 100%: the columns beside the name, where there is room for them
_BESIDE = 672  # from this width on they stand beside it, below that under it
_HIGH = 10_000  # px: more than any words need


class Entry(NamedTuple):
    """One inspection, its framework in words, and the moment to say times from."""

    row: WorkspaceRow
    framework: str
    now: datetime


class _Line(NamedTuple):
    words: str
    font: QFont
    colour: str


class EntryRow(QStyledItemDelegate):
    """A row is as high as its words need: nothing is shortened."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The width of the list, and the height of the words in it."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 0
        return QSize(0, _lay(None, QRect(0, 0, width, _HIGH), index.data(ENTRY)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground and edge of its state, then the words."""
        c, box = theme.colours(), QRect(option.rect)
        painter.save()
        painter.setClipRect(box)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(c.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(sizes.HERE), box.height()), QColor(c.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(c.raised))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), sizes.EDGE), QColor(c.line))
        _lay(painter, box, index.data(ENTRY), chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()


def _lay(painter: QPainter | None, box: QRect, entry: Entry, *, chosen: bool = False) -> int:
    """Draw it into a box, or only reckon it without a painter; gives how high it is with its margins."""
    down, across = theme.px(sizes.NEAR), theme.px(sizes.FAR)
    room = QRect(box.left() + across, box.top() + down, box.width() - 2 * across, _HIGH)
    if box.width() < theme.px(_BESIDE):
        high = _name(painter, room, entry)
        high += _lines(painter, room.translated(0, high), _when(entry))
        return high + _progress(painter, room.translated(0, high), entry, chosen=chosen) + 2 * down
    dates, progress, gap = theme.px(_DATES), theme.px(_PROGRESS), theme.px(sizes.APART)
    name = room.adjusted(0, 0, -dates - progress - 2 * gap, 0)
    second = QRect(name.right() + gap, room.top(), dates, _HIGH)
    third = QRect(second.right() + gap, room.top(), progress, _HIGH)
    done = _progress(painter, third, entry, chosen=chosen)
    return max(_name(painter, name, entry), _lines(painter, second, _when(entry)), done) + 2 * down


def _when(entry: Entry) -> tuple[_Line, ...]:
    c, glance = theme.colours(), entry.row.glance
    return (
        _Line(words.fieldwork(glance), theme.font(), c.text),
        _Line(words.stage(glance, entry.now.date()), theme.font(theme.SMALL), c.quiet),
    )


def _name(painter: QPainter | None, room: QRect, entry: Entry) -> int:
    """Name and marks, and the framework under them; a service of another name between them."""
    c, row = theme.colours(), entry.row
    name = _Line(row.name, theme.font(theme.HEADING, bold=True), c.text)
    high = _lines(painter, room, (name,))
    beside = QFontMetrics(name.font).horizontalAdvance(row.name) + theme.px(sizes.CLOSE)
    marks = words.marks(row)
    across = beside + sum(_mark_width(word) + theme.px(sizes.CLOSE) for word in marks)
    at = room.adjusted(beside, 0, 0, 0) if across <= room.width() else room.translated(0, high)
    for word in marks:
        if at is not room and at.left() + _mark_width(word) > room.right() + 1:
            at = QRect(room.left(), at.top() + theme.px(sizes.CHIP + sizes.TIGHT), room.width(), _HIGH)
        _mark(painter, at, word)
        at = at.adjusted(_mark_width(word) + theme.px(sizes.CLOSE), 0, 0, 0)
    if marks:
        high = max(high, at.top() - room.top() + theme.px(sizes.CHIP))
    service = row.service if row.service != row.name else ""
    below = (_Line(service, theme.font(), c.text), _Line(entry.framework, theme.font(), c.quiet))
    return high + _lines(painter, room.translated(0, high), below)


def _progress(painter: QPainter | None, room: QRect, entry: Entry, *, chosen: bool) -> int:
    """How many cases are judged, the same as a bar, and when it was last opened."""
    c, small, glance = theme.colours(), theme.font(theme.SMALL), entry.row.glance
    high = _lines(painter, room, (_Line(words.progress(glance), small, c.text),))
    if glance is not None:
        gap, bar = theme.px(sizes.TIGHT), theme.px(sizes.BAR)
        if painter is not None:
            box = QRect(room.left(), room.top() + high + gap, room.width(), bar)
            paint_progress(painter, box, glance.judged, glance.cases, chosen=chosen)
        high += bar + 2 * gap
    opened = _Line(words.opened(entry.row, entry.now), small, c.quiet)
    return high + _lines(painter, room.translated(0, high), (opened,))


def _mark(painter: QPainter | None, at: QRect, word: str) -> None:
    if painter is None:
        return
    c, box = theme.colours(), QRect(at.left(), at.top(), _mark_width(word), theme.px(sizes.CHIP))
    painter.setPen(QPen(QColor(c.border), sizes.EDGE, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(QColor(c.quiet))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)


def _mark_width(word: str) -> int:
    return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(word) + 2 * theme.px(sizes.CLOSE)


def _lines(painter: QPainter | None, room: QRect, lines: tuple[_Line, ...]) -> int:
    """Lines under one another; those without words take no room."""
    high = 0
    for line in lines:
        at = room.translated(0, high)
        high += (
            wrapping.height(line.words, line.font, room.width())
            if painter is None or not line.words
            else wrapping.draw(painter, at, line.words, line.font, line.colour)
        )
    return high
