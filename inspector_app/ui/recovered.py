"""The texts in hand when the program was killed: their boxes say "recovered 14:02" until one has been in them."""

from collections.abc import Callable, Sequence

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import recovered
from inspector_app.core.services.writing.recovered import Field

_marked: dict[
    Field, Callable[[], None]
] = {}  # of the one inspection that is open, with what notes that it was looked at


def look_for(workspace: Workspace) -> None:
    """Know from now on what is to be marked in this inspection, which was just opened."""

    def noted(moments: str) -> Callable[[], None]:
        return lambda: recovered.forget(workspace, moments)

    _marked.clear()
    _marked.update({field: noted(moments) for field, moments in recovered.find(workspace).items()})


def marked() -> Sequence[Field]:
    """The texts that are marked, the one written last at the end."""
    return tuple(_marked)


def is_marked(entity: str, entity_id: str, field: str) -> bool:
    """Whether the text of this field is to be marked."""
    return (entity, entity_id, field) in _marked


def shown(field: Field) -> None:
    """One was led to it: the next opening says nothing of it, and here it stays marked until one has been in it."""
    if noted := _marked.get(field):
        noted()


def looked_at(entity: str, entity_id: str, field: str) -> None:
    """One has been in it: it is marked no more."""
    noted = _marked.pop((entity, entity_id, field), None)
    if noted is not None:
        noted()
