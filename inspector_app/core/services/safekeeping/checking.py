"""Whether an inspection and its backups are sound: looked into as they lie on the disk; nothing is written or remembered."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace_file import backups_place, by_its_name, key_of
from inspector_app.core.storage import beside
from inspector_app.core.storage.safekeeping import backup, check
from inspector_app.core.storage.safekeeping.still import look_into

_TRIES = 5  # at a file that somebody writes into meanwhile, which may look damaged then


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with an inspection, in technical words; its backups, oldest first, each with what is wrong with it."""

    problems: tuple[str, ...]
    backups: tuple[tuple[Path, tuple[str, ...]], ...]


def check_file(laptop: Laptop, path: Path, ticket: Ticket | None = None) -> Checked:
    """Check a file, open in a window or not, and every backup of its inspection on this laptop.

    Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED, FILE_NEWER, FOLDER_READ_ONLY, BUSY.
    """
    ticket = ticket or Ticket()
    key = key_of(laptop, path)
    path = by_its_name(key, path.absolute())
    kept = backup.existing(backups_place(laptop, key))
    ticket.report(0, len(kept) + 1, "Checking")
    found = _problems(path, key)
    backups = []
    for done, one in enumerate(kept, 1):
        ticket.report(done, len(kept) + 1, "Checking backups")
        backups.append((one.path, _of_backup(one.path, key)))
    ticket.report(len(kept) + 1, len(kept) + 1, "Done")
    return Checked(found, tuple(backups))


def _of_backup(path: Path, key: WorkspaceKey) -> tuple[str, ...]:
    """What is wrong with one; that it cannot be read at all keeps nothing else from being checked."""
    try:
        return _problems(path, key)
    except Expected as error:
        return (str(error.facts.get("why", error.code)),)


def _problems(path: Path, key: WorkspaceKey) -> tuple[str, ...]:
    for _ in range(_TRIES):
        before = beside.state(path)
        try:
            with closing(look_into(path, key.id, key.key)) as found:
                wrong = tuple(check.all_problems(found))
        except Expected as error:
            if error.code is not Code.FILE_DAMAGED:
                raise
            wrong = (str(error.facts["why"]),)
        if not wrong or beside.state(path) == before:
            break
    return wrong
