"""The one way from a box to the inspection's file: which field its text or choice goes to, and the edit it asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as field_

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.services.editor import Done, Editor


@dataclass(frozen=True, slots=True)
class Target:
    """Where a box's text goes: one field of one entity. `over`: with an edit, the text it was typed over."""

    entity: str
    id: str
    field: str
    over: str | None = field_(default=None, compare=False)


Write = Callable[[Target, Value, ChangeId | None], Done]  # raises Expected; nothing is changed then


def edit(editor: Editor, target: Target, value: Value, amend: ChangeId | None = None) -> Done:
    """Make the edit that a box asks for. Expected: as Editor.set."""
    return editor.set(target.entity, target.id, target.field, value, amend=amend, over=target.over)
