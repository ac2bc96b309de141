"""Changes that others of their field were made on top of, and that have not come yet: noted, come, and counted anew."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.into import Into
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.tables import AWAITED, CHANGES

_HERE = select(CHANGES.c.id, CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field).where(among(CHANGES.c.id))
_ALL = select(AWAITED.c.id, AWAITED.c.entity, AWAITED.c.entity_id, AWAITED.c.field)
_FIELDS = select(AWAITED.c.entity, AWAITED.c.entity_id, AWAITED.c.field).distinct()
_NOTE = Into(insert(AWAITED).on_conflict_do_nothing())
_COME = delete(AWAITED).where(*(column == bindparam(column.name) for column in AWAITED.c))
_FORGET = delete(AWAITED).where(
    *(column == bindparam(column.name) for column in (AWAITED.c.entity, AWAITED.c.entity_id, AWAITED.c.field))
)
_FORGET_ALL = delete(AWAITED)


class Awaited(NamedTuple):
    """A change that others of the field were made on top of."""

    id: str
    entity: str
    entity_id: str
    field: str


def parents(changes: Iterable[Change]) -> set[Awaited]:
    """Everything that these changes were made on top of."""
    return {Awaited(parent, *change.key) for change in changes for parent in change.parents}


def note(connection: Connection, wanted: Collection[Awaited]) -> None:
    """Of these, those that are not here are awaited from now on. What is here under that id of another field is not it."""
    here = {Awaited(*row) for row in connection.execute(_HERE, {"ids": sorted({row.id for row in wanted})})}
    missing = sorted(set(wanted) - here)
    if missing:
        _NOTE.put(connection, [row._asdict() for row in missing])


def come(connection: Connection, new: Iterable[Change]) -> set[ChangeId]:
    """These changes are awaited no more; gives those that others of their field had been waiting for."""
    come = {Awaited(change.id, *change.key) for change in new}
    rows = sorted(come.intersection(Awaited(*row) for row in connection.execute(_ALL)))
    if rows:
        connection.execute(_COME, [row._asdict() for row in rows])
    return {ChangeId(row.id) for row in rows}


def forget(connection: Connection, keys: Iterable[Key]) -> None:
    """Nothing is awaited of these fields any more."""
    rows = [dict(zip(("entity", "entity_id", "field"), key, strict=True)) for key in keys]
    if rows:
        connection.execute(_FORGET, rows)


def forget_all(connection: Connection) -> None:
    """Nothing is awaited any more."""
    connection.execute(_FORGET_ALL)


def fields(connection: Connection) -> list[Key]:
    """The fields of which an earlier change is not there."""
    return [(entity, entity_id, field) for entity, entity_id, field in connection.execute(_FIELDS)]
