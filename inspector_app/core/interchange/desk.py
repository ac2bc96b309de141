"""The parts of an inspection document about the fieldwork week: interviews, events, sources and concerns, in and out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from inspector_app.core.domain.fields import BEARING, CONCERN, EVENT, INFORMED, INTERVIEW, POINT, SCORE, SOURCE, TOLD
from inspector_app.core.domain.inspection import (
    Bearing,
    Concern,
    Event,
    Figure,
    Informed,
    Inspection,
    Interview,
    Source,
)
from inspector_app.core.domain.panel.accuracy import Point
from inspector_app.core.domain.panel.told import Told
from inspector_app.core.interchange.items import Item, filled, given, written


def read(tree: Mapping[str, Any]) -> Item:
    """These parts of a document that has been checked, as the fields of an Inspection."""
    return {
        "interviews": tuple(Interview(case=i["case"], **given(INTERVIEW, i)) for i in tree.get("interviews", ())),
        "events": tuple(Event(**given(EVENT, item)) for item in tree.get("events", ())),
        "sources": tuple(_source(item) for item in tree.get("sources", ())),
        "concerns": tuple(_read_concern(item) for item in tree.get("concerns", ())),
        "told": tuple(Told(**given(TOLD, item)) for item in tree.get("told", ())),
        "points": tuple(Point(**given(POINT, item)) for item in tree.get("points", ())),
    }


def _read_concern(item: Mapping[str, Any]) -> Concern:
    told = tuple(Informed(**given(INFORMED, one)) for one in item.get("people_told", ()))
    return Concern(**given(CONCERN, item), people_told=told)


def _source(item: Mapping[str, Any]) -> Source:
    return Source(
        **given(SOURCE, item),
        figures=tuple(Figure(**given(SCORE, figure)) for figure in item.get("figures", ())),
        bears_on=tuple(Bearing(on=bearing["on"], **given(BEARING, bearing)) for bearing in item.get("bears_on", ())),
    )


def parts(inspection: Inspection, refs: Mapping[str, str], people: set[str]) -> Iterator[tuple[str, Any]]:
    """The lists of the week. `refs` are the references of cases by id; who is not in the team is left out."""
    yield (
        "interviews",
        [{"case": refs[i.case]} | written(INTERVIEW, i) for i in inspection.interviews if i.case in refs],
    )
    yield "events", [_event(e, refs, people) for e in inspection.events]
    yield "sources", [_written_source(s) for s in inspection.sources]
    yield "concerns", [_concern(c, refs) for c in inspection.concerns]
    yield "told", [written(TOLD, t) for t in inspection.told]
    yield "points", [written(POINT, p, always=("said",)) for p in inspection.points]


def _event(event: Event, refs: Mapping[str, str], people: set[str]) -> Item:
    person = event.person if event.person in people else ""
    return written(EVENT, replace(event, person=person, case=refs.get(event.case, "")))


def _concern(concern: Concern, refs: Mapping[str, str]) -> Item:
    told = [written(INFORMED, one) for one in concern.people_told]
    return written(CONCERN, replace(concern, case="")) | filled(case=refs.get(concern.case), people_told=told)


def _written_source(source: Source) -> Item:
    figures = [written(SCORE, figure) for figure in source.figures]
    bearings = [{"on": bearing.on} | written(BEARING, bearing) for bearing in source.bears_on]
    return written(SOURCE, source) | filled(figures=figures, bears_on=bearings)
