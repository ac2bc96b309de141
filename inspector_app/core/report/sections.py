"""One section a standard, under its domain: what was asked, how it is rated, and what was found."""

from collections.abc import Collection, Iterator
from itertools import groupby

from inspector_app.core.domain.framework import Standard
from inspector_app.core.domain.inspection import Finding, FindingKind
from inspector_app.core.domain.rated import RatedStandard
from inspector_app.core.report import drafted, figures, samples, standings, themes, typed
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
from inspector_app.core.report.drafted import Data
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import count, say


def compose(data: Data, domains: Collection[str], notes: Footnotes) -> tuple[Section, ...]:
    """The sections of every standard of these domains (none: of all) that is rated or has findings, domain by domain."""
    ratings = {s.ref: s for s in data.rated.standards}
    found = {f.standard for f in data.inspection.findings}
    shown = [s for s in data.framework.standards if s.ref in ratings or s.ref in found]
    sections: list[Section] = []
    for domain, standards in groupby(shown, key=lambda s: s.domain):
        if domains and domain not in domains:
            continue
        heading = data.framework.domain(domain).in_report
        opening = _opening(data, domain, tuple(members := list(standards)), notes)
        for place, standard in enumerate(members):
            blocks = _standard(data, standard, ratings.get(standard.ref), notes)
            first = place == 0 or not heading
            sections.append(Section((*opening, *blocks) if place == 0 else blocks, new_page=first))
    return tuple(sections)


def _opening(data: Data, title: str, standards: tuple[Standard, ...], notes: Footnotes) -> tuple[Block, ...]:
    domain = data.framework.domain(title)
    if not domain.in_report:
        return ()
    of = dict.fromkeys(s.sample for s in standards if s.sample and s.case_questions)
    said = [text for text in (samples.looked_at(data.framework, data.inspection, s, data.least) for s in of) if text]
    heading = Heading(domain.in_report, 1, f"domain-{standards[0].ref}")
    return (heading, *drafted.blocks(domain.drafted, data, notes), *(Paragraph(plain(text)) for text in said))


def _standard(data: Data, standard: Standard, rated: RatedStandard | None, notes: Footnotes) -> tuple[Block, ...]:
    framework = data.framework
    findings = [f for f in data.inspection.findings if f.standard == standard.ref and f.text.strip()]
    level = 2 if framework.domain(standard.domain).in_report else 1
    heading = Heading(standard.in_report or standard.name, level, f"standard-{standard.ref}")
    if framework.standard_headings is not None:
        return (heading, *themes.compose(data, framework.standard_headings, standard, rated, findings, notes))
    expected = tuple(_expected(standard))
    if rated is None:
        unrated = Paragraph(plain(say("This standard is not rated in this inspection.")))
        return (heading, *expected, unrated, *_findings(findings, notes), *notes.take())
    mark = notes.add(standings.discretion(rated.discretion, framework)) if rated.discretion else ""
    standing = _standing(data, rated, mark)
    based_on = figures.of_standard(data, standard, rated, mark, notes)
    return (heading, *expected, *standing, *based_on, *notes.take(), *_findings(findings, notes), *notes.take())


def _expected(standard: Standard) -> Iterator[Block]:
    """What the standard asks for: its statement, and the criteria of one that has no key questions."""
    if standard.statement.strip():
        yield Paragraph(plain(standard.statement), Voice.LEAD)
    yield from (Paragraph(plain(criterion)) for criterion in standard.criteria)


def _standing(data: Data, rated: RatedStandard, mark: str) -> Iterator[Block]:
    """The rating, then in words whatever a reader must know before relying on it."""
    framework = data.framework
    yield RatingLine("Rating", standings.of_standard(framework, rated, mark))
    if rated.case_score is not None and data.tells_score(rated.ref):
        yield Paragraph(plain(f"Case assessment score: {rated.case_score}%"))
    if rated.suggested:
        yield Paragraph(plain("The rating shown is suggested, not yet decided."))
    if not data.outward:  # how far it is from another rating is for the panel
        if open_judgements := standings.unanswered(rated):
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


def _findings(findings: list[Finding], notes: Footnotes) -> Iterator[Block]:
    if not findings:
        yield Paragraph(plain(say("No findings have been written for this standard yet.")), Voice.NOTE)
    for finding in findings:
        if finding.kind is FindingKind.NARRATIVE:
            yield from typed.blocks(finding.text, notes, finding.mark)
    yield from _list(findings, FindingKind.STRENGTH, "Strengths", notes)
    yield from _list(findings, FindingKind.IMPROVEMENT, "Areas for improvement", notes)


def _list(findings: list[Finding], kind: FindingKind, title: str, notes: Footnotes) -> Iterator[Block]:
    items = tuple(typed.one_line(f.text, notes, f.mark) for f in findings if f.kind is kind)
    if items:
        yield Label(title)
        yield Bullets(items)
