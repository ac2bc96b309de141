"""What this laptop knows of packages and of other laptops. Local: it is not inspection data and never travels."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields

from sqlalchemy import Connection, bindparam, case, func, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.ids import DeviceId
from inspector_app.core.domain.steps.changes import Verb
from inspector_app.core.storage.tables import LAPTOPS, PACKAGES, STEPS, upsert

IN, OUT = "in", "out"
WHOEVER = "passphrase"  # stands for the recipient of a package sealed with a passphrase
MOST_PACKAGES = 9_999  # of one laptop to one person: no reader takes a higher number


@dataclass(frozen=True, slots=True)
class Record:
    """A package that went out to, or came in from, a person. `number` counts those of one device to one person."""

    package: str
    way: str
    device: str
    person: str
    number: int
    made: str  # by the sender's clock
    at: str  # by ours
    steps: int
    changes: int


@dataclass(frozen=True, slots=True)
class Laptop:
    """What another laptop was last known to have."""

    device: DeviceId
    person: str
    has: frozenset[str]  # stretches


_RECORD = insert(PACKAGES).on_conflict_do_nothing()
_RECORDS = select(*(PACKAGES.c[field.name] for field in fields(Record))).order_by(PACKAGES.c.at, PACKAGES.c.number)
_LAPTOPS = select(LAPTOPS.c.person, LAPTOPS.c.has)
_NOTE_LAPTOP = upsert(LAPTOPS)
_COME = func.max(case((STEPS.c.at <= bindparam("now"), STEPS.c.at)))  # of a clock that ran ahead the rest is not known
_LAST = func.coalesce(_COME, func.max(STEPS.c.at))
_LATEST = select(STEPS.c.author, _LAST).where(STEPS.c.verb != Verb.IMPORT.value).group_by(STEPS.c.author)
_LAST_ON_ITEMS = select(STEPS.c.item, _LAST).where(STEPS.c.author == bindparam("person")).group_by(STEPS.c.item)


def record(connection: Connection, found: Record) -> bool:
    """Note a package; False for one that was noted before."""
    return connection.execute(_RECORD, asdict(found)).rowcount > 0


def receive(connection: Connection, found: Record, has: Collection[str]) -> None:
    """Note a package that came in, and which stretches its sender's laptop has by it; a second time it says nothing new."""
    if record(connection, found):
        note_laptop(connection, Laptop(DeviceId(found.device), found.person, frozenset(has)))


def records(connection: Connection) -> list[Record]:
    """Every package noted, oldest first by our clock."""
    return [Record(**row._mapping) for row in connection.execute(_RECORDS)]


def next_numbers(connection: Connection, device: DeviceId, people: Sequence[str]) -> dict[str, int]:
    """The number of this device's next package to each of these people, from 1."""
    sent = [r for r in records(connection) if r.way == OUT and r.device == device]
    last = {person: max((r.number for r in sent if r.person == person), default=0) for person in people}
    return {person: min(number + 1, MOST_PACKAGES) for person, number in last.items()}


def note_laptop(connection: Connection, found: Laptop) -> None:
    """Note what another laptop has, as its package that came last says.

    Should packages come in another order than they were made, less is thought to be there than is: more is sent than is
    needed, and nothing is lost. A laptop that went back to an older copy is believed.
    """
    has = " ".join(sorted(found.has))
    connection.execute(_NOTE_LAPTOP, {"device": found.device, "person": found.person, "has": has})


def not_known_to(connection: Connection, mine: frozenset[str], people: Sequence[str]) -> frozenset[str]:
    """Of the stretches here, those that some laptop of these people is not known to have."""
    wanted: frozenset[str] = frozenset()
    laptops = connection.execute(_LAPTOPS).all()
    for person in people:
        theirs = [has.split() for owner, has in laptops if owner == person]
        wanted |= mine.difference(set[str](theirs[0]).intersection(*theirs)) if theirs else mine
    return wanted


def known_to_nobody(connection: Connection, mine: frozenset[str]) -> frozenset[str]:
    """Of the stretches here, those that no other laptop is known to have."""
    return mine.difference(*(has.split() for _owner, has in connection.execute(_LAPTOPS)))


def latest(connection: Connection, now: str) -> dict[str, str]:
    """Person id -> when they last worked, of the work that is here, by their own clock.

    A time that is still to come is given only where there is no other.
    """
    return dict(connection.execute(_LATEST, {"now": now}).all())


def last_on_items(connection: Connection, person: str, now: str) -> dict[str, str]:
    """By item, when that person last worked on it; otherwise as `latest`."""
    return dict(connection.execute(_LAST_ON_ITEMS, {"person": person, "now": now}).all())


def missing_numbers(records: Sequence[Record], device: str) -> tuple[int, ...]:
    """The numbers, up to the last one that came from that device, of packages that have not come."""
    come = {r.number for r in records if r.way == IN and r.device == device}
    return tuple(n for n in range(1, max(come, default=0)) if n not in come)
