"""A report as an OpenDocument text (odfdo): headings, lists and tables are its own."""

import io
from collections.abc import Iterable, Mapping, Sequence

from odfdo import (
    Bookmark,
    Cell,
    Column,
    Document,
    Element,
    Frame,
    Header,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Row,
    Span,
    Table,
)

from inspector_app.core.report import content
from inspector_app.core.report.content import Progress, Report, Voice
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import feet, paging, pictured, said
from inspector_app.core.report.formats.odt_pages import (
    BODY,
    BOX_TITLE,
    BOXED,
    CELL,
    CHAPTER,
    CONTENTS,
    FIGURE,
    FOOT,
    FOOT_MARK,
    HELD,
    KEPT_NOTE,
    KEPT_TABLE,
    LISTED,
    NOTE,
    NUMBERS,
    STATEMENT,
    SUBTITLE,
    TITLE,
    WHOLE,
    WHOLE_TABLE,
    WIDTH,
    kept_style,
    set_up,
    turn_from_the_right,
)

_VOICES = {Voice.BODY: BODY, Voice.LEAD: STATEMENT, Voice.NOTE: NOTE}
_SHEET = paging.Sheet(letters=97, lines=48)


def write(report: Report, progress: Progress) -> bytes:
    """The ODT of a report. `progress(done, of, what)` is called for each section; what it raises stops the work."""
    document = Document("text")
    set_up(document, report)
    sections, notes = feet.apart(report)
    body = document.body
    body.clear()
    _cover(body, report.cover)
    _contents(body, report, paging.pages(sections, _SHEET))
    for number, paged in enumerate(paging.paged(sections, _SHEET)):
        progress(number, len(report.sections), "Writing the document")
        for place, kept in enumerate(paged.blocks):
            if isinstance(kept.block, content.Heading):
                _heading(body, kept.block, new_page=paged.new_page and place == 0)
            elif isinstance(kept.block, content.Table):
                _table(body, kept.block, f"{number}-{place}", kept)
            else:
                _keep(_block(document, kept.block, f"{number}-{place}"), kept)
    _feet(body, notes)
    turn_from_the_right(document)
    out = io.BytesIO()
    document.save(out)
    return said.settled(out.getvalue(), report.made)


def _cover(body: Element, cover: content.Cover) -> None:
    _line(body, cover.kicker, SUBTITLE)
    _line(body, cover.service, TITLE)
    _line(body, cover.framework, SUBTITLE)
    _lines(body, cover.notice.splitlines(), BOXED)
    for label, fact in cover.facts:
        _text(body, (content.Run(f"{label}: ", bold=True), content.Run(fact)), BODY)


def _contents(body: Element, report: Report, pages: Mapping[str, int]) -> None:
    """The headings as links, with fields that say on which page each is: LibreOffice works them out as it opens the file.
    What stands in them till then is reckoned.
    """
    _line(body, report.contents_title, CONTENTS)
    for heading in report.headings:
        if heading.level in look.CONTENTS:
            line = Paragraph(style=LISTED[heading.level])
            line.append(Link(f"#{heading.key}", text=said.readable(heading.text)))
            line.append(Element.from_tag("text:tab"))
            page = Element.from_tag("text:bookmark-ref")
            page.set_attribute("text:reference-format", "page")
            page.set_attribute("text:ref-name", said.readable(heading.key))
            page.text = str(pages.get(heading.key, 0) or "–")
            line.append(page)
            body.append(line)


def _heading(body: Element, heading: content.Heading, *, new_page: bool) -> None:
    style = CHAPTER if new_page and heading.level == 1 else f"Heading_20_{heading.level}"
    made = Header(heading.level, said.readable(heading.text), formatted=False)
    made.set_attribute("text:style-name", style)  # odfdo leaves out the one that it is given
    made.append(Bookmark(said.readable(heading.key)))
    body.append(made)


def _block(document: Document, block: content.Block, key: str) -> list[Paragraph]:
    """Adds its paragraphs, and gives them."""
    body = document.body
    match block:
        case content.Label():
            return [_line(body, block.text, STATEMENT)]
        case content.Paragraph():
            return [_text(body, block.text, _VOICES[block.voice])]
        case content.Bullets():
            return _bullets(body, block)
        case content.Quote():
            return [*_lines(body, [block.title], BOX_TITLE), *(_text(body, one, BOXED) for one in block.paragraphs)]
        case content.Notice():
            return [_line(body, block.text, BOXED)]
        case content.RatingLine():
            return [_text(body, (content.Run(f"{block.label}: "), *said.rated(block.rating)), STATEMENT)]
        case content.Overall():
            return _overall(body, block)
        case content.Chart():
            return [_chart(document, block, key)]
    return []


def _keep(made: list[Paragraph], kept: paging.Kept) -> None:
    """Has no page end after or within those of a block's paragraphs that stay together."""
    several = isinstance(kept.block, content.Bullets | content.Quote)
    for paragraph in made[-(kept.last or 1) :] if several else made:
        leads = kept.with_next or paragraph is not made[-1]
        if (leads or kept.last) and paragraph.style in HELD:
            paragraph.style = kept_style(paragraph.style, leads=leads, whole=bool(kept.last))


def _bullets(body: Element, bullets: content.Bullets) -> list[Paragraph]:
    """A numbered list begins where the report says."""
    made = List() if bullets.first is None else List(style=NUMBERS)
    lines = list[Paragraph]()
    for place, item in enumerate(bullets.items):
        line = ListItem()
        if bullets.first is not None and not place:
            line.set_attribute("text:start-value", str(bullets.first))
        lines.append(_text(line, item, BODY))
        made.append(line)
    body.append(made)
    return lines


def _overall(body: Element, overall: content.Overall) -> list[Paragraph]:
    service = _lines(body, [overall.service], STATEMENT)
    return [*service, *(_text(body, line, BODY) for line in said.overall(overall))]


def _table(body: Element, table: content.Table, key: str, kept: paging.Kept) -> None:
    whole, many = KEPT_TABLE if kept.with_next else WHOLE_TABLE, len(table.rows)
    made = Table(f"Table {key}", style=whole if many <= said.SHORT_TABLE else None)
    for column in table.columns:
        made.append(Column(style=f"Wide{column.share}"))
    head = Element.from_tag("table:table-header-rows")
    styles = [FIGURE if column.figures else CELL for column in table.columns]
    head.append(_row([(content.Run(column.title, bold=True),) for column in table.columns], styles))
    made.append(head)
    leading = [kept_style(style, leads=True) for style in styles]
    for number, row in enumerate(table.rows, start=1):
        leads = row.group or number < said.FIRST_ROWS or many - kept.last < number < many + kept.with_next
        set_in, texts = leading if leads else styles, _cells(row)
        made.append(_row(texts, set_in if not row.group else set_in[:1], spanning=len(styles) if row.group else 1))
    body.append(made)
    _text(body, (), KEPT_NOTE if kept.with_next else NOTE)


def _chart(document: Document, chart: content.Chart, key: str) -> Paragraph:
    picture = pictured.as_png(chart)
    size = (f"{WIDTH}cm", f"{WIDTH * picture.height / picture.width:.2f}cm")
    stored = document.add_file(io.BytesIO(picture.data))
    frame = Frame.image_frame(stored, name=f"Chart {key}", size=size, anchor_type="as-char")
    words = Element.from_tag("svg:desc")
    words.text = said.readable(chart.words)
    frame.append(words)
    paragraph = Paragraph(style=BODY)
    paragraph.append(frame)
    document.body.append(paragraph)
    return paragraph


def _cells(row: content.Row) -> list[content.Text]:
    if row.group:
        return [(content.Run(said.cell(row.cells[0]), bold=True),)]
    return [said.text_of(cell) for cell in row.cells]


def _row(texts: Sequence[content.Text], styles: Sequence[str], spanning: int = 1) -> Element:
    """A row; one that is not long goes to the next page whole."""
    long = sum(len(run.text) for text in texts for run in text) >= said.LONG_ROW
    row: Element = Row(style=None if long else WHOLE)
    for text, style in zip(texts, styles, strict=True):
        cell = Cell(style="Edged")
        if spanning > 1:
            cell.set_attribute("table:number-columns-spanned", str(spanning))
        _text(cell, text, style)
        row.append(cell)
    for _ in range(spanning - 1):
        row.append(Element.from_tag("table:covered-table-cell"))
    return row


def _lines(parent: Element, texts: Iterable[str], style: str) -> list[Paragraph]:
    return [_line(parent, text, style) for text in texts if text.strip()]


def _line(parent: Element, text: str, style: str) -> Paragraph:
    return _text(parent, content.plain(text), style)


def _text(parent: Element, text: content.Text, style: str) -> Paragraph:
    paragraph, before, whole = Paragraph(style=style), "", "".join(run.text for run in text)
    for run in text:
        if run.of:
            paragraph.append(Span(said.readable(run.text), style="LiveFigure", formatted=False))
        elif run.foot:
            before += (signs := feet.parted(before, whole))
            paragraph.append_plain_text(signs)
            paragraph.append(Span(run.text, style=FOOT_MARK, formatted=False))
        elif run.bold:
            paragraph.append(Span(said.readable(run.text), style="Strong", formatted=False))
        else:
            paragraph.append_plain_text(said.readable(run.text))
        before += run.text
    parent.append(paragraph)
    return paragraph


def _feet(body: Element, notes: dict[str, str]) -> None:
    """Puts a footnote in the place of each mark; where it stands again, its number, which the word processor keeps right."""
    put: dict[str, str] = {}
    for span in body.get_elements(f"//text:span[@text:style-name='{FOOT_MARK}']"):
        mark = span.text
        if mark not in notes:
            continue
        span.text = ""
        if mark in put:
            span.append(_number_of(put[mark], mark))
            continue
        span.del_attribute("text:style-name")  # the word processor sets it as it sets its footnotes
        put[mark] = f"ftn{len(put) + 1}"
        note = Note(note_id=put[mark], citation=str(len(put)))
        (body_of,) = note.get_elements("text:note-body")
        body_of.append(Paragraph(said.readable(notes[mark]), style=FOOT, formatted=False))
        span.append(note)


def _number_of(note: str, mark: str) -> Element:
    again = Element.from_tag("text:note-ref")
    for name, value in {"note-class": "footnote", "reference-format": "text", "ref-name": note}.items():
        again.set_attribute(f"text:{name}", value)
    again.text = mark
    return again
