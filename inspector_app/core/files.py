"""Reading and writing whole files: nothing half written, and the system's errors said in our terms."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.core.errors import Code, Expected


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Expected: FILE_MISSING, FOLDER_READ_ONLY (no right to read it), DISK_FAILED."""
    with saying_what_failed(path):
        return path.read_bytes()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that either the old or the new one is there, whole and on disk, whatever happens.

    Expected: DISK_FULL, FOLDER_READ_ONLY, FILE_MISSING (no such folder), DISK_FAILED; then nothing was changed.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with saying_what_failed(path):
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise


@contextmanager
def saying_what_failed(path: Path) -> Iterator[None]:
    """Turn the system's errors within the block into Expected ones that name the file."""
    try:
        yield
    except OSError as error:
        raise from_os(error, path) from error


def from_os(error: OSError, path: Path) -> Expected:
    """What the system's error means for that file."""
    why = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Expected(Code.DISK_FULL, where=path)
    if isinstance(error, FileNotFoundError):
        return Expected(Code.FILE_MISSING, where=path if path.parent.is_dir() else path.parent)
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return Expected(Code.FORMAT_UNKNOWN, where=path, known="a file, not a folder")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Expected(Code.FOLDER_READ_ONLY, where=path, why=why)
    return Expected(Code.DISK_FAILED, where=path, why=why)
