"""What the page of setting up reads: the inspection's own row, and whose cases are contested."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.storage.columns import agreed_day, agreed_text, day, differing, split, text
from inspector_app.core.storage.named import named
from inspector_app.core.storage.tables import OF_ENTITY

_INSPECTION, _CASE = OF_ENTITY["inspection"], OF_ENTITY["case"]
_SETTING = select(
    text(_INSPECTION, "service"),
    agreed_text(_INSPECTION, "nation"),
    day(_INSPECTION, "start"),
    day(_INSPECTION, "end"),
    agreed_day(_INSPECTION, "return_start"),
    agreed_day(_INSPECTION, "return_end"),
    text(_INSPECTION, "gaps"),
    differing(_INSPECTION, ("service", "nation", "start", "end", "return_start", "return_end", "gaps")),
)
_CONTESTED_OWNERS = select(_CASE.c.id).where(split(_CASE, "inspector"))


@dataclass(frozen=True, slots=True)
class Setting:
    """The inspection's own row. `contested` are the codes of its fields that two people set differently.

    A contested field reads as one of its values, except the nation and the return visit, which then read as not set.
    """

    service: str
    nation: str
    start: date
    end: date
    return_start: date | None
    return_end: date | None
    gaps: tuple[Span, ...]
    contested: frozenset[str]


def setting(connection: Connection) -> Setting:
    """The inspection's own row."""
    (row,) = named(connection, _SETTING)
    return Setting(**row | {"gaps": spans.read(row["gaps"]), "contested": frozenset(row["contested"].split())})


def contested_owners(connection: Connection) -> frozenset[str]:
    """The ids of the cases that two people gave to different inspectors."""
    return frozenset(connection.scalars(_CONTESTED_OWNERS))
