"""What paper needs besides the answers: the head of the inspection."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Head:
    """What the inspection is, without its work."""

    service: str
    start: date
    end: date
    marking: str
    notice: str


def head(connection: Connection) -> Head:
    """The head of the inspection."""
    row = connection.exec_driver_sql('SELECT "service", "start", "end", marking, notice FROM inspection').one()
    return Head(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]), row[3] or "", row[4] or "")
