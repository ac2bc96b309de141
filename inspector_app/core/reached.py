"""What the system says of a path that a person named, before anything is done there: a drive may be gone, or fail."""

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TypeVar

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected

T = TypeVar("T")
_PATIENCE = 1.0  # seconds: a drive that was asleep answers by then; one that is gone may stand still for good
_NOWHERE = (errno.ELOOP, errno.ENAMETOOLONG)  # a link that leads to itself, a name that no file can have


def is_there(path: Path) -> bool:
    """Whether anything is at that path. Expected: FILE_MISSING (nothing can be), FOLDER_READ_ONLY, DISK_FAILED."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except ValueError as error:  # a name with a character of no name
        raise Expected(Code.FILE_MISSING, where=path) from error
    except OSError as error:
        if error.errno in _NOWHERE:
            raise Expected(Code.FILE_MISSING, where=path) from error
        raise files.from_os(error, path) from error
    return True


def require(path: Path) -> None:
    """Refuse a path at which nothing is. Expected: as `is_there`."""
    if not is_there(path):
        raise Expected(Code.FILE_MISSING, where=path)


def is_file(path: Path) -> bool:
    """Whether a file is at that path. Expected: as `is_there`."""
    return is_there(path) and os.path.isfile(path)  # noqa: PTH113  pathlib's raises where a drive fails meanwhile


def is_folder(path: Path) -> bool:
    """Whether a folder is there that can be looked into: not where the system answers with an error, or not in time."""
    (found,) = in_time([lambda: os.path.isdir(path)])  # noqa: PTH112  pathlib's raises what the system says
    return bool(found)


def in_time(looks: Sequence[Callable[[], T]]) -> list[T | None]:
    """What each look at a place finds; None of one that does not answer within a second.

    A call to the system on a drive or another machine that answers no more never comes back: only who does not wait for it
    goes on. Each has a thread of its own, which ends with the program, so that one keeps no other from its answer.
    """
    found: list[T | None] = [None] * len(looks)

    def look(place: int) -> None:
        found[place] = looks[place]()

    waiting = [Thread(target=look, args=(place,), daemon=True) for place in range(len(looks))]
    for one in waiting:
        one.start()
    until = monotonic() + _PATIENCE
    for one in waiting:
        one.join(max(0.0, until - monotonic()))
    return list(found)
