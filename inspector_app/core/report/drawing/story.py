"""Blocks of content as ReportLab flowables. Every one of them can be split, so that no text is too long for a page."""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from inspector_app.core.report import content, words
from inspector_app.core.report.content import Text, Voice, plain
from inspector_app.core.report.drawing import look, right_to_left
from inspector_app.core.report.drawing.charted import Charted
from inspector_app.core.report.drawing.drawn import PageMark, PageNumber, RatingMark
from inspector_app.core.report.drawing.framed import Line, Table
from inspector_app.core.report.drawing.right_to_left import Paragraph

_VOICES = {Voice.BODY: look.BODY, Voice.LEAD: look.LEAD, Voice.NOTE: look.NOTE}
# Room kept for a heading and what follows it at once; more where what follows needs more before it can be split.
_ROOM = {1: 160.0, 2: 150.0, 3: 70.0}
_ROOM_WITH_TABLE = 280.0  # a standard begins where its table of key questions still fits
_ROOM_TABLE = 0.45 * look.HEIGHT
_HIGH_ROW = look.HEIGHT / 3
_LAST = look.HEIGHT / 5  # of a table: the least that goes on to its last page
_PADDED = 8  # points above and below what is in a row
_ROWS_ENOUGH = 20  # of a table, each of a line and 8 points of room: higher than _ROOM_TABLE
_WHOLE = 3  # a paragraph of at most so many lines is not split: neither part may be a single line
# A section that begins a page begins it unless less than three tenths of the page are used: what is left of the section
# before, or a section of a few lines, is then not a page of its own.
_ROOM_SECTION = 0.71 * look.HEIGHT

_Style = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]
_BESIDE = 4  # points at either side of a cell: a cell is broken into lines once, for the width that is left
_RULES: tuple[_Style, ...] = (
    ("FONTNAME", (0, 0), (-1, -1), look.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("LEFTPADDING", (0, 0), (-1, -1), _BESIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), _BESIDE),
)


def markup(text: Text) -> str:
    """ReportLab's markup of a text: what the author typed never acts as markup, and no character is without a font."""
    return "".join(_run(run) for run in text)


def _run(run: content.Run) -> str:
    before = " " if run.text[:1].isspace() else ""
    text = look.drawable(right_to_left.joined(run.text))
    drawn = before + (escape(text) if text.isascii() else "".join(_fonts(text)))
    return f"<b>{drawn}</b>" if run.bold else drawn


def _fonts(text: str) -> Iterator[str]:
    for font, same in groupby(text, key=look.font_of):
        said = escape("".join(same))
        yield said if font == look.REGULAR else f'<font name="{font}">{said}</font>'


def of_cover(cover: content.Cover) -> Iterator[Flowable]:
    """The first page: what this is, of whom, when, and how it may be handled."""
    yield Spacer(0, 96)
    yield Line(64, 4, color=look.ACCENT, hAlign="LEFT", spaceAfter=14, lineCap="butt")
    yield _paragraph(cover.kicker, look.KICKER)
    yield _paragraph(cover.service, look.COVER_TITLE)
    yield _paragraph(cover.framework, look.COVER_FRAMEWORK)
    if cover.notice.strip():
        yield _paragraph(cover.notice, look.NOTICE)
    rows = [[_paragraph(label, look.CELL_HEAD), _paragraph(said, look.CELL)] for label, said in cover.facts]
    lines: list[_Style] = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, look.LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, look.LINE),
    ]
    facts = Table(rows, [0.28 * look.WIDTH, 0.72 * look.WIDTH], style=[*_RULES, *lines], splitInRow=1)
    yield CondPageBreak(min(_high(facts), look.HEIGHT))  # below a long notice they stay together
    yield facts


def of_contents(title: str, headings: Sequence[content.Heading], pages: dict[str, int]) -> Iterator[Flowable]:
    """The list of headings, each a link, with their `pages`, which are asked for when it is drawn; on pages of its own."""
    yield PageBreak()
    yield _paragraph(title, look.HEADINGS[1])
    rows = [_contents_row(h, pages) for h in headings if h.level in look.CONTENTS]
    close: list[_Style] = [("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    style: list[_Style] = [*_RULES, *close, ("LINEBELOW", (0, 0), (-1, -1), 0.25, look.LINE)]
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


def of_section(section: content.Section) -> Iterator[Flowable]:
    """A section."""
    if section.new_page:
        yield CondPageBreak(_ROOM_SECTION)
    for place, block in enumerate(section.blocks):
        following = section.blocks[place + 1 :]
        if isinstance(block, content.Heading):
            yield from _heading(block, following)
        elif isinstance(block, content.Label):
            yield from _label(block, following)
        else:
            yield from _block(block)


def _block(block: content.Block) -> Iterator[Flowable]:
    match block:
        case content.Paragraph():
            yield Paragraph(markup(block.text), _VOICES[block.voice])
        case content.Bullets():
            yield from _bullets(block)
        case content.Quote():
            yield from _quote(block)
        case content.Notice():
            yield _paragraph(block.text, look.NOTICE)
        case content.RatingLine():
            yield from _rating_line(block)
        case content.Overall():
            yield from _overall(block)
        case content.Table():
            yield from _table(block)
        case content.Chart():
            yield Charted(block)


def _bullets(bullets: content.Bullets) -> Iterator[Flowable]:
    for place, item in enumerate(bullets.items):
        if bullets.first is None:
            yield Paragraph(markup(item), look.BULLET, bulletText="•")
        else:
            yield Paragraph(markup(item), look.NUMBERED, bulletText=f"{bullets.first + place}.")


def _quote(quote: content.Quote) -> Iterator[Flowable]:
    """A box with an edge at its left, which goes on on the next page between its paragraphs or inside one."""
    title = [[_paragraph(quote.title, look.QUOTE_TITLE)]] if quote.title else []
    rows = [*title, *([Paragraph(markup(said), look.QUOTE)] for said in quote.paragraphs)]
    if not rows:
        return
    edge: list[_Style] = [
        ("BACKGROUND", (0, 0), (-1, -1), look.TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 3, look.ACCENT),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        *((("NOSPLIT", (0, 0), (-1, 1)),) if quote.title and len(rows) > 1 else ()),
    ]
    yield Table(
        rows, [look.WIDTH - 6], style=[*_RULES, *edge], splitInRow=1, spaceBefore=8, spaceAfter=10, hAlign="RIGHT"
    )


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(markup(plain(text)), style)


def _heading(heading: content.Heading, following: Sequence[content.Block]) -> Iterator[Flowable]:
    yield CondPageBreak(_room(heading, following))
    yield PageMark(heading)
    yield _paragraph(heading.text, look.HEADINGS[heading.level])


def _label(label: content.Label, following: Sequence[content.Block]) -> Iterator[Flowable]:
    yield CondPageBreak(_room(label, following))
    yield _paragraph(label.text, look.LABEL)


def _room(head: content.Heading | content.Label, following: Sequence[content.Block]) -> float:
    """The height that must be left for a heading not to stand alone: a page at most."""
    style = look.LABEL if isinstance(head, content.Label) else look.HEADINGS[head.level]
    needed = min(_high(_paragraph(head.text, style)) + _least(following), look.HEIGHT)
    if isinstance(head, content.Label):
        return needed
    soon = takewhile(lambda block: not isinstance(block, content.Heading), following[:6])
    table = head.level == 2 and any(isinstance(block, content.Table) for block in soon)
    return max(needed, _ROOM_WITH_TABLE if table else _ROOM[head.level])


def _least(following: Sequence[content.Block]) -> float:
    """The height without which nothing of what follows is set."""
    if not following:
        return 0
    first = following[0]
    if isinstance(first, content.Heading | content.Label):
        return _room(first, following[1:])
    if isinstance(first, content.Table) and len(first.rows) >= _ROWS_ENOUGH:
        return _ROOM_TABLE
    begins = next((flowable for flowable in _block(first) if not isinstance(flowable, CondPageBreak)), None)
    if begins is None:
        return _least(following[1:])
    high = _high(begins)
    if isinstance(begins, Paragraph) and begins.wrap(look.WIDTH, look.HEIGHT)[1] > _WHOLE * begins.style.leading:
        return float(begins.getSpaceBefore() + 2 * begins.style.leading)
    return min(high, _ROOM_TABLE)


def _high(flowable: Flowable) -> float:
    """The height of a flowable on a page of its own, with the space that it keeps."""
    return float(flowable.wrap(look.WIDTH, look.HEIGHT)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter())


def _mark(rating: content.Rating, style: ParagraphStyle) -> RatingMark:
    remark = f" ({rating.remark})" if rating.remark else ""
    said = f"<b>{markup(plain(rating.word))}</b>{f' {rating.mark}' if rating.mark else ''}{markup(plain(remark))}"
    return RatingMark(said, style, rating.filled, rating.of, rating.stars)


def _rating_line(line: content.RatingLine) -> Iterator[Flowable]:
    row = [_paragraph(line.label, look.RATING), _mark(line.rating, look.RATING)]
    lines: list[_Style] = [
        ("LINEABOVE", (0, 0), (-1, 0), 0.75, look.ACCENT),
        ("LINEBELOW", (0, -1), (-1, -1), 0.75, look.ACCENT),
    ]
    yield Table([row], [0.16 * look.WIDTH, 0.84 * look.WIDTH], style=[*_RULES, *lines], spaceAfter=9)


def _overall(overall: content.Overall) -> Iterator[Flowable]:
    named: list[list[Flowable | str]] = (
        [[_paragraph(overall.service, look.RATING), ""]] if overall.service.strip() else []
    )
    rows: list[list[Flowable | str]] = [
        *named,
        [_paragraph(overall.fieldwork, look.CELL), _paragraph(overall.score, look.SCORE)],
        [_paragraph(overall.label, look.CELL), _mark(overall.rating, look.OVERALL)],
    ]
    style: list[_Style] = [
        *_RULES,
        *(("SPAN", (0, place), (-1, place)) for place in range(len(named))),
        ("VALIGN", (0, len(named)), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (0, -1), 10),
        ("BACKGROUND", (0, 0), (-1, -1), look.TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 2, look.ACCENT),
    ]
    yield Table(rows, [0.36 * look.WIDTH, 0.64 * look.WIDTH], style=style, splitInRow=1, spaceAfter=16)


def _table(table: content.Table) -> Iterator[Flowable]:
    heads: list[Flowable | str] = [
        _paragraph(c.title, look.CELL_HEAD_FIGURE if c.figures else look.CELL_HEAD) for c in table.columns
    ]
    rows = [heads, *(_row(row, table.columns) for row in table.rows)]
    widths = [look.WIDTH * c.share / 100 for c in table.columns]
    heights = [_high_of_row(row, widths) for row in rows]
    high = max(heights) > _HIGH_ROW
    style = [*_table_style(table), *(() if high else _kept_together(table, heights))]
    flowable = Table(rows, widths, style=style, repeatRows=1, splitInRow=int(high), spaceAfter=10)
    # A short table stays whole; a long one begins with more than its header.
    yield CondPageBreak(min(flowable.wrap(look.WIDTH, look.HEIGHT)[1], _ROOM_TABLE))
    yield flowable


def _high_of_row(row: Sequence[Flowable | str], widths: Sequence[float]) -> float:
    """The height of a row's cells. One that is too high must be split; any other goes to the next page whole."""
    cells = ((cell, width - 2 * _BESIDE) for cell, width in zip(row, widths, strict=True) if isinstance(cell, Flowable))
    return max(cell.wrap(width, look.HEIGHT)[1] for cell, width in cells)


def _row(row: content.Row, columns: tuple[content.Column, ...]) -> list[Flowable | str]:
    if row.group:
        first = row.cells[0]
        return [_cell(first, look.CELL_GROUP), *("" for _ in columns[1:])]
    styles = (_cell_style(c) for c in columns)
    return [_cell(cell, style) for cell, style in zip(row.cells, styles, strict=True)]


def _cell_style(column: content.Column) -> ParagraphStyle:
    if column.figures:
        return look.CELL_FIGURE
    return look.CELL_MINOR if column.minor else look.CELL


def _cell(cell: content.Cell, style: ParagraphStyle) -> Flowable:
    return _mark(cell, look.RATING_CELL) if isinstance(cell, content.Rating) else Paragraph(markup(cell), style)


def _kept_together(table: content.Table, heights: Sequence[float]) -> Iterator[_Style]:
    """No page ends after the name of a group of rows, and what comes to the last page is more than a few lines."""
    yield ("NOSPLIT", (0, -_last_rows(heights)), (-1, -1))
    yield from (("NOSPLIT", (0, place), (-1, place + 1)) for place, row in enumerate(table.rows, start=1) if row.group)


def _last_rows(heights: Sequence[float]) -> int:
    """How many rows at the end go to another page only together: two at least, below the head."""
    room, rows = 0.0, 0
    for high in reversed(heights[1:]):
        room, rows = room + high + _PADDED, rows + 1
        if rows > 1 and room >= _LAST:
            break
    return max(rows, 1)


def _table_style(table: content.Table) -> list[_Style]:
    groups = [place for place, row in enumerate(table.rows, start=1) if row.group]
    return [
        *_RULES,
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, look.ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, look.LINE),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        *(("SPAN", (0, place), (-1, place)) for place in groups),
        *(("BACKGROUND", (0, place), (-1, place), look.TINT) for place in groups),
    ]
