"""A report for a word processor (python-docx): headings, lists and tables are its own, so that a writer goes on from them."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from inspector_app.core.domain.returned import marks
from inspector_app.core.report import content
from inspector_app.core.report.content import Progress, Report, Voice
from inspector_app.core.report.formats import docx_contents, feet, paging, pictured, said
from inspector_app.core.report.formats.docx_feet import made
from inspector_app.core.report.formats.docx_pages import WIDTH, known_styles, set_up
from inspector_app.core.report.formats.docx_words import (
    add,
    add_runs,
    marked,
    next_mark,
    part_from_the_right,
    text_in,
    turn_from_the_right,
    with_feet,
)

_VOICES = {Voice.BODY: "Normal", Voice.LEAD: "Statement", Voice.NOTE: "Note"}
_CELL_EDGE = "108"  # twentieths of a point between a cell's edge and its words, as the style of tables has it
_SHEET = paging.Sheet(letters=89, lines=48)


def write(report: Report, progress: Progress) -> bytes:
    """The DOCX of a report. `progress(done, of, what)` is called for each section; what it raises stops the work."""
    document = Document()
    set_up(document, report)
    sections, notes = feet.apart(report)
    with_feet(document, notes)
    docx_contents.styles(document)
    known_styles(document)
    _cover(document, report.cover, report.stamp)
    pages = paging.pages(sections, _SHEET)
    docx_contents.put(document, report.contents_title, report.headings, pages)
    marks = {heading.key: number for number, heading in enumerate(report.headings, start=1)}
    for number, paged in enumerate(paging.paged(sections, _SHEET)):
        progress(number, len(report.sections), "Writing the document")
        _section(document, paged, marks)
    turn_from_the_right(document)
    out = io.BytesIO()
    document.save(out)
    return said.settled(out.getvalue(), report.made)


def _section(document: Docx, paged: paging.Paged, marks: dict[str, int]) -> None:
    for place, kept in enumerate(paged.blocks):
        if isinstance(kept.block, content.Table):
            _table(document, kept.block, kept)
            continue
        end: Any = document.element.body[-1]
        above = end.getprevious()
        _block(document, kept.block, marks, new_page=paged.new_page and place == 0)
        if kept.with_next or kept.last:
            _keep(_upwards(end, above), kept)


def _upwards(end: Any, above: Any) -> Iterator[Any]:
    """What stands between the two, the last first."""
    while (end := end.getprevious()) is not above:
        yield end


def _keep(upwards: Iterable[Any], kept: paging.Kept) -> None:
    """Has no page end after or within those of a block's paragraphs, the last first, that stay together."""
    parts = kept.last or 1
    several = isinstance(kept.block, content.Bullets | content.Quote)
    for place, paragraph in enumerate(islice(upwards, parts) if several else upwards):
        looks = paragraph.get_or_add_pPr()
        if kept.last:
            looks.get_or_add_keepLines()
        if kept.with_next or place:
            looks.get_or_add_keepNext()


def _cover(document: Docx, cover: content.Cover, stamp: str) -> None:
    document.add_paragraph(said.readable(cover.kicker), style="Subtitle")
    title = document.add_paragraph(style="Title")
    if stamp:
        with marked(title, stamp):
            add(title, cover.service)
    else:
        add(title, cover.service)
    document.add_paragraph(said.readable(cover.framework), style="Subtitle")
    if cover.notice.strip():
        document.add_paragraph(said.readable(cover.notice), style="Notice")
    for label, fact in cover.facts:
        text_in(document, (content.Run(f"{label}: ", bold=True), content.Run(fact)), "Normal")


def _block(document: Docx, block: content.Block, marks: dict[str, int], *, new_page: bool) -> None:
    match block:
        case content.Heading():
            _heading(document, block, marks[block.key], new_page=new_page)
        case content.Label():
            text_in(document, content.plain(block.text), "Label")
        case content.Paragraph():
            text_in(document, block.text, _VOICES[block.voice])
        case content.Bullets():
            _bullets(document, block)
        case content.Quote():
            _quote(document, block)
        case content.Notice():
            text_in(document, content.plain(block.text), "Notice")
        case content.RatingLine():
            text_in(document, (content.Run(f"{block.label}: "), *said.rated(block.rating)), "Statement")
        case content.Overall():
            _overall(document, block)
        case content.Chart():
            _chart(document, block)


def _heading(document: Docx, heading: content.Heading, number: int, *, new_page: bool) -> None:
    paragraph = document.add_paragraph(style=f"Heading {heading.level}")
    paragraph.paragraph_format.page_break_before = new_page or None
    mark = {"w:id": str(number), "w:name": f"part{number}"}
    paragraph._p.append(made("w:bookmarkStart", mark))
    add(paragraph, heading.text)
    paragraph._p.append(made("w:bookmarkEnd", {"w:id": str(number)}))


def _bullets(document: Docx, bullets: content.Bullets) -> None:
    numbered = bullets.first is not None
    lines = [text_in(document, item, "List Number" if numbered else "List Bullet") for item in bullets.items]
    if numbered:
        _number_from(document, lines, bullets.first or 1)


def _number_from(document: Docx, lines: list[Paragraph], first: int) -> None:
    """Give a list numbers of its own: otherwise it goes on where the list before it ended."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    own = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(first)
    for line in lines:
        line._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = own.numId


def _quote(document: Docx, quote: content.Quote) -> None:
    if quote.title:
        title = content.Run(quote.title, bold=True, mark=quote.mark)
        text_in(document, (title,), "Boxed").paragraph_format.keep_with_next = True
    for paragraph in quote.paragraphs:
        text_in(document, paragraph, "Boxed")


def _overall(document: Docx, overall: content.Overall) -> None:
    if overall.service.strip():
        text_in(document, (content.Run(overall.service, bold=True),), "Statement")
    for line in said.overall(overall):
        text_in(document, line, "Normal")


def _table(document: Docx, table: content.Table, kept: paging.Kept) -> None:
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    drawn.autofit = False
    drawn._tblPr.find(qn("w:tblW")).addnext(
        made("w:tblInd", {"w:w": _CELL_EDGE, "w:type": "dxa"})
    )  # not left of the text
    cells = drawn._cells  # each look at a row counts all of them again
    for place, column in enumerate(table.columns):
        _fill(cells[place], (content.Run(column.title, bold=True),), figures=column.figures, leads=True)
        drawn.columns[place].width = int(WIDTH * column.share / 100)
    _rows_together(drawn._tbl.tr_lst, table)
    many = len(table.rows)
    first = many + kept.with_next if many <= said.SHORT_TABLE else said.FIRST_ROWS
    for number, row in enumerate(table.rows, start=1):
        leads = row.group or number < first or many - kept.last < number < many + kept.with_next
        _fill_row(cells[number * len(table.columns) :][: len(table.columns)], table, row, leads=leads)
    after = document.add_paragraph(style="Note")
    after.paragraph_format.keep_with_next = kept.with_next or None
    with marked(after, marks.printed(_said(table), next_mark(after), table=True)):
        pass


def _rows_together(drawn: Any, table: content.Table) -> None:
    """The head is repeated on each page; a row that is not long goes to the next page whole."""
    drawn[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for line, row in zip(drawn[1:], table.rows, strict=True):
        if sum(len(said.cell(cell)) for cell in row.cells) < said.LONG_ROW:
            line.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _chart(document: Docx, chart: content.Chart) -> None:
    """A picture in a paragraph of its own, known again as one that the program draws."""
    paragraph = document.add_paragraph(style="Normal")
    with marked(paragraph, marks.printed("", next_mark(paragraph))):
        drawn = paragraph.add_run().add_picture(io.BytesIO(pictured.as_png(chart).data), width=WIDTH)
    drawn._inline.docPr.set("descr", said.readable(chart.words))
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice has 3 mm beside it where nothing is said
        drawn._inline.set(side, "0")


def _said(table: content.Table) -> str:
    """What a table says, as it is read back."""
    cells = (said.cell(cell) for row in table.rows for cell in (row.cells[:1] if row.group else row.cells))
    return "".join((*(column.title for column in table.columns), *cells))


def _fill_row(cells: list[Any], table: content.Table, row: content.Row, *, leads: bool) -> None:
    if row.group:
        whole = cells[0].merge(cells[-1])
        _fill(whole, (content.Run(said.cell(row.cells[0]), bold=True),), figures=False, leads=True)
        return
    for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        _fill(cells[place], said.text_of(cell), figures=column.figures, leads=leads)


def _fill(cell: Any, text: content.Text, *, figures: bool, leads: bool = False) -> None:
    """`leads`: no page ends after it."""
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    paragraph.paragraph_format.keep_with_next = leads or None
    if figures:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_runs(paragraph, text)
    part_from_the_right(paragraph)
