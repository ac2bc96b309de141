"""One live concern. Open: boxes that save themselves, and what is missing to close it. Closed: a line that opens."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty, tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.note.saving import Chosen
from inspector_app.ui.places.concerns import closed_concern
from inspector_app.ui.places.concerns.before_closing import BeforeClosing
from inspector_app.ui.places.concerns.closed_concern import ClosedConcern
from inspector_app.ui.places.concerns.former_told import FormerTold
from inspector_app.ui.places.concerns.new_told import NewTold
from inspector_app.ui.places.concerns.people_told import PeopleTold
from inspector_app.ui.places.concerns.told_line import day_line, time_line
from inspector_app.ui.words import concern as concern_words

_TEXTS = (("what", "What it is"), ("told", "Who was told"), ("outcome", "Outcome"))
_LABELS = ("What it is", "Who was told, and when", "Outcome")
# px at 100%: below which what is said of a box stands below it; from which the marks stand beside, and how wide they are
_NARROW, _WIDE, _BESIDE = 560, 840, 280


class Doing(closed_concern.Doing, Protocol):
    """What a card asks its page for."""

    @property
    def door(self) -> Door:
        """By which boxes write."""

    @property
    def workspace(self) -> Workspace:
        """Where what is not added yet is kept."""

    def saved_at(self, concern_id: str, field: str) -> str:
        """When a field was last written."""

    def history(self, concern_id: str) -> Sequence[HistoryRow]:
        """Who wrote what, newest first."""


class ConcernCard(QFrame):
    """A concern. `asked` with its id and "close" or "case"; `reopened` with the reason; `told` as NewTold has it."""

    asked = Signal(str, str)
    reopened = Signal(str, str)
    told = Signal(str, str, str, str)
    told_deleted = Signal(str)  # the id of a line on who was told
    failed = Signal(object)  # Expected

    def __init__(self, row: ConcernRow, doing: Doing, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.id, self.row, self._doing = row.id, row, doing
        hold(self, "concern", row.id)
        self._refs: Mapping[str, str] = {}
        self._unfolded = False
        self._flag, self._state = plain_label(parent=self), theme.role(text_label(self), "label")
        self._state.setWordWrap(False)
        self.open_for = Chip(Means.CONCERN, "", self, drawn=False)
        self._line = text_label(self)
        self._contested = theme.role(text_label(self), "error")
        self.show_more = theme.role(PressButton("Show", self), "plain")
        self.show_more.clicked.connect(lambda: self.set_unfolded(not self._unfolded))
        self._boxes, self.closed = QWidget(self), ClosedConcern(self)
        self.closed.reopened.connect(lambda reason: self.reopened.emit(self.id, reason))
        self._make_boxes()
        what, outcome = (NoteField(self._boxes, marks=False) for _ in range(2))  # a concern is no evidence
        self.notes = {"what": what, "told": self.former.note, "outcome": outcome}
        self.missing = theme.role(text_label(self._boxes), "quiet")
        self.close_it = theme.role(PressButton("Close the concern", self._boxes), "primary")
        self.close_it.clicked.connect(lambda: self.asked.emit(self.id, "close"))
        self.history = Expander("History", f"Concern {row.case_ref}".strip(), self._history_lines, self)
        self.history.button.clicked.connect(self._fill_history)
        self.before = BeforeClosing(self._boxes)
        self.before.setFixedWidth(theme.px(_BESIDE))
        self._lay_out()

    def _make_boxes(self) -> None:
        self.case = Choice("Case")
        self._case = Chosen(self.case, self.case.show_choice)
        self._case.failed.connect(self.failed)
        self.case.chosen.connect(self._case.choose)
        self.open_case = theme.role(PressButton("Go to the case", self), "plain")
        self.open_case.clicked.connect(lambda: self.asked.emit(self.id, "case"))
        self.lines: dict[str, LineBox] = {
            "day": day_line(say("Day it was noticed")),
            "time": time_line(say("Time it was noticed")),
        }
        self.former = FormerTold(self._boxes)
        self.lines |= self.former.lines
        self.people = PeopleTold(self.former, NewTold(self.id, self._doing.workspace, self._boxes), self._boxes)
        self.people.new.made.connect(lambda *made: self.told.emit(self.id, *made))
        self.people.deleted.connect(self.told_deleted)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(theme.GRID))
        head = Flow(self._flag, self._state, self.open_for, self.open_case)
        head.add_gap()
        head.addWidget(self.history.button)
        head.addWidget(self.show_more)
        layout.addLayout(head)
        for widget in (self._line, self._contested, self._boxes, self.closed, self.history):
            layout.addWidget(widget)
        self._lay_out_boxes()
        self._order()

    def _order(self) -> None:
        """Tab goes through them as they stand."""
        what, _, outcome = (note.box for note in self.notes.values())
        first = [self.open_case, self.history.button, self.show_more, what, self.case, self.lines["day"]]
        told = [self.lines["time"], *self.former.stops, *self.people.stops]
        tab_through([*first, *told, outcome, self.close_it, self.closed.reopen])

    def _lay_out_boxes(self) -> None:
        grid = QGridLayout(self._boxes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        grid.setHorizontalSpacing(theme.px(theme.GRID))
        grid.setColumnStretch(1, 1)
        noticed = self._beside(self.case, _words("noticed", self), self.lines["day"], self.lines["time"])
        titles = [theme.role(plain_label(name, self._boxes), "label") for name in _LABELS]
        what, _, outcome = self.notes.values()
        closing = QHBoxLayout()
        closing.setSpacing(theme.px(sizes.APART))
        closing.addWidget(self.close_it)
        closing.addWidget(self.missing, 1)
        parts = (titles[0], what, noticed, titles[1], self.people, titles[2], outcome)
        for place, widget in enumerate(parts):
            grid.addWidget(widget, place, 0, 1, 2)
            if widget in titles[1:]:  # apart from what is above them, near to what they name
                grid.setRowMinimumHeight(place, theme.px(sizes.BUTTON))
                grid.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)
        grid.addLayout(closing, len(parts), 0, 1, 2)
        grid.addWidget(self.before, 0, 2, len(parts) + 1, 1)

    def _beside(self, *widgets: QWidget) -> QWidget:
        held = QWidget(self._boxes)
        flow = Flow(*widgets)
        held.setLayout(flow)
        return held

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what is said of a box stands below it."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_WIDE)
        self.before.setVisible(wide)
        narrow = self.width() < theme.px(_NARROW)
        for note in (*self.notes.values(), self.closed.reason.note):
            note.set_narrow(narrow)

    # shown

    def set_row(self, row: ConcernRow, refs: Mapping[str, str], draft: str, now: datetime) -> None:
        """Show the concern as it stands; what is typed and not yet saved stays. `refs` are the cases' references by id."""
        was_open, self.row, self._refs = self.row.open, row, refs
        side = theme.px(sizes.PICTURE)
        shape, colour = ("concerns-open", theme.colours().error) if row.open else ("concerns", theme.colours().text)
        self._flag.setPixmap(icon(shape, colour, side, self.devicePixelRatioF()).pixmap(QSize(side, side)))
        self.show_state(now)
        self._line.setText(concern_words.line(row, now))
        self._contested.setText(f"◆ {concern_words.contested(row)}" if row.contested else "")
        self._contested.setVisible(bool(row.contested))
        self.setAccessibleName(f"Concern: {concern_words.line(row, now)}, {concern_words.state(row, now)}")
        self.open_case.setVisible(bool(row.case_ref))
        self._show_boxes(row, refs)
        self.former.show_where_written(row)
        self.people.set_rows(row.people, self._doing.door, now.date(), self._doing.me)
        self._order()
        self.closed.set_row(row, draft, self._doing, now)
        self._unfolded = self._unfolded or bool(draft and not row.open)
        if was_open != row.open:
            self._unfolded = False
        self._show_parts()
        if self.history.open:
            self._fill_history()

    def show_state(self, now: datetime) -> None:
        """Say whether it is open, and for how long by now."""
        row, said = self.row, concern_words.state(self.row, now)
        plain = (
            row.open and not row.closed and "closed" not in row.contested
        )  # else there is more to say than a chip has room for
        self._state.setText(row.case_ref if plain else " · ".join(part for part in (row.case_ref, said) if part))
        self._state.setVisible(bool(self._state.text()))
        self.open_for.say(Means.CONCERN, said)
        self.open_for.setVisible(plain)

    def _show_boxes(self, row: ConcernRow, refs: Mapping[str, str]) -> None:
        texts = {"what": row.what, "told": row.told, "outcome": row.outcome}
        for field, name in _TEXTS:
            at = self._doing.saved_at(self.id, field)
            self.notes[field].show_value(Target("concern", self.id, field), name, texts[field], at, self._doing.door)
        for field, line in self.lines.items():
            line.show_value(Target("concern", self.id, field), getattr(row, field), self._doing.door)
        self.case.set_choices((("", "No case"), *refs.items()))
        self._case.show_value(Target("concern", self.id, "case"), row.case, self._doing.door)
        self.missing.setText(concern_words.missing(row) or "It says all that is needed to close it.")
        self.close_it.setEnabled(not row.lacking)
        self.before.set_row(row)

    def set_unfolded(self, unfolded: bool) -> None:
        """Show all of a closed concern, or its line."""
        self._unfolded = unfolded
        self._show_parts()

    def _show_parts(self) -> None:
        opened = self.row.open
        self._boxes.setVisible(opened)
        self.closed.setVisible(not opened and self._unfolded)
        self._line.setVisible(not opened and not self._unfolded)
        self.show_more.setVisible(not opened)
        self.show_more.setText("Fold" if self._unfolded else "Show")
        self.show_more.setAccessibleName(f"{self.show_more.text()} the closed concern: {self._line.text()}")

    def enter(self) -> None:
        """Go to where one writes next."""
        if self.row.open:
            self.notes["what"].box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_more.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Write what was typed. False when some of it could not be."""
        notes = [note.box.flush() for note in self.notes.values()]
        lines = [line.flush() for line in self.lines.values()]
        return all([*notes, *lines, self.people.flush(), self.closed.reason.note.box.flush()])

    # history and edits

    def _history_lines(self) -> QWidget:
        held = QWidget(self)
        layout = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.HAIR))
        return held

    def _fill_history(self) -> None:
        inside = self.history.inside
        layout = inside.layout() if inside is not None else None
        if layout is None:
            return
        empty(layout)
        now = datetime.now().astimezone()
        for text in concern_words.history(self._doing.history(self.id), self._refs, now):
            label = text_label(self)
            label.setText(text)
            layout.addWidget(label)


def _words(text: str, parent: QWidget) -> QLabel:
    return theme.role(plain_label(text, parent), "quiet")
