"""Edits, steps and changes: the one way inspection data is written (docs/architecture.md, the write path)."""

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, PersonId, StepId


class Verb(StrEnum):
    """What a step is."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody wants: this field of this entity to hold this value."""

    entity: str
    id: EntityId
    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as recorded. `parents` are the changes of the same field it was made on top of."""

    id: ChangeId
    step: StepId
    entity: str
    entity_id: EntityId
    field: str
    value: Value
    parents: tuple[ChangeId, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Changes made together. Order is (device, seq); `at` is for display (ISO 8601, UTC).

    `item` is the entity whose undo history the step belongs to; `target` the step that an undo or redo acts on.
    """

    id: StepId
    device: DeviceId
    seq: int
    author: PersonId
    at: str
    verb: Verb
    item: EntityId
    target: StepId | None = None
