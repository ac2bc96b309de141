"""A draft that came back from a word processor: read, compared with the texts, and taken change by change.

Each change that is taken is a step of its text, by who took it, which undo takes back. Of the file
nothing is kept but its place.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.returned import comparing, hunks, marks
from inspector_app.core.domain.returned.difference import Difference, KnownText, Returned, What
from inspector_app.core.domain.returned.hunks import State
from inspector_app.core.domain.returned.marks import Stamp, TextMark
from inspector_app.core.domain.returned.read import Document
from inspector_app.core.domain.rows import HistoryRow, TextRow
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import packed, word_document
from inspector_app.core.services.results import findings
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept as store

ENDING = ".docx"
_Text = tuple[str, TextRow]  # with its entity
Item = tuple[str, str]  # entity and id


def read(workspace: Workspace, path: Path, ticket: Ticket | None = None) -> Returned:
    """What a draft that came back says otherwise. Nothing is changed by reading it.

    Expected: FORMAT_UNKNOWN, FILE_MISSING, NOT_A_FILE, FILE_TOO_LARGE, DRAFT_UNREADABLE, DRAFT_UNMARKED (no draft of this
    program's), DRAFT_FOREIGN (of another inspection). Raises Cancelled when the ticket is cancelled.
    """
    if path.suffix.lower() != ENDING:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=ENDING)
    ticket = ticket or Ticket()
    ticket.report(0, 2, "Reading the document")
    data = files.read_bytes(path, packed.LARGEST_FILE)
    document = word_document.read(data, str(path), lambda: ticket.report(0, 2, "Reading the document"))
    ticket.report(1, 2, "Comparing")
    stamp = _stamp(document)
    texts = _known(workspace, document, stamp)
    _refuse_others(workspace, document, stamp, path)
    return comparing.compared(document, texts, workspace.id, stamp)


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft that came back and is being looked through: where it is, what was left of it (keys), the line one was on."""

    path: Path
    left: frozenset[str] = frozenset()
    row: int = 0


def keep_begun(workspace: Workspace, begun: Begun | None) -> None:
    """Keep it in this file alone, for when the program is started anew; None once nothing of it is open.

    Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY, FILE_MOVED.
    """
    with workspace.database.write() as connection:
        if begun is None:
            store.forget(connection, store.RETURNED, "")
        else:
            said = {"path": str(begun.path), "left": sorted(begun.left), "row": begun.row}
            store.keep(connection, store.RETURNED, "", json.dumps(said))


def begun(workspace: Workspace) -> Begun | None:
    """The draft that was being looked through; None for none, or where what was kept of it is spoilt."""
    with workspace.database.read() as connection:
        held = store.all_kept(connection, store.RETURNED).get("", "")
    try:
        said = json.loads(held or "{}")
        return Begun(Path(said["path"]), frozenset(map(str, said["left"])), int(said["row"]))
    except (ValueError, KeyError, TypeError):
        return None


def states(workspace: Workspace, returned: Returned) -> Mapping[str, State]:
    """How each difference stands to the texts as they are by now, by its key."""
    rows = {(entity, row.id): row for entity, row in _rows(workspace)}
    found: dict[str, State] = {}
    for text, of_text in _together(returned).items():
        found |= _states_of(of_text, rows.get(text), list(rows.values()))
    return found


def take(workspace: Workspace, returned: Returned, key: str) -> Item | None:
    """Take one difference, as a step of its text; None where the text says so already. Gives the item that undo is about.

    Expected: TEXT_CHANGED where it does not fit any more, or is no difference of a text; as `Editor.do`.
    """
    difference = next(d for d in returned.differences if d.key == key)
    state = states(workspace, returned)[key]
    if state is State.TAKEN:
        return None
    require_places(workspace, returned, [key])
    if difference.what is What.GONE:
        findings.delete(workspace, difference.entity, difference.id)
        return difference.entity, difference.id
    if difference.what is What.WORDS:
        return _words(workspace, returned, difference)
    return (_order if difference.what is What.ORDER else _add)(workspace, difference)


def require_places(workspace: Workspace, returned: Returned, keys: Sequence[str]) -> None:
    """Refuse what cannot be taken as the texts are now. Expected: TEXT_CHANGED."""
    now = states(workspace, returned)
    for difference in returned.differences:
        if difference.key in keys and now[difference.key] is State.APART:
            raise Expected(Code.TEXT_CHANGED, what=" ".join((difference.added or difference.removed).split())[:200])


def _words(workspace: Workspace, returned: Returned, difference: Difference) -> Item:
    now = next(row.text for entity, row in _rows(workspace) if (entity, row.id) == (difference.entity, difference.id))
    of_text = [d for d in returned.differences if d.id == difference.id and d.hunk and d.base == difference.base]
    places = hunks.placed(difference.base, [d.hunk for d in of_text if d.hunk], now)
    place = next(p for d, p in zip(of_text, places, strict=True) if d.key == difference.key)
    text = now[: place.start] + difference.added + now[place.end :]
    edit = Edit(difference.entity, EntityId(difference.id), "text", text.strip(), over=now)
    workspace.editor.do(difference.id, [edit])
    return difference.entity, difference.id


def _add(workspace: Workspace, difference: Difference) -> Item:
    """A new text behind the one that it came after."""
    made = EntityId(new_id())
    group = "standard" if difference.entity == "finding" else "to"
    values = {group: difference.group, "text": difference.added, "kind": difference.kind}
    rows = [row for entity, row in _rows(workspace) if entity == difference.entity]
    order = [row.id for row in rows]
    at = order.index(difference.id) + 1 if difference.id in order else len(order)
    edits = [Edit(difference.entity, made, field, value) for field, value in values.items() if value]
    was = {row.id: row.position for row in rows}
    for place, text in enumerate([*order[:at], made, *order[at:]], start=1):
        if was.get(text) != place:
            edits.append(Edit(difference.entity, EntityId(text), "position", place))
    workspace.editor.do(made, edits)
    return difference.entity, made


def _order(workspace: Workspace, difference: Difference) -> Item:
    was = {row.id: row.position for entity, row in _rows(workspace) if entity == difference.entity}
    ids = [text for text in difference.ids if text in was]
    places = sorted(was[text] for text in ids)
    for n in range(1, len(places)):
        places[n] = max(places[n], places[n - 1] + 1)
    edits = [
        Edit(difference.entity, EntityId(text), "position", place)
        for text, place in zip(ids, places, strict=True)
        if was[text] != place
    ]
    workspace.editor.do(ids[0], edits)
    return difference.entity, ids[0]


# how they stand


def _together(returned: Returned) -> dict[tuple[str, str], list[Difference]]:
    found: dict[tuple[str, str], list[Difference]] = {}
    for difference in returned.differences:
        found.setdefault((difference.entity, difference.id), []).append(difference)
    return found


def _states_of(of_text: list[Difference], now: TextRow | None, rows: list[TextRow]) -> dict[str, State]:
    changes = [d for d in of_text if d.hunk]
    found = {d.key: _state(d, now, rows) for d in of_text if not d.hunk}
    if now is None:
        return found | dict.fromkeys((d.key for d in changes), State.APART)
    bases = dict.fromkeys(d.base for d in changes)
    for base in bases:
        of_base = [d for d in changes if d.base == base]
        places = hunks.placed(base, [d.hunk for d in of_base if d.hunk], now.text)
        found |= {d.key: place.state for d, place in zip(of_base, places, strict=True)}
    return found


def _state(difference: Difference, now: TextRow | None, rows: list[TextRow]) -> State:
    match difference.what:
        case What.GONE:
            if now is None:
                return State.TAKEN
            return State.OPEN if now.text == difference.base else State.APART
        case What.NEW:
            there = any(
                (r.group, r.kind, r.text) == (difference.group, difference.kind, difference.added) for r in rows
            )
            return State.TAKEN if there else State.OPEN
        case What.ORDER:
            order = [row.id for row in rows if row.id in difference.ids]
            return State.TAKEN if order == [i for i in difference.ids if i in order] else State.OPEN
        case _:
            return State.APART


# reading


def _stamp(document: Document) -> Stamp | None:
    names = (name for paragraph in document.paragraphs for name in paragraph.marks)
    return next((stamp for name in names if (stamp := marks.read_stamp(name))), None)


def _marks(document: Document) -> list[TextMark]:
    return [m for paragraph in document.paragraphs for name in paragraph.marks if (m := marks.read_text(name))]


def _refuse_others(workspace: Workspace, document: Document, stamp: Stamp | None, path: Path) -> None:
    found = _marks(document)
    if stamp is None and not found:
        raise Expected(Code.DRAFT_UNMARKED, where=path)
    known = {marks.id_of(workspace.id, row.id) for _, row in _rows(workspace)}
    own = stamp.inspection == marks.key(workspace.id) if stamp else any(mark.text in known for mark in found)
    if not own:
        raise Expected(Code.DRAFT_FOREIGN, where=path)


def _rows(workspace: Workspace) -> list[_Text]:
    return [
        *(("finding", row) for row in workspace.findings()),
        *(("recommendation", row) for row in workspace.recommendations()),
    ]


def _known(workspace: Workspace, document: Document, stamp: Stamp | None) -> list[KnownText]:
    read_as = {mark.text: mark.read for mark in _marks(document)}
    return [_text(workspace, entity, row, read_as, stamp) for entity, row in _rows(workspace)]


def _text(workspace: Workspace, entity: str, row: TextRow, read_as: dict[str, str], stamp: Stamp | None) -> KnownText:
    """A text with how the draft had it: as the mark of its paragraphs says, or else as it stood when the draft was made."""
    known = KnownText(entity=entity, id=row.id, group=row.group, kind=row.kind, text=row.text, base=row.text)
    wanted = read_as.get(marks.id_of(workspace.id, row.id))
    if wanted == marks.read_as(workspace.id, row.id, row.text):
        return known
    history = workspace.editor.history(entity, row.id, "text")
    if wanted is None:
        stood = _stood(history, stamp.made) if stamp else ""
        return replace(known, base=stood, printed=bool(stood.strip()))
    values = (str(change.value or "") for change in history)
    base = next((text for text in values if marks.read_as(workspace.id, row.id, text) == wanted), None)
    return replace(known, base=base)


def _stood(history: list[HistoryRow], made: datetime) -> str:
    """What a text said at that moment; "" where it was not there yet."""
    before = (change for change in history if datetime.fromisoformat(change.at) <= made)
    return next((str(change.value or "") for change in before), "")
