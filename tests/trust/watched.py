"""Notes which files are opened to be written while each writer of test_what_leaves.py writes, and prints them as JSON.

A process of its own: what hears of every file that is opened stays for as long as its process does. One for each writer made
all later tests of a worker a fifth slower.
"""

import json
import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.core.crypto import parcel
from tests import quick_age
from tests.conftest import add_cases, cheap_keyrings, create, set_up
from tests.trust.test_what_leaves import WRITERS


class Watch:
    """Notes which files are opened to be written, in the block."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self._on = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, about: tuple[object, ...]) -> None:
        if self._on and event == "open":
            path, _, flags = about
            if isinstance(path, str | bytes) and isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR):
                self.opened.append(os.fsdecode(path))

    def __enter__(self) -> "Watch":
        self.opened, self._on = [], True
        return self

    def __exit__(self, *_: object) -> None:
        self._on = False


def watched(folder: Path) -> dict[str, list[str]]:
    """By writer, what was opened; its document comes into FOLDER/out, all else that is the laptop's into FOLDER/profile."""
    with closing(create(set_up(folder / "profile"))) as workspace:
        add_cases(workspace)
        (folder / "out").mkdir()
        watch, found = Watch(), {}
        for name, write in WRITERS.items():
            with watch:
                write(workspace, folder / "out" / name)
            found[name] = watch.opened
    return found


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        patch.setattr(parcel, "seal_with_passphrase", quick_age.seal_with_passphrase)
        print(json.dumps(watched(Path(sys.argv[1]))))
