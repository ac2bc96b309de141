"""What is read of the register of live concerns. A blind second marker sees it too: it is about safety, not marking."""

from sqlalchemy import Connection

from inspector_app.core.domain.concern import ConcernRow
from inspector_app.core.domain.fields import CONCERN
from inspector_app.core.domain.ids import STEP_ID_LENGTH, EntityId
from inspector_app.core.storage import journal, read

_FIELDS = tuple(field.code for field in CONCERN.fields)
_WRITTEN = ("what", "told", "told_day", "told_time", "outcome", "closed")  # the rest is there when it is begun


def rows(connection: Connection, only: str | None = None) -> list[ConcernRow]:
    """Every concern, also those nobody wrote in yet, the latest first; with `only`, that one."""
    names = read.names(connection)
    select = ", ".join(f'n."{code}", coalesce(n."{code}_head", \'\')' for code in _FIELDS)
    found = connection.exec_driver_sql(
        f'SELECT n.id, c.ref, s.author, s.at, {select} FROM concern n LEFT JOIN "case" c ON c.id = n."case" '  # noqa: S608
        "LEFT JOIN steps s ON s.id = substr(n.closed_head, 1, ?) WHERE ? IS NULL OR n.id = ? "
        "ORDER BY n.day DESC, n.time DESC, n.day_head DESC, n.id",
        (STEP_ID_LENGTH, only, only),
    )
    return [_row(i, ref, names.get(by, ""), at, cells) for i, ref, by, at, *cells in found]


def outcomes(connection: Connection, concern: EntityId) -> list[str]:
    """The outcome of a concern as it stands: none, one, or of a contested one every side."""
    _, heads = journal.current(connection, CONCERN.code, concern, "outcome")
    return sorted({str(change.value) for change in journal.changes(connection, heads) if change.value})


def blank_of(connection: Connection, person: str) -> str:
    """The id of a concern that this person began and nobody wrote in; "" for none."""
    never = " AND ".join(f"n.{code}_head IS NULL" for code in _WRITTEN)
    found = connection.exec_driver_sql(
        f"SELECT n.id FROM concern n JOIN steps s ON s.id = substr(n.day_head, 1, ?) "  # noqa: S608
        f"WHERE {never} AND s.author = ? ORDER BY n.id",
        (STEP_ID_LENGTH, person),
    )
    return str(found.scalar() or "")


def _row(i: str, ref: str | None, by: str, at: str | None, cells: list[str | int | None]) -> ConcernRow:
    held = dict(zip(_FIELDS, cells[::2], strict=True))
    heads = {code: str(head) for code, head in zip(_FIELDS, cells[1::2], strict=True)}
    closed = bool(held.pop("closed"))
    return ConcernRow(
        i, case_ref=ref or "", closed=closed, closed_by=by if closed else "", closed_at=(at or "") if closed else "",
        contested=tuple(code for code, head in heads.items() if " " in head),
        written=any(heads[code] for code in _WRITTEN), **{code: str(value or "") for code, value in held.items()},
    )  # fmt: skip
