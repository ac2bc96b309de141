"""Wrong passphrases in a row: from the fifth try on each is slowed, twice as long each time, up to five minutes.

What stops an attacker who has the file is the cost of each guess (crypto/seal.py); this stops a hand at the keyboard. The
count lies in the system's folder for passing files, for a wrong passphrase changes nothing in the profile.
"""

import getpass
import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.errors import Expected

_FREE = 4  # wrong ones before the first wait
_FIRST, _LONGEST = 1, 300  # seconds


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
    path = _path(profile)
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return Attempts()  # anybody can write there
        found = json.loads(path.read_text(encoding="ascii"))
        return Attempts(min(int(found["wrong"]), 1000), float(found["last"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Attempts()


def wait(profile: Path) -> int:
    """Seconds until the next one is looked at, 0 for none.

    Where the clock was put back since (a flat battery), the wait begins now: nobody is locked out until its former time.
    """
    found, now = read(profile), time.time()
    if found.last > now:
        found = replace(found, last=now)
        _note(profile, found)
    return found.wait(now)


def note_wrong(profile: Path) -> Attempts:
    """One more was wrong; it is looked at however full the disk is."""
    found = Attempts(read(profile).wrong + 1, time.time())
    _note(profile, found)
    return found


def forget(profile: Path) -> None:
    """The right one was given."""
    files.clear(_path(profile))


def _note(profile: Path, found: Attempts) -> None:
    said = json.dumps({"wrong": found.wrong, "last": found.last})
    with suppress(Expected):
        files.write_whole(_path(profile), said.encode(), profile=profile)


def _path(profile: Path) -> Path:
    which = hashlib.sha256(os.fsencode(profile.absolute()) + getpass.getuser().encode("utf-8", "surrogateescape"))
    return Path(tempfile.gettempdir()) / f"inspector-attempts-{which.hexdigest()[:16]}"
