"""The work in a package as text: steps, changes, and what a new laptop needs to start. Strict on the way in."""

import json
import re
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from typing import Any

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.changes import Change, Step, Verb
from inspector_app.core.domain.fields import ENTITIES, INSPECTION, PERSON, Value
from inspector_app.core.domain.ids import ChangeId, EntityId, PersonId, StepId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.strict import matching, moment, number, text

_STEP = re.compile(r"[0-9a-f]{16}\.0[0-9]{7}\.[0-9a-f]{8}")  # no higher numbers: a device must be able to count on
_CHANGE = re.compile(_STEP.pattern + r"\.[0-9]{1,6}")
_KEY = re.compile(r"[0-9a-f]{64}")
_LONGEST_ID = 1000  # characters of an entity id: usually a UUID and two references
_MOST_REVISIONS = 2**31

Work = tuple[tuple[Step, ...], tuple[Change, ...], dict[str, str]]


def write(steps: Iterable[Step], changes: Iterable[Change], start: Mapping[str, str]) -> bytes:
    """The work as bytes; the same work gives the same bytes."""
    parts = {
        "steps": [[s.id, s.author, s.at, s.verb.value, s.item, s.target] for s in sorted(steps, key=lambda s: s.id)],
        "changes": [
            [c.id, c.entity, c.entity_id, c.field, c.value, list(c.parents), c.revision]
            for c in sorted(changes, key=lambda c: c.id)
        ],
        "start": dict(start),
    }
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def read(data: bytes, where: str) -> Work:
    """The work in these bytes. Expected: PACKAGE_DAMAGED for anything that this program would not have written."""
    try:
        found = json.loads(data)
        steps = tuple(_step(row) for row in found["steps"])
        changes = tuple(_change(row) for row in found["changes"])
        start = {text(name): text(value) for name, value in found["start"].items()}
        _whole(steps, changes)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Expected(Code.PACKAGE_DAMAGED, where=where, why="the work in it is not as written") from error
    return steps, changes, start


def _step(row: list[Any]) -> Step:
    identity, author, at, verb, item, target = row
    return Step(
        StepId(matching(_STEP, identity)), PersonId(text(author)), moment(at), Verb(verb), EntityId(text(item)),
        None if target is None else StepId(matching(_STEP, target)),
    )  # fmt: skip


def _change(row: list[Any]) -> Change:
    identity, entity, entity_id, field, value, parents, revision = row
    if not ENTITIES[entity].field(field).accepts(value) or not _sound(entity, field, value):
        raise ValueError(f"{entity} {field} holds a value it cannot have")
    if type(parents) is not list:
        raise TypeError("a change is not as written")
    return Change(
        ChangeId(matching(_CHANGE, identity)), entity, EntityId(_entity_id(entity, entity_id)), field, value,
        tuple(ChangeId(matching(_CHANGE, parent)) for parent in parents), number(revision, _MOST_REVISIONS),
    )  # fmt: skip


def _sound(entity: str, field: str, value: Value) -> bool:
    """Whether a text can be stored, and a key used: everybody seals to the keys that come with the work."""
    if not isinstance(value, str):
        return True
    text(value)
    if entity == PERSON.code and field == "sealing":
        return parcel.is_sealing_key(value)
    return not (entity == PERSON.code and field == "signing") or _KEY.fullmatch(value) is not None


def _whole(steps: tuple[Step, ...], changes: tuple[Change, ...]) -> None:
    ids = {s.id for s in steps}
    if len(ids) != len(steps) or len({c.id for c in changes}) != len(changes):
        raise ValueError("something is in it twice")
    if any(c.step not in ids for c in changes):
        raise ValueError("a change is without its step")
    TopologicalSorter({c.id: c.parents for c in changes if c.parents}).prepare()  # CycleError is a ValueError


def _entity_id(entity: str, found: object) -> str:
    identity = text(found)
    key = ENTITIES[entity].key
    if not identity or len(identity) > _LONGEST_ID or (key and identity.count("/") != len(key) - 1):
        raise ValueError(f"{entity} has an id it cannot have")
    if entity == INSPECTION.code and identity != INSPECTION.code:
        raise ValueError("there is one inspection only")
    return identity
