"""From one item of a case to the next: along its prompts, key questions and gaps, and on to other cases."""

from collections.abc import Callable
from functools import partial

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.case_rows import Place
from inspector_app.core.words import say
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.open_case import OpenCase
from inspector_app.ui.places.case.row_in_hand import RowInHand
from inspector_app.ui.places.case.sheet import CaseSheet
from inspector_app.ui.words import review as words

CODES = frozenset(
    {"up", "down", "previous-question", "next-question", "previous-case", "next-case", "next-gap"}
)  # fmt: skip


class Stepping:
    """Goes on from the row in hand.

    `show` shows a case at a key question; False where what was typed before could not be saved. `focus` goes to a row.
    """

    def __init__(
        self,
        sheet: CaseSheet,
        opened: OpenCase,
        hand: RowInHand,
        *,
        show: Callable[[str, str], bool],
        focus: Callable[[AnswerRow], None],
    ) -> None:
        self._questions, self._view, self._open, self._hand = sheet.questions, sheet.view, opened, hand
        self._show, self._focus = show, focus

    def do(self, code: str) -> None:
        """Go where one of CODES says."""
        by = -1 if code == "up" or code.startswith("previous") else 1
        match code:
            case "up" | "down":
                self.step(by)
            case "previous-question" | "next-question":
                self._step_question(by, from_top=True)
            case "previous-case" | "next-case":
                self._step_case(by)
            case _:
                self._next_gap()

    def step(self, by: int) -> None:
        """On or back by rows, past the ends of the key question too."""
        rows = self._view.rows
        at = rows.index(self._hand.row) + by if self._hand.row in rows else 0
        if 0 <= at < len(rows):
            self._focus(rows[at])
        else:
            self._step_question(by, from_top=by > 0)

    def go_on(self, row: AnswerRow, answer: Answer | None) -> None:
        """On from a row that was answered."""
        judged = row is self._view.judgement
        if answer is None or (judged and (self._view.prompts or answer is Answer.NO)):
            self._focus(row)  # a judgement on prompts stays, to be seen over them; every No stays for its reasons
        elif judged and self._questions.neighbour(1) is None:
            self._focus(row)  # the last of the case
        else:
            self.step(1)

    def _step_question(self, by: int, *, from_top: bool) -> None:
        question = self._questions.neighbour(by)
        if question is not None and self._show(self._open.case, question):
            self._focus(self._view.rows[0 if from_top else -1])

    def _step_case(self, by: int) -> None:
        case = self._open.neighbour(by)
        if case is not None and self._show(case, ""):
            self._focus(self._view.first_gap())

    def _next_gap(self) -> None:
        """To the next gap; into other hands than those of the case it only offers the way."""
        if self._hand.row is None:
            return
        found, elsewhere = self._open.next_gap(self._hand.row.ref)
        if found is not None:
            self._go_to(found)
        elif elsewhere is not None:
            self._offer(elsewhere)
        else:
            tell(self._view, say("Everything is answered: no case has a gap."))

    def _go_to(self, place: Place) -> None:
        """To the gap; that it is in another case is said, for a number above is all that looks different."""
        before = self._open.case
        if self._show(place[0], place[1]):
            self._focus(self._view.row_for(place[2]))
            if place[0] != before:
                case_row = self._open.workspace.case_row
                tell(self._view, words.on_to(case_row(place[0]), case_row(before), place[1]))

    def _offer(self, place: Place) -> None:
        here = self._open.workspace
        row, mine = here.case_row(place[0]), here.case_row(self._open.case).inspector == here.me
        way = Offer(say("Open {case}", case=row.ref), partial(self._go_to, place))
        tell(self._view, words.gap_elsewhere(row, mine=mine), way)
