"""The guide as a tagged PDF: title, contents as links, headings, lists, tables, and pictures with their words.

Pure: equal parts, pictures and moment give equal bytes.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from datetime import datetime
from io import BytesIO
from itertools import groupby

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable

from inspector_app.core.report import content
from inspector_app.core.report.content import plain
from inspector_app.core.report.drawing import front, look, story
from inspector_app.core.report.drawing.bound import About, bind
from inspector_app.core.report.drawing.drawn import pages_of_marks
from inspector_app.core.report.drawing.markup import markup
from inspector_app.core.report.drawing.right_to_left import Paragraph
from inspector_app.core.report.drawing.setting import set_on_pages
from inspector_app.core.report.drawing.tag_story import tag
from inspector_app.core.report.drawing.tagged import Element, Tagged, tagged
from inspector_app.core.report.guide import Part, Picture

_SMALL, _GAP = 8, 10  # points: letters at the foot, and round a picture
Load = Callable[[str], bytes]  # a picture by its name


class Drawn(Flowable):
    """A picture as wide as the text, with an element that says what is on it."""

    def __init__(self, data: bytes, words: str) -> None:
        super().__init__()
        self.words = words
        self.element: Element | None = None
        with Image.open(BytesIO(data)) as picture:
            self._picture = ImageReader(picture.convert("RGB"))  # see-through is not for PDF/A
        across, down = self._picture.getSize()
        self._width = float(look.WIDTH)
        self._height = look.WIDTH * down / across
        if self._height > look.HEIGHT / 2:
            self._width, self._height = self._width * look.HEIGHT / 2 / self._height, look.HEIGHT / 2

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, and room round it."""
        return self._width, self._height + 2 * _GAP

    def draw(self) -> None:
        """Draw it as a figure."""
        canvas = tagged(self.canv)
        if canvas is not None:
            canvas.begin(self.element)
        self.canv.drawImage(self._picture, 0, _GAP, self._width, self._height)
        if canvas is not None:
            canvas.end()


def write(title: str, made: datetime, parts: Sequence[Part], load: Load) -> bytes:
    """The PDF. All pages are set before the first is drawn, since the contents stand before the pages that they name."""
    look.load_fonts()
    title, root, numbers = look.drawable(title), Element("Document"), dict[str, int]()
    pages = set_on_pages(_tagged(_flowables(title, parts, load, numbers), root))
    numbers.update(pages_of_marks(pages))
    return bind(
        pages, root, About(title, title, "Fieldwork", "en-GB", made), lambda canvas: _foot(canvas, title), nullcontext()
    )


def _tagged(flowables: Iterator[Flowable], root: Element) -> Iterator[Flowable]:
    """Each with its element, in the order of reading; pictures as figures."""
    for drawn, same in groupby(flowables, key=lambda flowable: isinstance(flowable, Drawn)):
        for flowable in same if drawn else tag(same, root):
            if isinstance(flowable, Drawn):
                flowable.element = root.add("Figure", alt=flowable.words)
            yield flowable


def _flowables(title: str, parts: Sequence[Part], load: Load, pages: dict[str, int]) -> Iterator[Flowable]:
    headings = [part for part in parts if isinstance(part, content.Heading)]
    yield Paragraph(markup(plain(title)), look.HEADINGS[1])
    yield from front.of_contents("Contents", headings, pages)
    for drawn, same in groupby(parts, key=lambda part: isinstance(part, Picture)):
        if drawn:
            yield from _pictures(same, load)
        else:
            blocks = tuple(part for part in same if not isinstance(part, Picture))
            yield from story.of_section(content.Section(blocks))


def _pictures(parts: Iterator[Part], load: Load) -> Iterator[Flowable]:
    for part in parts:
        if isinstance(part, Picture):
            drawn = Drawn(load(part.name), part.words)
            yield CondPageBreak(drawn.wrap(0, 0)[1] + look.NOTE.leading)
            yield drawn
            yield Paragraph(markup(plain(part.words)), look.NOTE)


def _foot(canvas: Tagged, title: str) -> None:
    canvas.decorate("Pagination")
    canvas.setFillColor(look.MUTED)
    canvas.setFont(look.REGULAR, _SMALL)
    canvas.drawString(look.MARGIN, look.FOOT_LINE, title)
    canvas.drawRightString(look.PAGE[0] - look.MARGIN, look.FOOT_LINE, f"Page {canvas.getPageNumber()}")
    canvas.end()
