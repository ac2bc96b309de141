"""The draft findings as content: what is said, in which order. Every wording decision is here or beside here; pure.

The order is that of the published report (HMIP, Trafford, fieldwork March 2025). Notes on cases and prompts are about
children and never read here. Counts and percents are printed; words for proportions are never made.
"""

from datetime import datetime

from inspector_app.core.domain import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, Trace
from inspector_app.core.report import annexe, ratings_page, recommendations, sections, standings
from inspector_app.core.report.content import Cover, Heading, Paragraph, Report, Section, plain
from inspector_app.core.words import count, listed, say

DEFAULT_MARKING = "OFFICIAL-SENSITIVE"
DRAFT = "DRAFT"


def draft_findings(
    framework: Framework, inspection: Inspection, rated: Rated, trace: tuple[Trace, ...], as_at: datetime
) -> Report:
    """The draft findings of an inspection, as the data stood at `as_at`. Equal input gives an equal report."""
    marking = inspection.marking.strip() or DEFAULT_MARKING
    data_as_at = say("Data as at {time}", time=when.printed(as_at))
    notes = standings.Footnotes()
    return Report(
        title=f"Draft findings: {inspection.service}",
        subject=f"{framework.title}. Fieldwork {when.spans(inspection.fieldwork)}",
        author=_author(inspection),
        language="en-GB",
        draft=DRAFT,
        running=f"Draft findings: {inspection.service}",
        marking=marking,
        data_as_at=data_as_at,
        notice=inspection.notice.strip(),
        made=as_at,
        cover=_cover(framework, inspection, marking, as_at),
        contents_title="Contents",
        sections=(
            ratings_page.compose(framework, inspection, rated, notes),
            *recommendations.compose(framework, inspection),
            _background(framework, inspection, rated),
            *sections.compose(framework, inspection, rated, notes),
            *annexe.compose(framework, inspection, rated, trace),
        ),
    )


def _author(inspection: Inspection) -> str:
    leads = [p.name for p in inspection.team if p.role.casefold().startswith("lead")]
    return listed(leads) or "Inspection team"


def _cover(framework: Framework, inspection: Inspection, marking: str, as_at: datetime) -> Cover:
    facts = (
        ("Fieldwork", when.spans(inspection.fieldwork)),
        *((("Return visit", days),) if (days := _return_days(inspection)) else ()),
        ("Status", "DRAFT, for the ratings panel and for checking factual accuracy. Not for publication."),
        ("Protective marking", marking),
        ("Data as at", when.printed(as_at)),
    )
    return Cover("Draft findings", inspection.service, framework.title, facts, inspection.notice.strip())


def _return_days(inspection: Inspection) -> str:
    if inspection.return_start is None:
        return ""
    return when.span(inspection.return_start, inspection.return_end or inspection.return_start)


def _background(framework: Framework, inspection: Inspection, rated: Rated) -> Section:
    """Facts only: when, which cases, how much is judged."""
    said = [_conducted(inspection), _returned(inspection)]
    said += [sections.looked_at(framework, inspection, sample.code) for sample in framework.samples]
    said += [_judged(rated), _led_by(inspection)]
    paragraphs = (Paragraph(plain(text)) for text in said if text)
    return Section((Heading("Background", 1, "background"), *paragraphs))


def _conducted(inspection: Inspection) -> str:
    service, days = inspection.service, when.spans(inspection.fieldwork)
    if inspection.end <= inspection.start:
        return say("We conducted fieldwork in {service} on {day}.", service=service, day=days)
    return say("We conducted fieldwork in {service} from {days}.", service=service, days=days)


def _returned(inspection: Inspection) -> str:
    if inspection.return_start is None:
        return ""
    days, end = _return_days(inspection), inspection.return_end
    if end is None or end <= inspection.return_start:
        return say("We returned on {day}.", day=days)
    return say("We returned from {days}.", days=days)


def _judged(rated: Rated) -> str:
    tallies = [q.tally for s in rated.standards for q in s.key_questions]
    made = sum(t.of + t.not_applicable for t in tallies)
    every = made + sum(t.unanswered for t in tallies)
    if not every:
        return ""
    return count(
        every,
        "Of {n} judgement on key questions, {made}.",
        "Of {n} judgements on key questions, {made}.",
        made=count(made, "{n} is made", "{n} are made"),
    )


def _led_by(inspection: Inspection) -> str:
    leads = [p.name for p in inspection.team if p.role.casefold().startswith("lead")]
    return say("This inspection was led by {names}.", names=listed(leads)) if leads else ""
