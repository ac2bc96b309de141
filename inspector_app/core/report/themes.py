"""A section of a theme as the joint inspection of 2014 prints it: numbered key findings and their numbered explanation.

Headings and order: HMIP, Full Joint Inspection of Youth Offending Work in Trafford, February 2015. Its figures stand
there as a chart; here as a table too.
"""

from collections.abc import Iterator

from inspector_app.core.domain.evidence import percent
from inspector_app.core.domain.framework import Framework, Standard
from inspector_app.core.domain.inspection import Answer, Finding, FindingKind
from inspector_app.core.domain.parts import StandardHeadings
from inspector_app.core.domain.rated import RatedStandard
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
    yield from _standing(data.framework, headings, standard, rated)
    yield from _findings(headings, findings, notes)
    yield from _figures(data, headings, standard)
    yield from notes.take()


def _standing(
    framework: Framework, headings: StandardHeadings, standard: Standard, rated: RatedStandard | None
) -> Iterator[Block]:
    if rated is None:
        yield Paragraph(plain(say("This theme is not rated in this inspection.")))
        return
    yield RatingLine("Rating", standings.of_standard(framework, rated))
    if rated.case_score is not None:
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
    if data.outward and len(answers) < data.least:
        return
    yes, of = answers.count(Answer.YES), sum(answer in (Answer.YES, Answer.NO) for answer in answers)
    if not of or standard.sample is None:
        return
    yield Label(headings.data)
    number = samples.cases(data.inspection, standard.sample)
    yield Paragraph(plain(headings.data_text.replace("{n}", words.number(number, data.least))))
    columns = (
        Column(say("Theme"), 64),
        Column(say("Yes"), 12, figures=True),
        Column(say("Of"), 12, figures=True),
        Column(say("% 'Yes'"), 12, figures=True),
    )
    cells = (standard.title, str(yes), str(of), f"{percent(yes, of)}%")
    yield Table(columns, (Row(tuple(plain(cell) for cell in cells)),))
    yield from charts.of_theme(standard.ref, yes, of)
