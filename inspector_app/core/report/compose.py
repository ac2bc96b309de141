"""The draft findings as content: what is said, in which order. Every wording decision is here or beside here; pure.

The parts and their order are those of the framework's published reports (domain/parts.py). Notes on cases and
prompts are about children and never read here. Counts and percents are printed; words for proportions are never made.
"""

from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.draft import grounds
from inspector_app.core.domain.draft.copies import SAID, Copy, Scope, outward
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, Trace
from inspector_app.core.domain.returned import marks
from inspector_app.core.report import annexe, live, parts, record
from inspector_app.core.report.content import Cover, Report
from inspector_app.core.report.drafted import Data, in_order, leads
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import listed, say

DEFAULT_MARKING = "OFFICIAL-SENSITIVE"
_DIGITS = 12  # of a fingerprint, on the cover
DRAFT = "DRAFT"
_PANELS = Copy()


def draft_findings(
    framework: Framework,
    inspection: Inspection,
    rated: Rated,
    trace: tuple[Trace, ...],
    as_at: datetime,
    copy: Copy = _PANELS,
) -> Report:
    """The draft findings of an inspection, as the data stood at `as_at`. Equal input gives an equal report.

    The service's copy has neither annexe: how the ratings were reached and the record are the inspectorate's.
    """
    there = grounds.found(framework, inspection, rated)
    if copy.scope is Scope.SERVICE:
        inspection = outward(inspection)
    inspection = live.settled(Data(framework, inspection, rated, copy.scope, copy.sealed))
    data = Data(framework, inspection, rated, copy.scope, copy.sealed, there, copy.blind)
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
        copy=str(SAID[copy.scope]),
        data_as_at=data_as_at,
        notice=inspection.notice.strip(),
        made=as_at,
        cover=_cover(data, marking, as_at, copy),
        contents_title="Contents",
        sections=(
            *parts.compose(data, Footnotes()),
            *(() if data.outward else parts.whole(record.TITLE.say(), lambda: record.compose(data, copy))),
            *(
                ()
                if data.outward
                else parts.whole(annexe.TITLE.say(), lambda: annexe.compose(framework, inspection, rated, trace))
            ),
        ),
        stamp=marks.stamp(copy.of, copy.scope, as_at) if copy.of else "",
    )


def _author(inspection: Inspection) -> str:
    return listed(leads(inspection)) or "Inspection team"


def _cover(data: Data, marking: str, as_at: datetime, copy: Copy) -> Cover:
    """What the first page says; a version's digits are those that begin the fingerprint of the data, which the record has."""
    inspection = data.inspection
    facts = (
        ("Inspectorate", data.framework.inspected_by or "HM Inspectorate of Probation"),
        ("Fieldwork", when.spans(inspection.fieldwork)),
        ("Return visit", _return_days(inspection)),
        ("Led by" if data.outward else "Team", _team(data)),
        ("Status", "DRAFT. Not for publication."),
        ("Copy", str(SAID[copy.scope])),
        ("Protective marking", marking),
        ("Version", "" if data.outward else copy.fingerprint[:_DIGITS]),
        ("Data as at", when.printed(as_at)),
    )
    told = tuple(fact for fact in facts if fact[1])
    return Cover("Draft findings", inspection.service, data.framework.title, told, inspection.notice.strip())


def _team(data: Data) -> str:
    """Who inspected. Outside only who led it is told, as the reports do."""
    led = leads(data.inspection)
    named = [person.name for person in sorted(data.inspection.team, key=in_order) if person.name not in led]
    return listed([*led, *(() if data.outward else named)])


def _return_days(inspection: Inspection) -> str:
    if inspection.return_start is None:
        return ""
    return when.span(inspection.return_start, inspection.return_end or inspection.return_start)
