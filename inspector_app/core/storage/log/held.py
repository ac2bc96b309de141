"""What a field holds as the row of its entity says: its value and its heads, read and written, one or many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Delete, Select, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.into import Into, OutOf
from inspector_app.core.storage.tables import OF_ENTITY, head_of

Key = tuple[str, str, str]  # entity, entity id, field


@cache
def _one(entity: str, field: str) -> OutOf:
    table = OF_ENTITY[entity]
    return OutOf(select(table.c[field], table.c[head_of(field)]).where(table.c.id == bindparam("id")))


@cache
def _heads(entity: str) -> OutOf:
    table = OF_ENTITY[entity]
    return OutOf(
        select(*(table.c[head_of(field.code)] for field in ENTITIES[entity].fields)).where(
            table.c.id == bindparam("id")
        )
    )


@lru_cache(maxsize=128)
def _some(entity: str, fields: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    table, columns = OF_ENTITY[entity], [name for field in fields for name in (field, head_of(field))]
    return select(table.c.id, *(table.c[name] for name in columns)).where(among(table.c.id))


@cache
def _all(entity: str) -> Select[*tuple[Any, ...]]:
    return select(OF_ENTITY[entity])


@cache
def _put(entity: str, fields: tuple[str, ...]) -> Into:
    made, columns = insert(OF_ENTITY[entity]), [name for field in fields for name in (field, head_of(field))]
    there = {name: made.excluded[name] for name in columns}
    return Into(made.on_conflict_do_update(index_elements=["id"], set_=there), ("id", *columns))


def held_by(connection: Connection, key: Key) -> tuple[Value, str]:
    """Value and heads of a field; (None, "") for one never written.

    KeyError for an entity or field that is not listed in domain/fields.py; likewise of the others.
    """
    entity, entity_id, field = key
    row = _one(entity, field).row(connection, id=entity_id)
    return (None, "") if row is None else (row[0], row[1] or "")


def written(connection: Connection, entity: str, entity_id: str) -> list[str]:
    """The fields of an entity of which something stands; none of one that was never written."""
    row = _heads(entity).row(connection, id=entity_id) or ()
    return [field.code for field, heads in zip(ENTITIES[entity].fields, row, strict=False) if heads]


def held(connection: Connection, keys: Iterable[Key]) -> dict[Key, tuple[Value, str]]:
    """Value and heads of each of these fields; (None, "") for one never written.

    A row is looked for once, whichever of its fields are asked for. KeyError for an entity or field that is not listed in
    domain/fields.py; likewise of the others.
    """
    found: dict[Key, tuple[Value, str]] = dict.fromkeys(keys, (None, ""))
    for (entity, fields), ids in _alike(found).items():
        for i, *cells in connection.execute(_some(entity, fields), {"ids": ids}):
            for field, value, heads in zip(fields, cells[::2], cells[1::2], strict=True):
                found[entity, i, field] = (value, heads or "")
    return found


def all_held(connection: Connection, entity: str) -> dict[Key, tuple[Value, str]]:
    """Value and heads of every field of that kind of entity, wherever it was written."""
    found: dict[Key, tuple[Value, str]] = {}
    columns = [(field.code, head_of(field.code)) for field in ENTITIES[entity].fields]
    for row in connection.execute(_all(entity)):
        columns_of = row._mapping
        for field, head in columns:
            value, heads = columns_of[field], columns_of[head]
            if value is not None or heads is not None:
                found[entity, columns_of["id"], field] = (value, heads or "")
    return found


def every(connection: Connection) -> frozenset[tuple[str, str]]:
    """Every entity that was ever written: its kind and its id."""
    return frozenset((code, i) for code, table in OF_ENTITY.items() for i in connection.scalars(select(table.c.id)))


def put(connection: Connection, fields: Mapping[Key, tuple[Value, str | None]]) -> None:
    """Give each of these fields its value and heads; (None, None) for one of which nothing stands any more.

    The fields of one entity are put there together: a row with a long text would be written once for each.
    """
    rows: dict[tuple[str, str], dict[str, Value]] = {}
    for (entity, entity_id, field), (value, heads) in sorted(fields.items()):
        row = rows.setdefault((entity, entity_id), {"id": entity_id})
        row[field], row[head_of(field)] = value, heads
    alike: dict[tuple[str, tuple[str, ...]], list[dict[str, Value]]] = defaultdict(list)
    for (entity, _), row in rows.items():
        alike[entity, tuple(row)[1::2]].append(row)
    for (entity, those), of_them in alike.items():
        _put(entity, those).put(connection, of_them)


def drop_empty(connection: Connection, keys: Iterable[Key]) -> None:
    """Of the entities of these fields, those of which nothing stands any more are there no longer."""
    for entity, ids in _ids_by_entity(keys).items():
        connection.execute(_empty(entity), {"ids": sorted(ids)})


@cache
def _empty(entity: str) -> Delete:
    table = OF_ENTITY[entity]
    nothing = (table.c[head_of(field.code)].is_(None) for field in ENTITIES[entity].fields)
    return delete(table).where(among(table.c.id), *nothing)


def _ids_by_entity(keys: Iterable[Key]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity, entity_id, _ in keys:
        found[entity].add(entity_id)
    return found


def _alike(keys: Iterable[Key]) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """The ids of which the same fields are asked: each is looked up once, whatever is asked of it."""
    fields: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity, entity_id, field in sorted(keys):
        fields[entity, entity_id].append(field)
    found: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (entity, entity_id), those in fields.items():
        found[entity, tuple(those)].append(entity_id)
    return found
