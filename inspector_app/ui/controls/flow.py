"""Widgets beside one another, on further lines where the window is too narrow or the text too large for one."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import delete

from inspector_app.ui.look import sizes, theme

_TWO = 2  # a name and what it stands behind: alone on a line it stays there


class Flow(QLayout):
    """Lines of widgets. What comes after `add_gap` stands at the right, as long as it has not moved to a line of its own."""

    def __init__(self, *widgets: QWidget, middle: bool = True) -> None:
        """`middle`: what is lower than its line stands in the middle of it; otherwise at its top."""
        super().__init__()
        self._middle = middle
        self._items: list[QLayoutItem] = []
        self._gap = -1
        self._heights: dict[int, int] = {}  # by width, till anything in it is otherwise: Qt asks many times over
        self._apart: int | None = None  # px between the widgets, where that is said
        self.setContentsMargins(QMargins())
        self.destroyed.connect(partial(_delete, self._items))
        for widget in widgets:
            self.addWidget(widget)

    def add_gap(self) -> None:
        """The room that is left on the line comes here."""
        self._gap = len(self._items)

    def set_gap(self, place: int) -> None:
        """The room that is left on the line comes before the item of that place."""
        self._gap = place

    def setSpacing(self, spacing: int) -> None:
        """Keep so many pixels free between the widgets."""
        self._apart = spacing
        self.invalidate()

    def spacing(self) -> int:
        """Pixels between the widgets: where nothing else is said those of the present zoom, which may be another by now."""
        return theme.px(sizes.CLOSE) if self._apart is None else self._apart

    def addWidget(self, widget: QWidget) -> None:
        """Put a widget at the end.

        Its item is made here: one that Qt made is no more for Python once the widget, or what holds it, was asked for by
        `nextInFocusChain` of one that is gone by now, for PySide makes it a child of that one.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    # what Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let an item go."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Qt says so when an item wants another size, comes or goes."""
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Fewer lines where there is more room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at that width."""
        if width not in self._heights:
            heights = [_height(line, width) for line in self._lines(width)]
            self._heights[width] = sum(heights) + self.spacing() * max(0, len(heights) - 1)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gaps(shown)
        return QSize(width, _height(shown, width))

    def minimumSize(self) -> QSize:
        """The widest item."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put each item in its place."""
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            self._place(line, QRect(rect.left(), top, rect.width(), _height(line, rect.width())))
            top += _height(line, rect.width()) + self.spacing()

    # lines

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            apart = self._between(lines[-1][-1], item) if lines else 0
            if not lines or apart + wide > left:
                lines.append(self._taken_along(lines, item, width))
                left = width - sum(each.sizeHint().width() + self.spacing() for each in lines[-1])
                apart = 0
            lines[-1].append(item)
            left -= apart + wide
        return lines

    def _taken_along(self, lines: list[list[QLayoutItem]], item: QLayoutItem, width: int) -> list[QLayoutItem]:
        """What begins the line of an item that has no room on the last: its name, which stands before nothing else."""
        if not lines or len(lines[-1]) < _TWO or not _names(lines[-1][-1], item):
            return []
        wide = lines[-1][-1].sizeHint().width() + self.spacing() + item.sizeHint().width()
        return [lines[-1].pop()] if wide <= width else []

    def _place(self, line: Sequence[QLayoutItem], room: QRect) -> None:
        after = self._items[self._gap :] if self._gap >= 0 else []
        widths = [min(item.sizeHint().width(), room.width()) for item in line]
        spare = room.width() - sum(widths) - self._gaps(line)
        at = room.left()
        for place, (item, width) in enumerate(zip(line, widths, strict=True)):
            if place:
                at += self._between(line[place - 1], item)
                at += spare if item in after and line[place - 1] not in after else 0
            high = _high(item, width)
            down = (room.height() - high) // 2 if self._middle else 0
            item.setGeometry(QRect(QPoint(at, room.top() + down), QSize(width, high)))
            at += width

    def _gaps(self, line: Sequence[QLayoutItem]) -> int:
        return sum(self._between(before, item) for before, item in pairwise(line))

    def _between(self, before: QLayoutItem, item: QLayoutItem) -> int:
        """Two boxes to tick stand further apart: or the words of the one are read as those of the other."""
        return self.spacing() + (theme.px(sizes.NEAR) if _ticked(before) and _ticked(item) else 0)


def _names(before: QLayoutItem, item: QLayoutItem) -> bool:
    label = before.widget()
    return isinstance(label, QLabel) and label.buddy() is not None and label.buddy() is item.widget()


def _ticked(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.inherits("QCheckBox")


def _height(line: Sequence[QLayoutItem], room: int) -> int:
    return max((_high(item, min(item.sizeHint().width(), room)) for item in line), default=0)


def _high(item: QLayoutItem, width: int) -> int:
    """How high it is in that width: words that have to wrap there need more than they would like."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _delete(items: Sequence[QLayoutItem]) -> None:
    """With the layout, as Qt's own do: nobody else does, for an item that was given away is not Python's."""
    for item in items:
        delete(item)
