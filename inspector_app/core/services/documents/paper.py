"""Paper mode: case packs to print, and the lines of a case in the order in which a pack is keyed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector_app.core.domain.cases.line_codes import CaseLine, lines
from inspector_app.core.domain.cases.second_marking import SECONDS, Kept
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer, Case
from inspector_app.core.errors import Code, Expected
from inspector_app.core.report.compose import DEFAULT_MARKING
from inspector_app.core.report.paper.content import Given, Pack, PackCase, Spoken
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_case, read_paper, read_review
from inspector_app.core.storage.reading.read_answers import Answered, unanswered


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a case as it stands. `entity` and `id` are what its edits go to; `text_field` is the field of its note.

    `prompt` None: the key question's own judgement. `saved` is ISO 8601 UTC, or "" where nothing was written yet.
    """

    number: int
    code: str
    question: str
    prompt: str | None
    words: str
    entity: str
    id: EntityId
    answer: Answer | None
    note: str
    saved: str
    contested: bool

    @property
    def text_field(self) -> str:
        """Where its note is kept."""
        return "note" if self.prompt else "rationale"


@dataclass(frozen=True, slots=True)
class PaperCase:
    """A case to be keyed in. `blind`: these are this person's own second answers."""

    id: str
    ref: str
    sample: str
    blind: bool
    lines: tuple[PaperLine, ...]


def cases_with_lines(workspace: Workspace) -> list[Case]:
    """The cases on which something is asked, in the order of the list of cases."""
    with workspace.database.read() as connection:
        asked = {s.code for s in workspace.framework.samples if lines(workspace.framework, s.code)}
        return [case for case in read.cases(connection) if case.sample in asked]


def keyed(workspace: Workspace, case_id: str) -> PaperCase:
    """A case's lines as this person may see them. Expected: CASE_UNKNOWN, NO_CASE_QUESTIONS."""
    with workspace.database.read() as connection:
        case = _case(workspace, read.cases(connection, case_id), case_id)
        found = {a.place: a for a in read_review.seen(connection, workspace.me, f"{case_id}/")}
        kept = read_review.kinds(connection, workspace.me, case_id)
    made = []
    for line in lines(workspace.framework, case.sample):
        item = f"{case_id}/{line.path}"
        made.append(_line(line, kept, found.get(item) or unanswered(kept.at(item))))
    blind = kept[:2] == SECONDS
    return PaperCase(id=case.id, ref=case.ref, sample=case.sample, blind=blind, lines=tuple(made))


def pack(
    workspace: Workspace, cases: Sequence[str], filled: bool, as_at: datetime, ticket: Ticket | None = None
) -> bytes:
    """The PDF of these cases (ids), blank or filled with what this person may see, as it stands now (`as_at`).

    Expected: CASE_UNKNOWN, NO_CASES (none given), NO_CASE_QUESTIONS. Raises Cancelled when the ticket is cancelled.
    """
    from inspector_app.core.report.paper import pack_pdf  # ReportLab takes a fifth of a second to load

    ticket = ticket or Ticket()
    if not cases:
        raise Expected(Code.NO_CASES, where=workspace.path)
    return pack_pdf.write(_read(workspace, cases, filled, as_at, ticket), ticket.report)


def _line(line: CaseLine, kept: Kept, one: Answered) -> PaperLine:
    words, prompt = line.question.text, None
    if line.prompt:
        words, prompt = line.prompt.text, line.prompt.ref
    return PaperLine(
        number=line.number,
        code=line.code,
        question=line.question.ref,
        prompt=prompt,
        words=words,
        entity=kept.prompt if line.prompt else kept.judgement,
        id=EntityId(one.id),
        answer=one.answer,
        note=one.text,
        saved=one.at,
        contested=one.contested,
    )


def _read(workspace: Workspace, cases: Sequence[str], filled: bool, as_at: datetime, ticket: Ticket) -> Pack:
    framework, made = workspace.framework, []
    with workspace.database.read() as connection:
        head = read_paper.head(connection)
        known = {case.id: case for case in read.cases(connection)}
        names = read.names(connection)
    for number, case_id in enumerate(cases):
        ticket.report(number, len(cases), "Reading the cases")
        case = _case(workspace, [known[case_id]] if case_id in known else [], case_id)
        made.append(_one(workspace, case, names.get(case.inspector, ""), filled))
    marking = head.marking.strip() or DEFAULT_MARKING
    return Pack(
        service=head.service,
        fieldwork=head.fieldwork,
        marking=marking,
        notice=head.notice.strip(),
        framework=framework.title,
        framework_id=framework.id,
        version=framework.version,
        filled=filled,
        made=as_at,
        cases=tuple(made),
    )


def _one(workspace: Workspace, case: Case, inspector: str, filled: bool) -> PackCase:
    sample = workspace.framework.sample(case.sample).title
    asked = lines(workspace.framework, case.sample)
    with workspace.database.read() as connection:
        blind = case.id in read_review.blind_cases(connection, workspace.me)
        second = workspace.laptop.person.name if blind else ""
        if not filled:
            return PackCase(
                ref=case.ref, sample=sample, type=case.type, inspector=inspector, lines=asked, second=second
            )
        found = read_review.seen(connection, workspace.me, f"{case.id}/")
        given = {one.place.partition("/")[2]: Given(one.answer, one.text, one.contested) for one in found}
        told = read_case.interviews(connection, workspace.me, case.id)
    people = tuple(Spoken(p.role, p.day, p.note, bool(p.contested)) for p in told)
    return PackCase(
        ref=case.ref,
        sample=sample,
        type=case.type,
        inspector=inspector,
        lines=asked,
        second=second,
        given=given,
        people=people,
    )


def _case(workspace: Workspace, found: Sequence[Case], case_id: str) -> Case:
    """The one case. Expected: CASE_UNKNOWN; NO_CASE_QUESTIONS where its sample is asked nothing."""
    if not found:
        raise Expected(Code.CASE_UNKNOWN, case=case_id, where=workspace.path)
    if not lines(workspace.framework, found[0].sample):
        raise Expected(Code.NO_CASE_QUESTIONS, case=found[0].ref, framework=workspace.framework.title)
    return found[0]
