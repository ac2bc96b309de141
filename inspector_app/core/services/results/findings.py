"""The findings and recommendations of the draft: added, moved, deleted, given to another owner.

Each of these is one step of the text's history, which `editor.undo` takes back. All raise Expected as Editor.do:
DISK_FULL, FOLDER_READ_ONLY, BUSY.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.fields import FINDING, PREVIOUS, RECOMMENDATION, Value
from inspector_app.core.domain.ids import EntityId, device_of, new_id, seq_of
from inspector_app.core.domain.inspection import Recommendation
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text import typed_lines
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating.engine import rate
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.editor import Done
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read, read_deleted, read_review
from inspector_app.core.words import say

_LARGEST = 64 * 1024 * 1024  # bytes of a document of another inspection; the largest sample has a hundredth
_MOST = 200  # recommendations of one inspection
OWNED = (RECOMMENDATION.code, PREVIOUS.code)  # whose texts are each for somebody
_CLEARED = {"previous": ("text", "note")}  # with what is deleted, where it is more than its text


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of moving a text: whether it stands elsewhere now, whose it became (None: whose it was), and who has none
    left by that, whose heading goes (None: nobody)."""

    moved: bool = False
    to: str | None = None
    gone: str | None = None


def saved(workspace: Workspace) -> dict[tuple[str, str], str]:
    """When each text of findings and recommendations was last written, the last inspection's too: by entity and id."""
    with workspace.database.read() as connection:
        return {
            (entity, text): at
            for entity in ("finding", "recommendation", "previous")
            for text, at in read.saved(connection, entity, "text").items()
        }


def add_finding(workspace: Workspace, standard: str, kind: str) -> str:
    """A new empty finding of a standard (`kind`: a FindingKind's code) below all others; gives its id."""
    return _add(workspace, "finding", standard=standard, kind=kind)


def add_recommendation(workspace: Workspace, to: str) -> str:
    """A new empty recommendation to whoever should act, below all others; gives its id."""
    return _add(workspace, "recommendation", to=to)


def add_previous(workspace: Workspace, to: str) -> str:
    """A new empty recommendation of the last inspection, to whoever should have acted, below all others; gives its id."""
    return _add(workspace, "previous", to=to)


def recommended_in(workspace: Workspace, path: Path, ticket: Ticket | None = None) -> tuple[Recommendation, ...]:
    """The recommendations of an inspection document of any framework and service, each once, as they read there: a live
    figure in one is of the data of then, and would here say what is found now.

    Takes as long as the document is large: run it as a job. Expected: as exchange.load; FILE_TOO_LARGE; and DOCUMENT_INVALID
    where there are more than any inspection makes: each is a row to be answered.
    """
    ticket = ticket or Ticket()
    ticket.report(0, 1, say("Reading"))
    framework, last = exchange.load(path, extra=workspace.laptop.frameworks_folder, most=_LARGEST)
    ticket.check()
    said = live_figures.figures(rate(framework, last).standards)
    read = (replace(r, text=typed_lines.as_read(r.text, said)) for r in last.recommendations)
    found = tuple(dict.fromkeys(replace(r, rests_on=(), mark="") for r in read if r.text.strip()))
    if len(found) > _MOST:
        why = f"there are {len(found):,}, and no inspection makes more than {_MOST} recommendations"
        raise Expected(Code.DOCUMENT_INVALID, where=path, path="$.recommendations", why=why)
    return found


def take_previous(workspace: Workspace, recommended: Sequence[Recommendation]) -> int:
    """Add recommendations as those of the last inspection, in one step; gives how many.

    What stands there already, word for word, is not added again. Expected: as Editor.do.
    """
    there = {(row.group, row.text) for row in workspace.previous()}
    taken = [r for r in recommended if (r.to, r.text) not in there]
    first = max((row.position for row in workspace.previous()), default=0) + 1
    ids = [EntityId(new_id()) for _ in taken]
    edits = [
        Edit("previous", item, field, value)
        for place, (item, made) in enumerate(zip(ids, taken, strict=True), first)
        for field, value in (("to", made.to), ("text", made.text), ("position", place))
        if value != ""
    ]
    if edits:
        workspace.editor.do(ids[0], edits, Verb.IMPORT)
    return len(taken)


def set_outcome(workspace: Workspace, item: str, outcome: str, over: str = "") -> None:
    """What became of a recommendation of the last inspection ("done", "partly", "not"; "" takes it back).
    `over`: what was shown.

    Expected as Editor.do.
    """
    workspace.editor.set("previous", EntityId(item), "outcome", outcome or None, over=over)


def refuse_contested(workspace: Workspace) -> None:
    """Expected: TEXTS_CONTESTED while people differ on a text of the draft, which a copy would have in one side's words."""
    with workspace.database.read() as connection:
        contested = read_review.contested_for(connection, workspace.me)
    number = sum(entity in (FINDING.code, RECOMMENDATION.code) for entity, _, _ in contested)
    if number:
        raise Expected(Code.TEXTS_CONTESTED, number=number)


def move(workspace: Workspace, entity: str, text_id: str, by: int) -> Moved:
    """Move a text so far down in its own list (above zero) or up, past a neighbour for each; not beyond either end.

    What is recommended goes past the end of its owner's to the next owner, as the first there, or up to the last of the one
    before, and is theirs then. Positions that two laptops gave to two texts alike are set apart by it.
    """
    rows = _rows(workspace, entity)
    own = next((row for row in rows if row.id == text_id), None)
    if own is None:
        return Moved()
    edits = _moved(entity, [row for row in rows if (row.group, row.kind) == (own.group, own.kind)], text_id, by)
    if not edits and entity in OWNED:
        owners = list(dict.fromkeys(row.group for row in rows))
        to = owners.index(own.group) + (1 if by > 0 else -1)
        if 0 <= to < len(owners):
            return _given(workspace, entity, rows, own, owners[to], 0 if by > 0 else len(rows))
    if edits:
        workspace.editor.do(text_id, edits)
    return Moved(bool(edits))


def give(workspace: Workspace, entity: str, text_id: str, to: str, place: int) -> Moved:
    """Give what is recommended to another owner, below so many of theirs, in one step; not where it is theirs already.

    `entity`: "recommendation", or "previous" for one of the last inspection.
    """
    rows = _rows(workspace, entity)
    own = next((row for row in rows if row.id == text_id), None)
    return Moved() if own is None or own.group == to else _given(workspace, entity, rows, own, to, place)


def _given(workspace: Workspace, entity: str, rows: Sequence[TextRow], own: TextRow, to: str, place: int) -> Moved:
    order = [row.id for row in rows if row.id != own.id]
    theirs = [row.id for row in rows if row.group == to]
    if theirs[place : place + 1]:
        order.insert(order.index(theirs[place]), own.id)
    else:
        order.insert(order.index(theirs[-1]) + 1 if theirs else len(order), own.id)
    owner = Edit(entity, EntityId(own.id), "to", to, over=own.group)
    workspace.editor.do(own.id, [owner, *_placed(entity, rows, order)])
    left = any(row.group == own.group and row.id != own.id for row in rows)
    return Moved(moved=True, to=to, gone=None if left else own.group)


def delete(workspace: Workspace, entity: str, text_id: str) -> Done:
    """Delete a text; `editor.undo(entity, text_id)` brings it back.

    Clearing its words as well makes a colleague's edit of them, made apart, a conflict and not a loss.
    """
    item = EntityId(text_id)
    cleared = (Edit(entity, item, field, None) for field in _CLEARED.get(entity, ("text",)))
    return workspace.editor.do(text_id, [Edit(entity, item, "deleted", True), *cleared])


def deleted_last(workspace: Workspace, entity: str, standard: str = "") -> TextRow | None:
    """The text of a kind that was deleted last, a finding of that standard, with its words: if this laptop did that, and
    nothing to it since. None for none.
    """
    with workspace.database.read() as connection:
        gone = [row for row in read_deleted.deleted(connection, entity) if entity != "finding" or row.group == standard]
        heads = {row.id: journal.current(connection, entity, EntityId(row.id), "deleted")[1] for row in gone}
    here = {
        text: seq_of(last[-1])
        for text, last in heads.items()
        if last and device_of(last[-1]) == workspace.laptop.device
    }
    last = max((row for row in gone if row.id in here), key=lambda row: here[row.id], default=None)
    if last is None or not case_work.took_away(workspace, entity, last.id):
        return None
    back = {
        edit.field: edit.value for edit in workspace.editor.inverted(entity, last.id, Verb.UNDO) if edit.id == last.id
    }
    return replace(last, text=str(back.get("text") or ""))


def rename_owner(
    workspace: Workspace, ids: Sequence[str], to: str, over: Value = None, *, entity: str = "recommendation"
) -> Done:
    """Give recommendations (`ids`, at least one) to another owner, in one step that belongs to the first of them.

    `over`: the owner that was shown (Edit.over). `entity`: "previous" for those of the last inspection.
    """
    return workspace.editor.do(ids[0], [Edit(entity, EntityId(i), "to", to, over=over) for i in ids])


def _rows(workspace: Workspace, entity: str) -> list[TextRow]:
    rows = {"finding": workspace.findings, "recommendation": workspace.recommendations, "previous": workspace.previous}
    return rows[entity]()


def _add(workspace: Workspace, entity: str, **values: Value) -> str:
    made = EntityId(new_id())
    values["position"] = max((row.position for row in _rows(workspace, entity)), default=0) + 1
    workspace.editor.do(made, [Edit(entity, made, field, value) for field, value in values.items()])
    return made


def _moved(entity: str, rows: Sequence[TextRow], text_id: str, by: int) -> list[Edit]:
    """The edits that move one text past its neighbours; nothing beyond the ends. Positions that clash are set apart."""
    order = [row.id for row in rows]
    here = order.index(text_id)
    if not 0 <= here + by < len(order):
        return []
    order.insert(here + by, order.pop(here))
    return _placed(entity, rows, order)


def _placed(entity: str, rows: Sequence[TextRow], order: Sequence[str]) -> list[Edit]:
    """The edits that put these into that order. Positions that clash are set apart."""
    was = {row.id: row.position for row in rows}
    places = sorted(was.values())
    for place in range(1, len(places)):
        places[place] = max(places[place], places[place - 1] + 1)
    changed = ((i, place) for i, place in zip(order, places, strict=True) if was[i] != place)
    return [Edit(entity, EntityId(i), "position", place) for i, place in changed]
