"""The work in a package as text: steps, changes, and what a new laptop needs to start. Strict on the way in."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from inspector_app.core.domain.changes import Change, Step, Verb
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import ChangeId, EntityId, PersonId, StepId, step_of
from inspector_app.core.errors import Code, Expected

_STEP = re.compile(r"[0-9a-f]{16}\.0[0-9]{7}\.[0-9a-f]{8}")  # no higher numbers: a device must be able to count on
_CHANGE = re.compile(_STEP.pattern + r"\.[0-9]{1,6}")
_LONGEST_ID = 200  # characters of an entity id: a UUID and two references

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
        start = {_text(name): _text(value) for name, value in found["start"].items()}
        _whole(steps, changes)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Expected(Code.PACKAGE_DAMAGED, where=where, why=f"the work in it is not as written ({error})") from error
    return steps, changes, start


def _step(row: list[Any]) -> Step:
    identity, author, at, verb, item, target = row
    if target is not None:
        _matching(_STEP, target)
    return Step(
        StepId(_matching(_STEP, identity)), PersonId(_text(author)), _text(at), Verb(verb), EntityId(_text(item)),
        StepId(target) if target else None,
    )  # fmt: skip


def _change(row: list[Any]) -> Change:
    identity, entity, entity_id, field, value, parents, revision = row
    if not ENTITIES[entity].field(field).accepts(value):
        raise ValueError(f"{entity} {field} holds a value it cannot have")
    if type(revision) is not int or not 0 <= revision < 2**31 or type(parents) is not list:
        raise ValueError("a change is not as written")
    if isinstance(value, int) and abs(value) >= 2**31:
        raise ValueError(f"{entity} {field} holds a number out of range")
    _storable(value)
    return Change(
        ChangeId(_matching(_CHANGE, identity)), entity, EntityId(_entity_id(entity, entity_id)), field, value,
        tuple(ChangeId(_matching(_CHANGE, parent)) for parent in parents), revision,
    )  # fmt: skip


def _whole(steps: tuple[Step, ...], changes: tuple[Change, ...]) -> None:
    ids = {s.id for s in steps}
    if len(ids) != len(steps) or len({c.id for c in changes}) != len(changes):
        raise ValueError("something is in it twice")
    if any(step_of(c.id) not in ids for c in changes):
        raise ValueError("a change is without its step")


def _entity_id(entity: str, found: object) -> str:
    text = _text(found)
    key = ENTITIES[entity].key
    if not text or len(text) > _LONGEST_ID or (key and text.count("/") != len(key) - 1):
        raise ValueError(f"{entity} has an id it cannot have")
    return text


def _matching(pattern: re.Pattern[str], found: object) -> str:
    text = _text(found)
    if not pattern.fullmatch(text):
        raise ValueError("an id is not as written")
    return text


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError("a text is missing")
    _storable(found)
    return found


def _storable(value: object) -> None:
    if isinstance(value, str):
        value.encode()  # a lone surrogate cannot be stored; UnicodeEncodeError is a ValueError
