"""What the week board reads: days, events, and how far the cases are. No note is read: only answers are counted."""

from datetime import date

from sqlalchemy import Connection, select

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.week import EventRow
from inspector_app.core.storage.columns import day, differing, text
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import stands
from inspector_app.core.storage.tables import OF_ENTITY

_EVENT, _INSPECTION = OF_ENTITY["event"], OF_ENTITY["inspection"]
_EVENTS = select(
    _EVENT.c.id, *(text(_EVENT, field) for field in stands.EVENT_FIELDS), differing(_EVENT, stands.EVENT_FIELDS)
).where(stands.EVENT)
_FIELDWORK = select(
    *(day(_INSPECTION, field) for field in ("start", "end", "return_start", "return_end")), text(_INSPECTION, "gaps")
)


def events(connection: Connection) -> list[EventRow]:
    """Every event that was not taken away, in no order."""
    return [EventRow(**row | {"contested": tuple(row["contested"].split())}) for row in named(connection, _EVENTS)]


def fieldwork(connection: Connection) -> tuple[tuple[Span, ...], tuple[date | None, date | None]]:
    """The spans of the fieldwork, and the first and last day of the linked return visit where there is one."""
    row = connection.execute(_FIELDWORK).one()
    if row.start is None or row.end is None:  # both are needed fields: the file always has them
        raise ValueError("the inspection has no dates")
    fieldwork = spans.without(row.start, row.end, spans.read(row.gaps))
    return fieldwork, (row.return_start, row.return_end)
