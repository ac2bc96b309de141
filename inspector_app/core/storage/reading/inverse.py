"""What undo and redo of an item would write, read from the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from sqlalchemy import Connection

from inspector_app.core.domain.fields import ENTITIES, FINDING, RECOMMENDATION, SUPPORT, Value
from inspector_app.core.domain.ids import (
    MOST_STEPS,
    ChangeId,
    DeviceId,
    EntityId,
    StepId,
    device_of,
    seq_of,
    step_of,
)
from inspector_app.core.domain.steps.changes import Change, Edit, Verb
from inspector_app.core.domain.steps.undo import Stacks, stacks
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read, read_support

_CARRIED = (FINDING.code, RECOMMENDATION.code)
_FIRST, _MORE = 32, 8  # changes of a field that are read first; so many times as many where they do not tell


@dataclass(frozen=True, slots=True)
class Inverse:
    """What undoing (or redoing) the step `target` writes."""

    target: StepId
    edits: tuple[Edit, ...]


def next_of(connection: Connection, entity: str, entity_id: EntityId, device: DeviceId, verb: Verb) -> StepId | None:
    """The step of this device that undo (or redo) of the item takes next, if there is one.

    Of the item's changes the last few are read, and more only where these do not tell.
    """
    most, whole = _FIRST, False
    while True:
        changes, after = _newest(connection, entity, entity_id, device, most)
        whole = after == 0
        found = _of(connection, changes, entity_id, device, after)
        stack = found.done if verb is Verb.UNDO else found.undone
        done_since = any(seq_of(step) > after for step in found.done)  # which left nothing to redo
        if stack or whole or (verb is Verb.REDO and done_since):
            return stack[-1] if stack else None
        most *= _MORE


def _newest(
    connection: Connection, entity: str, entity_id: EntityId, device: DeviceId, most: int
) -> tuple[list[Change], int]:
    """The last changes of each field, and after which number they hold all that this device's steps changed; 0 is all."""
    changes: list[Change] = []
    after = 0
    for of, one in _with_links(connection, entity, entity_id):
        for field in ENTITIES[of].fields:
            found, whole = journal.newest(connection, of, one, field.code, most)
            changes += found
            if not whole:
                after = max(after, min((seq_of(c.id) for c in found if device_of(c.id) == device), default=MOST_STEPS))
    return changes, after


def _with_links(connection: Connection, entity: str, entity_id: EntityId) -> list[tuple[str, EntityId]]:
    """The item, and what was linked with it where it is a text: that is among the steps of the text."""
    links = read_support.ids_of(connection, entity_id) if entity in _CARRIED else ()
    return [(entity, entity_id), *((SUPPORT.code, EntityId(link)) for link in links)]


def _of(connection: Connection, changes: Sequence[Change], entity_id: EntityId, device: DeviceId, after: int) -> Stacks:
    """The stacks of this device's steps on an item, of those with a higher number than `after`, by the item's changes."""
    values = {c.id: c.value for c in changes}
    idle = {step_of(c.id) for c in changes} - {step_of(c.id) for c in changes if c.value != _before(c, values)}
    # What settled a conflict, or replaced what has not come yet, has no one value before it.
    idle |= {step_of(c.id) for c in changes if len(c.parents) > 1 or not values.keys() >= set(c.parents)}
    own = {step_of(c.id) for c in changes if device_of(c.id) == device and seq_of(c.id) > after} - idle
    return stacks((s for s in journal.steps(connection, own).values() if s.item == entity_id), after)


def of_step(connection: Connection, target: StepId, verb: Verb) -> Inverse:
    """The edits that undo the step, or that redo it. Expected: CHANGED_SINCE when a field has moved on."""
    changes = journal.changes_of(connection, target)
    parents = [parent for c in changes for parent in c.parents]
    values = {c.id: c.value for c in journal.changes(connection, parents)}
    edits = []
    for change in changes:
        before = _before(change, values)
        after, now = (before, change.value) if verb is Verb.UNDO else (change.value, before)
        _refuse_when_changed(connection, change, now)
        edits.append(Edit(change.entity, change.entity_id, change.field, after))
    return Inverse(target, tuple(edits))


def _refuse_when_changed(connection: Connection, change: Change, expected: Value) -> None:
    held, heads = journal.current(connection, change.entity, change.entity_id, change.field)
    as_left = held == expected and len(heads) == 1
    passed_over = _since(connection, change) if as_left else heads[-1]
    if passed_over is None:
        return
    last = step_of(passed_over)
    step = journal.steps(connection, [last])[last]
    raise Expected(
        Code.CHANGED_SINCE, by=read.names(connection).get(step.author, "?"), at=datetime.fromisoformat(step.at)
    )


def _since(connection: Connection, change: Change) -> ChangeId | None:
    """The last change above that one which may not be passed over, though the field holds the same; None for none.

    It is somebody else's, or settled a conflict: what was chosen there is no step of this laptop that undo went over.
    """
    above, whole = journal.newest(connection, change.entity, change.entity_id, change.field, _FIRST)
    if not whole and change.id not in {c.id for c in above}:
        above = journal.field_history(connection, change.entity, change.entity_id, change.field)
    since = takewhile(lambda c: c.id != change.id, above)
    return next((c.id for c in since if device_of(c.id) != device_of(change.id) or len(c.parents) > 1), None)


def _before(change: Change, values: dict[ChangeId, Value]) -> Value:
    return values.get(change.parents[0]) if change.parents else None
