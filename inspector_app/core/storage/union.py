"""Bringing another laptop's work in: a union of steps and changes, with the heads of each touched field found anew.

What a laptop holds afterwards depends only on which changes it has, not on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Select, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.core.domain.changes import Change, Step, heads_in, heads_text
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage import journal
from inspector_app.core.storage.held import Key, held, put
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.tables import AWAITED, CHANGES, STEPS, upsert

_BATCH = 400  # between two of them progress is told, and whoever waits may stop it
T = TypeVar("T")
_PUT_STEP, _PUT_CHANGE = upsert(STEPS), upsert(CHANGES)
_STEPS_HERE, _CHANGES_HERE = (select(table.c.id).where(among(table.c.id)) for table in (STEPS, CHANGES))
_ALL_AWAITED = select(AWAITED.c.id, AWAITED.c.entity, AWAITED.c.entity_id, AWAITED.c.field)
_AWAIT = insert(AWAITED).on_conflict_do_nothing()
_AWAIT_NO_MORE = delete(AWAITED).where(*(column == bindparam(column.name) for column in AWAITED.c))


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
    connection: Connection, steps: Sequence[Step], changes: Sequence[Change], report: Callable[[int, int], None]
) -> Joined:
    """Add what is not here yet. `report` is called with how much is done of how much, and may raise to stop.

    Every change comes with its step. Expected: PACKAGE_DAMAGED when they cannot stand beside what is here.
    """
    new, amended = _new_changes(connection, changes)
    wanted = _missing(connection, _STEPS_HERE, [s.id for s in steps]) | {c.step for c in new if c.id in amended}
    new_steps = [s for s in steps if s.id in wanted]
    total, done = len(new_steps) + 2 * len(new), 0
    for some_steps in _parts(new_steps):
        connection.execute(_PUT_STEP, [journal.step_row(s) for s in some_steps])
        report(done := done + len(some_steps), total)
    for some in _parts(new):
        connection.execute(_PUT_CHANGE, [journal.change_row(c) for c in some])
        report(done := done + len(some), total)
    no_heads = amended | _await(connection, new)
    by_field: dict[Key, list[Change]] = defaultdict(list)
    for change in new:
        by_field[change.entity, change.entity_id, change.field].append(change)
    outcome = _Outcome()
    for fields in _parts(sorted(by_field)):
        _put(connection, {key: by_field[key] for key in fields}, no_heads, outcome)
        report(done := done + sum(len(by_field[key]) for key in fields), total)
    return Joined(len(new_steps), len(new), *(tuple(found) for found in outcome.lists))


class _Awaited(NamedTuple):
    """A change that others of the field were made on top of."""

    id: str
    entity: str
    entity_id: str
    field: str


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
) -> None:
    """Bring the rows of these fields up to date. Of the new changes, `no_heads` become none (they may be already)."""
    before = held(connection, fields)
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
        if not ids:  # only ever so where changes were made on top of one another in a circle
            raise _damaged("no change in it is the last one of its field")
        last = [known[i] for i in sorted(ids)]
        found = (last[0].value, heads_text(last))
        if found != before[key]:
            after[key] = found
            outcome.note(key, before[key], found)
    put(connection, after)


def _new_changes(connection: Connection, changes: Sequence[Change]) -> tuple[list[Change], set[ChangeId]]:
    """Those not here, with those here in an earlier revision; and the ids of the latter.

    Two copies of a file can hold one change in two stages of typing; the later revision is the whole of it.
    """
    here = {c.id: c for c in journal.changes(connection, [c.id for c in changes])}
    if any(_what(c) != _what(here[c.id]) for c in changes if c.id in here):
        raise _damaged("a change in it is here as another one")
    new = [c for c in changes if c.id not in here or _stage(c) > _stage(here[c.id])]
    return new, {c.id for c in new if c.id in here}


def _what(change: Change) -> tuple[object, ...]:
    """What of a change never changes."""
    return change.entity, change.entity_id, change.field, change.parents


def _stage(change: Change) -> tuple[object, ...]:
    """The later of two stages is kept. The value decides only where a whole running machine was copied."""
    return change.revision, journal.encoded(change.value)


def _await(connection: Connection, new: Sequence[Change]) -> set[ChangeId]:
    """Note the parents that have not come yet; return which of the new changes others had been waiting for."""
    wanted = {_Awaited(parent, c.entity, c.entity_id, c.field) for c in new for parent in c.parents}
    absent = _missing(connection, _CHANGES_HERE, sorted({row.id for row in wanted}))
    missing = sorted(row for row in wanted if row.id in absent)
    if missing:
        connection.execute(_AWAIT, [row._asdict() for row in missing])
    waiting = {_Awaited(**row._mapping) for row in connection.execute(_ALL_AWAITED)}
    arrived = {_Awaited(c.id, c.entity, c.entity_id, c.field) for c in new} & waiting
    if arrived:
        connection.execute(_AWAIT_NO_MORE, [row._asdict() for row in sorted(arrived)])
    return {ChangeId(row.id) for row in arrived}


def _missing(connection: Connection, here: Select[str], ids: Sequence[str]) -> set[str]:
    """Which of these steps or changes are not here."""
    return set(ids).difference(connection.scalars(here, {"ids": ids}))


def _damaged(why: str) -> Expected:
    return Expected(Code.PACKAGE_DAMAGED, where="that came", why=why)


def _parts(items: Iterable[T]) -> Iterator[list[T]]:
    whole = list(items)
    for start in range(0, len(whole), _BATCH):
        yield whole[start : start + _BATCH]
