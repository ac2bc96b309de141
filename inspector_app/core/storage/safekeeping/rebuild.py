"""A workspace made again of rows that were saved from a damaged file: its log first, and the tables from the log."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.fields import ENTITIES, Field, Kind, Value
from inspector_app.core.domain.ids import ChangeId, DeviceId, device_of, step_of
from inspector_app.core.domain.steps.changes import Verb, heads_in
from inspector_app.core.storage import kept
from inspector_app.core.storage.log import awaiting, journal
from inspector_app.core.storage.log.held import Key, put
from inspector_app.core.storage.safekeeping.page_reader import Stored
from inspector_app.core.storage.safekeeping.salvage import Salvaged, Values
from inspector_app.core.storage.schema import NEWEST
from inspector_app.core.storage.tables import (
    AWAITED,
    CHANGES,
    FULL_TEXT,
    INDEXED,
    META,
    METADATA,
    OF_ENTITY,
    STEPS,
    UNINDEXED,
    head_of,
    upsert,
)  # fmt: skip

# Made again from the log, or copied in a way of their own.
_NOT_COPIED = OF_ENTITY.keys() | {t.name for t in (AWAITED, UNINDEXED, INDEXED, FULL_TEXT, CHANGES, STEPS, META)}
_STEP_IDS = select(STEPS.c.id)


@dataclass(frozen=True, slots=True)
class Orphan:
    """A value that stands in its table, while the change that brought it is lost."""

    key: Key
    value: Value


def add(connection: Connection, found: Salvaged) -> None:
    """Add what was saved to what is there: the log, drafts and kept words, and what is known of colleagues' laptops."""
    changes = [row for row in found.tables.get(CHANGES.name, ()) if _is_change(row)]
    steps = [row for row in found.tables.get(STEPS.name, ()) if _is_whole(STEPS, row) and row["verb"] in set(Verb)]
    changed = {_step_of(row) for row in changes}
    _put_rows(connection, STEPS, [row for row in steps if row["id"] in changed])
    there = set(connection.scalars(_STEP_IDS))
    _put_changes(connection, [row for row in changes if _step_of(row) in there])
    meta = [row for row in found.tables.get(META.name, ()) if _is_whole(META, row)]
    _put_meta(connection, [row for row in meta if str(row["name"]).startswith(kept.KINDS)])
    if found.version == NEWEST:  # else they may mean something else
        for name, table in METADATA.tables.items():
            if name not in _NOT_COPIED:
                _put_rows(connection, table, [row for row in found.tables.get(name, ()) if _is_whole(table, row)])


def make_tables(connection: Connection) -> None:
    """Make every row of the tables, and what is waited for, say what the log says."""
    logged = journal.log(connection)
    rows, there = journal.replay(logged), journal.tables(connection)
    put(
        connection,
        {key: rows.get(key, (None, "")) for key in rows.keys() | there.keys() if rows.get(key) != there.get(key)},
    )
    awaiting.forget_all(connection)
    awaiting.note(connection, awaiting.parents(logged))


def named(connection: Connection, found: Salvaged, own: Collection[DeviceId]) -> set[ChangeId]:
    """The changes that rows of the tables name as what they hold, or that those of these laptops are made on top of.

    What colleagues say that theirs are on top of may be any place of any step: it tells nothing of how long that was.
    """
    heads = {
        head
        for entity in ENTITIES.values()
        for row in found.tables.get(entity.code, ())
        for field in entity.fields
        for head in heads_in(str(row.get(head_of(field.code)) or ""))
    }
    ours = (change for change in journal.log(connection) if device_of(change.id) in own)
    return heads | {parent for change in ours for parent in change.parents}


def orphans(connection: Connection, found: Salvaged, stand_in: Collection[ChangeId] = ()) -> list[Orphan]:
    """The values that were read in the tables, but for those whose change is in the log, or that stand there anyway.

    `stand_in`: changes that were put in the place of lost ones.
    """
    here, held = journal.revisions(connection).keys() - set(stand_in), journal.tables(connection)
    there: dict[Key, Orphan] = {}
    for entity in ENTITIES.values():
        for row in found.tables.get(entity.code, ()):
            for field in entity.fields:
                key, value = (entity.code, str(row.get("id", "")), field.code), _loaded(field, row.get(field.code))
                lost = any(head not in here for head in heads_in(str(row.get(head_of(field.code)) or "")))
                if lost and value is not None and field.accepts(value) and held.get(key, (None, ""))[0] != value:
                    there.setdefault(key, Orphan(key, value))
    return list(there.values())


def _loaded(field: Field, stored: Stored) -> Value:
    if field.kind is Kind.FLAG and isinstance(stored, int):
        return bool(stored)
    return stored if isinstance(stored, str | int) else None


def _step_of(row: Values) -> str:
    return step_of(ChangeId(str(row["id"])))


def _is_change(row: Values) -> bool:
    entity = ENTITIES.get(str(row.get("entity")))
    field = next((f for f in entity.fields if f.code == row.get("field")), None) if entity else None
    try:
        value = json.loads(str(row.get("value")))
    except ValueError:
        return False
    texts = all(isinstance(row.get(name), str) for name in ("id", "entity_id", "parents"))
    return texts and field is not None and field.accepts(value)


def _is_whole(table: Table, row: Values) -> bool:
    return all(column.nullable or row.get(column.name) is not None for column in table.c)


def _columns(table: Table, row: Values) -> Values:
    return {column.name: row.get(column.name) for column in table.c}


def _put_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    if rows:
        statement = insert(table).on_conflict_do_nothing()
        connection.execute(statement, [_columns(table, row) for row in rows])


def _put_meta(connection: Connection, rows: Sequence[Values]) -> None:
    if rows:
        connection.execute(upsert(META), [{"name": row["name"], "value": row["value"]} for row in rows])


def _put_changes(connection: Connection, rows: Sequence[Values]) -> None:
    """Of two stages of one change the later holds."""
    if rows:
        made = insert(CHANGES)
        later = {"value": made.excluded.value, "revision": made.excluded.revision}
        statement = made.on_conflict_do_update(
            index_elements=["id"], set_=later, where=made.excluded.revision > CHANGES.c.revision
        )
        connection.execute(
            statement, [{**_columns(CHANGES, row), "revision": row.get("revision") or 0} for row in rows]
        )
