"""Why a rating is what it is, on paper: each step with the rule behind it, to be checked by hand at the panel's table.

Pure: equal ways give equal bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable, Table

from inspector_app.core.domain.days import when
from inspector_app.core.domain.rated import Trace, Way
from inspector_app.core.report import annexe
from inspector_app.core.report.drawing import pack_look, plain_pages
from inspector_app.core.report.drawing.markup import paragraph
from inspector_app.core.report.drawing.plain_pages import PlainPages
from inspector_app.core.words import say

_WIDTHS = (0.05, 0.5, 0.11, 0.34)  # of the width: number, step, status, source


@dataclass(frozen=True, slots=True)
class Why:
    """What is printed: of which inspection, by which framework, as the data stood at `made`."""

    service: str
    framework: str
    marking: str
    made: datetime
    ways: Sequence[Way]


def write(why: Why) -> bytes:
    """The PDF."""
    title = say("{service}: why this rating", service=why.service)
    return plain_pages.write(PlainPages(title, why.marking, why.made), _story(why, title))


def _story(why: Why, title: str) -> Iterator[Flowable]:
    yield paragraph(title, pack_look.TITLE)
    printed = say("Data as at: {moment}", moment=when.printed(why.made))
    yield paragraph(f"{why.framework} · {printed}", pack_look.SAID)
    yield paragraph(annexe.INTRODUCTION, pack_look.SAID)
    for way in why.ways:
        so_far = say("provisional") if way.provisional else ""
        said = ", ".join(part for part in (way.rated, so_far) if part)
        yield paragraph(f"{way.title}: {said}", pack_look.QUESTION)
        yield _table(way.steps)


def _table(steps: Sequence[Trace]) -> Flowable:
    heads = ("", say("Step"), say("Status"), say("Source of the rule"))
    rows = [[paragraph(head, pack_look.FACT) for head in heads]]
    for number, step in enumerate(steps, start=1):
        cells = (str(number), step.text, step.status.capitalize(), step.source)
        rows.append([paragraph(said, pack_look.CELL) for said in cells])
    widths = [pack_look.WIDTH * share for share in _WIDTHS]
    return Table(rows, widths, style=list(plain_pages.RULES), repeatRows=1, splitInRow=1, spaceAfter=10)
