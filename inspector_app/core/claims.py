"""What a program is at, said in the profile folder: others see it, and the next start clears up after one that was killed.

A claim is a small file that is locked for as long as its program lives, since the system lets go of the lock however the
program ends. A claim that nobody holds was left behind.
"""

import contextlib
import errno
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

from filelock import lock_descriptor

_FOLDER, _ENDING, _UNREADY = "claims", ".claim", ".unready"
# Nobody must find a claim before it is locked, or it is removed as one that was left behind. Windows renames no file that is
# open, and removes none either: there whoever finds it too early reads nothing, and cannot drop it.
_RENAMED_WHILE_OPEN = os.name != "nt"
_LOCKED = b" "  # the first byte is what Windows locks, and nobody else can read it then

About = Mapping[str, str]


class Claim:
    """A claim that this program holds until `release`, or until the end of a `with` block."""

    def __init__(self, profile: Path, about: About) -> None:
        """Say in the profile folder what this program is at. Raises OSError, then nothing is said."""
        folder = profile / _FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        self.path = folder / f"{secrets.token_hex(8)}{_ENDING}"
        unready = self.path.with_suffix(_UNREADY) if _RENAMED_WHILE_OPEN else self.path
        self._file = os.open(unready, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        try:
            lock_descriptor(self._file)
            _write(self._file, _LOCKED + json.dumps(dict(about)).encode())
            if unready != self.path:
                unready.replace(self.path)
        except BaseException:
            os.close(self._file)
            drop(unready)
            raise

    def release(self) -> None:
        """Say it no longer."""
        drop(self.path)
        os.close(self._file)
        drop(self.path)  # Windows removes no file that is open

    def __enter__(self) -> "Claim":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()


def held(profile: Path) -> list[tuple[Path, About]]:
    """The claims of programs that are running, this one among them: the file of each, and what it says."""
    found = []
    for path in sorted((profile / _FOLDER).glob(f"*{_ENDING}")):
        with contextlib.suppress(OSError), _opened(path) as file:  # it may have been released meanwhile
            if not lock_descriptor(file, blocking=False):
                found.append((path, _read(file)))
    return found


def left(profile: Path) -> Iterator[tuple[Path, About]]:
    """The claims of programs that were killed. Whoever has cleared up after one drops it (`drop`) before the next."""
    for path in sorted((profile / _FOLDER).glob(f"*{_ENDING}")):
        with contextlib.suppress(OSError), _opened(path) as file:
            if lock_descriptor(file, blocking=False):
                yield path, _read(file)
    for path in (profile / _FOLDER).glob(f"*{_UNREADY}"):
        with contextlib.suppress(OSError), _opened(path) as file:
            if lock_descriptor(file, blocking=False):
                drop(path)


def drop(claim: Path) -> None:
    """Remove a claim that nobody holds."""
    with contextlib.suppress(OSError):
        claim.unlink(missing_ok=True)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    file = os.open(path, os.O_RDWR)
    try:
        yield file
    finally:
        os.close(file)


def _write(file: int, data: bytes) -> None:
    if os.write(file, data) < len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file)


def _read(file: int) -> About:
    """What a claim says; nothing where a power cut left it empty."""
    os.lseek(file, len(_LOCKED), os.SEEK_SET)
    with contextlib.suppress(ValueError, RecursionError):
        found = json.loads(os.read(file, 65536))
        if isinstance(found, dict):
            return {str(name): str(value) for name, value in found.items()}
    return {}
