"""A workspace file as files on a disk: what SQLite keeps beside it, whose it is, and whether a reader has it open."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from inspector_app.core import files, open_here
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected

if sys.platform != "win32":
    import fcntl

_LOG, _INDEX = (
    "-wal",
    "-shm",
)  # the write-ahead log, and the index of it that programs share while they have the file open
ENDINGS = (_LOG, _INDEX)
_SALT = 16  # bytes
_AT_ONCE = 1 << 20  # bytes
_NO_FRAMES = 32  # bytes: the head of a log
_LEADS_NOWHERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)  # also a link to itself

Identity = tuple[tuple[int, int] | None, ...]  # device and number of a file in its file system; None: it is not there


def log_of(path: Path) -> Path:
    """The write-ahead log of a workspace file; SQLite keeps it beside what a link points to."""
    real = _real(path)
    return real.with_name(real.name + _LOG)


def write_log_anew(path: Path) -> None:
    """Write what the log holds over itself, and put that on disk; nobody else may write into it meanwhile. Raises OSError."""
    with log_of(path).open("rb+", buffering=0) as log:
        place = 0
        while piece := log.read(_AT_ONCE):
            log.seek(place)
            log.write(piece)
            place += len(piece)
            log.seek(place)
        os.fsync(log.fileno())


def index_of(path: Path) -> Path:
    """The index of the log."""
    real = _real(path)
    return real.with_name(real.name + _INDEX)


def together(path: Path) -> tuple[Path, Path, Path]:
    """The file, its log and the log's index: what is moved or removed together."""
    return path, log_of(path), index_of(path)


def refuse_existing(path: Path) -> None:
    """Nothing where a new workspace file can be made.

    What leads nowhere is there too: a link to a drive that is away would give its place, and SQLite takes no log by one.
    Expected: FILE_EXISTS, for the file or for what lies beside it.
    """
    there = path if os.path.lexists(path) else next(filter(os.path.lexists, together(path)), None)
    if there is not None:
        raise Expected(Code.FILE_EXISTS, where=there)


def remove(path: Path) -> None:
    """Remove a workspace file that was just made, and what SQLite keeps beside it, as far as the disk lets it."""
    files.clear(*together(path))


def has_log(path: Path) -> bool:
    """Whether a log with something in it lies beside the file. Expected: FOLDER_READ_ONLY, DISK_FAILED."""
    log = log_of(path)
    with files.saying_what_failed(log):
        return log.exists() and log.stat().st_size > _NO_FRAMES


def refuse_log(path: Path, where: Path) -> None:
    """Nothing when a file that was closed is all there is of it, so that it can take another's place.

    SQLite folds the log in at closing and says nothing when the disk fails meanwhile: then the log is still the newer part.
    Expected: DISK_FAILED about `where`.
    """
    if has_log(path):
        raise Expected(Code.DISK_FAILED, where=where, why="what was written could not be brought into one file")


def identity(*paths: Path) -> Identity:
    """Which files these paths lead to now. The same paths give something else once a file was moved or replaced."""
    return tuple(_identity(path) for path in paths)


def folders(path: Path) -> frozenset[Path]:
    """The folders in which something changes when the path leads elsewhere: that of the file, and that of a link to it."""
    return frozenset((path.absolute().parent, _real(path).parent))


def lists(places: Iterable[Path]) -> tuple[tuple[int, int, int] | None, ...]:
    """What changes whenever anything is put into, taken out of or renamed in these folders."""
    return tuple(_state(place) for place in places)


def state(path: Path) -> tuple[tuple[int, int, int] | None, ...]:
    """What changes whenever somebody writes into the file or its log: which they are, how long, and when written."""
    return tuple(_state(part) for part in together(path)[:2])


def workspace_of(path: Path) -> WorkspaceId | None:
    """The workspace a file belongs to by its first bytes; None when it is too short to be one."""
    with files.saying_what_failed(path), open_here.reading(path) as file:
        salt = os.read(file, _SALT)
    return WorkspaceId(salt.hex()) if len(salt) == _SALT else None


def is_of(path: Path, workspace: WorkspaceId) -> bool:
    """Whether the file of that workspace lies there, by its first bytes; False where there is none, or another.

    What the keyring remembers is where it was: by now it may have been moved by hand, and another put there.
    Expected: FOLDER_READ_ONLY, DISK_FAILED.
    """
    return os.path.isfile(path) and workspace_of(path) == workspace  # noqa: PTH113  False for what no file can be called


def hold(path: Path) -> int:
    """Open a file and say so to `is_held`, until `release` of what this returns: so nobody prunes it under its reader.

    SQLite has no lock on a file that it takes as unchanging. Windows removes no file that is open.
    """
    file = open_here.handle_of(path)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a disk without locks
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return file


def release(held: int) -> None:
    """Nobody reads it any more."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            fcntl.flock(held, fcntl.LOCK_UN)
    open_here.let_go(held)


def is_held(path: Path) -> bool:
    """Whether some program reads the file at the moment (`hold`)."""
    if sys.platform == "win32":
        return False
    with open_here.reading(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        fcntl.flock(file, fcntl.LOCK_UN)
    return False


def _real(path: Path) -> Path:
    """What a link points to; of one that leads to itself, the link."""
    return Path(os.path.realpath(path))


def _identity(path: Path) -> tuple[int, int] | None:
    found = _found(path)
    return (found.st_dev, found.st_ino) if found else None


def _state(path: Path) -> tuple[int, int, int] | None:
    found = _found(path)
    return (found.st_ino, found.st_size, found.st_mtime_ns) if found else None


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError as error:
        if error.errno in _LEADS_NOWHERE:
            return None
        raise
