"""What the page of setting up reads: the inspection's own row, and whose cases are contested."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

_FIELDS = ("service", "nation", "start", "end", "return_start", "return_end")


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
    contested: frozenset[str]


def setting(connection: Connection) -> Setting:
    """The inspection's own row."""
    columns = ", ".join(f"\"{field}\", instr(coalesce(\"{field}_head\", ''), ' ') > 0" for field in _FIELDS)
    row = connection.exec_driver_sql(f"SELECT {columns} FROM inspection").one()  # noqa: S608
    contested = frozenset(field for field, split in zip(_FIELDS, row[1::2], strict=True) if split)
    held = dict(zip(_FIELDS, row[::2], strict=True))
    optional = {field: held[field] for field in held if field not in contested}
    return Setting(
        service=held["service"],
        nation=optional.get("nation") or "",
        start=date.fromisoformat(held["start"]),
        end=date.fromisoformat(held["end"]),
        return_start=_day(optional.get("return_start")),
        return_end=_day(optional.get("return_end")),
        contested=contested,
    )


def contested_owners(connection: Connection) -> frozenset[str]:
    """The ids of the cases that two people gave to different inspectors."""
    rows = connection.exec_driver_sql("""SELECT id FROM "case" WHERE instr(coalesce(inspector_head, ''), ' ') > 0""")
    return frozenset(row[0] for row in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
