"""What the copies of the panel and the lead tell beside the report: each case, second marking, comments, the data itself."""

from collections.abc import Iterator

from inspector_app.core.domain import by_question
from inspector_app.core.domain.by_question import Group, Line
from inspector_app.core.domain.draft.copies import Copy, MarkedTwice, Remark, Scope
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rated import Rated
from inspector_app.core.report import data_annexe, panel_record, profiled, rested
from inspector_app.core.report.content import (
    Block,
    Bullets,
    Column,
    Heading,
    Label,
    Paragraph,
    Row,
    Section,
    Table,
    Voice,
    plain,
    table_of_texts,
)
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import count, later, listed, say

TITLE = later("Annexe: record of the inspection")

_SIGNS = {Answer.YES: "Yes", Answer.NO: "No", Answer.NA: "n/a"}
_OPEN = "–"


def compose(data: Data, copy: Copy) -> tuple[Section, ...]:
    """The record, which begins a page."""
    heading = Heading(TITLE.say(), 1, "record")
    blocks: tuple[Block, ...] = (
        heading,
        *_data(copy),
        *_cases(data),
        *profiled.compose(data),
        *data_annexe.prompts(data),
        *rested.compose(data),
        *_decisions(copy.decisions, data.rated),
        *panel_record.members(copy.members),
        *panel_record.told(copy.told),
        *(_marked_twice(copy.marked_twice) if copy.marked_twice else ()),
        *(_remarks(copy.remarks) if data.scope is Scope.LEAD else ()),
    )
    return (Section(blocks, new_page=True),)


def _data(copy: Copy) -> Iterator[Block]:
    if copy.contested:
        said = count(len(copy.contested), "{n} field is contested.", "{n} fields are contested.")
        yield Paragraph(plain(f"{said} {say('Until it is settled it counts as unanswered.')}"))
        yield Bullets(tuple(plain(one) for one in copy.contested))
    else:
        yield Paragraph(plain(say("Nothing is contested.")))
    if copy.fingerprint:
        yield Paragraph(plain(say("Fingerprint of the data (SHA-256): {value}", value=copy.fingerprint)), Voice.NOTE)


def _cases(data: Data) -> Iterator[Block]:
    """Each sample's cases by its key questions or themes, as the page of that name has them, under their totals."""
    by = later("{sample} by theme") if data.framework.has_themes else later("{sample} by key question")
    for group in by_question.groups(data.framework, data.inspection):
        yield Label(by.say(sample=group.title))
        if not any(line.answers for line in group.lines):
            yield Paragraph(plain(_without_answers(data, group)))
            continue
        first = 100 - len(group.questions) * (each := min(20, 80 // len(group.questions)))
        columns = (Column(say("Case"), first), *(Column(ref, each, figures=True) for ref in group.questions))
        yield Table(columns, (_totals(group), *(_case(group, line) for line in group.lines)))


def _without_answers(data: Data, group: Group) -> str:
    """Why a sample has no table: nobody judged its cases, or the standards were rated without an answer for each case."""
    asked = {data.framework.questions[question][0].ref for question in group.questions}
    as_a_whole = [s.ref for s in data.rated.standards if s.ref in asked and s.rating and not s.key_questions]
    if not as_a_whole:
        return count(len(group.lines), "{n} case, which is not judged yet.", "{n} cases, none of them judged yet.")
    return count(
        len(group.lines),
        "{n} case. It has no answer of its own. Rated as a whole: {standards}.",
        "{n} cases. They have no answers of their own. Rated as a whole: {standards}.",
        standards=listed(as_a_whole),
    )


def _totals(group: Group) -> Row:
    totals = [group.total(question) for question in group.questions]
    return Row((plain(say("Yes, of those judged")), *(plain(say("{yes} of {of}", yes=t.yes, of=t.of)) for t in totals)))


def _case(group: Group, line: Line) -> Row:
    answered = [line.answers.get(question) for question in group.questions]
    return Row((plain(line.case.ref), *(plain(_SIGNS[answer] if answer else _OPEN) for answer in answered)))


def _decisions(decisions: tuple[Decided, ...], rated: Rated) -> Iterator[Block]:
    """What the ratings panel changed or kept, why and by whom, who of them had an interest, and what became of it."""
    if not decisions:
        return
    yield Label(say("Decisions of the ratings panel"))
    titles = ((say("Standard"), 11), (say("From"), 15), (say("To"), 15), (say("Reason"), 21), (say("Members"), 12),
              (say("Conflicts of interest"), 12), (say("In force"), 14))  # fmt: skip
    still_open = {standard.ref for standard in rated.standards if standard.provisional}
    yield table_of_texts(titles, (_decision(one, provisional=one.standard in still_open) for one in decisions))


def _decision(one: Decided, *, provisional: bool) -> tuple[str, ...]:
    to = say("{rating}: kept", rating=one.to) if one.kept else one.to
    stands = say("Yes: provisional") if provisional else say("Yes")
    if one.contested:
        stands = say("No: contested")
    ended = say("No: ended by {name}", name=one.ended_by) if one.ended_at else stands
    return one.standard, one.computed, to, one.reason, one.members, one.interests, ended


def _marked_twice(marked: MarkedTwice) -> Iterator[Block]:
    yield Label(say("Second marking"))
    cases = count(len(marked.cases), "{n} case was marked twice ({refs}).", "{n} cases were marked twice ({refs}).",
                  refs=listed(list(marked.cases)))  # fmt: skip
    agreed = say("Answers that agree: {agreed}; answered by both: {pairs}.", agreed=marked.agreed, pairs=marked.pairs)
    different = say("Different: {number} of {of}.", number=len(marked.differs), of=marked.items)
    yield Paragraph(plain(f"{cases} {different} {agreed}"))
    if marked.differs:
        titles = (say("Case"), say("Question"), say("First"), say("Second"))
        rows = (Row(tuple(plain(cell) for cell in (d.case, d.on, d.first, d.second))) for d in marked.differs)
        yield Table(tuple(Column(title, 25) for title in titles), tuple(rows))


def _remarks(remarks: tuple[Remark, ...]) -> Iterator[Block]:
    if not remarks:
        return
    yield Label(say("Comments"))
    titles = ((say("Case"), 12), (say("On"), 12), (say("Comment"), 46), (say("By"), 16), (say("Answered"), 14))
    rows = (
        Row(tuple(plain(cell) for cell in (r.case, r.on, r.text, r.by, say("Yes") if r.answered else say("No"))))
        for r in remarks
    )
    yield Table(tuple(Column(title, share) for title, share in titles), tuple(rows))
