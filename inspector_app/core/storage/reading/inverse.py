"""What undo and redo of an item would write, read from the log."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from inspector_app.core.domain.fields import FINDING, RECOMMENDATION, SUPPORT, Value
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, StepId, device_of, step_of
from inspector_app.core.domain.steps.changes import Change, Edit, Verb
from inspector_app.core.domain.steps.undo import Stacks, stacks
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read, read_support

_CARRIED = (FINDING.code, RECOMMENDATION.code)


@dataclass(frozen=True, slots=True)
class Inverse:
    """What undoing (or redoing) the step `target` writes."""

    target: StepId
    edits: tuple[Edit, ...]


def of_item(connection: Connection, entity: str, entity_id: EntityId, device: DeviceId) -> Stacks:
    """The undo and redo stacks of an item on this device. What was linked with a text is among the steps of the text."""
    changes = journal.item_history(connection, entity, entity_id)
    for link in read_support.ids_of(connection, entity_id) if entity in _CARRIED else ():
        changes += journal.item_history(connection, SUPPORT.code, EntityId(link))
    values = {c.id: c.value for c in changes}
    idle = {step_of(c.id) for c in changes} - {step_of(c.id) for c in changes if c.value != _before(c, values)}
    # What settled a conflict, or replaced what has not come yet, has no one value before it.
    idle |= {step_of(c.id) for c in changes if len(c.parents) > 1 or not values.keys() >= set(c.parents)}
    steps = journal.steps(connection, {step_of(c.id) for c in changes}).values()
    return stacks(s for s in steps if s.item == entity_id and device_of(s.id) == device and s.id not in idle)


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
    if held == expected and len(heads) == 1:
        return
    last = step_of(heads[-1])
    step = journal.steps(connection, [last])[last]
    raise Expected(
        Code.CHANGED_SINCE, by=read.names(connection).get(step.author, "?"), at=datetime.fromisoformat(step.at)
    )


def _before(change: Change, values: dict[ChangeId, Value]) -> Value:
    return values.get(change.parents[0]) if change.parents else None
