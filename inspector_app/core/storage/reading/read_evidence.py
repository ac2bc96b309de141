"""Evidence on organisation and victims' work: lists and grid without reading a note, and the texts of what is open.

Notes stand last in their rows, and of one that is not open only the head of the row says whether it is there.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, or_, select

from inspector_app.core.domain.evidence import Cell, Said, ScoreRow, SourceRow
from inspector_app.core.storage.columns import EMPTY, NOUGHT, agreed, agreed_text, contested, differing, holds, text
from inspector_app.core.storage.ids import among, last_step, under
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import stands
from inspector_app.core.storage.tables import OF_ENTITY, STEPS, head_of

_SOURCE, _BEARING, _SCORE, _EVENT = (OF_ENTITY[kind] for kind in ("source", "bearing", "score", "event"))
_SOURCES = select(
    _SOURCE.c.id,
    *(agreed_text(_SOURCE, field) for field in ("kind", "day", "event")),
    *(text(_SOURCE, field) for field in ("title", "who")),
    *(agreed(_SOURCE, field) for field in ("asked", "answered")),
    holds(_SOURCE, "note").label("has_note"),
    differing(_SOURCE, ("kind", "title", "day", "who", "note", "event", "asked", "answered")),
    _SOURCE.c.deleted.is_(True).label("deleted"),
).where(stands.SOURCE)
_ONE_SOURCE = _SOURCES.where(_SOURCE.c.id == bindparam("only"))
_NOTE = (
    select(text(_SOURCE, "note"), func.coalesce(STEPS.c.at, EMPTY).label("at"))
    .outerjoin_from(_SOURCE, STEPS, last_step(STEPS, _SOURCE.c[head_of("note")]))
    .where(_SOURCE.c.id == bindparam("source"))
)
_CELLS = (
    select(
        _BEARING.c.id,
        agreed(_BEARING, "bears").is_(True).label("bears"),
        holds(_BEARING, "note").label("has_note"),
        or_(contested(_BEARING, "bears"), contested(_BEARING, "note")).label("contested"),
    )
    .where(stands.BEARING)
    .order_by(_BEARING.c.id)
)
_CELLS_OF_ONE = _CELLS.where(under(_BEARING.c.id))
_NOTES = (
    select(_BEARING.c.id, text(_BEARING, "note"), func.coalesce(STEPS.c.at, EMPTY).label("at"))
    .outerjoin_from(_BEARING, STEPS, last_step(STEPS, _BEARING.c[head_of("note")]))
    .where(among(_BEARING.c.id))
)
_SCORES = (
    select(
        _SCORE.c.id,
        *(text(_SCORE, field) for field in ("question", "said")),
        *(agreed(_SCORE, field) for field in ("count", "of")),
        func.coalesce(_SCORE.c.position, NOUGHT).label("position"),
        differing(_SCORE, stands.FIGURE_FIELDS),
    )
    .where(under(_SCORE.c.id), stands.FIGURE)
    .order_by(_SCORE.c.position, _SCORE.c.id)
)
_ONE_EVENT = select(agreed_text(_EVENT, "kind"), text(_EVENT, "title"), agreed_text(_EVENT, "day")).where(
    _EVENT.c.id == bindparam("event"), stands.EVENT
)


def sources(connection: Connection, only: str | None = None) -> list[SourceRow]:
    """The sources that stand, by day, those without one last; with `only`, that one."""
    rows = named(connection, _SOURCES) if only is None else named(connection, _ONE_SOURCE, only=only)
    found = [SourceRow(**row | {"contested": tuple(row["contested"].split())}) for row in rows]
    return sorted(found, key=lambda s: (not s.day, s.day, s.title.casefold(), s.kind, s.id))


def note(connection: Connection, source: str) -> tuple[str, str]:
    """A source's note, and when it was written."""
    row = connection.execute(_NOTE, {"source": source}).one_or_none()
    return (row.note, row.at) if row else ("", "")


def cells(connection: Connection, source: str = "") -> list[Cell]:
    """What bears on what, of every source that stands; with `source`, what that one bears on."""
    rows = named(connection, _CELLS_OF_ONE, under=f"{source}/") if source else named(connection, _CELLS)
    return [_cell(row.pop("id"), row) for row in rows]


def _cell(entity_id: str, rest: dict[str, bool]) -> Cell:
    source, _, subject = entity_id.partition("/")
    return Cell(source, subject, **rest)


def said(connection: Connection, wanted: Sequence[Cell]) -> list[Said]:
    """These cells with their notes, in this order."""
    rows = named(connection, _NOTES, ids=[cell.id for cell in wanted])
    texts = {row.pop("id"): row for row in rows}
    return [Said(cell, **texts.get(cell.id, {"note": "", "at": ""})) for cell in wanted]


def scores(connection: Connection, source: str) -> list[ScoreRow]:
    """The figures of a survey, in order."""
    rows = named(connection, _SCORES, under=f"{source}/")
    return [ScoreRow(**row | {"contested": tuple(row["contested"].split())}) for row in rows]


def event(connection: Connection, event_id: str) -> tuple[str, str, str] | None:
    """Kind, title and day of an event of the week; None when there is none."""
    row = connection.execute(_ONE_EVENT, {"event": event_id}).one_or_none()
    return (row.kind, row.title, row.day) if row else None
