"""The door to what is written on a case: an edit, an undo or a redo, each refused where it is not this person's to make."""

from collections.abc import Callable, Sequence
from functools import partial

from inspector_app.core.domain.cases.review import ACCEPTED
from inspector_app.core.domain.fields import BEARING, CASE, REVIEW, Value
from inspector_app.core.domain.ids import ChangeId, EntityId, case_of, step_of
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import inverse

_GONE, _LINK = "deleted", "bears"  # the field that says that an item is away; the one that a link is there


def write(
    workspace: Workspace, entity: str, entity_id: str, field: str, value: Value, *, amend: ChangeId | None = None,
    over: Value = None,
) -> Done:  # fmt: skip
    """Give one field a value, as `Editor.set`. Expected: as `standing.require_work` and `Editor.set`."""

    def allowed(connection: Connection) -> None:
        standing.refuse_work(connection, workspace, entity, entity_id)

    return workspace.editor.set(entity, entity_id, field, value, amend=amend, over=over, first=allowed)


def do(workspace: Workspace, item: str, edits: Sequence[Edit], verb: Verb = Verb.EDIT) -> Done:
    """One step of several edits, as `Editor.do`. Expected: as `write`; then nothing was changed."""

    def allowed(connection: Connection) -> None:
        for entity, entity_id in _written(edits):
            standing.refuse_work(connection, workspace, entity, entity_id)

    return workspace.editor.do(item, edits, verb, first=allowed)


def require(workspace: Workspace, edits: Sequence[Edit], *, reopened: bool = False) -> None:
    """Refuse edits that are not this person's to make; `reopened`: once the case is opened again. Expected: as `write`."""
    for entity, entity_id in _written(edits):
        standing.require_work(workspace, entity, entity_id, reopened=reopened)


def _written(edits: Sequence[Edit]) -> dict[tuple[str, str], None]:
    return dict.fromkeys((edit.entity, edit.id) for edit in edits)


def undo(workspace: Workspace, entity: str, entity_id: str) -> Done:
    """Take back this laptop's last step on the item. Expected: as `write`, `reviews.accept` and `Editor.undo`."""
    _require(workspace, entity, entity_id, partial(_moved, workspace, entity, entity_id, Verb.UNDO))
    return workspace.editor.undo(entity, entity_id)


def can_undo(workspace: Workspace, entity: str, entity_id: str) -> bool:
    """Whether `undo` would be taken as things stand: what is refused is not offered."""
    try:
        moved = _moved(workspace, entity, entity_id, Verb.UNDO)
        _require(workspace, entity, entity_id, lambda: moved)
    except Expected:
        return False
    return True


def redo(workspace: Workspace, entity: str, entity_id: str) -> Done:
    """Do again what was last undone on the item. Expected: as `write`, `reviews.accept` and `Editor.redo`."""
    _require(workspace, entity, entity_id, partial(_moved, workspace, entity, entity_id, Verb.REDO))
    return workspace.editor.redo(entity, entity_id)


def took_away(workspace: Workspace, entity: str, entity_id: str) -> bool:
    """Whether `undo` of the item would bring it back: this laptop took it away, and did nothing to it since."""
    try:
        moved = _moved(workspace, entity, entity_id, Verb.UNDO)
    except Expected:
        return False
    return moved.get(_LINK) is True or (_GONE in moved and not moved[_GONE])


def bring_back(workspace: Workspace, entity: str, entity_id: str) -> Done:
    """Bring back what was taken away: by undo where this laptop did that last; what a colleague took, by a step of one's own.

    Expected: as `undo`.
    """
    if took_away(workspace, entity, entity_id):
        return undo(workspace, entity, entity_id)
    standing.require_work(workspace, entity, entity_id)
    standing.require_recorder(workspace, entity, entity_id)
    with workspace.database.read() as connection:
        field = _LINK if entity == BEARING.code else _GONE
        _, heads = journal.current(connection, entity, EntityId(entity_id), field)
        if not heads:
            raise Expected(Code.NOTHING_TO_UNDO)
        edits = inverse.of_step(connection, step_of(heads[-1]), Verb.UNDO).edits
    return workspace.editor.do(entity_id, [edit for edit in edits if case_of(edit.id) == case_of(entity_id)])


def _require(workspace: Workspace, entity: str, entity_id: str, asked: Callable[[], dict[str, Value]]) -> None:
    """What it would write is asked of the items alone of which it matters.

    Who may remove a case may bring it back.

    Who may not accept it does not take back that it was reopened, nor accept it again.
    """
    if entity == CASE.code and set(asked()) == {_GONE}:
        standing.require_remover(workspace, entity_id)
        return
    standing.require_work(workspace, entity, entity_id)
    if entity == REVIEW.code:
        moved = asked()
        if moved.get("stage") == ACCEPTED:
            standing.require_acceptor(workspace, entity_id, str(moved.get("reason") or ""))


def _moved(workspace: Workspace, entity: str, entity_id: str, verb: Verb) -> dict[str, Value]:
    """What taking back, or doing again, the last step would write to the item's fields."""
    return {edit.field: edit.value for edit in workspace.editor.inverted(entity, entity_id, verb)}
