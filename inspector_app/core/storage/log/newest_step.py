"""The newest step that a laptop made: after a program that was killed, what its person was at."""

import json

from sqlalchemy import Connection, bindparam, select

from inspector_app.core.domain.ids import DeviceId
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.tables import CHANGES, STEPS

_NEWEST = (
    select(STEPS.c.id).where(under(STEPS.c.id), STEPS.c.at <= bindparam("before")).order_by(STEPS.c.id.desc()).limit(1)
)
_CHANGED = select(CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field, CHANGES.c.value).where(under(CHANGES.c.id))


def typed(connection: Connection, device: DeviceId, before: str) -> tuple[str, str, str] | None:
    """Entity, id and field that the device's last step until then wrote a text into; None where it wrote anything else."""
    step = connection.scalar(_NEWEST, {"under": f"{device}.", "before": before})
    changed = connection.execute(_CHANGED, {"under": step}).all() if step else []
    if len(changed) != 1:
        return None
    (one,) = changed
    value = json.loads(one.value)
    return (one.entity, one.entity_id, one.field) if isinstance(value, str) and value else None
