"""Who sits at the ratings panel, and the members' own ratings. Whose laptop signed a change decides what counts."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from inspector_app.core.domain import own_ratings
from inspector_app.core.domain.fields import OWN_RATING
from inspector_app.core.domain.ids import EntityId, step_of
from inspector_app.core.domain.own_ratings import OwnRating, Seat, Whose
from inspector_app.core.domain.steps.changes import Change, Step
from inspector_app.core.storage.columns import agreed, text
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading.whose_word import Words, words_on
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_SEAT, _OWN = OF_ENTITY["seat"], OF_ENTITY[OWN_RATING.code]
_SEATS = select(_SEAT.c.id, agreed(_SEAT, "seat").label("seat"), text(_SEAT, head_of("seat")))
_ROWS = select(_OWN.c.id, text(_OWN, "interest"), text(_OWN, "sealed"), text(_OWN, "digest"),
               text(_OWN, head_of("digest")), text(_OWN, head_of("sealed"))).order_by(_OWN.c.id)  # fmt: skip


def seats(connection: Connection, leads: Iterable[str]) -> dict[str, Seat]:
    """Person id -> seat, as one of the leads said it; while nobody knows who leads, as anybody did."""
    rows, of_lead = connection.execute(_SEATS).all(), frozenset(leads)
    word = words_on(connection, [row.seat_head for row in rows])
    return {
        row.id: Seat(row.seat)
        for row in rows
        if row.seat in list(Seat) and (not of_lead or word.of(row.seat_head) & of_lead)
    }


def own_ratings_of(connection: Connection, inspection: str, standard: str) -> list[OwnRating]:
    """The members' own ratings of a standard, by person id."""
    rows = [row for row in named(connection, _ROWS) if row["id"].partition("/")[0] == standard]
    word = words_on(connection, [row[head_of(field)] for row in rows for field in ("digest", "sealed")])
    return [_row(connection, row, Whose(inspection, *_parts(row["id"])), word) for row in rows]


def sealed(connection: Connection, whose: Whose) -> tuple[str, str]:
    """Somebody's rating as it is sealed, and the digest of what is in it; ("", "") for none."""
    rows = {row["id"]: row for row in named(connection, _ROWS)}
    found = rows.get(whose.id)
    return (found["sealed"], found["digest"]) if found else ("", "")


def _parts(entity_id: str) -> tuple[str, str]:
    standard, _, person = entity_id.partition("/")
    return standard, person


def _row(connection: Connection, row: dict[str, Any], whose: Whose, word: Words) -> OwnRating:
    item, heads = EntityId(row["id"]), (row[head_of("digest")], row[head_of("sealed")])
    own = bool(row["digest"]) and all(word.of(head) == {whose.person} for head in heads)
    past, opened = (_history(connection, item, field) for field in ("digest", "opened"))
    theirs = words_on(connection, [change.id for change, _ in past])
    digests = [str(c.value) for c, _ in past if c.value and theirs.of(c.id) == {whose.person}]
    openings = [(c, step) for c, step in opened if c.value and own_ratings.digest(str(c.value)) in digests]
    change, step = openings[0] if openings else (None, None)
    return OwnRating(
        standard=whose.standard,
        person=whose.person,
        interest=row["interest"],
        given=past[0][1].at if own and past else "",
        chair=row["sealed"].partition("\n")[0],
        opened=own_ratings.read(str(change.value), whose) if change else None,
        opened_by=step.author if step else "",
        opened_at=step.at if step else "",
        again=bool(change) and own_ratings.digest(str(change.value)) != row["digest"] if change else False,
    )


def _history(connection: Connection, item: EntityId, field: str) -> list[tuple[Change, Step]]:
    """The changes of a field with their steps, the newest first."""
    changes = journal.field_history(connection, OWN_RATING.code, item, field)
    steps = journal.steps(connection, {step_of(change.id) for change in changes})
    return [(change, steps[step_of(change.id)]) for change in changes]
