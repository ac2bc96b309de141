"""The fieldwork week, or a day of it, on paper: for the wall of a borrowed room, and for the service. A day is never parted.

Pure: equal timetables give equal bytes.
"""

from collections.abc import Iterator

from reportlab.platypus import Flowable, KeepTogether, Table

from inspector_app.core.domain.days import when
from inspector_app.core.report.drawing import pack_look, plain_pages
from inspector_app.core.report.drawing.markup import paragraph
from inspector_app.core.report.drawing.plain_pages import PlainPages
from inspector_app.core.report.paper.content import DayOf, Timetable
from inspector_app.core.words import say

_WIDTHS = (0.17, 0.43, 0.15, 0.25)  # of the width: time, what, case, who leads


def write(timetable: Timetable) -> bytes:
    """The PDF of a timetable."""
    about = PlainPages(_title(timetable), timetable.marking, timetable.made)
    return plain_pages.write(about, _story(timetable))


def _title(timetable: Timetable) -> str:
    return f"{timetable.service}: {timetable.dates}"


def _story(timetable: Timetable) -> Iterator[Flowable]:
    yield paragraph(timetable.service, pack_look.TITLE)
    whose = say("what {name} leads", name=timetable.whose) if timetable.whose else ""
    printed = say("Data as at: {moment}", moment=when.printed(timetable.made))
    yield paragraph(" · ".join(part for part in (timetable.dates, whose, printed) if part), pack_look.SAID)
    for day in timetable.days:
        heading, table = paragraph(day.name, pack_look.QUESTION), _table(day)
        high = heading.wrap(pack_look.WIDTH, 0)[1] + table.wrap(pack_look.WIDTH, 0)[1]
        whole = high < pack_look.HEIGHT
        yield from [KeepTogether([heading, table])] if whole else [heading, table]


def _table(day: DayOf) -> Flowable:
    if not day.entries:
        return paragraph(say("Nothing is planned."), pack_look.SAID)
    heads = (say("Time"), say("What happens"), say("Case"), say("Who leads it"))
    rows = [[paragraph(head, pack_look.FACT) for head in heads]]
    rows += [[paragraph(said, pack_look.CELL) for said in (e.hours, e.what, e.case, e.person)] for e in day.entries]
    widths = [pack_look.WIDTH * share for share in _WIDTHS]
    return Table(rows, widths, style=list(plain_pages.RULES), repeatRows=1, splitInRow=1, spaceAfter=10)
