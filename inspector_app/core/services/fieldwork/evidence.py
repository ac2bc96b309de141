"""Evidence on organisation and victims' work: sources, what each says on which prompt, and where it is thin.

Sources, figures and what bears on what are edits like any other: they travel, merge and have their history. What two
people wrote differently is contested and waits for the conflict desk.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from inspector_app.core.domain import evidence, inspected
from inspector_app.core.domain.days import typed
from inspector_app.core.domain.evidence import Cell, Said, ScoreRow, SourceKind, SourceRow, Subject, Thin
from inspector_app.core.domain.ids import EntityId, new_id, step_of
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read_evidence, read_setup

# What deleting clears, so that a colleague's edit of it, made apart, is a conflict and not a loss (read_evidence).
_CLEARED = ("title", "who", "note", "asked", "answered")
_CLEARED_FIGURE = ("question", "said", "count", "of")
_KINDS = {  # what an event of the week most likely gives
    "case": SourceKind.INTERVIEW,
    "focus-group": SourceKind.FOCUS_GROUP,
}
_MOST_PEOPLE = 1_000_000
_LONG_OVER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source, whole: what is open on the page. `at` is when the note was written (ISO 8601 UTC)."""

    row: SourceRow
    note: str
    at: str
    bearings: tuple[Said, ...]  # in the framework's order
    scores: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class Grid:
    """Subjects against sources. A cell that is not in `cells` says nothing."""

    subjects: tuple[Subject, ...]
    sources: tuple[SourceRow, ...]
    cells: dict[tuple[str, str], Cell]  # by subject and source
    year: int  # in which fieldwork begins

    def on(self, subject: str) -> list[Cell]:
        """What stands on a subject, in the order of the sources."""
        found = (self.cells.get((subject, source.id)) for source in self.sources)
        return [cell for cell in found if cell is not None]

    @cached_property
    def thin(self) -> dict[str, Thin]:
        """How thin the evidence is on each subject that is counted. What people differ on counts for nothing."""
        kinds = {source.id: source.kind for source in self.sources}
        return {
            s.ref: evidence.thinness([kinds[cell.source] for cell in self.on(s.ref) if cell.bears])
            for s in self.subjects
            if s.counted
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything known about one subject: what is said on it, on what it is part of, and on its parts."""

    subject: Subject
    said: tuple[tuple[SourceRow, Said], ...]
    above: tuple[tuple[Subject, tuple[tuple[SourceRow, Said], ...]], ...]
    below: tuple[tuple[Subject, tuple[tuple[SourceRow, Said], ...]], ...]


# reading


def sources(workspace: Workspace) -> list[SourceRow]:
    """Every source, by day; no text is read."""
    with workspace.database.read() as connection:
        return read_evidence.sources(connection)


def grid(workspace: Workspace) -> Grid:
    """Every subject of what is inspected, or that a source bears on, against every source; no text is read.

    What is judged case by case has a line once a source bears on it.
    """
    framework = workspace.framework
    with workspace.database.read() as connection:
        rows, cells = read_evidence.sources(connection), list(read_evidence.cells(connection))
        setting = read_setup.setting(connection)
    returning = setting.return_start is not None
    known, every = {row.id for row in rows}, evidence.everything(framework)
    gathered = {subject.ref for subject in evidence.subjects(framework)}
    of_sources = {cell.subject for cell in cells if cell.source in known}
    wanted = gathered.union(of_sources, *(s.above for s in every if s.ref in of_sources))
    of = {subject.ref: subject.standard for subject in every}
    said_of = {of[cell.subject] for cell in cells if cell.source in known and cell.subject in of}
    shown = {standard.ref for standard in inspected.standards(framework, returning=returning, said_of=said_of)}
    return Grid(
        tuple(subject for subject in every if subject.standard in shown and subject.ref in wanted),
        tuple(rows),
        {(cell.subject, cell.source): cell for cell in cells if cell.source in known},
        setting.start.year,
    )


def heard(workspace: Workspace) -> Counter[str]:
    """How many sources bear on each subject, or on what is below it; no text is read."""
    above = {subject.ref: (subject.ref, *subject.above) for subject in evidence.everything(workspace.framework)}
    with workspace.database.read() as connection:
        known = {row.id for row in read_evidence.sources(connection)}
        cells = [cell for cell in read_evidence.cells(connection) if cell.source in known]
    bearing = {(ref, cell.source) for cell in cells for ref in above.get(cell.subject, ())}
    return Counter(ref for ref, _ in bearing)


def source(workspace: Workspace, source_id: str) -> SourcePage | None:
    """One source with its texts; None when there is none, or it was deleted."""
    order = {s.ref: place for place, s in enumerate(evidence.everything(workspace.framework))}
    with workspace.database.read() as connection:
        rows = read_evidence.sources(connection, source_id)
        if not rows:
            return None
        cells = [cell for cell in read_evidence.cells(connection, source_id) if cell.subject in order]
        cells.sort(key=lambda cell: order[cell.subject])
        said = read_evidence.said(connection, cells)
        note, at = read_evidence.note(connection, source_id)
        scores = tuple(read_evidence.scores(connection, source_id))
        return SourcePage(row=rows[0], note=note, at=at, bearings=tuple(said), scores=scores)


def reading(workspace: Workspace, known: Grid, ref: str) -> Reading:
    """All that sources say on a subject, to be read as one page. KeyError for one that is not in the grid."""
    by_ref = {s.ref: s for s in known.subjects}
    subject, rows = by_ref[ref], {source.id: source for source in known.sources}
    below = [s for s in known.subjects if ref in s.above]
    wanted = [subject, *(by_ref[r] for r in subject.above), *below]
    with workspace.database.read() as connection:
        found = read_evidence.said(connection, [cell for s in wanted for cell in known.on(s.ref)])
    on: dict[str, list[tuple[SourceRow, Said]]] = {s.ref: [] for s in wanted}
    for said in found:
        on[said.cell.subject].append((rows[said.cell.source], said))
    return Reading(
        subject,
        tuple(on[ref]),
        tuple((by_ref[r], tuple(on[r])) for r in subject.above if on[r]),
        tuple((s, tuple(on[s.ref])) for s in below if on[s.ref]),
    )


# writing


def add(workspace: Workspace, kind: str = "meeting", title: str = "", day: date | None = None) -> str:
    """A new source; gives its id. Expected: VALUE_INVALID (no such kind), DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    return _add(workspace, kind=kind, title=title, day=day.isoformat() if day else "")


def start_from(workspace: Workspace, event_id: str) -> str:
    """The source gathered at an event of the week, begun from it unless there is one already; gives its id.

    Expected: VALUE_INVALID (there is no such event), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    with workspace.database.read() as connection:
        found = read_evidence.event(connection, event_id)
        begun = [row.id for row in read_evidence.sources(connection) if row.event == event_id]
    if found is None:
        raise Expected(Code.VALUE_INVALID, field="The event", value=event_id, why="it is not in the week")
    if begun:
        return begun[0]
    kind, title, day = found
    return _add(workspace, kind=_KINDS.get(kind, SourceKind.MEETING).value, title=title, day=day, event=event_id)


def _add(workspace: Workspace, **values: str) -> str:
    made = EntityId(new_id())
    edits = [Edit("source", made, field, value) for field, value in values.items() if value]
    workspace.editor.do(made, edits, Verb.ADD)
    return made


def link(workspace: Workspace, source_id: str, asked: str) -> tuple[str, ...]:
    """Say that a source bears on what was asked for ("1.2.3b", "1.2.3a, c"); gives the references.

    Each is a step of its own that `editor.undo("bearing", f"{source_id}/{ref}")` takes back.
    Expected: VALUE_INVALID when one is not there, and then none is linked; DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    named = evidence.named(workspace.framework, asked)
    for subject in named:
        workspace.editor.set("bearing", f"{source_id}/{subject.ref}", "bears", True)
    return tuple(subject.ref for subject in named)


def unlink(workspace: Workspace, source_id: str, ref: str) -> Done:
    """Say that a source does not bear on a subject, its note there going with it; one step that undo takes back."""
    bearing = EntityId(f"{source_id}/{ref}")
    return workspace.editor.do(bearing, [Edit("bearing", bearing, field, None) for field in ("bears", "note")])


def add_score(workspace: Workspace, source_id: str) -> str:
    """A new figure at the end of a survey's; gives its id. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    with workspace.database.read() as connection:
        last = max((row.position for row in read_evidence.scores(connection, source_id)), default=0)
    made = EntityId(f"{source_id}/{new_id()}")
    workspace.editor.do(made, [Edit("score", made, "position", last + 1)], Verb.ADD)
    return made


def delete_score(workspace: Workspace, score_id: str) -> Done:
    """Take a figure away; `editor.undo("score", score_id)` brings it back."""
    return workspace.editor.do(score_id, _without_figure(score_id))


def delete(workspace: Workspace, source_id: str) -> Done:
    """Take a source away with all it bears on; one step that `editor.undo("source", source_id)` takes back.

    What a colleague wrote on it apart from that is a conflict, and the source stands with it until it is settled.
    Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    item = EntityId(source_id)
    with workspace.database.read() as connection:
        cells = read_evidence.cells(connection, source_id)
        scores = read_evidence.scores(connection, source_id)
    edits = [Edit("source", item, "deleted", True), *(Edit("source", item, field, None) for field in _CLEARED)]
    edits += [Edit("bearing", EntityId(cell.id), field, None) for cell in cells for field in ("bears", "note")]
    edits += [edit for row in scores for edit in _without_figure(row.id)]
    return workspace.editor.do(source_id, edits)


def keep(workspace: Workspace, source_id: str) -> Done:
    """Keep a source that somebody deleted while another wrote on it: what the deletion cleared comes back.

    What people still differ on is left to the conflict desk. Expected: as `delete`.
    """
    item = EntityId(source_id)
    with workspace.database.read() as connection:
        _, heads = journal.current(connection, "source", item, "deleted")
        cleared = [c for step in {step_of(h) for h in heads} for c in journal.changes_of(connection, step)]
        before = {c.id: c.value for c in journal.changes(connection, [p for c in cleared for p in c.parents])}
        stands = [c for c in cleared if journal.current(connection, c.entity, c.entity_id, c.field)[1] == (c.id,)]
    edits = [Edit(c.entity, c.entity_id, c.field, before.get(c.parents[0]) if c.parents else None) for c in stands]
    return workspace.editor.do(source_id, edits)


def _without_figure(score_id: str) -> list[Edit]:
    item = EntityId(score_id)
    return [Edit("score", item, "deleted", True), *(Edit("score", item, field, None) for field in _CLEARED_FIGURE)]


# what people type


def source_day(workspace: Workspace, text: str) -> str | None:
    """The day of a source that somebody typed, as ISO 8601; None for none. Expected: VALUE_INVALID.

    Without its year it is not a day to come after the fieldwork: a plan of "1 March" was written, and a meeting on site was.
    Once the fieldwork was over for a year it is the day nearest to that.
    """
    end, today = _end_and_today(workspace)
    near = today if today - end <= _LONG_OVER else end
    return day_of(text, near, last=max(today, end))


def day_of_new(workspace: Workspace) -> date | None:
    """The day that a source has which is begun now: today; None, to be typed, where the fieldwork was over for a year."""
    end, today = _end_and_today(workspace)
    return today if today - end <= _LONG_OVER else None


def _end_and_today(workspace: Workspace) -> tuple[date, date]:
    with workspace.database.read() as connection:
        end = read_setup.setting(connection).end
    return end, datetime.now().astimezone().date()


def day_of(text: str, today: date, *, first: date | None = None, last: date | None = None) -> str | None:
    """The day somebody typed, as ISO 8601; None for none; bounds as `typed.day`. Expected: VALUE_INVALID."""
    found = typed.day(text, today, first=first, last=last)
    if found is None:
        why = "it is not a day of the calendar; write 12/3 or 12 March"
        raise Expected(Code.VALUE_INVALID, field="The date", value=text.strip(), why=why)
    return found or None


def number_of(text: str) -> int | None:
    """The number of people somebody typed; None for none. Expected: VALUE_INVALID."""
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or not text.isascii() or int(text[:9]) > _MOST_PEOPLE or len(text) > 9:
        why = "it is not a number of people, such as 34"
        raise Expected(Code.VALUE_INVALID, field="The number", value=text[:40], why=why)
    return int(text)
