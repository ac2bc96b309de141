"""What is read of the register of live concerns. A blind second marker sees it too: it is about safety, not marking."""

from typing import Any

from sqlalchemy import Connection, bindparam, or_, select

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.domain.fields import CONCERN
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.storage.columns import differing, text
from inspector_app.core.storage.ids import last_step
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import read
from inspector_app.core.storage.tables import OF_ENTITY, STEPS, head_of

_FIELDS = tuple(field.code for field in CONCERN.fields)
_CONCERN, _CASE = OF_ENTITY[CONCERN.code], OF_ENTITY["case"]
# What somebody wrote; the rest is there when it is begun.
_WRITTEN = [_CONCERN.c[head_of(f)] for f in ("what", "told", "told_day", "told_time", "outcome", "closed")]
_ROWS = (
    select(
        _CONCERN.c.id,
        text(_CASE, "ref").label("case_ref"),
        *(text(_CONCERN, field) for field in _FIELDS if field != "closed"),
        _CONCERN.c.closed.is_(True).label("closed"),
        STEPS.c.author.label("closed_by"),
        STEPS.c.at.label("closed_at"),
        differing(_CONCERN, _FIELDS),
        or_(*(head.is_not(None) for head in _WRITTEN)).label("written"),
    )
    .outerjoin_from(_CONCERN, _CASE, _CASE.c.id == _CONCERN.c.case)
    .outerjoin(STEPS, last_step(STEPS, _CONCERN.c[head_of("closed")]))
    .order_by(
        _CONCERN.c.day.desc(), _CONCERN.c.time.desc(), _CONCERN.c[head_of("day")].desc(), _CONCERN.c.id
    )
)  # fmt: skip
_ONE_ROW = _ROWS.where(_CONCERN.c.id == bindparam("only"))
_BLANK = (
    select(_CONCERN.c.id)
    .join_from(_CONCERN, STEPS, last_step(STEPS, _CONCERN.c[head_of("day")]))
    .where(*(head.is_(None) for head in _WRITTEN), STEPS.c.author == bindparam("person"))
    .order_by(_CONCERN.c.id)
)


def rows(connection: Connection, only: str | None = None) -> list[ConcernRow]:
    """Every concern, also those nobody wrote in yet, the latest first; with `only`, that one."""
    names = read.names(connection)
    found = named(connection, _ROWS) if only is None else named(connection, _ONE_ROW, only=only)
    return [_row(row, names) for row in found]


def outcomes(connection: Connection, concern: EntityId) -> list[str]:
    """The outcome of a concern as it stands: none, one, or of a contested one every side."""
    _, heads = journal.current(connection, CONCERN.code, concern, "outcome")
    return sorted({str(change.value) for change in journal.changes(connection, heads) if change.value})


def blank_of(connection: Connection, person: str) -> str:
    """The id of a concern that this person began and nobody wrote in; "" for none."""
    return connection.scalar(_BLANK, {"person": person}) or ""


def _row(row: dict[str, Any], names: dict[str, str]) -> ConcernRow:
    by, at = (names.get(row["closed_by"], ""), row["closed_at"] or "") if row["closed"] else ("", "")
    return ConcernRow(**row | {"closed_by": by, "closed_at": at, "contested": tuple(row["contested"].split())})
