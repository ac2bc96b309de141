"""The review of the case on the case page: what its bar, its cards and the comments on its prompts do."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.cases.review import ACCEPT, ACCEPTED, SUBMIT, SUBMITTED, CommentRow
from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.cases.verified import VERIFICATIONS
from inspector_app.core.domain.fields import REVIEW
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.words import count, say
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.controls.telling import Offer, gives, refuse, tell
from inspector_app.ui.note.only_of import only_of
from inspector_app.ui.page import CaseAt
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.bar import ACTS
from inspector_app.ui.places.case.comment_acts import CommentActs
from inspector_app.ui.places.case.open_review import OpenReview, Review
from inspector_app.ui.places.case.prompt_row import PromptBox
from inspector_app.ui.places.case.remarks import Remarks
from inspector_app.ui.places.case.review_cards import AskSomebody, GiveReason, ReturnCase, ReviewCard
from inspector_app.ui.places.case.sheet import CaseSheet
from inspector_app.ui.words import gaps, verified
from inspector_app.ui.words import review as words
from inspector_app.ui.words import second_marking as second_words

_WAYS = {Code.CASE_NOT_YOURS: ("comment", "take-over"), Code.CASE_ACCEPTED: ("comment", "reopen")}


class CaseReview(QObject):
    """Everything is saved before a case moves on; what is refused is said, and nothing has changed then."""

    compare_wanted = Signal(str)  # case id
    focus_wanted = Signal()  # back to the row one was on
    note_wanted = Signal()  # what is written about it is to be seen
    there_wanted = Signal(object)  # CaseAt that a message spoke of

    def __init__(
        self, sheet: CaseSheet, opened: OpenReview, save: Callable[[], bool], row: Callable[[], AnswerRow | None]
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._bar, self._cards = sheet, sheet.bar, sheet.cards
        self._open, self._save, self._row = opened, save, row
        self._shown: Review | None = None
        self._told = ""  # what an act says of itself, in place of the stage
        self._remarks: dict[AnswerRow, Remarks] = {}
        self._said = CommentActs(sheet, row, self._on_comment)
        self.on_case = Remarks(sheet.pane)
        sheet.pane.take_remarks(self.on_case)
        self.on_case.left.connect(self.focus_wanted)
        self._bar.asked.connect(self.do)
        self._said.listen_to(self.on_case)
        self._cards.made.connect(self._begin_card)

    @property
    def offers(self) -> tuple[str, ...]:
        """The codes of what can be done with the case now."""
        return self._shown.acts if self._shown else ()

    def ask_on(self, code: str) -> None:
        """Open again where one wrote, or was asked for a reason or a person, for an act; that is not done by it."""
        if code == "comment" and code in self.offers:
            self._write_comment()
        elif self._cards.has(code) and self._shown is not None and code in self.offers:
            if self._cards.asks(code):
                self._offer_people(self._shown)
            self._cards.show(code)

    def ways_on(self, code: Code, at: CaseAt) -> list[Offer]:
        """What one can do where an answer was refused with that code, there and nowhere else."""
        ways = [way for way in _WAYS.get(code, ()) if way in self.offers]
        return [Offer(ACTS[way].say(), partial(self._do_there, at, way)) for way in ways]

    def _do_there(self, at: CaseAt, code: str) -> None:
        if self._goes_to(at):
            self.do(code)

    def _goes_to(self, at: CaseAt) -> bool:
        """Go where a message spoke of, which stays while one goes elsewhere. False where one cannot leave."""
        self.there_wanted.emit(at)
        return self._is_shown(at.case)

    def _is_shown(self, case: str) -> bool:
        return self._shown is not None and self._shown.case.id == case

    def show(self, row: CaseRow) -> None:
        """Show the review of the case in view, and the comments on its prompts. Drafts and what is typed stay."""
        other = self._shown is None or self._shown.case.id != row.id
        self._shown = self._open.read(row)
        if other:
            self.close_card()
        self._sheet.show_review(self._shown)
        self._show_cards(self._shown)
        self._show_comments(self._shown)
        items = {item.id: item for item in self._shown.items}
        for place in self._sheet.view.rows:
            place.show_verified(items.get(place.id))

    def edited(self) -> None:
        """An answer or text was saved on the case: it may be begun by it, or have changed since it was handed on."""
        if self._shown is None or (self._shown.stage.stage not in (SUBMITTED, ACCEPTED) and self._shown.stage.begun):
            return
        if self._open.stage(self._shown.case.id) != self._shown.stage:
            self.show(self._shown.case)

    def flush(self) -> bool:
        """Keep every draft. False when one could not be; it stays in its box."""
        parts = [self._cards.flush(), self.on_case.flush(), *(remarks.flush() for remarks in self._remarks.values())]
        return all(parts)

    def do(self, code: str) -> None:
        """Do what a key, a button or the palette asks for (one of `offers`)."""
        if self._shown is None or code not in self._shown.acts:
            return
        match code:
            case "comment":
                self._write_comment()
            case "submit":
                self._move_on(code, lambda door, case: door.submit(case))
            case "accept" if not self._shown.rights.judged:
                self._move_on(code, lambda door, case: door.accept(case))
            case "take-back":
                self._act(lambda door, case: door.take_back(case))
            case "finished":
                self._finish()
            case _ if self._cards.has(code):
                if self._save():
                    self.show(self._shown.case)
                    self.ask_on(code)
            case "verify":
                self._verify()
            case "second":
                self.compare_wanted.emit(self._shown.case.id)

    def _verify(self) -> None:
        """Say that the item in hand is right as it stands; what is typed is saved first, for it is part of that."""
        row = self._row()
        changed = gives(self._bar, lambda: self._open.verify(row.id)) if row is not None and self._save() else None
        if row is None or changed is None:
            return
        self._read_again()
        entity, item = row.entity, row.id
        back = partial(self._on_comment, lambda door: door.take_verified_back(entity, item))
        undo = _undo(self._bar, self._open, (VERIFICATIONS[entity], item), back)
        said = say("{item}: verified.", item=verified.place(item.partition("/")[2]))
        tell(self._bar, said, *([undo] if changed else []))

    def _move_on(self, code: str, do: Callable[[OpenReview, str], None]) -> None:
        """Do it; where nothing is answered on the case, once it was asked."""
        if self._shown is None or not self._save():
            return
        act = {"submit": SUBMIT, "accept": ACCEPT}[code]
        case = self._shown.case.id
        self._ask_first(case, gaps.asked_first(act, [self._open.row(case)]), gaps.ALL_THE_SAME[act].say(), do)

    def _finish(self) -> None:
        """Of a marking that has gaps it is asked whether it is finished: both markers then see what the other answered."""
        if self._shown is None or not self._save():
            return
        case = self._shown.case.id
        unanswered = self._open.row(case).gaps
        question = second_words.finished_with(unanswered, self._shown.case) if unanswered else ""
        self._ask_first(case, question, say("I have finished all the same"), self._finish_now)

    def _take_over(self, door: OpenReview, case: str, reason: str) -> None:
        door.take_over(case, reason)
        self._told = say("{case} is yours now.", case=door.row(case).ref)

    def _finish_now(self, door: OpenReview, case: str) -> None:
        door.finish(case)
        done = door.read(door.row(case))
        self._told = " · ".join([done.case.ref, second_words.finished(done.second, done.case)]) if done.second else ""

    def _ask_first(self, case: str, question: str, yes: str, do: Callable[[OpenReview, str], None]) -> None:
        """Do it to the case in view, where there is a question once it was answered; "" asks nothing."""
        if question:
            tell(self._bar, question, Offer(yes, partial(self._act_on, case, do)), stays=True)
        else:
            self._act(do)

    def _act_on(self, case: str, do: Callable[[OpenReview, str], None]) -> None:
        if self._is_shown(case) or self._goes_to(CaseAt(case)):
            self._act(do)

    def _act(self, do: Callable[[OpenReview, str], None]) -> None:
        """Save, do it, and show the case as it then is."""
        if self._shown is None or not self._save():
            return
        before = self._shown.stage  # what was done is read anew by itself, before one comes back
        self._told = ""
        try:
            do(self._open, self._shown.case.id)
        except Expected as error:
            refuse(self._bar, error)
            return
        self.close_card()
        self._read_again()
        if self._told:
            tell(self._bar, self._told)
        elif self._shown.stage != before:
            self._tell_stage(self._shown)

    def _tell_stage(self, review: Review) -> None:
        stands = say("{case}: {stage}", case=review.case.ref, stage=words.shown(review.stage).words)
        gaps = self._open.row(review.case.id).gaps if review.stage.stage == SUBMITTED else 0
        with_gaps = count(gaps, "{n} gap", "{n} gaps") if gaps else ""
        back = _undo(self._bar, self._open, (REVIEW.code, review.case.id), partial(self._take_back, review.case.id))
        undo = [back] if "take-back" in review.acts else []
        tell(self._bar, " · ".join(filter(None, (stands, with_gaps))), *undo)

    def _take_back(self, case: str) -> None:
        """Undo what was told of that case: the message stays while one goes to another."""
        self._act(lambda door, here: self._take_back_of(door, case, here))

    def _take_back_of(self, door: OpenReview, case: str, here: str) -> None:
        door.take_back(case)
        if case != here:
            ref, stage = door.row(case).ref, door.stage(case)
            self._told = say("{case}: {stage}", case=ref, stage=words.shown(stage).words)

    def _read_again(self) -> None:
        if self._shown is not None:
            self.show(self._open.row(self._shown.case.id))

    # cards

    def close_card(self) -> None:
        """Close whatever is open; the focus goes back to the row."""
        if self._cards.open:
            self.focus_wanted.emit()  # before the card goes: the focus must not fall on another prompt
            self.note_wanted.emit()
            self.focus_wanted.emit()  # the prompts may have been out of sight until now

    def _begin_card(self, code: str, card: ReviewCard) -> None:
        """Listen to a card that was just made, and fill it."""
        card.left.connect(self.close_card)
        if isinstance(card, GiveReason):
            with_a_reason = {"take-over": self._take_over, "reopen": OpenReview.reopen, "accept": OpenReview.accept}
            self._listen_to_reason(card, with_a_reason[code])
        elif isinstance(card, ReturnCase):
            card.wanted.connect(lambda: self._act(lambda door, case: door.give_back(case)))
        elif isinstance(card, AskSomebody):
            self._listen_to_help(card) if code == "ask-help" else self._listen_to_second(card)
        if self._shown is not None:
            self._show_card(card, self._shown)

    def _listen_to_reason(self, card: GiveReason, do: Callable[[OpenReview, str, str], None]) -> None:
        card.wanted.connect(lambda reason: self._act(lambda door, case: do(door, case, reason)))

    def _listen_to_help(self, card: AskSomebody) -> None:
        card.wanted.connect(lambda person: self._act(lambda door, case: door.ask_help(case, person)))
        card.withdrawn.connect(lambda: self._act(lambda door, case: door.ask_help(case, "")))

    def _listen_to_second(self, card: AskSomebody) -> None:
        card.wanted.connect(lambda marker: self._act(lambda door, case: door.ask(case, marker)))
        card.wanted_beside.connect(lambda marker: self._act(lambda door, case: door.ask(case, marker, beside=True)))
        card.withdrawn.connect(lambda: self._act(lambda door, case: door.withdraw(case)))

    def _show_card(self, card: ReviewCard, review: Review) -> None:
        if isinstance(card, GiveReason | ReturnCase):
            card.show_review(review, self._open.drafts)

    def _show_cards(self, review: Review) -> None:
        for card in self._cards.all:
            self._show_card(card, review)
        if self._cards.asking:
            self._offer_people(review)

    def _offer_people(self, review: Review) -> None:
        """Say who can be asked, when a card for it opens: who has answered is asked of the log."""
        if {"ask-second", "ask-help"} & {*review.acts}:
            people = self._open.askable(review.case)
            markers = self._open.markers(review.case, people)
            self._cards.ask_second.show_second(review.second, markers, *self._open.endable(review.second))
            self._cards.ask_help.show_cards(words.asked_to_help(review.rights), people)

    # comments

    def _show_comments(self, review: Review) -> None:
        on_case = [c for c in review.comments if not c.question]
        self._show_on(self.on_case, review.case.id, "The case", on_case, "")
        for row in self._sheet.view.rows:
            said = [c for c in review.comments if c.about == place_of(row.id)]
            draft = review.drafts.get(row.id, "")
            if row in self._remarks or said or draft:
                self._show_on(self._remarks_of(row), row.id, row.subject(), said, draft)
            if isinstance(row, PromptBox):
                waiting = bool(draft) or any(not one.answered for one in said)
                row.signs.show_comments(words.comments(said, draft), waiting=waiting)

    def _show_on(self, remarks: Remarks, about: str, subject: str, rows: Sequence[CommentRow], draft: str) -> None:
        remarks.show_item(about, subject, rows, draft, self._open.name, self._open.drafts)

    def _remarks_of(self, row: AnswerRow) -> Remarks:
        if row not in self._remarks:
            made = Remarks(self._sheet.pane)
            self._sheet.pane.take_remarks(made, row)
            self._said.listen_to(made)
            made.left.connect(self.focus_wanted)
            self._remarks[row] = made
        tab_through([row.note.box, self._remarks[row].marker])
        return self._remarks[row]

    def _write_comment(self) -> None:
        row = self._row()
        if row is None or self._shown is None:
            return
        self.note_wanted.emit()
        self._sheet.set_writing(True)  # in a low window its box has room only then
        remarks = self._remarks_of(row)
        self._shown = self._open.read(self._shown.case)  # the draft on disk may be younger than what was read last
        said = [c for c in self._shown.comments if c.about == place_of(row.id)]
        self._show_on(remarks, row.id, row.subject(), said, self._shown.drafts.get(row.id, ""))
        remarks.write()

    def take_back(self) -> bool:
        """Undo what was done last to a comment on the row in hand; False where something else was done since."""
        return self._said.take_back()

    def _on_comment(self, do: Callable[[OpenReview], object]) -> bool:
        try:
            do(self._open)
        except Expected as error:
            refuse(self._bar, error)
            return False
        self.focus_wanted.emit()
        self._read_again()
        return True


def _undo(teller: QWidget, opened: OpenReview, of: tuple[str, str], act: Callable[[], object]) -> Offer:
    return Offer(say("Undo"), only_of(teller, "undo", partial(opened.stands_at, *of), act))
