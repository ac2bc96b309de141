"""One case, or one item, as it was in a backup: brought back by ordinary steps, which undo takes back."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.cases.second_marking import AGREED, SECONDS
from inspector_app.core.domain.fields import (
    AGREED_JUDGEMENT,
    AGREED_PROMPT,
    BEARING,
    CASE,
    ENTITIES,
    EVENT,
    FINDING,
    INTERVIEW,
    JUDGEMENT,
    PREVIOUS,
    PROMPT,
    RATING,
    RECOMMENDATION,
    SCORE,
    SECOND_JUDGEMENT,
    SECOND_PROMPT,
    SOURCE,
    SUPPORT,
    Value,
)  # fmt: skip
from inspector_app.core.domain.ids import EntityId, case_of
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.people import standing
from inspector_app.core.services.safekeeping import restoring
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log.held import Key, all_held
from inspector_app.core.storage.reading import read_marking, read_review
from inspector_app.core.storage.safekeeping.still import look_into

# What is brought back one by one. Never a concern, a review, a comment, a panel decision: those are acts of people.
_SINGLE = (
    CASE, INTERVIEW, JUDGEMENT, PROMPT, SECOND_JUDGEMENT, SECOND_PROMPT, RATING, FINDING, RECOMMENDATION, EVENT, SOURCE,
    SCORE, BEARING, PREVIOUS, SUPPORT, AGREED_JUDGEMENT, AGREED_PROMPT,
)  # fmt: skip
_OF_CASE = frozenset(
    entity.code
    for entity in (
        CASE, INTERVIEW, JUDGEMENT, PROMPT, SECOND_JUDGEMENT, SECOND_PROMPT, AGREED_JUDGEMENT, AGREED_PROMPT,
    )
)  # fmt: skip
_DELETED = "deleted"

Held = dict[Key, tuple[Value, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is another now than it was. `contested`: people differ on it now, or did then."""

    entity: str
    id: EntityId
    field: str
    then: Value
    now: Value
    contested: bool
    added: bool  # the item was not there then


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """How many items and values came back, and how many were left to the conflict desk, for people differ on them."""

    items: int
    values: int
    left: int


def differences(workspace: Workspace, backup: Path, ticket: Ticket | None = None) -> list[Difference]:
    """What this person could bring back from a backup. Expected: FILE_MISSING, OTHER_BACKUP, FILE_DAMAGED, FILE_NEWER."""
    ticket = ticket or Ticket()
    ticket.report(0, 2, "Reading the backup")
    restoring.refuse_bad(backup, workspace.key)
    with (
        closing(look_into(backup, workspace.key.id, workspace.key.key)) as kept,
        kept.read() as before,
        workspace.database.read() as connection,
    ):
        then = _held(before)
        ticket.report(1, 2, "Comparing")
        now = _held(connection)
        known = {key[:2] for key in then}
        found = [_difference(key, then, now, known) for key in sorted(then.keys() | now.keys())]
        theirs = seeing(connection, workspace.me, before)
        return [d for d in found if d.then != d.now and not _is_gone(d) and theirs(d.entity, d.id)]


def bring_back_case(workspace: Workspace, backup: Path, case_id: str, ticket: Ticket | None = None) -> BroughtBack:
    """Bring back the facts, interviews, answers and notes of a case, after a backup; its concerns and its review stay.

    What was added to it since is taken away, each item by a step of its own that its undo takes back.
    Expected: CASE_NOT_IN_BACKUP, as `differences`, DISK_FULL, BUSY; then nothing was changed.
    """
    found = [d for d in differences(workspace, backup, ticket) if case_of(d.id) == case_id and d.entity in _OF_CASE]
    if any(d.entity == CASE.code and d.added for d in found):
        raise Expected(Code.CASE_NOT_IN_BACKUP, case=workspace.case_ref(case_id), where=backup)
    return _bring_back(workspace, found)


def bring_back_item(
    workspace: Workspace, backup: Path, entity: str, item_id: str, ticket: Ticket | None = None
) -> BroughtBack:
    """Bring back one item, after a backup, in one step that its undo takes back. Expected: as `bring_back_case`."""
    wanted = (entity, EntityId(item_id))
    return _bring_back(workspace, [d for d in differences(workspace, backup, ticket) if (d.entity, d.id) == wanted])


def cases_held(connection: Connection) -> frozenset[str]:
    """The cases that an inspection holds, by their ids, those that were removed too."""
    return frozenset(item for _, item, _ in all_held(connection, CASE.code))


def holds_item(found: Sequence[Difference], missing: Collection[str]) -> bool:
    """Whether a backup holds an item, by all its differences; `missing` are the cases that were added since.

    An answer or a rating that was not given yet is held as such. A source or an interview is not there before it is added.
    """
    one = found[0]
    if one.entity in _OF_CASE and case_of(one.id) in missing:
        return False
    made = any(field.code == _DELETED for field in ENTITIES[one.entity].fields)
    return not (made and one.added)


def _bring_back(workspace: Workspace, found: Sequence[Difference]) -> BroughtBack:
    edits: dict[str, list[Edit]] = defaultdict(list)
    for d in found:
        if not d.contested and ENTITIES[d.entity].field(d.field).accepts(d.then):
            edits[d.id].append(Edit(entity=d.entity, id=d.id, field=d.field, value=d.then))
    for item, some in edits.items():
        standing.require_work(workspace, some[0].entity, item)
        standing.require_recorder(workspace, some[0].entity, item)
    if edits:
        workspace.back_up(Why.RESTORE)
        workspace.editor.do_each({item: [*some, *_taken_away(some, found)] for item, some in edits.items()})
    values = sum(map(len, edits.values()))
    return BroughtBack(items=len(edits), values=values, left=sum(d.contested for d in found))


def _taken_away(edits: Sequence[Edit], found: Sequence[Difference]) -> list[Edit]:
    """What takes an item away that was not there then, beside the clearing of what is written on it."""
    one = edits[0]
    added = any(d.added and (d.entity, d.id) == (one.entity, one.id) for d in found)
    if not added or all(field.code != _DELETED for field in ENTITIES[one.entity].fields):
        return []
    return [Edit(entity=one.entity, id=one.id, field=_DELETED, value=True)]


def _difference(key: Key, then: Held, now: Held, known: set[tuple[str, str]]) -> Difference:
    (before, heads_then), (after, heads_now) = then.get(key, (None, "")), now.get(key, (None, ""))
    return Difference(
        entity=key[0],
        id=EntityId(key[1]),
        field=key[2],
        then=before,
        now=after,
        contested=" " in heads_then or " " in heads_now,
        added=key[:2] not in known,
    )


def _held(connection: Connection) -> Held:
    found: Held = {}
    for entity in _SINGLE:
        found |= all_held(connection, entity.code)
    return found


def _is_gone(d: Difference) -> bool:
    """Whether it says only that an item that was not there then is not there now."""
    return d.added and d.field == _DELETED and d.now is True


def seeing(connection: Connection, person: str, before: Connection) -> Callable[[str, str], bool]:
    """Whether the person may see an item (entity, id) of now or of a backup (`before`), and have it back.

    The answers of a second marking are only for who marks the case blind, and writes them; the agreed version is for who did
    not mark the case, as it counts from nobody else.
    """
    hides, blind = read_review.hiding(connection, person, before), read_review.blind_cases(connection, person)
    agreeing = read_marking.may_agree(connection, person)

    def seen(entity: str, item_id: str) -> bool:
        case = case_of(item_id)
        own = entity not in SECONDS or case in blind
        return own and (entity not in AGREED or case in agreeing) and not hides(entity, item_id)

    return seen
