"""The ledger: whose work is here up to when, what is missing, who is not known to have ours, and who waits for a yes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.trust import Pin, Standing
from inspector_app.core.services import trusting
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.people.membership import Introduction
from inspector_app.core.services.profile import numbers
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept, ledger
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.ledger import IN, OUT
from inspector_app.core.storage.log import stretches


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One person of the team, as this laptop knows them.

    `here_until` is when they last worked, of what is here (by their clock); `unconfirmed` how many of the steps here they
    are not known to have, 0 meaning that they have everything, and `ungiven` how many of those went to them in no package;
    `set_aside` how many of theirs count no longer. `key` are
    the key groups of the card that was accepted or, without one, of the card that waits. `how` and `since`: how it was
    accepted, and when; `road`: by which the last package went to them. Times are ISO 8601, UTC, or "" for never; one that is
    still to come says that a clock was wrong. `not_here`: how many steps that this person's own laptop made, and gave away or
    backed up, the file does not hold.
    """

    person: str
    name: str
    role: str
    me: bool
    has_card: bool
    here_until: str
    missing: tuple[int, ...]
    last_received: str
    last_sent: str
    unconfirmed: int
    standing: Standing = Standing.ACCEPTED
    key: str = ""
    how: str = ""
    since: str = ""
    introduced_by: str = ""
    set_aside: int = 0
    road: str = ""
    ungiven: int = 0
    not_here: int = 0


def rows(workspace: Workspace) -> list[LedgerRow]:
    """The ledger: whose work is here up to when, what is missing, and who is not known to have ours."""
    trusting.bring_up_to_date(workspace.laptop, WorkspaceId(workspace.id), workspace.database)
    return _Ledger(workspace).rows()


class _Ledger:
    """Everything that the rows are made of, read in one moment."""

    def __init__(self, workspace: Workspace) -> None:
        laptop = workspace.laptop
        me = trusting.myself(laptop)
        self._people = team.members(workspace)
        with workspace.database.read() as connection:
            self._belief = trusting.believed(laptop, WorkspaceId(workspace.id), connection)
            self._waiting = {row.card.id: row for row in membership.waiting(connection, self._belief, me)}
            self._roads = kept.all_kept(connection, kept.ROAD)
            self._records, self._until = ledger.records(connection), ledger.latest(connection, now())
            here, devices = stretches.known(connection), {r.device for r in self._records if r.way == IN}
            self._missing = {d: ledger.missing_numbers(connection, self._records, d, here) for d in devices}
            unsigned = stretches.how_many_unsigned(connection, me.devices)
            others = [person for person in self._people if person.id != me.person]
            self._lacking = _lacking(connection, others, unsigned)
            self._ungiven = _ungiven(connection, others, unsigned)
            self._aside = stretches.set_aside_of(connection)
            self._not_here = numbers.not_here(laptop, connection, WorkspaceId(workspace.id))

    def rows(self) -> list[LedgerRow]:
        return [self._row(person) for person in self._people]

    def _row(self, person: Card) -> LedgerRow:
        came = [r for r in self._records if r.way == IN and r.person == person.id]
        went = [r for r in self._records if r.way == OUT and r.person == person.id]
        missing = {n for device in {r.device for r in came} for n in self._missing.get(device, ())}
        standing, pin = self._standing(person), self._belief.trusted.pin(person.id)
        waiting = self._waiting.get(person.id)
        me = standing is Standing.ME
        return LedgerRow(
            person=person.id,
            name=person.name,
            role=person.role,
            me=me,
            has_card=bool(person.signing),
            here_until=self._until.get(person.id, ""),
            missing=tuple(sorted(missing)),
            last_received=last_of(r.at for r in came),
            last_sent=last_of(r.at for r in went),
            unconfirmed=0 if me else self._lacking[person.id],
            standing=standing,
            key=self._key(person, pin, waiting),
            how=pin.how if pin else "",
            since=pin.at if pin else "",
            introduced_by=waiting.by if waiting else pin.by if pin else "",
            set_aside=self._aside.get(person.id, 0),
            road=self._roads.get(went[-1].package, "") if went else "",
            ungiven=0 if me else self._ungiven[person.id],
            not_here=self._not_here if me else 0,
        )

    def _standing(self, person: Card) -> Standing:
        found, waiting = self._belief.stands(person.id), self._waiting.get(person.id)
        if waiting is None or found in (Standing.ME, Standing.WITHDRAWN):
            return found
        if waiting.left_out:
            return found if found is Standing.ACCEPTED else Standing.LEFT_OUT
        return Standing.CHANGED if waiting.changed else Standing.WAITING

    def _key(self, person: Card, pin: Pin | None, waiting: Introduction | None) -> str:
        if person.id == self._belief.me.id:
            return team.fingerprint(self._belief.me)
        return team.fingerprint(pin.card) if pin else waiting.key if waiting else ""


def last_of(times: Iterable[str]) -> str:
    """The last of them that has come; else of those that are still to come, for a clock was wrong; "" of none."""
    every, today = sorted(times), now()
    return max((at for at in every if at <= today), default=every[-1] if every else "")


def _lacking(connection: Connection, people: Sequence[Card], unsigned: int) -> dict[str, int]:
    """By person, how many of the steps here they are not known to have; what is not signed yet nobody can have."""
    held = stretches.held(connection)
    unknown = {person.id: ledger.not_known_to(connection, held, [person.id]) for person in people}
    return {person: unsigned + steps for person, steps in _counted(connection, unknown).items()}


def _ungiven(connection: Connection, people: Sequence[Card], unsigned: int) -> dict[str, int]:
    """Of those that they are not known to have, by person, how many were not here when a package last went to them."""
    held, given = stretches.held(connection), kept.all_kept(connection, kept.GIVEN)
    unknown = {person.id: ledger.not_known_to(connection, held, [person.id]) for person in people}
    ungiven = {person: some - frozenset(given.get(person, "").split()) for person, some in unknown.items()}
    return {person: unsigned + steps for person, steps in _counted(connection, ungiven).items()}


def _counted(connection: Connection, wanted: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """How many steps there are in each of these sets of stretches; the same set is counted once.

    Of a colleague who never gave anything all that is here is counted, and a team has several of these.
    """
    counted = {some: stretches.steps_in(connection, some) for some in set(wanted.values())}
    return {person: counted[some] for person, some in wanted.items()}
