"""The page of an archive, for the team itself: every case with its answers and notes, evidence, findings, concerns, comments,
second markings, and the history of each thing. Pure: equal things give an equal page.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from inspector_app.core.domain import fields
from inspector_app.core.domain.days import when
from inspector_app.core.domain.everything import Item
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import case_of
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.text.natural import natural
from inspector_app.core.report.archived.rows import Rows, Source
from inspector_app.core.report.compose import DEFAULT_MARKING
from inspector_app.core.report.content import (
    Block,
    Column,
    Cover,
    Heading,
    Notice,
    Paragraph,
    Progress,
    Report,
    Row,
    Section,
    Table,
    plain,
)
from inspector_app.core.words import Later, later, listed, say

# What stands under which heading; whatever is part of a case stands under its case.
PARTS: tuple[tuple[Later, tuple[fields.Entity, ...]], ...] = (
    (later("The inspection and its team"), (fields.INSPECTION, fields.PERSON, fields.CASELOAD)),
    (later("Evidence"), (fields.SOURCE, fields.SCORE, fields.BEARING)),
    (later("Ratings and the panel"), (fields.RATING, fields.TOTALS, fields.PANEL, fields.SEAT, fields.OWN_RATING)),
    (later("Findings and recommendations"), (fields.FINDING, fields.RECOMMENDATION, fields.PREVIOUS, fields.SUPPORT)),
    (later("Concerns"), (fields.CONCERN, fields.INFORMED)),
    (later("The week"), (fields.EVENT,)),
    (later("What the service was told, and what it said"), (fields.TOLD, fields.POINT)),
    (later("Words that were allowed"), (fields.ALLOWED,)),
)
_SAYS = later(
    "This is everything in the inspection that the person who made this page may see, as it stood at the time given "
    "above: what was written, and every change to it. It is not a report, and nothing in it has been weighed."
)
_OPEN = later(
    "Not encrypted. Anybody who has this page can read all of it: names of colleagues, notes about children, "
    "concerns. Look after it as you would the case files, and send it to nobody outside the team."
)
_WITHHELD = later("Marked blind, so others’ answers are left out until everybody has finished: {cases}.")


def of_case(entity: fields.Entity) -> bool:
    """Whether things of this kind are part of a case, by their id."""
    return entity is fields.CASE or entity.key[:1] == ("case",)


def compose(source: Source, inspection: Inspection, who: str, as_at: datetime, progress: Progress) -> Report:
    """The page. `who`: for whom it is made. `progress` is called for each part; what it raises stops the work."""
    marking = inspection.marking.strip() or DEFAULT_MARKING
    title = say("Archive: {service}", service=inspection.service)
    facts = (("Fieldwork", when.spans(inspection.fieldwork)), ("Protective marking", marking), (say("Made for"), who))
    return Report(
        title=title,
        subject=source.framework.title,
        author=who,
        language="en-GB",
        draft="ARCHIVE",
        running=title,
        marking=marking,
        copy=say("For the inspection team alone"),
        data_as_at=say("Data as at {time}", time=when.printed(as_at)),
        notice=inspection.notice.strip(),
        made=as_at,
        cover=Cover(say("Archive"), inspection.service, source.framework.title, facts, inspection.notice.strip()),
        contents_title=say("Contents"),
        sections=(_about(source), *_sections(source, progress)),
    )


def _about(source: Source) -> Section:
    withheld = source.found.withheld
    blocks: list[Block] = [Notice(_OPEN.say()), Paragraph(plain(_SAYS.say()))]
    if withheld:
        blocks.append(Notice(_WITHHELD.say(cases=listed(withheld))))
    return Section(tuple(blocks))


def _sections(source: Source, progress: Progress) -> Iterator[Section]:
    rows = Rows(source)
    told, history = list[Section](), list[Section]()
    groups = list(_groups(source))
    for number, (key, called, items) in enumerate(groups):
        progress(number, len(groups), say("Writing the page"))
        told += _part(Heading(called, 2, key), _SAID, tuple(rows.of(items)))
        history += _part(Heading(called, 2, f"history-{key}"), _CHANGED, tuple(rows.history(items)))
    yield from _under(say("What it holds"), "holds", told)
    yield from _under(say("History"), "history", history)


_SAID = (Column(later("What").say(), 25), Column(later("What it says").say(), 75))
_CHANGED = (
    Column(later("When").say(), 18), Column(later("Who").say(), 17), Column(later("What").say(), 20),
    Column(later("What it said from then on").say(), 45),
)  # fmt: skip


def _part(heading: Heading, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> list[Section]:
    return [Section((heading, Table(columns, rows)))] if rows else []


def _under(called: str, key: str, parts: Sequence[Section]) -> Iterator[Section]:
    if parts:
        yield Section((Heading(called, 1, key),), new_page=True)
        yield from parts


def _groups(source: Source) -> Iterator[tuple[str, str, list[Item]]]:
    """Key, heading and things of each part: the cases by their references, then the rest."""
    by_case: dict[str, list[Item]] = {item.id: [item] for item in source.found.items[fields.CASE.code]}
    for entity in ENTITIES.values():
        if of_case(entity) and entity is not fields.CASE:
            for item in source.found.items[entity.code]:
                by_case.setdefault(case_of(item.id), []).append(item)
    refs = {item.id: str(item.values.get("ref") or "") for item in source.found.items[fields.CASE.code]}
    for number, case in enumerate(sorted(by_case, key=lambda case: (natural(refs.get(case, "")), case))):
        items = sorted(by_case[case][1:], key=lambda item: natural(item.id))
        yield f"case-{number}", say("Case {ref}", ref=refs.get(case) or "?"), [by_case[case][0], *items]
    for number, (called, entities) in enumerate(PARTS):
        yield f"part-{number}", called.say(), [item for e in entities for item in source.found.items[e.code]]
