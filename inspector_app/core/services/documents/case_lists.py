"""A list of cases out of a file: opened, read against the inspection as somebody says its columns are, and imported.

Nothing is stored until `import_cases`, which stores everything in one step or nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from inspector_app.core import files
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.cases.case_list import Listing, ListRow, Reading, TypeWord
from inspector_app.core.domain.fields import CASE
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.inspection import Case, Person
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, case_list_headings, case_list_rows, case_list_types
from inspector_app.core.interchange.case_list_headings import tidied
from inspector_app.core.interchange.workbooks.package import is_workbook
from inspector_app.core.services.documents.desk_edits import edits_of
from inspector_app.core.services.fieldwork.setting_up import refuse_taken, setting
from inspector_app.core.services.people import standing
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import INSPECTION, Workspace
from inspector_app.core.storage import kept
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading import read as storage
from inspector_app.core.storage.reading import read_case
from inspector_app.core.words import count, say

TEXTS, WORKBOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".xlsm", ".ods")
OLDER = (".xls", ".xlsb", ".numbers")  # what is in them says whether they can be read, and what to do where not
ENDINGS = (*TEXTS, *WORKBOOKS)
_SEEN, _KINDS = 200, 30  # rows that tell what a column holds; the most words for types that a service has
# In the heading of a day on which a case may have begun, and of one on which it did not.
_BEGINS = {
    "contact", "sentence", "sentenced", "disposal", "order", "opened", "commenced", "allocated", "referral", "referred",
}  # fmt: skip
_ENDS = {
    "end", "ended", "expiry", "expires", "closed", "closure", "review", "next", "due", "last", "report", "released",
}  # fmt: skip
_LARGEST = 20_000_000  # bytes: a thousand cases are not a hundredth of it


def open_list(path: Path, ticket: Ticket | None = None) -> Listing:
    """The list in a file. Expected: FORMAT_UNKNOWN, FILE_MISSING, NOT_A_FILE, CASE_LIST_INVALID, WORKBOOK_UNREADABLE, …"""
    (ticket or Ticket()).check()
    ending = path.suffix.lower()
    if ending not in (*ENDINGS, *OLDER):
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=", ".join(ENDINGS))
    with files.saying_what_failed(path):
        size = path.stat().st_size
    if size > _LARGEST:
        _refuse_size(size, path)
    data = files.read_bytes(path)
    workbook = ending in WORKBOOKS or (ending in OLDER and is_workbook(data))
    return (case_list.open_workbook if workbook else case_list.open_text)(data, str(path))


def open_copied(text: str, ticket: Ticket | None = None) -> Listing:
    """The list in a table that was copied from a spreadsheet or a document. Expected: CASE_LIST_INVALID, TABLE_INVALID."""
    (ticket or Ticket()).check()
    where = say("The table that was copied")
    data = text.encode(errors="replace")
    if len(data) > _LARGEST:
        _refuse_size(len(data), where)
    return case_list.open_text(data, where)


def _refuse_size(size: int, where: Path | str) -> NoReturn:
    why = f"it has {size // 1_000_000} MB, and {_LARGEST // 1_000_000} MB is the most"
    raise Expected(Code.CASE_LIST_INVALID, where=where, why=why)


def guess(listing: Listing, team: Sequence[Person] = (), framework: Framework | None = None) -> dict[str, int]:
    """Which cell each column (the code of a field of a case) is likely to be in: by its heading, else by what it holds.

    A column that nothing else is read from is that of types where most of its words mean one of the `framework`, and that of
    the beginning where it alone holds days and is of no end.

    Whom a case is allocated to is, in a service's list, the service's own worker: such a column says the inspector only
    where somebody of the `team` stands in it.
    """
    found = case_list_headings.guess(listing.headings)
    found = (_by_what_they_hold(listing, found, framework) if framework else {}) | found
    if framework and not framework.has_several_samples:  # whatever the service calls the parts of its list
        found.pop("sample", None)
    place = found.get("inspector")
    if place is None or case_list_headings.says_inspector(listing, place) or _names_any(listing, place, team):
        return found
    return {code: at for code, at in found.items() if code != "inspector"}


def _by_what_they_hold(listing: Listing, found: Mapping[str, int], framework: Framework) -> dict[str, int]:
    free = [heading for heading in listing.headings if heading.place not in found.values() and not heading.personal]
    held = {heading.place: _values(listing, heading.place) for heading in free}
    types = [at for at, values in held.items() if values and 2 * _mean(framework, values) > len(values)]
    days = [heading.place for heading in free if heading.days and _may_begin(heading.text)]
    likely = {"type": types, "began": days}
    return {code: places[0] for code, places in likely.items() if len(places) == 1}


def _may_begin(heading: str) -> bool:
    """Whether a day under that heading may be one on which a case began: not the day of a board, or of its end."""
    words = tidied(heading).split()
    return words in (["date"], ["day"], ["when"]) or bool(_BEGINS & set(words) and not _ENDS & set(words))


def _values(listing: Listing, place: int) -> list[object]:
    cells = (cells[place] for _, cells in listing.rows[:_SEEN] if place < len(cells))
    return [cell for cell in cells if cell is not None and str(cell).strip()]


def _mean(framework: Framework, values: Sequence[object]) -> int:
    """In how many cells a word stands that means a type of the framework; in none where the words are many, as in notes."""
    if len({str(value) for value in values}) > _KINDS:
        return 0
    return sum(word.rows for word in case_list_types.words(framework, values, {}) if word.means)


def by_heading(listing: Listing) -> frozenset[str]:
    """Which columns (codes of fields) are known by their headings, and not only by what they hold."""
    return frozenset(case_list_headings.guess(listing.headings))


def is_own_number(heading: str) -> bool:
    """Whether a column is called as the number is by which a service itself finds a child."""
    return case_list_headings.is_own_number(heading)


def _names_any(listing: Listing, place: int, team: Sequence[Person]) -> bool:
    names = {tidied(person.name) for person in team}
    return any(place < len(cells) and tidied(str(cells[place] or "")) in names for _, cells in listing.rows)


def type_words(workspace: Workspace, listing: Listing, places: Mapping[str, int]) -> tuple[TypeWord, ...]:
    """The words of the list for types of cases, each once, with what it means as far as that is known or remembered."""
    if "type" not in places:
        return ()
    with workspace.database.read() as connection:
        remembered = kept.all_kept(connection, kept.TYPE)
    called = {heading.place: heading.text for heading in listing.headings}
    headed = {column: (place, called.get(place, "")) for column, place in places.items()}
    rows = (row for _, row in listing.rows if not case_list_rows.why_no_case(workspace.framework, headed, row))
    values = (row[places["type"]] for row in rows if places["type"] < len(row))
    return case_list_types.words(workspace.framework, values, remembered)


def types(workspace: Workspace) -> tuple[str, ...]:
    """The types of cases that the inspection's framework has."""
    return case_list_types.types_of(workspace.framework)


def read(
    workspace: Workspace,
    listing: Listing,
    places: Mapping[str, int],
    sample: str = "",
    means: Mapping[str, str] | None = None,
) -> Reading:
    """Every row as it would be imported now, with what is wrong.

    `sample` is that of rows that name none, or "". `means` says what words for types mean (TypeWord.key, .means); without it,
    what is known.
    """
    if means is None:
        means = {word.key: word.means for word in type_words(workspace, listing, places)}
    with workspace.database.read() as connection:
        cases = storage.cases(connection)
    known = case_list_rows.Known(
        framework=workspace.framework,
        start=setting(workspace).start,
        taken=[case.ref for case in cases],
        team=workspace.team(),
        sample=sample,
        types=means,
        imported=cases,
        colleagues=_colleagues(workspace, cases),
    )
    reading = case_list_rows.read(listing, places, known)
    typed = {
        line.case.id for line in reading.lines if line.corrects is not None and not _imported(workspace, line.case.id)
    }
    if typed:
        known = replace(known, imported=[case for case in cases if case.id not in typed])
        reading = case_list_rows.read(listing, places, known)
    return reading


def _colleagues(workspace: Workspace, cases: Sequence[Case]) -> tuple[str, ...]:
    """The references of the cases that a list corrects nothing of: colleagues', but for the lead."""
    if standing.leads(workspace):
        return ()
    with workspace.database.read() as connection:
        held = {case.ref: read_case.held(connection, case.id) for case in cases}
    return tuple(ref for ref, found in held.items() if found and found.bar(workspace.me, CASE.code, blind=False))


def _imported(workspace: Workspace, case: str) -> bool:
    """Whether a case has its type from an import, or came by one without it: what a person typed, no list corrects."""
    if workspace.editor.held("case", case, "type").contested:
        return False
    history = workspace.history("case", case, "type") or workspace.history("case", case, "ref")
    return history[0].verb == Verb.IMPORT.value


def import_cases(
    workspace: Workspace, lines: Sequence[ListRow], ticket: Ticket | None = None, means: Mapping[str, str] | None = None
) -> int:
    """Add these cases, or correct their types: a backup first, then all in one step. Returns how many.

    What words for types `means` (as given to `read`) is remembered in the inspection's file, on this laptop.

    Expected: VALUE_INVALID (a reference that was taken meanwhile), CASE_NOT_YOURS (a case that `read` would not correct),
    DISK_FULL, FOLDER_READ_ONLY, BUSY; then nothing was changed. Nor is anything when the ticket is cancelled.
    """
    ticket, leads = ticket or Ticket(), standing.leads(workspace)
    for line in lines:
        if line.corrects is not None:
            standing.require_work(workspace, "case", line.case.id, whoever=leads)
    ticket.report(0, 2, "Backing up")
    workspace.back_up(Why.LIST)
    ticket.report(1, 2, count(len(lines), "Importing {n} case", "Importing {n} cases"))
    new = [line.case for line in lines if line.corrects is None]
    refuse_taken(workspace, [case.ref for case in new])
    edits = [edit for case in new for edit in edits_of(CASE, new_id(), case)]
    edits += [
        Edit("case", EntityId(line.case.id), "type", line.case.type, over=line.corrects)
        for line in lines
        if line.corrects is not None
    ]

    def remember(connection: Connection) -> None:
        for word, meant in (means or {}).items():
            kept.keep(connection, kept.TYPE, word, meant)

    workspace.editor.do(INSPECTION, edits, Verb.IMPORT, also=remember)
    return len(lines)
