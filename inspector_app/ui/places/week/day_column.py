"""One day of the board: what happens on it, in order of time, and a line to write in what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.days.week import Day, EventRow, is_over
from inspector_app.core.services.fieldwork.week import Plan
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.places.week.event_card import EventCard
from inspector_app.ui.places.week.event_editor import EventEditor
from inspector_app.ui.places.week.now_line import NowLine
from inspector_app.ui.words import week as week_words

LEAST, MOST = 140, sizes.FORM  # px at 100%: the width of a day, and of one that stands alone


class DayColumn(QFrame):
    """A head, the events, and the line. What was typed in the line and not entered is kept as a draft."""

    asked = Signal(str, str)  # event id; what to do with it
    entered = Signal(str, str)  # day code; the line
    typed = Signal()  # the line has other words, or the keyboard came to it or left it
    failed = Signal(object)  # Expected

    def __init__(self, day: Day, door: Door, parent: QWidget) -> None:
        """`door` is that of events."""
        super().__init__(parent)
        self.day, self._door = day, door
        self._today, self._shown = False, tuple[EventRow, ...]()
        self._now = NowLine(self)
        self.head = theme.role(plain_label(week_words.head(day), self), "label")
        self.today = Chip(Means.OWN, say("Today"), self, drawn=False)
        self.mark = theme.role(text_label(self), "small")
        self.setMinimumWidth(theme.px(LEAST))  # with something open in it too: nothing moves aside for that
        self.setMaximumWidth(theme.px(MOST))
        self.parts: list[EventCard | EventEditor] = []
        self.gone = _Gone(self)
        self.gone.restore.clicked.connect(lambda: self.asked.emit(self.gone.id, "bring-back"))
        self.line = theme.role(LineBox(self), "adding")
        self.line.setPlaceholderText(week_words.add_hint(day))
        self.line.setAccessibleName(say("Add to {day}", day=week_words.spoken(day)))
        self.line.setToolTip("Type what happens, with its time, the case and who leads it; Enter adds it")
        self.line.returnPressed.connect(lambda: self.entered.emit(day.code, self.line.text()))
        self.line.failed.connect(self.failed)
        self.line.textChanged.connect(self.typed)
        self.line.installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.px(sizes.CLOSE) + sizes.EDGE,) * 4)
        self._layout.setSpacing(theme.px(sizes.TIGHT + sizes.HAIR))
        self.mark.setText(week_words.part(self.day))
        head = QWidget(self)
        head.setLayout(self._head_line())
        head.setFixedHeight(theme.px(sizes.BUTTON_SMALL))
        self._layout.addWidget(head)
        self._layout.addWidget(self.mark)
        self._events = QVBoxLayout()
        self._events.setSpacing(theme.px(sizes.TIGHT + sizes.HAIR))
        self._layout.addLayout(self._events)
        self._layout.addWidget(self.gone)
        self._layout.addWidget(self.line)
        self._layout.addStretch(1)

    def _head_line(self) -> QHBoxLayout:
        """The day, and at the right whether it is today."""
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(sizes.HAIR), 0, 0, 0)
        line.setSpacing(theme.px(sizes.HAIR))
        line.addWidget(self.head, 1)
        line.addWidget(self.today)
        self.today.hide()
        return line

    def set_now(self, today: str, time: str) -> None:
        """Mark the day as today, by an edge, a word and a line at this time, or not; what is over stands back."""
        self._today = self.day.code == today
        self.today.setVisible(self._today)
        self._fit_head()
        spoken = week_words.spoken(self.day)
        self.setAccessibleName(say("{day}, today", day=spoken) if self._today else spoken)
        for part, event in zip(self.parts, self._shown, strict=True):
            if isinstance(part, EventCard):
                part.set_past(is_over(event, today, time))
        self._place_now(time)
        self.update()

    def _fit_head(self) -> None:
        """Beside "Today" the month goes where there is no room for it: a word that is cut says nothing."""
        words, inside = week_words.head(self.day), self._layout.contentsMargins()
        room = self.width() - inside.left() - inside.right() - 2 * theme.px(sizes.HAIR)
        needed = self.head.fontMetrics().horizontalAdvance(words) + self.today.sizeHint().width()
        self.head.setText(week_words.short_head(self.day) if self._today and needed > room else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head as long as there is room for it."""
        super().resizeEvent(event)
        self._fit_head()

    def _place_now(self, time: str) -> None:
        """Between what has begun and what has not."""
        begun = sum(bool(event.time) and event.time <= time for event in self._shown)
        self._events.removeWidget(self._now)
        self._events.insertWidget(begun, self._now)
        self._now.set_time(time)
        self._now.setVisible(self._today and bool(self._shown))

    def set_events(self, events: Sequence[EventRow], plan: Plan, opened: str) -> None:
        """Show these events, the opened one with its boxes. What is there already stays the widget it was."""
        self._events.removeWidget(self._now)  # its place is found anew, in `set_now`
        held = {(part.id, isinstance(part, EventEditor)): part for part in self.parts}
        wanted = [(event.id, event.id == opened) for event in events]
        parts = [held.pop(key) if key in held else self._make(*key) for key in wanted]
        if parts != self.parts:
            for place, part in enumerate(parts):
                if self._events.indexOf(part) != place:
                    self._events.insertWidget(place, part)
                    part.show()  # now, not when the event loop comes to it: the focus is to go into it
        for part in held.values():
            self._events.removeWidget(part)
            part.hide()
            part.deleteLater()
        for part, event in zip(parts, events, strict=True):
            part.set_event(event, plan)
        self.parts, self._shown = parts, tuple(events)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        inside = [part.stops if isinstance(part, EventEditor) else [part] for part in self.parts]
        return [*(stop for stops in inside for stop in stops), self.gone.restore, self.line]

    def part(self, event_id: str) -> "EventCard | EventEditor | None":
        """What shows an event here."""
        return next((part for part in self.parts if part.id == event_id), None)

    def flush(self) -> bool:
        """Write what was typed. False when some of it could not be."""
        written = [self.line.flush(), *(part.flush() for part in self.parts if isinstance(part, EventEditor))]
        return all(written)

    def _make(self, event_id: str, opened: bool) -> "EventCard | EventEditor":
        if not opened:
            card = EventCard(self)
            card.asked.connect(self.asked)
            card.written.connect(self._write)
            return card
        editor = EventEditor(event_id, self._door, self)
        editor.asked.connect(self.asked)
        editor.failed.connect(self.failed)
        return editor

    def _write(self, text: str) -> None:
        """What one types on an event goes into the line of its day."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.insert(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the line, up to the last event."""
        if event.key() == Qt.Key.Key_Up and self.line.hasFocus() and self.parts:
            self.parts[-1].setFocus()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say when the keyboard comes to the line or leaves it, once it is where it goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self.typed.emit)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own with an edge; that of today is brighter, and its edge thicker."""
        painter, c = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = theme.px(sizes.STRESS) if self._today else sizes.EDGE
        painter.setPen(QPen(QColor(c.accent if self._today else c.line), thick))
        painter.setBrush(QColor(c.surface if self._today else c.sunken))
        corner, half = theme.px(sizes.ROUND), thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)


class _Gone(QWidget):
    """What was taken off the day a moment ago, with the way back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = ""
        self._said = theme.role(text_label(self), "quiet")
        self.restore = PressButton("Undo", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._said)
        across = QHBoxLayout()
        across.addWidget(self.restore)
        across.addStretch(1)
        layout.addLayout(across)
        self.hide()

    def offer(self, event_id: str, title: str) -> None:
        """Offer to bring this back; "" for nothing."""
        self.id = event_id
        hold(self, "event", event_id)
        self._said.setText(f"Deleted: {title}")
        call(self.restore, title)
        self.setVisible(bool(event_id))
