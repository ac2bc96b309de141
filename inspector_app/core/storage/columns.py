"""How fields are read: what stands in one, and whether people differ on it. Columns are named as their fields are."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
    Label,
    String,
    case,
    func,
    literal_column,
    or_,
    type_coerce,
)

from inspector_app.core.storage.tables import head_of

# Written out, not bound: SQLite uses an index of some rows only where it reads the very words of its condition.
NOUGHT, EMPTY, _SPACE = literal_column("0", Integer), literal_column("''", String), literal_column("' '", String)
_NULL = literal_column("'null'", String)


def split(table: FromClause, field: str) -> ColumnElement[bool]:
    """Whether two people's values stand against each other; nothing where the field was never written."""
    return func.instr(table.c[head_of(field)], _SPACE) > NOUGHT


def contested(table: FromClause, field: str) -> ColumnElement[bool]:
    """Whether two people's values stand against each other."""
    return func.instr(func.coalesce(table.c[head_of(field)], EMPTY), _SPACE) > NOUGHT


def differing(table: FromClause, fields: Iterable[str]) -> Label[str]:
    """The codes of those of the fields for which two people's values stand, separated by spaces, as `contested`."""
    codes = (case((split(table, field), field)) for field in fields)
    return func.concat_ws(_SPACE, *codes, type_=String).label("contested")


def agreed(table: FromClause, field: str) -> Label[Any]:
    """The field, or nothing where two people's values contest it: then it counts as not given."""
    return case((func.instr(table.c[head_of(field)], _SPACE) == NOUGHT, table.c[field])).label(field)


def agreed_text(table: FromClause, field: str) -> Label[str]:
    """Likewise, with "" for nothing."""
    return func.coalesce(agreed(table, field), EMPTY).label(field)


def agreed_day(table: FromClause, field: str) -> Label[date]:
    """Likewise, as a date or None."""
    return type_coerce(agreed(table, field), Date).label(field)


def text(table: FromClause, field: str) -> Label[str]:
    """A text as it stands, "" for none; of a contested one its first side."""
    return func.coalesce(table.c[field], EMPTY).label(field)


def day(table: FromClause, field: str) -> Label[date]:
    """A date as it stands, or None; of a contested one its first side."""
    return type_coerce(table.c[field], Date).label(field)


def holds(table: FromClause, field: str) -> ColumnElement[bool]:
    """Whether something stands in a field. The head of the row says so: a long text is not read."""
    return func.typeof(table.c[field]) != _NULL


def written(table: FromClause, fields: Iterable[str]) -> ColumnElement[bool]:
    """Whether one of these fields holds something, or people differ on it."""
    return or_(*(condition(table, field) for field in fields for condition in (holds, contested)))
