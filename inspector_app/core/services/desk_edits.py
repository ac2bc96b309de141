"""The edits that bring a document's fieldwork week into a workspace: interviews, events, evidence and concerns.

What stands there already, word for word, is not added again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date

from inspector_app.core.domain.changes import Edit
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.inspection import Inspection, Source

Held = str | int | date | None


def edits(there: Inspection, new: Inspection, cases: Mapping[str, str], people: Mapping[str, str]) -> Iterator[Edit]:
    """`cases` and `people` are the ids in the workspace by those of the document."""
    for interview in (replace(i, case=cases[i.case]) for i in new.interviews):
        if interview not in there.interviews:
            about = asdict(interview)
            yield from edits_of("interview", f"{about.pop('case')}/{new_id()}", **about)
    for event in (replace(e, case=cases.get(e.case, ""), person=people.get(e.person, "")) for e in new.events):
        if event not in there.events:
            yield from edits_of("event", new_id(), **asdict(event))
    known = {_in_order(source) for source in there.sources}
    for source in new.sources:
        if _in_order(source) not in known:
            yield from _source(source, new_id())
    for concern in (replace(c, case=cases.get(c.case, "")) for c in new.concerns):
        if concern not in there.concerns:
            yield from edits_of("concern", new_id(), **asdict(concern))


def _in_order(source: Source) -> Source:
    return replace(source, bears_on=tuple(sorted(source.bears_on, key=lambda bearing: bearing.on)))


def _source(source: Source, item: str) -> Iterator[Edit]:
    about = asdict(source)
    figures, bearings = about.pop("figures"), about.pop("bears_on")
    yield from edits_of("source", item, **about)
    for position, figure in enumerate(figures):
        yield from edits_of("score", f"{item}/{new_id()}", **figure, position=position)
    for bearing in bearings:
        yield from edits_of("bearing", f"{item}/{bearing['on']}", bears=True, note=bearing["note"])


def edits_of(entity: str, item: str, **values: Held) -> Iterable[Edit]:
    """Edits of what a document says of one thing; what it leaves out is left alone."""
    for field, value in values.items():
        if value not in (None, "") and value is not False:
            held = value.isoformat() if isinstance(value, date) else value
            yield Edit(entity, EntityId(item), field, held)
