"""Bringing another laptop's work in: a union of steps and changes, with the heads of each touched field found anew.

What a laptop holds afterwards depends only on which changes it has, not on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from inspector_app.core.domain.changes import Change, Step, heads_in, heads_text
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.storage import journal
from inspector_app.core.storage.tables import field_sql

_BATCH = 400  # SQLite bounds the number of parameters
T = TypeVar("T")
_REPLACE_CHANGE = journal.INSERT_CHANGE.replace("INSERT", "INSERT OR REPLACE", 1)
Key = tuple[str, str, str]  # entity, entity id, field
Fields = dict[Key, list[Change]]


@dataclass(frozen=True, slots=True)
class Joined:
    """What came in: new steps and changes, fields whose value is new or another, and those that are contested now."""

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
    """Add what is not here yet. `report` is called with how much is done of how much, and may raise to stop."""
    missing_steps = _missing(connection, "steps", [s.id for s in steps])
    new_steps = [s for s in steps if s.id in missing_steps]
    new, known = _new_changes(connection, changes)
    total, done = len(new_steps) + 2 * len(new), 0
    for some_steps in _parts(new_steps):
        connection.exec_driver_sql(journal.INSERT_STEP, [journal.step_row(s) for s in some_steps])
        report(done := done + len(some_steps), total)
    for some in _parts(new):
        connection.exec_driver_sql(_REPLACE_CHANGE, [journal.change_row(c) for c in some])
        report(done := done + len(some), total)
    arrived = _await(connection, new)
    by_field: dict[Key, list[Change]] = defaultdict(list)
    for change in new:
        by_field[change.entity, change.entity_id, change.field].append(change)
    outcome = _Outcome()
    for fields in _parts(list(by_field.items())):
        _put(connection, dict(fields), arrived | known, outcome)
        report(done := done + sum(len(of_field) for _, of_field in fields), total)
    return Joined(len(new_steps), len(new), *(tuple(found) for found in outcome.lists))


class _Outcome:
    def __init__(self) -> None:
        self.lists: tuple[list[Key], list[Key], list[Key], list[Key]] = ([], [], [], [])

    def note(self, key: Key, before: tuple[object, str], after: tuple[object, str]) -> None:
        new, changed, contested, settled = self.lists
        if " " in after[1]:
            contested.append(key)
        elif " " in before[1]:
            settled.append(key)
        elif not before[1]:
            new.append(key)
        elif before[0] != after[0]:
            changed.append(key)


def _put(connection: Connection, fields: Fields, no_heads: set[ChangeId], outcome: _Outcome) -> None:
    """Bring the rows of these fields up to date. Of the new changes, `no_heads` become none."""
    held = {key: _held(connection, key) for key in fields}
    candidates: dict[Key, set[ChangeId]] = {}
    for key, of_field in fields.items():
        covered = {parent for c in of_field for parent in c.parents}
        candidates[key] = ({*heads_in(held[key][1])} | ({c.id for c in of_field} - no_heads)) - covered
    known = {c.id: c for of_field in fields.values() for c in of_field}
    known |= {
        c.id: c for c in journal.changes(connection, [i for ids in candidates.values() for i in ids - known.keys()])
    }
    for key, ids in candidates.items():
        last = [known[i] for i in sorted(ids)]
        after = (last[0].value, heads_text(last))
        if after != held[key]:
            connection.exec_driver_sql(field_sql(key[0], key[2]).put, (key[1], *after))
            outcome.note(key, held[key], after)


def _held(connection: Connection, key: Key) -> tuple[object, str]:
    sql = field_sql(key[0], key[2])
    row = connection.exec_driver_sql(sql.get, (key[1],)).one_or_none()
    return (sql.loaded(row[0]), row[1] or "") if row else (None, "")


def _new_changes(connection: Connection, changes: Sequence[Change]) -> tuple[list[Change], set[ChangeId]]:
    """Those not here, with those here in an earlier revision; and the ids of the latter.

    Two copies of a file can hold one change in two stages of typing; the later revision is the whole of it.
    """
    here: dict[str, int] = {}
    for part in _parts([c.id for c in changes]):
        marks = ", ".join("?" * len(part))
        rows = connection.exec_driver_sql(f"SELECT id, revision FROM changes WHERE id IN ({marks})", tuple(part))  # noqa: S608
        here.update((row[0], row[1]) for row in rows)
    new = [c for c in changes if here.get(c.id, -1) < c.revision]
    return new, {c.id for c in new if c.id in here}


def _await(connection: Connection, new: Sequence[Change]) -> set[ChangeId]:
    """Note the parents that have not come yet; return which of the new changes had been waited for."""
    parents = {parent for c in new for parent in c.parents}
    for parent in _missing(connection, "changes", list(parents)):
        connection.exec_driver_sql("INSERT OR IGNORE INTO awaited VALUES (?)", (parent,))
    arrived = {c.id for c in new} - _missing(connection, "awaited", [c.id for c in new])
    for change in arrived:
        connection.exec_driver_sql("DELETE FROM awaited WHERE id = ?", (change,))
    return arrived


def _missing(connection: Connection, table: str, ids: Sequence[str]) -> set[str]:
    here: set[str] = set()
    for part in _parts(list(ids)):
        marks = ", ".join("?" * len(part))
        rows = connection.exec_driver_sql(f"SELECT id FROM {table} WHERE id IN ({marks})", tuple(part))  # noqa: S608
        here.update(row[0] for row in rows)
    return set(ids) - here


def _parts(items: Sequence[T]) -> Iterator[list[T]]:
    for start in range(0, len(items), _BATCH):
        yield list(items[start : start + _BATCH])
