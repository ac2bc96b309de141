"""One section a standard, under its domain: what was asked, how it is rated, and what was found."""

from collections.abc import Iterator
from itertools import groupby

from inspector_app.core.domain.framework import Framework, Sample, Standard
from inspector_app.core.domain.inspection import Finding, FindingKind, Inspection
from inspector_app.core.domain.rated import Rated, RatedStandard
from inspector_app.core.report import figures, standings, words
from inspector_app.core.report.content import (
    Block,
    Bullets,
    Heading,
    Label,
    Paragraph,
    RatingLine,
    Section,
    Voice,
    plain,
)
from inspector_app.core.report.standings import Footnotes
from inspector_app.core.words import count, say


def compose(framework: Framework, inspection: Inspection, rated: Rated, notes: Footnotes) -> tuple[Section, ...]:
    """The sections of every standard that is rated or has findings, domain by domain."""
    ratings = {s.ref: s for s in rated.standards}
    found = {f.standard for f in inspection.findings}
    shown = [s for s in framework.standards if s.ref in ratings or s.ref in found]
    sections: list[Section] = []
    for domain, standards in groupby(shown, key=lambda s: s.domain):
        heading = framework.domain(domain).in_report
        opening = _opening(heading, inspection, framework, tuple(members := list(standards)))
        for place, standard in enumerate(members):
            blocks = _standard(framework, inspection, standard, ratings.get(standard.ref), notes)
            first = place == 0 or not heading
            sections.append(Section((*opening, *blocks) if place == 0 else blocks, new_page=first))
    return tuple(sections)


def looked_at(framework: Framework, inspection: Inspection, sample: str) -> str:
    """How many cases of a sample were inspected; "" without a case.

    How they divide by type or by anything else about the children goes into no report: small numbers can point to one.
    """
    cases = sum(1 for case in inspection.cases if case.sample == sample)
    if cases:
        return _looked_at(framework.sample(sample), cases)
    asked = {q.ref for _, q in framework.sample_questions(sample)}
    most = max((t.of for t in inspection.totals if t.question in asked), default=0)
    return f"{_looked_at(framework.sample(sample), most)} {say('The figures were entered as totals.')}" if most else ""


def _looked_at(sample: Sample, number: int) -> str:
    if sample.in_report is not None:
        return words.filled(sample.in_report, number)
    said = words.number(number)
    if sample.title.casefold() == "cases":
        return count(number, "We took a detailed look at {n} case.", "We took a detailed look at {n} cases.", n=said)
    return count(
        number,
        "We took a detailed look at {n} case ({sample}).",
        "We took a detailed look at {n} cases ({sample}).",
        sample=words.within_sentence(sample.title),
        n=said,
    )


def _opening(
    heading: str, inspection: Inspection, framework: Framework, standards: tuple[Standard, ...]
) -> tuple[Block, ...]:
    if not heading:
        return ()
    samples = dict.fromkeys(s.sample for s in standards if s.sample and s.case_questions)
    said = [text for text in (looked_at(framework, inspection, s) for s in samples) if text]
    key = f"domain-{standards[0].ref}"
    return (Heading(heading, 1, key), *(Paragraph(plain(text)) for text in said))


def _standard(
    framework: Framework, inspection: Inspection, standard: Standard, rated: RatedStandard | None, notes: Footnotes
) -> tuple[Block, ...]:
    findings = [f for f in inspection.findings if f.standard == standard.ref and f.text.strip()]
    level = 2 if framework.domain(standard.domain).in_report else 1
    heading = Heading(standard.in_report or standard.name, level, f"standard-{standard.ref}")
    expected = tuple(_expected(standard))
    if rated is None:
        return (heading, *expected, Paragraph(plain(_unrated(framework))), *_findings(framework, findings))
    mark = notes.add(standings.discretion(rated.discretion, framework)) if rated.discretion else ""
    standing = _standing(framework, rated, mark)
    based_on = figures.of_standard(framework, standard, rated, mark, notes)
    return (heading, *expected, *standing, *based_on, *notes.take(), *_findings(framework, findings))


def _expected(standard: Standard) -> Iterator[Block]:
    """What the standard asks for: its statement, and the criteria of one that has no key questions."""
    if standard.statement.strip():
        yield Paragraph(plain(standard.statement), Voice.LEAD)
    yield from (Paragraph(plain(criterion)) for criterion in standard.criteria)


def _standing(framework: Framework, rated: RatedStandard, mark: str) -> Iterator[Block]:
    """The rating, then in words whatever a reader must know before relying on it."""
    yield RatingLine("Rating", standings.of_standard(framework, rated, mark))
    if rated.case_score is not None:
        yield Paragraph(plain(f"Case assessment score: {rated.case_score}%"))
    if rated.suggested:
        yield Paragraph(plain("The rating shown is suggested, not yet decided."))
    open_judgements = standings.unanswered(rated)
    if open_judgements:
        yield Paragraph(plain(_unanswered(open_judgements)))
    if still := standings.standard_still_possible(rated):
        yield Paragraph(plain(still))
    if standings.has_overall(framework) and not rated.counted:
        yield Paragraph(plain(standings.not_counted(framework, rated)), Voice.NOTE)


def _unanswered(number: int) -> str:
    return count(
        number,
        "Provisional: {n} judgement is still unanswered.",
        "Provisional: {n} judgements are still unanswered.",
    )


def _unrated(framework: Framework) -> str:
    if framework.has_themes:
        return say("This theme is not rated in this inspection.")
    return say("This standard is not rated in this inspection.")


def _no_findings(framework: Framework) -> str:
    if framework.has_themes:
        return say("No findings have been written for this theme yet.")
    return say("No findings have been written for this standard yet.")


def _findings(framework: Framework, findings: list[Finding]) -> Iterator[Block]:
    if not findings:
        yield Paragraph(plain(_no_findings(framework)), Voice.NOTE)
    for finding in findings:
        if finding.kind is FindingKind.NARRATIVE:
            yield from (Paragraph(plain(text)) for text in words.paragraphs(finding.text))
    yield from _list(findings, FindingKind.STRENGTH, "Strengths")
    yield from _list(findings, FindingKind.IMPROVEMENT, "Areas for improvement")


def _list(findings: list[Finding], kind: FindingKind, title: str) -> Iterator[Block]:
    items = tuple(words.one_line(f.text) for f in findings if f.kind is kind)
    if items:
        yield Label(title)
        yield Bullets(items)
