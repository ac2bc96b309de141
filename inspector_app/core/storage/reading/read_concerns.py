"""What is read of the register of live concerns. A blind second marker sees it too: it is about safety, not marking."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, bindparam, exists, not_, or_, select

from inspector_app.core.domain.cases.concern import ConcernRow, InformedRow
from inspector_app.core.domain.fields import CONCERN, INFORMED
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.storage.columns import differing, text
from inspector_app.core.storage.ids import last_step, under
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import read, stands
from inspector_app.core.storage.tables import OF_ENTITY, STEPS, head_of

_FIELDS = tuple(field.code for field in CONCERN.fields)
_CONCERN, _CASE, _INFORMED = OF_ENTITY[CONCERN.code], OF_ENTITY["case"], OF_ENTITY[INFORMED.code]
# What somebody wrote; the rest is there when it is begun.
_WRITTEN = [_CONCERN.c[head_of(f)] for f in ("what", "told", "told_day", "told_time", "outcome", "closed")]
_SOMEBODY = exists().where(under(_INFORMED.c.id, _CONCERN.c.id + "/"))
_ROWS = (
    select(
        _CONCERN.c.id,
        text(_CASE, "ref").label("case_ref"),
        *(text(_CONCERN, field) for field in _FIELDS if field != "closed"),
        _CONCERN.c.closed.is_(True).label("closed"),
        STEPS.c.author.label("closed_by"),
        STEPS.c.at.label("closed_at"),
        differing(_CONCERN, _FIELDS),
        or_(_SOMEBODY, *(head.is_not(None) for head in _WRITTEN)).label("written"),
    )
    .outerjoin_from(_CONCERN, _CASE, _CASE.c.id == _CONCERN.c.case)
    .outerjoin(STEPS, last_step(STEPS, _CONCERN.c[head_of("closed")]))
    .order_by(
        _CONCERN.c.day.desc(), _CONCERN.c.time.desc(), _CONCERN.c[head_of("day")].desc(), _CONCERN.c.id
    )
)  # fmt: skip
_ONE_ROW = _ROWS.where(_CONCERN.c.id == bindparam("only"))
_TOLD = (
    select(
        _INFORMED.c.id,
        *(text(_INFORMED, field) for field in stands.INFORMED_FIELDS),
        STEPS.c.author.label("noted_by"),
        differing(_INFORMED, (field.code for field in INFORMED.fields)),
    )
    .outerjoin_from(_INFORMED, STEPS, last_step(STEPS, _INFORMED.c[head_of("by")]))
    .where(stands.INFORMED)
    .order_by(_INFORMED.c.day.nulls_last(), _INFORMED.c.time.nulls_last(), _INFORMED.c.id)
)
_EVER_TOLD = select(_INFORMED.c.id).where(under(_INFORMED.c.id))
_BLANK = (
    select(_CONCERN.c.id)
    .join_from(_CONCERN, STEPS, last_step(STEPS, _CONCERN.c[head_of("day")]))
    .where(not_(_SOMEBODY), *(head.is_(None) for head in _WRITTEN), STEPS.c.author == bindparam("person"))
    .order_by(_CONCERN.c.id)
)


def rows(connection: Connection, only: str | None = None) -> list[ConcernRow]:
    """Every concern, also those nobody wrote in yet, the latest first; with `only`, that one."""
    names = read.names(connection)
    told = _told(connection, names)
    found = named(connection, _ROWS) if only is None else named(connection, _ONE_ROW, only=only)
    return [_row(row, names, tuple(told[row["id"]])) for row in found]


def ever_told(connection: Connection, concern: str) -> list[str]:
    """The ids of all whom somebody ever wrote down as told of a concern, deleted ones too."""
    return list(connection.scalars(_EVER_TOLD, {"under": f"{concern}/"}))


def _told(connection: Connection, names: dict[str, str]) -> dict[str, list[InformedRow]]:
    found: dict[str, list[InformedRow]] = defaultdict(list)
    for row in named(connection, _TOLD):
        said = {"contested": tuple(row["contested"].split()), "noted_by": names.get(row["noted_by"] or "", "")}
        one = InformedRow(**row | said)
        found[one.concern].append(one)
    return found


def outcomes(connection: Connection, concern: EntityId) -> list[str]:
    """The outcome of a concern as it stands: none, one, or of a contested one every side."""
    _, heads = journal.current(connection, CONCERN.code, concern, "outcome")
    return sorted({str(change.value) for change in journal.changes(connection, heads) if change.value})


def blank_of(connection: Connection, person: str) -> str:
    """The id of a concern that this person began and nobody wrote in; "" for none."""
    return connection.scalar(_BLANK, {"person": person}) or ""


def _row(row: dict[str, Any], names: dict[str, str], people: tuple[InformedRow, ...]) -> ConcernRow:
    by, at = (names.get(row["closed_by"], ""), row["closed_at"] or "") if row["closed"] else ("", "")
    said = {"closed_by": by, "closed_at": at, "contested": tuple(row["contested"].split()), "people": people}
    return ConcernRow(**row | said)
