"""The case and key question on the case page, and the door through which the page reads and writes them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from inspector_app.core.domain.cases import completeness
from inspector_app.core.domain.cases.completeness import ToCheck
from inspector_app.core.domain.cases.standing import ANSWERS
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import ChangeId, case_of
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rated import Rated
from inspector_app.core.domain.rows import CaseRow, HistoryRow, QuestionPage
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.case_rows import Place
from inspector_app.core.services.cases import compare, open_case
from inspector_app.core.services.cases.compare import Asked, OnCase
from inspector_app.core.services.editor import Done
from inspector_app.core.services.results.ratings import LiveRatings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.note.door import Door, Target, edit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: a case, one of its key questions (None where the case has none), and what to check on it."""

    case: CaseRow
    page: QuestionPage | None
    to_check: ToCheck


@dataclass(frozen=True, slots=True)
class CasePlace:
    """Where somebody was. `prompt` None: the judgement. `position` and `anchor` are the cursor in its note."""

    case: str
    question: str
    prompt: str | None
    in_note: bool
    position: int
    anchor: int
    scroll: int
    beside: str = ""  # what was open beside the prompts, or the act for which one wrote or was asked for a person there


class OpenCase:
    """An open workspace with one case in hand. `writing` is true while this very object makes an edit."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

        self._read = open_case
        inspection = workspace.rated_from()
        self._live = LiveRatings(workspace.framework, inspection)
        self._cases = [case.id for case in inspection.cases]  # in the order of the list of cases
        self.start = inspection.start
        self.case = ""
        self.ref = ""  # of the case
        self.question = ""
        self.writing = False
        self.door = Door(self.write, workspace.editor.stands, workspace.editor)
        self.on_contested: Callable[[], object] = lambda: None  # what was typed or chosen here stands beside another's
        self._commented: dict[
            str, str
        ] = {}  # item -> the comment that was being written on it before a note was refused
        self._counts = True  # what is judged here: not on a case this person marks second

    @property
    def framework(self) -> Framework:
        """What the inspection is made against."""
        return self.workspace.framework

    @property
    def rated(self) -> Rated:
        """The ratings of the whole inspection, with every answer given here."""
        return self._live.rated

    def take(self, case_id: str, question: str | None = None) -> Shown:
        """Take a case in hand, at a key question or else at the first that has a gap. Expected: CASE_UNKNOWN."""
        row, pages = self._read.whole_case(self.workspace, case_id)
        known = [mark.question for mark in row.marks]
        open_ = (mark.question for mark in row.marks if mark.gaps)
        chosen = question if question in known else next(open_, known[0] if known else "")
        page = pages[known.index(chosen)] if chosen else None
        if case_id != self.case:
            self._commented.clear()
        self.case, self.ref, self.question = case_id, row.ref, chosen
        self._counts = page is not None and page.entity == "judgement"
        return Shown(row, page, completeness.to_check(pages))

    def read(self) -> Shown:
        """The case in hand as it is stored now. Expected: CASE_UNKNOWN (it was deleted)."""
        return self.take(self.case, self.question)

    def neighbour(self, by: int) -> str | None:
        """The case that many places further in the list of cases; None past its ends."""
        at = self._cases.index(self.case) + by if self.case in self._cases else -1
        return self._cases[at] if 0 <= at < len(self._cases) else None

    def next_gap(self, prompt: str | None) -> tuple[Place | None, Place | None]:
        """The next thing not answered after a prompt (None: the judgement) of the key question in hand, in cases that are
        in the same hands; where there is none, that of the other cases."""
        return open_case.next_gap(self.workspace, (self.case, self.question, prompt))

    def doing(self, do: Callable[[], T]) -> T:
        """Do something that makes edits, with `writing` true meanwhile. Expected: as what is done."""
        self.writing = True
        try:
            return do()
        finally:
            self.writing = False

    def write(self, target: Target, value: Value, amend: ChangeId | None = None) -> Done:
        """Make one edit. Expected: as case_work.write.

        A note that is refused, for the case became a colleague's or was accepted while it was typed, is kept as a comment
        on its item that is not sent yet.
        """
        try:
            return self.typed(lambda: edit(self.workspace, target, value, amend))
        except Expected as error:
            if error.code in (Code.CASE_NOT_YOURS, Code.CASE_ACCEPTED) and isinstance(value, str) and value:
                self._keep_as_comment(target, value)
            raise

    def _keep_as_comment(self, target: Target, text: str) -> None:
        if target.field in ("note", "rationale") and target.entity in ANSWERS:
            kept = drafts.unsent(self.workspace, "comment", case_of(target.id)).get(target.id, "")
            before = self._commented.setdefault(
                target.id, kept
            )  # what is typed on comes in the place of what was typed
            said = "\n".join(part for part in (before, text) if part)
            drafts.keep(self.workspace, drafts.unsent_name("comment", target.id), said)

    def typed(self, write: Callable[[], Done]) -> Done:
        """Write what was typed or chosen, as `doing`."""
        done = self.doing(write)
        if done.contested:
            self.on_contested()
        return done

    def history(self, entity: str, entity_id: str, most: int) -> list[HistoryRow]:
        """The last of what was recorded of an item (`Workspace.history`); nothing while this person may not see it."""
        return self.workspace.history(entity, entity_id, most=most)

    def to_check(self) -> ToCheck:
        """What is worth another look on the case in hand. Expected: CASE_UNKNOWN. Reads the notes of this case alone."""
        return completeness.to_check(self._read.whole_case(self.workspace, self.case)[1])

    def on_other_cases(self, prompt: str) -> list[OnCase]:
        """How a prompt of the key question in hand was answered on every other case of the sample."""
        asked = Asked(self.question, prompt, "")
        return [row for row in compare.on_cases(self.workspace, asked) if row.case != self.case]

    def page(self) -> QuestionPage | None:
        """The key question in hand as it is stored now; None where the case has none."""
        return self.workspace.question_page(self.case, self.question) if self.question else None

    def judged(self, answer: Answer | None) -> Rated:
        """The ratings with this answer to the key question in hand."""
        return self._live.answer(self.case, self.question, answer) if self._counts else self._live.rated

    def rate_again(self) -> Rated:
        """The cases and their ratings read afresh, after edits made elsewhere."""
        inspection = self.workspace.rated_from()
        self._cases = [case.id for case in inspection.cases]
        self.start = inspection.start
        return self._live.replace(inspection)
