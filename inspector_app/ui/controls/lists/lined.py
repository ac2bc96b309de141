"""A list of things to go through: each line its name in bold, what is said of it small, a sign before it; in groups.

What is painted is said once more as one sentence (the text of the item), which is what a screen reader hears.
"""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.ui.controls.focus import stay_in_view
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.shapes import paint_answer

Index = QModelIndex | QPersistentModelIndex
CONTESTED, OPEN = "contested", "open"  # signs that are shapes of answers; any other is the name of an icon
_LINE = Qt.ItemDataRole.UserRole + 1
_LEFT, _HEAD = sizes.APART, sizes.CLOSE  # px at 100%: before what a line says, over and under the name of a group


class Line(NamedTuple):
    """What a line shows. `head`: what the group is called that begins with it; `sign`: CONTESTED, OPEN or an icon's name.

    `beside`: what follows the name in plain letters; `at`: a moment or a number, small, at the right of it.
    """

    name: str
    said: str = ""
    head: str = ""
    sign: str = ""
    colour: str = ""  # of the sign
    beside: str = ""
    at: str = ""
    close: bool = False  # one of many short lines, which stand nearer to each other


class LinedList(Sought, QListWidget):
    """Lines wrap, and are as high as their words need."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Lined(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width, and at once: Qt's own adjusting is to the height alone."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if event.size().height() < event.oldSize().height():
            stay_in_view(self)

    def add(self, text: str, line: Line) -> QListWidgetItem:
        """Add a line that is heard as `text`, with the name of the group before it where one begins."""
        item = QListWidgetItem(self)
        self.show_line(item, text, line)
        return item

    def edge_box(self, index: Index) -> QRect:
        """Where a line lies, without the head of the group that begins with it."""
        box = self.visualRect(index)
        return box.adjusted(0, _head_height(_line(index), box.width()), 0, 0)

    def show_line(self, item: QListWidgetItem, text: str, line: Line) -> None:
        """Show another line in the place of that of the item."""
        item.setText(text)
        item.setData(_LINE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.head}. {text}" if line.head else text)


class _Lined(QStyledItemDelegate):
    def __init__(self, view: LinedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The whole width, and as high as head, name and what is said of it need."""
        width, line = max(1, self._view.viewport().width()), _line(index)
        return QSize(width, _head_height(line, width) + _body_height(line, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The head of a group on its own ground, then the line."""
        painter.save()
        line, box = _line(index), QRect(option.rect)
        if high := _head_height(line, box.width()):
            _paint_head(painter, QRect(box.x(), box.y(), box.width(), high), line.head)
            box.setTop(box.top() + high)
        _paint_ground(painter, box, option)
        _paint_line(painter, box, line)
        painter.restore()


def _line(index: Index) -> Line:
    """What was given as text alone has its name in its first line; one line is no name of anything."""
    found = index.data(_LINE)
    if isinstance(found, Line):
        return found
    first, _, rest = str(index.data() or "").partition("\n")
    return Line(first, rest) if rest else Line("", beside=first, close=True)


def _over(line: Line) -> int:
    """What is kept free over and under the words of a line."""
    return theme.px(sizes.CLOSE if line.said else sizes.STEP + sizes.HAIR if line.close else sizes.NEAR - sizes.HAIR)


def _left(line: Line) -> int:
    """Where words begin."""
    return theme.px(_LEFT) + (theme.px(sizes.PICTURE + sizes.CLOSE) if line.sign else 0)


def _room(line: Line, width: int) -> int:
    return max(1, width - _left(line) - theme.px(sizes.NEAR))


def _at_width(line: Line) -> int:
    """What the moment at the right takes of the line of the name."""
    return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(line.at) + theme.px(sizes.CLOSE) if line.at else 0


def _head_height(line: Line, width: int) -> int:
    if not line.head:
        return 0
    room = max(1, width - 2 * theme.px(_LEFT))
    return wrapping.height(line.head, theme.font(theme.SMALL), room) + 2 * theme.px(_HEAD)


def _body_height(line: Line, width: int) -> int:
    room = _room(line, width)
    beside = max(1, room - _at_width(line))
    name = wrapping.height(line.name, theme.font(bold=True), beside) if line.name else 0
    if line.beside and not (line.name and _on_one_line(line, beside)):
        name += wrapping.height(line.beside, _beside_font(line), beside)
    said = wrapping.height(line.said, theme.font(theme.SMALL), room)
    return name + said + 2 * _over(line) + sizes.EDGE


def _paint_head(painter: QPainter, box: QRect, words: str) -> None:
    c, near = theme.colours(), theme.px(_LEFT)
    painter.fillRect(box, QColor(c.sunken))
    painter.setPen(QPen(QColor(c.line), sizes.EDGE))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    down = theme.px(_HEAD)
    wrapping.draw(painter, box.adjusted(near, down, -near, -down), words, theme.font(theme.SMALL), c.quiet)


def _paint_ground(painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
    c, state = theme.colours(), QStyle.StateFlag
    here, over = bool(option.state & state.State_Selected), bool(option.state & state.State_MouseOver)
    painter.fillRect(box, QColor(c.accent_soft if here else c.raised if over else c.surface))
    painter.setPen(QPen(QColor(c.line), sizes.EDGE))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if here:
        painter.fillRect(QRect(box.x(), box.y(), theme.px(sizes.HERE), box.height()), QColor(c.accent))


def _paint_line(painter: QPainter, box: QRect, line: Line) -> None:
    c, left, width = theme.colours(), _left(line), box.width()
    over = _over(line)
    inside = QRect(box.x() + left, box.y() + over, _room(line, width), box.height() - 2 * over)
    _paint_sign(painter, QRect(box.x() + theme.px(_LEFT), inside.y(), theme.px(sizes.PICTURE), 0), line)
    down = _paint_name(painter, inside, line)
    wrapping.draw(painter, inside.adjusted(0, down, 0, 0), line.said, theme.font(theme.SMALL), c.quiet)


def _paint_name(painter: QPainter, inside: QRect, line: Line) -> int:
    """The name, what is beside it and at the right; gives how far down it goes."""
    c, bold = theme.colours(), theme.font(bold=True)
    room = inside.adjusted(0, 0, -_at_width(line), 0)
    down = wrapping.draw(painter, room, line.name, bold, c.text) if line.name else 0
    if line.beside and line.name and _on_one_line(line, room.width()):
        after = QFontMetrics(bold).horizontalAdvance(line.name) + theme.px(sizes.CLOSE)
        _paint_beside(painter, room.adjusted(after, 0, 0, 0), line)
    elif line.beside:
        down += wrapping.draw(painter, room.adjusted(0, down, 0, 0), line.beside, _beside_font(line), c.text)
    if line.at:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(c.quiet))
        high = wrapping.height("X", bold, room.width())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(inside.x(), inside.y(), inside.width(), high), right, line.at)
    return down


def _paint_beside(painter: QPainter, room: QRect, line: Line) -> None:
    """On the line of the name."""
    high = wrapping.height("X", theme.font(bold=True), room.width())
    painter.setFont(_beside_font(line))
    painter.setPen(QColor(theme.colours().text))
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRect(room.x(), room.y(), room.width(), high), side, line.beside)


def _beside_font(line: Line) -> QFont:
    """Small between a name and a moment; the same where it has no room there and stands below."""
    return theme.font(theme.SMALL) if line.name and line.at else theme.font()


def _on_one_line(line: Line, room: int) -> bool:
    """Whether what is beside the name has room there; else it stands below."""
    return QFontMetrics(theme.font(bold=True)).horizontalAdvance(f"{line.name}  {line.beside}") <= room


def _paint_sign(painter: QPainter, at: QRect, line: Line) -> None:
    if not line.sign:
        return
    high = wrapping.height("X", theme.font(bold=True), at.width() * 2)
    if line.sign in (CONTESTED, OPEN):
        side = theme.px(sizes.SIGN)
        box = QRect(at.x() + (at.width() - side) // 2, at.y() + (high - side) // 2, side, side)
        paint_answer(painter, box.toRectF(), None, contested=line.sign == CONTESTED)
    else:
        box = QRect(at.x(), at.y() + (high - at.width()) // 2, at.width(), at.width())
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(box, icon(line.sign, line.colour, box.width(), ratio).pixmap(box.size()))
