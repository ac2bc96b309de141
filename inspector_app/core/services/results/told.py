"""The log of what the service was told before the ratings were final. All raise Expected as Editor.do."""

from dataclasses import replace
from datetime import datetime

from inspector_app.core.domain.fields import TOLD
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.panel.told import ToldRow
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.people import standing
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_review, read_told


def rows(workspace: Workspace) -> list[ToldRow]:
    """What was told, by day. Who marks a case blind is not told the ratings of then, which count the first's answers."""
    with workspace.database.read() as connection:
        found, unseen = read_told.rows(connection), read_review.uncounted(connection, workspace.me)
    return [replace(row, rated="") for row in found] if unseen else found


def add(workspace: Workspace, whom: str, said: str = "", day: str = "") -> str:
    """Write down that somebody was told the ratings as they are now; gives the id. `day`: ISO 8601; today without one.

    Expected: VALUE_INVALID where nobody was told.
    """
    if not tidied(whom):
        raise Expected(Code.VALUE_INVALID, field="Who was told", value=whom, why="it is empty")
    told = EntityId(new_id())
    values = {
        "day": day or datetime.now().astimezone().date().isoformat(),
        "whom": whom.strip(),
        "said": said.strip() or None,
        "rated": ratings.lines(workspace),
    }
    workspace.editor.do(told, [Edit(TOLD.code, told, field, value) for field, value in values.items()])
    return told


def explain(workspace: Workspace, told: str, why: str) -> None:
    """Say why it changed since, over what this person was shown. Expected: TOLD_UNKNOWN."""
    was = next((row for row in rows(workspace) if row.id == told), None)
    if was is None:
        raise Expected(Code.TOLD_UNKNOWN, entry=told)
    workspace.editor.do(told, [Edit(TOLD.code, EntityId(told), "why", why.strip() or None, over=was.why)])


def delete(workspace: Workspace, told: str) -> None:
    """Delete an entry; undo brings it back. Expected: RECORD_NOT_YOURS (who wrote it, the lead and quality leads do)."""
    standing.require_recorder(workspace, TOLD.code, told)
    item = EntityId(told)
    workspace.editor.do(item, [Edit(TOLD.code, item, "deleted", True), Edit(TOLD.code, item, "whom", None)])


def changed(workspace: Workspace, row: ToldRow) -> list[tuple[str, str, str]]:
    """(what, rating that was told, rating now) where these differ."""
    return row.changed(ratings.lines(workspace))
