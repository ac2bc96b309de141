"""What a case pack on paper looks like: the report's fonts and ink, no text under 9 points, nothing that needs colour."""

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from inspector_app.core.report.drawing import look

MARGIN = 17 * mm
TOP, BOTTOM = 24 * mm, 24 * mm
WIDTH = look.PAGE[0] - 2 * MARGIN
HEIGHT = look.PAGE[1] - TOP - BOTTOM
HEAD_LINE, FOOT_LINE = look.PAGE[1] - 14 * mm, 15 * mm
SMALLEST = 9.0

TITLE = ParagraphStyle("pack-title", parent=look.HEADINGS[1], fontSize=19, leading=24, spaceBefore=0, spaceAfter=6)
STANDARD = ParagraphStyle("pack-standard", parent=look.HEADINGS[3], textColor=look.MUTED, spaceBefore=10, spaceAfter=0)
QUESTION = ParagraphStyle("pack-question", parent=look.HEADINGS[2], fontSize=12, leading=16, spaceBefore=2)
SAID = ParagraphStyle("pack-said", parent=look.BODY, fontSize=9.5, leading=13, spaceBefore=0, spaceAfter=4)
NOTE = ParagraphStyle("pack-note", parent=SAID, leftIndent=22 * mm, leading=14, spaceAfter=5)
CODE = ParagraphStyle("pack-code", parent=look.CELL, fontName=look.BOLD, fontSize=10)
CELL = ParagraphStyle("pack-cell", parent=look.CELL, fontSize=9.5)
BOXES = ParagraphStyle("pack-boxes", parent=CELL, alignment=TA_RIGHT)
FACT = ParagraphStyle("pack-fact", parent=look.CELL_HEAD, fontSize=SMALLEST)

_SPACE = 8 * mm  # between ruled lines: room for handwriting
_INDENT = 22 * mm


class Ruled(Flowable):
    """Lines to write on, as many as asked for; goes on on the next page where they do not all fit."""

    def __init__(self, lines: int, indent: float = _INDENT) -> None:
        super().__init__()
        self._lines, self._indent = lines, indent

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = width, self._lines * _SPACE + 3
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """The lines that fit, and the rest."""
        fits = int((height - 3) // _SPACE)
        if fits < 1:
            return []
        return [Ruled(min(fits, self._lines), self._indent), Ruled(self._lines - fits, self._indent)]

    def draw(self) -> None:
        """Thin lines, dark enough for a copier."""
        self.canv.setStrokeColor(look.EMPTY)
        self.canv.setLineWidth(0.5)
        for line in range(1, self._lines + 1):
            height = self.height - line * _SPACE
            self.canv.line(self._indent, height, self.width, height)
