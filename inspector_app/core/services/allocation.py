"""Whose case is whose. Anyone may add to any case; a case changes hands by a deliberate, logged act.

Roles are advisory: nothing here asks who is lead, for a lost laptop must not stop the week.
"""

from collections import Counter
from dataclasses import dataclass

from inspector_app.core.domain.changes import Edit, Verb
from inspector_app.core.domain.ids import ChangeId, EntityId, step_of
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import marking
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import read, read_review


@dataclass(frozen=True, slots=True)
class Load:
    """How many cases a person has, and how many prompts and key questions on them are unanswered.

    `person` None: the cases that nobody in the team has.
    """

    person: Person | None
    cases: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Owner:
    """One turn in the ownership of a case: the new owner's name ("" nobody), who made it so, when, and why if said."""

    name: str
    by: str
    at: str
    reason: str


def take_over(workspace: Workspace, case_id: str, reason: str) -> None:
    """Make the case mine, with the reason, in one step. It cannot be undone, only taken over or allocated again.

    A blind second marking of the case by me ends with it: I shall see the first's answers.
    Expected: CASE_UNKNOWN, VALUE_INVALID (no reason, or mine already), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    reason, me = " ".join(reason.split()), workspace.me
    case = workspace.case_row(case_id)
    if not reason:
        raise Expected(Code.VALUE_INVALID, field="The reason", value=reason, why="it is empty")
    if case.inspector == me:
        why = "the case is theirs already"
        raise Expected(Code.VALUE_INVALID, field="The new owner", value=case.inspector_name, why=why)
    _give(workspace, case_id, me, reason)


def allocate(workspace: Workspace, case_id: str, person_id: str) -> None:
    """Give the case to somebody of the team, or with "" to nobody. A blind second marking of it by them ends with it.

    Expected: CASE_UNKNOWN, PERSON_UNKNOWN, DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    case, team = workspace.case_row(case_id), workspace.team()
    if person_id and person_id not in {p.id for p in team}:
        raise Expected(Code.PERSON_UNKNOWN, person=person_id, known=", ".join(p.name for p in team))
    if case.inspector != person_id:
        _give(workspace, case_id, person_id, "")


def loads(workspace: Workspace) -> list[Load]:
    """The team in order with its cases, then the cases nobody has, if any; the same for everybody, a blind marker too."""
    with workspace.database.read() as connection:
        cases, team = read.cases(connection), read.team(connection)
        answered = read_review.answered_counts(connection, read.by_totals(connection))
    known = {p.id for p in team}
    sizes = {s.code: items(workspace, s.code) for s in workspace.framework.samples}
    count: Counter[str] = Counter()
    gaps: Counter[str] = Counter()
    for case in cases:
        owner = case.inspector if case.inspector in known else ""
        count[owner] += 1
        gaps[owner] += sizes.get(case.sample, 0) - answered.get(case.id, 0)
    nobody = [Load(None, count[""], gaps[""])] if count[""] else []
    return [Load(p, count[p.id], gaps[p.id]) for p in team] + nobody


def ownership(workspace: Workspace, case_id: str) -> list[Owner]:
    """Whose the case was, newest first."""
    with workspace.database.read() as connection:
        names = read.names(connection)
    given = workspace.history("case", case_id, "takeover")
    return [_owner(row, names, given) for row in workspace.history("case", case_id, "inspector")]


def _owner(row: HistoryRow, names: dict[str, str], given: list[HistoryRow]) -> Owner:
    name, step = names.get(str(row.value), ""), step_of(ChangeId(row.change))
    reason = next((str(g.value or "") for g in given if step_of(ChangeId(g.change)) == step), None)
    if reason is None and row.verb == Verb.ADD and row.by == name:  # the reason was the last one's, word for word
        reason = next((str(g.value or "") for g in given if g.at <= row.at), "")
    return Owner(name, row.by, row.at, reason or "")


def _give(workspace: Workspace, case_id: str, person_id: str, reason: str) -> None:
    edits = [
        Edit("case", EntityId(case_id), "inspector", person_id),
        Edit("case", EntityId(case_id), "takeover", reason),
        *marking.edits_ending_that_of(workspace, case_id, person_id),
    ]
    workspace.editor.do(case_id, edits, Verb.ADD if reason else Verb.EDIT)


def items(workspace: Workspace, sample: str) -> int:
    """How many prompts and key questions there are to judge on a case of a sample: those not known by their totals."""
    with workspace.database.read() as connection:
        by_totals = read.by_totals(connection)
    asked = (question for _, question in workspace.framework.sample_questions(sample) if question.ref not in by_totals)
    return sum(len(question.prompts) + 1 for question in asked)
