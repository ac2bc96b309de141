"""Whether what an SQLite file holds is of the kinds that its tables say: SQLite itself keeps anything in any column."""

from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Integer, and_, exists, func, inspect, not_, or_, select

from inspector_app.core.domain.collection import Kind
from inspector_app.core.storage.collection import tables

_MOST = 1_000_000_000  # of anything that is counted: sums of it stay numbers


def misses_columns(connection: Connection) -> str:
    """The name of the first table that has not all of its columns, as where a disk spoilt their names; "" for none."""
    there = inspect(connection)
    for table in tables.ALL.sorted_tables:
        if not {column.name for column in table.c} <= {column["name"] for column in there.get_columns(table.name)}:
            return table.name
    return ""


def spoilt(connection: Connection) -> str:
    """The name of the first table with a value in it that no program of ours writes; "" where all are sound."""
    for table in tables.ALL.sorted_tables:
        if connection.execute(select(exists().where(or_(*map(_is_wrong, table.c))))).scalar():
            return table.name
    return ""


def _is_wrong(column: Column[Any]) -> Any:
    fits = _fits(column)
    return not_(func.coalesce(or_(column.is_(None), fits) if column.nullable else fits, False))


def _fits(column: Column[Any]) -> Any:
    kind = func.typeof(column)
    if isinstance(column.type, Boolean):
        return and_(kind == "integer", func.abs(column).in_([0, 1]))
    if isinstance(column.type, Integer):
        return and_(kind == "integer", column.between(0, _MOST))
    if isinstance(column.type, Date):
        said = func.date(column)
        return and_(kind == "text", said == func.substr(column, 1), said >= func.substr("0001-01-01", 1))
    if column is tables.INSPECTION.c.kind:
        return column.in_([one.value for one in Kind])
    return and_(kind == "text", func.instr(column, func.char(0)) == 0)
