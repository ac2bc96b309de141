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
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.errors import Expected

_FREE = 4  # wrong ones before the first wait
_FIRST, _LONGEST = 1, 300  # seconds


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many were wrong in a row, and since and until when: seconds of the system's clock."""

    wrong: int = 0
    first: float = 0.0
    last: float = 0.0

    def wait(self, now: float) -> int:
        """Seconds until the next one is looked at. A clock that was put back makes nobody wait longer than once."""
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
        return Attempts(min(int(found["wrong"]), 1000), float(found["first"]), float(found["last"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Attempts()


def wait(profile: Path) -> int:
    """Seconds until the next one is looked at, 0 for none."""
    return read(profile).wait(time.time())


def note_wrong(profile: Path) -> Attempts:
    """One more was wrong; it is looked at however full the disk is."""
    before, now = read(profile), time.time()
    found = Attempts(before.wrong + 1, before.first or now, now)
    said = json.dumps({"wrong": found.wrong, "first": found.first, "last": found.last})
    with suppress(Expected):
        files.write_whole(_path(profile), said.encode(), profile=profile)
    return found


def forget(profile: Path) -> None:
    """The right one was given."""
    files.clear(_path(profile))


def _path(profile: Path) -> Path:
    which = hashlib.sha256(os.fsencode(profile.absolute()) + getpass.getuser().encode("utf-8", "surrogateescape"))
    return Path(tempfile.gettempdir()) / f"inspector-attempts-{which.hexdigest()[:16]}"
