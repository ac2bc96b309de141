"""The one write path: a step's changes are appended to the log and their rows updated, in one transaction.

Also the readings of the log: history of a field, the undo stack of an item, and replay.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from inspector_app.core.domain.changes import Change, Edit, Step, Verb, heads, heads_in, heads_text
from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.ids import (
    ChangeId,
    DeviceId,
    EntityId,
    PersonId,
    StepId,
    change_id,
    device_of,
    place_of,
    seq_of,
    step_of,
)
from inspector_app.core.storage.tables import field_sql

_BY_ID = "WHERE id IN ({ids})"
_SELECT_CHANGES = "SELECT id, entity, entity_id, field, value, parents, revision FROM changes"
_SELECT_ANCESTRY = (
    "WITH RECURSIVE up AS (SELECT * FROM changes WHERE id IN ({ids}) "
    "UNION SELECT c.* FROM up JOIN changes c ON c.id = up.parents) SELECT * FROM up"
)
INSERT_CHANGE = "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)"
INSERT_STEP = "INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?)"
_HANDED_OFF = "handed_off {}"  # in meta, for a device: the number of its last step that somebody else may have
_SELECT_STEPS = "SELECT id, author, at, verb, item, target FROM steps"


def next_seq(connection: Connection, device: DeviceId) -> int:
    """The number of the device's next step in this file, from 1."""
    last = connection.exec_driver_sql("SELECT max(id) FROM steps WHERE id < ? AND id > ?", (f"{device}/", f"{device}."))
    found = last.scalar()
    return int(found[17:25]) + 1 if found else 1


def apply(connection: Connection, step: Step, edits: Iterable[Edit]) -> list[Change]:
    """Record the step and bring the rows up to date. Edits that change nothing are left out; none left: no step.

    What came from another laptop after the person was shown the field stays beside their value: contested (Edit.over).
    """
    made: list[Change] = []
    for edit in edits:
        sql = field_sql(edit.entity, edit.field)
        value, last = current(connection, edit.entity, edit.id, edit.field)
        if value == edit.value and len(last) <= 1:
            continue
        parents, unseen = _made_on(connection, edit, value, last, device_of(step.id))
        change = Change(change_id(step.id, len(made)), edit.entity, edit.id, edit.field, edit.value, parents)
        connection.exec_driver_sql(INSERT_CHANGE, change_row(change))
        stand = sorted([*changes(connection, unseen), change], key=lambda c: c.id) if unseen else [change]
        connection.exec_driver_sql(sql.put, (edit.id, stand[0].value, heads_text(stand)))
        made.append(change)
    if made:
        connection.exec_driver_sql(INSERT_STEP, step_row(step))
    return made


def _made_on(
    connection: Connection, edit: Edit, value: Value, last: tuple[ChangeId, ...], device: DeviceId
) -> tuple[tuple[ChangeId, ...], tuple[ChangeId, ...]]:
    """The changes an edit was made on top of, and the heads that the person did not see.

    Seen is a head that says what was typed over: of a contested field one side, so that typing never settles it. Where
    none does, what this device wrote itself; else the last change before the heads that did.
    """
    if edit.over is None or (len(last) <= 1 and edit.over == (value or "")):
        return last, ()
    seen = tuple(c.id for c in changes(connection, last) if (c.value or "") == edit.over)
    seen = seen or tuple(head for head in last if device_of(head) == device)
    unseen = tuple(head for head in last if head not in seen)
    if not seen and edit.over:
        history = field_history(connection, edit.entity, edit.id, edit.field)
        seen = tuple(c.id for c in history if c.value == edit.over)[:1]
    return seen, unseen


def amend(connection: Connection, change: ChangeId, edit: Edit, at: str) -> bool:
    """Give the change another value in place.

    False, and nothing done, unless it is an edit's, still the field's only head, not handed off, and the value another.
    """
    value, parents = current(connection, edit.entity, edit.id, edit.field)
    if parents != (change,) or value == edit.value or seq_of(change) <= handed_off(connection, device_of(change)):
        return False
    updated = connection.exec_driver_sql(
        "UPDATE steps SET at = ? WHERE id = ? AND verb = ?", (at, step_of(change), Verb.EDIT.value)
    )
    if updated.rowcount == 0:
        return False
    connection.exec_driver_sql(
        "UPDATE changes SET value = ?, revision = revision + 1 WHERE id = ?", (_encode(edit.value), change)
    )
    connection.exec_driver_sql(field_sql(edit.entity, edit.field).put, (edit.id, edit.value, change))
    return True


def handed_off(connection: Connection, device: DeviceId) -> int:
    """The number of the device's last step that a package or a backup has carried away; 0 when none has."""
    name = _HANDED_OFF.format(device)
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE name = ?", (name,)).scalar()
    return int(found or 0)


def hand_off(connection: Connection, device: DeviceId) -> None:
    """From now on none of the device's steps so far is amended: somebody else has them, or may have."""
    last = str(next_seq(connection, device) - 1)
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_HANDED_OFF.format(device), last))


def field_history(connection: Connection, entity: str, entity_id: EntityId, field: str) -> list[Change]:
    """Every change of a field that its heads were made on top of, newest first; the graph is walked from the heads."""
    _, waiting = current(connection, entity, entity_id, field)
    found: dict[ChangeId, Change] = {}
    asked: set[ChangeId] = set()
    while waiting:  # more than once only where a change has several parents: the query follows single ones
        asked.update(waiting)
        loaded = [_load_change(row) for row in _rows_by_id(connection, _SELECT_ANCESTRY, waiting)]
        found.update((c.id, c) for c in loaded)
        waiting = tuple({p for c in loaded for p in c.parents} - found.keys() - asked)  # some may not be here yet
    return _newest_first(found)


def changes(connection: Connection, ids: Sequence[ChangeId]) -> list[Change]:
    """Changes by id."""
    return [_load_change(row) for row in _rows_by_id(connection, f"{_SELECT_CHANGES} {_BY_ID}", ids)]


def steps(connection: Connection, ids: Iterable[StepId]) -> dict[StepId, Step]:
    """Steps by id."""
    rows = _rows_by_id(connection, f"{_SELECT_STEPS} {_BY_ID}", tuple(set(ids)))
    return {s.id: s for s in (_load_step(row) for row in rows)}


def item_history(connection: Connection, entity: str, entity_id: EntityId) -> list[Change]:
    """Every change of every field of an entity."""
    return [c for f in ENTITIES[entity].fields for c in field_history(connection, entity, entity_id, f.code)]


def changes_of(connection: Connection, step: StepId) -> list[Change]:
    """The changes of one step, in the order they were made."""
    rows = connection.exec_driver_sql(f"{_SELECT_CHANGES} WHERE id > ? AND id < ?", (f"{step}.", f"{step}/"))
    return sorted((_load_change(row) for row in rows), key=lambda c: place_of(c.id))


def all_steps(connection: Connection) -> list[Step]:
    """Every step."""
    return [_load_step(row) for row in connection.exec_driver_sql(_SELECT_STEPS)]


def log(connection: Connection) -> list[Change]:
    """The whole log."""
    return [_load_change(row) for row in connection.exec_driver_sql(_SELECT_CHANGES)]


Rows = dict[tuple[str, str, str], tuple[Value, str]]  # (entity, id, field) -> (value, heads)


def replay(logged: Sequence[Change]) -> Rows:
    """What the tables must hold after these changes, whatever order they are given in."""
    by_field: dict[tuple[str, str, str], list[Change]] = {}
    for change in logged:
        by_field.setdefault((change.entity, change.entity_id, change.field), []).append(change)
    rows: Rows = {}
    for key, of_field in by_field.items():
        last = heads(of_field)
        rows[key] = (last[0].value, heads_text(last))
    return rows


def tables(connection: Connection) -> Rows:
    """What the tables hold, in the form replay gives."""
    rows: Rows = {}
    for entity in ENTITIES.values():
        for field in entity.fields:
            sql = field_sql(entity.code, field.code)
            for entity_id, value, head in connection.exec_driver_sql(
                f'SELECT id, "{field.code}", "{field.code}_head" FROM "{entity.code}" '  # noqa: S608
                f'WHERE "{field.code}_head" NOT NULL OR "{field.code}" NOT NULL'
            ):
                rows[entity.code, entity_id, field.code] = (sql.loaded(value), head or "")
    return rows


def current(connection: Connection, entity: str, entity_id: EntityId, field: str) -> tuple[Value, tuple[ChangeId, ...]]:
    """A field's value and its heads; (None, ()) when it was never written."""
    sql = field_sql(entity, field)
    row = connection.exec_driver_sql(sql.get, (entity_id,)).one_or_none()
    if row is None or row[1] is None:
        return None, ()
    return sql.loaded(row[0]), heads_in(row[1])


def _newest_first(found: dict[ChangeId, Change]) -> list[Change]:
    """Children before their parents; between changes that do not know of each other, by id."""
    waiting = Counter(parent for c in found.values() for parent in c.parents)
    ready = sorted((i for i in found if not waiting[i]), reverse=True)
    ordered: list[Change] = []
    while ready:
        change = found[ready.pop(0)]
        ordered.append(change)
        for parent in change.parents:
            waiting[parent] -= 1
            if waiting[parent] == 0 and parent in found:
                ready.append(parent)
    return ordered


def _rows_by_id(connection: Connection, select: str, ids: Sequence[str]) -> Iterable[Sequence[object]]:
    for start in range(0, len(ids), 500):  # SQLite bounds the number of parameters
        part = tuple(ids[start : start + 500])
        yield from connection.exec_driver_sql(select.format(ids=", ".join("?" * len(part))), part)


def _encode(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)


def change_row(change: Change) -> tuple[str | int, ...]:
    """A change as INSERT_CHANGE takes it."""
    return (
        change.id, change.entity, change.entity_id, change.field, _encode(change.value), " ".join(change.parents),
        change.revision,
    )  # fmt: skip


def step_row(step: Step) -> tuple[str | None, ...]:
    """A step as INSERT_STEP takes it."""
    return (step.id, step.author, step.at, step.verb.value, step.item, step.target)


def _load_change(row: Sequence[object]) -> Change:
    identity, entity, entity_id, field, value, parents, revision = (str(part) for part in row)
    return Change(
        ChangeId(identity), entity, EntityId(entity_id), field, json.loads(value),
        tuple(ChangeId(p) for p in parents.split()), int(revision),
    )  # fmt: skip


def _load_step(row: Sequence[object]) -> Step:
    identity, author, at, verb, item, target = row
    return Step(
        StepId(str(identity)), PersonId(str(author)), str(at), Verb(str(verb)), EntityId(str(item)),
        StepId(str(target)) if target else None,
    )  # fmt: skip
