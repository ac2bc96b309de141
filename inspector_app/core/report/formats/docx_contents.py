"""The list of contents of a document for a word processor: headings as links, with fields that say on which page each is.

The word processor alone knows that. LibreOffice works the fields out when it opens the file; Word shows what stands in them,
which is reckoned, until they are updated (F9 on the list). It is not told to do so on opening, for then it asks who opens the
file whether others may be read. A table of contents of its own (the field TOC) LibreOffice would take as it stands.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from inspector_app.core.report import content
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import said
from inspector_app.core.report.formats.docx_feet import made
from inspector_app.core.report.formats.docx_pages import WIDTH


def styles(document: Docx) -> None:
    """Those in which a word processor sets a table of contents of its own, too."""
    for level in look.CONTENTS:
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        looks = style.paragraph_format
        looks.left_indent, looks.space_after = Mm(6 * (level - 1)), Pt(4)
        looks.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def put(document: Docx, title: str, headings: Sequence[content.Heading], pages: Mapping[str, int]) -> None:
    """The headings as links, each with its page, by its key."""
    paragraph = document.add_paragraph(said.readable(title), style="Subtitle")
    paragraph.paragraph_format.page_break_before = True
    for number, heading in enumerate(headings, start=1):
        if heading.level in look.CONTENTS:
            _line(document, f"part{number}", heading, pages.get(heading.key, 0))


def _line(document: Docx, mark: str, heading: content.Heading, page: int) -> None:
    line = document.add_paragraph(style=f"toc {heading.level}")._p
    link = made("w:hyperlink", {"w:anchor": mark, "w:history": "1"})
    words = [_run(_text(said.readable(heading.text))), _run(OxmlElement("w:tab"))]
    number = [_run(_text(str(page or "–"))), _run(made("w:fldChar", {"w:fldCharType": "end"}))]
    link.extend([*words, *_begun(f"PAGEREF {mark} \\h"), *number])
    line.append(link)


def _begun(code: str) -> list[Any]:
    """The runs with which a field begins."""
    instruction = made("w:instrText", {"xml:space": "preserve"})
    instruction.text = f" {code} "
    kinds = [made("w:fldChar", {"w:fldCharType": kind}) for kind in ("begin", "separate")]
    return [_run(kinds[0]), _run(instruction), _run(kinds[1])]


def _text(words: str) -> Any:
    text = made("w:t", {"xml:space": "preserve"})
    text.text = words
    return text


def _run(part: Any) -> Any:
    run = OxmlElement("w:r")
    run.append(part)
    return run
