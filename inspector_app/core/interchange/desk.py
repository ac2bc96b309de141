"""The parts of an inspection document about the fieldwork week: interviews, events, sources and concerns, in and out.

Their keys are the fields of the values they become (domain/inspection.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from inspector_app.core.domain.inspection import Bearing, Case, Concern, Event, Figure, Inspection, Interview, Source

_Item = dict[str, Any]
_DAYS = ("day", "told_day", "began", "ended")
_COUNTS = ("age", "asked", "answered", "count", "of")


def read(tree: Mapping[str, Any]) -> _Item:
    """These parts of a document that has been checked, as the fields of an Inspection."""
    visit = tree.get("return", {})
    start, end = visit.get("start"), visit.get("end", visit.get("start"))
    return {
        "nation": tree.get("nation", ""),
        "return_start": date.fromisoformat(start) if start else None,
        "return_end": date.fromisoformat(end) if end else None,
        "interviews": tuple(Interview(**{"role": "", **given(item)}) for item in tree.get("interviews", ())),
        "events": tuple(Event(**{"day": None, **given(item)}) for item in tree.get("events", ())),
        "sources": tuple(_source(item) for item in tree.get("sources", ())),
        "concerns": tuple(Concern(**{"what": "", **given(item)}) for item in tree.get("concerns", ())),
    }


def given(item: Mapping[str, Any]) -> _Item:
    """The keys of an item as the fields of its value: days become dates, and 3.0, which JSON has for 3, becomes 3."""
    found = dict(item)
    found.update({key: date.fromisoformat(item[key]) for key in _DAYS if key in item})
    found.update({key: int(item[key]) for key in _COUNTS if key in item})
    return found


def _source(item: Mapping[str, Any]) -> Source:
    found = {"kind": "", **given(item)}
    found["figures"] = tuple(Figure(**{"question": "", **given(figure)}) for figure in item.get("figures", ()))
    found["bears_on"] = tuple(Bearing(**bearing) for bearing in item.get("bears_on", ()))
    return Source(**found)


def about(inspection: Inspection) -> Iterator[tuple[str, Any]]:
    """Nation and return visit, as the document has them."""
    yield "nation", inspection.nation
    start, end = inspection.return_start, inspection.return_end
    yield "return", filled(start=start, end=end) if start else None


def facts(case: Case) -> _Item:
    """What a case's item says of the child or victim, beside reference, sample, type and inspector."""
    return {
        key: value for key, value in written(case).items() if key not in ("id", "ref", "sample", "type", "inspector")
    }


def parts(inspection: Inspection, refs: Mapping[str, str], people: set[str]) -> Iterator[tuple[str, Any]]:
    """The lists of the week. `refs` are the references of cases by id; who is not in the team is left out."""
    yield "interviews", [written(i) | {"case": refs[i.case]} for i in inspection.interviews if i.case in refs]
    yield "events", [_of_case(written(e), refs, people) for e in inspection.events]
    yield "sources", [_written_source(s) for s in inspection.sources]
    yield "concerns", [_of_case(written(c), refs, people) for c in inspection.concerns]


def _of_case(found: _Item, refs: Mapping[str, str], people: set[str]) -> _Item:
    if found.get("person") not in people:
        found.pop("person", None)
    case = refs.get(found.pop("case", ""))
    return found | filled(case=case)


def _written_source(source: Source) -> _Item:
    figures, bearings = [written(f) for f in source.figures], [written(b) for b in source.bears_on]
    return written(source) | filled(figures=figures, bears_on=bearings)


def written(value: Any) -> _Item:
    """A value as an item: its fields that hold something, but for lists."""
    return filled(**{f.name: getattr(value, f.name) for f in fields(value) if f.name not in ("figures", "bears_on")})


def filled(**found: object) -> _Item:
    """An item of what is not empty; dates as text."""
    held = {key: value for key, value in found.items() if value or type(value) is int}
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in held.items()}
