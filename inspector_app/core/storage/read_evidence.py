"""Evidence on organisation and victims' work: lists and grid without reading a note, and the texts of what is open.

Notes stand last in their rows, and of one that is not open only the head of the row says whether it is there.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from inspector_app.core.domain.evidence import Cell, Said, ScoreRow, SourceRow
from inspector_app.core.domain.ids import STEP_ID_LENGTH
from inspector_app.core.storage import stands
from inspector_app.core.storage.columns import agreed, contested, holds

_AT_ONCE = 500  # ids asked for in one query
_FIELDS = ("kind", "title", "day", "who", "note", "event", "asked", "answered")


_SOURCE = f"""SELECT s.id, {agreed("kind")}, title, {agreed("day")}, who, {agreed("event")}, {agreed("asked")},
    {agreed("answered")}, {holds("note", "s")}, s.deleted, {", ".join(contested(f, "s") for f in _FIELDS)}
    FROM source s WHERE {stands.SOURCE}"""  # noqa: S608  names come from this module


def sources(connection: Connection, only: str | None = None) -> list[SourceRow]:
    """The sources that stand, by day, those without one last; with `only`, that one."""
    rows = connection.exec_driver_sql(f"{_SOURCE} AND (? IS NULL OR s.id = ?)", (only, only))
    found = [_source(*row) for row in rows]
    return sorted(found, key=lambda s: (not s.day, s.day, s.title.casefold(), s.kind, s.id))


def _source(
    i: str, kind: str | None, title: str | None, day: str | None, who: str | None, event: str | None,
    asked: int | None, answered: int | None, note: int, deleted: int | None, *split: int,
) -> SourceRow:  # fmt: skip
    fields = tuple(field for field, is_so in zip(_FIELDS, split, strict=True) if is_so)
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
        f"""SELECT b.id, b.bears = 1 AND NOT {contested("bears", "b")}, {holds("note", "b")},
        {contested("bears", "b")} OR {contested("note", "b")} FROM bearing b WHERE {stands.BEARING}
        AND (? = '' OR (b.id > ? || '/' AND b.id < ? || '0')) ORDER BY b.id""",  # noqa: S608
        (source,) * 3,
    )
    return [_cell(*row) for row in rows]


def _cell(entity_id: str, bears: int | None, has_note: int, split: int) -> Cell:
    source, _, subject = entity_id.partition("/")
    return Cell(source, subject, bool(bears), bool(has_note), bool(split))


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
        {", ".join(contested(field, "c") for field in stands.FIGURE_FIELDS)} FROM score c
        WHERE c.id > ? || '/' AND c.id < ? || '0' AND {stands.FIGURE} ORDER BY c.position, c.id""",  # noqa: S608
        (source, source),
    )
    return [
        ScoreRow(i, question or "", words or "", count, of, place or 0, _names(split))
        for i, question, words, count, of, place, *split in rows
    ]


def _names(split: Sequence[int]) -> tuple[str, ...]:
    return tuple(field for field, is_so in zip(stands.FIGURE_FIELDS, split, strict=True) if is_so)


def event(connection: Connection, event_id: str) -> tuple[str, str, str] | None:
    """Kind, title and day of an event of the week; None when there is none."""
    row = connection.exec_driver_sql(
        f"SELECT {agreed('kind')}, title, {agreed('day')} FROM event e WHERE id = ? AND {stands.WEEK}",  # noqa: S608
        (event_id,),
    ).first()
    return (row[0] or "", row[1] or "", row[2] or "") if row else None
