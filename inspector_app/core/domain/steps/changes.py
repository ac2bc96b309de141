"""Edits, steps and changes: the one way inspection data is written (docs/architecture.md, the write path)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, EntityId, PersonId, StepId, step_of
from inspector_app.core.domain.steps.circles import covered


class Verb(StrEnum):
    """What a step is."""

    ADD = "add"  # an item made; taken back by deleting it, never by undo
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    SETTLE = "settle"  # a contested field settled; taken back by settling it otherwise, never by undo


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody wants: this field of this entity to hold this value.

    `over`: the value it was typed or chosen over, as the person was shown it ("" for none); None: what stands there by now.
    `again`: it is recorded though the field holds that value, for it counts who says so.
    """

    entity: str
    id: EntityId
    field: str
    value: Value
    over: Value = None
    again: bool = False


MOST_PARENTS = 1000  # of one change: as many values never stood in a field of an honest team


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as recorded. `parents` are the changes of the same field it was made on top of.

    `revision` counts how often the value was amended in place; of two copies of one change the later one holds.
    """

    id: ChangeId
    entity: str
    entity_id: EntityId
    field: str
    value: Value
    parents: tuple[ChangeId, ...]
    revision: int = 0

    @property
    def step(self) -> StepId:
        """The step it belongs to."""
        return step_of(self.id)

    @property
    def key(self) -> tuple[str, str, str]:
        """The field that it is of: entity, entity id, field."""
        return self.entity, self.entity_id, self.field


@dataclass(frozen=True, slots=True)
class Step:
    """Changes made together. Device and counter are in the id; `at` is for display (ISO 8601, UTC).

    `item` is the entity whose undo history the step belongs to; `target` the step that an undo or redo acts on.
    """

    id: StepId
    author: PersonId
    at: str
    verb: Verb
    item: EntityId
    target: StepId | None = None


def heads(changes: list[Change]) -> list[Change]:
    """Of all changes of one field: those that no other was made on top of, in the order of their ids.

    There is always one: between changes each made on top of the other, that does not count (domain/steps/circles.py).
    """
    under = covered({change.id: change.parents for change in changes})
    return sorted((c for c in changes if c.id not in under), key=lambda c: c.id)


def above(known: Mapping[ChangeId, Change], start: ChangeId) -> set[ChangeId]:
    """Of the changes that are known those that one was made on top of, directly or not."""
    found, waiting = set[ChangeId](), [start]
    while waiting:
        change = known.get(waiting.pop())
        new = [parent for parent in change.parents if parent in known and parent not in found] if change else []
        found.update(new)
        waiting += new
    return found


def heads_text(last: list[Change]) -> str:
    """Head changes as they stand beside a field: joined by " " where their values differ, which contests the field.

    Heads with equal values join by themselves: "=" stands between them, and the next edit names them all as parents.
    """
    if len(last) == 1:
        return last[0].id
    contested = any(c.value != last[0].value for c in last)
    return (" " if contested else "=").join(c.id for c in last)


def heads_in(text: str) -> tuple[ChangeId, ...]:
    """The head changes of `heads_text`."""
    return tuple(ChangeId(head) for head in text.replace("=", " ").split()) if text else ()
