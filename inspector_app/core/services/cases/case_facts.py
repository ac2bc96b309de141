"""The facts of a case and the people interviewed about it: read, written as people write them, and suggested.

A text that cannot be taken (31/02/2026) stays on this laptop as a draft beside the field, so that it is neither lost nor in
anybody's way, and the field keeps what it held.
"""

from dataclasses import dataclass
from datetime import date

from inspector_app.core.domain.cases.case_facts import ROLES, Facts
from inspector_app.core.domain.days import typed
from inspector_app.core.domain.fields import CASE, ENTITIES, Kind, Value
from inspector_app.core.domain.ids import ChangeId, EntityId, case_of, new_id
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.case_references import refuse_unless_free
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage.reading import read, read_case

_DRAFT = "fact"
_NO_YEAR = "it has no whole year: write day/month/year, the year with four figures"
_NOT_A_DAY = "it is not a date: write day/month/year, of the years 1900 to 2100"


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is worth offering in each free text of a case, by the field's code, and as the part of somebody interviewed."""

    of_case: dict[str, tuple[str, ...]]
    roles: tuple[str, ...]


def facts(workspace: Workspace, case_id: str) -> Facts:
    """The facts of one case. Expected: CASE_UNKNOWN."""
    written = drafts.unsent(workspace, _DRAFT, case_id)
    with workspace.database.read() as connection:
        found = read.cases(connection, case_id)
        if not found:
            raise Expected(Code.CASE_UNKNOWN, case=case_id, where=workspace.path)
        people = tuple(read_case.interviews(connection, workspace.me, case_id))
        return Facts(found[0], read_case.contested(connection, case_id), written, people)


def suggestions(workspace: Workspace, sample: str) -> Suggestions:
    """What the framework names and what this inspection uses already; `sample` is the case's: no types of another alone."""
    named = {s.code: s.case_types for s in workspace.framework.samples}
    types = named.get(sample, ())
    of_others = {kind for kinds in named.values() for kind in kinds}.difference(types)
    with workspace.database.read() as connection:
        of_case = {
            field.code: tuple(dict.fromkeys((*field.suggested, *read_case.used(connection, field.code))))
            for field in CASE.fields
            if field.suggested is not None
        }
        roles = tuple(dict.fromkeys((*ROLES, *read_case.roles(connection))))
    used = (kind for kind in of_case["type"] if kind not in of_others)
    return Suggestions({**of_case, "type": tuple(dict.fromkeys((*types, *used)))}, roles)


def write(
    workspace: Workspace, entity: str, entity_id: str, field: str, text: str, amend: ChangeId | None = None,
    over: Value = None,
) -> Done:  # fmt: skip
    """Give a field of a case or an interview what somebody wrote in it; `amend` and `over` as in `Editor.set`.

    Expected: VALUE_INVALID (no date, no age, no reference or another case's: the text is kept as a draft), CASE_NOT_YOURS, …
    """
    about = f"{entity_id}/{entity}.{field}"
    try:
        value = _value(workspace, entity, entity_id, field, " ".join(text.split()))
    except Expected:
        drafts.keep(workspace, drafts.unsent_name(_DRAFT, about), text)
        raise
    done = case_work.write(workspace, entity, entity_id, field, value, amend=amend, over=over)
    if about in drafts.unsent(workspace, _DRAFT, case_of(entity_id)):
        drafts.keep(workspace, drafts.unsent_name(_DRAFT, about), "")
    return done


def add_interview(workspace: Workspace, case_id: str, role: str = "") -> str:
    """Add somebody interviewed on the case today; gives the id. Expected: CASE_UNKNOWN, CASE_NOT_YOURS, DISK_FULL, …"""
    workspace.case_row(case_id)
    made = EntityId(f"{case_id}/{new_id()}")
    values: dict[str, Value] = {"deleted": False, "day": date.today().isoformat(), "role": role or None}
    edits = [Edit("interview", made, field, value) for field, value in values.items()]
    case_work.do(workspace, made, edits, Verb.ADD)
    return made


def remove_interview(workspace: Workspace, interview_id: str) -> Done:
    """Take somebody interviewed off the case; `editor.undo("interview", id)` brings them back. Expected: as `add_interview`.

    Clearing the note as well makes a colleague's edit of it, made apart, a conflict and not a loss.
    """
    item = EntityId(interview_id)
    edits = [Edit("interview", item, "deleted", True), Edit("interview", item, "note", None)]
    return case_work.do(workspace, item, edits)


def _value(workspace: Workspace, entity: str, entity_id: str, field: str, text: str) -> Value:
    known = ENTITIES[entity].field(field)
    if known.kind is Kind.DATE and text:
        day = typed.whole_day(text)
        if day is None:
            why = _NO_YEAR if typed.written(text) else _NOT_A_DAY
            raise Expected(Code.VALUE_INVALID, field="The date", value=text, why=why)
        return day.isoformat()
    if known.kind is Kind.NUMBER and text:
        if not (text.isascii() and text.isdigit() and int(text[:9]) <= known.most):
            whole = f"a whole number{f' of {known.unit}' if known.unit else ''}"
            why = f"it is not 0 to {known.most}; write {whole}"
            raise Expected(Code.VALUE_INVALID, field=f"The {known.title}", value=text, why=why)
        return int(text)
    if (entity, field) == ("case", "ref"):
        _refuse_reference(workspace, entity_id, text)
    return text or None


def _refuse_reference(workspace: Workspace, case_id: str, ref: str) -> None:
    with workspace.database.read() as connection:
        refuse_unless_free([ref], (c.ref for c in read.cases(connection) if c.id != case_id))
