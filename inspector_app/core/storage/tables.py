"""The SQL of each kind of entity, made once from domain/fields.py."""

from dataclasses import dataclass
from functools import cache

from inspector_app.core.domain.fields import ENTITIES, Kind, Value


@dataclass(frozen=True, slots=True)
class FieldSql:
    """The statements for one field of one entity. Parameters: `get` (id), `put` (id, value, heads)."""

    get: str
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
        put=f'INSERT INTO "{entity}" (id, {columns}) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET '  # noqa: S608
        f'"{field}" = excluded."{field}", "{field}_head" = excluded."{field}_head"',
        flag=kind is Kind.FLAG,
    )
