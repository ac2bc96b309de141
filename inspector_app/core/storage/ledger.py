"""What this laptop knows of packages and of other laptops. Local: it is not inspection data and never travels."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.changes import Change, Step, Verb
from inspector_app.core.domain.ids import ChangeId, DeviceId, StepId, step_of
from inspector_app.core.domain.team import Held, Revisions, lacking
from inspector_app.core.storage import journal
from inspector_app.core.storage.columns import NOUGHT
from inspector_app.core.storage.tables import CHANGES, LAPTOPS, PACKAGES, STEPS, upsert

IN, OUT = "in", "out"
WHOEVER = "passphrase"  # stands for the recipient of a package sealed with a passphrase


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
    has: Mapping[DeviceId, Held]


_RECORD = insert(PACKAGES).on_conflict_do_nothing()
_RECORDS = select(*(PACKAGES.c[field.name] for field in fields(Record))).order_by(PACKAGES.c.at, PACKAGES.c.number)
_LAPTOPS = select(LAPTOPS.c.person, LAPTOPS.c.has)
_NOTE_LAPTOP = upsert(LAPTOPS)
_AMENDED = select(CHANGES.c.id, CHANGES.c.revision).where(CHANGES.c.revision > NOUGHT)
_STEP_IDS = select(STEPS.c.id)
_LATEST = select(STEPS.c.author, func.max(STEPS.c.at)).where(STEPS.c.verb != Verb.IMPORT.value).group_by(STEPS.c.author)


def record(connection: Connection, found: Record) -> bool:
    """Note a package; False for one that was noted before."""
    return connection.execute(_RECORD, asdict(found)).rowcount > 0


def receive(connection: Connection, found: Record, has: Mapping[DeviceId, Held]) -> None:
    """Note a package that came in, and what its sender's laptop has by it; a second time it says nothing new."""
    if record(connection, found):
        note_laptop(connection, Laptop(DeviceId(found.device), found.person, has))


def records(connection: Connection) -> list[Record]:
    """Every package noted, oldest first by our clock."""
    return [Record(**row._mapping) for row in connection.execute(_RECORDS)]


def next_numbers(connection: Connection, device: DeviceId, people: Sequence[str]) -> dict[str, int]:
    """The number of this device's next package to each of these people, from 1."""
    sent = [r for r in records(connection) if r.way == OUT and r.device == device]
    return {person: 1 + max((r.number for r in sent if r.person == person), default=0) for person in people}


def note_laptop(connection: Connection, found: Laptop) -> None:
    """Note what another laptop has, as its package that came last says.

    Should packages come in another order than they were made, less is thought to be there than is: more is sent than is
    needed, and nothing is lost. A laptop that went back to an older copy is believed.
    """
    has = json.dumps({device: [held.count, held.digest] for device, held in found.has.items()})
    connection.execute(_NOTE_LAPTOP, {"device": found.device, "person": found.person, "has": has})


def not_known_to(connection: Connection, mine: Revisions, people: Sequence[str]) -> set[StepId]:
    """Of the steps here, those that some laptop of these people is not known to have."""
    wanted: set[StepId] = set()
    laptops = connection.execute(_LAPTOPS).all()
    for person in people:
        theirs = [_has(has) for owner, has in laptops if owner == person]
        wanted |= set(mine) if not theirs else set[StepId]().union(*(lacking(mine, has) for has in theirs))
    return wanted


def step_ids(connection: Connection) -> Revisions:
    """Every step here, with how often its changes were amended."""
    found = {StepId(i): 0 for i in connection.scalars(_STEP_IDS)}
    for change, revision in connection.execute(_AMENDED):
        found[step_of(ChangeId(change))] += revision
    return found


def work(connection: Connection, wanted: set[StepId]) -> tuple[tuple[Step, ...], tuple[Change, ...]]:
    """These steps with their changes."""
    steps = tuple(s for s in journal.all_steps(connection) if s.id in wanted)
    return steps, tuple(c for c in journal.log(connection) if c.step in wanted)


def latest(connection: Connection) -> dict[str, str]:
    """Person id -> when they last worked, of the work that is here, by their own clock."""
    return dict(connection.execute(_LATEST).all())


def missing_numbers(records: Sequence[Record], device: str) -> tuple[int, ...]:
    """The numbers, up to the last one that came from that device, of packages that have not come."""
    come = {r.number for r in records if r.way == IN and r.device == device}
    return tuple(n for n in range(1, max(come, default=0)) if n not in come)


def _has(text: str) -> dict[DeviceId, Held]:
    return {DeviceId(device): Held(count, digest) for device, (count, digest) in json.loads(text).items()}
