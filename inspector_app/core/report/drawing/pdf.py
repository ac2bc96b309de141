"""A report as a PDF, made in memory. Equal reports give equal bytes."""

from collections.abc import Iterator
from threading import Lock

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from inspector_app.core.report import words
from inspector_app.core.report.content import Progress, Report
from inspector_app.core.report.drawing import drawn, front, look, story
from inspector_app.core.report.drawing.bound import About, bind, glimpse
from inspector_app.core.report.drawing.drawn import pages_of_marks
from inspector_app.core.report.drawing.one_line import Anchor, draw, fitting, wide
from inspector_app.core.report.drawing.setting import set_on_pages
from inspector_app.core.report.drawing.tag_story import tag
from inspector_app.core.report.drawing.tagged import Element, Tagged

_SMALL = 8.0
_HEAD, _FOOT = look.HEAD_LINE, look.FOOT_LINE
_SIDE, _MIDDLE = 0.36 * look.WIDTH, 0.27 * look.WIDTH


def write(report: Report, progress: Progress) -> bytes:
    """The PDF of a report.

    `progress(done, of, what)` is called for each section and each page; what it raises stops the work and comes out.
    """
    return lay(report, progress).whole(progress)


def lay(report: Report, progress: Progress, *, heard: bool = True) -> "Laid":
    """A report on its pages, none of which is drawn yet. `progress` is called for each section, as by `write`.
    `heard`: as a tagged file can be made of them; else they are only looked at.

    All pages are set before the first is drawn, because the contents and "Page 1 of 12" stand before what they count.
    """
    look.load_fonts()
    return Laid(report, progress, heard=heard)


class Laid:
    """A report on its pages: each can be drawn by itself, and all are bound as a file. May be used from any thread."""

    def __init__(self, report: Report, progress: Progress, *, heard: bool = True) -> None:
        self._report = report
        self._lines = {
            "running": fitting(report.running, look.REGULAR, _SIDE, _SMALL),
            "marking": fitting(report.marking, look.BOLD, _MIDDLE, _SMALL),
            "data_as_at": fitting(report.data_as_at, look.REGULAR, _SIDE, _SMALL),
            "copy": fitting(report.copy, look.REGULAR, look.WIDTH, _SMALL),
            "notice": fitting(words.led_in(report.notice, _on_a_line), look.REGULAR, look.WIDTH, _SMALL),
        }
        self._drawing = Lock()  # a flowable knows one canvas at a time
        self._root, numbers = Element("Document"), dict[str, int]()  # the pages of the headings
        flowables = self._flowables(numbers, progress)
        self._pages = set_on_pages(tag(flowables, self._root) if heard else flowables)
        numbers.update(pages_of_marks(self._pages))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def page(self, index: int) -> bytes:
        """That page (from 0) as a file of its own, to be looked at: without tags, links and outline."""
        with self._drawing:
            return glimpse(self._pages[index], index + 1, self._about, self._around)

    def whole(self, progress: Progress) -> bytes:
        """The file's bytes. `progress` is called for each page, as by `write`."""

        def around(canvas: Tagged) -> None:
            number, each = canvas.getPageNumber(), len(self._report.sections)
            progress(each + each * number // self.count, 2 * each, f"Page {number} of {self.count}")
            self._around(canvas)

        return bind(self._pages, self._root, self._about, around, self._drawing)

    @property
    def _about(self) -> About:
        report = self._report
        return About(report.title, report.subject, report.author, report.language, report.made)

    def _flowables(self, numbers: dict[str, int], progress: Progress) -> Iterator[Flowable]:
        sections = self._report.sections
        yield from front.of_cover(self._report.cover)
        yield from front.of_contents(self._report.contents_title, self._report.headings, numbers)
        for number, section in enumerate(sections):
            progress(number, 2 * len(sections), "Setting the pages")
            yield from story.of_section(section)

    def _around(self, canvas: Tagged) -> None:
        """What stands on every page: the watermark, the marking, that this is a draft, the page's number."""
        canvas.decorate("Pagination")
        drawn.watermark(canvas)
        self._head(canvas)
        self._foot(canvas, canvas.getPageNumber())
        canvas.end()

    def _head(self, canvas: Canvas) -> None:
        left, right = look.MARGIN, look.PAGE[0] - look.MARGIN
        canvas.setFillColor(look.MUTED)
        draw(canvas, (left, _HEAD), self._lines["running"], look.REGULAR, _SMALL)
        canvas.setFillColor(look.INK)
        draw(canvas, (look.PAGE[0] / 2, _HEAD), self._lines["marking"], look.BOLD, _SMALL, Anchor.MIDDLE)
        canvas.setFillColor(look.RATINGS[0])
        draw(canvas, (right, _HEAD), self._report.draft, look.BOLD, _SMALL, Anchor.END)
        _rule(canvas, _HEAD - 6)

    def _foot(self, canvas: Canvas, number: int) -> None:
        left, right = look.MARGIN, look.PAGE[0] - look.MARGIN
        _rule(canvas, _FOOT + 13)
        canvas.setFillColor(look.MUTED)
        draw(canvas, (left, _FOOT), self._lines["data_as_at"], look.REGULAR, _SMALL)
        draw(canvas, (right, _FOOT), f"Page {number} of {self.count}", look.REGULAR, _SMALL, Anchor.END)
        draw(canvas, (left, _FOOT - 12), self._lines["copy"], look.REGULAR, _SMALL)
        draw(canvas, (left, _FOOT - 24), self._lines["notice"], look.REGULAR, _SMALL)
        canvas.setFillColor(look.INK)
        draw(canvas, (look.PAGE[0] / 2, _FOOT), self._lines["marking"], look.BOLD, _SMALL, Anchor.MIDDLE)


def _rule(canvas: Canvas, height: float) -> None:
    canvas.setStrokeColor(look.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(look.MARGIN, height, look.PAGE[0] - look.MARGIN, height)


def _on_a_line(text: str) -> bool:
    return wide(text, look.REGULAR, _SMALL) <= look.WIDTH
