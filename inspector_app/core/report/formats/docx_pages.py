"""The pages and styles of a document for a word processor, what stands on every page, and what the file says of itself."""

from functools import cache
from typing import Any

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from inspector_app.core.report import words
from inspector_app.core.report.content import Report
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import said
from inspector_app.core.report.formats.docx_feet import made
from inspector_app.core.report.formats.docx_words import add, field

_FONT = "Arial"  # what every office has
_PAGE, _MARGIN = (Mm(210), Mm(297)), Mm(22)
_PROGRAM = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>inspector-app</Application></Properties>"
)
WIDTH = _PAGE[0] - 2 * _MARGIN
_SIZES: dict[str, float] = {
    "Title": 30,
    "Subtitle": 16,
    "Heading 1": 20,
    "Heading 2": 16,
    "Heading 3": 13,
}
_OWN: dict[str, float] = {
    "Label": 11,
    "Statement": 11.5,
    "Note": 9,
    "Boxed": 11,
    "Notice": 11,
    "Small": 8,
    "Cell": 9,
}  # points


def set_up(document: Docx, report: Report) -> None:
    """Makes an empty document ready: its paper, styles, head and foot, and what it says of itself."""
    page = document.sections[0]
    page.page_width, page.page_height = _PAGE
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    _about(document, report)
    _styles(document, report.language)
    _around(page, report)


def known_styles(document: Docx) -> None:
    """Looks up each style once. No style may be added after it.

    The library goes through all of them for each paragraph: that was three quarters of the work on a draft of 60 pages.
    """
    part: Any = document.part
    part.get_style_id = cache(part.get_style_id)


def _about(document: Docx, report: Report) -> None:
    """What the file says of itself: nothing of the empty document that it is made from, as its picture and its program."""
    about = document.core_properties
    about.title, about.subject, about.author = (
        said.readable(text)[:255] for text in (report.title, report.subject, report.author)
    )
    about.language, about.comments, about.last_modified_by = report.language, "", ""
    about.created = about.modified = report.made.replace(tzinfo=None)
    package: Any = document.part.package
    for key, to in list(package.rels.items()):
        if to.reltype.endswith("/thumbnail"):
            del package.rels[key]
        elif to.reltype.endswith("/extended-properties"):
            to.target_part._blob = _PROGRAM


def _around(page: Any, report: Report) -> None:
    """The head and foot of every page: for whom the copy is on a line of its own."""
    head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
    head.style = foot.style = "Small"
    foot.paragraph_format.space_before = Pt(8)  # below the footnotes of a page
    add(head, said.head(report))
    add(foot, f"{report.marking}  ·  {report.data_as_at}  ·  Page ")
    field(foot, "PAGE")
    add(foot, " of ")
    field(foot, "NUMPAGES")
    add(page.footer.add_paragraph(style="Small"), report.copy)
    if report.notice:
        add(page.footer.add_paragraph(style="Small"), words.led_in(report.notice))


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
        document.styles[name].paragraph_format.keep_together = True
        _edge(document.styles[name])
    for name in ("Small", "Cell"):
        document.styles[name].paragraph_format.space_after = Pt(2)
    document.styles["Cell"].paragraph_format.space_before = Pt(2)  # off the line above it
    letters = document.styles["Normal"].element.get_or_add_rPr()
    letters.append(made("w:lang", {"w:val": language}))


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
        made("w:left", {"w:val": "single", "w:sz": "18", "w:space": "8", "w:color": said.colour(look.ACCENT)})
    )
    style.element.get_or_add_pPr().append(borders)
