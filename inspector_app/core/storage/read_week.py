"""What the week board reads: days, events, and how far the cases are. No note is read: only answers are counted."""

from datetime import date

from sqlalchemy import Connection

from inspector_app.core.domain.week import EventRow
from inspector_app.core.storage import stands
from inspector_app.core.storage.columns import contested
from inspector_app.core.storage.stands import EVENT_FIELDS

_SELECT = ", ".join(f"coalesce(e.\"{code}\", ''), {contested(code, 'e')}" for code in EVENT_FIELDS)


def events(connection: Connection) -> list[EventRow]:
    """Every event that was not taken away, in no order."""
    rows = connection.exec_driver_sql(f"SELECT id, {_SELECT} FROM event e WHERE {stands.WEEK}")  # noqa: S608
    found = []
    for i, *cells in rows:
        values = dict(zip(EVENT_FIELDS, cells[::2], strict=True))
        split = tuple(code for code, is_so in zip(EVENT_FIELDS, cells[1::2], strict=True) if is_so)
        found.append(EventRow(i, **values, contested=split))
    return found


def fieldwork(connection: Connection) -> tuple[tuple[date, date], tuple[date | None, date | None]]:
    """First and last day of the fieldwork, and of the linked return visit where there is one."""
    row = connection.exec_driver_sql('SELECT "start", "end", return_start, return_end FROM inspection').one()
    start, end, visit, visit_end = (date.fromisoformat(text) if text else None for text in row)
    if start is None or end is None:  # both are needed fields: the file always has them
        raise ValueError("the inspection has no dates")
    return (start, end), (visit, visit_end)
