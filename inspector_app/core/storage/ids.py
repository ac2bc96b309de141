"""Which ids: those of a list, those that begin with a text. A list is one parameter, so one statement does for all lists."""

from typing import Any

from sqlalchemy import JSON, ColumnElement, String, and_, bindparam, func, select

_UNDER = bindparam("under", type_=String)
_AFTER_ALL = "\U0010ffff"  # sorts behind every character an id can have


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether an id is one of the list given as `ids`, however long that is."""
    return column.in_(select(func.json_each(bindparam("ids", type_=JSON)).table_valued("value").c.value))


def under(column: ColumnElement[Any], start: ColumnElement[str] = _UNDER) -> ColumnElement[bool]:
    """Whether an id begins with a text: the one given as `under`, or that one."""
    return and_(column >= start, column < start + _AFTER_ALL)
