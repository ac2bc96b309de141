"""Whose case is whose, and who helps with one. A case changes hands by a deliberate, logged act.

Anybody may take a case over, with a reason: a lost laptop must not stop the week. To give away what is a colleague's is the
lead's.
"""

from collections import Counter
from dataclasses import dataclass

from inspector_app.core.domain.cases.standing import Held, Standing
from inspector_app.core.domain.ids import ChangeId, EntityId, step_of
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import marking, reviews
from inspector_app.core.services.people import standing, team
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_review


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
    if not tidied(reason):
        raise Expected(Code.VALUE_INVALID, field="The reason", value=reason, why="it is empty")
    if case.inspector == me:
        why = "the case is theirs already"
        raise Expected(Code.VALUE_INVALID, field="The new owner", value=case.inspector_name, why=why)
    workspace.editor.do(case_id, changing_hands(workspace, case_id, me, reason), Verb.ADD)


def ask_help(workspace: Workspace, case_id: str, person_id: str) -> None:
    """Ask a person to help with the case, so that they may answer there too; "" asks nobody any more. One at a time.

    A blind second marking of the case by them ends with it: they see the first's answers.
    Expected: CASE_UNKNOWN, CASE_NOT_YOURS (only its inspector and the lead ask, and who helps may stop), PERSON_UNKNOWN,
    NO_CARD, VALUE_INVALID (the case is theirs), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    held = standing.held(workspace, case_id)
    if not (standing.leads(workspace) or (not person_id and held.helper == workspace.me)):
        _require_inspector(workspace, held)
    if person_id:
        _refuse_helper(workspace, held, person_id)
    if person_id == held.helper:
        return
    edits = [Edit("case", EntityId(case_id), "helper", person_id)]
    edits += marking.edits_ending_that_of(workspace, case_id, person_id)
    workspace.editor.do(case_id, edits)


def _require_inspector(workspace: Workspace, held: Held) -> None:
    if held.standing(workspace.me) in (Standing.COLLEAGUE, Standing.HELPING):
        raise standing.not_yours(workspace, held)


def _refuse_helper(workspace: Workspace, held: Held, person_id: str) -> None:
    card = team.with_laptop(workspace, person_id)
    if person_id == held.inspector:
        raise Expected(Code.VALUE_INVALID, field="Who helps", value=card.name, why="the case is theirs")


def loads(workspace: Workspace) -> list[Load]:
    """The team in order with its cases, then the cases nobody has, if any; the same for everybody, a blind marker too."""
    with workspace.database.read() as connection:
        cases, people = read.cases(connection), read.team(connection)
        answered = read_review.answered_counts(connection, read.by_totals(connection))
    known = {p.id for p in people}
    sizes = {s.code: items(workspace, s.code) for s in workspace.framework.samples}
    count: Counter[str] = Counter()
    gaps: Counter[str] = Counter()
    for case in cases:
        owner = case.inspector if case.inspector in known else ""
        count[owner] += 1
        gaps[owner] += sizes.get(case.sample, 0) - answered.get(case.id, 0)
    nobody = [Load(None, count[""], gaps[""])] if count[""] else []
    return [Load(p, count[p.id], gaps[p.id]) for p in people] + nobody


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


def changing_hands(workspace: Workspace, case_id: str, person_id: str, reason: str = "") -> list[Edit]:
    """The edits by which a case becomes somebody's, or with "" nobody's. Whoever helped with it no longer does."""
    values = {"inspector": person_id, "takeover": reason, "helper": ""}
    edits = [Edit("case", EntityId(case_id), field, value) for field, value in values.items()]
    edits += reviews.vouching(workspace, case_id) if person_id else []
    return [*edits, *marking.edits_ending_that_of(workspace, case_id, person_id)]


def items(workspace: Workspace, sample: str) -> int:
    """How many prompts and key questions there are to judge on a case of a sample: those not known by their totals."""
    with workspace.database.read() as connection:
        by_totals = read.by_totals(connection)
    asked = (question for _, question in workspace.framework.sample_questions(sample) if question.ref not in by_totals)
    return sum(len(question.prompts) + 1 for question in asked)
