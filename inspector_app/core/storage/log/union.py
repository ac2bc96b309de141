"""Bringing another laptop's work in: a union of signed steps, with the heads of each touched field found anew.

What a laptop holds afterwards depends only on which steps it has, not on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, DeviceId, StepId, device_of
from inspector_app.core.domain.steps.changes import Change, heads_in, heads_text
from inspector_app.core.domain.steps.circles import is_in_order
from inspector_app.core.domain.steps.line import Made, entry
from inspector_app.core.domain.whose import GRANTING
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.into import Into
from inspector_app.core.storage.log import awaiting, begun, derived, journal, taking
from inspector_app.core.storage.log.held import Key, held, put
from inspector_app.core.storage.tables import CHANGES, STEPS

_BATCH = 400  # between two of them progress is told, and whoever waits may stop it
T = TypeVar("T")
_ADD_STEP = Into(insert(STEPS))
_DELETE_STEPS, _DELETE_CHANGES = (delete(table).where(among(table.c.id)) for table in (STEPS, CHANGES))
_SIGNED_HERE = select(STEPS.c.id, STEPS.c.stretch).where(among(STEPS.c.id))
_ADOPT = (
    update(STEPS)
    .where(STEPS.c.id == bindparam("step"))
    .values(stretch=bindparam("by"), carrier=bindparam("brought"))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Incoming:
    """A step that is to come in: the stretch that covers it, and the person whose package brings it (None: nobody's)."""

    made: Made
    stretch: str
    carrier: str | None


@dataclass(frozen=True, slots=True)
class Joined:
    """What came in: new (or further amended) steps and changes; fields whose value is new or another; those that are
    contested now, and those that no longer are."""

    steps: int
    changes: int
    new: tuple[Key, ...]
    changed: tuple[Key, ...]
    contested: tuple[Key, ...]
    settled: tuple[Key, ...]

    @property
    def touched(self) -> frozenset[tuple[str, str]]:
        """The entities whose rows are different now."""
        return frozenset(key[:2] for key in (*self.new, *self.changed, *self.contested, *self.settled))


def join(
    connection: Connection,
    incoming: Sequence[Incoming],
    own: Collection[DeviceId],
    report: Callable[[int, int], None],
) -> Joined:
    """Add what is not here yet. `report` is called with how much is done of how much, and may raise to stop.

    A step that is here is replaced by a later stage of it, and by a signed one where it is of a former format and not
    of this laptop (`own`: its ids).
    """
    new, later, same = _sorted_out(connection, incoming, own)
    if same:
        connection.execute(_ADOPT, [_adoption(i) for i in same])
    odd = _take_out(connection, [i.made.step.id for i in later])
    # By whom an item was begun is another, too, where a step has another stage, or is signed now.
    told = {*odd, *(change.key for i in same for change in i.made.changes)}
    changes = [change for i in (*new, *later) for change in i.made.changes]
    total, done = len(new) + len(later) + 2 * len(changes), 0
    for some_steps in _parts([*new, *later]):
        _ADD_STEP.put(connection, [_step_row(i) for i in some_steps])
        report(done := done + len(some_steps), total)
    for some in _parts(changes):
        journal.add_changes(connection, some)
        report(done := done + len(some), total)
    awaiting.note(connection, awaiting.parents(changes))
    arrived = awaiting.come(connection, changes)
    odd |= {c.key for i in later for c in i.made.changes} | _in_circles(connection, changes, arrived)
    odd |= taking.odd(connection, changes) | _judged_anew(
        connection, [c for i in same for c in i.made.changes], arrived
    )
    by_field: dict[Key, list[Change]] = defaultdict(list)
    for change in changes:
        by_field[change.key].append(change)
    outcome = _Outcome()
    for fields in _parts(sorted(by_field.keys() - odd)):
        odd |= _put(connection, {key: by_field[key] for key in fields}, arrived, outcome)
        report(done := done + sum(len(by_field[key]) for key in fields), total)
    _find_anew(connection, odd, outcome)
    arrived_here = journal.changes(connection, sorted(arrived))
    _find_granted(connection, changes, outcome, [*told, *(change.key for change in arrived_here)])
    report(total, total)
    return Joined(len(new) + len(later), len(changes), *(tuple(found) for found in outcome.lists))


def take_out(connection: Connection, steps: Sequence[StepId]) -> Joined:
    """Take steps out of the log and of every value: as if they had never come."""
    outcome, gone = _Outcome(), [change for made in journal.made(connection, steps) for change in made.changes]
    _find_anew(connection, _take_out(connection, steps), outcome)
    _find_granted(connection, gone, outcome)
    return Joined(0, 0, *(tuple(found) for found in outcome.lists))


def found_anew(connection: Connection, changes: Collection[Change] | None = None) -> Joined:
    """What is another value now that these changes say who may write there, or (None) that another leads than did."""
    outcome = _Outcome()
    if changes is None:
        _find_anew(connection, taking.doubtful(connection), outcome)
    else:
        _find_anew(connection, taking.odd(connection, changes), outcome)
        _find_granted(connection, changes, outcome)
    return Joined(0, 0, *(tuple(found) for found in outcome.lists))


def _sorted_out(
    connection: Connection, incoming: Sequence[Incoming], own: Collection[DeviceId]
) -> tuple[list[Incoming], list[Incoming], list[Incoming]]:
    """Those not here; those here in an earlier stage; and those here alike, but not signed yet."""
    rows = connection.execute(_SIGNED_HERE, {"ids": [i.made.step.id for i in incoming]})
    signed = {StepId(step): stretch for step, stretch in rows}
    here = {made.step.id: entry(made) for made in journal.made(connection, signed)} if signed else {}
    new, later, same = list[Incoming](), list[Incoming](), list[Incoming]()
    for one in incoming:
        step = one.made.step.id
        if step not in here:
            new.append(one)
            continue
        theirs, ours, loose = entry(one.made), here[step], signed[step] is None
        if theirs == ours:
            same += [one] if loose else []
        elif theirs.stage > ours.stage or (loose and device_of(step) not in own):
            later.append(one)
    return new, later, same


def _take_out(connection: Connection, steps: Sequence[StepId]) -> set[Key]:
    """Remove the rows of these steps; gives the fields that were touched by them."""
    if not steps:
        return set()
    changes = [change for made in journal.made(connection, steps) for change in made.changes]
    connection.execute(_DELETE_STEPS, {"ids": list(steps)})
    connection.execute(_DELETE_CHANGES, {"ids": [c.id for c in changes]})
    return {change.key for change in changes}


def _in_circles(connection: Connection, changes: Sequence[Change], arrived: Collection[ChangeId]) -> set[Key]:
    """The fields of these changes, when some of them are each made on top of the other; an honest laptop writes none.

    A circle goes through new changes alone, or through one that others here had been waiting for.
    """
    graph: dict[str, Collection[str]] = {c.id: c.parents for c in changes}
    graph.update((c.id, c.parents) for c in journal.above(connection, list(arrived)).values())
    return set() if is_in_order(graph) else {c.key for c in changes}


def _judged_anew(connection: Connection, signed: Iterable[Change], arrived: Collection[ChangeId]) -> set[Key]:
    """The fields of changes that somebody's signature covers now, or that others were made on top of before they came."""
    return taking.judged(connection, [*signed, *journal.changes(connection, sorted(arrived))])


def _find_granted(
    connection: Connection, changes: Collection[Change], outcome: "_Outcome", also: Collection[Key] = ()
) -> None:
    """Find anew what may be another value because of what these changes say of who may write there.

    `also`: other fields that may say by whom an item was begun.
    """
    cases, of_all = taking.granting(changes)
    if cases or of_all:
        keys = taking.doubtful(connection, None if of_all else cases)
        help_ = {key for key in keys if (key[0], key[2]) in GRANTING}
        _find_anew(connection, help_, outcome)
        _find_anew(connection, keys - help_, outcome)
    if items := begun.items([*(change.key for change in changes), *also]):
        _find_anew(connection, taking.doubtful_of(connection, items), outcome)


def _find_anew(connection: Connection, keys: Collection[Key], outcome: "_Outcome") -> None:
    if keys:
        before = held(connection, keys)
        for key, (value, heads) in derived.again(connection, keys).items():
            if (value, heads or "") != before[key]:
                outcome.note(key, before[key], (value, heads or ""))


def _step_row(one: Incoming) -> dict[str, str | None]:
    return {**journal.step_row(one.made.step), "stretch": one.stretch, "carrier": one.carrier}


def _adoption(one: Incoming) -> dict[str, str | None]:
    return {"step": one.made.step.id, "by": one.stretch, "brought": one.carrier}


class _Outcome:
    def __init__(self) -> None:
        self.lists: tuple[list[Key], list[Key], list[Key], list[Key]] = ([], [], [], [])

    def note(self, key: Key, before: tuple[Value, str], after: tuple[Value, str]) -> None:
        new, changed, contested, settled = self.lists
        if " " in after[1]:
            contested.append(key)
        elif " " in before[1]:
            settled.append(key)
        elif not before[1]:
            new.append(key)
        elif before[0] != after[0]:
            changed.append(key)


def _put(
    connection: Connection, fields: Mapping[Key, list[Change]], no_heads: Collection[ChangeId], outcome: _Outcome
) -> set[Key]:
    """Bring the rows of these fields up to date. Of the new changes, `no_heads` become none (they may be already).

    Gives those that have to be found anew: with several heads before, where it counts whose word takes another away.
    """
    before = held(connection, fields)
    several = taking.judged(
        connection, [c for key, of in fields.items() if len(heads_in(before[key][1])) > 1 for c in of]
    )
    fields = {key: of_field for key, of_field in fields.items() if key not in several}
    candidates: dict[Key, set[ChangeId]] = {}
    known: dict[ChangeId, Change] = {}
    for key, of_field in fields.items():
        covered = {parent for c in of_field for parent in c.parents}
        candidates[key] = ({*heads_in(before[key][1])} | {c.id for c in of_field if c.id not in no_heads}) - covered
        known.update((c.id, c) for c in of_field)
    elsewhere = [i for ids in candidates.values() for i in ids if i not in known]
    known.update((c.id, c) for c in journal.changes(connection, elsewhere))
    after: dict[Key, tuple[Value, str]] = {}
    for key, ids in candidates.items():
        last = [known[i] for i in sorted(ids)]
        found = (last[0].value, heads_text(last))
        if found != before[key]:
            after[key] = found
            outcome.note(key, before[key], found)
    put(connection, after)
    return several


def _parts(items: Iterable[T]) -> Iterator[list[T]]:
    whole = list(items)
    for start in range(0, len(whole), _BATCH):
        yield whole[start : start + _BATCH]
