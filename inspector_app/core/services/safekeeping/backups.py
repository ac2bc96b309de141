"""Backups that are made by themselves, and their second copy in a folder that the person names."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector_app.core import files, reached
from inspector_app.core.domain.backups import COPY_EVERY, Why, is_overdue
from inspector_app.core.domain.ids import new_id
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop, now
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import backup
from inspector_app.core.storage.safekeeping.backup import Place, Report

HOUR = 3600  # seconds between backups while somebody works
_FOLDER, _MARK, _COPIED = "second_copy", "second_copy_mark", "second copy of {}"  # names in the settings
_MARKED = ".inspector-copies"  # what tells the folder from an empty one where its drive is not there


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """The second copy of one inspection: the folder ("": none was named) and when it was last made ("": never)."""

    folder: str
    at: str  # ISO 8601, UTC

    def is_old(self, moment: datetime) -> bool:
        """Whether it should be made again, or there is none."""
        return is_overdue(self.at if self.folder else "", COPY_EVERY, moment)


NO_SECOND_COPY = SecondCopy("", "")


def make(workspace: Workspace, why: Why, ticket: Ticket | None = None) -> Path:
    """A backup now, and its second copy if a folder was named. Raises Cancelled when the ticket is cancelled.

    Expected: DISK_FULL, DISK_FAILED, FOLDER_READ_ONLY, FILE_DAMAGED; FOLDER_MISSING where the folder of the second copy is
    not there, and then the backup itself is made.
    """
    made = workspace.back_up(why, report=reported(ticket or Ticket(), "Backing up"))
    copy_on(workspace, made)
    return made


def reported(ticket: Ticket, what: str) -> Report:
    """How a copy says how far it is, to a ticket. It can be stopped after its last page too: it counts once it is checked.

    Raises Cancelled when asked to stop before it begins.
    """
    ticket.check()

    def report(done: int, of: int) -> None:
        ticket.check()
        ticket.report(done, of, what)

    return report


def make_if_due(workspace: Workspace, why: Why, ticket: Ticket | None = None) -> None:
    """A backup, if the newest does not hold all that was done and typed; and its second copy, if that is not there yet.
    None of an inspection that does not stay.

    That the folder of second copies is not there at the moment is no error here: their age says so. Otherwise as `make`.
    """
    if not workspace.stays:
        return
    place = workspace.backups_place
    newest = backup.newest(place)
    if newest and backup.holds(newest.path, place, workspace.database):
        made = newest.path
    else:
        made = workspace.back_up(why, report=reported(ticket or Ticket(), "Backing up"))
    second = second_place(workspace.laptop, place)
    if second and not second.has(second.folder / made.name):
        try:
            copy_on(workspace, made)
        except Expected:
            if made.exists():
                raise  # else its drive stood still until this one was thinned: a newer one is copied


def copy_on(workspace: Workspace, made: Path) -> None:
    """Make the second copy of a backup, if a folder was named and the inspection stays.

    Expected: FOLDER_MISSING, DISK_FULL and so on.
    """
    folder = second_folder(workspace.laptop)
    if folder is None or not workspace.stays:
        return
    place = second_place(workspace.laptop, workspace.backups_place)
    if place is None:
        raise Expected(Code.FOLDER_MISSING, where=folder)
    with _while_there(workspace.laptop, folder):
        copied = backup.copy_on(made, place)
        if not _is_there(workspace.laptop, folder):
            files.clear(copied)
            raise Expected(Code.FOLDER_MISSING, where=folder)
    workspace.laptop.settings.set(_COPIED.format(workspace.id), now())


@contextmanager
def _while_there(laptop: Laptop, folder: Path) -> Iterator[None]:
    """A drive may be pulled at any moment: what is then written where it was put lies on the laptop, and is no copy."""
    try:
        yield
    except Expected as error:
        if _is_there(laptop, folder):
            raise
        raise Expected(Code.FOLDER_MISSING, where=folder) from error


def second_copy(workspace: Workspace) -> SecondCopy:
    """What is known of the second copy of this inspection."""
    settings = workspace.laptop.settings
    return SecondCopy(str(settings.get(_FOLDER, "")), str(settings.get(_COPIED.format(workspace.id), "")))


def second_folder(laptop: Laptop) -> Path | None:
    """The folder that the person named for second copies, there or not; None when none was."""
    folder = str(laptop.settings.get(_FOLDER, ""))
    return Path(folder) if folder else None


def name_second_folder(laptop: Laptop, folder: Path | None) -> None:
    """Keep second copies in this folder from now on, on another disk if it can be; None: keep none.

    Expected: FOLDER_MISSING, NOT_A_FOLDER, FOLDER_READ_ONLY, DISK_FULL; VALUE_INVALID (it is in the profile folder).
    """
    if folder is None:
        laptop.settings.set(_FOLDER, "")
        return
    if not reached.is_there(folder):
        raise Expected(Code.FOLDER_MISSING, where=folder)
    folder = folder.resolve()
    if folder == laptop.folder.resolve() or laptop.folder.resolve() in folder.parents:
        why = "it is in the folder whose loss the copy is for"
        raise Expected(Code.VALUE_INVALID, field="The folder of the second copy", value=str(folder), why=why)
    with files.saying_what_failed(folder):
        if not folder.is_dir():
            raise Expected(Code.NOT_A_FOLDER, where=folder)
    mark = new_id()
    files.write_whole(_mark_in(folder, mark), mark.encode(), laptop.folder)
    laptop.settings.set_all({_MARK: mark, _FOLDER: str(folder)})


def second_place(laptop: Laptop, place: Place) -> Place | None:
    """Where the second copies of a workspace are, as far as they can be reached."""
    folder = second_folder(laptop)
    return replace(place, folder=folder, shared=True) if folder and _is_there(laptop, folder) else None


def _is_there(laptop: Laptop, folder: Path) -> bool:
    mark = str(laptop.settings.get(_MARK, ""))
    return bool(mark) and any(_says(place, mark) for place in (_mark_in(folder, mark), folder / _MARKED))


def _mark_in(folder: Path, mark: str) -> Path:
    """Where each laptop has a mark of its own, as others may name the same folder; former versions had one for all."""
    return folder / f"{_MARKED}-{mark[:8]}"


def _says(place: Path, mark: str) -> bool:
    try:
        return files.read_bytes(place, 100).decode("ascii", "replace") == mark
    except Expected:
        return False
