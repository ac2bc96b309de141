"""A line on each key question of a case, kept beside its notes, from which the findings are written. In no document.

It is known which notes a line was written from, so that one is told from which the notes have moved on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.fields import SUMMARY, Value
from inspector_app.core.domain.framework import KeyQuestion
from inspector_app.core.domain.ids import ChangeId, EntityId
from inspector_app.core.domain.inspection import Answer, Case
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading import read, read_answers, read_review, read_summaries
from inspector_app.core.storage.reading.read_answers import Answered

_NO_LINE = ("", "", False)


@dataclass(frozen=True, slots=True)
class Summary:
    """A key question on a case: its answer, its notes as they stand, and the line on them ("" for none).

    `older`: the notes have changed since the line was written. `of`: the digest of the notes now.
    """

    id: str
    case_ref: str
    question: str
    answer: Answer | None
    notes: str
    text: str
    of: str
    older: bool
    contested: bool

    @property
    def on(self) -> str:
        """What a link names the answer by."""
        case, _, question = self.id.partition("/")
        return support.of_answer(case, question)


def of_standard(workspace: Workspace, standard: str) -> list[Summary]:
    """Each key question of a standard on each case that has a note or a line, case by case; none this person marks blind."""
    asked = workspace.framework.by_ref.get(standard)
    if asked is None or not asked.case_questions:
        return []
    with workspace.database.read() as connection:
        blind = read_review.blind_cases(connection, workspace.me)
        cases = [case for case in read.cases(connection) if case.sample == asked.sample and case.id not in blind]
        lines = read_summaries.rows(connection)
        places = [(case, question) for case in cases for question in asked.case_questions]
        judged = _among(connection, "judgement", [f"{case.id}/{question.ref}" for case, question in places])
        noted = _among(connection, "prompt", [one for case, question in places for one in _prompts(case, question)])
    found = []
    for case, question in places:
        here = f"{case.id}/{question.ref}"
        prompts = [noted[one] for one in _prompts(case, question) if one in noted]
        found.append(_summary(case, question.ref, judged.get(here), prompts, lines.get(here, _NO_LINE)))
    return [one for one in found if one.notes or one.text or one.contested]


def _prompts(case: Case, question: KeyQuestion) -> list[str]:
    return [f"{case.id}/{question.ref}/{prompt.ref}" for prompt in question.prompts]


def _among(connection: Connection, entity: str, ids: Sequence[str]) -> dict[str, Answered]:
    return {one.id: one for one in read_answers.answered_among(connection, entity, ids)}


def _summary(
    case: Case, question: str, judged: Answered | None, prompts: Sequence[Answered], line: tuple[str, str, bool]
) -> Summary:
    notes = "\n".join(_notes(judged, prompts))
    text, of, contested = line
    now = _digest(notes)
    return Summary(
        id=f"{case.id}/{question}", case_ref=case.ref, question=question,
        answer=judged.answer if judged else None, notes=notes, text=text, of=now,
        older=bool(text) and of != now, contested=contested,
    )  # fmt: skip


def _notes(judged: Answered | None, prompts: Sequence[Answered]) -> Iterator[str]:
    if judged is not None and judged.text.strip():
        yield judged.text
    yield from (f"{one.prompt}) {one.text}" for one in prompts if one.text.strip())


def _digest(notes: str) -> str:
    return sha256(notes.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def write(
    workspace: Workspace, summary: str, text: Value, of: str, *, amend: ChangeId | None = None, over: Value = None
) -> Done:
    """Write a line from the notes of that digest (Summary.of); `amend` and `over` as `Editor.set`. Expected: as it."""
    if amend is None and workspace.editor.held(SUMMARY.code, summary, "of").value != of:
        item = EntityId(summary)
        edits = [Edit(SUMMARY.code, item, "text", text, over=over), Edit(SUMMARY.code, item, "of", of)]
        return replace(workspace.editor.do(summary, edits), value=text)
    return workspace.editor.set(SUMMARY.code, summary, "text", text, amend=amend, over=over)
