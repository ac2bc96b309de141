"""Copies of a workspace by the backup interface, encrypted with the same key, checked before older ones go."""

from pathlib import Path

from inspector_app.core import files
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage.database import Database, remove

KEPT = 10  # backups of one workspace


def make(database: Database, folder: Path, workspace: WorkspaceId, key: bytes) -> Path:
    """Copy the workspace into the folder, check the copy, then let the oldest beyond KEPT go.

    Expected: DISK_FULL, FOLDER_READ_ONLY, FILE_DAMAGED (the copy is bad: the older ones stay).
    """
    with files.saying_what_failed(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    taken = [int(p.stem.rpartition("-")[2]) for p in existing(folder, workspace)]
    path = folder / f"{workspace}-{max(taken, default=0) + 1:06d}.backup"
    part = path.with_suffix(".part")  # a half-made copy must never count as a backup
    remove(part)
    copy = Database.create(part, workspace, key)
    try:
        database.copy_to(copy)
        _check(copy)
        copy.close()
        with files.saying_what_failed(path):
            part.replace(path)
    except BaseException:
        copy.close()
        remove(part)
        raise
    for old in existing(folder, workspace)[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def existing(folder: Path, workspace: WorkspaceId) -> list[Path]:
    """The backups of a workspace, oldest first."""
    return sorted(folder.glob(f"{workspace}-{'[0-9]' * 6}.backup"))


def _check(copy: Database) -> None:
    with copy.read() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check").scalar_one() != "ok":
            raise Expected(Code.FILE_DAMAGED, where=copy.path, why="the copy does not read back")
