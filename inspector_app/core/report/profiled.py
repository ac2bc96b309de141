"""How the sample divides, beside the service's caseload, and how each part was judged: as it may be told outside."""

from collections.abc import Iterator

from inspector_app.core.domain.by_question import Total
from inspector_app.core.domain.cases.case_facts import NOT_RECORDED
from inspector_app.core.rating import profile_words, suppress
from inspector_app.core.rating.breakdown import (
    Breakdown,
    Part,
    SampleBreakdown,
    breakdowns,
    judged_for_all,
    judged_on_all,
    share,
)
from inspector_app.core.report.content import Bar, Block, Chart, Column, Label, Paragraph, Row, Table, Voice, plain
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import say


def compose(data: Data) -> Iterator[Block]:
    """A chart and tables for each sample that may be told; nothing where the framework says nothing of small numbers.

    They stand in copies of the inspectorate alone, and hold no number that may not leave.
    """
    rule = data.framework.small_numbers
    if rule is None or data.outward:
        return
    inspection = judged_on_all(data.framework, judged_for_all(data.inspection, data.blind))
    found = breakdowns(data.framework, inspection, data.inspection.caseload)
    for sample in suppress.told(found, rule.least):
        told = [one for one in sample.by if one.parts and [part.value for part in one.parts] != [NOT_RECORDED]]
        if told:
            yield Label(say("{sample}: profile", sample=sample.title))
            yield Paragraph(plain(rule.text), Voice.NOTE)
        for one in told:
            yield _chart(one)
            yield _cases(one)
            if sample.questions:
                yield _judged(sample, one)


def _chart(one: Breakdown) -> Chart:
    bars = tuple(
        Bar(profile_words.called(part), share(part.cases, one.cases) or 0, profile_words.cases(part.cases, one.cases))
        for part in one.parts
    )
    told = "; ".join(f"{bar.label}: {bar.says}" for bar in bars)
    return Chart(bars, (), say("Chart of the sample, {by}: {told}.", by=one.title, told=told))


def _cases(one: Breakdown) -> Table:
    beside = [] if one.caseload is None else [Column(say("Service’s caseload"), 30, figures=True)]
    columns = [Column(one.title, 40), Column(say("Cases"), 30 if beside else 60, figures=True), *beside]
    return Table(tuple(columns), tuple(_row(part, one) for part in one.parts))


def _row(part: Part, one: Breakdown) -> Row:
    cells = [profile_words.called(part), profile_words.cases(part.cases, one.cases)]
    if one.caseload is not None:
        cells.append(profile_words.NONE if part.caseload is None else profile_words.cases(part.caseload, one.caseload))
    return Row(tuple(plain(cell) for cell in cells))


def _judged(sample: SampleBreakdown, one: Breakdown) -> Table:
    each = 72 // len(sample.questions)
    first = Column(say("% ‘Yes’ by: {by}", by=one.title), 100 - each * len(sample.questions))
    columns = (first, *(Column(ref, each, figures=True) for ref in sample.questions))
    rows = [
        _rates(say("All cases"), one.rates),
        *(_rates(profile_words.called(part), part.rates) for part in one.parts),
    ]
    return Table(columns, tuple(rows))


def _rates(called: str, rates: tuple[Total | None, ...]) -> Row:
    return Row((plain(called), *(plain(profile_words.rate(rate, outside=True)) for rate in rates)))
