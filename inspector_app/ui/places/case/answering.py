"""Answers on the case page: given by key and by button, said at once, and taken back, one by one or a whole sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.ui import as_sentence
from inspector_app.ui.as_sentence import Turn
from inspector_app.ui.controls.last_given import AnsweredLast, LastGiven
from inspector_app.ui.controls.telling import tell, unsay
from inspector_app.ui.page import CaseAt, Page
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.edits import CaseEdits
from inspector_app.ui.places.case.open_case import OpenCase
from inspector_app.ui.places.case.row_in_hand import RowInHand
from inspector_app.ui.places.case.sheet import CaseSheet
from inspector_app.ui.words import answers as words

Move = Callable[[AnswerRow, Answer | None], object]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given: to which item, where that is, and whether it said anything new."""

    entity: str
    id: str
    at: CaseAt
    new: bool


class Answering(QObject):
    """Gives answers, goes on to where one answers next (`move`), and knows which to take back."""

    def __init__(
        self, page: Page, sheet: CaseSheet, opened: OpenCase, edits: CaseEdits, hand: RowInHand, move: Move
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._page, self._view, self._open = page, sheet.view, opened
        self._edits, self._hand, self._move = edits, hand, move
        self._last: LastGiven[Given | Turn] = LastGiven()
        self._moving = False
        self._view.answered.connect(self._on_answered)
        self._view.keys.pressed.connect(self._on_pressed)
        self._view.keys.sentence.connect(self._on_sentence)
        self._explaining = False  # what was said last leads to the note of the row in hand
        self._view.saved.connect(self._on_written)
        self._view.note_wanted.connect(self._leave)
        self._answered: AnsweredLast[CaseAt] = AnsweredLast()
        self._view.answered_last_wanted.connect(self._write_back)
        hand.changed.connect(self._on_moved)

    def take_back(self) -> bool:
        """Take back the answer given last, or what became of a sentence; False where the person is at something else."""
        row, focus = self._hand.row, QApplication.focusWidget()
        elsewhere = focus is not row and focus is not None and self._page.isAncestorOf(focus)
        given = self._last.take(row.id) if row is not None and not elsewhere else None
        if callable(given):
            given()
            return True
        if given is None or not self._page.flush():
            return False
        if self._take_back(given):
            self._go_to(given.at)
        return True

    def go_back(self) -> bool:
        """Go on where one was before one went back to write; False where one came to the note in another way."""
        here = self._page.at
        back = self._answered.come_back(here) if isinstance(here, CaseAt) else here
        if isinstance(back, CaseAt) and back != here:
            self._go_to(back)
        return back != here and self._page.at == back

    def _write_back(self) -> None:
        """Go into the note of what was answered last, which led on; of the row in hand, where nothing was."""
        here = self._page.at
        there = self._answered.go_there(here) if isinstance(here, CaseAt) else here
        if isinstance(there, CaseAt) and there != here:
            self._go_to(there)
        if self._hand.row is not None and self._page.at == there:
            self._hand.row.enter_note()

    def hush(self) -> None:
        """Say no more of the answer given last."""
        self._explaining = False
        unsay(self._view)

    def _leave(self) -> None:
        """Lead nobody to the note of a row any more that they are in, or have left."""
        if self._explaining:
            self.hush()

    def _on_answered(self, entity_id: str, answer: Answer | None) -> None:
        self._give(next(row for row in self._view.rows if row.id == entity_id), answer)

    def _on_pressed(self, answer: Answer | None) -> None:
        row = self._view.row_of(self._view.window().focusWidget())
        if row is not None and row.is_contested and answer is not None:
            self._answered.place = self._at(row)
            self._view.keys.after_pause(partial(self._edits.answer, row, answer))  # undo does not bring both back
            if row is not self._view.judgement:  # which may lead to another key question, and that would write it
                self._move(row, answer)
        elif row is not None:
            self._give(row, answer)

    def _at(self, row: AnswerRow) -> CaseAt:
        return CaseAt(self._open.case, self._open.question, row.ref or JUDGEMENT)

    def _give(self, row: AnswerRow, answer: Answer | None) -> None:
        at, subject, ref = self._at(row), row.subject(), self._open.ref
        entity, item = row.entity, row.id
        explain = answer is Answer.NO and not row.note.box.text().strip()
        done = self._edits.answer(row, answer)
        if done is None:
            return
        self._moving = True
        self._move(row, answer)
        self._moving, self._answered.place = False, at
        given = Given(entity, item, at, done.change is not None)
        self._view.keys.gave(given)
        if self._hand.row is not None and (given.new or self._hand.row.id != item):
            self._last.add(given, self._hand.row.id)  # the same answer again that led nowhere is nothing to take back
        self._tell(given, ref, subject, answer, explain=explain)

    def _tell(self, given: Given, ref: str, subject: str, answer: Answer | None, *, explain: bool) -> None:
        """Say it, with an undo of this answer wherever one is by then; and how to explain a No that nothing explains.

        `ref`: of the case. Where that led on it is said on the screen alone: answers in a row are heard together.
        """
        stays = given.at == self._page.at
        say_it = (words.given_to_explain if stays else words.given_and_gone_on) if explain else words.given
        at, judged = given.at, given.at.prompt == JUDGEMENT
        seen = say_it(words.judged(at.question) if judged else subject, answer)
        undo = self._page.offer_undo(partial(self._take_back_told, given))
        where = words.on_case(ref, "" if judged else at.question, seen)
        heard = (say_it if stays else words.given)(subject, answer)
        tell(self._view, where, undo, heard=heard)
        self._explaining = explain

    def _take_back_told(self, given: Given) -> None:
        self._last.forget()
        if self._page.flush() and self._take_back(given):
            self._go_to(given.at)

    def _on_sentence(self, given: tuple[Given, ...]) -> None:
        self._last.forget()
        as_sentence.take_back(self._page, given, lambda one: self._go_to(one.at), self._on_turned)

    def _on_turned(self, turn: Turn) -> None:
        if self._hand.row is not None:
            self._last.put(turn, self._hand.row.id)

    def _take_back(self, given: Given) -> bool:
        if given.new:
            return self._page.invert("undo", given.entity, given.id)
        tell(self._page, words.AS_BEFORE.say())
        return True

    def _go_to(self, at: CaseAt) -> None:
        self._moving = True
        self._page.arrive(at)
        self._moving = False

    def _on_moved(self) -> None:
        if not self._moving:
            self._last.forget()
            self._answered.stay()
            self._leave()

    def _on_written(self) -> None:
        """Something else was written since: an undo that was offered would take that back."""
        self._last.forget()
        self.hush()
