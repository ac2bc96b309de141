"""The edits that bring a document's fieldwork week into a workspace: interviews, events, evidence and concerns.

What stands there already, word for word, is not added again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.fields import (
    BEARING,
    CONCERN,
    EVENT,
    INFORMED,
    INTERVIEW,
    POINT,
    SCORE,
    SOURCE,
    TOLD,
    Entity,
    Value,
)
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.inspection import Concern, Inspection, Source
from inspector_app.core.domain.steps.changes import Edit

Held = str | int | date | tuple[Span, ...] | None


def edits(
    there: Inspection, new: Inspection, cases: Mapping[str, str], people: Mapping[str, str], *, sources: Iterable[str]
) -> Iterator[Edit]:
    """`cases` and `people` are the ids in the workspace by those of the document; `sources` those of its sources in order."""
    interviews, events, concerns = set(there.interviews), set(there.events), set(there.concerns)
    for interview in (replace(i, case=cases[i.case]) for i in new.interviews):
        if interview not in interviews:
            yield from edits_of(INTERVIEW, f"{interview.case}/{new_id()}", interview)
    for event in (replace(e, case=cases.get(e.case, ""), person=people.get(e.person, "")) for e in new.events):
        if event not in events:
            yield from edits_of(EVENT, new_id(), event)
    known = {_in_order(source) for source in there.sources}
    for source, item in zip(new.sources, sources, strict=True):
        if _in_order(source) not in known:
            yield from _source(source, item)
    for concern in (replace(c, case=cases.get(c.case, "")) for c in new.concerns):
        if concern not in concerns:
            yield from _concern(concern, new_id())
    for entity, brought, held in ((TOLD, new.told, set(there.told)), (POINT, new.points, set(there.points))):
        for one in brought:
            if one not in held:
                yield from edits_of(entity, new_id(), one)


def _concern(concern: Concern, item: str) -> Iterator[Edit]:
    yield from edits_of(CONCERN, item, concern)
    for one in concern.people_told:
        yield from edits_of(INFORMED, f"{item}/{new_id()}", one)


def source_ids(there: Mapping[str, Source], new: Inspection) -> list[str]:
    """The id in the workspace of each source of a document, in order: a new one for each that is not `there` (by its id)."""
    known = {_in_order(source): item for item, source in there.items()}
    return [known.get(_in_order(source)) or new_id() for source in new.sources]


def _in_order(source: Source) -> Source:
    return replace(source, bears_on=tuple(sorted(source.bears_on, key=lambda bearing: bearing.on)))


def _source(source: Source, item: str) -> Iterator[Edit]:
    yield from edits_of(SOURCE, item, source)
    for position, figure in enumerate(source.figures):
        yield from edits_of(SCORE, f"{item}/{new_id()}", figure, position=position)
    for bearing in source.bears_on:
        yield from edits_of(BEARING, f"{item}/{bearing.on}", bearing, bears=True)


def edits_of(entity: Entity, item: str, value: object, **instead: Held) -> Iterable[Edit]:
    """Edits of what a document says of one thing, but for the fields given `instead`; what it leaves out is left alone."""
    said = {field.code: getattr(value, field.code) for field in entity.documented} | instead
    for field, held in said.items():
        if held not in (None, "", ()) and held is not False:
            yield Edit(entity.code, EntityId(item), field, _stored(held))


def _stored(held: Held) -> Value:
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, tuple):
        return spans.stored(held)
    return held.value if isinstance(held, StrEnum) else held
