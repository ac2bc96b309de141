"""The signed stretches of laptops' lines: which are here, what they cover, and what counts no longer."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Row, and_, bindparam, delete, exists, func, or_, select, update

from inspector_app.core.domain.ids import DeviceId, StepId
from inspector_app.core.domain.steps.line import Entry, Made, Stretch, entry, taken_apart, written
from inspector_app.core.storage.ids import among, under
from inspector_app.core.storage.into import AllOf
from inspector_app.core.storage.log import journal, union
from inspector_app.core.storage.log.union import Incoming, Joined
from inspector_app.core.storage.tables import ASIDE, CHANGES, STEPS, STRETCHES, upsert


class State(StrEnum):
    """What of a stretch is here."""

    HELD = "held"  # all its steps, each in the stage that it names or a later one
    WANTING = "wanting"  # a step of it went with another that was set aside: it is to be brought again
    ASIDE = "aside"  # the lead withdrew its card without it


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch as it is kept. `person`: whose it was found to be; `line`: as a package carries it."""

    id: str
    signer: str
    person: str
    state: State
    line: str

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What it covers."""
        device, _, _, entries, _ = json.loads(self.line)
        return tuple(Entry(StepId(f"{device}.{step}"), revisions, digest) for step, revisions, digest in entries)

    @property
    def steps(self) -> frozenset[str]:
        """The steps that it covers."""
        device, _, _, entries, _ = json.loads(self.line)
        return frozenset([f"{device}.{step}" for step, _, _ in entries])


_ALL = select(STRETCHES.c.id, STRETCHES.c.signer, STRETCHES.c.person, STRETCHES.c.state, STRETCHES.c.line)
_SOME = _ALL.where(among(STRETCHES.c.id))
_OF_SIGNERS = _ALL.where(among(STRETCHES.c.signer))
_IDS = select(STRETCHES.c.id).where(STRETCHES.c.state == bindparam("state"))
_KEEP = upsert(STRETCHES)
_MARK = update(STRETCHES).where(among(STRETCHES.c.id)).values(state=bindparam("now"))
_COVER = update(STEPS).where(among(STEPS.c.id)).values(stretch=bindparam("by"))
_HAS_CHANGES = exists().where(under(CHANGES.c.id, STEPS.c.id.concat(".")))
_STRETCH_LOST = and_(STEPS.c.stretch.is_not(None), STEPS.c.stretch.not_in(select(STRETCHES.c.id)))
_WITHOUT_STRETCH = select(STEPS.c.id).where(_STRETCH_LOST)
_UNCOVER = update(STEPS).where(or_(among(STEPS.c.stretch), _STRETCH_LOST), _HAS_CHANGES).values(stretch=None)
_UNSIGNED = select(STEPS.c.id).where(under(STEPS.c.id), STEPS.c.stretch.is_(None))
_COUNT_UNSIGNED = select(func.count()).select_from(_UNSIGNED.subquery())
_COVERED = select(STEPS.c.id, STEPS.c.stretch, STEPS.c.carrier).where(among(STEPS.c.stretch))
_COVERING = select(STEPS.c.stretch).where(among(STEPS.c.id)).distinct()
_MAKERS = AllOf(
    select(STEPS.c.id, STRETCHES.c.person, STEPS.c.carrier)
    .outerjoin_from(STEPS, STRETCHES, STEPS.c.stretch == STRETCHES.c.id)
    .where(among(STEPS.c.id))
)
_PUT_ASIDE = upsert(ASIDE)
_ASIDE_OF = select(ASIDE.c.step, ASIDE.c.stretch, ASIDE.c.carrier, ASIDE.c.line).where(among(ASIDE.c.stretch))
_COUNT_ASIDE = (
    select(STRETCHES.c.person, func.count())
    .select_from(ASIDE.join(STRETCHES, ASIDE.c.stretch == STRETCHES.c.id))
    .group_by(STRETCHES.c.person)
)
_FORGET_ASIDE = delete(ASIDE).where(among(ASIDE.c.stretch))


def held(connection: Connection) -> frozenset[str]:
    """The stretches that this laptop has, whole."""
    return frozenset(connection.scalars(_IDS, {"state": State.HELD}))


def known(connection: Connection) -> frozenset[str]:
    """The same, and those whose steps are kept although they count no longer."""
    return held(connection) | {*connection.scalars(_IDS, {"state": State.ASIDE})}


def kept(connection: Connection, ids: Iterable[str]) -> list[Kept]:
    """Of these stretches, those that are kept here in whatever state."""
    return _kept(connection.execute(_SOME, {"ids": list(ids)}))


def all_kept(connection: Connection) -> list[Kept]:
    """Every stretch."""
    return _kept(connection.execute(_ALL))


def of_signers(connection: Connection, signers: Iterable[str]) -> list[Kept]:
    """Everything that was signed with these keys."""
    return _kept(connection.execute(_OF_SIGNERS, {"ids": list(signers)}))


def keep(connection: Connection, stretch: Stretch, person: str) -> None:
    """Keep a stretch of that person of which every step is here."""
    about = {"id": stretch.id, "signer": stretch.signer, "person": person, "state": State.HELD, "line": stretch.line}
    connection.execute(_KEEP, about)


def cover(connection: Connection, stretch: Stretch) -> None:
    """Note that this stretch covers its steps, as they are here."""
    connection.execute(_COVER, {"by": stretch.id, "ids": [e.step for e in stretch.entries]})


def unsigned(connection: Connection, devices: Collection[DeviceId]) -> list[Made]:
    """The steps of these laptops that no signature covers yet."""
    found = (connection.scalars(_UNSIGNED, {"under": f"{device}."}) for device in devices)
    return journal.made(connection, [StepId(i) for of_device in found for i in of_device])


def how_many_unsigned(connection: Connection, devices: Collection[DeviceId]) -> int:
    """How many steps of these laptops no signature covers yet."""
    return sum(connection.scalar(_COUNT_UNSIGNED, {"under": f"{device}."}) or 0 for device in devices)


def work(connection: Connection, wanted: Collection[str]) -> tuple[list[str], list[Made]]:
    """These stretches as lines of a package, and the steps of them.

    Of a step that two of them name in two stages the later one is here, so the stretch that covers it comes along.
    """
    asked, found = set[str](), dict[str, Kept]()
    while more := set(wanted) - asked:
        asked |= more
        found.update((stretch.id, stretch) for stretch in kept(connection, more))
        steps = {entry.step for i in more if i in found for entry in found[i].entries}
        wanted = {*connection.scalars(_COVERING, {"ids": list(steps)})} - {None}
    steps = {entry.step for stretch in found.values() for entry in stretch.entries}
    return [stretch.line for stretch in found.values()], journal.made(connection, steps)


def steps_in(connection: Connection, wanted: Collection[str]) -> int:
    """How many steps there are in these stretches."""
    return len(set[str]().union(*(stretch.steps for stretch in kept(connection, wanted)))) if wanted else 0


def makers(connection: Connection, steps: Iterable[StepId]) -> dict[StepId, tuple[str | None, str | None]]:
    """Whose laptop signed each of these steps, and whose package brought it: person ids, None where nobody did."""
    rows = _MAKERS.rows(connection, ids=list(set(steps)))
    return {StepId(step): (person, carrier) for step, person, carrier in rows}


def set_aside_of(connection: Connection) -> dict[str, int]:
    """By person, how many steps of theirs are set aside."""
    return dict(connection.execute(_COUNT_ASIDE).all())


def set_aside(connection: Connection, out: Collection[str]) -> tuple[Joined, int]:
    """Take the steps of these stretches out of the log, and keep them; other stretches that name one are wanting then.

    Gives what became of values by that, and how many steps it were.
    """
    rows = connection.execute(_COVERED, {"ids": list(out)}).all()
    steps = {StepId(row.id): row for row in rows}
    lines = {made.step.id: written(made) for made in journal.made(connection, list(steps))}
    if lines:
        connection.execute(_PUT_ASIDE, [
            {"step": i, "stretch": steps[i].stretch, "carrier": steps[i].carrier, "line": line}
            for i, line in lines.items()
        ])  # fmt: skip
    done = union.take_out(connection, list(lines))
    _mark(connection, out, State.ASIDE)
    alike = {stretch.signer for stretch in kept(connection, out)}
    wanting = [s.id for s in of_signers(connection, alike) if s.state is State.HELD and _names(s, lines)]
    _mark(connection, wanting, State.WANTING)
    return done, len(lines)


def bring_back(connection: Connection, wanted: Collection[str], own: Collection[DeviceId]) -> Joined:
    """Put the steps of stretches that had been set aside into the log again."""
    rows = connection.execute(_ASIDE_OF, {"ids": list(wanted)}).all()
    incoming = [Incoming(taken_apart(row.line), row.stretch, row.carrier) for row in rows]
    done = union.join(connection, incoming, own, lambda _done, _of: None)
    connection.execute(_FORGET_ASIDE, {"ids": list(wanted)})
    _mark(connection, wanted, State.HELD)
    return done


def mark_broken(connection: Connection) -> frozenset[StepId]:
    """Of a log that was saved from a damaged file: a stretch of which something is lost is wanting, and comes again.

    What is left of it, or was of a stretch that is lost itself, is unsigned then: this laptop signs its own anew, and of
    others' what comes signed takes its place. Gives those of these steps that are not known to be all that was signed.
    """
    stretches = [stretch for stretch in all_kept(connection) if stretch.state is State.HELD]
    steps = sorted({named.step for stretch in stretches for named in stretch.entries})
    here = {made.step.id: entry(made) for made in journal.made(connection, steps)}
    broken = [s for s in stretches if not all(_stands(here.get(named.step), named) for named in s.entries)]
    _mark(connection, [stretch.id for stretch in broken], State.WANTING)
    spoilt = {named.step for stretch in broken for named in stretch.entries if here.get(named.step) != named}
    spoilt |= {StepId(step) for step in connection.scalars(_WITHOUT_STRETCH)}
    connection.execute(_UNCOVER, {"ids": [stretch.id for stretch in broken]})
    return frozenset(spoilt)


def _stands(found: Entry | None, named: Entry) -> bool:
    return found is not None and (found == named or found.revisions > named.revisions)


def _mark(connection: Connection, ids: Collection[str], state: State) -> None:
    connection.execute(_MARK, {"ids": list(ids), "now": state})


def _names(stretch: Kept, steps: Collection[StepId]) -> bool:
    return any(entry.step in steps for entry in stretch.entries)


def _kept(rows: Iterable[Row[str, str, str, str, str]]) -> list[Kept]:
    return [Kept(i, signer, person, State(state), line) for i, signer, person, state, line in rows]
