"""The one write path: a step's changes are appended to the log and their rows updated, in one transaction.

Also the readings of the log: history of a field, the undo stack of an item, and replay.
"""

import json
from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import JSON, Connection, Row, and_, bindparam, func, insert, select, update

from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.ids import (
    MOST_STEPS,
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
from inspector_app.core.domain.steps.changes import MOST_PARENTS, Change, Edit, Step, Verb, heads_in, heads_text
from inspector_app.core.domain.steps.line import Made, with_changes
from inspector_app.core.domain.steps.taking import Word, standing
from inspector_app.core.storage.ids import among, under
from inspector_app.core.storage.into import AllOf, Into, OutOf, Within
from inspector_app.core.storage.log.held import Key, all_held, held_by, put
from inspector_app.core.storage.tables import CHANGES, META, STEPS, upsert

_LOG = select(
    CHANGES.c.id, CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field, CHANGES.c.value, CHANGES.c.parents,
    CHANGES.c.revision,
)  # fmt: skip
_SEPARATED = "\x1f"  # stands in no code and in no id
_NAMED = func.concat_ws(_SEPARATED, CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field)
_LOG_OF_FIELDS = _LOG.where(among(_NAMED))
_CHANGE_IDS = select(CHANGES.c.id)
_AMENDED = select(CHANGES.c.id, CHANGES.c.revision).where(CHANGES.c.revision > 0)  # which have an index
_CHANGES_BY_ID = _LOG.where(among(CHANGES.c.id))
_CHANGES_UNDER = _LOG.where(under(CHANGES.c.id))
_STEP = func.json_each(bindparam("ids", type_=JSON)).table_valued("value").c.value
_CHANGES_OF = _LOG.where(under(CHANGES.c.id, _STEP.concat(".")))
_UP = _CHANGES_BY_ID.cte("up", recursive=True)
_SAME_FIELD = (CHANGES.c[name] == _UP.c[name] for name in ("entity", "entity_id", "field"))
_LINE = select(_UP.union(_LOG.join(_UP, and_(CHANGES.c.id == _UP.c.parents, *_SAME_FIELD))))  # of a single parent
_ANCESTRY, _NEWEST = AllOf(_LINE), _LINE.limit(bindparam("most"))
_encode = json.JSONEncoder(ensure_ascii=False).encode
_ADD_CHANGE = Into(insert(CHANGES))
_AMEND_CHANGE = Within(
    update(CHANGES)
    .where(CHANGES.c.id == bindparam("change"))
    .values(value=bindparam("now"), revision=CHANGES.c.revision + 1)
)
_STEPS = select(STEPS.c.id, STEPS.c.author, STEPS.c.at, STEPS.c.verb, STEPS.c.item, STEPS.c.target)
_STEPS_BY_ID = _STEPS.where(among(STEPS.c.id))
_LAST_STEP = OutOf(select(func.max(STEPS.c.id)).where(under(STEPS.c.id)))
_ADD_STEP = Into(insert(STEPS), ("id", "author", "at", "verb", "item", "target"))  # unsigned, and nobody brought it
_AMEND_STEP = Within(
    update(STEPS).where(STEPS.c.id == bindparam("step"), STEPS.c.verb == Verb.EDIT.value).values(at=bindparam("now"))
)
_HANDED_OFF = "handed_off {}"  # in meta, for a device: the number of its last step that somebody else may have
_META = OutOf(select(META.c.value).where(META.c.name == bindparam("name")))
_PUT_META = upsert(META)


def next_seq(connection: Connection, device: DeviceId) -> int:
    """The number of the device's next step in this file, from 1."""
    row = _LAST_STEP.row(connection, under=f"{device}.")
    return min(seq_of(row[0]) + 1, MOST_STEPS) if row and row[0] else 1


def apply(
    connection: Connection, step: Step, edits: Iterable[Edit], seen: Collection[ChangeId] = frozenset()
) -> list[Change]:
    """Record the step and bring the rows up to date. Edits that change nothing are left out (but for Edit.again);
    none left: no step.

    What came by another door after the person was shown the field stays beside their value: contested (Edit.over). `seen`:
    changes that the person made in this window, which count as shown.
    """
    made: list[Change] = []
    for edit in edits:
        value, last = current(connection, edit.entity, edit.id, edit.field)
        if value == edit.value and len(last) <= 1 and not edit.again:
            continue
        parents, unseen = _as_many_as_one_names(*_made_on(connection, edit, value, last, seen))
        change = Change(change_id(step.id, len(made)), edit.entity, edit.id, edit.field, edit.value, parents)
        add_changes(connection, [change])
        stand = sorted([*changes(connection, unseen), change], key=lambda c: c.id) if unseen else [change]
        put(connection, {(edit.entity, edit.id, edit.field): (stand[0].value, heads_text(stand))})
        made.append(change)
    if made:
        _ADD_STEP.put(connection, [step_row(step)])
    return made


def _made_on(
    connection: Connection, edit: Edit, value: Value, last: tuple[ChangeId, ...], shown: Collection[ChangeId]
) -> tuple[tuple[ChangeId, ...], tuple[ChangeId, ...]]:
    """The changes an edit was made on top of, and the heads that the person did not see.

    Seen is a head that says what was typed over: of a contested field one side, so that typing never settles it. Where
    none does, what was shown anyway; else the last change before the heads that did.
    """
    if edit.over is None or (len(last) <= 1 and edit.over == _shown(value)):
        return last, ()
    seen = tuple(c.id for c in changes(connection, last) if _shown(c.value) == edit.over)
    seen = seen or tuple(head for head in last if head in shown)
    unseen = tuple(head for head in last if head not in seen)
    if not seen and edit.over != "":
        history = field_history(connection, edit.entity, edit.id, edit.field)
        seen = tuple(c.id for c in history if c.value == edit.over)[:1]
    return seen, unseen


def _as_many_as_one_names(
    parents: tuple[ChangeId, ...], unseen: tuple[ChangeId, ...]
) -> tuple[tuple[ChangeId, ...], tuple[ChangeId, ...]]:
    """The same, but what no reader takes is not written: the rest stays beside the change, and is settled by another."""
    return parents[:MOST_PARENTS], (*parents[MOST_PARENTS:], *unseen)


def _shown(value: Value) -> Value:
    """A value as `Edit.over` has it."""
    return "" if value is None else value


def stands(connection: Connection, change: ChangeId) -> bool:
    """Whether nothing was made on top of a change: its value is what its field holds, alone or beside another's."""
    found = changes(connection, (change,))
    return any(change in current(connection, c.entity, c.entity_id, c.field)[1] for c in found)


def contested(connection: Connection, entity: str, entity_id: EntityId, field: str) -> bool:
    """Whether two people's values stand in a field."""
    return " " in held_by(connection, (entity, entity_id, field))[1]


def amend(connection: Connection, change: ChangeId, edit: Edit, at: str) -> bool:
    """Give the change another value in place.

    False, and nothing done, unless it is an edit's, still the field's only head, not handed off, and the value another.
    """
    value, parents = current(connection, edit.entity, edit.id, edit.field)
    if parents != (change,) or value == edit.value or seq_of(change) <= handed_off(connection, device_of(change)):
        return False
    if _AMEND_STEP.change(connection, step=step_of(change), now=at) == 0:
        return False
    _AMEND_CHANGE.change(connection, change=change, now=encoded(edit.value))
    put(connection, {(edit.entity, edit.id, edit.field): (edit.value, change)})
    return True


def handed_off(connection: Connection, device: DeviceId) -> int:
    """The number of the device's last step that a package or a backup has carried away; 0 when none has."""
    row = _META.row(connection, name=_HANDED_OFF.format(device))
    return int(row[0]) if row else 0


def hand_off(connection: Connection, device: DeviceId) -> None:
    """From now on none of the device's steps so far is amended: somebody else has them, or may have."""
    last = str(next_seq(connection, device) - 1)
    connection.execute(_PUT_META, {"name": _HANDED_OFF.format(device), "value": last})


def field_history(connection: Connection, entity: str, entity_id: EntityId, field: str) -> list[Change]:
    """Every change of a field that its heads were made on top of, newest first; the graph is walked from the heads."""
    _, last = current(connection, entity, entity_id, field)
    return newest_first(above(connection, last))


def newest(
    connection: Connection, entity: str, entity_id: EntityId, field: str, most: int
) -> tuple[list[Change], bool]:
    """So many of the last changes of a field, each made on top of the next one; and whether that is all of them.

    All of them in any case where they are no single line: where two people's values stand or stood.
    """
    _, last = current(connection, entity, entity_id, field)
    found = _changes(connection.execute(_NEWEST, {"ids": last, "most": most})) if last else []
    line = all(c.parents == (before.id,) for c, before in pairwise(found))
    if line and len(found) == most and {c.key for c in found} == {(entity, entity_id, field)}:
        return found, False
    return newest_first(above(connection, last)), True


def last_of(connection: Connection, entity: str, entity_id: EntityId, field: str, most: int | None) -> list[Change]:
    """Changes of a field, newest first: so many at least (`newest`), or all (None)."""
    if most is None:
        return field_history(connection, entity, entity_id, field)
    return newest(connection, entity, entity_id, field, most)[0]


def above(connection: Connection, waiting: Sequence[ChangeId]) -> dict[ChangeId, Change]:
    """These changes and everything that is here of what they were made on top of, directly or not.

    What a change names of another field, which no honest laptop writes, is none of its parents.
    """
    found: dict[ChangeId, Change] = {}
    asked: set[ChangeId] = set()
    fields: set[tuple[str, str, str]] = set()
    while waiting:  # more than once only where a change has several parents: the query follows single ones
        loaded = _changes(_ANCESTRY.rows(connection, ids=waiting))
        fields = fields or {c.key for c in loaded}
        found.update((c.id, c) for c in loaded if c.key in fields)
        asked.update(waiting)
        waiting = tuple(
            {p for c in found.values() for p in c.parents} - found.keys() - asked
        )  # some may not be here yet
    return found


def changes(connection: Connection, ids: Sequence[ChangeId]) -> list[Change]:
    """Changes by id."""
    return _changes(connection.execute(_CHANGES_BY_ID, {"ids": ids})) if ids else []


def steps(connection: Connection, ids: Iterable[StepId]) -> dict[StepId, Step]:
    """Steps by id."""
    return {s.id: s for s in _steps(connection.execute(_STEPS_BY_ID, {"ids": list(ids)}))}


def item_history(connection: Connection, entity: str, entity_id: EntityId) -> list[Change]:
    """Every change of every field of an entity."""
    return [c for f in ENTITIES[entity].fields for c in field_history(connection, entity, entity_id, f.code)]


def made(connection: Connection, wanted: Collection[StepId]) -> list[Made]:
    """Of these steps those that are here, with their changes, in the order of their ids."""
    ids = {"ids": list(wanted)}
    return with_changes(_steps(connection.execute(_STEPS_BY_ID, ids)), _changes(connection.execute(_CHANGES_OF, ids)))


def changes_of(connection: Connection, step: StepId) -> list[Change]:
    """The changes of one step, in the order they were made."""
    found = _changes(connection.execute(_CHANGES_UNDER, {"under": f"{step}."}))
    return sorted(found, key=lambda c: place_of(c.id))


def revisions(connection: Connection) -> dict[ChangeId, int]:
    """Every change, with how often it was amended; no value is read."""
    found = {ChangeId(i): 0 for i in connection.scalars(_CHANGE_IDS)}
    found.update((ChangeId(i), revision) for i, revision in connection.execute(_AMENDED))
    return found


def all_steps(connection: Connection) -> list[Step]:
    """Every step."""
    return _steps(connection.execute(_STEPS))


def log(connection: Connection) -> list[Change]:
    """The whole log."""
    return _changes(connection.execute(_LOG))


def of_fields(connection: Connection, keys: Collection[Key]) -> list[Change]:
    """Of the log all changes of these fields: it has no index of them, so it is gone through."""
    names = {"ids": [_SEPARATED.join(key) for key in keys]}
    return _changes(connection.execute(_LOG_OF_FIELDS, names)) if keys else []


Rows = dict[tuple[str, str, str], tuple[Value, str]]  # (entity, id, field) -> (value, heads)


def replay(logged: Sequence[Change], word: Word | None = None) -> Rows:
    """What the tables must hold after these changes, whatever order they are given in; `word`: whose word counts."""
    by_field: dict[tuple[str, str, str], list[Change]] = {}
    for change in logged:
        by_field.setdefault(change.key, []).append(change)
    return {key: standing(of_field, word) for key, of_field in by_field.items()}


def tables(connection: Connection) -> Rows:
    """What the tables hold, in the form replay gives."""
    rows: Rows = {}
    for entity in ENTITIES.values():
        rows.update(all_held(connection, entity.code))
    return rows


def current(connection: Connection, entity: str, entity_id: EntityId, field: str) -> tuple[Value, tuple[ChangeId, ...]]:
    """A field's value and its heads; (None, ()) when it was never written."""
    value, heads_there = held_by(connection, (entity, entity_id, field))
    return (value, heads_in(heads_there)) if heads_there else (None, ())


def newest_first(found: dict[ChangeId, Change]) -> list[Change]:
    """Children before their parents; between changes that do not know of each other, by id, whatever was made on top."""
    waiting = Counter(parent for c in found.values() for parent in c.parents)
    ready = sorted(i for i in found if not waiting[i])
    ordered: list[Change] = []
    while ready:
        change = found[ready.pop()]
        ordered.append(change)
        for parent in change.parents:
            waiting[parent] -= 1
            if waiting[parent] == 0 and parent in found:
                insort(ready, parent)
    left = found.keys() - {c.id for c in ordered}  # made on top of one another in a circle, or above one
    return [*ordered, *(found[i] for i in sorted(left, reverse=True))]


def encoded(value: Value) -> str:
    """A value as the log holds it."""
    return _encode(value)


def add_changes(connection: Connection, made: Iterable[Change]) -> None:
    """Put changes into the log, one at least; the rows that they change are another's to bring up to date."""
    _ADD_CHANGE.put(connection, [_change_row(change) for change in made])


def _change_row(change: Change) -> dict[str, str | int]:
    """A change by the columns of its table."""
    return {
        "id": change.id, "entity": change.entity, "entity_id": change.entity_id, "field": change.field,
        "value": encoded(change.value), "parents": " ".join(change.parents), "revision": change.revision,
    }  # fmt: skip


def step_row(step: Step) -> dict[str, str | None]:
    """A step by the columns of its table."""
    return {
        "id": step.id, "author": step.author, "at": step.at, "verb": step.verb.value, "item": step.item,
        "target": step.target,
    }  # fmt: skip


def _changes(rows: Iterable[Sequence[Any]]) -> list[Change]:
    """Those of `_LOG`, taken apart in its order: to ask each of its cells by name would take twice the time."""
    return [
        Change(
            ChangeId(identity), entity, EntityId(entity_id), field, json.loads(value),
            tuple(ChangeId(p) for p in parents.split()), revision,
        )
        for identity, entity, entity_id, field, value, parents, revision in rows
    ]  # fmt: skip


def _steps(rows: Iterable[Row[str, str, str, str, str, str | None]]) -> list[Step]:
    """Those of `_STEPS`, taken apart in its order."""
    return [
        Step(StepId(identity), PersonId(author), at, Verb(verb), EntityId(item), StepId(target) if target else None)
        for identity, author, at, verb, item, target in rows
    ]
