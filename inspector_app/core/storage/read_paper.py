"""What paper needs besides the answers: the head of the inspection, and who was interviewed about a case."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

_AFTER_ALL = "\U0010ffff"  # sorts behind every character an id can have


@dataclass(frozen=True, slots=True)
class Head:
    """What the inspection is, without its work."""

    service: str
    start: date
    end: date
    marking: str
    notice: str


@dataclass(frozen=True, slots=True)
class Interviewed:
    """Somebody interviewed about a case. `contested`: two people wrote different things of it; one of them is here."""

    role: str
    day: date | None
    note: str
    contested: bool


def head(connection: Connection) -> Head:
    """The head of the inspection."""
    row = connection.exec_driver_sql('SELECT "service", "start", "end", marking, notice FROM inspection').one()
    return Head(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]), row[3] or "", row[4] or "")


def interviewed(connection: Connection, case: str) -> list[Interviewed]:
    """Who was interviewed about a case, by day. Somebody deleted on one side only is there until that is settled."""
    rows = connection.exec_driver_sql(
        "SELECT role, day, note, concat_ws('|', role_head, day_head, note_head) FROM interview "
        "WHERE id >= ? AND id < ? AND (deleted IS NOT 1 OR instr(deleted_head, ' ') > 0) ORDER BY day, id",
        (f"{case}/", f"{case}/{_AFTER_ALL}"),
    )
    return [
        Interviewed(role or "", date.fromisoformat(day) if day else None, note or "", " " in heads)
        for role, day, note, heads in rows
    ]
