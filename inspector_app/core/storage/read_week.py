"""What the week board reads: days, events, and how far the cases are. No note is read: only answers are counted."""

from datetime import date

from sqlalchemy import Connection

from inspector_app.core.domain.fields import EVENT
from inspector_app.core.domain.week import EventRow

_FIELDS = tuple(field.code for field in EVENT.fields if field.code != "deleted")
# Taking an event away clears it; where somebody else wrote on, apart from that, what they wrote stands and shows.
_STANDS = " OR ".join(
    ("deleted IS NOT 1", *(f"""("{code}" NOT NULL OR instr("{code}_head", ' ') > 0)""" for code in _FIELDS))
)
_SELECT = ", ".join(f"coalesce(\"{code}\", ''), instr(coalesce(\"{code}_head\", ''), ' ') > 0" for code in _FIELDS)


def events(connection: Connection) -> list[EventRow]:
    """Every event that was not taken away, in no order."""
    rows = connection.exec_driver_sql(f"SELECT id, {_SELECT} FROM event WHERE {_STANDS}")  # noqa: S608
    found = []
    for i, *cells in rows:
        values = dict(zip(_FIELDS, cells[::2], strict=True))
        contested = tuple(code for code, is_so in zip(_FIELDS, cells[1::2], strict=True) if is_so)
        found.append(EventRow(i, **values, contested=contested))
    return found


def fieldwork(connection: Connection) -> tuple[tuple[date, date], tuple[date | None, date | None]]:
    """First and last day of the fieldwork, and of the linked return visit where there is one."""
    row = connection.exec_driver_sql('SELECT "start", "end", return_start, return_end FROM inspection').one()
    start, end, visit, visit_end = (date.fromisoformat(text) if text else None for text in row)
    if start is None or end is None:  # both are needed fields: the file always has them
        raise ValueError("the inspection has no dates")
    return (start, end), (visit, visit_end)
