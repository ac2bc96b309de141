"""The list of inspections of this laptop: what the person calls one, whether it is archived, and deleting it for good.

Name and archive are this laptop's alone: they stand in its keyring, travel in no package, and change no inspection.
"""

from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.names import tidied
from inspector_app.core.errors import Bug, Expected
from inspector_app.core.services import presence, workspace_file
from inspector_app.core.services.laptop import ENDING, Laptop
from inspector_app.core.storage import backup, beside, ledger, read, stretches
from inspector_app.core.storage.still import Still, look_into


@dataclass(frozen=True, slots=True)
class WhatGoes:
    """What deleting an inspection would take: its cases, its backups here, and the steps that nobody else is known to have.

    `known`: False where the file is gone or cannot be read, and nobody can say what is in it.
    """

    path: Path
    cases: int
    only_here: int
    backups: int
    known: bool


def rename(laptop: Laptop, workspace: WorkspaceId, name: str) -> None:
    """Call it so in the list of inspections; "" calls it by its service again. Expected: as KeyringFile.update."""
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
    return WhatGoes(path=Path(key.path), cases=0, only_here=0, backups=kept, known=False)


def delete(laptop: Laptop, workspace: WorkspaceId) -> None:
    """Delete its files and its backups on this laptop, then its key, without which no copy elsewhere can be read either.

    A kill on the way leaves what is left of it in the list, to be deleted again.
    Expected: OPEN_ELSEWHERE, FOLDER_READ_ONLY, DISK_FAILED; as KeyringFile.update.
    """
    key = _key(laptop, workspace)
    claim = presence.hold(laptop.folder, key.id, Path(key.path))
    try:
        for path in (
            *_backups(laptop, key),
            *_copies(laptop, key),
            *beside.together(Path(key.path))[1:],
            Path(key.path),
        ):
            with files.saying_what_failed(path):
                path.unlink(missing_ok=True)
        laptop.forget(key.id)
    finally:
        claim.release()


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
        only_here = stretches.steps_in(connection, kept) + len(stretches.unsigned(connection, own))
        return len(read.cases(connection)), only_here


def _backups(laptop: Laptop, key: WorkspaceKey) -> list[Path]:
    return [kept.path for kept in backup.existing(workspace_file.backups_place(laptop, key))]


def _copies(laptop: Laptop, key: WorkspaceKey) -> list[Path]:
    """Other files of it that this program made in its folder, such as the one that a restore put aside."""
    every = (path for path in laptop.workspaces_folder.glob(f"*{ENDING}") if path != Path(key.path))
    return [part for path in every if beside.workspace_of(path) == key.id for part in beside.together(path)]
