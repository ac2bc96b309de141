"""Who sits at the ratings panel, and the members' own ratings. Whose laptop signed a change decides what counts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import OWN_RATING, SEAT
from inspector_app.core.domain.ids import StepId, step_of
from inspector_app.core.domain.panel import own_ratings
from inspector_app.core.domain.panel.own_ratings import OwnRating, Seat, Whose
from inspector_app.core.domain.steps.changes import Change, Step
from inspector_app.core.storage.columns import text
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading.whose_word import Said, said_by
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_SEAT, _OWN = OF_ENTITY[SEAT.code], OF_ENTITY[OWN_RATING.code]
_SEATS = select(_SEAT.c.id, text(_SEAT, head_of("seat")))
_HEADS = tuple(head_of(field.code) for field in OWN_RATING.fields)
_ROWS = select(_OWN.c.id, *(text(_OWN, head) for head in _HEADS)).where(under(_OWN.c.id)).order_by(_OWN.c.id)
_NOTHING = Said()


def seats(connection: Connection, leads: Iterable[str]) -> dict[str, Seat]:
    """Person id -> seat, as one of the leads said it; while nobody knows who leads, as anybody did."""
    found = {key[1]: said.one for key, said in _of_seats(connection, frozenset(leads)).items()}
    held = {person: change.value for person, change in found.items() if change}
    return {person: Seat(str(value)) for person, value in held.items() if value in list(Seat)}


def _of_seats(connection: Connection, leads: frozenset[str]) -> dict[Key, Said]:
    rows = connection.execute(_SEATS).all()
    return said_by(connection, [heads for _, heads in rows], lambda _, by: not leads or bool(by & leads))


def _chairs(connection: Connection, leads: frozenset[str]) -> frozenset[str]:
    """Who chairs the panel, or ever did: what they opened stays open."""
    found = _of_seats(connection, leads).items()
    return frozenset(key[1] for key, said in found if any(change.value == Seat.CHAIR for change in said.ever))


@dataclass(frozen=True, slots=True)
class _Given:
    """What somebody sealed, as their own laptop signed it: the text for the chair and its digest, of one step."""

    sealed: str
    digest: str
    step: StepId


def own_ratings_of(connection: Connection, inspection: str, standard: str, leads: Iterable[str]) -> list[OwnRating]:
    """The members' own ratings of a standard, by person id; `leads` as in `seats`."""
    rows = list(named(connection, _ROWS, under=f"{standard}/"))
    whose = {row["id"]: Whose(inspection, *_parts(row["id"])) for row in rows}
    theirs = _by_each(connection, rows, ("interest", "sealed", "digest"))
    chairs = _chairs(connection, frozenset(leads))
    opened = said_by(connection, [row[head_of("opened")] for row in rows], lambda _, by: bool(by & chairs))
    steps = _steps(connection, [*theirs.values(), *opened.values()])
    return [
        _row(one, _of_item(theirs, item), opened.get(_key(item, "opened"), _NOTHING), steps)
        for item, one in whose.items()
    ]


def sealed(connection: Connection, whose: Whose) -> tuple[str, str]:
    """Somebody's rating as it is sealed, and the digest of what is in it; ("", "") for none."""
    rows = [row for row in named(connection, _ROWS, under=whose.id) if row["id"] == whose.id]
    found = _given(_of_item(_by_each(connection, rows, ("sealed", "digest")), whose.id))
    return (found.sealed, found.digest) if found else ("", "")


def _by_each(connection: Connection, rows: Collection[Mapping[str, Any]], fields: Collection[str]) -> dict[Key, Said]:
    """What each member wrote into these fields of their own rating."""
    heads = [row[head_of(field)] for row in rows for field in fields]
    return said_by(connection, heads, lambda change, by: by == {_parts(change.entity_id)[1]})


def _key(item: str, field: str) -> Key:
    return OWN_RATING.code, item, field


def _of_item(said: Mapping[Key, Said], item: str) -> dict[str, Said]:
    return {field.code: said.get(_key(item, field.code), _NOTHING) for field in OWN_RATING.fields}


def _steps(connection: Connection, said: Iterable[Said]) -> dict[StepId, Step]:
    return journal.steps(connection, {step_of(change.id) for of in said for change in of.ever})


def _parts(entity_id: str) -> tuple[str, str]:
    standard, _, person = entity_id.partition("/")
    return standard, person


def _given(theirs: Mapping[str, Said]) -> _Given | None:
    """The last that a member sealed; of two made apart, on two laptops of theirs, one."""
    of_step = {step_of(change.id): change for change in theirs["sealed"].last if change.value}
    digests = [change for change in theirs["digest"].last if change.value and step_of(change.id) in of_step]
    if not digests:
        return None
    step = step_of(digests[0].id)
    return _Given(str(of_step[step].value), str(digests[0].value), step)


def _row(whose: Whose, theirs: Mapping[str, Said], opened: Said, steps: Mapping[StepId, Step]) -> OwnRating:
    given, interest = _given(theirs), theirs["interest"].last
    change = _opening(theirs["digest"], opened, given)
    step = steps[step_of(change.id)] if change else None
    return OwnRating(
        standard=whose.standard,
        person=whose.person,
        interest=str(interest[0].value or "") if interest else "",
        given=steps[given.step].at if given else "",
        chair=given.sealed.partition("\n")[0] if given else "",
        opened=own_ratings.read(str(change.value), whose) if change else None,
        opened_by=step.author if step else "",
        opened_at=step.at if step else "",
        again=change is not None and given is not None and own_ratings.digest(str(change.value)) != given.digest,
    )


def _opening(digests: Said, opened: Said, given: _Given | None) -> Change | None:
    """What a chair opened of what the member sealed: the last of it, if that was opened, else the last that was."""
    sealed = {change.value for change in digests.ever if change.value}
    found = [(own_ratings.digest(str(change.value)), change) for change in opened.ever if change.value]
    found = sorted((pair for pair in found if pair[0] in sealed), key=lambda pair: pair[1].id)
    last = given.digest if given else ""
    return next((change for digest, change in found if digest == last), found[-1][1] if found else None)
