"""What only a whole inspection needs: interviews, the week, evidence on organisation, and live concerns, as values."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Label, Select, Table, and_, exists, not_, or_, select

from inspector_app.core.domain.cases.concern import DECISIVE, DECISIVE_TOLD, concern_of
from inspector_app.core.domain.fields import BEARING, CONCERN, EVENT, INFORMED, INTERVIEW, SCORE, SOURCE, Entity, Kind
from inspector_app.core.domain.inspection import Bearing, Concern, Event, Figure, Informed, Interview, Source
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.storage.columns import agreed, agreed_day, agreed_text, contested, text
from inspector_app.core.storage.ids import case_of, under
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import stands
from inspector_app.core.storage.tables import OF_ENTITY, head_of


def _said(entity: Entity) -> Iterator[Label[Any]]:
    """What documents have of a kind: of a text that search finds every side (`_rows`), else only what nobody contests."""
    table = OF_ENTITY[entity.code]
    for field in entity.documented:
        if field.searched:
            yield text(table, field.code)
            yield text(table, head_of(field.code))
        elif field.kind is not Kind.FLAG:
            yield _AGREED[field.kind](table, field.code)


_AGREED: dict[Kind, Callable[[Table, str], Label[Any]]] = {
    Kind.TEXT: agreed_text,
    Kind.CHOICE: agreed_text,
    Kind.NUMBER: agreed,
    Kind.DATE: agreed_day,
}
_INTERVIEW, _EVENT, _SOURCE, _CONCERN = (OF_ENTITY[kind] for kind in ("interview", "event", "source", "concern"))
_SCORE, _BEARING, _INFORMED = (OF_ENTITY[kind] for kind in ("score", "bearing", "informed"))
_INTERVIEWS = (
    select(case_of(_INTERVIEW.c.id).label("case"), *_said(INTERVIEW))
    .where(stands.INTERVIEW)
    .order_by(case_of(_INTERVIEW.c.id), agreed(_INTERVIEW, "day"), _INTERVIEW.c.id)
)
_EVENTS = select(*_said(EVENT)).where(stands.EVENT).order_by(agreed(_EVENT, "day"), agreed(_EVENT, "time"), _EVENT.c.id)
_SOURCES = (
    select(_SOURCE.c.id, *_said(SOURCE))
    .where(stands.SOURCE)
    .order_by(agreed(_SOURCE, "day"), _SOURCE.c.title, _SOURCE.c.id)
)
_FIGURES = select(_SCORE.c.id, *_said(SCORE)).where(stands.FIGURE).order_by(_SCORE.c.position, _SCORE.c.id)
_BEARINGS = select(_BEARING.c.id, *_said(BEARING)).where(stands.BEARING).order_by(_BEARING.c.id)
_INFORMED_OF_ALL = (
    select(_INFORMED.c.id, *_said(INFORMED))
    .where(stands.INFORMED)
    .order_by(
        agreed(_INFORMED, "day").nulls_last(), agreed(_INFORMED, "time").nulls_last(), _INFORMED.c.whom, _INFORMED.c.id
    )
)
_OPEN = or_(
    *(contested(_CONCERN, field) for field in sorted(DECISIVE)),
    exists().where(
        under(_INFORMED.c.id, _CONCERN.c.id + "/"), or_(*(contested(_INFORMED, f) for f in sorted(DECISIVE_TOLD)))
    ),
)
_CONCERNS = select(
    _CONCERN.c.id, *_said(CONCERN), and_(_CONCERN.c.closed.is_(True), not_(_OPEN)).label("closed")
).order_by(agreed(_CONCERN, "day"), agreed(_CONCERN, "time"), _CONCERN.c.id)  # fmt: skip


def interviews(connection: Connection, cases: set[str]) -> Iterator[Interview]:
    """The interviews about these cases, by case and day."""
    for given in _rows(connection, _INTERVIEWS):
        found = Interview(**given)
        if found.case in cases and found != Interview(found.case):
            yield found


def events(connection: Connection) -> Iterator[Event]:
    """The week, in order of time. A contested day or kind reads as none."""
    return (found for given in _rows(connection, _EVENTS) if (found := Event(**given)) != Event())


def sources(connection: Connection) -> dict[str, Source]:
    """Evidence on organisation and victims' work by its id, in order of day and title, with figures and what it bears on."""
    figures, bearings = _figures(connection), _bearings(connection)
    every = {
        (i := given.pop("id")): Source(**given, figures=tuple(figures[i]), bears_on=tuple(bearings[i]))
        for given in _rows(connection, _SOURCES)
    }
    return {i: found for i, found in every.items() if found != Source()}


def concerns(connection: Connection) -> Iterator[Concern]:
    """Live concerns, in the order they were noticed. Where two people differ on what decides it, it is not closed."""
    told: dict[str, list[Informed]] = defaultdict(list)
    for given in _rows(connection, _INFORMED_OF_ALL):
        told[concern_of(given.pop("id"))].append(Informed(**given))
    for given in _rows(connection, _CONCERNS):
        found = Concern(people_told=tuple(told[given.pop("id")]), **given)
        if found != Concern():
            yield found


def _figures(connection: Connection) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for given in _rows(connection, _FIGURES):
        found[given.pop("id").split("/")[0]].append(Figure(**given))
    return found


def _bearings(connection: Connection) -> dict[str, list[Bearing]]:
    found: dict[str, list[Bearing]] = defaultdict(list)
    for given in _rows(connection, _BEARINGS):
        source, _, subject = given.pop("id").partition("/")
        found[source].append(Bearing(on=subject, **given))
    return found


def _rows(connection: Connection, statement: Select[*tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """Its rows by the names of their columns. Of a text that comes with its heads and is contested, every side."""
    for row in named(connection, statement):
        heads = {name: row[head_of(name)] for name in row if head_of(name) in row}
        given = {name: value for name, value in row.items() if name not in map(head_of, heads)}
        yield given | {name: _sides(connection, of) for name, of in heads.items() if " " in of}


def _sides(connection: Connection, heads: str) -> str:
    """Every side of a contested text, one below the other, so that none is missing from what goes out."""
    sides = (change.value for change in journal.changes(connection, heads_in(heads)))
    return "\n\n".join(sorted({str(side) for side in sides if side}))
