"""The ratings page, in the form of the published one (HMIP, Trafford, fieldwork March 2025)."""

from itertools import groupby

from inspector_app.core.domain.days import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, RatedStandard
from inspector_app.core.domain.rating_rules import Scale
from inspector_app.core.report import standings, words
from inspector_app.core.report.content import (
    Block,
    Column,
    Heading,
    Notice,
    Overall,
    Paragraph,
    Rating,
    Row,
    Section,
    Table,
    Voice,
    plain,
)
from inspector_app.core.report.drafted import Data
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import listed, say


def compose(data: Data, title: str, notes: Footnotes) -> Section:
    """The ratings page: score and overall rating where the framework makes one, then every standard by domain."""
    framework, inspection, rated = data.framework, data.inspection, data.rated
    blocks: list[Block] = [Heading(title, 1, "ratings")]
    if inspection.notice.strip():
        blocks.append(Notice(inspection.notice.strip()))
    started = say("Fieldwork started {month}", month=when.month(inspection.start))
    if standings.has_overall(framework):
        blocks.append(_overall(framework, inspection, rated, started))
        if rated.provisional:
            blocks.append(Notice(say("This rating is provisional.") if data.outward else standings.provisional(rated)))
    else:
        blocks += [Paragraph(plain(started), Voice.LEAD), Paragraph(plain(_no_overall(rated)))]
    blocks += [_ratings_table(data, notes), *notes.take()]
    return Section(tuple(blocks), new_page=True)


def _no_overall(rated: Rated) -> str:
    said = say("Each theme is rated, and there is no overall rating.")
    left = [
        s.title for s in rated.standards if s.stars is None and s.rating is None
    ]  # the table has no other name of them
    return f"{said} {say('Not yet rated: {titles}.', titles=listed(left))}" if left else said


def _overall(framework: Framework, inspection: Inspection, rated: Rated, started: str) -> Overall:
    score = "Score not yet known" if rated.score is None else f"Score {rated.score}/{rated.score_max}"
    remark = "provisional" if rated.provisional and rated.overall else ""
    rating = standings.of_word(framework, rated.overall, remark=remark)
    return Overall(inspection.service, started, score, "Overall rating", rating)


def _ratings_table(data: Data, notes: Footnotes) -> Table:
    framework, rated = data.framework, data.rated
    stars = framework.rating.scale is Scale.STARS
    columns: tuple[Column, ...] = (Column("Theme" if framework.has_themes else "Standard", 52), Column("Rating", 48))
    if stars:
        columns = (
            Column("Theme", 42),
            Column("Rating", 42),
            Column("Case assessment score", 16, figures=True),
        )
    rows: list[Row] = []
    for domain, standards in groupby(rated.standards, key=lambda s: framework.by_ref[s.ref].domain):
        if group := framework.domain(domain).in_ratings:
            rows.append(Row((plain(words.shortened(group)),), group=True))
        rows += [_ratings_row(data, s, notes, stars) for s in standards]
    return Table(columns, tuple(rows))


def _ratings_row(data: Data, standard: RatedStandard, notes: Footnotes, stars: bool) -> Row:
    framework = data.framework
    rating = _marked(framework, standard, notes)
    of = framework.by_ref[standard.ref]
    cells = (plain(words.shortened(of.in_ratings or of.name)), rating)
    return Row((*cells, plain(_case_score(data, standard))) if stars else cells)


def _marked(framework: Framework, standard: RatedStandard, notes: Footnotes) -> Rating:
    """The rating with the footnotes it needs on the ratings page."""
    marks = []
    if standard.discretion:
        marks.append(notes.add(standings.discretion(standard.discretion, framework)))
    if standings.has_overall(framework) and not standard.counted:
        marks.append(notes.add(standings.not_counted(framework, standard)))
    return standings.of_standard(framework, standard, " ".join(marks))


def _case_score(data: Data, standard: RatedStandard) -> str:
    told = standard.case_score is not None and data.tells_score(standard.ref)
    return f"{standard.case_score}%" if told else "–"
