"""Files that SQLite has open in this process: of these no handle of ours is closed before SQLite has closed its own.

Locks belong to the whole process: to close any handle of a file lets go of all that the process has locked in it (POSIX,
fcntl; sqlite.org/howtocorrupt.html, 2.2). Another program would then take the file for closed, fold the log in under us
and remove it, or write in the middle of our writing.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj
from threading import Lock

_BINARY = getattr(os, "O_BINARY", 0)  # Windows
# For whoever would write into a pipe it is not waited.
_TO_READ = os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0)

Identity = tuple[int, int]  # device, and number in its file system

_LOCK = Lock()
_here: list["OpenHere"] = []
_kept: list[tuple[Identity, int]] = []  # handles that are read from no more, and may not be closed yet


class OpenHere:
    """A file that SQLite has open, from now on until `end`, and the index of its log, which lies at `index`."""

    def __init__(self, handle: int, index: Path) -> None:
        """`handle`: of the file, open already. Raises OSError."""
        self._file, self._index = _of(handle), index
        with _LOCK:
            _here.append(self)

    def is_of(self, file: Identity) -> bool:
        """Whether that is the file, or what lies at the place of its index."""
        if file == self._file:
            return True
        with suppress(OSError):
            found = self._index.stat()
            return file == (found.st_dev, found.st_ino)
        return False

    def end(self) -> None:
        """SQLite has closed it."""
        with _LOCK:
            _here.remove(self)
            for kept in [one for one in _kept if not _is_open(one[0])]:
                _kept.remove(kept)
                os.close(kept[1])


def is_open_here(path: Path) -> bool:
    """Whether SQLite has the file at that path, or the index of its log, open in this process."""
    with suppress(OSError):
        found = path.stat()
        with _LOCK:
            return _is_open((found.st_dev, found.st_ino))
    return False


def handle_of(path: Path) -> int:
    """A handle to read a file by; give it to `let_go` when done.

    Nothing but a file is opened: a pipe may never end, and a device never does. Raises OSError (IsADirectoryError for those).
    """
    if _kept:
        found = path.stat()
        with _LOCK:
            again = next((one for one in _kept if one[0] == (found.st_dev, found.st_ino)), None)
            if again:
                _kept.remove(again)
                os.lseek(again[1], 0, os.SEEK_SET)
                return again[1]
    handle = os.open(path, _TO_READ)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise no_file(path)
    return handle


def no_file(path: Path) -> IsADirectoryError:
    """The error where something else than a file is."""
    return IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def let_go(handle: int) -> None:
    """Close a handle; one of a file that SQLite has open here once it is closed, and till then it is used again."""
    with _LOCK:
        if os.name != "nt" and _here and _is_open(_of(handle)):
            _kept.append((_of(handle), handle))
        else:
            os.close(handle)


@contextmanager
def reading(path: Path) -> Iterator[int]:
    """A handle to read a file by. Raises OSError."""
    handle = handle_of(path)
    try:
        yield handle
    finally:
        let_go(handle)


def read(path: Path) -> bytes:
    """What stands in a file. Raises OSError."""
    with reading(path) as handle, open(handle, "rb", closefd=False) as file:
        return file.read()


def copy(path: Path, into: Path) -> None:
    """Copy what stands in a file into a new one. Raises OSError."""
    with reading(path) as handle, open(handle, "rb", closefd=False) as file, into.open("wb") as made:
        copyfileobj(file, made, 1 << 20)


def _of(handle: int) -> Identity:
    found = os.fstat(handle)
    return found.st_dev, found.st_ino


def _is_open(file: Identity) -> bool:
    return any(one.is_of(file) for one in _here)
