"""One workspace file: SQLCipher, opened with its raw key. Its first 16 bytes, the salt, are the workspace's id."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection as Connection  # services name it without importing SQLAlchemy
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core import files
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Bug, Code, Expected

_SALT = 16  # bytes
_BAD_PAGE = "a page does not read as it was written"
_LEAST_SPACE = 256 * 1024  # bytes: less than the shared index and a few pages need
_SHORT_OF_SPACE = (
    sqlite.SQLITE_IOERR,
    sqlite.SQLITE_CANTOPEN,
)  # what SQLite says when it cannot extend its -shm or -wal
_MEANING = {
    sqlite.SQLITE_BUSY: Code.BUSY,
    sqlite.SQLITE_PROTOCOL: Code.BUSY,
    sqlite.SQLITE_READONLY: Code.FOLDER_READ_ONLY,
    sqlite.SQLITE_CANTOPEN: Code.FOLDER_READ_ONLY,
    sqlite.SQLITE_NOTADB: Code.FILE_DAMAGED,
    sqlite.SQLITE_CORRUPT: Code.FILE_DAMAGED,
    sqlite.SQLITE_IOERR: Code.DISK_FAILED,
}


class Database:
    """An open workspace file: one writing connection, and reading connections that see whole transactions."""

    def __init__(self, path: Path, workspace: WorkspaceId, key: bytes) -> None:
        """Open an existing file. Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED, FOLDER_READ_ONLY, BUSY."""
        self.path = path
        self._key = key.hex() + workspace
        with files.saying_what_failed(path):
            if path.stat().st_size and workspace_of(path) != workspace:  # an empty one is about to be made
                raise Expected(Code.FILE_FOREIGN, where=path)
        self._engine = create_engine("sqlite://", module=sqlite, creator=self.connect, poolclass=QueuePool, pool_size=3)
        self._lock = RLock()
        with _saying_what_failed(path):
            self._writer = self._engine.connect()

    @classmethod
    def create(cls, path: Path, workspace: WorkspaceId, key: bytes) -> "Database":
        """Make a new, empty file (never over an existing one) and open it."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise Expected(Code.FILE_EXISTS, where=path) from None
        except OSError as error:
            raise files.from_os(error, path) from error
        try:
            return cls(path, workspace, key)
        except Expected:
            remove(path)
            raise

    def connect(self) -> Any:
        """A raw connection with the key set. mode=rw, for a key on a missing path would make an empty database."""
        raw = sqlite.connect(
            f"{self.path.absolute().as_uri()}?mode=rw",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            timeout=5,
        )
        try:
            for pragma in (
                f"key = \"x'{self._key}'\"",
                "cipher_log_level = NONE",  # it would print to standard error on a wrong key
                "temp_store = MEMORY",  # nothing spills in plain
                "journal_mode = WAL",
                "synchronous = FULL",  # an acknowledged edit survives a power cut
            ):
                raw.execute(f"PRAGMA {pragma}")
        except sqlite.Error:
            raw.close()
            raise
        return raw

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is on disk when the block ends, or none. Expected: DISK_FULL, BUSY and the like."""
        self._refuse_when_closed()
        with self._lock, _saying_what_failed(self.path), self._writer.begin():
            # The write lock at once, so that what is read stays true until it is committed; readers block nobody.
            _raw(self._writer).execute("BEGIN IMMEDIATE")
            yield self._writer
            _refuse_bad_pages(self._writer, self.path)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction, from any thread; it sees one moment of the file throughout."""
        self._refuse_when_closed()
        with _saying_what_failed(self.path), self._engine.connect() as connection, connection.begin():
            _raw(connection).execute("BEGIN DEFERRED")
            yield connection
            _refuse_bad_pages(connection, self.path)

    def copy_to(self, other: "Database") -> None:
        """Make another file of the same key hold what this one holds, by the backup interface. Expected: as `write`."""
        with _saying_what_failed(other.path):
            source, target = self.connect(), other.connect()
            try:
                source.backup(target)
                if not _reads_well(source):
                    raise Expected(Code.FILE_DAMAGED, where=self.path, why=_BAD_PAGE)
            finally:
                source.close()
                target.close()

    def close(self) -> None:
        """Close every connection and forget the key. The last one folds the write-ahead log into the file.

        Waits for a transaction that another thread is in: cancel long ones first.
        """
        with self._lock:
            self._key = ""
            self._writer.close()
            self._engine.dispose()

    def _refuse_when_closed(self) -> None:
        if not self._key:
            raise Bug(f"{self.path} is closed")


def remove(path: Path) -> None:
    """Delete a workspace file that was just made, and what SQLite keeps beside it."""
    for beside in ("", "-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def workspace_of(path: Path) -> WorkspaceId | None:
    """The workspace a file belongs to by its first bytes; None when it is too short to be one."""
    with files.saying_what_failed(path), path.open("rb") as file:
        salt = file.read(_SALT)
    return WorkspaceId(salt.hex()) if len(salt) == _SALT else None


def _raw(connection: Connection) -> Any:
    # BEGIN goes straight to it: an event of SQLAlchemy's would have it look for listeners at every statement.
    return connection.connection.driver_connection


def _refuse_bad_pages(connection: Connection, path: Path) -> None:
    # SQLCipher gives a page that fails its check as zeros. SQLite notices zeros everywhere but in the last page of a long
    # text, where they would pass for text; cipher_status, though, is 0 from the first bad page on.
    if not _reads_well(_raw(connection)):
        connection.invalidate()  # the zeros are in its cache
        raise Expected(Code.FILE_DAMAGED, where=path, why=_BAD_PAGE)


def _reads_well(raw: Any) -> bool:
    return bool(raw.execute("PRAGMA cipher_status").fetchone() == ("1",))


@contextmanager
def _saying_what_failed(path: Path) -> Iterator[None]:
    """Turn the database's and the system's errors into Expected ones that name the file."""
    try:
        with files.saying_what_failed(path):
            yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite.DatabaseError):
            raise
        raise _from_sqlite(error.orig, path) from error
    except sqlite.DatabaseError as error:
        raise _from_sqlite(error, path) from error


def _from_sqlite(error: Exception, path: Path) -> Expected:
    """What the database's error means for that file. A Bug when it is about our SQL."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind
    if code == sqlite.SQLITE_FULL or (code in _SHORT_OF_SPACE and _is_full(path)):
        return Expected(Code.DISK_FULL, where=path)
    if code not in _MEANING:
        raise Bug(f"{error} in {path.name}") from error
    return Expected(_MEANING[code], where=path, why=str(error))


def _is_full(path: Path) -> bool:
    with files.saying_what_failed(path):
        return shutil.disk_usage(path.parent).free < _LEAST_SPACE
