"""What paper needs besides the answers: the head of the inspection."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from inspector_app.core.storage.columns import day, text
from inspector_app.core.storage.tables import OF_ENTITY

_INSPECTION = OF_ENTITY["inspection"]
_HEAD = select(
    *(text(_INSPECTION, field) for field in ("service", "marking", "notice")),
    *(day(_INSPECTION, field) for field in ("start", "end")),
)


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
    return Head(**connection.execute(_HEAD).mappings().one())
