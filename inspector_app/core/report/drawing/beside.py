"""Inspections beside one another on paper: of each set of rules its inspections, their ratings, and their Yes rates.

Pure: equal figures give equal bytes. Inspections are lines, so that many have room; standards and key questions are columns,
as many in one table as a page is wide.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from reportlab.platypus import Flowable, Table

from inspector_app.core.domain.collection import InEach, SideBySide
from inspector_app.core.domain.days import when
from inspector_app.core.rating import beside_words
from inspector_app.core.report.drawing import pack_look, plain_pages
from inspector_app.core.report.drawing.markup import paragraph
from inspector_app.core.report.drawing.plain_pages import PlainPages
from inspector_app.core.words import say

T = TypeVar("T")
_ACROSS = 5  # columns of figures
_FIRST = 0.25  # of the width: which inspection it is


@dataclass(frozen=True, slots=True)
class Pages:
    """What is printed, as the data stood at `made`. `titles`: of frameworks, by their ids."""

    title: str
    marking: str
    made: datetime
    sides: Sequence[SideBySide]
    titles: Mapping[str, str]


def write(pages: Pages) -> bytes:
    """The PDF."""
    return plain_pages.write(PlainPages(pages.title, pages.marking, pages.made), _story(pages))


def _story(pages: Pages) -> Iterator[Flowable]:
    yield paragraph(pages.title, pack_look.TITLE)
    yield paragraph(say("Data as at: {moment}", moment=when.printed(pages.made)), pack_look.SAID)
    for sentence in beside_words.may_be_compared(pages.sides):
        yield paragraph(sentence, pack_look.SAID)
    for one in pages.sides:
        framework = one.rules.framework
        yield paragraph(pages.titles.get(framework, framework), pack_look.QUESTION)
        for number, each in enumerate(one.inspections, start=1):
            overall = say("Overall: {rating}", rating=each.overall or beside_words.NONE)
            yield paragraph(f"{number}. {beside_words.inspection(each)}; {overall}", pack_look.SAID)
        yield from _tables(one, one.standards, beside_words.rating)
        yield from _tables(one, beside_words.judged(one), beside_words.rate)


def _tables(one: SideBySide, lines: Sequence[InEach[T]], cell: Callable[[T | None], str]) -> Iterator[Flowable]:
    """The columns, so many at a time, with each inspection by its number and service."""
    for start in range(0, len(lines), _ACROSS):
        shown = lines[start : start + _ACROSS]
        rows = [["", *(line.ref for line in shown)]]
        for place, each in enumerate(one.inspections):
            rows.append([f"{place + 1}. {each.service}", *(cell(line.each[place]) for line in shown)])
        yield _table(rows)


def _table(rows: Sequence[Sequence[str]]) -> Flowable:
    made = [
        [paragraph(said, pack_look.CELL if place else pack_look.FACT) for said in row] for place, row in enumerate(rows)
    ]
    each = (1 - _FIRST) / _ACROSS
    widths = [pack_look.WIDTH * share for share in (_FIRST, *(each for _ in rows[0][1:]))]
    return Table(made, widths, style=list(plain_pages.RULES), repeatRows=1, spaceAfter=10, hAlign="LEFT")
