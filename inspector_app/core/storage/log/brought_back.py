"""Whose a value is that an undo brought back: of who gave it, and not of who took back what came after it."""

from sqlalchemy import Connection

from inspector_app.core.domain.ids import ChangeId, device_of, step_of
from inspector_app.core.domain.steps.changes import Change, Verb
from inspector_app.core.storage.log import journal


def first(connection: Connection, change: ChangeId) -> ChangeId:
    """The change whose value that one brought back, where it is an undo; else that one.

    An undo is of a step of the same laptop and writes what stood before it: what only says so is taken for its author's.
    """
    seen = set[ChangeId]()
    while change not in seen:
        seen.add(change)
        before = _before(connection, change)
        if before is None:
            break
        change = before
    return change


def _before(connection: Connection, change: ChangeId) -> ChangeId | None:
    here = next(iter(journal.changes(connection, [change])), None)
    step = journal.steps(connection, [step_of(change)]).get(step_of(change))
    if here is None or step is None or step.verb is not Verb.UNDO or step.target is None:
        return None
    if device_of(step.target) != device_of(step.id):
        return None
    undone = next((c for c in journal.changes_of(connection, step.target) if _of(c) == _of(here)), None)
    stood = journal.changes(connection, undone.parents) if undone is not None and len(undone.parents) == 1 else []
    return next((c.id for c in stood if c.value == here.value), None)


def _of(change: Change) -> tuple[str, str, str]:
    return change.entity, change.entity_id, change.field
