"""The guide as a tagged PDF: title, contents as links, headings, lists, tables, and pictures with their words.

Pure: equal parts, pictures and moment give equal bytes.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate

from inspector_app.core.report import content
from inspector_app.core.report.content import plain
from inspector_app.core.report.drawing import look, story
from inspector_app.core.report.drawing.right_to_left import Paragraph
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
    """The PDF. Laid out twice, since the contents stand before the pages that they name."""
    look.load_fonts()
    counted = _Maker(title, made, {})
    counted.make(parts, load, canvas=Canvas)
    return _Maker(title, made, counted.found).make(parts, load, canvas=Tagged)


class _Maker:
    def __init__(self, title: str, made: datetime, pages: dict[str, int]) -> None:
        self._title, self._made, self._pages = look.drawable(title), made, pages
        self.found: dict[str, int] = {}
        self._root = Element("Document")

    def make(self, parts: Sequence[Part], load: Load, canvas: type[Canvas]) -> bytes:
        out = BytesIO()
        document = _Document(
            out, pagesize=look.PAGE, title=self._title, subject=self._title, author="Fieldwork",
            creator="inspector-app", lang="en-GB", invariant=1, initialFontName=look.REGULAR,
        )  # fmt: skip
        document.begin = self._begin
        frame = Frame(look.MARGIN, look.BOTTOM, look.WIDTH, look.HEIGHT, 0, 0, 0, 0)
        document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: self._foot(canvas)))
        document.build(list(self._tagged(self._flowables(parts, load))), canvasmaker=canvas)
        return out.getvalue()

    def _tagged(self, flowables: Iterator[Flowable]) -> Iterator[Flowable]:
        """Each with its element, in the order of reading; pictures as figures."""
        for drawn, same in groupby(flowables, key=lambda flowable: isinstance(flowable, Drawn)):
            for flowable in same if drawn else tag(same, self._root):
                if isinstance(flowable, Drawn):
                    flowable.element = self._root.add("Figure", alt=flowable.words)
                yield flowable

    def _flowables(self, parts: Sequence[Part], load: Load) -> Iterator[Flowable]:
        headings = [part for part in parts if isinstance(part, content.Heading)]
        yield Paragraph(story.markup(plain(self._title)), look.HEADINGS[1])
        yield from story.of_contents("Contents", headings, self._pages)
        for drawn, same in groupby(parts, key=lambda part: isinstance(part, Picture)):
            if drawn:
                yield from self._pictures(same, load)
            else:
                blocks = tuple(part for part in same if not isinstance(part, Picture))
                yield from story.of_section(content.Section(blocks), self._arrived)

    @staticmethod
    def _pictures(parts: Iterator[Part], load: Load) -> Iterator[Flowable]:
        for part in parts:
            if isinstance(part, Picture):
                drawn = Drawn(load(part.name), part.words)
                yield CondPageBreak(drawn.wrap(0, 0)[1] + look.NOTE.leading)
                yield drawn
                yield Paragraph(story.markup(plain(part.words)), look.NOTE)

    def _arrived(self, heading: content.Heading, canvas: Canvas) -> None:
        self.found[heading.key] = canvas.getPageNumber()
        canvas.bookmarkPage(heading.key)
        canvas.addOutlineEntry(look.drawable(heading.text), heading.key, heading.level - 1)

    def _begin(self, canvas: Canvas) -> None:
        canvas.setDateFormatter(lambda *_: f"D:{self._made:%Y%m%d%H%M%S}Z")
        if isinstance(canvas, Tagged):
            canvas.root, canvas.made = self._root, self._made
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()

    def _foot(self, canvas: Canvas) -> None:
        on = tagged(canvas)
        if on is not None:
            on.decorate("Pagination")
        canvas.setFillColor(look.MUTED)
        canvas.setFont(look.REGULAR, _SMALL)
        canvas.drawString(look.MARGIN, look.FOOT_LINE, self._title)
        canvas.drawRightString(look.PAGE[0] - look.MARGIN, look.FOOT_LINE, f"Page {canvas.getPageNumber()}")
        if on is not None:
            on.end()


class _Document(BaseDocTemplate):
    begin: Callable[[Canvas], None]

    def beforeDocument(self) -> None:  # noqa: N802  ReportLab's own name
        self.begin(self.canv)
