"""Reading and writing whole files: nothing half written, and the system's errors said in our terms."""

import contextlib
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.core import paths
from inspector_app.core.errors import Code, Expected

UNFINISHED = "unfinished"  # what a claim on a file that is being made says: its path


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Expected: FILE_MISSING, NOT_A_FILE, FOLDER_READ_ONLY (no right to read it), DISK_FAILED."""
    with saying_what_failed(path):
        return path.read_bytes()


def write_whole(path: Path, data: bytes, mode: int = 0o666, profile: Path | None = None) -> None:
    """Write a file so that either the old or the new one is there, whole and on disk, whatever happens.

    `mode` is who may read it, less what the system's mask takes away (0o600: its owner only). What is left of it when the
    program is killed goes at the next start of the laptop that `profile` is (by default this user's).
    Expected: DISK_FULL, FOLDER_READ_ONLY, FOLDER_MISSING, NOT_A_FILE, DISK_FAILED; then nothing was changed.
    """
    import secrets  # and with it OpenSSL: only where something is written

    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with saying_what_failed(path), unfinished(beside, profile or paths.profile()):
        try:
            with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            settle(path.parent)
        except BaseException:
            clear(beside)
            raise


@contextmanager
def unfinished(path: Path, profile: Path) -> Iterator[None]:
    """Within the block a file is being made; should the program be killed in it, the next start removes what is there.

    Where the profile folder cannot take the note, the file is made all the same.
    """
    from inspector_app.core.claims import Claim  # and with it the locks (40 ms): only where something is written

    try:
        claim = Claim(profile, {UNFINISHED: str(path.absolute())})
    except OSError:
        yield
        return
    with claim:
        yield


def clear(*paths: Path) -> None:
    """Remove files that nobody needs any more. One that cannot be removed stays: it must not hide what went wrong first."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Put what was written into a file on disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Put a folder's list of files on disk: else a power cut could bring back the old file."""
    if os.name == "nt":  # there it is done with the file
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
        if path.parent.is_dir():
            return Expected(Code.FILE_MISSING, where=path)
        return Expected(Code.FOLDER_MISSING, where=path.parent)
    if isinstance(error, IsADirectoryError):
        return Expected(Code.NOT_A_FILE, where=path)
    if isinstance(error, NotADirectoryError | FileExistsError):  # the latter when a folder was to be made
        return Expected(Code.NOT_A_FOLDER, where=next((p for p in (path, *path.parents) if p.is_file()), path))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Expected(Code.FOLDER_READ_ONLY, where=path, why=why)
    return Expected(Code.DISK_FAILED, where=path, why=why)
