"""A keyring and its copies (keyring_places.py), each written whole and read back."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.alone import alone
from inspector_app.core.crypto.keyring_places import Places
from inspector_app.core.crypto.keyring_sealed import Sealed
from inspector_app.core.errors import Code, Expected

_ASIDE = ".aside-"


def read(path: Path) -> Sealed:
    """A keyring file as it lies there, still sealed. Expected: FILE_MISSING, KEYRING_DAMAGED, FILE_NEWER, DISK_FAILED."""
    return Sealed.from_bytes(files.read_bytes(path), path)


def readable(path: Path) -> Sealed | None:
    """The same; None where there is none that can be read."""
    try:
        return read(path)
    except Expected:
        return None


def write(places: Places, data: bytes, *, for_good: bool = False) -> None:
    """Put a keyring in the place of the one that is there, which is kept as the former one.

    The copy may fail, for the file itself is on disk by then: it is made good at the next unlocking (`make_good`).
    `for_good`: what the one that is there says is to lie nowhere any more, neither as the former one nor as the copy.
    Expected: DISK_FULL, FOLDER_READ_ONLY, DISK_FAILED; then the file is as it was.
    """
    before = None if for_good else _sound(places.path)
    if before is not None:
        put(places.former, before)
    if for_good and (places.former.is_file() or places.former.is_symlink()):
        with files.saying_what_failed(places.former):
            places.former.unlink()
    try:
        put(places.path, data)
    except Expected:
        if not _holds(places.path, data):
            raise  # else it took the place of the other before the disk failed: it would be wrong to say that it did not
    try:
        put(places.copy, data)
    except Expected:
        if for_good and not _holds(places.copy, data):
            files.clear(places.copy)  # which needs no room


def _sound(path: Path) -> bytes | None:
    """A keyring file that can be read, as it lies there; None for none."""
    try:
        data = files.read_bytes(path)
        Sealed.from_bytes(data, path)
    except Expected:
        return None
    return data


def make_good(places: Places, is_ours: Callable[[Sealed], bool]) -> None:
    """Bring the copy to what the file says, where a full disk or a power cut has left it behind, or somebody removed it.

    Where the file is another keyring than what lies beside it, as one that was copied here out of another folder, that may
    be all that opens the inspections here: it is kept aside. No other program writes meanwhile: what one has just let go of
    would be in the copy again.
    """
    former = readable(places.former)
    if _holds(places.copy, files.read_bytes(places.path)) and (former is None or is_ours(former)):
        return
    try:
        with alone(places.path):
            _make_good(places, is_ours)
    except Expected:
        return  # the file itself is whole; the next unlocking tries again


def _make_good(places: Places, is_ours: Callable[[Sealed], bool]) -> None:
    here = files.read_bytes(places.path)
    for path in (places.copy, places.former):
        beside = readable(path)
        if beside is not None and not is_ours(beside):
            set_aside(path)
    if not _holds(places.copy, here):
        put(places.copy, here)


@contextmanager
def noting_change(places: Places) -> Iterator[None]:
    """Note that the passphrase is being changed: after a kill nobody knows otherwise which of both is in force.

    Refused, the former one is, and done, the new one. No change fails because it cannot be noted.
    """
    if not os.path.lexists(places.changing):  # anything else that lies there is neither followed nor waited for
        with suppress(Expected):
            files.write_whole(places.changing, b"", profile=places.path.parent)
    try:
        yield
    except Expected:
        files.clear(places.changing)
        raise
    files.clear(places.changing)


def aside(places: Places) -> list[Path]:
    """The files that were set aside, each kept when something was put in its place."""
    return sorted(places.path.parent.glob(f"{places.path.name}*{_ASIDE}*"))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return files.read_bytes(path) == data
    except Expected:  # also what is no file: a pipe would be waited for
        return False


def put(path: Path, data: bytes) -> None:
    """Write one of them whole, and read it back. Expected: DISK_FULL, FOLDER_READ_ONLY, DISK_FAILED; then it is as it was."""
    if _is_in_the_way(path):
        set_aside(path)
    files.write_whole(path, data, profile=path.parent)
    if not _holds(path, data):
        raise Expected(Code.DISK_FAILED, where=path, why="it reads otherwise than it was written")


def _is_in_the_way(path: Path) -> bool:
    """Whether what lies there is no file, nor leads to one: a folder, a pipe, a device, a link to itself."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        return error.errno == errno.ELOOP


def set_aside(path: Path) -> Path | None:
    """Keep a file that is to be replaced, under a name of its own; where it went, None where there was none."""
    if not os.path.lexists(path):
        return None
    names = (path.with_name(f"{path.name}{_ASIDE}{n}") for n in range(1, 1_000_000))
    free = next(name for name in names if not os.path.lexists(name))
    with files.saying_what_failed(path):
        path.rename(free)
        files.sync_folder(path.parent)
    return free
