"""The register of live concerns: a child may be at risk now. In no rating and in no report; nothing here deletes one.

A concern is about safety and not about marking, so a blind second marker sees every one of them.
"""

import heapq
from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from inspector_app.core.domain.cases.concern import CONTESTED, OUTCOME, TOLD, WHAT, WHEN, ConcernRow
from inspector_app.core.domain.days import when
from inspector_app.core.domain.fields import CONCERN, INFORMED, Value
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people import here
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_concerns
from inspector_app.core.storage.reading.stands import INFORMED_FIELDS

_MISSING = {
    WHAT: "what it is", TOLD: "who was told", WHEN: "when they were told (day and time)", OUTCOME: "what came of it",
    CONTESTED: "which of two people’s words stand",
}  # fmt: skip


def rows(workspace: Workspace, also: str = "") -> list[ConcernRow]:
    """The concerns, open ones first, then the latest first; without those nobody wrote in yet, but for `also` (an id)."""
    with workspace.database.read() as connection:
        found = [row for row in read_concerns.rows(connection) if row.written or row.id == also]
    return sorted(found, key=lambda row: not row.open)


def count_open(workspace: Workspace) -> int:
    """How many concerns somebody still has to deal with."""
    return sum(row.open for row in rows(workspace))


def open_cases(workspace: Workspace) -> Mapping[str, int]:
    """Case id -> how many open concerns there are about it; cases without one are left out."""
    return Counter(row.case for row in rows(workspace) if row.open and row.case)


def raise_(workspace: Workspace, case_id: str, at: datetime) -> str:
    """Begin a concern about a case ("" for none) noticed at this local time; gives its id, for what is written next.

    One that this person began before and nobody wrote in is used again. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    with workspace.database.read() as connection:
        concern = EntityId(read_concerns.blank_of(connection, workspace.me) or new_id())
    values: dict[str, Value] = {"case": case_id, "day": at.date().isoformat(), "time": when.time(at)}
    edits = [Edit(CONCERN.code, concern, field, value) for field, value in values.items()]
    workspace.editor.do(concern, edits, Verb.ADD)
    return concern


def tell(workspace: Workspace, concern_id: str, whom: str, day: str, time: str) -> str:
    """Write down that this person told somebody of a concern, on that day (ISO 8601) at that time (09:30); gives its id.

    Expected: VALUE_INVALID where nobody was told; DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    if not tidied(whom):
        raise Expected(Code.VALUE_INVALID, field="Who was told", value=whom, why="it is empty")
    told = EntityId(f"{concern_id}/{new_id()}")
    values = {"whom": whom.strip(), "day": day or None, "time": time or None, "by": here.person(workspace).name}
    workspace.editor.do(told, [Edit(INFORMED.code, told, f, value) for f, value in values.items()], Verb.ADD)
    return told


def delete_told(workspace: Workspace, informed_id: str) -> Done:
    """Delete a line on who was told; `editor.undo("informed", id)` brings it back. Expected: as `raise_`."""
    told = EntityId(informed_id)
    edits = [Edit(INFORMED.code, told, "deleted", True), *(Edit(INFORMED.code, told, f, None) for f in INFORMED_FIELDS)]
    return workspace.editor.do(told, edits)


def history(workspace: Workspace, concern_id: str) -> list[HistoryRow]:
    """Who wrote what in a concern and of those who were told, newest first."""
    with workspace.database.read() as connection:
        told = read_concerns.ever_told(connection, concern_id)
    found = [workspace.history(CONCERN.code, concern_id), *(workspace.history(INFORMED.code, one) for one in told)]
    return list(heapq.merge(*found, key=lambda row: (row.at, row.change), reverse=True))


def close(workspace: Workspace, concern_id: str) -> Done:
    """Close a concern. `editor.undo("concern", id)` opens it again, and its history shows both.

    Expected: CONCERN_NOT_SETTLED while what it is, who was told, when, or the outcome is not known; DISK_FULL,
    FOLDER_READ_ONLY, BUSY.
    """
    missing = _one(workspace, concern_id).lacking
    if missing:
        raise Expected(Code.CONCERN_NOT_SETTLED, missing=" or ".join(_MISSING[part] for part in missing))
    return workspace.editor.do(concern_id, [Edit(CONCERN.code, EntityId(concern_id), "closed", True)])


def reopen(workspace: Workspace, concern_id: str, reason: str, at: datetime) -> Done:
    """Open a concern again, for a reason that is added to its outcome. No undo closes it again: that is done by `close`.

    Of an outcome that two people wrote differently both stay, one below the other.
    Expected: VALUE_INVALID (no reason), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    reason = reason.strip()
    if not tidied(reason):
        raise Expected(Code.VALUE_INVALID, field="The reason", value=reason, why="it is empty")
    concern = EntityId(concern_id)
    added = f"Reopened {when.day(at)} {when.time(at)}: {reason}"
    with workspace.database.read() as connection:
        outcome = "\n\n".join((*read_concerns.outcomes(connection, concern), added))
    edits = [Edit(CONCERN.code, concern, "closed", False), Edit(CONCERN.code, concern, "outcome", outcome)]
    return workspace.editor.do(concern, edits, Verb.ADD)


def _one(workspace: Workspace, concern_id: str) -> ConcernRow:
    with workspace.database.read() as connection:
        return read_concerns.rows(connection, concern_id)[0]
