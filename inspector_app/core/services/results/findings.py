"""The findings and recommendations of the draft: added, moved, deleted, given to another owner.

Each of these is one step of the text's history, which `editor.undo` takes back. All raise Expected as Editor.do:
DISK_FULL, FOLDER_READ_ONLY, BUSY.
"""

from collections.abc import Sequence

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace


def add_finding(workspace: Workspace, standard: str, kind: str) -> str:
    """A new empty finding of a standard (`kind`: a FindingKind's code) below all others; gives its id."""
    return _add(workspace, "finding", standard=standard, kind=kind)


def add_recommendation(workspace: Workspace, to: str) -> str:
    """A new empty recommendation to whoever should act, below all others; gives its id."""
    return _add(workspace, "recommendation", to=to)


def move(workspace: Workspace, entity: str, text_id: str, by: int) -> None:
    """Move a text past its neighbour above (-1) or below (1) in its own list; nothing at either end.

    Positions that two laptops gave to two texts alike are set apart by it.
    """
    rows = _rows(workspace, entity)
    own = next((row for row in rows if row.id == text_id), None)
    if own is not None:
        edits = _moved(entity, [row for row in rows if (row.group, row.kind) == (own.group, own.kind)], text_id, by)
        if edits:
            workspace.editor.do(text_id, edits)


def delete(workspace: Workspace, entity: str, text_id: str) -> Done:
    """Delete a text; `editor.undo(entity, text_id)` brings it back.

    Clearing its words as well makes a colleague's edit of them, made apart, a conflict and not a loss.
    """
    item = EntityId(text_id)
    return workspace.editor.do(text_id, [Edit(entity, item, "deleted", True), Edit(entity, item, "text", None)])


def rename_owner(workspace: Workspace, ids: Sequence[str], to: str, over: Value = None) -> Done:
    """Give recommendations (`ids`, at least one) to another owner, in one step that belongs to the first of them.

    `over`: the owner that was shown (Edit.over).
    """
    return workspace.editor.do(ids[0], [Edit("recommendation", EntityId(i), "to", to, over=over) for i in ids])


def _rows(workspace: Workspace, entity: str) -> list[TextRow]:
    return workspace.findings() if entity == "finding" else workspace.recommendations()


def _add(workspace: Workspace, entity: str, **values: Value) -> str:
    made = EntityId(new_id())
    values["position"] = max((row.position for row in _rows(workspace, entity)), default=0) + 1
    workspace.editor.do(made, [Edit(entity, made, field, value) for field, value in values.items()])
    return made


def _moved(entity: str, rows: Sequence[TextRow], text_id: str, by: int) -> list[Edit]:
    """The edits that move one text past its neighbour; nothing at either end. Positions that clash are set apart."""
    order = [row.id for row in rows]
    here = order.index(text_id)
    if not 0 <= here + by < len(order):
        return []
    order[here], order[here + by] = order[here + by], order[here]
    was = {row.id: row.position for row in rows}
    places = sorted(was.values())
    for place in range(1, len(places)):
        places[place] = max(places[place], places[place - 1] + 1)
    changed = ((i, place) for i, place in zip(order, places, strict=True) if was[i] != place)
    return [Edit(entity, EntityId(i), "position", place) for i, place in changed]
