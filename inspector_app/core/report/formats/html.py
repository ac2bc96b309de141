"""A report as one page for a browser: nothing beside it is needed, and nothing in it acts."""

from xml.etree.ElementTree import Element, SubElement, tostring

from inspector_app.core.report import content
from inspector_app.core.report.content import Progress, Report, Voice
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import pictured, said

_VOICES = {Voice.BODY: "", Voice.LEAD: "statement", Voice.NOTE: "note"}
_INK, _EDGE = (f"#{said.colour(colour)}" for colour in (look.INK, look.ACCENT))
_STYLE = f"""
body {{ font: 1rem/1.5 "Noto Sans", Arial, sans-serif; color: {_INK}; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 2rem; }} h2 {{ font-size: 1.5rem; margin-top: 2.5rem; }} h3 {{ font-size: 1.25rem; }}
header, footer, .note {{ font-size: .85rem; }}
.statement, dt {{ font-weight: bold; }}
.notice, blockquote {{ border-left: 4px solid {_EDGE}; margin-left: 0; padding-left: 1rem; }}
table {{ border-collapse: collapse; width: 100%; margin: 1rem 0; }}
th, td {{ border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; white-space: pre-line; }}
.figure {{ text-align: right; }}
svg {{ display: block; width: 100%; height: auto; }}
"""


def write(report: Report, progress: Progress) -> bytes:
    """The page of a report. `progress(done, of, what)` is called for each section; what it raises stops the work."""
    page = Element("html", lang=report.language)
    _head(SubElement(page, "head"), report)
    body = SubElement(page, "body")
    _line(SubElement(body, "header"), said.head(report))
    main = SubElement(body, "main")
    _cover(main, report.cover)
    _contents(main, report.contents_title, report.headings)
    for number, section in enumerate(report.sections):
        progress(number, len(report.sections), "Writing the page")
        for block in section.blocks:
            _block(main, block)
    foot = SubElement(body, "footer")
    for text in (report.copy, report.data_as_at, report.marking, report.notice):
        _line(foot, text)
    said_whole: bytes = tostring(page, encoding="utf-8", method="html")
    return b"<!DOCTYPE html>\n" + said_whole + b"\n"


def _head(head: Element, report: Report) -> None:
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "meta", name="author", content=said.readable(report.author))
    SubElement(head, "meta", name="description", content=said.readable(report.subject))
    SubElement(head, "title").text = said.readable(report.title)
    SubElement(head, "style").text = _STYLE


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
            link = SubElement(SubElement(lines, "li"), "a", href=f"#{heading.key}")
            _said(link, content.plain(heading.text))


def _block(main: Element, block: content.Block) -> None:
    match block:
        case content.Heading():
            _said(SubElement(main, f"h{block.level + 1}", id=block.key), content.plain(block.text))
        case content.Label():
            _line(main, block.text, "statement")
        case content.Paragraph():
            _said(_classed(SubElement(main, "p"), _VOICES[block.voice]), block.text)
        case content.Bullets():
            _bullets(main, block)
        case content.Quote():
            _quote(main, block)
        case content.Notice():
            _line(main, block.text, "notice")
        case content.RatingLine():
            _line(main, f"{block.label}: {said.rating(block.rating)}", "statement")
        case content.Overall():
            _overall(main, block)
        case content.Table():
            _table(main, block)
        case content.Chart():
            main.append(pictured.as_svg(block))


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
    made = SubElement(main, "table")
    head = SubElement(SubElement(made, "thead"), "tr")
    for column in table.columns:
        _said(
            _classed(SubElement(head, "th", scope="col"), "figure" if column.figures else ""),
            content.plain(column.title),
        )
    body = SubElement(made, "tbody")
    for row in table.rows:
        _row(SubElement(body, "tr"), table, row)


def _row(line: Element, table: content.Table, row: content.Row) -> None:
    if row.group:
        head = SubElement(line, "th", scope="colgroup", colspan=str(len(table.columns)))
        _said(head, content.plain(said.cell(row.cells[0])))
        return
    for column, cell in zip(table.columns, row.cells, strict=True):
        _said(_classed(SubElement(line, "td"), "figure" if column.figures else ""), said.text_of(cell))


def _line(parent: Element, text: str, kind: str = "") -> None:
    if text:
        _said(_classed(SubElement(parent, "p"), kind), content.plain(text))


def _classed(element: Element, kind: str) -> Element:
    if kind:
        element.set("class", kind)
    return element


def _said(element: Element, text: content.Text) -> None:
    for run in text:
        words = said.readable(run.text)
        if run.of:
            SubElement(element, "data", value=said.readable(run.of)).text = words
        elif run.bold:
            SubElement(element, "strong").text = words
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + words
        else:
            element.text = (element.text or "") + words
