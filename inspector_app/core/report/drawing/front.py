"""What stands before the sections of a report: its cover and its contents, as ReportLab flowables."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from inspector_app.core.report import content, words
from inspector_app.core.report.content import plain
from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.drawn import PageNumber
from inspector_app.core.report.drawing.framed import Stroke, Table
from inspector_app.core.report.drawing.markup import markup, paragraph
from inspector_app.core.report.drawing.right_to_left import Paragraph
from inspector_app.core.report.drawing.story import height_of
from inspector_app.core.report.drawing.tables import RULES, Style

_SKY = 96.0  # above the first line of a cover


def of_cover(cover: content.Cover) -> Iterator[Flowable]:
    """The first page: what this is, of whom, when, and how it may be handled."""
    above = [
        Stroke(64, 4, color=look.ACCENT, hAlign="LEFT", spaceAfter=14, lineCap="butt"),
        paragraph(cover.kicker, look.KICKER),
        paragraph(cover.service, look.COVER_TITLE),
        paragraph(cover.framework, look.COVER_FRAMEWORK),
    ]
    if cover.notice.strip():
        above.append(paragraph(cover.notice, look.NOTICE))
    rows = [[paragraph(label, look.CELL_HEAD), paragraph(said, look.CELL)] for label, said in cover.facts]
    lines: list[Style] = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, look.LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, look.LINE),
    ]
    facts = Table(rows, [0.28 * look.WIDTH, 0.72 * look.WIDTH], style=[*RULES, *lines], splitInRow=1)
    room = look.HEIGHT - sum(map(height_of, [*above, facts]))
    yield Spacer(0, _SKY if room < 0 else min(_SKY, room))  # below a long name and notice it gives way
    yield from above
    yield CondPageBreak(min(height_of(facts), look.HEIGHT))  # where that is not enough they stay together
    yield facts


def of_contents(title: str, headings: Sequence[content.Heading], pages: dict[str, int]) -> Iterator[Flowable]:
    """The list of headings, each a link, with their `pages`, which are asked for when it is drawn; on pages of its own."""
    yield PageBreak()
    yield paragraph(title, look.HEADINGS[1])
    rows = [_contents_row(h, pages) for h in headings if h.level in look.CONTENTS]
    close: list[Style] = [("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    style: list[Style] = [*RULES, *close, ("LINEBELOW", (0, 0), (-1, -1), 0.25, look.LINE)]
    if rows:
        lines = Table(rows, [look.WIDTH - 40, 40], style=style, splitInRow=1)
        lines.is_contents = True
        yield lines
    yield PageBreak()


def _contents_row(heading: content.Heading, pages: dict[str, int]) -> list[Flowable]:
    title = markup(plain(words.shortened(heading.text)))
    link = f'<a href="#{escape(heading.key)}" color="#{look.INK.hexval()[2:]}">{title}</a>'
    leads = Paragraph(link, look.CONTENTS[heading.level])
    leads.link_says = look.drawable(words.shortened(heading.text))
    return [leads, PageNumber(heading.key, pages, look.CONTENTS_PAGE)]
