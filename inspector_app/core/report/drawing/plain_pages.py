"""Pages without cover or contents, for what is printed on its own: a week, the way to a rating.

Pure: equal stories give equal bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from inspector_app.core.report.drawing import look, pack_look
from inspector_app.core.report.drawing.one_line import Anchor, draw, fitting
from inspector_app.core.words import say

RULES = (  # of a table: a line under its head, and a thin one under each row
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, look.INK),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, look.LINE),
)


@dataclass(frozen=True, slots=True)
class PlainPages:
    """What stands round the story: the title of the file, the marking at the head of each page, when it was made."""

    title: str
    marking: str
    made: datetime


def write(pages: PlainPages, story: Iterable[Flowable]) -> bytes:
    """The PDF."""
    look.load_fonts()
    out = BytesIO()
    document = BaseDocTemplate(
        out, pagesize=look.PAGE, title=look.drawable(pages.title), author="Inspection team",
        creator="inspector-app", lang="en-GB", invariant=1, initialFontName=look.REGULAR,
    )  # fmt: skip
    frame = Frame(pack_look.MARGIN, pack_look.BOTTOM, pack_look.WIDTH, pack_look.HEIGHT, 0, 0, 0, 0)
    foot = PageTemplate("page", [frame], onPage=lambda canvas, _document: _round(pages, canvas))
    document.addPageTemplates(foot)
    document.build(list(story))
    return out.getvalue()


def _round(pages: PlainPages, canvas: Canvas) -> None:
    """Head and foot of a page."""
    canvas.setDateFormatter(lambda *_: f"D:{pages.made:%Y%m%d%H%M%S}")
    canvas.setFillColor(look.INK)
    marking = fitting(pages.marking, look.BOLD, pack_look.WIDTH / 2, pack_look.SMALLEST)
    draw(canvas, (look.PAGE[0] / 2, pack_look.HEAD_LINE), marking, look.BOLD, pack_look.SMALLEST, Anchor.MIDDLE)
    canvas.setFont(look.REGULAR, pack_look.SMALLEST)
    canvas.drawString(
        pack_look.MARGIN, pack_look.FOOT_LINE, say("Not encrypted: look after it as you would the case files")
    )
    right = look.PAGE[0] - pack_look.MARGIN
    canvas.drawRightString(right, pack_look.FOOT_LINE, f"Page {canvas.getPageNumber()}")
