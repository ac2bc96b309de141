"""The SQL of each kind of entity, made once from domain/fields.py."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection

from inspector_app.core.domain.fields import ENTITIES, Kind, Value

Key = tuple[str, str, str]  # entity, entity id, field


@dataclass(frozen=True, slots=True)
class FieldSql:
    """The statements for one field of one entity. Parameters: `get` (id), `some` (ids), `put` (id, value, heads)."""

    get: str
    some: str
    put: str
    flag: bool

    def loaded(self, stored: object) -> Value:
        """A column's content as the field's value."""
        return bool(stored) if self.flag and stored is not None else stored  # type: ignore[return-value]


@cache
def field_sql(entity: str, field: str) -> FieldSql:
    """The statements for a field; KeyError for an entity or field that is not listed in domain/fields.py."""
    kind = ENTITIES[entity].field(field).kind
    columns = f'"{field}", "{field}_head"'
    return FieldSql(
        get=f'SELECT {columns} FROM "{entity}" WHERE id = ?',  # noqa: S608  names come from domain/fields.py
        some=f'SELECT id, {columns} FROM "{entity}" WHERE id IN ({{ids}})',  # noqa: S608
        put=f'INSERT INTO "{entity}" (id, {columns}) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET '  # noqa: S608
        f'"{field}" = excluded."{field}", "{field}_head" = excluded."{field}_head"',
        flag=kind is Kind.FLAG,
    )


def held(connection: Connection, keys: Iterable[Key]) -> dict[Key, tuple[Value, str]]:
    """Value and heads of each of these fields (some hundreds); (None, "") for one never written."""
    found: dict[Key, tuple[Value, str]] = dict.fromkeys(keys, (None, ""))
    for (entity, field), ids in _by_column(found).items():
        sql = field_sql(entity, field)
        for i, value, heads in connection.exec_driver_sql(sql.some.format(ids=", ".join("?" * len(ids))), tuple(ids)):
            found[entity, i, field] = (sql.loaded(value), heads or "")
    return found


def put(connection: Connection, fields: Mapping[Key, tuple[Value, str]]) -> None:
    """Give each of these fields its value and heads."""
    for (entity, field), ids in _by_column(fields).items():
        connection.exec_driver_sql(field_sql(entity, field).put, [(i, *fields[entity, i, field]) for i in ids])


def _by_column(keys: Iterable[Key]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity, entity_id, field in keys:
        found[entity, field].append(entity_id)
    return found
