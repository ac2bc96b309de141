"""Backups as a list shows them: when and what for each was made, and how it and the present differ, by places.

Both may hold what the other lacks: once an older backup was put back, the one that was made just before it holds steps that
the present file does not.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.fields import (
    CONCERN,
    ENTITIES,
    INFORMED,
    JUDGEMENT,
    PANEL,
    PERSON,
    PROMPT,
    RATING,
    SECOND_JUDGEMENT,
    SECOND_PROMPT,
    Value,
)
from inspector_app.core.domain.ids import ChangeId, StepId
from inspector_app.core.domain.steps.changes import Change, Step
from inspector_app.core.domain.text.natural import natural
from inspector_app.core.errors import Expected
from inspector_app.core.services.open_file import BACKUP_ABOUT
from inspector_app.core.services.safekeeping.bringing_back import cases_held, seeing
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection, Database
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.log.held import Key, all_held
from inspector_app.core.storage.reading import read
from inspector_app.core.storage.safekeeping import backup
from inspector_app.core.storage.safekeeping.still import look_into

_JUDGEMENTS = (JUDGEMENT.code, SECOND_JUDGEMENT.code)
_ANSWERED = (*_JUDGEMENTS, PROMPT.code, SECOND_PROMPT.code)
_BY_STANDARD = (RATING.code, PANEL.code)
_TEXTS = ("note", "rationale", "text")
_DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup: when (ISO 8601, UTC) and what for, whose work came in after it, and how many changes were made since.

    `changes` is None for one that cannot be read. `only`: how many changes it holds that the present file does not.
    """

    path: Path
    at: str
    why: Why
    about: str
    changes: int | None
    only: int = 0

    @property
    def differs(self) -> bool:
        """Whether anything is another now than it was there."""
        return bool(self.changes or self.only)


@dataclass(frozen=True, slots=True)
class Since:
    """How a backup differs in one place: in a case (id and reference), or with case "" elsewhere, by its name.

    The first four count the fields that hold something else since, whatever was done to them meanwhile; `only` those on
    which the backup alone has changes. `by` and `at` (ISO 8601, UTC, by their clock) are of the last change of both. `held`:
    it is no case that the backup does not hold.
    """

    case: str
    name: str
    answers: int
    judgements: int
    notes: int
    others: int
    only: int
    by: str
    at: str
    held: bool


@dataclass(frozen=True, slots=True)
class _Log:
    """Of one file: some changes with their steps, and the names and references to tell them by."""

    changes: Sequence[Change]
    steps: Mapping[StepId, Step]
    names: Mapping[str, str]
    refs: Mapping[str, str]


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
    """How a backup and the present differ, the place of the last change first; nothing that this person may not see for now.

    Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED.
    """
    now = _revisions(workspace.database)
    with closing(look_into(path, workspace.key.id, workspace.key.key)) as found:
        then = _revisions(found)
        with found.read() as before, workspace.database.read() as connection:
            held, lost = cases_held(before), _log(before, _beyond(then, now))
            made = _log(connection, _beyond(now, then))
            seen = seeing(connection, workspace.me, before)
            other = _differing(before, connection, {c.entity for log in (made, lost) for c in log.changes})
            shown = [
                [c for c in log.changes if _key(c) in other and seen(c.entity, c.entity_id)] for log in (made, lost)
            ]
    refs, names = {**lost.refs, **made.refs}, {**lost.names, **made.names}
    by_place: dict[tuple[str, str], tuple[list[Change], list[Change]]] = defaultdict(lambda: ([], []))
    for which, changes in enumerate(shown):
        for change in changes:
            by_place[_place(change, refs, names)][which].append(change)
    steps = {**lost.steps, **made.steps}
    places = [_since(place, *both, steps, names, held) for place, both in by_place.items()]
    return sorted(sorted(places, key=lambda row: natural(row.name)), key=lambda row: row.at, reverse=True)


def _differing(before: Connection, now: Connection, entities: Collection[str]) -> set[Key]:
    """Every field of such things that holds another value now than before, or is contested at one of both times.

    Of what was added since and deleted again, nothing.
    """
    found: set[Key] = set()
    for entity in entities:
        then, here = all_held(before, entity), all_held(now, entity)
        known = {key[1] for key in then}
        gone = {key[1] for key, (value, _) in here.items() if key[2] == _DELETED and value and key[1] not in known}
        keys = (key for key in then.keys() | here.keys() if key[1] not in gone)
        found |= {key for key in keys if _said(then.get(key)) != _said(here.get(key))}
    return found


def _said(held: tuple[Value, str] | None) -> tuple[Value, bool]:
    """A value, and whether another stands beside it."""
    return (held[0], " " in held[1]) if held else (None, False)


def _key(change: Change) -> Key:
    return change.entity, change.entity_id, change.field


def _row(workspace: Workspace, one: backup.Backup, now: Mapping[ChangeId, int]) -> BackupRow:
    about, changes, only = "", None, 0
    try:
        with closing(look_into(one.path, workspace.key.id, workspace.key.key)) as found:
            then = _revisions(found)
            with found.read() as connection:
                about = read.meta(connection).get(BACKUP_ABOUT, "")
        changes, only = len(_beyond(now, then)), len(_beyond(then, now))
    except Expected:  # it is listed all the same: somebody has to see that it is of no use
        pass
    return BackupRow(path=one.path, at=one.at.isoformat(), why=one.why, about=about, changes=changes, only=only)


def _beyond(here: Mapping[ChangeId, int], there: Mapping[ChangeId, int]) -> list[ChangeId]:
    """What is here and not there, or was amended here since."""
    return [i for i, revision in here.items() if there.get(i, -1) < revision]


def _log(connection: Connection, ids: Sequence[ChangeId]) -> _Log:
    changes = journal.changes(connection, ids)
    return _Log(
        changes=changes,
        steps=journal.steps(connection, {c.step for c in changes}),
        names=read.names(connection),
        refs={case.id: case.ref for case in read.cases(connection)},
    )


def _revisions(database: Database) -> dict[ChangeId, int]:
    with database.read() as connection:
        return journal.revisions(connection)


def _place(change: Change, refs: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, str]:
    """Case and name of where a change was made; what is said of a person of the team stands under their name."""
    first = change.entity_id.partition("/")[0]
    if first in refs:
        return first, refs[first]
    if change.entity == PERSON.code:
        return "", names.get(change.entity_id) or PERSON.title
    if change.entity == INFORMED.code:  # a line of a concern is no place of its own
        return "", CONCERN.title
    return "", change.entity_id if change.entity in _BY_STANDARD else ENTITIES[change.entity].title


def _since(
    place: tuple[str, str],
    some: Sequence[Change],
    only: Sequence[Change],
    steps: Mapping[StepId, Step],
    names: Mapping[str, str],
    cases: Collection[str],
) -> Since:
    last = max((steps[c.step] for c in (*some, *only)), key=lambda step: (step.at, step.id))
    fields = {_key(c) for c in some}
    answers = [entity for entity, _, field in fields if field == "answer" and entity in _ANSWERED]
    judgements = sum(entity in _JUDGEMENTS for entity in answers)
    notes = sum(field in _TEXTS for _, _, field in fields)
    return Since(
        case=place[0],
        name=place[1],
        answers=len(answers) - judgements,
        judgements=judgements,
        notes=notes,
        others=len(fields) - len(answers) - notes,
        only=len({_key(c) for c in only} - fields),
        by=names.get(last.author, ""),
        at=last.at,
        held=not place[0] or place[0] in cases,
    )
