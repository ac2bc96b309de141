"""What people's own lines say of cards: introductions, and what the lead withdrew.

Whose line says it decides, and not which change is the last of its field: a member can write on top of any.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import INSPECTION, PERSON
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, PersonId, StepId, device_of, step_of
from inspector_app.core.domain.steps.changes import Change, heads_in
from inspector_app.core.domain.steps.lasting import lasting
from inspector_app.core.domain.trust import Withdrawal
from inspector_app.core.storage.into import AllOf
from inspector_app.core.storage.log import journal, stretches
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_PERSON = OF_ENTITY["person"]


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
    for person, standing in _standing_of_all(connection, "withdrawn", leads, me).items():
        for change in standing:
            for key, counting in _listed(change.value).items():
                before = found[key].stretches if key in found else frozenset[str]()
                found[key] = Withdrawal(PersonId(person), counting | (before or frozenset()))
    return found


def removed(connection: Connection, leads: Collection[PersonId], me: Self) -> frozenset[PersonId]:
    """Whom the lead took out of the team."""
    standing = _standing_of_all(connection, "deleted", leads, me)
    return frozenset(PersonId(person) for person, last in standing.items() if any(change.value for change in last))


def roles(connection: Connection, leads: Collection[PersonId], me: Self) -> dict[str, str]:
    """What the lead said that people are in the inspection, by person.

    Nobody of whom they said two things at once, on two laptops of theirs.
    """
    standing = _standing_of_all(connection, "role", leads, me)
    return {person: said for person, last in standing.items() if (said := _role(last))}


def ever_were(connection: Connection, leads: Collection[PersonId], me: Self) -> dict[str, frozenset[str]]:
    """All that the lead ever said that people are, by person: what somebody did as that stays done."""
    histories, makers = _of_all(connection, ("role",), me)
    return {
        person: frozenset(str(change.value or "") for change in history if makers.get(change.id) in leads)
        for person, (history,) in histories.items()
    }


def role(connection: Connection, person: PersonId, leads: Collection[PersonId], me: Self) -> str:
    """The same of one person; "" where the lead said nothing."""
    history = journal.field_history(connection, PERSON.code, EntityId(person), "role")
    return _role(_standing(history, _makers(connection, history, me), leads))


def _role(standing: Collection[Change]) -> str:
    said = {str(change.value or "") for change in standing}
    return said.pop() if len(said) == 1 else ""


def offers(connection: Connection, me: Self) -> list[Offer]:
    """Every card of everybody that somebody introduced: of each introducer the last one."""
    found: list[Offer] = []
    histories, makers = _of_all(connection, ("card", "said"), me)
    for person, (cards, words) in histories.items():
        said = dict(_by_maker(words, makers))
        last = dict(_by_maker(cards, makers))
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


def _of_all(
    connection: Connection, fields: Collection[str], me: Self
) -> tuple[dict[str, list[list[Change]]], Mapping[str, PersonId]]:
    """Of each person of whom the first of these fields was written, the history of each; and who made what of it.

    All is read together: a team is asked for at each package, and to ask for each person took a query for every answer.
    """
    rows = list(_written(*fields).rows(connection))
    if not rows:  # as of what was withdrawn or removed, nearly always, which each package asks for four times
        return {}, {}
    above = journal.above(connection, [head for row in rows for text in row[1:] for head in heads_in(text or "")])
    by_field: dict[tuple[str, str], dict[ChangeId, Change]] = {}
    for change in above.values():
        by_field.setdefault((change.entity_id, change.field), {})[change.id] = change
    histories = {
        person: [journal.newest_first(by_field.get((person, field), {})) for field in fields] for person, *_ in rows
    }
    return histories, _makers(connection, list(above.values()), me)


@cache
def _written(*fields: str) -> AllOf:
    """Of whom the first of these fields was written, with the heads of each."""
    heads = [_PERSON.c[head_of(field)] for field in fields]
    return AllOf(select(_PERSON.c.id, *heads).where(heads[0].is_not(None)).order_by(_PERSON.c.id))


def _standing_of_all(connection: Connection, field: str, by: Collection[PersonId], me: Self) -> dict[str, list[Change]]:
    """Of what these people wrote into a field of anybody, what lasts, by whom it is of."""
    histories, makers = _of_all(connection, (field,), me)
    return {person: _standing(history, makers, by) for person, (history,) in histories.items()}


def _standing(history: Collection[Change], makers: Mapping[str, PersonId], by: Collection[PersonId]) -> list[Change]:
    theirs = [change.id for change in history if makers.get(change.id) in by]
    return lasting({change.id: change for change in history}, theirs)


def _by_maker(history: Sequence[Change], makers: Mapping[str, PersonId]) -> Iterator[tuple[PersonId, object]]:
    """Who wrote what into a field, each one's last last."""
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
