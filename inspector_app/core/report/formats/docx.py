"""A report for a word processor (python-docx): headings, lists and tables are its own, so that a writer goes on from them."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from inspector_app.core.domain.returned import marks
from inspector_app.core.domain.returned.figures import figure_title
from inspector_app.core.report import content, words
from inspector_app.core.report.content import Progress, Report, Voice
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import pictured, said

_FONT = "Arial"  # what every office has
_PAGE, _MARGIN = (Mm(210), Mm(297)), Mm(22)
_WIDTH = _PAGE[0] - 2 * _MARGIN
_FIRST_MARK = 10_000  # of the numbers of bookmarks; headings have those below
_VOICES = {Voice.BODY: "Normal", Voice.LEAD: "Statement", Voice.NOTE: "Note"}
_SIZES: dict[str, float] = {
    "Title": 30,
    "Subtitle": 16,
    "Heading 1": 20,
    "Heading 2": 16,
    "Heading 3": 13,
}
_OWN: dict[str, float] = {"Label": 11, "Statement": 11.5, "Note": 9, "Boxed": 11, "Notice": 11, "Small": 8}  # points


def write(report: Report, progress: Progress) -> bytes:
    """The DOCX of a report. `progress(done, of, what)` is called for each section; what it raises stops the work."""
    document = Document()
    _set_up(document, report)
    _cover(document, report.cover, report.stamp)
    _contents(document, report.contents_title, report.headings)
    marks = {heading.key: number for number, heading in enumerate(report.headings, start=1)}
    for number, section in enumerate(report.sections):
        progress(number, len(report.sections), "Writing the document")
        for place, block in enumerate(section.blocks):
            _block(document, block, marks, new_page=number == place == 0)
    out = io.BytesIO()
    document.save(out)
    return said.settled(out.getvalue(), report.made)


def _set_up(document: Docx, report: Report) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = _PAGE
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    about = document.core_properties
    about.title, about.subject, about.author = (
        said.readable(text)[:255] for text in (report.title, report.subject, report.author)
    )
    about.language, about.comments, about.last_modified_by = report.language, "", ""
    about.created = about.modified = report.made.replace(tzinfo=None)
    _styles(document, report.language)
    head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
    head.style = foot.style = "Small"
    _add(head, said.head(report))
    _add(foot, f"{report.copy}  ·  {report.data_as_at}  ·  {report.marking}  ·  Page ")
    _field(foot, "PAGE")
    _add(foot, " of ")
    _field(foot, "NUMPAGES")
    if report.notice:
        _add(page.footer.add_paragraph(style="Small"), words.shortened(report.notice))


def _styles(document: Docx, language: str) -> None:
    for name, size in {**_SIZES, "Normal": 11}.items():
        style = document.styles[name]
        _letters(style, size)
        if name != "Normal":
            style.font.color.rgb, style.font.italic = RGBColor.from_string(said.colour(look.INK)), False
    for name, size in _OWN.items():
        _letters(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size)
    for name in ("Statement", "Label"):
        document.styles[name].font.bold = True
        document.styles[name].paragraph_format.keep_with_next = name == "Label"
    for name in ("Boxed", "Notice"):
        document.styles[name].paragraph_format.left_indent = Mm(4)
        _edge(document.styles[name])
    letters = document.styles["Normal"].element.get_or_add_rPr()
    letters.append(_made("w:lang", {"w:val": language}))


def _letters(style: Any, size: float) -> None:
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "heme" in name:  # a theme's font would be taken before the one that is named
            del fonts.attrib[name]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), _FONT)


def _edge(style: Any) -> None:
    """A line at the left of a box."""
    borders = OxmlElement("w:pBdr")
    borders.append(
        _made("w:left", {"w:val": "single", "w:sz": "18", "w:space": "8", "w:color": said.colour(look.ACCENT)})
    )
    style.element.get_or_add_pPr().append(borders)


def _made(tag: str, values: dict[str, str]) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(name), value)
    return element


def _add(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    run = paragraph.add_run(said.readable(text))
    run.bold = bold or None


def _live(paragraph: Paragraph, run: content.Run) -> None:
    """A live figure as a content control, whose tag says what it is of; a writer may go on from its words.

    Its title says the same and its words, so that a figure that somebody wrote over is told from one that is out of date.
    """
    control, about, inside = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    about.append(_made("w:alias", {"w:val": said.readable(figure_title(run.of, run.text))}))
    about.append(_made("w:tag", {"w:val": f"{said.FIGURE}{said.readable(run.of)}"}))
    about.append(OxmlElement("w:text"))
    _add(paragraph, run.text, bold=run.bold)
    inside.append(paragraph.runs[-1]._r)
    control.extend((about, inside))
    paragraph._p.append(control)


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that the word processor works out."""
    field = _made("w:fldSimple", {"w:instr": code})
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = "–"
    field.append(run)
    paragraph._p.append(field)


def _text(document: Docx, text: content.Text, style: str) -> Paragraph:
    """A paragraph; what is of a text is known again by a bookmark, what the program writes by another."""
    paragraph = document.add_paragraph(style=style)
    if not any(run.mark for run in text):
        return _printed(paragraph, text)
    for mark, runs in groupby(text, key=lambda run: run.mark):
        with _marked(paragraph, mark or f"{marks.BESIDE}{_next(paragraph)}"):
            _runs(paragraph, runs)
    return paragraph


def _printed(paragraph: Paragraph, text: content.Text) -> Paragraph:
    with _marked(paragraph, marks.printed("".join(run.text for run in text), _next(paragraph))):
        _runs(paragraph, text)
    return paragraph


def _runs(paragraph: Paragraph, runs: Iterable[content.Run]) -> None:
    for run in runs:
        if run.of:
            _live(paragraph, run)
        else:
            _add(paragraph, run.text, bold=run.bold)


@contextmanager
def _marked(paragraph: Paragraph, name: str) -> Iterator[None]:
    """A bookmark of that name round what is added to the paragraph."""
    number = str(_next(paragraph))
    paragraph._p.append(_made("w:bookmarkStart", {"w:id": number, "w:name": name}))
    yield
    paragraph._p.append(_made("w:bookmarkEnd", {"w:id": number}))


def _next(paragraph: Paragraph) -> int:
    """The next number of a bookmark of this document; headings have the first thousands."""
    part = paragraph.part
    part.marked = getattr(part, "marked", _FIRST_MARK) + 1  # type: ignore[attr-defined]
    return int(part.marked)  # type: ignore[attr-defined]


def _cover(document: Docx, cover: content.Cover, stamp: str) -> None:
    document.add_paragraph(said.readable(cover.kicker), style="Subtitle")
    title = document.add_paragraph(style="Title")
    if stamp:
        with _marked(title, stamp):
            _add(title, cover.service)
    else:
        _add(title, cover.service)
    document.add_paragraph(said.readable(cover.framework), style="Subtitle")
    if cover.notice.strip():
        document.add_paragraph(said.readable(cover.notice), style="Notice")
    for label, fact in cover.facts:
        _text(document, (content.Run(f"{label}: ", bold=True), content.Run(fact)), "Normal")


def _contents(document: Docx, title: str, headings: list[content.Heading]) -> None:
    """The headings as links: no numbers of pages, which only the word processor knows."""
    paragraph = document.add_paragraph(said.readable(title), style="Subtitle")
    paragraph.paragraph_format.page_break_before = True
    for number, heading in enumerate(headings, start=1):
        if heading.level in look.CONTENTS:
            line = document.add_paragraph(style="Normal")
            line.paragraph_format.left_indent = Mm(6 * (heading.level - 1))
            link = _made("w:hyperlink", {"w:anchor": f"part{number}"})
            line._p.append(link)
            run = line.add_run(said.readable(heading.text))
            link.append(run._r)


def _block(document: Docx, block: content.Block, marks: dict[str, int], *, new_page: bool) -> None:
    match block:
        case content.Heading():
            _heading(document, block, marks[block.key], new_page=new_page)
        case content.Label():
            _text(document, content.plain(block.text), "Label")
        case content.Paragraph():
            _text(document, block.text, _VOICES[block.voice])
        case content.Bullets():
            _bullets(document, block)
        case content.Quote():
            _quote(document, block)
        case content.Notice():
            _text(document, content.plain(block.text), "Notice")
        case content.RatingLine():
            rated = content.Run(said.rating(block.rating), bold=True)
            _text(document, (content.Run(f"{block.label}: "), rated), "Statement")
        case content.Overall():
            _overall(document, block)
        case content.Table():
            _table(document, block)
        case content.Chart():
            _chart(document, block)


def _heading(document: Docx, heading: content.Heading, number: int, *, new_page: bool) -> None:
    paragraph = document.add_paragraph(style=f"Heading {heading.level}")
    paragraph.paragraph_format.page_break_before = new_page or None
    mark = {"w:id": str(number), "w:name": f"part{number}"}
    paragraph._p.append(_made("w:bookmarkStart", mark))
    _add(paragraph, heading.text)
    paragraph._p.append(_made("w:bookmarkEnd", {"w:id": str(number)}))


def _bullets(document: Docx, bullets: content.Bullets) -> None:
    numbered = bullets.first is not None
    lines = [_text(document, item, "List Number" if numbered else "List Bullet") for item in bullets.items]
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
        _text(document, (title,), "Boxed").paragraph_format.keep_with_next = True
    for paragraph in quote.paragraphs:
        _text(document, paragraph, "Boxed")


def _overall(document: Docx, overall: content.Overall) -> None:
    if overall.service.strip():
        _text(document, (content.Run(overall.service, bold=True),), "Statement")
    for line in said.overall(overall):
        _text(document, line, "Normal")


def _table(document: Docx, table: content.Table) -> None:
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    made.autofit = False
    cells = made._cells  # each look at a row counts all of them again
    for place, column in enumerate(table.columns):
        _fill(cells[place], (content.Run(column.title, bold=True),), figures=column.figures)
        made.columns[place].width = int(_WIDTH * column.share / 100)
    repeated = made.rows[0]._tr.get_or_add_trPr()
    repeated.append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(table.rows, start=1):
        _fill_row(cells[number * len(table.columns) :][: len(table.columns)], table, row)
    after = document.add_paragraph(style="Note")
    with _marked(after, marks.printed(_said(table), _next(after), table=True)):
        pass


def _chart(document: Docx, chart: content.Chart) -> None:
    """A picture in a paragraph of its own, known again as one that the program draws."""
    paragraph = document.add_paragraph(style="Normal")
    with _marked(paragraph, marks.printed("", _next(paragraph))):
        drawn = paragraph.add_run().add_picture(io.BytesIO(pictured.as_png(chart).data), width=_WIDTH)
    drawn._inline.docPr.set("descr", said.readable(chart.words))


def _said(table: content.Table) -> str:
    """What a table says, as it is read back."""
    cells = (said.cell(cell) for row in table.rows for cell in (row.cells[:1] if row.group else row.cells))
    return "".join((*(column.title for column in table.columns), *cells))


def _fill_row(cells: list[Any], table: content.Table, row: content.Row) -> None:
    if row.group:
        whole = cells[0].merge(cells[-1])
        _fill(whole, (content.Run(said.cell(row.cells[0]), bold=True),), figures=False)
        return
    for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        _fill(cells[place], said.text_of(cell), figures=column.figures)


def _fill(cell: Any, text: content.Text, *, figures: bool) -> None:
    paragraph = cell.paragraphs[0]
    if figures:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for run in text:
        _add(paragraph, run.text, bold=run.bold)
