"""Files that leave the program for where a person said: never in the place of what the program itself keeps."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from stat import S_ISREG

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import ENDING, Laptop
from inspector_app.core.storage.safekeeping import backup
from inspector_app.core.words import say

_KEPT = (ENDING, backup.ENDING, "-wal", "-shm")  # what they are called, wherever they lie


def write(path: Path, data: files.Content, laptop: Laptop | None = None) -> None:
    """Write it, whole or not at all; `laptop` is whose it is (by default this user's).

    Expected: IS_KEPT for what is called as an inspection, a backup or a log is, for an inspection by any name, and for
    anything in the profile folder, by a link too; FOLDER_READ_ONLY where a file lies that nobody may write; as
    `files.write_whole`.
    """
    laptop = laptop or Laptop()
    refuse_kept(path, laptop)
    _refuse_read_only(path)
    files.write_whole(path, data, profile=laptop.folder)


@contextmanager
def written(contents: Sequence[tuple[Path, files.Content]], laptop: Laptop) -> Iterator[None]:
    """Write these files; should one of them, or the block, be refused, none stays, and what was there before is there again.

    Expected: as `write`.
    """
    with ExitStack() as until:
        for path, data in contents:
            refuse_kept(path, laptop)
            _refuse_read_only(path)
            until.enter_context(files.written_whole(path, data, laptop.folder))
        yield


def refuse_kept(path: Path, laptop: Laptop) -> None:
    """Expected: IS_KEPT.

    A name is enough, whether anything lies there yet: a log beside an inspection would be taken for its own.
    """
    if _is_kept(Path(os.path.realpath(path)), laptop):
        raise Expected(Code.IS_KEPT, where=path)


def _refuse_read_only(path: Path) -> None:
    """Who may write in the folder could put another file in its place; but somebody has marked this one as to be kept."""
    with suppress(OSError):  # there is none, or what is wrong with it is said where it is written
        found = path.stat().st_mode
        if S_ISREG(found) and not found & 0o222:
            raise Expected(Code.FOLDER_READ_ONLY, where=path, why=say("the file is read-only"))


def _is_kept(place: Path, laptop: Laptop) -> bool:
    inside = Path(os.path.realpath(laptop.folder)) in place.parents
    named = place.name.casefold().endswith(_KEPT)
    return inside or named or (not laptop.locked and any(_same(place, key.path) for key in laptop.keyring.workspaces))


def _same(place: Path, path: str) -> bool:
    return Path(os.path.realpath(path)) == place
