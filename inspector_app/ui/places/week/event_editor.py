"""One thing that happens in the week, open in its place: every box writes for itself."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.days import typed
from inspector_app.core.domain.days.week import KINDS, EventRow
from inspector_app.core.services.fieldwork.week import Plan
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.note.loose_line import LooseLine
from inspector_app.ui.note.saving import Chosen
from inspector_app.ui.words import week as week_words


class EventEditor(QFrame):
    """The boxes of one event, for as long as it is open."""

    asked = Signal(str, str)  # id; "take-away", "write" or "close"
    failed = Signal(object)  # Expected

    def __init__(self, event_id: str, door: Door, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.id, self._door = event_id, door
        hold(self, "event", event_id)
        hour = partial(typed.time, in_the_day=True)
        self.time, self.end = LooseLine("Time", hour, str, "09:30"), LooseLine("Time it ends", hour, str, "10:30")
        self.title = LineBox(self)
        self.title.setPlaceholderText("What happens")
        self.kind, self.person, self.case, self.day = (Choice(name) for name in ("Kind", "Who leads it", "Case", "Day"))
        self.title.setAccessibleName("What happens")
        self.title.failed.connect(self.failed)
        self.clash = theme.role(text_label(self), "error")
        self.take_away, self.close_it = PressButton("Delete", self), PressButton("Done", self)
        self.write_it = PressButton("Evidence", self)  # or the case it is about
        self._lay_out()
        boxes = {"kind": self.kind, "person": self.person, "case": self.case, "day": self.day}
        self._chosen = {field: self._chosen_in(box) for field, box in boxes.items()}

    def _chosen_in(self, box: Choice) -> Chosen:
        made = Chosen(box, box.show_choice)
        box.chosen.connect(made.choose)
        made.failed.connect(self.failed)
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.TIGHT + sizes.HAIR),) * 4)
        layout.setSpacing(theme.px(sizes.TIGHT))
        hours = QHBoxLayout()
        hours.setSpacing(theme.px(sizes.HAIR))
        for part, stretch in ((self.time, 1), (plain_label("–", self), 0), (self.end, 1)):
            hours.addWidget(part, stretch)
        layout.addLayout(hours)
        for box in (self.title, self.kind, self.person, self.case, self.day, self.clash):
            layout.addWidget(box)
        buttons = Flow(*map(small, (self.close_it, self.write_it, self.take_away)))
        layout.addLayout(buttons)
        self.take_away.clicked.connect(lambda: self.asked.emit(self.id, "take-away"))
        self.write_it.clicked.connect(lambda: self.asked.emit(self.id, "write"))
        self.close_it.clicked.connect(lambda: self.asked.emit(self.id, "close"))

    def event(self, event: QEvent) -> bool:
        """As high as its boxes need in its day: they have more lines in a narrow one, which Qt reckons with too late."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and (layout := self.layout()) is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        return done

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        boxes = (self.time, self.end, self.title, self.kind, self.person, self.case, self.day)
        return [*boxes, self.close_it, self.write_it, self.take_away]

    def set_event(self, event: EventRow, plan: Plan) -> None:
        """Show the event as it stands; what is typed and not yet saved stays."""
        self.setAccessibleName(f"Editing: {week_words.whole(event, plan)}")
        self.time.show_value(Target("event", self.id, "time"), event.time, self._door)
        self.end.show_value(Target("event", self.id, "end"), event.end, self._door)
        self.title.show_value(Target("event", self.id, "title"), event.title, self._door)
        kinds = ((code, words.say()) for code, words in KINDS.items())
        self.kind.set_choices((*([] if event.kind else [("", "Kind")]), *kinds), week_words.BRIEF_KINDS)
        self.person.set_choices((("", "Nobody leads it"), *plan.people.items()), week_words.BRIEF_NOBODY)
        self.case.set_choices((("", "No case"), *plan.cases.items()))
        self.write_it.setText("Case" if event.case else "Evidence")
        self.write_it.setToolTip("Open the case" if event.case else "Write down the evidence gathered at it")
        self.day.set_choices((day.code, week_words.head(day)) for day in plan.days)
        held = {"kind": event.kind, "person": event.person, "case": event.case, "day": event.day}
        for field, chosen in self._chosen.items():
            chosen.show_value(Target("event", self.id, field), held[field], self._door)
        marks = (week_words.clash(event, plan), week_words.turned(event), week_words.contested(event))
        said = [f"{shape} {text}" for shape, text in zip("▲▲◆", marks, strict=True) if text]
        self.clash.setText("\n".join(said))
        self.clash.setVisible(bool(said))

    def flush(self) -> bool:
        """Write what was typed. False when some of it could not be."""
        written = [self.time.flush(), self.end.flush(), self.title.flush()]
        return all(written)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, and Enter in a line, close it; what was typed is saved."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self.id, "close")
        else:
            super().keyPressEvent(event)
