"""Evidence on organisation and victims' work: lists and grid without reading a note, and the texts of what is open.

Notes stand last in their rows, and of one that is not open only the head of the row says whether it is there.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from inspector_app.core.domain.evidence import Cell, Said, ScoreRow, SourceRow
from inspector_app.core.domain.ids import STEP_ID_LENGTH
from inspector_app.core.storage.columns import agreed

_AT_ONCE = 500  # ids asked for in one query
_HAS_NOTE = "typeof({}note) = 'text'"  # said by the head of the row; the text itself is not read
_FIELDS = ("kind", "title", "day", "who", "note", "event", "asked", "answered")
_SCORE = ("question", "said", "count", "of")


def _contested(field: str, table: str = "") -> str:
    return f"""instr(coalesce({table}"{field}_head", ''), ' ') > 0"""


def _written(field: str, table: str = "") -> str:
    """Whether a field holds something, or people differ on it."""
    held = _HAS_NOTE.format(table) if field == "note" else f'{table}"{field}" NOT NULL'
    return f"({held} OR {_contested(field, table)})"


def _any(fields: Iterable[str], table: str = "") -> str:
    return " OR ".join(_written(field, table) for field in fields)


_BEARS = f"(b.bears = 1 OR {_contested('bears', 'b.')} OR {_written('note', 'b.')})"
SCORE_STANDS = f"(c.deleted IS NOT 1 OR {_contested('deleted', 'c.')} OR {_any(_SCORE, 'c.')})"
# Deleting clears what was written (services/evidence.py); what somebody else wrote, apart from that, stands and shows.
STANDS = f"""(s.deleted IS NOT 1 OR {_contested("deleted", "s.")}
    OR {_any(("title", "who", "note", "asked", "answered"), "s.")}
    OR EXISTS (SELECT 1 FROM bearing b WHERE b.id > s.id || '/' AND b.id < s.id || '0' AND {_BEARS})
    OR EXISTS (SELECT 1 FROM score c WHERE c.id > s.id || '/' AND c.id < s.id || '0' AND {SCORE_STANDS}))"""  # noqa: S608  names come from this module
_SOURCE = f"""SELECT s.id, {agreed("kind")}, title, {agreed("day")}, who, {agreed("event")}, {agreed("asked")},
    {agreed("answered")}, {_HAS_NOTE.format("s.")}, s.deleted, {", ".join(_contested(f, "s.") for f in _FIELDS)}
    FROM source s WHERE {STANDS}"""  # noqa: S608  names come from this module


def sources(connection: Connection, only: str | None = None) -> list[SourceRow]:
    """The sources that stand, by day, those without one last; with `only`, that one."""
    rows = connection.exec_driver_sql(f"{_SOURCE} AND (? IS NULL OR s.id = ?)", (only, only))
    found = [_source(*row) for row in rows]
    return sorted(found, key=lambda s: (not s.day, s.day, s.title.casefold(), s.kind, s.id))


def _source(
    i: str, kind: str | None, title: str | None, day: str | None, who: str | None, event: str | None,
    asked: int | None, answered: int | None, note: int, deleted: int | None, *contested: int,
) -> SourceRow:  # fmt: skip
    fields = tuple(field for field, is_contested in zip(_FIELDS, contested, strict=True) if is_contested)
    return SourceRow(
        i,
        kind or "",
        title or "",
        day or "",
        who or "",
        event or "",
        asked,
        answered,
        bool(note),
        fields,
        bool(deleted),
    )


def note(connection: Connection, source: str) -> tuple[str, str]:
    """A source's note, and when it was written."""
    row = connection.exec_driver_sql(
        f"SELECT s.note, t.at FROM source s LEFT JOIN steps t ON t.id = substr(s.note_head, 1, {STEP_ID_LENGTH}) "  # noqa: S608
        "WHERE s.id = ?",
        (source,),
    ).first()
    return (row[0] or "", row[1] or "") if row else ("", "")


def cells(connection: Connection, source: str = "") -> list[Cell]:
    """What bears on what, of every source that stands; with `source`, what that one bears on."""
    rows = connection.exec_driver_sql(
        f"""SELECT b.id, b.bears = 1 AND NOT {_contested("bears", "b.")}, {_HAS_NOTE.format("b.")},
        {_contested("bears", "b.")} OR {_contested("note", "b.")} FROM bearing b WHERE {_BEARS}
        AND (? = '' OR (b.id > ? || '/' AND b.id < ? || '0')) ORDER BY b.id""",  # noqa: S608
        (source,) * 3,
    )
    return [_cell(*row) for row in rows]


def _cell(entity_id: str, bears: int | None, has_note: int, contested: int) -> Cell:
    source, _, subject = entity_id.partition("/")
    return Cell(source, subject, bool(bears), bool(has_note), bool(contested))


def said(connection: Connection, wanted: Sequence[Cell]) -> list[Said]:
    """These cells with their notes, in this order."""
    texts: dict[str, tuple[str, str]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        ids = tuple(cell.id for cell in wanted[start : start + _AT_ONCE])
        texts.update(_texts(connection, ids))
    return [Said(cell, *texts.get(cell.id, ("", ""))) for cell in wanted]


def _texts(connection: Connection, ids: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, str]]]:
    rows = connection.exec_driver_sql(
        f"SELECT b.id, b.note, t.at FROM bearing b LEFT JOIN steps t ON t.id = substr(b.note_head, 1, {STEP_ID_LENGTH}) "  # noqa: S608
        f"WHERE b.id IN ({', '.join('?' * len(ids))})",
        ids,
    )
    for i, words, at in rows:
        yield i, (words or "", at or "")


def scores(connection: Connection, source: str) -> list[ScoreRow]:
    """The figures of a survey, in order."""
    rows = connection.exec_driver_sql(
        f"""SELECT c.id, c.question, c.said, {agreed("count")}, {agreed("of")}, c.position,
        {", ".join(_contested(field, "c.") for field in _SCORE)} FROM score c
        WHERE c.id > ? || '/' AND c.id < ? || '0' AND {SCORE_STANDS} ORDER BY c.position, c.id""",  # noqa: S608
        (source, source),
    )
    return [
        ScoreRow(i, question or "", words or "", count, of, place or 0, _names(contested))
        for i, question, words, count, of, place, *contested in rows
    ]


def _names(contested: Sequence[int]) -> tuple[str, ...]:
    return tuple(field for field, is_contested in zip(_SCORE, contested, strict=True) if is_contested)


def event(connection: Connection, event_id: str) -> tuple[str, str, str] | None:
    """Kind, title and day of an event of the week; None when there is none."""
    row = connection.exec_driver_sql(
        f"SELECT {agreed('kind')}, title, {agreed('day')} FROM event WHERE id = ? AND deleted IS NOT 1",  # noqa: S608
        (event_id,),
    ).first()
    return (row[0] or "", row[1] or "", row[2] or "") if row else None
