"""Copies of a workspace by the backup interface, encrypted with the same key, checked before older ones go."""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from inspector_app.core import claims, files
from inspector_app.core.crypto import pages
from inspector_app.core.domain import moments
from inspector_app.core.domain.backups import Why, thinned
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage import beside, schema
from inspector_app.core.storage.database import Database, make_empty
from inspector_app.core.storage.kept import PLACE
from inspector_app.core.storage.safekeeping import check
from inspector_app.core.storage.safekeeping.still import Still
from inspector_app.core.storage.tables import CHANGES, META, STEPS

ENDING = ".backup"
_AT_ONCE = 20  # programs that make a backup in the same second
_UNFINISHED = ".part"  # a half-made copy must never count as a backup
_NAME = re.compile(r"[0-9a-f]{32}-(\d{6,})(?:-(\d{8}T\d{6}Z)-([a-z]+))?")  # the first versions wrote a number alone

_STEPS = select(func.count(), func.max(STEPS.c.at))
# How often what was typed went on in place: what is typed while a copy is made can go on after it in the same step.
_TYPED_ON = select(func.total(CHANGES.c.revision)).where(CHANGES.c.revision > 0)
_NO_WORK = (META.c.name.not_like("handed_off %"), META.c.name.not_like(f"{PLACE}%"))  # nothing was done
_KEPT = select(META.c.name, META.c.value).where(*_NO_WORK).order_by(META.c.name)

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its name: the how-manieth it is, when it was made (UTC) and what for."""

    path: Path
    number: int
    at: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class Place:
    """Where the backups of one workspace are, with its key, and the profile folder of the laptop.

    `shared`: colleagues may keep theirs of the same inspection there, which have other keys, and are left alone.
    """

    folder: Path
    profile: Path
    workspace: WorkspaceId
    key: bytes
    shared: bool = False

    def has(self, path: Path) -> bool:
        """Whether a file there is one of this laptop's: in a folder that others use too, whether its key opens it."""
        if not self.shared:
            return True
        with suppress(Expected):
            first = files.read_piece(path, 0, pages.SIZE)
            return pages.Opener(self.key, bytes.fromhex(self.workspace)).open(1, first) is not None
        return False


def make(database: Database, place: Place, why: Why, report: Report = lambda _done, _of: None) -> Path:
    """Copy the workspace into the folder, check the copy, then let go of those that are not to stay.

    Another program may make one at this moment for the same reason: each has a name of its own.
    `report` as for Database.copy_to. Expected: DISK_FULL, DISK_FAILED, FOLDER_READ_ONLY; FILE_DAMAGED (the copy is bad: the
    older ones stay); BUSY.
    """
    taken = max((kept.number for kept in existing(place)), default=0)
    for number in range(taken + 1, taken + 1 + _AT_ONCE):
        name = f"{place.workspace}-{number:06d}-{_moment(datetime.now(UTC))}-{why}{ENDING}"
        try:
            if not os.path.lexists((place.folder / name).with_suffix(_UNFINISHED)):
                return _add(place, name, lambda part: database.copy_to(part, report))
        except Expected as error:
            if error.code is not Code.FILE_EXISTS:
                raise
    raise Expected(Code.BUSY, where=place.folder)


def copy_on(backup: Path, place: Place) -> Path:
    """Put a copy of a backup into another folder, read back and checked there. Expected: as `make`."""

    def copied(part: Path) -> None:
        with backup.open("rb") as kept, open(part, "r+b", opener=_itself) as file:
            shutil.copyfileobj(kept, file)
            file.flush()
            os.fsync(file.fileno())
        if _digest(part) != _digest(backup):
            raise Expected(Code.FILE_DAMAGED, where=part, why="it does not read back as it was written")

    with files.saying_what_failed(place.folder):
        name = _free(backup.name, place)
    return _add(place, name, copied)


def _itself(name: str, flags: int) -> int:
    """Others may write in a folder that is shared: no link that one of them laid there is followed, and nothing is made."""
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0))


def _free(name: str, place: Place) -> str:
    """That name, or one of a later number where a colleague's file has it, made in the same second."""
    while (place.folder / name).exists() and not place.has(place.folder / name):
        workspace, number, rest = name.split("-", 2)
        name = f"{workspace}-{int(number) + 1:06d}-{rest}"
    return name


def existing(place: Place) -> list[Backup]:
    """The backups of a workspace in a folder, oldest first; none in a folder of second copies that fails meanwhile.

    Expected: DISK_FAILED (the folder of this laptop).
    """
    found: list[Backup | None] = []
    with suppress(OSError) if place.shared else files.saying_what_failed(place.folder):
        found = [named_by(path) for path in place.folder.glob(f"{place.workspace}-*{ENDING}")]
    ours = (backup for backup in found if backup and place.has(backup.path))
    return sorted(ours, key=lambda backup: (backup.number, backup.at))


def newest(place: Place) -> Backup | None:
    """The last one made; None before the first."""
    return max(existing(place), key=lambda backup: (backup.number, backup.at), default=None)


def holds(backup: Path, place: Place, database: Database) -> bool:
    """Whether a backup holds all that the workspace holds now, drafts too. False for one that is older or does not read."""
    with suppress(Expected), closing(Still(backup, place.workspace, place.key)) as kept:
        return not schema.needs_migration(kept) and _stamp(kept) == _stamp(database)
    return False


@dataclass(frozen=True, slots=True)
class Remembered:
    """A backup that was made while its workspace is open, and what the workspace held before it was copied.

    So it is known without opening the backup whether it holds all that there is: that takes a while in a long history.
    """

    path: Path
    file: tuple[int, ...]
    stamp: tuple[object, ...]

    def holds(self, backup: Path, database: Database) -> bool:
        """Whether it is this backup, the file is as it was left, and nothing was done, typed or drafted since."""
        return backup == self.path and _as_left(backup) == self.file and _stamp(database) == self.stamp


def make_remembered(database: Database, place: Place, why: Why, report: Report) -> Remembered:
    """As `make`, with what is remembered of it."""
    stamp = _stamp(database)  # before: what comes while it is copied makes it another
    path = make(database, place, why, report)
    return Remembered(path, _as_left(path), stamp)


def _as_left(path: Path) -> tuple[int, ...]:
    """What is another once a file was written again; () for none."""
    with suppress(OSError):
        found = path.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns
    return ()


def _add(place: Place, name: str, fill: Callable[[Path], None]) -> Path:
    """A file of that name in the folder, filled, checked and on disk, or none; then the thinning."""
    path = place.folder / name
    part = path.with_suffix(_UNFINISHED)
    with files.saying_what_failed(place.folder):
        if not place.shared:  # where a drive was put there is a folder of that name on the laptop itself
            place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear_unfinished(place)
    with files.saying_what_failed(path), files.unfinished(part, place.profile, path):
        make_empty(part)
        try:
            fill(part)
            _refuse_bad(part, place)
            files.give_place(part, path)
        except BaseException:
            beside.remove(part)
            raise
    _thin(existing(place))
    return path


def _refuse_bad(part: Path, place: Place) -> None:
    """Expected: FILE_DAMAGED. Of an older version the pages are checked, and not what the tables say."""
    with closing(Still(part, place.workspace, place.key)) as copy:
        if not schema.needs_migration(copy):
            check.refuse_unsound(copy, part)
        elif wrong := check.bad_pages(copy):
            raise Expected(Code.FILE_DAMAGED, where=part, why=f"the copy is not sound: {wrong[0]}")


def _thin(backups: Sequence[Backup]) -> None:
    stay = set(thinned([backup.at for backup in backups]))
    for place, backup in enumerate(backups):
        with suppress(OSError):  # it is one too many, and no reason to say that the new one was not made
            if place not in stay and not beside.is_held(backup.path):
                backup.path.unlink(missing_ok=True)


def _clear_unfinished(place: Place) -> None:
    """Remove what a killed program left of a backup; not what another program is making now."""
    running = {about.get(files.UNFINISHED) for _, about in claims.held(place.profile)}
    for part in place.folder.glob(f"{place.workspace}-*{_UNFINISHED}"):
        if str(part.absolute()) not in running and place.has(part):
            beside.remove(part)


def named_by(path: Path) -> Backup | None:
    """The backup that a file is by its name; None for one that this program did not name."""
    found = _NAME.fullmatch(path.stem)
    if found is None:
        return None
    number, at, why = found.groups()
    try:
        made = datetime.fromisoformat(at) if at else _written(path)
        return Backup(path, int(number), made, Why(why) if why else Why.IMPORT)
    except (ValueError, OSError):
        return None


def _written(path: Path) -> datetime:
    return moments.at_second(path.stat().st_mtime)


def _stamp(database: Database) -> tuple[object, ...]:
    """What is another once anything was done, typed or drafted."""
    with database.read() as connection:
        steps, typed_on = connection.execute(_STEPS).one(), connection.scalar(_TYPED_ON)
        return (*steps, typed_on, *map(tuple, connection.execute(_KEPT)))


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _moment(at: datetime) -> str:
    """A moment in UTC as it stands in the name of a backup, in ISO 8601's short form: 20260324T174000Z."""
    return at.replace(microsecond=0).isoformat().replace("+00:00", "Z").replace("-", "").replace(":", "")
