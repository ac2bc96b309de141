"""An archive: all that an inspection holds for whoever makes it, in one file that needs no program (docs/record.md)."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from inspector_app.core.domain.days import when
from inspector_app.core.domain.everything import Everything
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.interchange import document, record_file, table
from inspector_app.core.report.archived import page
from inspector_app.core.report.archived.rows import Source
from inspector_app.core.report.formats import html
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_everything, read_review
from inspector_app.core.version import version
from inspector_app.core.words import later, listed

ENDING = ".zip"
_UNIX, _ITS_OWNERS = 3, 0o100600  # what the file says of each of its files, on whatever system it is made
_FILES = {
    "README.txt": later("this page"),
    "read.html": later(
        "everything, as one page that any browser can show: cases, evidence, findings, concerns, history"
    ),
    "inspection.json": later("the inspection as a document, which the program imports"),
    "judgements.csv": later("the judgements as a table, for a spreadsheet"),
    "record.json": later("everything, for programs: each thing with its fields, and who changed what and when"),
}
_TITLE = later("{service}: everything that the inspection holds")
_MADE = later("Made by: {who}, {moment}. Program: {version}. Framework: {framework}.")
_OPEN = later(
    "NOT ENCRYPTED. Anybody who has this file can read all of it: names of colleagues, notes about children, "
    "concerns. Look after it as you would the case files. It is for the inspection team alone; delete it when you "
    "no longer need it."
)
_LEFT_OUT = later(
    "Left out: text that has not been saved yet, members’ own ratings that have not been opened yet, and what "
    "nobody may see while a case is marked blind."
)
_BLIND = later("Marked blind when this was made, so these are not complete: {cases}.")


def archive(workspace: Workspace, as_at: datetime, ticket: Ticket | None = None) -> bytes:
    """The archive, of data as it stands, made at `as_at`: equal data and an equal moment give equal bytes.

    Whoever marks a case blind finds nothing of the other markings in it, and nobody finds a blind marker's.
    Raises Cancelled when the ticket is cancelled.
    """
    ticket = ticket or Ticket()
    inspection, found = _read(workspace, ticket)
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, data in _files(workspace, inspection, found, as_at, ticket):
            entry = ZipInfo(name, as_at.timetuple()[:6])
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _ITS_OWNERS << 16
            entry.file_size = sum(map(len, data))
            with file.open(entry, "w") as inside:
                inside.writelines(data)
    return packed.getvalue()


def _read(workspace: Workspace, ticket: Ticket) -> tuple[Inspection, Everything]:
    """Both of one moment: in one transaction."""
    with workspace.database.read() as connection:
        blind = read_review.blind_cases(connection, workspace.me)
        inspection = read.inspection(connection, workspace.framework.id, blind)
        return inspection, read_everything.everything(connection, workspace.me, ticket.report)


def _files(
    workspace: Workspace, inspection: Inspection, found: Everything, as_at: datetime, ticket: Ticket
) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Each in pieces: what is written, packed or encoded whole is one turn of Python's lock (interchange/pieces.py)."""
    who = workspace.laptop.person.name
    yield "README.txt", [_readme(workspace, inspection, found, as_at).encode()]
    source = Source(workspace.id, workspace.framework, found)
    yield "read.html", [html.write(page.compose(source, inspection, who, as_at, ticket.report), ticket.report)]
    yield "inspection.json", document.pieces(inspection, workspace.framework)
    yield "judgements.csv", table.write_csv(inspection)
    about = {
        "inspection": workspace.id, "service": inspection.service, "framework": workspace.framework.id,
        "made": {"by": workspace.me, "at": as_at.isoformat(timespec="seconds")},
    }  # fmt: skip
    yield "record.json", record_file.write(about, found, ticket.report)


def _readme(workspace: Workspace, inspection: Inspection, found: Everything, as_at: datetime) -> str:
    made = _MADE.say(
        who=workspace.laptop.person.name,
        moment=when.printed(as_at),
        version=version(),
        framework=workspace.framework.title,
    )
    files = [f"{name}: {holds.say()}" for name, holds in _FILES.items()]
    left = [_LEFT_OUT.say()]
    if found.withheld:
        left.append(_BLIND.say(cases=listed(found.withheld)))
    parts = [_TITLE.say(service=inspection.service), made, _OPEN.say(), "\n".join(files), "\n".join(left)]
    return "\n\n".join(parts) + "\n"
