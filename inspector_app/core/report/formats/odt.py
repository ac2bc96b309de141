"""A report as an OpenDocument text (odfdo): headings, lists and tables are its own."""

import io
from collections.abc import Iterable
from typing import Any

from odfdo import Cell, Column, Document, Element, Frame, Header, List, ListItem, Paragraph, Row, Span, Style, Table

from inspector_app.core.report import content
from inspector_app.core.report.content import Progress, Report, Voice
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import pictured, said

_BODY, _TITLE, _SUBTITLE, _STATEMENT, _NOTE, _BOXED = (
    "ReportBody", "ReportTitle", "ReportSubtitle", "Statement", "Note", "Boxed",
)  # fmt: skip
_FONT, _WIDTH = "Liberation Sans", 17.0  # one of those in the empty document; cm between its margins
_VOICES = {Voice.BODY: _BODY, Voice.LEAD: _STATEMENT, Voice.NOTE: _NOTE}
_LETTERS: dict[str, dict[str, Any]] = {
    _BODY: {"size": "11pt"}, _TITLE: {"size": "30pt", "bold": True}, _SUBTITLE: {"size": "16pt"},
    _STATEMENT: {"size": "11.5pt", "bold": True}, _NOTE: {"size": "9pt"}, _BOXED: {"size": "11pt"},
}  # fmt: skip


def write(report: Report, progress: Progress) -> bytes:
    """The ODT of a report. `progress(done, of, what)` is called for each section; what it raises stops the work."""
    document = Document("text")
    _set_up(document, report)
    body = document.body
    body.clear()
    _line(body, said.head(report), _NOTE)
    _cover(body, report.cover)
    _lines(body, (report.copy, report.data_as_at), _NOTE)
    for number, section in enumerate(report.sections):
        progress(number, len(report.sections), "Writing the document")
        for place, block in enumerate(section.blocks):
            _block(document, block, f"{number}-{place}")
    out = io.BytesIO()
    document.save(out)
    return said.settled(out.getvalue(), report.made)


def _set_up(document: Document, report: Report) -> None:
    about, made = document.meta, report.made.replace(tzinfo=None)
    about.title, about.subject = said.readable(report.title), said.readable(report.subject)
    about.creator = about.initial_creator = said.readable(report.author)
    about.creation_date = about.date = made
    about.language = report.language
    for name, letters in _LETTERS.items():
        style = Style("paragraph", name=name, parent_style="Text_20_body", area="text", **letters)
        style.set_properties({"style:font-name": _FONT}, area="text")
        if name == _BOXED:
            style.set_properties(
                {"fo:border-left": f"2pt solid #{said.colour(look.ACCENT)}", "fo:padding-left": "0.3cm"},
                area="paragraph",
            )
        document.insert_style(style, automatic=False)
    for level in document.styles.get_elements("//text:outline-level-style"):  # headings are not numbered
        for part in ("style:num-format", "style:num-suffix", "loext:num-list-format"):
            level.set_attribute(part, "")
    language, country = report.language.split("-")
    for letters_of in document.styles.get_elements("//style:default-style/style:text-properties"):
        letters_of.set_attribute("fo:language", language)
        letters_of.set_attribute("fo:country", country)
    document.insert_style(Style("text", name="Strong", bold=True), automatic=False)
    document.insert_style(Style("text", name="LiveFigure"), automatic=False)
    edge = Style("table-cell", name="Edged", area="table-cell", border="0.5pt solid #767676", padding="0.1cm")
    document.insert_style(edge, automatic=True)
    shares = {c.share for s in report.sections for b in s.blocks if isinstance(b, content.Table) for c in b.columns}
    for share in sorted(shares):
        wide = Style("table-column", name=f"Wide{share}", width=f"{_WIDTH * share / 100:.2f}cm")
        document.insert_style(wide, automatic=True)


def _cover(body: Element, cover: content.Cover) -> None:
    _line(body, cover.kicker, _SUBTITLE)
    _line(body, cover.service, _TITLE)
    _line(body, cover.framework, _SUBTITLE)
    _lines(body, cover.notice.splitlines(), _BOXED)
    for label, fact in cover.facts:
        _text(body, (content.Run(f"{label}: ", bold=True), content.Run(fact)), _BODY)


def _block(document: Document, block: content.Block, key: str) -> None:
    body = document.body
    match block:
        case content.Heading():
            body.append(Header(block.level, said.readable(block.text), formatted=False))
        case content.Label():
            _line(body, block.text, _STATEMENT)
        case content.Paragraph():
            _text(body, block.text, _VOICES[block.voice])
        case content.Bullets():
            _bullets(body, block)
        case content.Quote():
            _lines(body, [block.title], _BOXED)
            for paragraph in block.paragraphs:
                _text(body, paragraph, _BOXED)
        case content.Notice():
            _line(body, block.text, _BOXED)
        case content.RatingLine():
            _line(body, f"{block.label}: {said.rating(block.rating)}", _STATEMENT)
        case content.Overall():
            _overall(body, block)
        case content.Table():
            _table(body, block, key)
        case content.Chart():
            _chart(document, block, key)


def _bullets(body: Element, bullets: content.Bullets) -> None:
    """A numbered list says its numbers itself, so that it begins where the report says."""
    made = List()
    for place, item in enumerate(bullets.items):
        numbered = () if bullets.first is None else (content.Run(f"{bullets.first + place}. "),)
        line = ListItem()
        _text(line, (*numbered, *item), _BODY)
        made.append(line)
    body.append(made)


def _overall(body: Element, overall: content.Overall) -> None:
    _lines(body, [overall.service], _STATEMENT)
    for line in said.overall(overall):
        _text(body, line, _BODY)


def _table(body: Element, table: content.Table, key: str) -> None:
    made = Table(f"Table {key}")
    for column in table.columns:
        made.append(Column(style=f"Wide{column.share}"))
    head = Element.from_tag("table:table-header-rows")
    head.append(_row([(content.Run(column.title, bold=True),) for column in table.columns]))
    made.append(head)
    for row in table.rows:
        made.append(_row(_cells(row), spanning=len(table.columns) if row.group else 1))
    body.append(made)
    _text(body, (), _NOTE)


def _chart(document: Document, chart: content.Chart, key: str) -> None:
    picture = pictured.as_png(chart)
    size = (f"{_WIDTH}cm", f"{_WIDTH * picture.height / picture.width:.2f}cm")
    stored = document.add_file(io.BytesIO(picture.data))
    frame = Frame.image_frame(stored, name=f"Chart {key}", size=size, anchor_type="as-char")
    words = Element.from_tag("svg:desc")
    words.text = said.readable(chart.words)
    frame.append(words)
    paragraph = Paragraph(style=_BODY)
    paragraph.append(frame)
    document.body.append(paragraph)


def _cells(row: content.Row) -> list[content.Text]:
    if row.group:
        return [(content.Run(said.cell(row.cells[0]), bold=True),)]
    return [said.text_of(cell) for cell in row.cells]


def _row(texts: Iterable[content.Text], spanning: int = 1) -> Element:
    row: Element = Row()
    for text in texts:
        cell = Cell(style="Edged")
        if spanning > 1:
            cell.set_attribute("table:number-columns-spanned", str(spanning))
        _text(cell, text, _NOTE)
        row.append(cell)
    for _ in range(spanning - 1):
        row.append(Element.from_tag("table:covered-table-cell"))
    return row


def _lines(parent: Element, texts: Iterable[str], style: str) -> None:
    for text in texts:
        if text.strip():
            _line(parent, text, style)


def _line(parent: Element, text: str, style: str) -> None:
    _text(parent, content.plain(text), style)


def _text(parent: Element, text: content.Text, style: str) -> None:
    paragraph = Paragraph(style=style)
    for run in text:
        if run.of:
            paragraph.append(Span(said.readable(run.text), style="LiveFigure", formatted=False))
        elif run.bold:
            paragraph.append(Span(said.readable(run.text), style="Strong", formatted=False))
        else:
            paragraph.append_plain_text(said.readable(run.text))
    parent.append(paragraph)
