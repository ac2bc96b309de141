"""The draft findings part by part, in the order of the framework's reports.

A fault in one leaves the others: the draft is needed at ten at night, and most of it is well. So this is an edge, as the
runner of jobs is: what nobody caught is logged without a value in it, and its place says that it is missing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile

from inspector_app.core.domain.parts import Holds, Part
from inspector_app.core.errors import Expected
from inspector_app.core.log import places
from inspector_app.core.report import data_annexe, drafted, ratings_page, recommendations, rested, sections, typed
from inspector_app.core.report.content import Block, Column, Heading, Notice, Row, Section, Table, plain
from inspector_app.core.report.drafted import Data
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import say

_Made = tuple[Part, tuple[Section, ...]]
_log = logging.getLogger(__name__)


def compose(data: Data, notes: Footnotes) -> tuple[Section, ...]:
    """Every part that has something to say. One of text that nobody wrote, and for which nothing is drafted, is left out."""
    parts = data.framework.parts
    made = [
        (part, whole(_called(part), partial(_sections, part, data, notes, early), notes.take))
        for part, early in zip(parts, _early(parts), strict=True)
    ]
    return tuple(s for place, one in enumerate(made) for s in _with_heading(one, made[place + 1 :]))


def _early(parts: Sequence[Part]) -> Iterator[bool]:
    """Whether each begins a page: before the standards, but for what goes on below a few lines of who the inspectorate is.

    So the ratings, which come after, mostly have the page that they need.
    """
    first_standards = next(place for place, part in enumerate(parts) if part.holds is Holds.STANDARDS)
    for place in range(len(parts)):
        yield place < first_standards and (place == 0 or parts[place - 1].holds is not Holds.PRINTED)


def whole(
    called: str, make: Callable[[], Iterable[Section]], give_up: Callable[[], object] = lambda: None
) -> tuple[Section, ...]:
    """The sections of a part; where a fault of the program keeps it from being made, one that says so in its place.

    `give_up` is done then. Expected: as `make`.
    """
    try:
        return tuple(make())
    except Expected:
        raise
    except Exception as error:  # noqa: BLE001 an edge: what else was written is needed all the same
        _log.error("part of a report: uncaught %s at %s", type(error).__name__, " < ".join(places(error.__traceback__)))
        give_up()
    said = say(
        "This part could not be made, by a fault of the program, and is missing: {part}. What was written is safe, and "
        "all other parts are here.",
        part=called,
    )
    return (Section((Heading(called, 1, f"missing-{called}"), Notice(said)), new_page=True, missing=called),)


def _called(part: Part) -> str:
    return part.heading or say("The standards")


def _with_heading(made: _Made, rest: Sequence[_Made]) -> tuple[Section, ...]:
    """A part that is a heading alone is printed where something is printed under it."""
    part, own = made
    if own or part.holds is not Holds.PRINTED:
        return own
    under = takewhile(lambda other: other[0].level > part.level, rest)
    return (Section((_heading(part),), new_page=True),) if any(sections for _, sections in under) else ()


def _sections(part: Part, data: Data, notes: Footnotes, early: bool) -> Iterator[Section]:
    match part.holds:
        case Holds.RATINGS:
            yield ratings_page.compose(data, part.heading, notes)
        case Holds.RECOMMENDATIONS:
            under = rested.with_recommendations(data)
            yield from recommendations.compose(data.framework, data.inspection, part.heading, notes, under)
        case Holds.STANDARDS:
            yield from sections.compose(data, part.domains, notes)
        case Holds.TEAM | Holds.FIGURES:
            blocks = tuple(_team(data) if part.holds is Holds.TEAM else data_annexe.compose(data))
            if blocks:
                yield Section((_heading(part), *blocks), new_page=True)
        case Holds.TEXT | Holds.PRINTED:
            yield from _text(part, data, notes, early)
    if part.closing and part.holds is not Holds.TEXT:
        yield Section(tuple(drafted.blocks(part.closing, data, notes)))


def _text(part: Part, data: Data, notes: Footnotes, early: bool) -> Iterator[Section]:
    written = [f for f in data.inspection.findings if f.standard == part.code and f.text.strip()]
    body: list[Block] = [*drafted.blocks(part.drafted, data, notes)]
    for finding in written if part.holds is Holds.TEXT else ():
        body += typed.blocks(finding.text, notes, finding.mark)
    if body:
        body += drafted.blocks(part.closing, data, notes)
        yield Section((_heading(part), *body, *notes.take()), new_page=early and part.level == 1)


def _heading(part: Part) -> Heading:
    key = part.code if part.holds is not Holds.PRINTED else f"printed-{part.heading}"
    return Heading(part.heading, part.level, key)


def _team(data: Data) -> Iterator[Block]:
    team = sorted(data.inspection.team, key=drafted.in_order)
    rows = tuple(Row((plain(p.role[:1].upper() + p.role[1:]), plain(p.name))) for p in team)
    if rows:
        yield Table((Column(say("Role"), 36), Column(say("Name"), 64)), rows)
