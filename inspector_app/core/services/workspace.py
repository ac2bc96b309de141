"""One workspace: one encrypted file, one inspection. What the window and the commands open."""

from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from inspector_app.core.claims import Claim
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.crypto.keys import new_workspace_key
from inspector_app.core.domain.cases import second_marking
from inspector_app.core.domain.days import spans, visits
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.fields import INSPECTION as ABOUT
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import EntityId, WorkspaceId, new_id
from inspector_app.core.domain.inspection import Answer, Inspection, Person
from inspector_app.core.domain.roles import LEAD
from inspector_app.core.domain.rows import CaseRow, HistoryRow, QuestionPage, TextRow
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.interchange.checks import misplaced
from inspector_app.core.services import case_rows as rows_of_cases
from inspector_app.core.services import frameworks, glances, too_long, trusting, workspace_file
from inspector_app.core.services.case_references import refuse_unless_new
from inspector_app.core.services.case_rows import Place
from inspector_app.core.services.kept_until import KeptUntilWritten
from inspector_app.core.services.open_file import OpenFile
from inspector_app.core.services.profile import listed, numbers, places, presence
from inspector_app.core.services.profile.laptop import Laptop, now
from inspector_app.core.services.workspace_file import Making
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.reading import read, read_answers, read_marking, read_review
from inspector_app.core.storage.safekeeping.still import look_into

INSPECTION = EntityId("inspection")  # the one row about the inspection itself


class Workspace(OpenFile):
    """An open workspace. Made by `create` or `open`; close it when done."""

    def __init__(self, laptop: Laptop, database: Database, key: WorkspaceKey, framework: Framework) -> None:
        super().__init__(laptop, database, key)
        self.framework = framework
        self._rated_from = KeptUntilWritten(
            self.editor, partial(_rated_from, self), lambda: (id(self.database), self.database.commits)
        )

    @classmethod
    def create(
        cls,
        laptop: Laptop,
        path: Path,
        framework_id: str,
        service: str,
        start: date,
        end: date | None = None,
        nation: str = "",
        finished: bool = True,
        sample: bool = False,
        gaps: tuple[Span, ...] = (),
    ) -> "Workspace":
        """Make a new inspection in a new file, keeping the framework as it is today. `nation`: england, wales or "".

        Without `end`, fieldwork has the framework's weeks, and the gaps between them.
        `finished`: False where something is to be brought in before it counts as made (`finish`, or `discard`).
        `sample`: it is made of the sample inspection, and so marked in the list of inspections.

        Expected: VALUE_INVALID, FRAMEWORK_UNKNOWN, FILE_EXISTS, FOLDER_NOT_LOCAL, FOLDER_READ_ONLY, DISK_FULL.
        """
        text, _ = frameworks.source(framework_id, laptop.frameworks_folder)
        framework = frameworks.find(framework_id, laptop.frameworks_folder)
        if end is None:
            end, usual = spans.usual(start, framework.weeks, framework.weeks_between)
            gaps = gaps or usual
        service = _named(service)
        about = {
            "service": service, "start": start.isoformat(), "end": end.isoformat(), "nation": nation,
            "gaps": spans.stored(gaps),
        }  # fmt: skip
        _refuse_bad_setup(service, start, end, gaps)
        path = workspace_file.new_place(path)
        places.refuse_unless_local(path.parent)
        key = WorkspaceKey(
            id=WorkspaceId(new_id()),
            key=new_workspace_key(),
            path=str(path),
            service=service,
            framework=framework.id,
            opened=now(),
            sample=sample,
        )
        made = cls._make(laptop, key, framework, text, lambda made: made._begin(about))
        if finished:
            made.finish()
        return made

    @classmethod
    def open(cls, laptop: Laptop, path: Path, *, window: bool = False, alone: Claim | None = None) -> "Workspace":
        """Open an inspection; in a `window`, which keeps it open and puts the file into the list of inspections.

        `alone`: what says already that this program alone has it open.
        A backup is opened to be read, and nothing is written; so is an inspection whose disk is full (`only_read`).
        Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED, FILE_NEWER, FOLDER_NOT_LOCAL, BUSY, OPEN_ELSEWHERE, BEING_MADE;
        in a window, IS_A_BACKUP.
        """
        known = workspace_file.key_of(laptop, path)
        path = workspace_file.by_its_name(known, path.absolute())
        if workspace_file.is_backup(laptop, path):
            if window:
                raise Expected(Code.IS_A_BACKUP, where=path)
            return cls._opened(laptop, look_into(path, known.id, known.key), known)
        places.refuse_unless_local(path.parent)
        workspace_file.refuse_unmade(laptop, path, known)
        claim = presence.hold_if_room(laptop.folder, known.id, path) if window else None
        try:
            opened = cls._opened(
                laptop, workspace_file.open_for_writing_or_reading(laptop, path, known, claim or alone), known
            )
        except BaseException:
            if claim:
                claim.release()
            raise
        with suppress(Expected):  # a full disk must not keep an inspection shut
            trusting.bring_up_to_date(laptop, known.id, opened.database)
        with suppress(Expected):  # nor what cannot be read of it: that is said where it is wanted
            numbers.note_older(laptop, opened.database, known.id)
        opened._window = claim
        opened._remember(chosen=window)
        return opened

    @classmethod
    def join(cls, laptop: Laptop, path: Path, workspace: WorkspaceId, service: str, framework_text: str) -> "Workspace":
        """Make the file of an inspection that began on another laptop; its work comes by packages.

        A key this laptop already has for the inspection is used again, so that no older copy becomes unreadable. Once its
        work is there, `finish` it.
        Expected: FILE_EXISTS, FOLDER_NOT_LOCAL, FOLDER_READ_ONLY, DISK_FULL, FRAMEWORK_INVALID.
        """
        framework = frameworks.checked(framework_text, "the package")
        path = workspace_file.new_place(path)
        places.refuse_unless_local(path.parent)
        known = laptop.key_of(workspace)
        secret = known.key if known else new_workspace_key()
        key = WorkspaceKey(
            id=workspace, key=secret, path=str(path), service=service, framework=framework.id, opened=now()
        )
        return cls._make(laptop, key, framework, framework_text, lambda _: None)

    def inspection(self) -> Inspection:
        """The whole inspection as a value; without the first marking of a case that this person marks blind.

        So no export, report or rating tells it: a figure that counts a hidden answer gives it away.
        """
        with self.database.read() as connection:
            return read.inspection(connection, self.framework.id, read_review.blind_cases(connection, self.me))

    def rated_from(self) -> Inspection:
        """As `inspection`, without notes, prompts, evidence and texts: quick to read however much is written."""
        return self._rated_from.get()

    def judgements(self) -> dict[tuple[str, str], Answer | None]:
        """(case id, key question) -> answer: what live ratings need."""
        with self.database.read() as connection:
            return read_answers.judged(connection)

    def case_rows(self, only: str | None = None) -> list[CaseRow]:
        """The cases, each with how its key questions stand; with `only` (a case id), that one if it is there."""
        with self.database.read() as connection:
            cases = read.cases(connection, only)
            names, by_totals = read.names(connection), read.by_totals(connection)
            stood = read_review.stood(connection, self.me, only)
        return [
            rows_of_cases.row(self.framework, case, names.get(case.inspector, ""), stood.get(case.id), by_totals)
            for case in cases
        ]

    def case_row(self, case_id: str) -> CaseRow:
        """One case. Expected: CASE_UNKNOWN."""
        rows = self.case_rows(only=case_id)
        if not rows:
            raise Expected(Code.CASE_UNKNOWN, case=case_id, where=self.path)
        return rows[0]

    def question_page(self, case_id: str, question: str) -> QuestionPage:
        """One key question on one case, with its prompts."""
        with self.database.read() as connection:
            found = {a.place: a for a in read_review.seen(connection, self.me, f"{case_id}/{question}")}
            kept, by_totals = read_review.kinds(connection, self.me, case_id), read.by_totals(connection)
        return rows_of_cases.page(self.framework, case_id, question, found, kept, by_totals)

    def next_gap(
        self, case_id: str, question: str, prompt: str | None, among: Container[str] | None = None
    ) -> Place | None:
        """The next unanswered item after a place (`prompt` None: the judgement), of the cases `among` which it is sought.

        What is left of that case, from behind the place and round to it; then through the cases in order and round.
        """
        with self.database.read() as connection:
            markings, by_totals = read_marking.second_markings(connection), read.by_totals(connection)

            def done(case: str) -> Container[str]:
                kept = second_marking.kinds(markings.get(case), self.me)
                return read_answers.answered_places(connection, case, kept)

            here, cases = (case_id, question, prompt), read.cases(connection)
            of = [case for case in cases if among is None or case.id in among]
            return rows_of_cases.first_gap(rows_of_cases.places_after(self.framework, here, of, by_totals), done)

    def history(
        self, entity: str, entity_id: str, field: str | None = None, most: int | None = None
    ) -> list[HistoryRow]:
        """What was recorded of an item, newest first; `most` as `Editor.history`.

        Nothing while it `hides` the item, nor what it may not tell.
        """
        found = self.editor.history(entity, entity_id, field, most)
        if not found or self.hides(entity, entity_id):
            return []
        with self.database.read() as connection:
            unseen = read_review.uncounted(connection, self.me)
        return [row for row in found if (entity, row.field) not in unseen]

    def hides(self, entity: str, entity_id: str) -> bool:
        """Whether this person may not see the item for now, for a case is marked blind (services/cases/marking.py)."""
        with self.database.read() as connection:
            return read_review.hidden(connection, self.me, entity, entity_id)

    def findings(self) -> list[TextRow]:
        """The findings, in order."""
        with self.database.read() as connection:
            return read.findings(connection)

    def recommendations(self) -> list[TextRow]:
        """The recommendations, in order."""
        with self.database.read() as connection:
            return read.recommendations(connection)

    def previous(self) -> list[TextRow]:
        """The recommendations of the last inspection, in order."""
        with self.database.read() as connection:
            return read.previous(connection)

    def team(self) -> list[Person]:
        """The team."""
        with self.database.read() as connection:
            return read.team(connection)

    def add_case(self, ref: str, sample: str, type: str = "", inspector: str = "") -> str:
        """Add a case; returns its id. Expected: VALUE_INVALID (no reference, one that is taken, an unknown sample)."""
        ref = alike.written(ref)
        with self.database.read() as connection:
            refuse_unless_new([ref], [c.ref for c in read.cases(connection)])
        if sample not in {s.code for s in self.framework.samples}:
            raise Expected(Code.VALUE_INVALID, field="The sample", value=sample, why="the framework has no such sample")
        case_id = EntityId(new_id())
        values = {"ref": ref, "sample": sample, "type": type, "inspector": inspector}
        self.editor.do(case_id, [Edit("case", case_id, field, value) for field, value in values.items()], Verb.ADD)
        return case_id

    def case_ref(self, case_id: str) -> str:
        """The reference of a case; "" where there is none of that id."""
        with self.database.read() as connection:
            return read.case_ref(connection, case_id)

    def case_id(self, ref: str) -> str:
        """The id of the case of that reference. Expected: CASE_UNKNOWN."""
        with self.database.read() as connection:
            found = [c.id for c in read.cases(connection) if alike.key(c.ref) == alike.key(ref)]
        if not found:
            raise Expected(Code.CASE_UNKNOWN, case=ref, where=self.path)
        return found[0]

    def item(self, case_ref: str, asked: str) -> tuple[str, EntityId]:
        """The entity that "2.1.1" or "2.1.1/a" of a case is kept in. Expected: CASE_UNKNOWN, QUESTION_UNKNOWN."""
        row = self.case_row(self.case_id(case_ref))
        _refuse_unknown(self.framework, row, asked)
        with self.database.read() as connection:
            kept = read_review.kinds(connection, self.me, row.id)
        return (kept.prompt if "/" in asked else kept.judgement), kept.at(f"{row.id}/{asked}")

    @classmethod
    def _opened(cls, laptop: Laptop, database: Database, known: WorkspaceKey) -> "Workspace":
        try:
            with database.read() as connection:
                text = read.meta(connection)["framework_text"]
            return cls(laptop, database, known, frameworks.kept(text))
        except BaseException:
            database.close()
            raise

    def _remember(self, *, chosen: bool) -> None:
        """Note when it was opened; and where, when a person chose this file or the one that was known is not there now."""
        known = self._key
        here = chosen or (Path(known.path) != self.path and listed.file_of(known) is None)
        self._key = replace(known, path=str(self.path) if here else known.path, opened=now())
        if (known.path, known.opened[:16]) != (self._key.path, self._key.opened[:16]):
            workspace_file.note_place(self.laptop, self._key)

    def note_glance(self) -> None:
        """Have the list of inspections say how this one stands by now, and its service; not when the laptop is locked.

        Nothing is refused for it: where it cannot be noted, what was done stands, and the list says what it said before.
        """
        if self.laptop.locked:
            return
        with suppress(Expected):
            service, glance = glances.read_glance(self.database, self.framework, self.me)
            if (service, glance) != (self._key.service, self._key.glance):
                self._key = self.laptop.change(
                    self._key.id, lambda known: replace(known, service=service, glance=glance)
                )

    @classmethod
    def _make(
        cls, laptop: Laptop, key: WorkspaceKey, framework: Framework, text: str, begin: Callable[["Workspace"], None]
    ) -> "Workspace":
        """A new file, begun and its key in the keyring, and to be finished; or no file at all."""
        making = Making(laptop, key)
        made = cls(laptop, making.create({"framework": framework.id, "framework_text": text}), key, framework)
        made._making = making
        try:
            begin(made)
            laptop.remember(key)
        except BaseException:
            made.discard()
            raise
        return made

    def _begin(self, about: Mapping[str, str]) -> None:
        person = self.laptop.person
        card = self.laptop.card()
        who = {"name": person.name, "role": LEAD, "card": card_file.text_of(card)}
        edits = [Edit("inspection", INSPECTION, f, v) for f, v in about.items() if v]
        edits += [Edit("person", EntityId(person.id), f, v) for f, v in who.items()]
        self.editor.do(INSPECTION, edits, Verb.ADD)
        self.laptop.trust(self._key.id, lambda trusted: replace(trusted, leads=(self.me,)))
        trusting.bring_up_to_date(self.laptop, self._key.id, self.database)


def _named(service: str) -> str:
    too_long.refuse_name(ABOUT.field("service"), service)
    return tidied(service)


def _refuse_unknown(framework: Framework, row: CaseRow, asked: str) -> None:
    question, slash, prompt = asked.partition("/")
    on_case = {q.ref: q for _, q in framework.sample_questions(row.sample)}
    if question not in on_case:
        why = misplaced(framework, question, row.sample)
        raise Expected(Code.QUESTION_UNKNOWN, case=row.ref, question=question, why=why, framework=framework.id)
    if slash and prompt not in {p.ref for p in on_case[question].prompts}:
        why = f"key question {question} has no prompt {prompt}"
        raise Expected(Code.QUESTION_UNKNOWN, case=row.ref, question=asked, why=why, framework=framework.id)


def _refuse_bad_setup(service: str, start: date, end: date, gaps: tuple[Span, ...]) -> None:
    if not service:
        raise Expected(Code.VALUE_INVALID, field="The service", value=service, why="it is empty")
    refuse_days(("The start of fieldwork", "The end of fieldwork"), start, end)
    if why := spans.wrong(start, end, gaps):
        raise Expected(Code.VALUE_INVALID, field="The gap in the fieldwork", value=spans.stored(gaps), why=why)


def refuse_days(called: tuple[str, str], start: date, end: date) -> None:
    """Nothing when a visit can have these first and last days, which are called so.

    Expected: VALUE_INVALID (domain/days/visits.py).
    """
    if found := visits.amiss(start, end):
        day, why = found
        raise Expected(Code.VALUE_INVALID, field=called[day != start], value=day, why=why)


def _rated_from(workspace: Workspace) -> Inspection:
    with workspace.database.read() as connection:
        blind = read_review.blind_cases(connection, workspace.me)
        return read.rated_from(connection, workspace.framework.id, blind)
