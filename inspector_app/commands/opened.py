"""The inspection that a command is on. Apart from `session`: the database is half of a command’s start, some need none."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.commands import session
from inspector_app.core import reached
from inspector_app.core.services import workspace_file
from inspector_app.core.services.workspace import Workspace


@contextmanager
def workspace(options: argparse.Namespace, path: Path) -> Iterator[Workspace]:
    """The workspace, open within the block. Expected: as `session.unlocked` and Workspace.open."""
    path = _made_for(path)
    reached.require(path)
    found = Workspace.open(session.unlocked(options), path)
    try:
        yield found
    finally:
        found.close()


def _made_for(path: Path) -> Path:
    """The file that was made for this name, where it is under another one: `new` leaves out what no list of files shows."""
    made = workspace_file.new_place(path)
    return path if reached.is_there(path) or not reached.is_file(made) else made
