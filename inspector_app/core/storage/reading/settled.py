"""What was settled on this laptop, read from the log: what stood beside one another then, and what was chosen."""

from sqlalchemy import Connection, bindparam, select

from inspector_app.core.domain.ids import ChangeId, DeviceId, StepId
from inspector_app.core.domain.steps.changes import Change, Verb
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.tables import STEPS

_SINCE = (
    select(STEPS.c.id)
    .where(STEPS.c.verb == Verb.SETTLE.value, STEPS.c.at >= bindparam("since"), under(STEPS.c.id))
    .order_by(STEPS.c.id.desc())
)


def standing(connection: Connection, device: DeviceId, since: str) -> list[Change]:
    """The changes by which this device settled something since that moment and that still stand alone, the last first."""
    steps = connection.scalars(_SINCE, {"since": since, "under": device}).all()
    made = [change for step in steps for change in journal.changes_of(connection, StepId(step))]
    return [one for one in made if journal.current(connection, one.entity, one.entity_id, one.field)[1] == (one.id,)]


def sides(known: dict[ChangeId, Change], change: Change) -> tuple[ChangeId, ...]:
    """What stood beside one another before a change settled it, or one that it settled anew; () where that is not known."""
    while len(change.parents) == 1 and change.parents[0] in known:
        change = known[change.parents[0]]
    return change.parents if set(change.parents) <= known.keys() else ()
