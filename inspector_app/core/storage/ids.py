"""Which ids: those of a list, those that begin with a text. A list is one parameter, so one statement does for all lists."""

from typing import Any

from sqlalchemy import JSON, ColumnElement, FromClause, String, and_, bindparam, func, select

from inspector_app.core.domain.ids import STEP_ID_LENGTH

_UNDER = bindparam("under", type_=String)
_AFTER_ALL = "\U0010ffff"  # sorts behind every character an id can have


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether an id is one of the list given as `ids`, however long that is."""
    return column.in_(select(func.json_each(bindparam("ids", type_=JSON)).table_valued("value").c.value))


def under(column: ColumnElement[Any], start: ColumnElement[str] = _UNDER) -> ColumnElement[bool]:
    """Whether an id begins with a text: the one given as `under`, or that one."""
    return and_(column >= start, column < start + _AFTER_ALL)


def case_of(column: ColumnElement[Any]) -> ColumnElement[str]:
    """The case that an id begins with."""
    return func.substr(column, 1, func.instr(column, "/") - 1, type_=String)


def question_of(column: ColumnElement[Any]) -> ColumnElement[str]:
    """The key question of an id of a judgement or prompt: what stands between its first "/" and the next."""
    rest = func.substr(column, func.instr(column, "/") + 1) + "/"
    return func.substr(rest, 1, func.instr(rest, "/") - 1, type_=String)


def last_step(steps: FromClause, heads: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a row of `steps` is the step that last wrote a field with these heads; of a contested one the first side's."""
    return steps.c.id == func.substr(heads, 1, STEP_ID_LENGTH)
