"""What is drawn and not written: the bar and the stars of a rating, the watermark, the place of a bookmark."""

import math
from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from inspector_app.core.report import content
from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.last_page import Page
from inspector_app.core.report.drawing.right_to_left import Paragraph
from inspector_app.core.report.drawing.tagged import tagged

# Parts of the size of the words beside: a step with the gap after it, the gap, the thickness of the bar, the space
# between the bar and the words.
_STEP, _GAP, _BAR, _SPACE = 1.35, 0.2, 0.68, 0.75


class PageMark(Flowable):
    """The place of a heading, of no size in the text: a bookmark, and a line of the outline."""

    def __init__(self, heading: content.Heading) -> None:
        super().__init__()
        self.heading = heading

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room is taken."""
        return 0, 0

    def draw(self) -> None:
        """Marks where it stands."""
        self.canv.bookmarkPage(self.heading.key)
        self.canv.addOutlineEntry(look.drawable(self.heading.text), self.heading.key, self.heading.level - 1)


def pages_of_marks(pages: Sequence[Page]) -> Iterator[tuple[str, int]]:
    """The key of each heading with the number of the page that it stands on."""
    for number, page in enumerate(pages, start=1):
        for placed in page:
            if isinstance(placed.flowable, PageMark):
                yield placed.flowable.heading.key, number


class PageNumber(Paragraph):
    """The page of a heading, which is known when it is drawn."""

    def __init__(self, key: str, pages: dict[str, int], style: ParagraphStyle) -> None:
        super().__init__("0", style)
        self._key, self._pages = key, pages

    def draw(self) -> None:
        """Draws the number that it has by then."""
        number = Paragraph(str(self._pages[self._key]), self.style)
        number.element = self.element
        number.wrap(self.width, self.height)
        number.drawOn(self.canv, 0, 0)


class RatingMark(Flowable):
    """A rating: `filled` of `of` steps as a bar (or as stars), and beside it its words, which wrap."""

    def __init__(self, markup: str, style: ParagraphStyle, filled: int, of: int, stars: bool) -> None:
        super().__init__()
        self.words = Paragraph(markup, style)
        self._size, self._leading = style.fontSize, style.leading
        self._filled, self._of, self._stars = filled, of, stars

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the words need."""
        _, high = self.words.wrap(width - self._indent(), height)
        self.width, self.height = width, high
        return width, high

    def draw(self) -> None:
        """Draws steps at the height of the first line of the words."""
        canvas = tagged(self.canv)
        if canvas is not None:
            canvas.decorate()
        self._draw_steps()
        if canvas is not None:
            canvas.end()
        self.words.drawOn(self.canv, self._indent(), 0)

    def _draw_steps(self) -> None:
        middle = self.height - self._leading * 0.5
        step = _star if self._stars else _bar
        for place in range(self._of):
            _ink(self.canv, _colour(self._filled, self._of), place < self._filled)
            step(self.canv, place * _STEP * self._size, middle, self._size, place < self._filled)

    def _indent(self) -> float:
        return (self._of * _STEP - _GAP + _SPACE) * self._size


def _colour(filled: int, of: int) -> Color:
    """The colour of a rating by its place among the framework's words, however many those are."""
    last = len(look.RATINGS) - 1
    return look.RATINGS[round(max(filled - 1, 0) * last / max(of - 1, 1))]


def _bar(canvas: Canvas, left: float, middle: float, size: float, full: bool) -> None:
    canvas.rect(left, middle - _BAR * size / 2, (_STEP - _GAP) * size, _BAR * size, stroke=1, fill=int(full))


def _star(canvas: Canvas, left: float, middle: float, size: float, full: bool) -> None:
    radius = (_STEP - _GAP) * size / 2
    path = canvas.beginPath()
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        angle = math.pi / 2 + corner * math.pi / 5
        point = (left + radius + reach * math.cos(angle), middle + reach * math.sin(angle))
        (path.lineTo if corner else path.moveTo)(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=int(full))


def _ink(canvas: Canvas, colour: Color, full: bool) -> None:
    canvas.setLineWidth(0.7)
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour if full else look.EMPTY)


# DRAFT as strokes on a grid of 4 by 6 a letter. Strokes and not text: a watermark that is text turns up in the middle
# of sentences when somebody copies the page or a screen reader reads it.
_Stroke = tuple[float, ...]  # a point to go to, or two control points and a point to curve to
_LETTERS: tuple[tuple[tuple[_Stroke, ...], ...], ...] = (
    (((1.2, 0), (0, 0), (0, 6), (1.2, 6), (5, 6, 5, 0, 1.2, 0)),),
    (((0, 0), (0, 6), (2, 6), (4.6, 6, 4.6, 2.8, 2, 2.8), (0, 2.8)), ((1.9, 2.8), (4, 0))),
    (((0, 0), (2.1, 6), (4.2, 0)), ((0.75, 2), (3.45, 2))),
    (((0, 0), (0, 6), (3.6, 6)), ((0, 3), (3, 3))),
    (((0, 6), (4.4, 6)), ((2.2, 6), (2.2, 0))),
)
_LETTER_WIDTH, _LETTER_SIZE = 5.6, 17.0


def watermark(canvas: Canvas) -> None:
    """DRAFT across the page, so light that the text over it stays as legible as on white."""
    canvas.saveState()
    canvas.translate(look.PAGE[0] / 2, look.PAGE[1] / 2)
    canvas.rotate(math.degrees(math.atan2(look.PAGE[1], look.PAGE[0])))
    canvas.scale(_LETTER_SIZE, _LETTER_SIZE)
    canvas.translate(-(len(_LETTERS) * _LETTER_WIDTH - 1.4) / 2, -3)
    canvas.setStrokeColor(look.WATERMARK)
    canvas.setLineWidth(1)
    canvas.setLineJoin(0)
    path = canvas.beginPath()
    for place, letter in enumerate(_LETTERS):
        for start, *strokes in letter:
            path.moveTo(start[0] + place * _LETTER_WIDTH, start[1])
            for stroke in strokes:
                _draw(path, place * _LETTER_WIDTH, stroke)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _draw(path: PDFPathObject, right: float, stroke: _Stroke) -> None:
    moved = [value + right if place % 2 == 0 else value for place, value in enumerate(stroke)]
    (path.lineTo if len(moved) == 2 else path.curveTo)(*moved)
