"""Keying a pack in: a case by its reference, then one line after another in the order of the paper."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, case_of
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Expected
from inspector_app.core.services.documents import paper
from inspector_app.core.services.documents.paper import PaperCase, PaperLine
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later
from inspector_app.ui import actions
from inspector_app.ui.as_sentence import Turn
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.last_given import AnsweredLast, LastGiven
from inspector_app.ui.controls.page_keys import code_of
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target, edit, over_answer
from inspector_app.ui.places.paper.keyed_side import KeyedSide
from inspector_app.ui.places.paper.line_card import LineCard
from inspector_app.ui.places.paper.line_list import PaperList
from inspector_app.ui.places.paper.lines import PaperLines, subject
from inspector_app.ui.places.paper.which_case import WhichCase
from inspector_app.ui.words.answers import given

_WITH_SIDE = 1000  # px at 100%: from this width there is a column beside the lines
_KINDS = frozenset({"judgement", "prompt", "second_judgement", "second_prompt", *WHO_SEES, "case"})
DOES = ("next-case", "previous-case", "next-gap")
_NO_CASE = (
    later("Which pack?"),
    later("Type the reference that is printed on its pages into the box above, and press Enter."),
)


@dataclass(frozen=True, slots=True)
class Keyed:
    """An answer that was keyed in: to which item, on which line (from 0), and whether it said anything new."""

    entity: str
    id: str
    line: int
    new: bool


class KeyIn(QWidget):
    """Answers and notes of one case go through the editor as they are typed; nothing is asked."""

    failed = Signal(object)  # Expected: what could not be saved
    keyed = Signal(str, object)  # what was just answered, in words, and Keyed
    sentence = Signal(object)  # tuple of Keyed, the last first: these are to be taken back
    entered = Signal(object)  # the widget that was given the keys, to be brought into view

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._case: PaperCase | None = None
        self._door = Door(self._write, workspace.editor.stands, workspace.editor)
        self._writing = False
        self._bound = -1  # the line whose note is in the box
        self._stepping = False  # from line to line by answering, or back
        self.last: LastGiven[Keyed | Turn] = LastGiven()  # each with the line one is on then
        self._answered: AnsweredLast[int] = AnsweredLast()  # a line
        self.which = WhichCase(workspace, self)
        self.ref = self.which.ref
        self.count, self.said = plain_label(parent=self), theme.role(plain_label(parent=self), "label")
        self.next = KeyedButton(actions.command("next-case").text, actions.keys("next-case"), self)
        self.lines = PaperLines(self)
        self.list = PaperList(self.lines, self)
        self._card = LineCard(self)
        self.foot, self.note, self.words = self._card.foot, self._card.note, self._card.foot.words
        self.side, self.nothing = KeyedSide(self), Empty(self, *_NO_CASE)
        self._lay_out()
        self.side.wanted.connect(self._go_back_to)
        self.which.wanted.connect(self.open)
        self.which.said.connect(self.said.setText)
        self.list.answered.connect(self._on_pressed)
        self.foot.answered.connect(self._on_pressed)
        self.foot.code_given.connect(self._go_to_code)
        self.list.typed.connect(self.foot.code.setText)
        self.list.keys.sentence.connect(self.sentence)
        self.list.note_wanted.connect(self._into_note)
        self.list.answered_last_wanted.connect(self._write_back)
        self.list.said.connect(self.said.setText)
        self.list.doubleClicked.connect(self._into_note)
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        self.note.box.saved.connect(self._on_note_saved)
        self.note.box.failed.connect(self.failed)
        self._show_state()

    def _lay_out(self) -> None:
        self.count.setAccessibleDescription("How far this case is")
        self.next.setToolTip(actions.command("next-case").tip)
        self.next.clicked.connect(lambda: self.do("next-case"))
        self.said.setAccessibleDescription("What came of the last code")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        lines, across = QVBoxLayout(), QHBoxLayout()
        across.setSpacing(theme.px(sizes.APART))
        lines.addWidget(self.list, 1)
        lines.addWidget(self._card)
        for held in (self.list, self._card):
            held.setMaximumWidth(theme.px(sizes.BROAD))
        across.addLayout(lines, 1)
        across.addWidget(self.side)
        across.addStretch(0)
        layout.addWidget(self.nothing, 1)
        layout.addLayout(across, 1)

    @property
    def head(self) -> tuple[QWidget, ...]:
        """What belongs in the head of the page: what came of a code, how far it is, which case, and the way to the next."""
        return self.said, self.count, self.which, self.next

    # which case, which line

    @property
    def case(self) -> str:
        """The id of the case being keyed in, or ""."""
        return self._case.id if self._case else ""

    def enter(self) -> None:
        """Give the keyboard to the lines, or to the box for the case where none is open yet."""
        (self.list if self._case else self.ref).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Write what is typed in the note. False when it could not be written."""
        self.list.keys.finish()
        return self.note.box.flush()

    def open(self, case_id: str, line: int = 0) -> bool:
        """Key in this case, from that place (from 0). False when the note before it could not be saved."""
        if not self.flush():
            return False
        try:
            case = paper.keyed(self._workspace, case_id)
        except Expected as error:
            self.said.setText(sentence(error))
            return False
        self._case, self._bound, self._answered = case, -1, AnsweredLast()
        self.ref.setText(case.ref)
        self.lines.show_case(case.lines)
        self.foot.have_room(case.lines)
        self.list.go_to(min(line, len(case.lines) - 1))
        self.said.setText("Your own blind second marking" if case.blind else "")
        self._show_state()
        self._enter(self.list)
        return True

    def refresh(self, touched: frozenset[tuple[str, str]]) -> None:
        """Take edits of this case that were made elsewhere."""
        mine = any(kind in _KINDS and case_of(item) == self.case for kind, item in touched)
        if self._writing or self._case is None or not mine:
            return
        try:
            now = paper.keyed(self._workspace, self.case)
        except Expected as error:  # it was deleted
            self._case = None
            self.lines.show_case(())
            self._show_state()
            self.said.setText(sentence(error))
            return
        if now.blind != self._case.blind:
            self.open(self.case, max(0, self.list.place))
            return
        self.lines.take(now.lines)
        self._show_note(self.lines.rows[self._bound])
        self._show_state()

    def do(self, code: str) -> None:
        """Do what a key asks for (one of DOES)."""
        if self._case is None:
            self.ref.setFocus()
        elif code in ("next-case", "previous-case"):
            self.which.step(self.case, 1 if code == "next-case" else -1)
        elif (gap := self.lines.gap_after(max(0, self.list.place))) is not None:
            self.list.go_to(gap)

    # answering

    def _on_pressed(self, answer: Answer | None) -> None:
        place = self.list.place
        if self._case is None or place < 0:
            return
        if answer is not None and self.lines.rows[place].contested:
            self.list.keys.after_pause(partial(self._answer, place, answer))  # undo does not bring both back
            self._go_on(place)
            return
        row, done = self.lines.rows[place], self._answer(place, answer)
        if done is None:
            return
        if answer is not None:
            self._go_on(place)
        keyed = Keyed(row.entity, row.id, place, done.change is not None)
        self.list.keys.gave(keyed)
        self.last.add(keyed, str(self.list.place))
        self.keyed.emit(given(f"{row.code}, {subject(row)}", answer), keyed)

    def _answer(self, place: int, answer: Answer | None) -> Done | None:
        row = self.lines.rows[place]
        try:
            over = over_answer(row.answer, contested=row.contested)
            done = self._write(Target(row.entity, row.id, "answer", over), answer.value if answer else None)
        except Expected as error:
            self.failed.emit(error)
            return None
        self.lines.answer(place, answer)
        self.said.setText("That was the last line." if place == len(self.lines.rows) - 1 else "")
        self._show_state()
        return done

    def _go_on(self, place: int) -> None:
        self._answered.place = place
        if place < len(self.lines.rows) - 1:
            self._step_to(place + 1)

    def take_last(self) -> Keyed | Turn | None:
        """The answer keyed in last, or what became of a sentence, while nothing else was done since; it is then forgotten."""
        return self.last.take(str(self.list.place)) if not self.note.box.hasFocus() else None

    def back_to(self, keyed: Keyed) -> None:
        """Return to a line whose answer was taken back, where its case is still being keyed in."""
        if case_of(keyed.id) == self.case:
            self._step_to(keyed.line)

    def _step_to(self, place: int) -> None:
        self._stepping = True
        self.list.go_to(place)
        self._stepping = False

    def _write(self, target: Target, value: Value, amend: ChangeId | None = None) -> Done:
        self._writing = True
        try:
            done = edit(self._workspace, target, value, amend)
        finally:
            self._writing = False
        if done.contested:
            QTimer.singleShot(0, self, partial(self.refresh, done.touched))  # the box is still writing
        return done

    def in_hand(self) -> tuple[str, str] | None:
        """Entity and id of the line one is on; what is typed in its note next is a step of its own."""
        if self._case is None or self.list.place < 0:
            return None
        self.note.box.end_session()
        row = self.lines.rows[self.list.place]
        return row.entity, row.id

    # the note

    def _on_moved(self) -> None:
        place = self.list.place
        if not self._stepping:
            self.last.forget()
            self._answered.stay()
        if self._case is None or place < 0 or place == self._bound:
            return
        if not self.flush():  # the text stays, and so does the line
            self.list.go_to(self._bound)
            return
        row = self.lines.rows[place]
        self._bound = place
        self._show_note(row)
        self.side.show_lines(self.lines.rows, self.lines.differing(), place)
        self.foot.show_line(row)

    def _show_note(self, row: PaperLine) -> None:
        target, name = Target(row.entity, row.id, row.text_field), f"Note on {row.code}, {subject(row)}"
        self.note.show_value(target, name, row.note, row.saved, self._door)

    def _into_note(self) -> None:
        if self._case is not None:
            self._enter(self.note.box)

    def _write_back(self) -> None:
        """Go into the note of the line that was answered last, which led on; Escape goes on from there."""
        self._step_to(self._answered.go_there(self.list.place))
        self._into_note()

    def _leave_note(self) -> None:
        self._step_to(self._answered.come_back(self.list.place))
        self._enter(self.list)

    def _enter(self, part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entered.emit(part)

    def _on_note_saved(self, at: str) -> None:
        self.last.forget()
        if 0 <= self._bound < len(self.lines.rows):
            self.lines.write(self._bound, self.note.box.text(), at)

    def _show_state(self) -> None:
        here = self._case is not None
        for part in (self.list, self._card):
            part.setVisible(here)
        self.nothing.setVisible(not here)
        if here and self.list.place >= 0:
            self.foot.show_line(self.lines.rows[self.list.place])
        self._make_room()
        self.side.show_lines(self.lines.rows, self.lines.differing(), self.list.place)
        self.count.setText(f"{self.lines.answered()} of {len(self.lines.rows)} answered" if here else "")

    def _make_room(self) -> None:
        """Where there is room, how far the case is and the keys stand beside the lines."""
        wide = self.width() >= theme.px(_WITH_SIDE)
        self.side.setVisible(wide and self._case is not None)
        self._card.make_room(wide=wide)
        self.next.show_key(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._make_room()

    def _go_back_to(self, place: int) -> None:
        self.list.go_to(place)
        self._enter(self.list)

    def _go_to_code(self, code: str) -> None:
        if self.list.go_to_code(code):
            self._enter(self.list)
        else:
            self.foot.code.setText(code)  # to be mended
            self.foot.code.selectAll()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's chords; Escape comes back from the note to the line."""
        code = code_of(event)
        if event.key() == Qt.Key.Key_Escape and (self.note.box.hasFocus() or self.foot.code.hasFocus()):
            self._leave_note()
        elif code in DOES:
            self.do(code)
        else:
            super().keyPressEvent(event)
