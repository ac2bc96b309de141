"""Inspection documents and tables into and out of workspaces, and read for commands that store nothing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from inspector_app.core import files, paths
from inspector_app.core.domain import fields
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.cases.most import MOST_CASES
from inspector_app.core.domain.days import spans
from inspector_app.core.domain.fields import (
    CASE,
    CASELOAD,
    JUDGEMENT,
    PANEL,
    PERSON,
    PROMPT,
    RATING,
    TOTALS,
    Value,
)
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection, Person
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text.alike import written
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import document, table
from inspector_app.core.services import frameworks
from inspector_app.core.services.documents import archive, desk_edits, left_out, matching, text_edits
from inspector_app.core.services.documents.desk_edits import edits_of
from inspector_app.core.services.documents.left_out import Batches, LeftOut
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import INSPECTION, Workspace
from inspector_app.core.storage.reading import contested
from inspector_app.core.workbook import given_back

_NOT_HERE = object()
DOCUMENT, TABLES = ".json", (".csv", ".xlsx")
WRITTEN = (archive.ENDING, DOCUMENT, *TABLES)  # what an export can be: everything in one file, or a part of it


@dataclass(frozen=True, slots=True)
class Replaced:
    """A field of the inspection itself (its code) with the value before and the value now, as they are stored."""

    field: str
    was: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: cases and answers in the file, how many values it changed here, and the cases it added.

    `replaced` is what it changed of the inspection itself (service, dates, …) where something else had been set.
    `left_out`: what this person may not write. `unshown`: what of a workbook is worth a word.
    """

    cases: int
    answers: int
    changes: int
    added: tuple[str, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unshown: table.Unshown = table.NOTHING_UNSHOWN


SAMPLE = "trafford-2025"  # the first of them, which the window and `demo` open


def sample_document(name: str = SAMPLE) -> Path:
    """An inspection shipped with the program: a whole published report, its cases constructed. `name`: of `samples()`."""
    return paths.resources() / "samples" / f"{name}{DOCUMENT}"


def samples() -> list[str]:
    """The names of the inspections shipped with the program."""
    return sorted(file.stem for file in (paths.resources() / "samples").glob(f"*{DOCUMENT}"))


def load(
    path: Path, framework_id: str | None = None, extra: Path | None = None, *, most: int = files.LARGEST
) -> tuple[Framework, Inspection]:
    """The inspection in a document or table, and its framework, as `looked_through` reads them."""
    return looked_through(path, framework_id, extra, most=most)[:2]


def looked_through(
    path: Path, framework_id: str | None = None, extra: Path | None = None, *, most: int = files.LARGEST
) -> tuple[Framework, Inspection, table.Unshown]:
    """The inspection in a document or table, its framework, and what of a workbook is worth a word; nothing is stored.

    A table does not name its framework, so it needs `framework_id`; its service is the file's name and its dates today's.
    `most`: bytes of a document.
    Expected: FORMAT_UNKNOWN, FILE_MISSING, NOT_TEXT, NOT_JSON, DOCUMENT_INVALID, DOCUMENT_NEWER, TABLE_INVALID,
    WORKBOOK_UNREADABLE, FRAMEWORK_UNKNOWN, NO_FRAMEWORK, FILE_TOO_LARGE.
    """
    ending = path.suffix.lower()
    if ending in TABLES:
        if not framework_id:
            raise Expected(Code.NO_FRAMEWORK, where=path)
        framework = frameworks.find(framework_id, extra)
        judged = _table(path, framework)
        return framework, _inspection(judged, path), judged.unshown
    if ending != DOCUMENT:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=", ".join((DOCUMENT, *TABLES)))
    found: list[Framework] = []

    def find(wanted: str) -> Framework:
        found.append(frameworks.find(wanted, extra))
        return found[-1]

    inspection = document.read_bytes(files.read_bytes(path, most), str(path), find, framework_id)
    return found[-1], inspection, table.NOTHING_UNSHOWN


def import_file(workspace: Workspace, path: Path, ticket: Ticket | None = None) -> Imported:
    """Bring a document or table into a workspace: a backup first, then everything in one transaction.

    Cases are matched by reference, people by name (services/documents/matching.py); what differs becomes the new value and
    the old one stays in the history. Nothing is taken away, and a contested field that has the value on one side
    stays contested. What this person may not write on a case is left out, and told (services/documents/left_out.py).
    Expected: as `load`, and DOCUMENT_INVALID for another framework; TOO_MANY_CASES.
    """
    ticket = ticket or Ticket()
    ticket.report(0, 3, "Reading")
    inspection, unshown = _for_workspace(workspace, path)
    wanted = _Import(workspace, inspection, path)
    taken, left = left_out.part(workspace, wanted.batches())
    batches = wanted.settling_nothing(taken)
    ticket.report(1, 3, "Backing up")
    workspace.back_up(Why.DOCUMENT)
    ticket.report(2, 3, "Importing")
    replaced = wanted.replaced()
    done = workspace.editor.record(batches, str(INSPECTION), Verb.IMPORT)
    workspace.note_glance()
    ticket.report(3, 3, "Done")
    given = [*(j.answer for j in inspection.judgements), *(p.answer for p in inspection.prompts)]
    return Imported(
        cases=len(inspection.cases),
        answers=len(given) - given.count(None),
        changes=done.changes,
        added=wanted.added,
        replaced=replaced,
        left_out=left,
        unshown=unshown,
    )


def export(workspace: Workspace, path: Path, ticket: Ticket | None = None) -> None:
    """Write the inspection as a document, table or archive, by the file's ending, over an older one.

    Raises Cancelled when the ticket is cancelled; then nothing is written.
    Expected: FORMAT_UNKNOWN, DISK_FULL, FOLDER_READ_ONLY.
    """
    ending = path.suffix.lower()
    if ending not in WRITTEN:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=", ".join(WRITTEN))
    outgoing.write(path, _exported(workspace, ending, ticket or Ticket()), workspace.laptop)


def _exported(workspace: Workspace, ending: str, ticket: Ticket) -> files.Content:
    if ending == archive.ENDING:
        return archive.archive(workspace, datetime.now(UTC).astimezone(), ticket)
    inspection = workspace.inspection()
    if ending == DOCUMENT:
        return document.pieces(inspection, workspace.framework)
    return table.write_csv(inspection) if ending == ".csv" else table.write_xlsx(inspection)


def _table(path: Path, framework: Framework) -> table.Table:
    read = table.read_csv if path.suffix.lower() == ".csv" else table.read_xlsx
    return read(files.read_bytes(path), str(path), framework)


def _inspection(found: table.Table, path: Path) -> Inspection:
    return found.as_inspection(path.stem, date.today())


def _for_workspace(workspace: Workspace, path: Path) -> tuple[Inspection, table.Unshown]:
    """The inspection in a file, read against the framework the workspace keeps, and what of a workbook is worth a word."""
    kept = workspace.framework
    if path.suffix.lower() in TABLES:
        found = _table(path, kept)
        return _inspection(found, path), found.unshown
    if path.suffix.lower() != DOCUMENT:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=", ".join((DOCUMENT, *TABLES)))

    def find(wanted: str) -> Framework:
        if wanted != kept.id:
            why = f"it is made against {wanted}, and this workspace against {kept.id}"
            raise Expected(Code.DOCUMENT_INVALID, where=path, path="$.framework", why=why)
        return kept

    return document.read_bytes(files.read_bytes(path), str(path), find), table.NOTHING_UNSHOWN


class _Import:
    """The edits that bring an inspection into a workspace. Ids of the file become ids of the workspace."""

    def __init__(self, workspace: Workspace, inspection: Inspection, path: Path) -> None:
        self._there, self._new, self._path = workspace.inspection(), inspection, path
        with workspace.database.read() as connection:
            self._contested = contested.sides(connection)
            self._known = text_edits.there(connection)
        matched = matching.Match(workspace.id, self._there, inspection, path)
        self._people, self._cases = matched.people(), matched.cases()
        self._inspectors = matched.inspectors(self._people, self._cases)
        self._refs = {case.id: case.ref for case in self._there.cases}
        self._refuse_too_many()

    def _refuse_too_many(self) -> None:
        number = len(self._refs.keys() | self._cases.values())
        if number > max(MOST_CASES, len(self._refs)):
            raise Expected(Code.TOO_MANY_CASES, where=self._path, number=number, most=MOST_CASES)

    def batches(self) -> Batches:
        """Edits by author ("" is the person who imports)."""
        by_author: dict[str, list[Edit]] = defaultdict(list)
        sources = desk_edits.source_ids(self._known.sources, self._new)
        week = desk_edits.edits(self._there, self._new, self._cases, self._people, sources=sources)
        written = text_edits.edits(self._known, self._new, self._cases, sources)
        by_author[""] = [*self._setting(), *self._team(), *self._new_cases(), *self._given(), *written, *week]
        for j in self._new.judgements:
            item = f"{self._cases[j.case]}/{j.question}"
            by_author[self._people.get(j.by, "")] += edits_of(JUDGEMENT, item, j)
        for p in self._new.prompts:
            item = f"{self._cases[p.case]}/{p.question}/{p.prompt}"
            by_author[self._people.get(p.by, "")] += edits_of(PROMPT, item, p)
        return list(by_author.items())

    def settling_nothing(self, batches: Batches) -> Batches:
        """These without what says no more than one of two people did, or what is here but for what a workbook does to it."""
        here = self._as_in_workbooks() if self._path.suffix.lower() == ".xlsx" else {}
        return [
            (author, [e for e in edits if not self._is_one_side(e) and here.get((e.id, e.field), _NOT_HERE) != e.value])
            for author, edits in batches
        ]

    def _as_in_workbooks(self) -> dict[tuple[str, str], Value]:
        """The texts here that a workbook gives back otherwise (line ends, control characters); by item and field."""
        texts = [(f"{j.case}/{j.question}", "rationale", j.rationale) for j in self._there.judgements]
        texts += [(f"{p.case}/{p.question}/{p.prompt}", "note", p.note) for p in self._there.prompts]
        return {(item, field): back for item, field, text in texts if (back := given_back(text)) != text}

    def _is_one_side(self, edit: Edit) -> bool:
        """Whether an edit says what one of two people said: a document does not settle between them."""
        return edit.value in self._contested.get((edit.entity, edit.id, edit.field), ())

    def _setting(self) -> Iterable[Edit]:
        """What a document says of the inspection itself; a table says nothing of it. Gaps that no longer lie within go."""
        if self._path.suffix.lower() in TABLES:
            return
        gaps, days = self._there.gaps, (self._new.start, self._new.end)
        yield from filter(self._says_something, edits_of(fields.INSPECTION, INSPECTION, self._new))
        kept = spans.moved_along(gaps, days, days)
        if not self._new.gaps and kept != gaps:
            yield Edit(fields.INSPECTION.code, INSPECTION, "gaps", spans.stored(kept) or None)

    def _says_something(self, edit: Edit) -> bool:
        """Whether it is no service of which nothing is seen, or that differs from the one here by what is not seen."""
        said = str(edit.value)
        return edit.field != "service" or (tidied(said) != "" and written(said) != written(self._there.service))

    def replaced(self) -> tuple[Replaced, ...]:
        """What changes of the inspection itself where something else is set, in the order of its fields."""
        before = {edit.field: edit for edit in edits_of(fields.INSPECTION, INSPECTION, self._there)}
        after = {edit.field: edit.value for edit in self._setting() if not self._is_one_side(edit)}
        return tuple(
            Replaced(field, before[field].value, now)
            for field, now in after.items()
            if field in before and before[field].value != now
        )

    def _team(self) -> Iterable[Edit]:
        """What is not known of people yet. What they are called here stays, also where only their card says it."""
        there = {p.id: p for p in self._there.team}
        for person in self._new.team:
            mapped = self._people[person.id]
            old = there.get(mapped, Person(mapped, ""))
            known = dict.fromkeys(field.code for field in PERSON.documented if getattr(old, field.code))
            yield from edits_of(PERSON, mapped, person, **known)

    def _new_cases(self) -> Iterable[Edit]:
        for case in self._new.cases:
            mapped = self._cases[case.id]
            ref = self._refs.get(mapped, case.ref)
            yield from edits_of(CASE, mapped, case, ref=ref, inspector=self._inspectors[case.id])

    @property
    def added(self) -> tuple[str, ...]:
        """The references of the cases that are not in the workspace yet, where it has any."""
        return tuple(case.ref for case in self._new.cases if self._refs and self._cases[case.id] not in self._refs)

    def _given(self) -> Iterable[Edit]:
        for r in self._new.ratings:
            yield from edits_of(RATING, r.subject, r)
        for d in self._new.panel:
            yield from edits_of(PANEL, d.standard, d)
        for t in self._new.totals:
            yield from edits_of(TOTALS, t.question, t)
        for c in self._new.caseload:
            yield from edits_of(CASELOAD, f"{c.sample}/{c.characteristic}", c)
