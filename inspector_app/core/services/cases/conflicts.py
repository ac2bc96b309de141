"""Contested fields: both people's values with their common ancestor, and settling them. Never settled by the program."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from inspector_app.core.domain.cases.concern import concern_of
from inspector_app.core.domain.cases.review import ACCEPTED
from inspector_app.core.domain.cases.second_marking import AGREED, place_of
from inspector_app.core.domain.fields import CONCERN, INFORMED, JUDGEMENT, PROMPT, REVIEW, Value
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, case_of, step_of
from inspector_app.core.domain.steps.changes import Change, Edit, Step, Verb
from inspector_app.core.domain.text.texts import merged_text
from inspector_app.core.domain.whose import RECORDS, RULES
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import journal, taking
from inspector_app.core.storage.reading import contested, origin, read, read_concerns, read_marking, read_review
from inspector_app.core.storage.reading import settled as settled_log
from inspector_app.core.storage.reading.origin import Origin

_OF_CONCERN = (CONCERN.code, INFORMED.code)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, with who wrote it, when (ISO 8601, UTC, by their clock) and on which laptop.

    `laptop`: whose laptop recorded it, `package`: in whose package it came; names, "" where that is the author's own.
    `mine`: written by who asks.
    """

    change: ChangeId
    value: Value
    by: str
    at: str
    device: str
    laptop: str = ""
    package: str = ""
    mine: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contested field. `before` is the value both sides started from; `merged` a clean merge of two texts, to offer.

    `case_ref`, `question` and `prompt` say where it is, for fields of a case; else they are empty. Of a concern, and of who
    was told of one, `case_ref` is of the case it is about, and `about` what it is.
    """

    entity: str
    id: str
    field: str
    case_ref: str
    question: str
    prompt: str
    sides: tuple[Side, ...]
    before: Value
    merged: str | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A field that was settled on this laptop, with what stood there then; `change` is the one that settled it."""

    conflict: Conflict
    value: Value
    change: ChangeId


def count(workspace: Workspace) -> int:
    """How many fields `conflicts` would give."""
    with workspace.database.read() as connection:
        return len(read_review.contested_for(connection, workspace.me))


def conflicts(workspace: Workspace) -> list[Conflict]:
    """Every contested field, by case and question, but those that this person may not see yet (blind second marking)."""
    with workspace.database.read() as connection:
        refs = {c.id: c.ref for c in read.cases(connection)}
        found = []
        for entity, entity_id, field in read_review.contested_for(connection, workspace.me):
            graph = journal.field_history(connection, entity, entity_id, field)
            _, heads = journal.current(connection, entity, entity_id, field)
            steps = journal.steps(connection, {step_of(head) for head in heads})
            origins = origin.of_steps(connection, steps.values())
            sides = tuple(
                _side(graph, head, steps[step_of(head)], origins[step_of(head)], me=workspace.me) for head in heads
            )
            found.append(_named(connection, _conflict((entity, entity_id, field), graph, sides, refs)))
    return sorted(found, key=lambda c: (c.case_ref, c.question, c.prompt, c.entity, c.field))


def settled(workspace: Workspace, since: str) -> list[Settled]:
    """What this laptop settled since that moment (ISO 8601, UTC) and nobody changed again, the last first."""
    with workspace.database.read() as connection:
        refs = {c.id: c.ref for c in read.cases(connection)}
        found = settled_log.standing(connection, DeviceId(workspace.laptop.device), since)
        shown = [_settled(connection, change, refs, workspace.me) for change in found]
    return [one for one in shown if one is not None]


def _settled(connection: Connection, change: Change, refs: dict[str, str], me: str) -> Settled | None:
    graph = journal.field_history(connection, change.entity, change.entity_id, change.field)
    heads = settled_log.sides({c.id: c for c in graph}, change)
    if len(heads) < 2:
        return None
    steps = journal.steps(connection, {step_of(head) for head in heads})
    origins = origin.of_steps(connection, steps.values())
    sides = tuple(_side(graph, head, steps[step_of(head)], origins[step_of(head)], me=me) for head in heads)
    key = (change.entity, str(change.entity_id), change.field)
    return Settled(_named(connection, _conflict(key, graph, sides, refs)), change.value, change.id)


def settle(workspace: Workspace, conflict: Conflict, value: Value, anew: ChangeId | None = None) -> Done:
    """Give a contested field the value somebody chose; the change names every side as its parent.

    `anew`: of one that was settled, the change that settled it.
    Expected: CHANGED_SINCE when the sides are other ones by now (a package came in), CASE_NOT_YOURS (`who_settles`),
    RECORD_NOT_YOURS (what was written down stays its writer's),
    NOT_A_REVIEWER and OWN_JUDGEMENT where it would accept the case,
    CASE_ACCEPTED (its answers stay until it is reopened), CASE_SETTLED (they change by settling the second marking again),
    A_MARKER (who marked a case settles nothing of its agreed version), VALUE_INVALID, DISK_FULL, FOLDER_READ_ONLY.
    """
    _require_no_marker(workspace, conflict)
    with workspace.database.read() as connection:
        _, heads = journal.current(connection, conflict.entity, EntityId(conflict.id), conflict.field)
        shown = {anew} if anew else {side.change for side in conflict.sides}
        if set(heads) != shown:
            newest = step_of(next((head for head in heads if head not in shown), heads[-1]))
            step = journal.steps(connection, [newest])[newest]
            raise Expected(
                Code.CHANGED_SINCE, by=read.names(connection).get(step.author, "?"), at=datetime.fromisoformat(step.at)
            )
        alone = taking.settles(connection, journal.changes(connection, heads), workspace.me, value)
    _require_settler(workspace, conflict)
    if (conflict.entity, conflict.field, value) == (REVIEW.code, "stage", ACCEPTED):
        standing.require_acceptor(workspace, conflict.id, "")
    if not alone:  # colleagues' laptops would let both stand
        raise standing.not_yours(workspace, standing.held(workspace, case_of(conflict.id)))
    edit = Edit(conflict.entity, EntityId(conflict.id), conflict.field, value)
    return workspace.editor.do(conflict.id, [edit], Verb.SETTLE)


def who_settles(workspace: Workspace, conflict: Conflict) -> str | None:
    """Whose case a contested field is on where they, who helps or the lead settle it; None where this person does.

    Of what was written down, who wrote it.
    """
    try:
        _require_settler(workspace, conflict)
    except Expected as error:
        return str(error.facts["whose"]) if error.code in (Code.CASE_NOT_YOURS, Code.RECORD_NOT_YOURS) else None
    return None


def is_of_record(conflict: Conflict) -> bool:
    """Whether it is contested what stands in something that was written down, which is no case's."""
    return conflict.entity in RECORDS and RULES[conflict.entity, conflict.field].in_the_log


def _require_settler(workspace: Workspace, conflict: Conflict) -> None:
    if is_of_record(conflict):
        standing.require_recorder(workspace, conflict.entity, conflict.id)
    else:
        standing.require_settler(workspace, conflict.entity, conflict.id)


def _require_no_marker(workspace: Workspace, conflict: Conflict) -> None:
    if conflict.entity in AGREED:
        with workspace.database.read() as connection:
            asked = read_marking.second_marking(connection, case_of(conflict.id))
            marked = read_marking.who_marked(connection, asked) if asked else ()
        if workspace.me in marked:
            raise Expected(Code.A_MARKER, case=conflict.case_ref)


def _side(graph: list[Change], head: ChangeId, step: Step, origin: Origin, *, me: str) -> Side:
    value = next(change.value for change in graph if change.id == head)
    return Side(
        change=head,
        value=value,
        by=origin.by,
        at=step.at,
        device=head[:16],
        laptop=origin.laptop,
        package=origin.package,
        mine=step.author == me,
    )


def _conflict(
    key: tuple[str, str, str], graph: list[Change], sides: tuple[Side, ...], refs: dict[str, str]
) -> Conflict:
    known = {c.id: c for c in graph}
    before = contested.common_ancestor(known, [side.change for side in sides])
    value = known[before].value if before else None
    entity, entity_id, field = key
    parts = [*place_of(entity_id).split("/"), "", ""]
    of_case = (
        entity.removeprefix("second_").removeprefix("agreed_") in (JUDGEMENT.code, PROMPT.code) or parts[0] in refs
    )
    ref, question, prompt = (refs.get(parts[0], ""), parts[1], parts[2]) if of_case else ("", "", "")
    return Conflict(
        entity=entity,
        id=entity_id,
        field=field,
        case_ref=ref,
        question=question,
        prompt=prompt,
        sides=sides,
        before=value,
        merged=_merged(sides, value),
    )


def _named(connection: Connection, made: Conflict) -> Conflict:
    """With the concern that it is of, where it is of one: several would look alike."""
    if made.entity not in _OF_CONCERN:
        return made
    row = next(iter(read_concerns.rows(connection, concern_of(made.id))), None)
    return replace(made, case_ref=row.case_ref, about=row.what or f"{row.day} {row.time}".strip()) if row else made


def _merged(sides: tuple[Side, ...], before: Value) -> str | None:
    texts = [side.value for side in sides]
    if len(texts) != 2 or not all(isinstance(text, str) for text in (before, *texts)):
        return None
    return merged_text(str(before), str(texts[0]), str(texts[1]))
