"""A workspace file that is only read: nothing is written into it, nor beside it."""

from contextlib import closing, suppress
from pathlib import Path
from typing import NoReturn

from inspector_app.core import files, open_here
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage import beside, schema
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.reading.finding import search
from inspector_app.core.storage.safekeeping import temporary

_TRIES = 20  # at copying a file that somebody writes into all the time


class Still(Database):
    """A file that nobody writes into. Nothing is written, not even beside it, and nobody prunes it while it is open.

    What a log beside it says is not seen; `look_into` sees that too.
    """

    _access = "mode=ro&immutable=1"
    _settings = ()
    _is_locked = False
    only_read = True
    is_backup = True  # or else the living file, where nothing can be written

    def __init__(self, path: Path, workspace: WorkspaceId, key: bytes, copied_from: Path | None = None) -> None:
        """Open it. Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED, FOLDER_READ_ONLY."""
        with files.saying_what_failed(path):
            self._held = beside.hold(path)
        try:
            super().__init__(path, workspace, key, copied_from)
        except BaseException:
            beside.release(self._held)
            raise

    def write(self) -> NoReturn:
        """Expected: IS_A_BACKUP or ONLY_READ."""
        raise Expected(Code.IS_A_BACKUP if self.is_backup else Code.ONLY_READ, where=self.path)

    def close(self) -> None:
        """Close it."""
        if self.is_open:
            super().close()
            beside.release(self._held)


class _Copy(Still):
    """A copy in a temporary folder, which goes with it."""

    def __init__(self, path: Path, workspace: WorkspaceId, key: bytes, *, indexed: bool = False) -> None:
        self._folder = temporary.Folder()
        try:
            with files.saying_what_failed(path):
                copy = _copied(path, self._folder.path)
            with closing(Database(copy, workspace, key, path)) as opened:
                opened.fold_log()
                if schema.needs_migration(opened):
                    schema.migrate(opened)
                if indexed:
                    search.catch_up(opened, lambda _done, _of: None, lambda: None)
            super().__init__(copy, workspace, key, path)
        except BaseException:
            self._folder.clear()
            raise

    def close(self) -> None:
        """Close it and remove it."""
        super().close()
        self._folder.clear()


def look_into(path: Path, workspace: WorkspaceId, key: bytes) -> Still:
    """What stands in a file and in the log beside it, in the tables of today; the file is only read.

    One with a log, or of an earlier version, is copied into a temporary folder first, encrypted as it is; and so is one that
    this program has open, for what is taken as unchanging SQLite closes at once, with all locks.
    Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED, FILE_NEWER, FOLDER_READ_ONLY, DISK_FULL, BUSY.
    """
    if beside.has_log(path) or open_here.is_open_here(path):
        return _Copy(path, workspace, key)
    found = Still(path, workspace, key)
    try:
        older = schema.needs_migration(found)
    except BaseException:
        found.close()
        raise
    if not older:
        return found
    found.close()
    return _Copy(path, workspace, key)


def look_for_good(path: Path, workspace: WorkspaceId, key: bytes) -> Still:
    """As `look_into`, for one that cannot be written now: what its index lacks is in that of a copy, if there is room.

    Writing is refused with ONLY_READ. Expected: as `look_into`.
    """
    found = look_into(path, workspace, key)
    if search.is_behind(found):
        with suppress(Expected):  # without room for a copy all can be read, and who searches is told
            copy = _Copy(path, workspace, key, indexed=True)
            found.close()
            found = copy
    found.is_backup = False
    return found


def _copied(path: Path, folder: Path) -> Path:
    """Copies of a file and its log of one moment, even while somebody writes. Raises OSError; Expected: BUSY."""
    copy = folder / path.name
    for _ in range(_TRIES):
        before = beside.state(path)
        open_here.copy(path, copy)
        if beside.has_log(path):
            open_here.copy(beside.log_of(path), beside.log_of(copy))
        if beside.state(path) == before:
            return copy
        beside.remove(copy)
    raise Expected(Code.BUSY, where=path)
