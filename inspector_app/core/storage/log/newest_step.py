"""The newest step that a laptop made: what its person was at when the program was killed. How many of its line are here."""

import json

from sqlalchemy import Connection, bindparam, select

from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import DeviceId, seq_of
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.tables import CHANGES, STEPS

_NEWEST = (
    select(STEPS.c.id).where(under(STEPS.c.id), STEPS.c.at <= bindparam("before")).order_by(STEPS.c.id.desc()).limit(1)
)
_CHANGED = select(CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field, CHANGES.c.value).where(under(CHANGES.c.id))
_MADE = select(STEPS.c.id).where(under(STEPS.c.id))


def how_many(connection: Connection, device: DeviceId, last: int) -> int:
    """How many of the device's steps from 1 to that number are here; of two branches of its line a number counts once."""
    made = {seq_of(step) for step in connection.scalars(_MADE, {"under": f"{device}."})}
    return sum(number <= last for number in made)


def typed(connection: Connection, device: DeviceId, before: str) -> tuple[str, str, str] | None:
    """Entity, id and field that the device's last step until then wrote a text into; None where it wrote anything else."""
    step = connection.scalar(_NEWEST, {"under": f"{device}.", "before": before})
    changed = connection.execute(_CHANGED, {"under": step}).all() if step else []
    if len(changed) != 1:
        return None
    (one,) = changed
    written = ENTITIES[one.entity].field(one.field).prose and json.loads(one.value)
    return (one.entity, one.entity_id, one.field) if written else None
