"""Widgets beside one another, on further lines where the window is too narrow or the text too large for one."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import delete

from inspector_app.ui.look import sizes, theme

W = TypeVar("W", bound=QWidget)
_TWO = 2  # a name and what it stands behind: alone on a line it stays there
_WITH = "with_the_one_before"
_ROOM_AFTER = "room_after"


def beside(widget: W) -> W:
    """Let a widget go to another line of a `Flow` only with the one before it, as *Next* with *Previous*, and return it."""
    widget.setProperty(_WITH, True)
    return widget


def apart(widget: W) -> W:
    """Keep more room free after a widget, whose ring would come close to large letters, and return it."""
    widget.setProperty(_ROOM_AFTER, True)
    return widget


def say_what_fits(label: QLabel, sayings: Sequence[str], line: "Flow") -> None:
    """Have a label of a line say the first of these beside which all the others stand on that one line, else the last."""
    page = line.parentWidget()
    around = page.layout() if page is not None else None
    edges = around.contentsMargins() if around is not None else QMargins()
    wide = (page.width() if page is not None else 0) - edges.left() - edges.right()
    for said in sayings:
        label.setText(said)
        line.invalidate()  # Qt says so of a layout within another only once it lays them out
        if line.heightForWidth(wide) <= line.heightForWidth(sizes.ANY):
            return


class Part(NamedTuple):
    """An item that is in sight, with what it was asked for: each asking goes by Qt to the widget and back."""

    item: QLayoutItem
    wide: int
    high: int
    ticked: bool
    wraps: bool
    after: bool  # it stands beyond the gap
    apart: bool  # more room stands after it

    @classmethod
    def of(cls, item: QLayoutItem, *, after: bool) -> "Part":
        """What the item wants now."""
        wanted, widget = item.sizeHint(), item.widget()
        ticked = widget is not None and widget.inherits("QCheckBox")
        roomy = widget is not None and bool(widget.property(_ROOM_AFTER))
        wraps = item.hasHeightForWidth()
        return cls(item, wanted.width(), wanted.height(), ticked, wraps=wraps, after=after, apart=roomy)

    def high_at(self, width: int) -> int:
        """How high it is in that width: words that have to wrap there need more than they would like."""
        return self.item.heightForWidth(width) if self.wraps else self.high


class Flow(QLayout):
    """Lines of widgets. What comes after `add_gap` stands at the right, as long as it has not moved to a line of its own."""

    def __init__(self, *widgets: QWidget, middle: bool = True) -> None:
        """`middle`: what is lower than its line stands in the middle of it; otherwise at its top."""
        super().__init__()
        self._middle = middle
        self._items: list[QLayoutItem] = []
        self._gap = -1
        self._heights: dict[int, int] = {}  # by width, till anything in it is otherwise: Qt asks many times over
        self._there: list[Part] | None = None  # likewise
        self._wanted: QSize | None = None
        self._least: QSize | None = None
        self._apart: int | None = None  # px between the widgets, where that is said
        self.setContentsMargins(QMargins())
        self.destroyed.connect(partial(_delete, self._items))
        for widget in widgets:
            self.addWidget(widget)

    def add_gap(self) -> None:
        """The room that is left on the line comes here."""
        self.set_gap(len(self._items))

    def set_gap(self, place: int) -> None:
        """The room that is left on the line comes before the item of that place."""
        self._gap = place
        self.invalidate()

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
        self._there = self._wanted = self._least = None
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
        if self._wanted is None:
            shown = self._shown()
            width = sum(part.wide for part in shown) + self._gaps(shown)
            self._wanted = QSize(width, _height(shown, width))
        return QSize(self._wanted)

    def minimumSize(self) -> QSize:
        """The widest item."""
        if self._least is None:
            least = [part.item.minimumSize() for part in self._shown()]
            self._least = QSize(max((s.width() for s in least), default=0), max((s.height() for s in least), default=0))
        return QSize(self._least)

    def setGeometry(self, rect: QRect) -> None:
        """Put each item in its place."""
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            high = _height(line, rect.width())
            self._place(line, QRect(rect.left(), top, rect.width(), high))
            top += high + self.spacing()

    # lines

    def _shown(self) -> list[Part]:
        if self._there is None:
            shown = ((place, item) for place, item in enumerate(self._items) if not item.isEmpty())
            self._there = [Part.of(item, after=0 <= self._gap <= place) for place, item in shown]
        return self._there

    def _lines(self, width: int) -> list[list[Part]]:
        lines: list[list[Part]] = []
        left = 0
        for part in self._shown():
            apart = self._between(lines[-1][-1], part) if lines else 0
            if not lines or apart + part.wide > left:
                lines.append(self._taken_along(lines, part, width))
                left = width - sum(each.wide + self.spacing() for each in lines[-1])
                apart = 0
            lines[-1].append(part)
            left -= apart + part.wide
        return lines

    def _taken_along(self, lines: list[list[Part]], part: Part, width: int) -> list[Part]:
        """What begins the line of a part that has no room on the last: its name, or what it is never parted from."""
        taken: list[Part] = []
        wide = part.wide
        while lines and len(lines[-1]) >= _TWO and _stay_together(lines[-1][-1], (taken or [part])[0]):
            wide += lines[-1][-1].wide + self.spacing()
            if wide > width:
                break
            taken.insert(0, lines[-1].pop())
        return taken

    def _place(self, line: Sequence[Part], room: QRect) -> None:
        widths = [min(part.wide, room.width()) for part in line]
        spare = room.width() - sum(widths) - self._gaps(line)
        at = room.left()
        for place, (part, width) in enumerate(zip(line, widths, strict=True)):
            if place:
                at += self._between(line[place - 1], part)
                at += spare if part.after and not line[place - 1].after else 0
            high = part.high_at(width)
            down = (room.height() - high) // 2 if self._middle else 0
            part.item.setGeometry(QRect(QPoint(at, room.top() + down), QSize(width, high)))
            at += width

    def _gaps(self, line: Sequence[Part]) -> int:
        return sum(self._between(before, part) for before, part in pairwise(line))

    def _between(self, before: Part, part: Part) -> int:
        """Two boxes to tick stand further apart: or the words of the one are read as those of the other."""
        more = sizes.NEAR if before.ticked and part.ticked else sizes.TIGHT if before.apart else 0
        return self.spacing() + (theme.px(more) if more else 0)


def _stay_together(before: Part, part: Part) -> bool:
    label, widget = before.item.widget(), part.item.widget()
    named = isinstance(label, QLabel) and label.buddy() is not None and label.buddy() is widget
    return named or (widget is not None and bool(widget.property(_WITH)))


def _height(line: Sequence[Part], room: int) -> int:
    return max((part.high_at(min(part.wide, room)) for part in line), default=0)


def _delete(items: Sequence[QLayoutItem]) -> None:
    """With the layout, as Qt's own do: nobody else does, for an item that was given away is not Python's."""
    for item in items:
        delete(item)
