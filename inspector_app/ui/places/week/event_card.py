"""One thing that happens in the week, as a card that opens in place. It paints itself: a full week has forty of them."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector_app.core.domain.days.week import EventRow, hours, title
from inspector_app.core.services.fieldwork.week import Plan
from inspector_app.ui.controls.signs.initial import paint_initial
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.words import week as week_words

_KEYS = {
    Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right",
    Qt.Key.Key_Delete: "take-away", Qt.Key.Key_Backspace: "take-away",
}  # fmt: skip
_WITH_ALT = {Qt.Key.Key_Left: "event-earlier", Qt.Key.Key_Right: "event-later"}
_ACROSS, _DOWN, _BETWEEN, _LEAST = 9, 8, 2, 100  # px at 100%: edges, between the lines, the least width
_DISC, _AFTER = 18, 6  # the initial of who leads, and what follows it


class EventCard(QAbstractButton):
    """Time, title, and what it is about. Clicked (or with Enter) it asks to be opened."""

    asked = Signal(str, str)  # id; "open", a move of the focus, or a command's code
    written = Signal(str)  # text: somebody began to write, which a card has no line for

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.id = ""
        self.time = self.title = self.about = self.clash = self.contested = ""  # what each line says; "" is no line
        self.leader = self.case = self._whole = ""
        self._mine = False
        self._past = False
        self._high: dict[int, int] = {}  # by width: Qt asks many times
        self.clicked.connect(lambda: self.asked.emit(self.id, "open"))

    def set_event(self, event: EventRow, plan: Plan) -> None:
        """Show an event of a plan."""
        before = self._said()
        self.id = event.id
        hold(self, "event", event.id)
        self.time, self.title = hours(event) or "no time", title(event)
        self.leader, self._mine = week_words.leader(event, plan), event.person == plan.me
        self.case = week_words.on_case(event, plan)
        parts = (week_words.of_kind(event), week_words.by_name(event, plan))
        self.about = " · ".join(part for part in parts if part)
        self._whole = week_words.about(event, plan)
        clash, contested = week_words.clash(event, plan), week_words.contested(event)
        self.clash, self.contested = (f"▲ {clash}" if clash else ""), (f"◆ {contested}" if contested else "")
        if self._said() != before:
            self._high.clear()
            self.setAccessibleName(week_words.whole(event, plan))
            self.updateGeometry()
            self.update()

    def set_past(self, past: bool) -> None:
        """What is over stands back."""
        if past is not self._past:
            self._past = past
            self.update()

    def _lines(self) -> list[tuple[str, QFont, str]]:
        c, body = theme.colours(), theme.font()
        text = c.quiet if self._past else c.text
        lines = ((self.title, body, text), (self.clash, body, c.error), (self.contested, body, c.error))
        return [line for line in lines if line[0]]

    def _said(self) -> tuple[str, ...]:
        return self.time, self.title, self.leader, self.case, self.about, self.clash, self.contested

    @property
    def _foot(self) -> bool:
        """Whether it says who leads, on which case or of what kind."""
        return bool(self.leader or self.case or self.about)

    # size: as high as the words need in the width there is

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at that width."""
        if width not in self._high:
            self._high[width] = self._needed(width - 2 * theme.px(_ACROSS))
        return self._high[width]

    def _needed(self, width: int) -> int:
        high = [wrapping.height(text, font, width) for text, font, _ in self._lines()]
        high.append(QFontMetrics(theme.font(theme.SMALL)).height())  # the time
        if self._foot:
            fits = self._fits(width)
            said, left = (self.about, self._before()) if fits else (self._whole, 0)
            high.append(max(theme.px(_DISC), wrapping.height(said, theme.font(theme.SMALL), width - left)))
        return sum(high) + theme.px(_BETWEEN) * (len(high) - 1) + 2 * theme.px(_DOWN)

    def _fits(self, width: int) -> bool:
        """Whether disc, case and kind have room beside one another; else all of it is said in words."""
        return self._before() + wrapping.longest(self.about, theme.font(theme.SMALL)) <= width

    def _before(self) -> int:
        """What stands before the words of the last line takes: the disc, and the reference of the case."""
        disc = theme.px(_DISC + _AFTER) if self.leader else 0
        case = QFontMetrics(theme.font(theme.SMALL, bold=True)).horizontalAdvance(self.case)
        return disc + (case + theme.px(_AFTER) if self.case else 0)

    def sizeHint(self) -> QSize:
        """As wide as a day at least."""
        width = max(self.width(), theme.px(_LEAST))
        return QSize(theme.px(_LEAST), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return QSize(theme.px(_LEAST), theme.px(2 * sizes.FAR))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the words need another height, and Qt holds on to the one it was told."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with its lines, and a thicker edge while it has the focus."""
        painter, c = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        ground = c.raised if self.underMouse() else c.sunken if self._past else c.surface
        painter.setPen(QPen(QColor(c.focus if focused else c.line), theme.ring() if focused else sizes.EDGE))
        painter.setBrush(QColor(ground))
        corner = theme.px(sizes.ROUND)
        half = (theme.ring() if focused else sizes.EDGE) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)
        across, down = theme.px(_ACROSS), theme.px(_DOWN)
        room = self.rect().adjusted(across, down, -across, 0)
        room.setTop(self._paint_time(painter, room))
        for place, (text, font, colour) in enumerate(self._lines()):
            room.setTop(room.top() + wrapping.draw(painter, room, text, font, colour) + theme.px(_BETWEEN))
            if not place and self._foot:
                room.setTop(self._paint_foot(painter, room))

    def _paint_time(self, painter: QPainter, room: QRect) -> int:
        """When it begins stands out; gives where the next line begins."""
        c = theme.colours()
        begins, dash, ends = self.time.partition(" – ")
        bold, small = theme.font(theme.SMALL, bold=True), theme.font(theme.SMALL)
        high = wrapping.draw(painter, room, begins, bold, c.text)
        after = room.adjusted(QFontMetrics(bold).horizontalAdvance(begins), 0, 0, 0)
        wrapping.draw(painter, after, f"{dash}{ends}", small, c.quiet)
        return room.top() + high + theme.px(_BETWEEN)

    def _paint_foot(self, painter: QPainter, room: QRect) -> int:
        """Who leads, as the initial in a disc; the case; of what kind it is. Gives where the next line begins."""
        c, side, left = theme.colours(), theme.px(_DISC), room.left()
        if not self._fits(room.width()):
            said = wrapping.draw(painter, room, self._whole, theme.font(theme.SMALL), c.quiet)
            return room.top() + max(side, said) + theme.px(_BETWEEN)
        if self.leader:
            paint_initial(painter, QRectF(left, room.top(), side, side), self.leader, mine=self._mine)
            left += side + theme.px(_AFTER)
        painter.setFont(theme.font(theme.SMALL, bold=True))
        painter.setPen(QColor(c.accent))
        painter.drawText(QRect(left, room.top(), room.width(), side), int(Qt.AlignmentFlag.AlignVCenter), self.case)
        beside = room.adjusted(self._before(), 0, 0, 0)
        said = wrapping.draw(painter, beside, self.about, theme.font(theme.SMALL), c.quiet)
        return room.top() + max(side, said) + theme.px(_BETWEEN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The card's own keys; all others go up to the page."""
        held, modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier
        if not held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        table = {modifier.NoModifier: _KEYS, modifier.AltModifier: _WITH_ALT}
        code = table.get(held, {}).get(Qt.Key(event.key()))
        if code is not None:
            self.asked.emit(self.id, code)
        elif not held and event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif event.text().isprintable() and event.text() and held in (modifier.NoModifier, modifier.ShiftModifier):
            self.written.emit(event.text())
        else:
            event.ignore()
