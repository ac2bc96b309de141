"""A restore that is tried: backups are put into a temporary place, encrypted as they are, opened and compared."""

import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.core import files, open_here
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.backups import REHEARSE_EVERY, is_overdue
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import workspace_file
from inspector_app.core.services.profile.laptop import Laptop, now
from inspector_app.core.services.safekeeping import backups, restoring
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read
from inspector_app.core.storage.safekeeping import backup, check, temporary
from inspector_app.core.storage.safekeeping.still import look_into

_LAST, _TOOK, _FOUND, _OF = "rehearsed {}", "rehearsal took {}", "rehearsal found {}", "rehearsal of {}"  # settings


@dataclass(frozen=True, slots=True)
class Tried:
    """One backup restored for trial: how many cases it gave of those there are now, how long it took, what is wrong."""

    path: Path
    second: bool  # it is the second copy
    cases: int
    of: int
    seconds: float
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The last rehearsal of an inspection: when (ISO 8601, UTC; "" never), how long, and how many cases of how many."""

    at: str
    seconds: int
    cases: int
    of: int

    def is_old(self, moment: datetime) -> bool:
        """Whether it should be tried again, or never was."""
        return is_overdue(self.at, REHEARSE_EVERY, moment)


NO_REHEARSAL = Rehearsal("", 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Content:
    revisions: dict[ChangeId, int]
    cases: int


def rehearse(laptop: Laptop, path: Path, ticket: Ticket | None = None) -> list[Tried]:
    """Restore the newest backup, and the newest second copy if it can be reached, into a temporary place, and compare.

    Nothing of the inspection is changed. Expected: FILE_FOREIGN, NO_BACKUP, DISK_FULL.
    """
    ticket = ticket or Ticket()
    path = path.absolute()
    key = restoring.key_for(laptop, path)
    here = workspace_file.backups_place(laptop, key)
    second = backups.second_place(laptop, here)
    newest = [(backup.newest(here), False), (backup.newest(second) if second else None, True)]
    chosen = [(found.path, is_second) for found, is_second in newest if found]
    if not chosen:
        raise Expected(Code.NO_BACKUP, where=path)
    living = _living(path, key)
    done = []
    for number, (found, is_second) in enumerate(chosen):
        ticket.report(number, len(chosen), "Rehearsing")
        done.append(_try(found, key, living, second=is_second))
    ticket.report(len(chosen), len(chosen), "Done")
    if not any(tried.problems for tried in done):
        _note(laptop, key, done)
    return done


def refusal(tried: Tried) -> Expected:
    """What is said of a backup that did not come back as it should."""
    return Expected(Code.REHEARSAL_FAILED, where=tried.path, why=tried.problems[0])


def last(laptop: Laptop, workspace: str) -> Rehearsal:
    """The last rehearsal in which all was well."""
    found = [laptop.settings.get(name.format(workspace), 0) for name in (_TOOK, _FOUND, _OF)]
    seconds, cases, of = (value if isinstance(value, int) else 0 for value in found)
    return Rehearsal(str(laptop.settings.get(_LAST.format(workspace), "")), seconds, cases, of)


def _living(path: Path, key: WorkspaceKey) -> _Content | None:
    """What stands in the file now; None where it cannot be read, and a restore is what it needs."""
    try:
        with closing(look_into(path, key.id, key.key)) as found:
            return _content(found)
    except Expected:
        return None


def _try(source: Path, key: WorkspaceKey, living: _Content | None, *, second: bool) -> Tried:
    began = time.monotonic()
    with temporary.Folder() as folder:
        copy = folder / f"{source.stem}.inspection"
        with files.saying_what_failed(source):
            open_here.copy(source, copy)
        try:
            with closing(look_into(copy, key.id, key.key)) as restored:
                problems, content = check.all_problems(restored), _content(restored)
        except Expected as error:
            problems, content = [str(error.facts.get("why", error.code))], _Content({}, 0)
    problems += _lacking(content, living)
    of = living.cases if living else content.cases
    took = round(time.monotonic() - began, 1)
    return Tried(path=source, second=second, cases=content.cases, of=of, seconds=took, problems=tuple(problems))


def _lacking(restored: _Content, living: _Content | None) -> list[str]:
    """What came back and is not what the inspection holds: it goes on from the backup, so it holds all of it."""
    if living is None:
        return []
    odd = [i for i, revision in restored.revisions.items() if living.revisions.get(i, -1) < revision]
    return [f"{len(odd)} changes in it are not in the inspection"] if odd else []


def _content(database: Database) -> _Content:
    with database.read() as connection:
        return _Content(journal.revisions(connection), len(read.cases(connection)))


def _note(laptop: Laptop, key: WorkspaceKey, done: list[Tried]) -> None:
    said: dict[str, Value] = {
        _LAST: now(),
        _TOOK: round(sum(tried.seconds for tried in done)),
        _FOUND: min(tried.cases for tried in done),
        _OF: max(tried.of for tried in done),
    }
    laptop.settings.set_all({name.format(key.id): value for name, value in said.items()})
