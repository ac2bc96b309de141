"""Files that leave the program for where a person said: never in the place of what the program itself keeps."""

import os
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.laptop import ENDING, Laptop
from inspector_app.core.storage import backup

_KEPT = (ENDING, backup.ENDING, "-wal", "-shm")  # what they are called, wherever they lie


def write(path: Path, data: bytes, laptop: Laptop | None = None) -> None:
    """Write it, whole or not at all; `laptop` is whose it is (by default this user's).

    Expected: IS_KEPT for an inspection, a backup or anything in the profile folder, by a link too; as `files.write_whole`.
    """
    laptop = laptop or Laptop()
    place = Path(os.path.realpath(path))
    if place.exists() and _is_kept(place, laptop):
        raise Expected(Code.IS_KEPT, where=path)
    files.write_whole(path, data, profile=laptop.folder)


def _is_kept(place: Path, laptop: Laptop) -> bool:
    inside = Path(os.path.realpath(laptop.folder)) in place.parents
    named = place.name.casefold().endswith(_KEPT)
    return inside or named or (not laptop.locked and any(_same(place, key.path) for key in laptop.keyring.workspaces))


def _same(place: Path, path: str) -> bool:
    return Path(os.path.realpath(path)) == place
