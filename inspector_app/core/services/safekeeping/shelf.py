"""The list of inspections of this laptop: what the person calls one, whether it is archived, and deleting it for good.

Name and archive are this laptop's alone: they stand in its keyring, travel in no package, and change no inspection.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.fields import INSPECTION
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services import too_long, workspace_file
from inspector_app.core.services.profile import listed, presence
from inspector_app.core.services.profile.laptop import ENDING, Laptop
from inspector_app.core.storage import beside, ledger
from inspector_app.core.storage.log import stretches
from inspector_app.core.storage.reading import read
from inspector_app.core.storage.safekeeping import backup
from inspector_app.core.storage.safekeeping.still import Still, look_into

_NO_ROOM = "there is no room, or another program writes it"


@dataclass(frozen=True, slots=True)
class WhatGoes:
    """What deleting an inspection would take: its cases, its backups here, and the steps that nobody else is known to have.

    `known`: False where the file is gone or cannot be read, and nobody can say what is in it. `stays`: what lies at the path
    is not its file, and is left alone.
    """

    path: Path
    cases: int
    only_here: int
    backups: int
    known: bool
    stays: bool = False


def rename(laptop: Laptop, workspace: WorkspaceId, name: str) -> None:
    """Call it so in the list of inspections; "" calls it by its service again.

    Expected: VALUE_INVALID (longer than a service's name), as KeyringFile.update.
    """
    too_long.refuse_name(INSPECTION.field("service"), name, "The name")
    tidy = tidied(name)
    laptop.change(workspace, lambda key: replace(key, name="" if tidy == key.service else tidy))


def archive(laptop: Laptop, workspace: WorkspaceId, *, archived: bool) -> None:
    """Keep it out of the list, or have it there again; its file stays as it is. Expected: as KeyringFile.update."""
    laptop.change(workspace, lambda key: replace(key, archived=archived))


def what_goes(laptop: Laptop, workspace: WorkspaceId) -> WhatGoes:
    """What would be lost with it; nothing is written. A file that cannot be read is no error here, but said."""
    key = _key(laptop, workspace)
    kept = len(backup.existing(workspace_file.backups_place(laptop, key)))
    with suppress(Expected), closing(look_into(Path(key.path), key.id, key.key)) as found:
        cases, only_here = _counted(laptop, found)
        return WhatGoes(path=Path(key.path), cases=cases, only_here=only_here, backups=kept, known=True)
    nothing = WhatGoes(path=Path(key.path), cases=0, only_here=0, backups=kept, known=False)
    with suppress(Expected):
        return replace(nothing, stays=listed.is_taken(key))
    return nothing


def delete(laptop: Laptop, workspace: WorkspaceId) -> None:
    """Delete its files and its backups on this laptop, then its key, without which no copy elsewhere can be read either.

    The living file goes first and its log after it, the backups last: what is refused at once has taken nothing, and what
    is left of it after a kill stays in the list, to be deleted again. What lies at its path and is another's is left there.
    Expected: OPEN_ELSEWHERE, FOLDER_READ_ONLY, DISK_FAILED, as KeyringFile.update, and then nothing was changed;
    DELETED_IN_PART, which says what went.
    """
    key = _key(laptop, workspace)
    with _alone(laptop, key):
        gone: list[Path] = []
        try:
            for path in (*_own(laptop, key), *_backups(laptop, key)):
                with files.saying_what_failed(path):
                    there = path.exists()
                    path.unlink(missing_ok=True)
                gone += [path] * there
            laptop.forget(key.id)
        except Expected as error:
            if not gone:
                raise
            why = error.facts.get("why", _NO_ROOM)
            raise Expected(Code.DELETED_IN_PART, gone=gone[0], where=error.facts["where"], why=why) from error


@contextmanager
def _alone(laptop: Laptop, key: WorkspaceKey) -> Iterator[None]:
    """While no window has it open; a disk without room for saying so must not keep anything from being deleted.

    Expected: OPEN_ELSEWHERE.
    """
    claim = presence.hold_if_room(laptop.folder, key.id, Path(key.path))
    with claim or nullcontext():
        yield


def _key(laptop: Laptop, workspace: WorkspaceId) -> WorkspaceKey:
    found = laptop.key_of(workspace)
    if found is None:
        raise Bug("the laptop has no key of the workspace")
    return found


def _counted(laptop: Laptop, found: Still) -> tuple[int, int]:
    """Its cases, and the steps of it that no other laptop is known to have."""
    with found.read() as connection:
        kept = ledger.known_to_nobody(connection, stretches.held(connection))
        own = {device.id for device in laptop.keyring.devices}
        only_here = stretches.steps_in(connection, kept) + stretches.how_many_unsigned(connection, own)
        return len(read.cases(connection)), only_here


def _backups(laptop: Laptop, key: WorkspaceKey) -> list[Path]:
    return [kept.path for kept in backup.existing(workspace_file.backups_place(laptop, key))]


def _own(laptop: Laptop, key: WorkspaceKey) -> list[Path]:
    """Its file with what lies beside it, and others of it in the program's folder, such as one that a restore put aside.

    Of a file that was moved away the log may still be there. Expected: FOLDER_READ_ONLY, DISK_FAILED.
    """
    here = Path(key.path)
    living = [] if listed.is_taken(key) else [here]
    every = (path for path in laptop.workspaces_folder.glob(f"*{ENDING}") if path != here)
    return [
        part
        for path in (*living, *every)
        if path == here or beside.is_of(path, key.id)
        for part in beside.together(path)
    ]
