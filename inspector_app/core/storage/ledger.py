"""What this laptop knows of packages and of other laptops. Local: it is not inspection data and never travels."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, fields

from sqlalchemy import Connection, bindparam, case, func, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.ids import DeviceId, device_of
from inspector_app.core.domain.steps.changes import Verb
from inspector_app.core.storage import kept
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.into import OutOf
from inspector_app.core.storage.tables import LAPTOPS, PACKAGES, STEPS, upsert

IN, OUT = "in", "out"
AFTER_A_DEVICE = "/"  # sorts behind the "." that stands between a laptop and the number of a step
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
# SQLite keeps anything in any column: a row that no program of ours wrote counts as none.
_ARE_RECORDS = (
    PACKAGES.c.way.in_([IN, OUT]),
    PACKAGES.c.number.between(1, MOST_PACKAGES),
    *(func.typeof(PACKAGES.c[name]) == "text" for name in ("package", "device", "person", "made", "at")),
    *(func.typeof(PACKAGES.c[name]) == "integer" for name in ("number", "steps", "changes")),
)
_ARE_LAPTOPS = tuple(func.typeof(column) == "text" for column in LAPTOPS.c)
_RECORDS = select(*(PACKAGES.c[field.name] for field in fields(Record))).where(*_ARE_RECORDS)
_IN_ORDER = _RECORDS.order_by(PACKAGES.c.at, PACKAGES.c.number)
_LAPTOPS = select(LAPTOPS.c.device, LAPTOPS.c.person, LAPTOPS.c.has).where(*_ARE_LAPTOPS)
_HAS = select(LAPTOPS.c.has).where(LAPTOPS.c.device == bindparam("device"), *_ARE_LAPTOPS)
_NOTE_LAPTOP = upsert(LAPTOPS)
_NEXT_DEVICE = OutOf(select(func.min(STEPS.c.id)).where(STEPS.c.id > bindparam("behind")))
_WORKED = select(STEPS.c.author, STEPS.c.at).where(under(STEPS.c.id), STEPS.c.verb != Verb.IMPORT.value)
_LAST_WORKED = _WORKED.order_by(STEPS.c.id.desc()).limit(1)
_LAST_COME, _LAST_OF_ALL = OutOf(_LAST_WORKED.where(STEPS.c.at <= bindparam("now"))), OutOf(_LAST_WORKED)
_COME = func.max(case((STEPS.c.at <= bindparam("now"), STEPS.c.at)))  # of a clock that ran ahead the rest is not known
_LAST = func.coalesce(_COME, func.max(STEPS.c.at))
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
    return [Record(**row._mapping) for row in connection.execute(_IN_ORDER)]


def next_numbers(connection: Connection, device: DeviceId, people: Sequence[str]) -> dict[str, int]:
    """The number of this device's next package to each of these people, from 1."""
    sent = [r for r in records(connection) if r.way == OUT and r.device == device]
    last = {person: max((r.number for r in sent if r.person == person), default=0) for person in people}
    return {person: min(number + 1, MOST_PACKAGES) for person, number in last.items()}


def note_laptop(connection: Connection, found: Laptop) -> None:
    """Note what another laptop has, as its package that came last says.

    Should packages come in another order than they were made, less is thought to be there than is: more is sent than is
    needed, and nothing is lost. A laptop that went back to an older copy is believed. What it has no longer is owed to it
    until it goes into a package, whatever it says meanwhile: of two copies of the file on one laptop the one that has it may
    always be heard last, and the other would never be sent it.
    """
    before = connection.scalar(_HAS, {"device": found.device}) or ""
    _owe(connection, found.device, _owed(connection).get(found.device, frozenset()) | set(before.split()) - found.has)
    has = " ".join(sorted(found.has))
    connection.execute(_NOTE_LAPTOP, {"device": found.device, "person": found.person, "has": has})


def note_given(connection: Connection, people: Collection[str], given: Collection[str]) -> None:
    """Note that a package with these stretches, as far as they lack them, goes to these people: so much is owed no longer."""
    owed = _owed(connection)
    for device, person, _has in connection.execute(_LAPTOPS).all():
        if person in people and device in owed:
            _owe(connection, device, owed[device].difference(given))


def _owed(connection: Connection) -> dict[str, frozenset[str]]:
    return {device: frozenset(some.split()) for device, some in kept.all_kept(connection, kept.OWED).items()}


def _owe(connection: Connection, device: str, owed: Collection[str]) -> None:
    if owed:
        kept.keep(connection, kept.OWED, device, " ".join(sorted(owed)))
    else:
        kept.forget(connection, kept.OWED, device)


def not_known_to(connection: Connection, mine: frozenset[str], people: Sequence[str]) -> frozenset[str]:
    """Of the stretches here, those that some laptop of these people is not known to have, or is owed."""
    wanted: frozenset[str] = frozenset()
    laptops = connection.execute(_LAPTOPS).all()
    owed = _owed(connection)
    for person in people:
        theirs = [
            set(has.split()).difference(owed.get(device, ())) for device, owner, has in laptops if owner == person
        ]
        wanted |= mine.difference(set[str](theirs[0]).intersection(*theirs)) if theirs else mine
    return wanted


def known_to_nobody(connection: Connection, mine: frozenset[str]) -> frozenset[str]:
    """Of the stretches here, those that no other laptop is known to have."""
    return mine.difference(*(has.split() for _device, _owner, has in connection.execute(_LAPTOPS)))


def latest(connection: Connection, now: str) -> dict[str, str]:
    """Person id -> when they last worked, of the work that is here, by their own clock.

    A time that is still to come is given only where there is no other. Of each laptop the end of its line is looked at, in
    the order of the ids, so that it costs the same however many steps there are.
    """
    found: dict[str, str] = {}
    for device in _devices(connection):
        last = _last_worked(connection, device, now)
        if last:
            author, at = last
            found[author] = max(found.get(author, at), at, key=lambda time: (time <= now, time))
    return found


def _devices(connection: Connection) -> Iterator[str]:
    """The laptops that steps are here of, each found by the first of them."""
    behind = ""
    while (row := _NEXT_DEVICE.row(connection, behind=behind)) and row[0]:
        yield (device := device_of(row[0]))
        behind = device + AFTER_A_DEVICE


def _last_worked(connection: Connection, device: str, now: str) -> tuple[str, str] | None:
    """Author and time of the last step of a laptop that was made by hand."""
    start = f"{device}."
    return _LAST_COME.row(connection, under=start, now=now) or _LAST_OF_ALL.row(connection, under=start)


def last_on_items(connection: Connection, person: str, now: str) -> dict[str, str]:
    """By item, when that person last worked on it; otherwise as `latest`."""
    return dict(connection.execute(_LAST_ON_ITEMS, {"person": person, "now": now}).all())


def missing_numbers(
    connection: Connection, records: Sequence[Record], device: str, here: frozenset[str]
) -> tuple[int, ...]:
    """The numbers, up to the last one that came from that device, of packages that have not come, and whose work has not.

    `here`: the stretches that are. A laptop's last package names all that it had, what it gave before too: where that is
    here, it came by another way.
    """
    come = [r.number for r in records if r.way == IN and r.device == device]
    lacking = tuple(n for n in range(1, max(come, default=0)) if n not in come)
    if not lacking or come[-1] != max(come):  # what the newest said of what it had was written over by an earlier one
        return lacking
    said = connection.scalar(_HAS, {"device": device})
    return lacking if said is None or set(said.split()) - here else ()
