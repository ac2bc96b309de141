"""Wrong passphrases in a row: from the fifth try on each is slowed, twice as long each time, up to five minutes.

What stops an attacker who has the file is the cost of each guess (crypto/seal.py); this stops a hand at the keyboard. The
count lies in the system's folder for passing files, for a wrong passphrase changes nothing in the profile; there in a folder
that nobody else may write into, since a link laid under the note's name would have the program write over what it leads to.
"""

import hashlib
import json
import math
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core import files, paths
from inspector_app.core.errors import Expected

_FREE = 4  # wrong ones before the first wait
_FIRST, _LONGEST = 1, 300  # seconds
_LARGEST = 1000  # bytes of a note


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many were wrong in a row, and when the last one was: seconds of the system's clock."""

    wrong: int = 0
    last: float = 0.0

    def wait(self, now: float) -> int:
        """Seconds until the next one is looked at."""
        if self.wrong < _FREE:
            return 0
        whole: float = min(_FIRST * 2 ** (self.wrong - _FREE), _LONGEST)
        return max(0, round(whole - max(0.0, now - self.last)))


def read(profile: Path) -> Attempts:
    """What is noted of wrong ones; nothing where nothing that can be read is."""
    try:
        found = json.loads(files.read_bytes(_path(profile), _LARGEST))
        wrong, last = min(int(found["wrong"]), 1000), float(found["last"])
    except (Expected, OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Attempts()
    return Attempts(wrong, last) if math.isfinite(last) else Attempts()


def wait(profile: Path) -> int:
    """Seconds until the next one is looked at, 0 for none.

    Where the clock was put back since (a flat battery), the wait begins now: nobody is locked out until its former time.
    """
    found, now = read(profile), time.time()
    if found.last > now:
        found = replace(found, last=now)
        _note(profile, found)
    return found.wait(now)


def begin(profile: Path) -> int:
    """Seconds until the next one is looked at; with 0 it is looked at now, and once they are slowed no other one meanwhile.

    Else as many windows as somebody opens would each look at one after every wait.
    """
    if read(profile).wrong < _FREE:
        return 0
    with _one_after_the_other(profile):
        seconds = wait(profile)
        if not seconds:
            _note(profile, Attempts(read(profile).wrong, time.time()))
        return seconds


def note_wrong(profile: Path) -> Attempts:
    """One more was wrong; it is looked at however full the disk is."""
    with _one_after_the_other(profile):
        found = Attempts(read(profile).wrong + 1, time.time())
        _note(profile, found)
        return found


def forget(profile: Path) -> None:
    """The right one was given."""
    with suppress(OSError):
        path = _path(profile)
        files.clear(path, _lock_of(path))
        if hasattr(os, "getuid"):
            path.parent.rmdir()  # unless there is a note of another profile


def _note(profile: Path, found: Attempts) -> None:
    said = json.dumps({"wrong": found.wrong, "last": found.last})
    with suppress(Expected, OSError):
        files.write_whole(_path(profile, make=True), said.encode(), profile=profile)


@contextmanager
def _one_after_the_other(profile: Path) -> Iterator[None]:
    """Of several windows one reads and notes at a time; whatever keeps them from it, nobody is locked out."""
    from inspector_app.core.alone import alone  # and with it the locks (40 ms): only where a passphrase is tried

    with ExitStack() as held:
        with suppress(Expected, OSError):
            held.enter_context(alone(_path(profile, make=True)))
        yield


def _lock_of(path: Path) -> Path:
    """Where `alone` has it."""
    return path.with_suffix(".lock")


def _path(profile: Path, *, make: bool = False) -> Path:
    which = hashlib.sha256(os.fsencode(profile.absolute()) + paths.account())
    return _own_folder(make=make) / which.hexdigest()[:16]


def _own_folder(*, make: bool) -> Path:
    """A folder of this account's alone. FileNotFoundError for none; PermissionError where somebody else laid theirs there."""
    if not hasattr(os, "getuid"):  # Windows has a folder for passing files for each account
        return Path(tempfile.gettempdir())
    folder = Path(tempfile.gettempdir()) / f"inspector-attempts-{os.getuid()}"
    if make:
        folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(f"{folder} is not this account’s alone")
    return folder
