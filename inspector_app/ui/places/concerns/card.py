"""One live concern. Open: boxes that save themselves, and what is missing to close it. Closed: all of it, to be read."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.domain.days import week_line
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.card_area import CardArea
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
_WIDE, _OUTCOME = 840, 112  # px at 100%: from which the marks stand beside it; how high the outcome is at least
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # the keyboard, to the same box
_FOUND, _CHOSEN = "found", "chosen"  # the kind of draft that remembers which case was found; that a person chose it
_REF = 16  # letters: a reference of the service’s own stands on one line, or its box is of two


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

    def about(self, case_id: str) -> str:
        """What is to be known of a case beside its reference."""


class ConcernCard(QWidget):
    """A concern. `asked` with its id and "close" or "case"; `reopened` with the reason; `told` as NewTold has it."""

    asked = Signal(str, str)
    reopened = Signal(str, str)
    told = Signal(str, str, str, str)
    told_deleted = Signal(str)  # the id of a line on who was told
    failed = Signal(object)  # Expected

    def __init__(self, row: ConcernRow, doing: Doing, parent: QWidget) -> None:
        super().__init__(parent)
        self.id, self.row, self._doing = row.id, row, doing
        hold(self, "concern", row.id)
        self._refs: Mapping[str, str] = {}
        self._read = row.what  # the words in which a case was looked for last
        self._found = self._remembered()  # the case that was found in them; None once a person chose one, or none
        self.area, inside = CardArea(self), theme.role(QWidget(), "page")
        self._flag, self._state = plain_label(parent=inside), theme.role(text_label(inside), "heading")
        self._state.setWordWrap(False)
        self._about = theme.role(plain_label(parent=inside), "quiet")
        self.open_for = Chip(Means.CONCERN, "", inside, drawn=False)
        self._contested = theme.role(text_label(inside), "error")
        self._boxes, self.closed = QWidget(inside), ClosedConcern(inside)
        self.closed.reopened.connect(lambda reason: self.reopened.emit(self.id, reason))
        self._make_boxes()
        what, outcome = (NoteField(self._boxes, marks=False) for _ in range(2))  # a concern is no evidence
        what.box.installEventFilter(self)
        self.notes = {"what": what, "told": self.former.note, "outcome": outcome}
        for note in (*self.notes.values(), self.closed.reason.note):
            note.set_narrow(True)
        outcome.fill()
        outcome.box.setMinimumHeight(theme.px(_OUTCOME))
        outcome.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.missing = theme.role(text_label(self._boxes), "quiet")
        self.close_it = PressButton("Close the concern", self._boxes)
        self.close_it.clicked.connect(lambda: self.asked.emit(self.id, "close"))
        self.history = Expander("History", f"Concern {row.case_ref}".strip(), self._history_lines, inside)
        self.history.button.clicked.connect(self._fill_history)
        self.before = BeforeClosing(self)
        self._lay_out(inside)

    def _make_boxes(self) -> None:
        self.case = Choice("Case")
        self.case.setMinimumContentsLength(_REF)
        self._case = Chosen(self.case, self.case.show_choice)
        self._case.failed.connect(self.failed)
        self.case.chosen.connect(self._choose_case)
        self.open_case = small(PressButton("Go to case", self))
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

    def _lay_out(self, inside: QWidget) -> None:
        layout = self._down = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(side) for side in (sizes.FAR, sizes.NEAR, sizes.FAR, sizes.APART)))
        layout.setSpacing(theme.px(sizes.CLOSE))
        head = Flow(self._flag, self._state, self._about, self.open_for)
        head.add_gap()
        head.addWidget(self.open_case)
        layout.addLayout(head)
        for widget in (self._contested, self._boxes, self.closed):
            layout.addWidget(widget, 1 if widget is self._boxes else 0)
        layout.addWidget(self.history.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.history)
        layout.addStretch(0)
        self.area.setWidget(inside)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(self.area, 1)
        across.addWidget(self.before)
        self._lay_out_boxes()
        self._order()

    def _order(self) -> None:
        """Tab goes through them as they stand."""
        what, _, outcome = (note.box for note in self.notes.values())
        first = [self.open_case, what, self.case, self.lines["day"], self.lines["time"]]
        last = [outcome, self.close_it, *self.closed.stops, self.history.button, self.before]
        tab_through([*first, *self.former.stops, *self.people.stops, *last])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who leaves the box of what it is has said which case it is about."""
        left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _COMES_BACK
        if left and watched is self.notes["what"].box:
            self._read_case()
        return super().eventFilter(watched, event)

    def _remembered(self) -> str | None:
        """What it knew before a lock, or before the inspection was closed."""
        kept = drafts.unsent(self._doing.workspace, _FOUND, self.id).get(self.id, "")
        return None if kept == _CHOSEN else kept

    def _remember(self, found: str | None) -> None:
        self._found = found
        try:
            drafts.keep(self._doing.workspace, drafts.unsent_name(_FOUND, self.id), _CHOSEN if found is None else found)
        except Expected as error:
            self.failed.emit(error)

    def _choose_case(self, case: str) -> None:
        self._remember(None)
        self._case.choose(case)

    def _read_case(self) -> None:
        """The case that its words name, once they name another than before; never in the place of what a person chose."""
        words, before = self.notes["what"].box.text(), self._read
        if self.row.case != self._found or self.row.contested:
            return  # somebody chose it, or chose none
        self._read = words
        named, named_before = (week_line.case_named(text, self._refs) for text in (words, before))
        if named != named_before and (named or not self._still_named(words)):
            self._case.choose(named)
            self._remember(str(self._case.stored))

    def _still_named(self, words: str) -> bool:
        """Whether the case that was found stands in them yet, beside others: then it is not taken away."""
        found = self._found or ""
        return bool(week_line.case_named(words, {found: self._refs.get(found, "")}))

    def _lay_out_boxes(self) -> None:
        body = QVBoxLayout(self._boxes)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.px(sizes.TIGHT))
        noticed = self._beside(self.case, _words("noticed", self._boxes), self.lines["day"], self.lines["time"])
        titles = [theme.role(plain_label(name, self._boxes), "field") for name in _LABELS]
        what, _, outcome = self.notes.values()
        closing = QHBoxLayout()
        closing.setSpacing(theme.px(sizes.NEAR))
        closing.addWidget(self.close_it)
        closing.addWidget(self.missing, 1)
        for widget in (titles[0], what, noticed, titles[1], self.people, titles[2], outcome):
            if widget in titles[1:]:  # apart from what is above them, near to what they name
                body.addSpacing(theme.px(sizes.CLOSE))
            body.addWidget(widget, 1 if widget is outcome else 0)
        body.addWidget(theme.role(QFrame(self._boxes), "line"))
        body.addSpacing(theme.px(sizes.CLOSE))
        body.addLayout(closing)

    def _beside(self, *widgets: QWidget) -> QWidget:
        held = QWidget(self._boxes)
        flow = Flow(*widgets)
        held.setLayout(flow)
        return held

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the marks beside it, what is missing stands at the foot alone, and the history folds."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_WIDE)
        self.before.setVisible(wide)
        self.history.button.setVisible(not wide)
        self.history.setVisible(self.history.open and not wide)

    # shown

    def set_row(self, row: ConcernRow, refs: Mapping[str, str], draft: str, now: datetime) -> None:
        """Show the concern as it stands; what is typed and not yet saved stays. `refs` are the cases' references by id."""
        self.row, self._refs = row, refs
        side = theme.px(sizes.PICTURE)
        shape, colour = ("concerns-open", theme.colours().error) if row.open else ("concerns", theme.colours().text)
        self._flag.setPixmap(icon(shape, colour, side, self.devicePixelRatioF()).pixmap(QSize(side, side)))
        self.show_state(now)
        self._contested.setText(f"◆ {concern_words.contested(row)}" if row.contested else "")
        self._contested.setVisible(bool(row.contested))
        self.setAccessibleName(f"Concern: {concern_words.line(row, now)}, {concern_words.state(row, now)}")
        self.open_case.setVisible(bool(row.case_ref))
        self._about.setText(self._doing.about(row.case) if row.case else "")
        self._about.setVisible(bool(self._about.text()))
        self._show_boxes(row, refs)
        self.former.show_where_written(row)
        self.people.set_rows(row.people, self._doing.door, now.date(), self._doing.me)
        self._order()
        self.closed.set_row(row, draft, self._doing, now)
        self._boxes.setVisible(row.open)
        self.closed.setVisible(not row.open)
        self._down.setStretch(self._down.count() - 1, 0 if row.open else 1)  # what is closed begins at the top
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

    def enter(self) -> None:
        """Go to where one writes next."""
        (self.notes["what"].box if self.row.open else self.closed.first).setFocus(Qt.FocusReason.OtherFocusReason)

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
        rows, now = self._doing.history(self.id), datetime.now().astimezone()
        self.before.set_history(concern_words.steps(rows, self._refs, now, self._doing.me))
        layout = self.history.inside.layout() if self.history.inside is not None else None
        if layout is None or not self.history.open:
            return
        empty(layout)
        for text in concern_words.history(rows, self._refs, now):
            label = text_label(self)
            label.setText(text)
            layout.addWidget(label)


def _words(text: str, parent: QWidget) -> QLabel:
    return theme.role(plain_label(text, parent), "quiet")
