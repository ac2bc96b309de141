"""What the answers of a case say, as one text, digested when the case is submitted or accepted (domain/cases/review.py)."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import add

from sqlalchemy import ColumnElement, Connection, Select, String, case, func, select, type_coerce

from inspector_app.core.domain.fields import JUDGEMENT, PROMPT, Entity
from inspector_app.core.storage.columns import EMPTY, split
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.tables import OF_ENTITY, head_of


def _line(entity: Entity, field: str) -> ColumnElement[str]:
    table = OF_ENTITY[entity.code]
    value, about = table.c[field], table.c.id + f"/{field} "
    length = type_coerce(func.length(value), String)
    return case(
        (split(table, field), about + "contested " + table.c[head_of(field)] + "\n"),
        (value.is_not(None), about + length + " " + value + "\n"),
        else_=EMPTY,
    )


def _lines(entity: Entity) -> Select[str]:
    identity = OF_ENTITY[entity.code].c.id
    of_item = reduce(add, (_line(entity, field.code) for field in entity.fields))
    of_case = func.group_concat(of_item, EMPTY, type_=String).aggregate_order_by(identity)
    return select(of_case).where(under(identity))


_SAID = [_lines(entity) for entity in (JUDGEMENT, PROMPT)]


def said(connection: Connection, cases: Iterable[str]) -> dict[str, str]:
    """Of each of these cases what its judgements and prompts say, as one text to be digested.

    A line a field that holds something: its id, its length and its value, or of a contested field its heads. The digests
    are stored, so this form must never change. SQLite puts it together: it takes a third of the time Python does.
    """
    return {case_id: "".join(_said(connection, case_id)) for case_id in cases}


def _said(connection: Connection, case_id: str) -> Iterator[str]:
    for lines in _SAID:
        yield connection.scalar(lines, {"under": f"{case_id}/"}) or ""
