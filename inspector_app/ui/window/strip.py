"""The strip at the head of every page: service, framework and day; saved, contested, concerns, whose work; whose laptop.

Each thing leads to its page. Where there is little room less is said, always in the same order of what goes first; all of
it stays in the tips and is heard.
"""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import theme
from inspector_app.ui.window.head import Head
from inspector_app.ui.window.strip_item import StripItem
from inspector_app.ui.window.strip_who import StripWho
from inspector_app.ui.words import heading

_NARROW, _WIDE = 1200, 1800  # px at 100%
_EDGE, _GAP, _LINE = 12, 8, 16  # beside all of it, between two things, and how long the line between them is
_LEAST_TITLE = 88


class _Room(IntEnum):
    """How much room there is: each next one says less than the one before."""

    WIDE = 0
    USUAL = 1  # not how old colleagues' work is
    NO_ROLE = 2
    NARROW = 3  # the framework's short name
    NO_DAY = 4
    NUMBERS = 5  # pictures and numbers in place of words
    NO_FRAMEWORK = 6
    LEAST = 7  # the initial in place of the name, no sample mark
    NONE = 8


class _Part(NamedTuple):
    """Something that the strip says, from which room on it is short, and from which it is gone."""

    item: StripItem
    short: _Room
    gone: _Room

    def shows(self, room: _Room) -> bool:
        return bool(self.item.full) and room < self.gone

    def width(self, room: _Room) -> int:
        return self.item.width_of(short=room >= self.short) + theme.px(_GAP) if self.shows(room) else 0


class Strip(QFrame):
    """Say a `Head`; signals `wanted` with the code of the page that was asked for."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = Head()
        self._codes: dict[StripItem, str] = {}
        self.title = self._item("setup")
        self.sample = theme.role(plain_label(say("Sample"), self), "strip-sample")
        self.framework, self.day = self._item("setup"), self._item("week")
        self.saved = self._item("restore", "saved")
        self.contested = self._item("conflicts", "contested")
        self.concerns = self._item("concerns", "concerns")
        self.colleagues = self._item("handoff", "handoff")
        self.who = StripWho(self)
        self.saved.reserve((say("Saved {time}", time="00:00"),))
        self.contested.reserve((heading.contested(0), heading.contested(10)))
        self.concerns.reserve((heading.concerns(0), heading.concerns(10)))
        self._left = (
            _Part(self.framework, _Room.NARROW, _Room.NO_FRAMEWORK),
            _Part(self.day, _Room.NONE, _Room.NO_DAY),
        )
        self._right = (
            _Part(self.saved, _Room.NUMBERS, _Room.NONE),
            _Part(self.contested, _Room.NUMBERS, _Room.NONE),
            _Part(self.concerns, _Room.NUMBERS, _Room.NONE),
            _Part(self.colleagues, _Room.NONE, _Room.USUAL),
        )
        self._across = self._lay_out()
        self.say(Head())

    def say(self, head: Head) -> None:
        """Say this."""
        self._head = head
        inside = head.contested is not None
        self.title.say(head.title, kind="strip-title")
        self.framework.say(head.called or head.framework, head.short_framework, heard=head.framework)
        self.day.say(head.day)
        self.saved.say(
            head.saved, head.saved if head.unsaved else " ", kind="strip-concern" if head.unsaved else "strip"
        )
        self.saved.set_drawing("saved" if inside else "lock")
        self.colleagues.say(head.colleagues)
        self._say_number(self.contested, "contested", head.contested, heading.contested(head.contested or 0))
        self._say_number(self.concerns, "concerns", head.concerns, heading.concerns(head.concerns or 0))
        self.who.say(head.name, head.role)
        for item in (self.title, self.framework, self.saved):
            item.setEnabled(inside)  # else there is no page to go to
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Say as much as there is room for."""
        self._across.setContentsMargins(theme.px(_EDGE), 0, theme.px(_EDGE), 0)
        self._across.setSpacing(theme.px(_GAP))
        room = self._room()
        for part in (*self._left, *self._right):
            item, short = part.item, room >= part.short
            item.fit(item.width_of(short=short), self._colour(item), short=short)
            item.setVisible(part.shows(room))
        self.sample.setVisible(self._head.sample and room < _Room.LEAST)
        self.who.fit(role=room < _Room.NO_ROLE, name=room < _Room.LEAST)
        spare = max(self.width() - self._needed(room), 0) + self._least_title(room)
        self.title.fit(min(self.title.width_of(short=False), spare), "", short=False)
        self._across.activate()  # now: a line that is drawn before its thing has moved would stay where that was
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin line before each thing but the first of either side."""
        super().paintEvent(event)
        painter, long = QPainter(self), theme.px(_LINE)
        painter.setPen(QColor(theme.colours().strip_line))
        for item in self._after_lines():
            top = QPoint(item.x() - theme.px(_GAP) // 2 - 1, (self.height() - long) // 2)
            painter.drawLine(top, top + QPoint(0, long))

    def _after_lines(self) -> Iterator[QWidget]:
        shown = [part.item for part in self._right if part.item.isVisible()]
        yield from (part.item for part in self._left if part.item.isVisible())
        yield from shown[1:]
        if shown:
            yield self.who

    def _room(self) -> _Room:
        """The first that all of it has room in; a wide window is told by its size, so that a drag does not flicker."""
        across = 100 * self.width() // theme.zoom()
        least = _Room.WIDE if across >= _WIDE else _Room.USUAL if across >= _NARROW else _Room.NARROW
        rooms = [room for room in _Room if least <= room < _Room.NONE]
        return next((room for room in rooms if self._needed(room) <= self.width()), _Room.LEAST)

    def _needed(self, room: _Room) -> int:
        """How wide all of it is; where there is hardly any room, a part of the title must do."""
        least = self._least_title(room)
        sample = self.sample.sizeHint().width() + theme.px(_GAP) if self._head.sample and room < _Room.LEAST else 0
        parts = sum(part.width(room) for part in (*self._left, *self._right))
        who = self.who.width_of(role=room < _Room.NO_ROLE, name=room < _Room.LEAST) + theme.px(_GAP)
        return 2 * theme.px(_EDGE) + theme.px(_GAP) + least + sample + parts + who

    def _least_title(self, room: _Room) -> int:
        whole = self.title.width_of(short=False)
        return whole if room < _Room.NUMBERS else min(whole, theme.px(_LEAST_TITLE))

    def _colour(self, item: StripItem) -> str:
        c = theme.colours()
        return {"strip-concern": c.strip_concern, "strip-contested": c.strip_contested}.get(
            item.property("role"), c.strip_quiet
        )

    def _say_number(self, item: StripItem, drawing: str, number: int | None, words: str) -> None:
        """Say how many there are: in another shape and colour where there is any, nothing where no inspection is open."""
        any_ = bool(number)
        kind = {"contested": "strip-contested", "concerns": "strip-concern"}[drawing]
        item.set_drawing(f"{drawing}-open" if any_ else drawing)
        item.say("" if number is None else words, str(number), kind=kind if any_ else "strip")

    def say_keys(self) -> None:
        """Say which keys lead to the pages now."""
        for item, code in self._codes.items():
            item.set_tip(_tip(code))

    def _item(self, code: str, drawing: str = "") -> StripItem:
        made = StripItem(self, _tip(code), drawing)
        self._codes[made] = code
        made.clicked.connect(lambda: self.wanted.emit(code))
        return made

    def _lay_out(self) -> QHBoxLayout:
        layout = QHBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self._left:
            layout.addWidget(part.item)
        layout.addStretch(1)
        for part in self._right:
            layout.addWidget(part.item)
        layout.addWidget(self.who)
        return layout


def _tip(code: str) -> str:
    return f"{actions.command(code).tip} ({actions.keys(code)})"
