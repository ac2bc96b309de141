"""Reading and writing whole files: nothing half written, and the system's errors said in our terms."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from inspector_app.core import open_here, paths
from inspector_app.core.errors import Code, Expected

Content = bytes | Sequence[bytes]  # of a file: whole, or in pieces, so that nobody need join them
LARGEST = 512 * 1024 * 1024  # bytes: nothing that is read whole is larger
UNFINISHED = "unfinished"  # what a claim on a file that is being made says: its path
_HELD = (
    32,
    33,
)  # what Windows says of a file that another program, such as Word, keeps for itself while it is open there,
_DENIED = 5  # and of one that it would put another in the place of
PART = ".part"  # what a file is called that is being made
_OPEN_FILES = "/proc/self/fd"  # where Linux has the files that this program has open, also those without a name


def read_bytes(path: Path, most: int = LARGEST) -> bytes:
    """A file's bytes, which are looked at only where it is a file, and no larger than `most` bytes.

    Expected: FILE_MISSING, NOT_A_FILE, FILE_TOO_LARGE, FOLDER_READ_ONLY (no right to read it), DISK_FAILED.
    """
    with _opened(path) as (file, size):
        if size > most:
            raise Expected(Code.FILE_TOO_LARGE, where=path, size=size, most=most)
        return file.read(size + 1)  # to ask for more would take the memory first


def read_piece(path: Path, begins: int, most: int) -> bytes:
    """At most so many bytes of a file, from a place on; nothing but a file is looked at. Expected: as `read_bytes`."""
    with _opened(path) as (file, _):
        file.seek(begins)
        return file.read(most)


def read_start(path: Path, most: int) -> bytes:
    """The first bytes of a file, or of what another program says through a pipe. Expected: as `read_bytes`."""
    with saying_what_failed(path), path.open("rb") as file:
        return file.read(most)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """A file and its size, open to read; nothing but a file."""
    with saying_what_failed(path), open_here.reading(path) as handle, open(handle, "rb", closefd=False) as file:
        yield file, os.fstat(handle).st_size


def write_whole(path: Path, data: Content, profile: Path | None = None) -> None:
    """Write a file so that either the old or the new one is there, whole and on disk, whatever happens.

    A new file is its owner's alone (0600); of one that it replaces the mode is kept. A link is followed, and stays a link.
    Where the system can, what is being written has no name yet, so that nothing is left of it when the program is killed;
    else that goes at the next start of the laptop that `profile` is (by default this user's).
    Expected: DISK_FULL, FOLDER_READ_ONLY, FILE_IN_USE, FOLDER_MISSING, NOT_A_FILE, DISK_FAILED; then nothing was changed.
    """
    with written_whole(path, data, profile):
        pass


@contextmanager
def written_whole(path: Path, data: Content, profile: Path | None = None) -> Iterator[None]:
    """Write a file; should the block be refused, what was there before is there again. Expected: as `write_whole`."""
    profile = profile or paths.profile()
    with saying_what_failed(path):
        place = Path(os.path.realpath(path))
        mode = _mode_of(place)
    with _or_as_before(place, mode, profile, path):
        with saying_what_failed(path):
            _write(place, data, mode, profile)
            sync_folder(place.parent)
        yield


def _write(place: Path, data: Content, mode: int | None, profile: Path) -> None:
    nameless = _nameless(place.parent)
    if nameless is None:
        _write_beside(place, data, mode, profile)
    else:
        _write_nameless(nameless, place, data, mode, profile)


@contextmanager
def _or_as_before(place: Path, mode: int | None, profile: Path, said: Path) -> Iterator[None]:
    """What is there before is kept under another name meanwhile, and put back should the block fail, at its very end too."""
    former = part_beside(place)
    with unfinished(former, profile) if mode is not None else contextlib.nullcontext():
        try:
            if mode is not None:
                with saying_what_failed(said):
                    _keep(place, former, mode)
            was = _identity(place)
            try:
                yield
            except BaseException:
                if _identity(place) != was:
                    _put_back(former, place)
                raise
        finally:
            clear(former)


def _keep(place: Path, former: Path, mode: int) -> None:
    """A second name needs no room; a disk that has no such thing gets a copy."""
    try:
        os.link(place, former)
    except OSError:
        with open(former, "xb", opener=_for_its_owner) as file:
            _fill(file, place.read_bytes(), mode)


def _put_back(former: Path, place: Path) -> None:
    with contextlib.suppress(OSError):  # it must not hide what went wrong first
        if former.exists():
            former.replace(place)
        else:
            place.unlink(missing_ok=True)
        sync_folder(place.parent)


def _identity(place: Path) -> tuple[int, int] | None:
    try:
        found = place.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _for_its_owner(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _mode_of(place: Path) -> int | None:
    """Who may do what with the file there; None for no file. Raises OSError where there is something else."""
    try:
        found = place.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found):  # a folder, or a device: neither is to be replaced
        raise open_here.no_file(place)
    return found & 0o777


def _nameless(folder: Path) -> int | None:
    """A new file without a name in the folder, its owner's alone; None where system or disk know of no such thing."""
    if not hasattr(os, "O_TMPFILE") or not Path(_OPEN_FILES).is_dir():
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
    except OSError as error:
        if error.errno in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL):
            return None
        raise


def _write_nameless(handle: int, place: Path, data: Content, mode: int | None, profile: Path) -> None:
    """Write the file, and give it its name when it is whole."""
    with open(handle, "wb") as file:
        _fill(file, data, mode)
        if mode is None:
            with contextlib.suppress(FileExistsError):  # somebody else made one meanwhile
                _give_name(handle, place)
                return
        part = part_beside(place)  # nothing takes the place of a file but a file with a name
        with unfinished(part, profile), _cleared_if_it_fails(part):
            _give_name(handle, part)
            part.replace(place)


def _write_beside(place: Path, data: Content, mode: int | None, profile: Path) -> None:
    """Write the file under another name, and put it in its place when it is whole."""
    part = part_beside(place)
    with unfinished(part, profile), _cleared_if_it_fails(part):
        with open(part, "xb", opener=_for_its_owner) as file:
            _fill(file, data, mode)
        part.replace(place)


def _fill(file: BinaryIO, data: Content, mode: int | None) -> None:
    file.writelines((data,) if isinstance(data, bytes) else data)
    if mode is not None and os.name != "nt":  # there who may read a file is the folder's business
        os.fchmod(file.fileno(), mode)
    file.flush()
    os.fsync(file.fileno())


def _give_name(handle: int, place: Path) -> None:
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.link(f"{_OPEN_FILES}/{handle}", place.name, dst_dir_fd=folder)
    finally:
        os.close(folder)


@contextmanager
def _cleared_if_it_fails(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        clear(path)
        raise


def part_beside(place: Path) -> Path:
    """The name under which a file is made: a short one, since its own may be as long as a name can be."""
    return place.with_name(f".{os.urandom(4).hex()}{PART}")


@contextmanager
def unfinished(path: Path, profile: Path, goal: Path | None = None) -> Iterator[None]:
    """Within the block a file is being made; should the program be killed in it, the next start removes what is there.

    Where the profile folder cannot take the note, the file is made all the same. `goal`: the file that it is to be, of which
    is said what is refused of this one: nobody knows it by that name.
    """
    from inspector_app.core.claims import Claim  # and with it the locks (40 ms): only where something is written

    try:
        claim = Claim(profile, {UNFINISHED: str(path.absolute())})
    except OSError:
        with _said_of(goal, path):
            yield
        return
    try:
        with _said_of(goal, path):
            yield
    finally:
        if not os.path.lexists(path):  # what the disk would not let go is still claimed, so the next start removes it
            claim.release()


@contextmanager
def _said_of(goal: Path | None, part: Path) -> Iterator[None]:
    try:
        yield
    except Expected as error:
        if goal is None or error.facts.get("where") != part:
            raise
        raise error.said_of(goal) from error


def clear(*paths: Path) -> None:
    """Remove files that nobody needs any more. One that cannot be removed stays: it must not hide what went wrong first."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def give_place(part: Path, place: Path) -> None:
    """Put a file that is whole where it goes, on disk. Raises OSError; then it has its former name, if the disk lets it."""
    part.replace(place)
    try:
        sync_folder(place.parent)
    except BaseException:
        with contextlib.suppress(OSError):  # it must not hide what went wrong first
            place.replace(part)
        raise


def can_be_named(text: str) -> bool:
    """Whether the system knows files of such a name; of any other, asking for one is an error of its own kind."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def sync(path: Path) -> None:
    """Put what was written into a file on disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
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
        if os.path.isdir(path.parent):  # noqa: PTH112  pathlib's raises where the drive fails for good
            return Expected(Code.FILE_MISSING, where=path)
        return Expected(Code.FOLDER_MISSING, where=path.parent)
    if isinstance(error, IsADirectoryError):
        return Expected(Code.NOT_A_FILE, where=path)
    if isinstance(error, NotADirectoryError | FileExistsError):  # the latter when a folder was to be made
        of_files = (one for one in (path, *path.parents) if os.path.isfile(one))  # noqa: PTH113  as above
        return Expected(Code.NOT_A_FOLDER, where=next(of_files, path))
    said = getattr(error, "winerror", None)
    if said in _HELD or (said == _DENIED and path.is_file()):
        return Expected(Code.FILE_IN_USE, where=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Expected(Code.FOLDER_READ_ONLY, where=path, why=why)
    return Expected(Code.DISK_FAILED, where=path, why=why)
