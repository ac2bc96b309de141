"""The text that one was writing when the program was killed: its box says "recovered 14:02" until one has been in it."""

from collections.abc import Callable

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import recovered


class _Marked:
    """One text at most, as one inspection is open; `noted` keeps that it was looked at."""

    field: tuple[str, str, str] | None = None
    noted: Callable[[], None] = staticmethod(lambda: None)


def look_for(workspace: Workspace) -> None:
    """Know from now on what is to be marked in this inspection, which was just opened."""
    _Marked.field = recovered.find(workspace)
    _Marked.noted = staticmethod(lambda: recovered.forget(workspace))


def is_marked(entity: str, entity_id: str, field: str) -> bool:
    """Whether the text of this field is to be marked."""
    return _Marked.field == (entity, entity_id, field)


def looked_at() -> None:
    """One has been in it: nothing is marked any more."""
    if _Marked.field is not None:
        _Marked.field = None
        _Marked.noted()
