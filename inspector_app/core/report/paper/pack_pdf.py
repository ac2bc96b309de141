"""Case packs as a PDF in memory. Each case is numbered on its own, so that a file of several can be taken apart."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from inspector_app.core.report.content import Progress
from inspector_app.core.report.drawing import look, pack_look
from inspector_app.core.report.drawing.one_line import Anchor, draw, fitting
from inspector_app.core.report.paper.content import Pack
from inspector_app.core.report.paper.pack import story

_SIZE = pack_look.SMALLEST
_SIDE = 0.4 * pack_look.WIDTH


def write(pack: Pack, progress: Progress) -> bytes:
    """The PDF of a pack of at least one case.

    `progress(done, of, what)` is called for each page; what it raises stops the work and comes out. The pages are laid out
    twice, because "page 2 of 8" stands before what it counts.
    """
    look.load_fonts()
    every = len(pack.cases)
    counted = _Document(pack, {}, lambda case: progress(case, 2 * every, _doing(pack, case)))
    counted.make()
    return _Document(pack, counted.pages, lambda case: progress(every + case, 2 * every, _doing(pack, case))).make()


def _doing(pack: Pack, case: int) -> str:
    return f"Case {pack.cases[case].ref}"


class _Document(BaseDocTemplate):
    """One laying out. `pages`: how many pages each case came to have; `known`: that of the laying out before."""

    def __init__(self, pack: Pack, known: dict[int, int], tell: Callable[[int], None]) -> None:
        self._out = BytesIO()
        subject = f"{pack.framework}. {'Filled' if pack.filled else 'Blank'}"
        super().__init__(
            self._out,
            pagesize=look.PAGE,
            title=look.drawable(f"Case pack: {pack.service}"),
            subject=look.drawable(subject),
            author="Inspection team",
            creator="inspector-app",
            lang="en-GB",
            invariant=1,
            initialFontName=look.REGULAR,
        )
        self._pack, self._known, self._tell = pack, known, tell
        self.pages: dict[int, int] = {}
        size = (pack_look.MARGIN, pack_look.BOTTOM, pack_look.WIDTH, pack_look.HEIGHT)
        for number in range(len(pack.cases)):
            frame = Frame(*size, 0, 0, 0, 0)
            drawn = partial(self._page, number)
            self.addPageTemplates(PageTemplate(str(number), [frame], onPage=drawn))

    def make(self) -> bytes:
        """The file's bytes."""
        flowables: list[Flowable] = []
        for number in range(len(self._pack.cases)):
            flowables += story(self._pack, number)
        self.build(flowables)
        return self._out.getvalue()

    def beforeDocument(self) -> None:  # noqa: N802  ReportLab's own name
        made = self._pack.made
        self.canv.setDateFormatter(lambda *_: f"D:{made:%Y%m%d%H%M%S}")
        self.canv.setViewerPreference("DisplayDocTitle", "true")
        self.canv.showOutline()

    def _page(self, number: int, canvas: Canvas, _document: BaseDocTemplate) -> None:
        """What stands on every page: service, marking, which case, which page of it, the code of the pack."""
        self._tell(number)
        page = self.pages[number] = self.pages.get(number, 0) + 1
        case = self._pack.cases[number]
        if page == 1:
            key = f"case-{number}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(look.drawable(f"Case {case.ref}"), key, 0)
        of = self._known.get(number) or "–"
        code = self._pack.code(case)
        for height, left, right in (
            (pack_look.HEAD_LINE, self._pack.service, f"Case {case.ref}, page {page} of {of}"),
            (pack_look.FOOT_LINE, code, "Not encrypted: look after it as the case file"),
        ):
            self._line(canvas, height, left, right)
        canvas.setStrokeColor(look.MUTED)
        canvas.setLineWidth(0.5)
        for height in (pack_look.HEAD_LINE - 6, pack_look.FOOT_LINE + 14):
            canvas.line(pack_look.MARGIN, height, look.PAGE[0] - pack_look.MARGIN, height)

    def _line(self, canvas: Canvas, height: float, left: str, right: str) -> None:
        canvas.setFillColor(look.INK)
        edge = look.PAGE[0] - pack_look.MARGIN
        said, whose = (fitting(words, look.REGULAR, _SIDE, _SIZE) for words in (left, right))
        draw(canvas, (pack_look.MARGIN, height), said, look.REGULAR, _SIZE)
        draw(canvas, (edge, height), whose, look.REGULAR, _SIZE, Anchor.END)
        marking = fitting(self._pack.marking, look.BOLD, 0.18 * pack_look.WIDTH, _SIZE)
        draw(canvas, (look.PAGE[0] / 2, height), marking, look.BOLD, _SIZE, Anchor.MIDDLE)
