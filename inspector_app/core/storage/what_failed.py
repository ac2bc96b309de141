"""The database's and the system's errors said in our terms."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core import files
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.storage import beside

_LEAST_SPACE = 256 * 1024  # bytes: less than the shared index and a few pages need
_SHORT_OF_SPACE = (
    sqlite.SQLITE_IOERR,
    sqlite.SQLITE_CANTOPEN,
)  # what SQLite says when it cannot extend its -shm or -wal
_PERHAPS_FORBIDDEN = (
    sqlite.SQLITE_CANTOPEN,
    sqlite.SQLITE_READONLY,
)  # the second also where the disk failed at opening: SQLite then tries whether it may read
_NO_TEXT = "Could not decode to UTF-8"  # the driver's, of bytes that no program of ours wrote
_MEANING = {
    sqlite.SQLITE_BUSY: Code.BUSY,
    sqlite.SQLITE_PROTOCOL: Code.BUSY,
    sqlite.SQLITE_READONLY: Code.FOLDER_READ_ONLY,
    sqlite.SQLITE_CANTOPEN: Code.FOLDER_READ_ONLY,
    sqlite.SQLITE_NOTADB: Code.FILE_DAMAGED,
    sqlite.SQLITE_CORRUPT: Code.FILE_DAMAGED,
    sqlite.SQLITE_IOERR: Code.DISK_FAILED,
}
_SPOILT_TEXT = "what stands in it as a text is none"
_IN_WORDS = {  # the library's backup gives no number
    "database or disk is full": sqlite.SQLITE_FULL,
    "disk I/O error": sqlite.SQLITE_IOERR,
    "unable to open database file": sqlite.SQLITE_CANTOPEN,
    "attempt to write a readonly database": sqlite.SQLITE_READONLY,
    "database is locked": sqlite.SQLITE_BUSY,
    "file is not a database": sqlite.SQLITE_NOTADB,
    "database disk image is malformed": sqlite.SQLITE_CORRUPT,
}


@contextmanager
def saying_what_failed(path: Path) -> Iterator[None]:
    """Turn the database's and the system's errors within the block into Expected ones that name the file."""
    try:
        with files.saying_what_failed(path):
            yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite.DatabaseError):
            raise
        raise _from_sqlite(error.orig, path) from error
    except UnicodeDecodeError as error:  # of a name in its schema; its words have what stands there
        raise Expected(Code.FILE_DAMAGED, where=path, why=_SPOILT_TEXT) from error
    except sqlite.DatabaseError as error:
        raise _from_sqlite(error, path) from error


def _from_sqlite(error: Exception, path: Path) -> Expected:
    """What the database's error means for that file. A Bug when it is about our SQL."""
    if str(error).startswith(_NO_TEXT):  # its words end with what stands there, which nobody is told
        return Expected(Code.FILE_DAMAGED, where=path, why=_SPOILT_TEXT)
    code = getattr(error, "sqlite_errorcode", _IN_WORDS.get(str(error), 0)) & 0xFF  # the low byte is the kind
    if code == sqlite.SQLITE_FULL or (code in _SHORT_OF_SPACE and is_full(path)):
        return Expected(Code.DISK_FULL, where=path)
    if code in _PERHAPS_FORBIDDEN and _is_allowed(path):
        return Expected(Code.DISK_FAILED, where=path, why=str(error))
    if code not in _MEANING:
        raise Bug(f"{error} in {path.name}") from error
    return Expected(_MEANING[code], where=path, why=str(error))


def is_full(path: Path) -> bool:
    """Whether the disk has no room for what SQLite keeps beside the file. Expected: FOLDER_MISSING, DISK_FAILED."""
    with files.saying_what_failed(path):
        return shutil.disk_usage(path.parent).free < _LEAST_SPACE


def _is_allowed(path: Path) -> bool:
    """Whether nobody forbids to write there: SQLite says the same of a right that is wanting and of a disk that fails.

    False on Windows, which does not say.
    """
    there = [part for part in beside.together(path) if os.path.exists(part)]  # noqa: PTH110  a failing drive
    allowed = os.access(path.parent, os.W_OK | os.X_OK) and all(os.access(part, os.R_OK | os.W_OK) for part in there)
    return allowed and os.name != "nt"
