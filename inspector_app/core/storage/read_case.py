"""What the page of one case reads besides its answers, and one prompt on every case."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from inspector_app.core.domain.case_facts import InterviewRow
from inspector_app.core.domain.fields import CASE, INTERVIEW
from inspector_app.core.domain.ids import STEP_ID_LENGTH
from inspector_app.core.storage import read, read_review, stands
from inspector_app.core.storage.columns import day
from inspector_app.core.storage.read import Answered

_AFTER_ALL = "\U0010ffff"  # sorts behind every character an id can have
_AT_ONCE = 500  # SQLite bounds the number of parameters


def contested(connection: Connection, case: str) -> frozenset[str]:
    """The codes of the case's own fields on which two people differ."""
    heads = ", ".join(f'"{field.code}_head"' for field in CASE.fields)
    row = connection.exec_driver_sql(f'SELECT {heads} FROM "case" WHERE id = ?', (case,)).one_or_none()  # noqa: S608
    return _contested((field.code for field in CASE.fields), row or ())


def used(connection: Connection, field: str) -> list[str]:
    """What stands in a text field of the cases, the most used first: what is worth suggesting."""
    code = CASE.field(field).code
    rows = connection.exec_driver_sql(
        f'SELECT "{code}" FROM "case" WHERE deleted IS NOT 1 AND trim("{code}") <> \'\' '  # noqa: S608
        f'GROUP BY "{code}" ORDER BY count(*) DESC, "{code}"'
    )
    return [row[0] for row in rows]


def roles(connection: Connection) -> list[str]:
    """The parts of people interviewed, the most used first."""
    rows = connection.exec_driver_sql(
        "SELECT role FROM interview WHERE deleted IS NOT 1 AND trim(role) <> '' GROUP BY role ORDER BY count(*) DESC, role"
    )
    return [row[0] for row in rows]


def interviews(connection: Connection, person: str, case: str) -> list[InterviewRow]:
    """The people interviewed on a case that this person may see, by day."""
    heads = ", ".join(f"i.{field.code}_head" for field in INTERVIEW.fields)
    rows = connection.exec_driver_sql(
        f"SELECT i.id, i.role, i.day, i.note, s.at, {heads} FROM interview i "  # noqa: S608
        f"LEFT JOIN steps s ON s.id = substr(i.note_head, 1, {STEP_ID_LENGTH}) WHERE i.id >= ? AND i.id < ? "
        f"AND {stands.INTERVIEW} ORDER BY i.day, i.id",
        (f"{case}/", f"{case}/{_AFTER_ALL}"),
    ).all()
    codes = [field.code for field in INTERVIEW.fields]
    return [
        InterviewRow(i, role or "", day(on), note or "", at or "", _contested(codes, of_it))
        for i, role, on, note, at, *of_it in rows
        if not read_review.hidden(connection, person, INTERVIEW.code, i)
    ]


def on_every_case(connection: Connection, person: str, cases: Sequence[str], asked: str) -> dict[str, Answered]:
    """Case id -> one prompt ("2.1.1/a") or key question ("2.1.1") as it stands there, where anybody touched it.

    Reads the rows of that prompt alone; on a case this person marks blind, their own.
    """
    blind = read_review.blind_cases(connection, person)
    place = asked.count("/")
    found: dict[str, Answered] = {}
    for kinds, of in ((read_review.FIRSTS, [c for c in cases if c not in blind]), (read_review.SECONDS, sorted(blind))):
        ids = [f"{case}/{asked}" for case in of if case in cases]
        for start in range(0, len(ids), _AT_ONCE):
            for one in read.answered_among(connection, kinds[place], ids[start : start + _AT_ONCE]):
                found[one.case] = one
    return found


def _contested(codes: Iterable[str], heads: Iterable[str | None]) -> frozenset[str]:
    return frozenset(code for code, head in zip(codes, heads, strict=False) if " " in (head or ""))
