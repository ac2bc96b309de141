"""A report as a PDF, made in memory. Equal reports give equal bytes."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from inspector_app.core.report import content
from inspector_app.core.report.content import Progress, Report
from inspector_app.core.report.drawing import drawn, look, story
from inspector_app.core.report.drawing.tag_story import tag
from inspector_app.core.report.drawing.tagged import Element, Tagged, tagged

_SMALL = 8.0
_HEAD, _FOOT = look.HEAD_LINE, look.FOOT_LINE
_SIDE, _MIDDLE = 0.36 * look.WIDTH, 0.27 * look.WIDTH


@dataclass
class _Numbers:
    """What one laying out found: the pages of the headings and how many pages there are."""

    pages: dict[str, int] = field(default_factory=dict)
    total: int = 0


def write(report: Report, progress: Progress) -> bytes:
    """The PDF of a report.

    `progress(done, of, what)` is called for each section and each page; what it raises stops the work and comes out.
    The pages are laid out twice, because the contents and "Page 1 of 12" stand before what they count.
    """
    look.load_fonts()
    counted = _Maker(report, _Numbers(), progress, turn=0)
    counted.make()
    final = _Maker(report, counted.found, progress, turn=1)
    return final.make()


class _Maker:
    """One laying out of a report, with the page numbers known from the one before."""

    def __init__(self, report: Report, known: _Numbers, progress: Progress, turn: int) -> None:
        self._report = report
        self._known = known
        self._tell = progress
        self._turn = turn
        self._section = 0
        self._lines = {
            "running": fitting(report.running, look.REGULAR, _SIDE),
            "marking": fitting(report.marking, look.BOLD, _MIDDLE),
            "data_as_at": fitting(report.data_as_at, look.REGULAR, _SIDE),
            "copy": fitting(report.copy, look.REGULAR, look.WIDTH),
            "notice": fitting(report.notice, look.REGULAR, look.WIDTH),
        }
        self.found = _Numbers()
        self.root = Element("Document")

    def make(self) -> bytes:
        """The file's bytes."""
        out = BytesIO()
        document = _Document(out, self)
        if self._turn:
            document.build(list(tag(self._flowables(), self.root)), canvasmaker=Tagged)
        else:
            document.build(list(self._flowables()))
        return out.getvalue()

    def _flowables(self) -> Iterator[Flowable]:
        sections = self._report.sections
        yield from story.of_cover(self._report.cover)
        yield from story.of_contents(self._report.contents_title, self._report.headings, self._known.pages)
        for number, section in enumerate(sections):
            self._progress("Preparing the text")
            yield drawn.PageMark(partial(self._reach, number))
            yield from story.of_section(section, self._arrived)

    def _reach(self, section: int, _canvas: Canvas) -> None:
        self._section = section
        self._progress("Setting the pages")

    def _arrived(self, heading: content.Heading, canvas: Canvas) -> None:
        self.found.pages[heading.key] = canvas.getPageNumber()
        canvas.bookmarkPage(heading.key)
        canvas.addOutlineEntry(look.drawable(heading.text), heading.key, heading.level - 1)

    def _progress(self, what: str) -> None:
        each = len(self._report.sections)
        self._tell(self._turn * each + self._section, 2 * each, what)

    def page(self, canvas: Canvas) -> None:
        """What stands on every page: the watermark, the marking, that this is a draft, the page's number."""
        number = canvas.getPageNumber()
        self.found.total = number
        self._progress(f"Page {number}" if not self._known.total else f"Page {number} of {self._known.total}")
        on = tagged(canvas)
        if on is not None:
            on.decorate("Pagination")
        drawn.watermark(canvas)
        self._head(canvas)
        self._foot(canvas, number)
        if on is not None:
            on.end()

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
        canvas.drawRightString(right, _FOOT, f"Page {number} of {self._known.total or '–'}")
        canvas.drawString(left, _FOOT - 12, self._lines["copy"])
        canvas.drawString(left, _FOOT - 24, self._lines["notice"])
        canvas.setFillColor(look.INK)
        canvas.setFont(look.BOLD, _SMALL)
        canvas.drawCentredString(look.PAGE[0] / 2, _FOOT, self._lines["marking"])

    def begin(self, canvas: Canvas) -> None:
        """What the file says of itself."""
        made = self._report.made
        canvas.setDateFormatter(lambda *_: f"D:{made:%Y%m%d%H%M%S}Z")
        if isinstance(canvas, Tagged):
            canvas.root, canvas.made = self.root, made
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()


class _Document(BaseDocTemplate):
    """ReportLab's document with our one kind of page. It names a font of ours first, so that Helvetica gets no place."""

    def __init__(self, out: BytesIO, maker: _Maker) -> None:
        report = maker._report
        super().__init__(
            out,
            pagesize=look.PAGE,
            title=look.drawable(report.title),
            subject=look.drawable(report.subject),
            author=look.drawable(report.author),
            creator="inspector-app",
            lang=report.language,
            invariant=1,
            initialFontName=look.REGULAR,
        )
        frame = Frame(look.MARGIN, look.BOTTOM, look.WIDTH, look.HEIGHT, 0, 0, 0, 0)
        self._maker = maker
        self.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: maker.page(canvas)))

    def beforeDocument(self) -> None:  # noqa: N802  ReportLab's own name
        self._maker.begin(self.canv)


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
