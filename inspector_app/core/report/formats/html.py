"""A report as one page for a browser: nothing beside it is needed, and nothing in it acts."""

import io
from xml.etree.ElementTree import Element, ElementTree, SubElement

from inspector_app.core.domain.text.direction import mostly_right
from inspector_app.core.report import content
from inspector_app.core.report.content import Progress, Report, Voice
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import feet, html_feet, paging, pictured, said
from inspector_app.core.report.formats.html_look import style
from inspector_app.core.report.together import with_next
from inspector_app.core.words import say

_VOICES = {Voice.BODY: "", Voice.LEAD: "statement", Voice.NOTE: "note"}
_SHEET = paging.Sheet(letters=98, lines=48)  # printed


def write(report: Report, progress: Progress) -> bytes:
    """The page of a report. `progress(done, of, what)` is called for each section; what it raises stops the work."""
    sections, notes = feet.apart(report)
    page = Element("html", lang=report.language)
    _head(SubElement(page, "head"), report)
    body = SubElement(page, "body")
    _skip(body, report.headings)
    _line(SubElement(body, "header"), said.head(report))
    main = SubElement(body, "main")
    _cover(main, report.cover)
    _contents(main, report.contents_title, report.headings)
    for number, paged in enumerate(paging.paged(sections, _SHEET)):
        progress(number, len(report.sections), "Writing the page")
        _section(main, paged.section, new_page=paged.new_page)
    html_feet.link(main, notes)
    foot = SubElement(body, "footer")
    for text in (report.copy, report.data_as_at, report.marking, report.notice):
        _line(foot, text)
    out = io.BytesIO()  # and nothing put together: of an archive it has tens of megabytes
    out.write(b"<!DOCTYPE html>\n")
    ElementTree(page).write(out, encoding="utf-8", method="html")
    out.write(b"\n")
    return out.getvalue()


def _skip(body: Element, headings: list[content.Heading]) -> None:
    """The first key of whoever has no mouse leads past the cover and the contents."""
    if headings:
        SubElement(body, "a", {"class": "skip", "href": f"#{headings[0].key}"}).text = say("Skip to the text")


def _head(head: Element, report: Report) -> None:
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "meta", name="author", content=said.readable(report.author))
    SubElement(head, "meta", name="description", content=said.readable(report.subject))
    # A browser that prints heads of its own prints the title in them.
    SubElement(head, "title").text = said.readable(f"{report.title} · {report.marking}")
    SubElement(head, "style").text = style(report)


def _cover(main: Element, cover: content.Cover) -> None:
    _line(main, cover.kicker)
    _said(SubElement(main, "h1"), content.plain(cover.service))
    _line(main, cover.framework, "statement")
    if cover.notice.strip():
        _line(main, cover.notice, "notice")
    facts = SubElement(main, "dl")
    for label, fact in cover.facts:
        _said(SubElement(facts, "dt"), content.plain(label))
        _said(SubElement(facts, "dd"), content.plain(fact))


def _contents(main: Element, title: str, headings: list[content.Heading]) -> None:
    links = SubElement(main, "nav")
    links.set("aria-label", said.readable(title))
    _said(SubElement(links, "h2"), content.plain(title))
    lines = SubElement(links, "ul")
    for heading in headings:
        if heading.level in look.CONTENTS:
            below = heading.level > 1 and len(lines) > 0
            item = SubElement(_inner(lines[-1]) if below else lines, "li")
            _said(SubElement(item, "a", href=f"#{heading.key}"), content.plain(heading.text))


def _inner(item: Element) -> Element:
    """The list inside an item, which is made where there is none yet."""
    found = item.find("ul")
    return SubElement(item, "ul") if found is None else found


def _section(main: Element, section: content.Section, *, new_page: bool) -> None:
    """`new_page`: printed, it begins a page."""
    for place, (block, kept) in enumerate(with_next(section.blocks)):
        before = len(main)
        _block(main, block)
        if new_page and not place:
            _classed(main[before], "page")
        elif len(main) > before and kept:
            _classed(main[-1], "leads")


def _block(main: Element, block: content.Block) -> None:
    match block:
        case content.Heading():
            _said(SubElement(main, f"h{block.level + 1}", id=block.key), content.plain(block.text))
        case content.Label():
            _line(main, block.text, "statement leads")
        case content.Paragraph():
            _said(_classed(SubElement(main, "p"), _VOICES[block.voice]), block.text)
        case content.Bullets():
            _bullets(main, block)
        case content.Quote():
            _quote(main, block)
        case content.Notice():
            _line(main, block.text, "notice")
        case content.RatingLine():
            rated = (content.Run(f"{block.label}: "), *said.rated(block.rating))
            _said(_classed(SubElement(main, "p"), "statement"), rated)
        case content.Overall():
            _overall(main, block)
        case content.Table():
            _table(main, block)
        case content.Chart():
            SubElement(main, "div", {"class": "table"}).append(pictured.as_svg(block))


def _bullets(main: Element, bullets: content.Bullets) -> None:
    lines = SubElement(main, "ul") if bullets.first is None else SubElement(main, "ol", start=str(bullets.first))
    for item in bullets.items:
        _said(SubElement(lines, "li"), item)


def _quote(main: Element, quote: content.Quote) -> None:
    box = SubElement(main, "blockquote")
    if quote.title:
        _line(box, quote.title, "statement")
    for text in quote.paragraphs:
        _said(SubElement(box, "p"), text)


def _overall(main: Element, overall: content.Overall) -> None:
    if overall.service.strip():
        _line(main, overall.service, "statement")
    for line in said.overall(overall):
        _said(SubElement(main, "p"), line)


def _table(main: Element, table: content.Table) -> None:
    made = SubElement(SubElement(main, "div", {"class": "table"}), "table")  # which is scrolled where it is too wide
    head = SubElement(SubElement(made, "thead"), "tr")
    for column in table.columns:
        _said(
            _classed(SubElement(head, "th", scope="col"), "figure" if column.figures else ""),
            content.plain(column.title),
        )
    body = SubElement(made, "tbody")
    for row in table.rows:
        if row.group and len(body):
            body = SubElement(made, "tbody")
        _row(SubElement(body, "tr"), table, row)


def _row(line: Element, table: content.Table, row: content.Row) -> None:
    if row.group:
        head = SubElement(line, "th", scope="rowgroup", colspan=str(len(table.columns)))
        _said(head, content.plain(said.cell(row.cells[0])))
        return
    for column, cell in zip(table.columns, row.cells, strict=True):
        _said(_classed(SubElement(line, "td"), "figure" if column.figures else ""), said.text_of(cell))


def _line(parent: Element, text: str, kind: str = "") -> None:
    if text:
        _said(_classed(SubElement(parent, "p"), kind), content.plain(text))


def _classed(element: Element, kind: str) -> Element:
    if kind:
        element.set("class", f"{element.get('class', '')} {kind}".strip())
    return element


def _said(element: Element, text: content.Text) -> None:
    if mostly_right("".join(run.text for run in text)):
        element.set("dir", "rtl")
    for run in text:
        words = said.readable(run.text)
        if run.of:
            SubElement(element, "data", value=said.readable(run.of)).text = words
        elif run.foot:
            SubElement(element, "sup").text = words
        elif run.bold:
            SubElement(element, "strong").text = words
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + words
        else:
            element.text = (element.text or "") + words
