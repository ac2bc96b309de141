"""A list of cases out of a file: opened, read against the inspection as somebody says its columns are, and imported.

Nothing is stored until `import_cases`, which stores everything in one step or nothing.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.case_list import Listing, ListRow, Reading
from inspector_app.core.domain.changes import Verb
from inspector_app.core.domain.fields import CASE
from inspector_app.core.domain.ids import new_id
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, case_list_headings, case_list_rows
from inspector_app.core.services.desk_edits import edits_of
from inspector_app.core.services.setting_up import references, refuse_taken, setting
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import INSPECTION, Workspace
from inspector_app.core.words import count

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")
_LARGEST = 20_000_000  # bytes: a thousand cases are not a hundredth of it


def open_list(path: Path, ticket: Ticket | None = None) -> Listing:
    """The list in a file. Expected: FORMAT_UNKNOWN, FILE_MISSING, NOT_A_FILE, CASE_LIST_INVALID, WORKBOOK_UNREADABLE, …"""
    (ticket or Ticket()).check()
    if path.suffix.lower() not in ENDINGS:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=", ".join(ENDINGS))
    with files.saying_what_failed(path):
        size = path.stat().st_size
    if size > _LARGEST:
        why = f"it has {size // 1_000_000} MB, and {_LARGEST // 1_000_000} MB is the most"
        raise Expected(Code.CASE_LIST_INVALID, where=path, why=why)
    data = files.read_bytes(path)
    workbook = path.suffix.lower() == ".xlsx"
    return (case_list.open_workbook if workbook else case_list.open_text)(data, str(path))


def guess(listing: Listing) -> dict[str, int]:
    """Which cell each column (the code of a field of a case) is likely to be in."""
    return case_list_headings.guess(listing.headings)


def read(workspace: Workspace, listing: Listing, places: Mapping[str, int], sample: str = "") -> Reading:
    """Every row as it would be imported now, with what is wrong. `sample` is that of rows that name none, or ""."""
    known = case_list_rows.Known(
        framework=workspace.framework,
        start=setting(workspace).start,
        taken=references(workspace),
        team=workspace.team(),
        sample=sample,
    )
    return case_list_rows.read(listing, places, known)


def import_cases(workspace: Workspace, lines: Sequence[ListRow], ticket: Ticket | None = None) -> int:
    """Add these cases: a backup first, then all in one step. Returns how many.

    Expected: VALUE_INVALID (a reference that was taken meanwhile), DISK_FULL, FOLDER_READ_ONLY, BUSY; then nothing was
    changed. Nor is anything when the ticket is cancelled.
    """
    ticket = ticket or Ticket()
    ticket.report(0, 2, "Backing up")
    workspace.back_up(Why.IMPORT)
    ticket.report(1, 2, count(len(lines), "Importing {n} case", "Importing {n} cases"))
    refuse_taken(workspace, [line.case.ref for line in lines])
    edits = [edit for line in lines for edit in edits_of(CASE, new_id(), line.case)]
    workspace.editor.do(INSPECTION, edits, Verb.IMPORT)
    return len(lines)
