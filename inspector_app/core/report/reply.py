"""The reply to a service on the factual accuracy of its copy: what it told us, what we did, and why. Pure.

It is written for the service: nothing of who decided or signed, of evidence or of cases is handed to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from inspector_app.core.domain.days import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.panel.accuracy import KINDS, place_said, point_said
from inspector_app.core.report.compose import DEFAULT_MARKING
from inspector_app.core.report.content import (
    Block,
    Column,
    Cover,
    Heading,
    Paragraph,
    Report,
    Row,
    Section,
    Table,
    Voice,
    plain,
)
from inspector_app.core.words import count, say

_DRAFT = "REPLY"


@dataclass(frozen=True, slots=True)
class Answer:
    """A point and what is answered to it. `kind` and `done` are words.

    `section`: the heading in the draft under which it is, "" for none; `page`: of its PDF, 0 where that is not known.
    """

    number: int
    kind: str
    said: str
    quoted: str
    done: str
    why: str
    section: str = ""
    page: int = 0


def compose(framework: Framework, inspection: Inspection, answers: Sequence[Answer], as_at: datetime) -> Report:
    """The reply, of which equal answers give an equal one."""
    marking = inspection.marking.strip() or DEFAULT_MARKING
    title = say("Reply on factual accuracy: {service}", service=inspection.service)
    facts = (("Fieldwork", when.spans(inspection.fieldwork)), ("Protective marking", marking))
    return Report(
        title=title,
        subject=framework.title,
        author=say("Inspection team"),
        language="en-GB",
        draft=_DRAFT,
        running=title,
        marking=marking,
        copy=say("Reply to the service on factual accuracy, not for publication"),
        data_as_at=say("Data as at {time}", time=when.printed(as_at)),
        notice=inspection.notice.strip(),
        made=as_at,
        cover=Cover(say("Factual accuracy"), inspection.service, framework.title, facts, inspection.notice.strip()),
        contents_title="Contents",
        sections=(Section(tuple(_blocks(answers)), new_page=True),),
    )


def _blocks(answers: Sequence[Answer]) -> Iterator[Block]:
    yield Heading(say("What you told us"), 1, "points")
    yield Paragraph(plain(_opening(len(answers))))
    if any(answer.page for answer in answers):
        yield Paragraph(
            plain(say("Page numbers are those of the PDF of your copy; in a word processor they may differ.")),
            Voice.NOTE,
        )
    order = [str(kind) for kind in KINDS.values()]
    by_kind = sorted(answers, key=lambda answer: (order.index(answer.kind), answer.number))
    for kind, of_kind in groupby(by_kind, key=lambda answer: answer.kind):
        yield Heading(kind, 2, f"kind-{kind}")
        yield _table(list(of_kind))


def _opening(number: int) -> str:
    return count(
        number,
        "You made {n} point on the draft. What you told us, what we did and why are set out below.",
        "You made {n} points on the draft. What you told us, what we did and why are set out below.",
    )


def _table(answers: Sequence[Answer]) -> Table:
    columns = (
        Column(say("Point"), 8, figures=True),
        Column(say("Where"), 16),
        Column(say("What you told us"), 33),
        Column(say("What we did"), 13),
        Column(say("Why"), 30),
    )
    rows = (
        Row(
            (
                plain(str(a.number)),
                plain(place_said(a.section, a.page)),
                plain(point_said(a.said, a.quoted)),
                plain(a.done),
                plain(a.why),
            )
        )
        for a in answers
    )
    return Table(columns, tuple(rows))
