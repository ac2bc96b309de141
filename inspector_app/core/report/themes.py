"""A section of a theme as the joint inspection of 2014 prints it: numbered key findings and their numbered explanation.

Headings and order: HMIP, Full Joint Inspection of Youth Offending Work in Trafford, February 2015. Its figures stand
there as a chart; here as a table too.
"""

from collections.abc import Iterator

from inspector_app.core.domain.evidence import percent
from inspector_app.core.domain.framework import Standard
from inspector_app.core.domain.inspection import Answer, Finding, FindingKind
from inspector_app.core.domain.parts import StandardHeadings
from inspector_app.core.domain.rated import RatedStandard, Tally
from inspector_app.core.report import charts, samples, standings, typed, words
from inspector_app.core.report.content import (
    Block,
    Bullets,
    Column,
    Label,
    Paragraph,
    RatingLine,
    Row,
    Table,
    Voice,
    plain,
)
from inspector_app.core.report.drafted import Data
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import say


def compose(
    data: Data,
    headings: StandardHeadings,
    standard: Standard,
    rated: RatedStandard | None,
    findings: list[Finding],
    notes: Footnotes,
) -> Iterator[Block]:
    """Everything under the heading of a theme, in printed order."""
    if standard.statement.strip():
        yield Label(headings.expected)
        yield Paragraph(plain(standard.statement), Voice.LEAD)
    yield from (Paragraph(plain(criterion)) for criterion in standard.criteria)
    yield from _standing(data, headings, standard, rated)
    yield from _findings(headings, findings, notes)
    yield from _figures(data, headings, standard)
    yield from notes.take()


def _standing(
    data: Data, headings: StandardHeadings, standard: Standard, rated: RatedStandard | None
) -> Iterator[Block]:
    if rated is None:
        yield Paragraph(plain(say("This theme is not rated in this inspection.")))
        return
    yield RatingLine("Rating", standings.of_standard(data.framework, rated))
    if rated.case_score is not None and data.tells_score(rated.ref):
        said = standard.score_in_report or "Case assessment score: {n}%"
        yield Label(headings.score)
        yield Paragraph(plain(said.replace("{n}", str(rated.case_score))))


def _findings(headings: StandardHeadings, findings: list[Finding], notes: Footnotes) -> Iterator[Block]:
    """What was found: strengths, then areas for improvement, in one list; and the text that explains it."""
    if not findings:
        yield Paragraph(plain(say("No findings have been written for this theme yet.")), Voice.NOTE)
    kinds = (FindingKind.STRENGTH, FindingKind.IMPROVEMENT)
    found = [typed.one_line(f.text, notes, f.mark) for kind in kinds for f in findings if f.kind is kind]
    if found:
        yield Label(headings.findings)
        yield Bullets(tuple(found), 1)
    explained = [(f.text, f.mark) for f in findings if f.kind is FindingKind.NARRATIVE]
    if explained:
        yield Label(headings.explanation)
        yield from typed.numbered(explained, notes)


def _figures(data: Data, headings: StandardHeadings, standard: Standard) -> Iterator[Block]:
    """How the cases were judged on the theme as a whole, where they were."""
    answers = [j.answer for j in data.inspection.judgements if j.question == standard.ref]
    if standard.sample is None:
        return
    number = samples.cases(data.inspection, standard.sample)
    yes, no, na = (answers.count(answer) for answer in (Answer.YES, Answer.NO, Answer.NA))
    tally = Tally(yes, no, na, number - yes - no - na)
    if not data.tells(tally):
        return
    of, judged = tally.of, yes + no + na
    yield Label(headings.data)
    yield Paragraph(
        plain(
            words.filled(headings.figures_lead, number, least=data.least)
            if judged == number
            else samples.judged_so_far(data.framework.sample(standard.sample), number, judged, data.least)
        )
    )
    counts = () if data.outward else ((say("Yes"), str(yes)), (say("Of"), str(of)))
    figures = (*counts, (say("% 'Yes'"), f"{percent(yes, of)}%"))
    columns = (Column(say("Theme"), 100 - 12 * len(figures)), *(Column(head, 12, figures=True) for head, _ in figures))
    yield Table(columns, (Row((plain(standard.title), *(plain(cell) for _, cell in figures))),))
    yield from charts.of_theme(standard.ref, yes, of, outward=data.outward)
