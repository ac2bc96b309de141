"""The draft findings as content: what is said, in which order. Every wording decision is here or beside here; pure.

The parts and their order are those of the framework's published reports (domain/parts.py). Notes on cases and
prompts are about children and never read here. Counts and percents are printed; words for proportions are never made.
"""

from datetime import datetime

from inspector_app.core.domain import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, Trace
from inspector_app.core.report import annexe, parts
from inspector_app.core.report.content import Cover, Report
from inspector_app.core.report.drafted import Data, leads
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import listed, say

DEFAULT_MARKING = "OFFICIAL-SENSITIVE"
DRAFT = "DRAFT"


def draft_findings(
    framework: Framework, inspection: Inspection, rated: Rated, trace: tuple[Trace, ...], as_at: datetime
) -> Report:
    """The draft findings of an inspection, as the data stood at `as_at`. Equal input gives an equal report."""
    marking = inspection.marking.strip() or DEFAULT_MARKING
    data_as_at = say("Data as at {time}", time=when.printed(as_at))
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
            *parts.compose(Data(framework, inspection, rated), Footnotes()),
            *annexe.compose(framework, inspection, rated, trace),
        ),
    )


def _author(inspection: Inspection) -> str:
    return listed(leads(inspection)) or "Inspection team"


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
