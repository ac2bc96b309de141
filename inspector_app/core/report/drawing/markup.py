"""Texts of a report in ReportLab's markup."""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle

from inspector_app.core.report import content
from inspector_app.core.report.content import Text, plain
from inspector_app.core.report.drawing import look, right_to_left
from inspector_app.core.report.drawing.right_to_left import Paragraph


def markup(text: Text) -> str:
    """ReportLab's markup of a text: what the author typed never acts as markup, and no character is without a font.

    What parts its runs from one another is kept at either side: a live figure stands behind a blank of the words before it.
    """
    last = len(text) - 1
    return "".join(_run(run, parts=place < last) for place, run in enumerate(text))


def _run(run: content.Run, *, parts: bool) -> str:
    text = look.drawable(right_to_left.joined(run.text))
    before = " " if run.text[:1].isspace() else ""
    after = " " if parts and text and run.text[-1:].isspace() else ""
    drawn = before + (escape(text) if text.isascii() or look.one_font(text) else "".join(_fonts(text))) + after
    return f"<b>{drawn}</b>" if run.bold else drawn


def _fonts(text: str) -> Iterator[str]:
    for font, same in groupby(text, key=look.font_of):
        said = escape("".join(same))
        yield said if font == look.REGULAR else f'<font name="{font}">{said}</font>'


def paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """A plain text as a paragraph."""
    return Paragraph(markup(plain(text)), style)
