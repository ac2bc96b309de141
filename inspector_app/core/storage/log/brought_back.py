"""Whose a value is that an undo brought back: of who gave it, and not of who took back what came after it."""

from sqlalchemy import Connection

from inspector_app.core.domain.ids import ChangeId, device_of, step_of
from inspector_app.core.domain.steps.changes import Change, Verb
from inspector_app.core.storage.log import journal


def first(connection: Connection, change: ChangeId) -> ChangeId:
    """The change whose value that one brought back, where it is an undo; else that one.

    An undo is of a step of the same laptop, comes after it with no change of anybody else's between, and writes what stood
    before it: what only says so is taken for its author's.
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
    undone = next((c for c in journal.changes_of(connection, step.target) if _of(c) == _of(here)), None)
    if undone is None or len(undone.parents) != 1 or not _goes_back_to(connection, here, undone.id):
        return None
    return next((c.id for c in journal.changes(connection, undone.parents) if c.value == here.value), None)


def _goes_back_to(connection: Connection, change: Change, undone: ChangeId) -> bool:
    """Whether below that change lie only its laptop's own, one on the other, down to the undone one.

    Undo passes over what was undone already, redone, or changed nothing; never over what somebody else wrote, nor what
    replaced several (reading/inverse.py refuses both): that would show a value as theirs which they have replaced.
    """
    while change.id != undone:
        below = journal.changes(connection, change.parents) if len(change.parents) == 1 else []
        if not below or device_of(below[0].id) != device_of(change.id) or below[0].id >= change.id:
            return False
        change = below[0]
    return True


def _of(change: Change) -> tuple[str, str, str]:
    return change.entity, change.entity_id, change.field
