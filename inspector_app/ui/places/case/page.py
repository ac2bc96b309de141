"""The page a case is judged on: by keyboard, one key question at a time, with the ratings of all cases below."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.ids import case_of
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.core.errors import Expected
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.page_keys import code_of
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.errors import sentence
from inspector_app.ui.note.cursor import see_words
from inspector_app.ui.page import CaseAt, Destination, Known, Page, Shared
from inspector_app.ui.places.case import asides as case_asides
from inspector_app.ui.places.case import ready, stepping
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.answering import Answering
from inspector_app.ui.places.case.asides import CaseAsides
from inspector_app.ui.places.case.bar import KEYED
from inspector_app.ui.places.case.edits import CaseEdits
from inspector_app.ui.places.case.open_case import CasePlace, OpenCase, Shown
from inspector_app.ui.places.case.open_review import OpenReview
from inspector_app.ui.places.case.remarks import commenting_now
from inspector_app.ui.places.case.review import CaseReview
from inspector_app.ui.places.case.row_in_hand import RowInHand
from inspector_app.ui.places.case.stepping import Stepping
from inspector_app.ui.words import answers as answer_words

_RATED_BY = frozenset({"judgement", "rating", "panel", "totals", "case"})  # what the strip shows comes from these
_OF_A_CASE = frozenset(
    {"judgement", "prompt", "second_judgement", "second_prompt", *WHO_SEES}
    | {"review", "comment", "interview", "case", "verified_judgement", "verified_prompt"}
)
_SHOWN = _RATED_BY | _OF_A_CASE | {"person"}
_OFFERS = ("next-gap", "next-question", "previous-question", "next-case", "previous-case", "undo", "redo")


class CasePage(Page):
    """Judges the cases of the inspection. Nothing is ever asked, and nothing has to be saved by hand.

    Moving on from a note that cannot be written (a full disk) does not happen: the text stays and says why.
    """

    code = "case"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._open, self._touched = OpenCase(shared.workspace), set[tuple[str, str]]()
        self._open.on_contested = partial(QTimer.singleShot, 0, self, self._read_again)  # the box is still writing
        self.sheet = ready.sheet(self, self._open.framework)
        self.answers, self.give_way = self.sheet.answers, self.sheet.give_way
        self.questions, self.view, self.strip = self.sheet.questions, self.sheet.view, self.sheet.strip
        self.strip.set_rated(self._open.rated)
        self._hand = RowInHand(self, self.sheet)
        self.review = CaseReview(self.sheet, OpenReview(shared.workspace), self.flush, lambda: self._hand.row)
        self.review.compare_wanted.connect(lambda case: self.want_page("second", CaseAt(case)))
        self.review.focus_wanted.connect(self._hand.focus)
        self.review.there_wanted.connect(self.arrive)
        for code in KEYED:
            actions.make(self, code, partial(self.review.do, code), here=True)
        self.asides = self._make_asides()
        self.review.note_wanted.connect(self.asides.show_note)
        self.edits = CaseEdits(self.sheet, self._open, self.flush, lambda: self._hand.row)
        self.edits.saved.connect(self._on_saved)
        self.edits.failed.connect(self.refuse)
        self.edits.stale.connect(self._read_again)
        self.asides.text_wanted.connect(self.edits.bring_back)
        self.fill(self.sheet)
        self.sheet.bar.asked.connect(self.do)
        self.sheet.bar.flag.clicked.connect(lambda: self.want_page("concerns"))
        self.sheet.tools.asked.connect(self.do)
        self.sheet.guide.left.connect(self._hand.focus)
        self.sheet.guide.others.all_wanted.connect(lambda: self.do("compare"))
        self.sheet.pane.left.connect(self._leave_note)
        self.sheet.pane.comment_wanted.connect(lambda: self.review.do("comment"))
        self.questions.question_chosen.connect(self._on_question_chosen)
        self.questions.question_entered.connect(self._hand.focus)
        self._stepping = Stepping(self.sheet, self._open, self._hand, show=self._show, focus=self._focus)
        self.answering = Answering(self, self.sheet, self._open, self.edits, self._hand, self._stepping.go_on)
        self.view.note_wanted.connect(self._show_note)
        self.view.saved.connect(self._on_saved)
        self.view.failed.connect(self._on_failed)

    def _make_asides(self) -> CaseAsides:
        made = CaseAsides(self.sheet, self._open, self.flush, lambda: self._hand.row)
        for code in case_asides.CODES:
            actions.make(self, code, partial(made.toggle, code), here=True)
        made.focus_wanted.connect(self._hand.focus)
        self._hand.changed.connect(made.row_changed)
        made.point_wanted.connect(lambda question, prompt: self.show_case(self._open.case, question, prompt))
        made.case_edited.connect(self._on_case_edited)
        made.failed.connect(self.failed)
        return made

    def know(self, known: Known) -> None:
        """Say whether there are open concerns about the case."""
        self.sheet.bar.set_concerns(known.concern_cases)

    def arrive(self, at: Destination) -> None:
        """Show a case (CaseAt)."""
        shown = isinstance(at, CaseAt) and self.show_case(at.case, at.question, at.prompt)
        if isinstance(at, CaseAt) and shown and at.words and self._hand.row:
            see_words(self._hand.row.note.box, at.words)
        if isinstance(at, CaseAt) and shown and at.commenting:
            self.do("comment")

    def show_case(self, case_id: str, question: str = "", prompt: str = "") -> bool:
        """Show a case, at a prompt, or else at the first gap of the key question, or of the case.

        False when what was typed before could not be saved (the page stays) or the case is not there.
        """
        if not self._show(case_id, question):
            return False
        self.asides.give_way()
        self._focus(self.view.row_for(prompt) if prompt else self.view.first_gap())
        return True

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be; it stays in its box and is tried again."""
        parts = [self.review.flush(), self.asides.flush(), self.view.flush()]  # each is tried, whatever the others do
        return all(parts)

    @property
    def offers(self) -> tuple[str, ...]:
        """What the palette can ask of `do` now."""
        acts = (code for code in self.review.offers if code != "second")  # that one is a page
        return (*_OFFERS, *case_asides.CODES, *acts)

    def refresh(self, touched: Touched) -> None:
        """Take edits made elsewhere: at once when the page is seen, otherwise when it next is."""
        if self._open.writing:
            return
        self._touched |= {item for item in touched if item[0] in _SHOWN}
        if self.isVisible():
            self._take_touched()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._take_touched()
        self.review.edited()
        self.asides.edited()  # what was still to be counted when the page was left

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said of an answer here would lie over another page."""
        super().hideEvent(event)
        self.answering.hush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page has nothing to do with the focus itself: the row does, or the note one was in."""
        super().focusInEvent(event)
        self._hand.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row one is on stays in sight."""
        super().resizeEvent(event)
        self._hand.bring_into_view()

    def place(self) -> CasePlace | None:
        """Where the person is; None before any case."""
        row = self._hand.row
        if row is None:
            return None
        cursor = row.note.box.textCursor()
        return CasePlace(
            case=self._open.case,
            question=self._open.question,
            prompt=row.ref,
            in_note=self._hand.in_note,
            position=cursor.position(),
            anchor=cursor.anchor(),
            scroll=self.view.area.verticalScrollBar().value(),
            beside=self.asides.current or self.sheet.cards.code or commenting_now(),
        )

    @property
    def at(self) -> CaseAt | None:
        """The prompt one is on, or was on last."""
        row = self._hand.row
        return CaseAt(self._open.case, self._open.question, row.ref or JUDGEMENT) if row is not None else None

    @property
    def foot(self) -> int:
        """The ratings, where they have several lines."""
        return self.sheet.foot

    @property
    def in_words(self) -> str:
        """The prompt, or the key question where its judgement is in hand."""
        row = self._hand.row
        if row is None or not self._open.question:
            return ""
        question = self._open.framework.questions[self._open.question][1]
        return " ".join(part for part in (question.ref, row.ref, question.text_of(row.ref)) if part)

    def return_to(self, place: object) -> None:
        """Go back to a place, with the cursor where it was, unless what was typed before could not be saved."""
        if not isinstance(place, CasePlace) or not self._show(place.case, place.question):
            return
        self._focus(self.view.row_for(place.prompt))
        if place.in_note:
            self._hand.enter_note(place.anchor, place.position)
        if place.beside:
            (self.asides.show if place.beside in case_asides.CODES else self.review.ask_on)(place.beside)
        self.view.area.scroll_to(place.scroll)

    def _show(self, case_id: str, question: str = "") -> bool:
        if not self.flush():
            return False
        before = self._open.case
        try:
            shown = self._open.take(case_id, question)
        except Expected as error:
            self.failed.emit(error)
            return False
        self._show_stored(shown)
        if before != case_id:
            self._say_which()
        return shown.page is not None

    def _show_stored(self, shown: Shown) -> None:
        self.sheet.set_row(shown.case, shown.page, self._open.door)
        self.review.show(shown.case)
        if shown.page is None:
            self._hand.drop()
        self.asides.shown(shown.to_check)

    def _take_touched(self) -> None:
        if not self._touched:
            return
        kinds = {entity for entity, _ in self._touched}
        renamed = ("case", self._open.case) in self._touched
        here = any(e not in _OF_A_CASE or case_of(i) == self._open.case for e, i in self._touched)
        self._touched.clear()
        if kinds & _RATED_BY:
            self.strip.set_rated(self._open.rate_again())
        if self._open.question and here:
            self._read_again()
        if renamed:
            self._say_which()

    def _say_which(self) -> None:
        self.named.emit(f"Case {self._workspace.case_ref(self._open.case)}")

    def _read_again(self) -> None:
        try:
            self._show_stored(self._open.read())
        except Expected as error:  # the case was deleted elsewhere
            self.failed.emit(error)
            self.want_page("cases")

    def _focus(self, row: AnswerRow) -> None:
        self._hand.take(row)
        if self.sheet.covered and self.asides.holds(QApplication.focusWidget()):
            return  # somebody reads on in what stands in the place of the prompts
        self.asides.give_way()
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheet.bring_into_view(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's own keys, from anywhere on it."""
        code = code_of(event)
        if code is None:
            super().keyPressEvent(event)
        else:
            self.do(code)

    def do(self, code: str) -> None:
        """Do what a key, a button or the palette asks for (the codes of page_keys and of its header)."""
        match code:
            case "back":
                self.want_page("cases")
            case _ if code in stepping.CODES:
                self._stepping.do(code)
            case "undo" | "redo":
                self.undo(code)
            case "compare":
                self.want_page("compare", self.at)
            case _ if code in case_asides.CODES:
                self.asides.toggle(code)
            case _:
                self.review.do(code)

    def undo(self, code: str) -> None:
        """Undo follows the hand: the answer that led to where one is, else the last step of the item in hand."""
        if code != "undo" or not (self.answering.take_back() or self.review.take_back()):
            super().undo(code)

    def in_hand(self) -> tuple[str, str] | None:
        """The item that the focus is on, beside the prompts too; from elsewhere on the page, the row one was on."""
        found = super().in_hand()
        row = self._hand.row
        if found is None and row is not None and not self.asides.holds(QApplication.focusWidget()):
            self._hand.end_session()
            return row.entity, row.id
        return found

    def _show_note(self, row: AnswerRow) -> None:
        """The note of a row is to be gone into: it has its place again, whatever was opened there."""
        self._hand.take(row)
        if self.asides.show_note():
            self.sheet.set_writing(True)
            self._hand.bring_into_view()

    def _leave_note(self) -> None:
        if not self.answering.go_back() and self._hand.row is not None:
            self._hand.row.leave_note()

    def _on_question_chosen(self, question: str) -> None:
        if self._show(self._open.case, question):
            self._hand.take(self.view.first_gap())  # the focus stays in the list, to go on choosing
            self.sheet.bring_into_view(self.view.first_gap())
        else:
            self.questions.select(self._open.question)

    def _on_case_edited(self) -> None:
        """What the header and the rail say of the case may be different now, or its sample, and so what is asked."""
        self.strip.set_rated(self._open.rate_again())
        self._read_again()
        self._say_which()

    def refuse(self, error: Expected) -> None:
        """Say why nothing was changed; of a case that one may not answer, with what one can do there."""
        if self.at and (ways := self.review.ways_on(error.code, self.at)):
            tell(self, answer_words.refused(error) or sentence(error), *ways)
        else:
            self.failed.emit(error)

    def _on_failed(self, error: Expected) -> None:
        self._hand.bring_into_view()  # with the reason, which now stands under the note
        self.failed.emit(error)

    def _on_saved(self, _at: str) -> None:
        if self.isVisible():  # not what is saved under a lock: whose case it is cannot be asked without the keys
            self.review.edited()
        self.asides.edited()
