"""A whole inspection put back from a backup, its file as it was moved aside with what lies beside it."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector_app.core import files, reached
from inspector_app.core.claims import Claim
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.days import when
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services import workspace_file
from inspector_app.core.services.profile import listed, numbers, places, presence
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside
from inspector_app.core.storage.database import Database, make_empty
from inspector_app.core.storage.safekeeping import backup, check, moving
from inspector_app.core.storage.safekeeping.still import look_into


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: from which backup, into which file, and where the former one is now (None: there was none)."""

    backup: Path
    path: Path
    aside: Path | None

    @property
    def at(self) -> str:
        """When the backup was made (ISO 8601, UTC); "" for a file whose name does not say so."""
        found = backup.named_by(self.backup)
        return found.at.isoformat() if found else ""


def restore(laptop: Laptop, path: Path, chosen: Path | None = None, ticket: Ticket | None = None) -> Restored:
    """Put a backup, by default the newest sound one, in the place of the file, which is backed up if it can be, and kept.

    The work that colleagues have comes back with their next package; numbers of steps are never used again.
    Expected: FILE_FOREIGN, NO_BACKUP, OTHER_BACKUP, FILE_DAMAGED (the backup), OPEN_ELSEWHERE, FOLDER_NOT_LOCAL, DISK_FULL,
    DISK_FAILED, FOLDER_READ_ONLY; then all is as it was.
    """
    ticket = ticket or Ticket()
    path = path.absolute()
    key = key_for(laptop, path, chosen)
    with _alone(laptop, key, path) as alone, _copied(laptop, key, chosen, path, ticket) as (copy, source):
        _back_up_first(laptop, path, ticket, alone)
        ticket.check()  # from here on it is done
        aside = _aside(path) if path.exists() else None
        with files.saying_what_failed(path):
            moving.put_in_place(laptop.folder, copy, path.resolve(), aside or _aside(path))
    numbers.note_known(laptop, key.id)
    if Path(key.path) != path:
        workspace_file.note_place(laptop, replace(key, path=str(path)))
    return Restored(backup=source, path=path, aside=aside)


def restore_into(
    laptop: Laptop, path: Path, into: Path, chosen: Path | None = None, ticket: Ticket | None = None
) -> Restored:
    """Put a backup of the inspection at a path into a new file; what is at the path stays.

    Expected: as `restore`, and FILE_EXISTS.
    """
    into = workspace_file.new_place(into)
    key = key_for(laptop, path.absolute(), chosen)
    beside.refuse_existing(into)
    with _copied(laptop, key, chosen, into, ticket or Ticket()) as (copy, source), files.saying_what_failed(into):
        beside.refuse_log(copy, into)
        files.give_place(copy, into)
    return Restored(backup=source, path=into, aside=None)


def key_for(laptop: Laptop, path: Path, chosen: Path | None = None) -> WorkspaceKey:
    """The key of the inspection that is at that path, or was; else of the one in the backup.

    Expected: FILE_FOREIGN, FILE_MISSING.
    """
    known = laptop.key_of(beside.workspace_of(path)) if reached.is_file(path) else None
    known = known or laptop.key_at(path)
    if known is None and chosen is not None:
        known = workspace_file.key_of(laptop, chosen)
    if known is None:
        raise Expected(Code.FILE_FOREIGN if reached.is_there(path) else Code.FILE_MISSING, where=path)
    return known


def place_for(laptop: Laptop, workspace: WorkspaceId) -> Path:
    """Where a backup of one whose file is gone can be put back: where that was, or else a free place, its own from now on.

    What lies there may be another inspection's by now, or another of the list was last seen there. Expected: as
    KeyringFile.update.
    """
    key = laptop.key_of(workspace)
    if key is None:
        raise Bug("the laptop has no key of the workspace")
    others = (other.path for other in laptop.keyring.workspaces if other.id != workspace)
    if key.path not in others and not listed.is_taken(key):
        return Path(key.path)
    free = laptop.new_path(key.service).absolute()
    return Path(laptop.change(workspace, lambda known: replace(known, path=str(free))).path)


def newest_sound(laptop: Laptop, key: WorkspaceKey, ticket: Ticket) -> Path:
    """The newest backup that reads well, of those here and of the second copies. Expected: NO_BACKUP.

    Those made before something was restored come last: they hold what one went away from.
    """
    here = workspace_file.backups_place(laptop, key)
    second = backups.second_place(laptop, here)
    kept = backup.existing(here) + (backup.existing(second) if second else [])
    order = sorted(kept, key=lambda one: (one.why is not Why.RESTORE, one.number, one.at), reverse=True)
    for one in order:
        ticket.check()
        with suppress(Expected):
            refuse_bad(one.path, key)
            return one.path
    raise Expected(Code.NO_BACKUP, where=key.path)


def refuse_bad(chosen: Path, key: WorkspaceKey) -> None:
    """Expected: FILE_MISSING, OTHER_BACKUP, FILE_DAMAGED, FILE_NEWER."""
    if not reached.is_file(chosen):
        raise Expected(Code.FILE_MISSING, where=chosen)
    if beside.workspace_of(chosen) != key.id:
        raise Expected(Code.OTHER_BACKUP, where=chosen)
    with closing(look_into(chosen, key.id, key.key)) as found:
        wrong = check.unreadable_too(found)
    if wrong:
        raise Expected(Code.FILE_DAMAGED, where=chosen, why=wrong[0])


@contextmanager
def _alone(laptop: Laptop, key: WorkspaceKey, path: Path) -> Iterator[Claim]:
    """While no window has the inspection open. Expected: OPEN_ELSEWHERE."""
    claim = presence.hold(laptop.folder, key.id, path)
    try:
        yield claim
    finally:
        claim.release()


@contextmanager
def _copied(
    laptop: Laptop, key: WorkspaceKey, chosen: Path | None, goal: Path, ticket: Ticket
) -> Iterator[tuple[Path, Path]]:
    """A copy of the backup beside the place where it is to go, in the format of today and checked; and the backup."""
    places.refuse_unless_local(goal.parent)
    if chosen is None:
        chosen = newest_sound(laptop, key, ticket)
    else:
        refuse_bad(chosen, key)
    copy = files.part_beside(goal)
    with files.unfinished(copy, laptop.folder, goal):
        make_empty(copy)
        try:
            with closing(look_into(chosen, key.id, key.key)) as kept:
                kept.copy_to(copy, lambda done, of: ticket.report(done, of, "Restoring"))
            with closing(Database(copy, key.id, key.key, goal)) as new:
                numbers.note_given(laptop, new, key.id)
                check.refuse_unsound(new, goal)
            yield copy, chosen
        finally:
            beside.remove(copy)


def _back_up_first(laptop: Laptop, path: Path, ticket: Ticket, alone: Claim) -> None:
    """A backup of the file as it is, unless it cannot be read: it is kept in any case."""
    if not path.exists():
        return
    ticket.report(0, 1, "Backing up")
    try:
        with closing(Workspace.open(laptop, path, alone=alone)) as present:
            present.back_up(Why.RESTORE)
    except Expected as error:
        if error.code not in (Code.FILE_DAMAGED, Code.FILE_FOREIGN, Code.FILE_NEWER):
            raise


def _aside(path: Path) -> Path:
    """A free name beside the file, for what it was before."""
    stem = f"{path.stem} before {when.stamp(datetime.now().astimezone())}"
    named = (
        path.resolve().with_name(f"{stem}{number}{path.suffix}")
        for number in ("", *(f" ({n})" for n in range(2, 1000)))
    )
    return next(one for one in named if not any(map(os.path.lexists, beside.together(one))))
