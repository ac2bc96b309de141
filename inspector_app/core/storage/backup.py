"""Copies of a workspace by the backup interface, encrypted with the same key, checked before older ones go."""

from pathlib import Path

import sqlcipher3

from inspector_app.core import files
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage.database import Database

KEPT = 10  # backups of one workspace


def make(database: Database, folder: Path, workspace: WorkspaceId, key: bytes) -> Path:
    """Copy the workspace into the folder, check the copy, then let the oldest beyond KEPT go.

    Expected: DISK_FULL, FOLDER_READ_ONLY, FILE_DAMAGED (the copy is bad: the older ones stay).
    """
    with files.saying_what_failed(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    taken = [int(p.stem.rpartition("-")[2]) for p in existing(folder, workspace)]
    path = folder / f"{workspace}-{max(taken, default=0) + 1:06d}.backup"
    copy = Database.create(path, workspace, key)
    try:
        _copy(database, copy)
        _check(copy)
    except BaseException:
        copy.close()
        path.unlink(missing_ok=True)
        raise
    copy.close()
    for old in existing(folder, workspace)[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def existing(folder: Path, workspace: WorkspaceId) -> list[Path]:
    """The backups of a workspace, oldest first."""
    return sorted(folder.glob(f"{workspace}-*.backup"))


def _copy(database: Database, copy: Database) -> None:
    source, target = database.connect(), copy.connect()
    try:
        source.backup(target)
    except sqlcipher3.dbapi2.Error as error:
        full = "full" in str(error)
        raise Expected(Code.DISK_FULL if full else Code.DISK_FAILED, where=copy.path, why=str(error)) from error
    finally:
        source.close()
        target.close()


def _check(copy: Database) -> None:
    with copy.read() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check").scalar_one() != "ok":
            raise Expected(Code.FILE_DAMAGED, where=copy.path, why="the copy does not read back")
