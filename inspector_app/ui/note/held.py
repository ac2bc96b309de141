"""The text and choices now held by single fields, each with when it was written: what boxes are filled from."""

from dataclasses import dataclass

from inspector_app.core.domain.fields import Value
from inspector_app.core.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Held:
    """A field's value and when it was written (ISO 8601 UTC, "" for never)."""

    value: Value = None
    at: str = ""

    @property
    def text(self) -> str:
        """The value as text; "" for none."""
        return "" if self.value is None else str(self.value)


def held(workspace: Workspace, entity: str, entity_id: str, field: str) -> Held:
    """What a field holds. Unlike the rated inspection this has a panel's reason before there is a decision."""
    history = workspace.history(entity, entity_id, field)
    return Held(history[0].value, history[0].at) if history else Held()
