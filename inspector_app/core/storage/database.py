"""One workspace file: SQLCipher, opened with its raw key. Its first 16 bytes, the salt, are the workspace's id."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from inspector_app.core import files
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected

_SALT = 16  # bytes


class Database:
    """An open workspace file: one writing connection, and reading connections that see whole transactions."""

    def __init__(self, path: Path, workspace: WorkspaceId, key: bytes) -> None:
        """Open an existing file. Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED, FOLDER_READ_ONLY, BUSY."""
        self.path = path
        self._key = key.hex() + workspace
        if not path.exists():
            raise Expected(Code.FILE_MISSING, where=path)
        if path.stat().st_size and workspace_of(path) != workspace:
            raise Expected(Code.FILE_FOREIGN, where=path)
        self._engine = create_engine(
            "sqlite://", module=sqlcipher3.dbapi2, creator=self.connect, poolclass=QueuePool, pool_size=3
        )
        event.listen(self._engine, "begin", _begin)
        self._lock = RLock()
        with _saying_what_failed(path):
            self._writer = self._engine.connect().execution_options(immediate=True)

    @classmethod
    def create(cls, path: Path, workspace: WorkspaceId, key: bytes) -> "Database":
        """Make a new, empty file (never over an existing one) and open it."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise Expected(Code.FILE_EXISTS, where=path) from None
        except OSError as error:
            raise files.from_os(error, path) from error
        return cls(path, workspace, key)

    def connect(self) -> Any:
        """A raw connection with the key set. mode=rw, for a key on a missing path would make an empty database."""
        raw = sqlcipher3.connect(
            f"{self.path.absolute().as_uri()}?mode=rw",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            timeout=5,
        )
        cursor = raw.cursor()
        for pragma in (
            f"key = \"x'{self._key}'\"",
            "cipher_log_level = NONE",  # it would print to standard error on a wrong key
            "temp_store = MEMORY",  # nothing spills in plain
            "journal_mode = WAL",
            "synchronous = FULL",  # an acknowledged edit survives a power cut
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        return raw

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is on disk when the block ends, or none. Expected: DISK_FULL, BUSY and the like."""
        with self._lock, _saying_what_failed(self.path), self._writer.begin():
            yield self._writer

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction, from any thread; it sees one moment of the file throughout."""
        with _saying_what_failed(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close every connection. The last one folds the write-ahead log into the file."""
        self._writer.close()
        self._engine.dispose()


def workspace_of(path: Path) -> WorkspaceId | None:
    """The workspace a file belongs to by its first bytes; None when it is too short to be one."""
    with files.saying_what_failed(path), path.open("rb") as file:
        salt = file.read(_SALT)
    return WorkspaceId(salt.hex()) if len(salt) == _SALT else None


def _begin(connection: Connection) -> None:
    # Writers take the write lock at once, so that what they read stays true until they commit; readers block nobody.
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN DEFERRED")


@contextmanager
def _saying_what_failed(path: Path) -> Iterator[None]:
    """Turn the database's and the system's errors into Expected ones that name the file."""
    try:
        with files.saying_what_failed(path):
            yield
    except DBAPIError as error:
        raise _from_sqlite(str(error.orig), path) from error
    except sqlcipher3.dbapi2.Error as error:
        raise _from_sqlite(str(error), path) from error


def _from_sqlite(message: str, path: Path) -> Expected:
    if "disk is full" in message:
        return Expected(Code.DISK_FULL, where=path)
    if "locked" in message:
        return Expected(Code.BUSY, where=path)
    if "readonly" in message or "unable to open" in message:
        return Expected(Code.FOLDER_READ_ONLY, where=path, why=message)
    if "not a database" in message or "malformed" in message:
        return Expected(Code.FILE_DAMAGED, where=path, why=message)
    return Expected(Code.DISK_FAILED, where=path, why=message)
