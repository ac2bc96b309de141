"""Files that leave the program for where a person said: never in the place of what the program itself keeps."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.laptop import ENDING, Laptop
from inspector_app.core.storage import backup, beside

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


@contextmanager
def written(contents: Sequence[tuple[Path, bytes]], laptop: Laptop) -> Iterator[None]:
    """Write these files; should one of them, or the block, be refused, none stays, and what was there before is there again.

    Expected: as `write`.
    """
    with ExitStack() as until:
        for path, data in contents:
            until.enter_context(_or_as_before(path, data, laptop))
        yield


@contextmanager
def _or_as_before(path: Path, data: bytes, laptop: Laptop) -> Iterator[None]:
    """What is there before has a second name meanwhile, which needs no room; where a disk has no such thing, it goes."""
    place = Path(os.path.realpath(path))
    with files.saying_what_failed(path):
        before, former = beside.identity(place), files.part_beside(place)
    with files.unfinished(former, laptop.folder):
        try:
            with suppress(OSError):  # no file there yet, or no second names on the disk; what is wrong, `write` says
                os.link(place, former)
            write(path, data, laptop)
            yield
        except BaseException:
            with suppress(OSError):
                if beside.identity(place) != before:  # also where the disk failed at the very end of writing
                    _put_back(former, place)
            raise
        finally:
            files.clear(former)


def _put_back(former: Path, place: Path) -> None:
    if former.exists():
        former.replace(place)
    else:
        files.clear(place)


def _is_kept(place: Path, laptop: Laptop) -> bool:
    inside = Path(os.path.realpath(laptop.folder)) in place.parents
    named = place.name.casefold().endswith(_KEPT)
    return inside or named or (not laptop.locked and any(_same(place, key.path) for key in laptop.keyring.workspaces))


def _same(place: Path, path: str) -> bool:
    return Path(os.path.realpath(path)) == place
