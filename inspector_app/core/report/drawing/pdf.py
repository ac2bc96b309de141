"""A report as a PDF, made in memory. Equal reports give equal bytes."""

from bisect import bisect_left
from collections.abc import Iterator

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from inspector_app.core.report.content import Progress, Report
from inspector_app.core.report.drawing import drawn, look, story
from inspector_app.core.report.drawing.bound import About, bind
from inspector_app.core.report.drawing.drawn import pages_of_marks
from inspector_app.core.report.drawing.setting import set_on_pages
from inspector_app.core.report.drawing.tag_story import tag
from inspector_app.core.report.drawing.tagged import Element, Tagged

_SMALL = 8.0
_HEAD, _FOOT = look.HEAD_LINE, look.FOOT_LINE
_SIDE, _MIDDLE = 0.36 * look.WIDTH, 0.27 * look.WIDTH


def write(report: Report, progress: Progress) -> bytes:
    """The PDF of a report.

    `progress(done, of, what)` is called for each section and each page; what it raises stops the work and comes out.
    All pages are set before the first is drawn, because the contents and "Page 1 of 12" stand before what they count.
    """
    look.load_fonts()
    return _Maker(report, progress).make()


class _Maker:
    """One report on its pages."""

    def __init__(self, report: Report, progress: Progress) -> None:
        self._report = report
        self._tell = progress
        self._lines = {
            "running": fitting(report.running, look.REGULAR, _SIDE),
            "marking": fitting(report.marking, look.BOLD, _MIDDLE),
            "data_as_at": fitting(report.data_as_at, look.REGULAR, _SIDE),
            "copy": fitting(report.copy, look.REGULAR, look.WIDTH),
            "notice": fitting(report.notice, look.REGULAR, look.WIDTH),
        }
        self._pages: dict[str, int] = {}  # of the headings
        self._total = 0

    def make(self) -> bytes:
        """The file's bytes."""
        report, root = self._report, Element("Document")
        pages = set_on_pages(tag(self._flowables(), root))
        self._pages.update(pages_of_marks(pages))
        self._total = len(pages)
        about = About(report.title, report.subject, report.author, report.language, report.made)
        return bind(pages, root, about, self._around)

    def _flowables(self) -> Iterator[Flowable]:
        sections = self._report.sections
        yield from story.of_cover(self._report.cover)
        yield from story.of_contents(self._report.contents_title, self._report.headings, self._pages)
        for number, section in enumerate(sections):
            self._tell(number, 2 * len(sections), "Setting the pages")
            yield from story.of_section(section)

    def _around(self, canvas: Tagged) -> None:
        """What stands on every page: the watermark, the marking, that this is a draft, the page's number."""
        number, each = canvas.getPageNumber(), len(self._report.sections)
        self._tell(each + each * number // self._total, 2 * each, f"Page {number} of {self._total}")
        canvas.decorate("Pagination")
        drawn.watermark(canvas)
        self._head(canvas)
        self._foot(canvas, number)
        canvas.end()

    def _head(self, canvas: Canvas) -> None:
        left, right = look.MARGIN, look.PAGE[0] - look.MARGIN
        canvas.setFillColor(look.MUTED)
        canvas.setFont(look.REGULAR, _SMALL)
        canvas.drawString(left, _HEAD, self._lines["running"])
        canvas.setFillColor(look.INK)
        canvas.setFont(look.BOLD, _SMALL)
        canvas.drawCentredString(look.PAGE[0] / 2, _HEAD, self._lines["marking"])
        canvas.setFillColor(look.RATINGS[0])
        canvas.drawRightString(right, _HEAD, self._report.draft)
        _rule(canvas, _HEAD - 6)

    def _foot(self, canvas: Canvas, number: int) -> None:
        left, right = look.MARGIN, look.PAGE[0] - look.MARGIN
        _rule(canvas, _FOOT + 13)
        canvas.setFillColor(look.MUTED)
        canvas.setFont(look.REGULAR, _SMALL)
        canvas.drawString(left, _FOOT, self._lines["data_as_at"])
        canvas.drawRightString(right, _FOOT, f"Page {number} of {self._total}")
        canvas.drawString(left, _FOOT - 12, self._lines["copy"])
        canvas.drawString(left, _FOOT - 24, self._lines["notice"])
        canvas.setFillColor(look.INK)
        canvas.setFont(look.BOLD, _SMALL)
        canvas.drawCentredString(look.PAGE[0] / 2, _FOOT, self._lines["marking"])


def _rule(canvas: Canvas, height: float) -> None:
    canvas.setStrokeColor(look.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(look.MARGIN, height, look.PAGE[0] - look.MARGIN, height)


def fitting(text: str, font: str, width: float, size: float = _SMALL) -> str:
    """Text on one line of that width, cut with an ellipsis; the whole of it stands on the cover."""
    line = "".join(char if look.has_glyph(font, char) else look.REPLACEMENT for char in look.drawable(text))
    if stringWidth(line, font, size) <= width:
        return line
    fits = bisect_left(range(len(line)), True, key=lambda end: stringWidth(f"{line[:end]}…", font, size) > width) - 1
    whole_words = line[: line.rfind(" ", 0, fits)] if " " in line[:fits] else line[:fits]
    return f"{whole_words.rstrip()}…"
