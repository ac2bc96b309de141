"""Backups as a list shows them: when and what for each was made, and what was done since, by places."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.changes import Change, Step
from inspector_app.core.domain.fields import ENTITIES, JUDGEMENT, PANEL, PROMPT, RATING, SECOND_JUDGEMENT, SECOND_PROMPT
from inspector_app.core.domain.ids import ChangeId, StepId
from inspector_app.core.errors import Expected
from inspector_app.core.services.bringing_back import cases_held, is_seen
from inspector_app.core.services.open_file import BACKUP_ABOUT
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import backup, journal, read, read_review
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.still import look_into

_JUDGEMENTS = (JUDGEMENT.code, SECOND_JUDGEMENT.code)
_ANSWERED = (*_JUDGEMENTS, PROMPT.code, SECOND_PROMPT.code)
_BY_STANDARD = (RATING.code, PANEL.code)
_TEXTS = ("note", "rationale", "text")


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup: when (ISO 8601, UTC) and what for, whose work came in after it, and how many changes were made since.

    `changes` is None for one that cannot be read.
    """

    path: Path
    at: str
    why: Why
    about: str
    changes: int | None


@dataclass(frozen=True, slots=True)
class Since:
    """What was done in one place since a backup: in a case (id and reference), or with case "" elsewhere, by its name.

    `by` and `at` (ISO 8601, UTC, by their clock) are of the last change. `held`: it is no case that the backup does not hold.
    """

    case: str
    name: str
    answers: int
    judgements: int
    notes: int
    others: int
    by: str
    at: str
    held: bool


def rows(workspace: Workspace, ticket: Ticket | None = None) -> list[BackupRow]:
    """The backups on this laptop, the newest first. Raises Cancelled when the ticket is cancelled."""
    ticket = ticket or Ticket()
    now = _revisions(workspace.database)
    kept = backup.existing(workspace.backups_place)[::-1]
    found = []
    for done, one in enumerate(kept):
        ticket.report(done, len(kept), "Comparing")
        found.append(_row(workspace, one, now))
    return found


def since(workspace: Workspace, path: Path) -> list[Since]:
    """What was done since a backup, the place of the last change first; nothing that this person may not see for now.

    Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED.
    """
    with closing(look_into(path, workspace.key.id, workspace.key.key)) as found:
        then = _revisions(found)
        with found.read() as connection:
            held = cases_held(connection)
    with workspace.database.read() as connection:
        ids = [i for i, revision in journal.revisions(connection).items() if then.get(i, -1) < revision]
        blind = read_review.blind_cases(connection, workspace.me)
        changes = [c for c in journal.changes(connection, ids) if is_seen(c.entity, c.entity_id, blind)]
        steps = journal.steps(connection, {c.step for c in changes})
        names, refs = read.names(connection), {c.id: c.ref for c in read.cases(connection)}
    by_place: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        by_place[_place(change, refs)].append(change)
    made = [_since(place, some, steps, names, held) for place, some in by_place.items()]
    return sorted(made, key=lambda row: row.at, reverse=True)


def _row(workspace: Workspace, one: backup.Backup, now: Mapping[ChangeId, int]) -> BackupRow:
    about, changes = "", None
    try:
        with closing(look_into(one.path, workspace.key.id, workspace.key.key)) as found:
            then = _revisions(found)
            with found.read() as connection:
                about = read.meta(connection).get(BACKUP_ABOUT, "")
        changes = sum(then.get(i, -1) < revision for i, revision in now.items())
    except Expected:  # it is listed all the same: somebody has to see that it is of no use
        pass
    return BackupRow(path=one.path, at=one.at.isoformat(), why=one.why, about=about, changes=changes)


def _revisions(database: Database) -> dict[ChangeId, int]:
    with database.read() as connection:
        return journal.revisions(connection)


def _place(change: Change, refs: Mapping[str, str]) -> tuple[str, str]:
    """Case and name of where a change was made."""
    first = change.entity_id.partition("/")[0]
    if first in refs:
        return first, refs[first]
    return "", change.entity_id if change.entity in _BY_STANDARD else ENTITIES[change.entity].title


def _since(
    place: tuple[str, str],
    changes: Iterable[Change],
    steps: Mapping[StepId, Step],
    names: Mapping[str, str],
    cases: Collection[str],
) -> Since:
    some = list(changes)
    last = max((steps[c.step] for c in some), key=lambda step: (step.at, step.id))
    answers = [c for c in some if c.field == "answer" and c.entity in _ANSWERED]
    judgements = sum(c.entity in _JUDGEMENTS for c in answers)
    notes = sum(c.field in _TEXTS for c in some)
    return Since(
        case=place[0],
        name=place[1],
        answers=len(answers) - judgements,
        judgements=judgements,
        notes=notes,
        others=len(some) - len(answers) - notes,
        by=names.get(last.author, ""),
        at=last.at,
        held=not place[0] or place[0] in cases,
    )
