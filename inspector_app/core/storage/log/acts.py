"""What people's own lines say of cards: introductions, and what the lead withdrew.

Whose line says it decides, and not which change is the last of its field: a member can write on top of any.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from inspector_app.core.domain.fields import INSPECTION, PERSON
from inspector_app.core.domain.ids import DeviceId, EntityId, PersonId, StepId, device_of, step_of
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.domain.steps.lasting import lasting
from inspector_app.core.domain.trust import Withdrawal
from inspector_app.core.storage.log import journal, stretches
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_PERSON = OF_ENTITY["person"]
_WITH_ACTS = select(_PERSON.c.id).where(
    or_(_PERSON.c[head_of("withdrawn")].is_not(None), _PERSON.c[head_of("deleted")].is_not(None))
)
_WITH_ROLES = select(_PERSON.c.id).where(_PERSON.c[head_of("role")].is_not(None))
_WITH_CARDS = select(_PERSON.c.id).where(_PERSON.c[head_of("card")].is_not(None))


@dataclass(frozen=True, slots=True)
class Self:
    """This laptop's person and its ids: what it wrote itself and has not signed yet is theirs too."""

    person: PersonId
    devices: Collection[DeviceId]


@dataclass(frozen=True, slots=True)
class Offer:
    """A card (its text) that somebody's own line says is this person's, and what they say of them."""

    person: PersonId
    card: str
    by: PersonId
    said: str


def withdrawals(connection: Connection, leads: Collection[PersonId], me: Self) -> dict[str, Withdrawal]:
    """What the lead withdrew, by signing key."""
    found: dict[str, Withdrawal] = {}
    for person in connection.scalars(_WITH_ACTS).all():
        for change in _standing(connection, person, "withdrawn", leads, me):
            for key, counting in _listed(change.value).items():
                before = found[key].stretches if key in found else frozenset[str]()
                found[key] = Withdrawal(PersonId(person), counting | (before or frozenset()))
    return found


def removed(connection: Connection, leads: Collection[PersonId], me: Self) -> frozenset[PersonId]:
    """Whom the lead took out of the team."""
    people = connection.scalars(_WITH_ACTS).all()
    return frozenset(
        PersonId(person)
        for person in people
        if any(change.value for change in _standing(connection, person, "deleted", leads, me))
    )


def roles(connection: Connection, leads: Collection[PersonId], me: Self) -> dict[str, str]:
    """What the lead said that people are in the inspection, by person.

    Nobody of whom they said two things at once, on two laptops of theirs.
    """
    return {
        person: said
        for person in connection.scalars(_WITH_ROLES).all()
        if (said := role(connection, PersonId(person), leads, me))
    }


def role(connection: Connection, person: PersonId, leads: Collection[PersonId], me: Self) -> str:
    """The same of one person; "" where the lead said nothing."""
    said = {str(change.value or "") for change in _standing(connection, person, "role", leads, me)}
    return said.pop() if len(said) == 1 else ""


def offers(connection: Connection, me: Self) -> list[Offer]:
    """Every card of everybody that somebody introduced: of each introducer the last one."""
    found: list[Offer] = []
    for person in connection.scalars(_WITH_CARDS).all():
        said = dict(_by_maker(connection, person, "said", me))
        last = dict(_by_maker(connection, person, "card", me))
        found += [Offer(PersonId(person), str(card), by, str(said.get(by) or "")) for by, card in last.items() if card]
    return found


def founders(connection: Connection, me: Self) -> tuple[PersonId, ...]:
    """Who made the inspection: who first wrote what service it is of. More than one only where somebody claims it too."""
    history = journal.field_history(connection, INSPECTION.code, EntityId(INSPECTION.code), "service")
    first = sorted(change.id for change in history if not change.parents)
    found = who_made(connection, [step_of(change) for change in first], me)
    return tuple(dict.fromkeys(found[step_of(change)] for change in first))


def who_made(connection: Connection, steps: Collection[StepId], me: Self) -> dict[StepId, PersonId]:
    """By step, on whose laptop it was made; of a step of the former format, that nobody signed, who it says wrote it."""
    signed = stretches.makers(connection, steps)
    wrote = {step.id: step.author for step in journal.steps(connection, steps).values()}
    return {step: _maker(step, signed, me) or author for step, author in wrote.items()}


def _standing(connection: Connection, person: str, field: str, by: Collection[PersonId], me: Self) -> list[Change]:
    """Of what these people wrote into a field, what lasts."""
    history = journal.field_history(connection, PERSON.code, EntityId(person), field)
    makers = _makers(connection, history, me)
    theirs = [change.id for change in history if makers.get(change.id) in by]
    return lasting({change.id: change for change in history}, theirs)


def _by_maker(connection: Connection, person: str, field: str, me: Self) -> Iterator[tuple[PersonId, object]]:
    """Who wrote what into a field, each one's last last."""
    history = journal.field_history(connection, PERSON.code, EntityId(person), field)
    makers = _makers(connection, history, me)
    for change in reversed(history):
        if change.id in makers:
            yield makers[change.id], change.value


def _makers(connection: Connection, changes: Collection[Change], me: Self) -> dict[str, PersonId]:
    """By change, the person on whose laptop it was made, as far as a signature (or this laptop's own id) says so."""
    signed = stretches.makers(connection, [change.step for change in changes])
    found = {change.id: _maker(change.step, signed, me) for change in changes}
    return {change: person for change, person in found.items() if person is not None}


def _maker(step: StepId, signed: Mapping[StepId, tuple[str | None, str | None]], me: Self) -> PersonId | None:
    person, _ = signed.get(step, (None, None))
    if person is not None:
        return PersonId(person)
    return me.person if device_of(step) in me.devices else None


def _listed(value: object) -> dict[str, frozenset[str]]:
    """What a `withdrawn` says: stretches by key. Nothing where it is not as written."""
    try:
        found = json.loads(str(value)) if value else {}
        return {str(key): frozenset(str(i) for i in ids) for key, ids in found.items()}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return {}
