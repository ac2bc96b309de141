"""What paper needs besides the answers: the head of the inspection."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.field import ABSURD
from inspector_app.core.domain.text.names import called, shown
from inspector_app.core.storage.columns import day, text
from inspector_app.core.storage.tables import OF_ENTITY

_INSPECTION = OF_ENTITY["inspection"]
_HEAD = select(
    *(text(_INSPECTION, field) for field in ("service", "marking", "notice", "gaps")),
    *(day(_INSPECTION, field) for field in ("start", "end")),
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the inspection is, without its work."""

    service: str
    fieldwork: tuple[Span, ...]
    marking: str
    notice: str


def head(connection: Connection) -> Head:
    """The head of the inspection."""
    row = connection.execute(_HEAD).one()
    fieldwork = spans.without(row.start, row.end, spans.read(row.gaps))
    return Head(
        service=called(row.service, ABSURD), fieldwork=fieldwork, marking=shown(row.marking, ABSURD), notice=row.notice
    )
