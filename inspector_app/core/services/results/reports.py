"""The draft findings: made in memory, shown page by page, saved whole."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from inspector_app.core.domain.draft import grounds
from inspector_app.core.domain.draft.copies import Copy
from inspector_app.core.domain.draft.disagreement import Disagreement, beginning
from inspector_app.core.domain.draft.repeated import Repeated, repeated
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.parts import Part
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating.engine import rate
from inspector_app.core.rating.explain import trace
from inspector_app.core.report import compose, disagree
from inspector_app.core.report.content import Report
from inspector_app.core.report.drafted import Data, paragraphs
from inspector_app.core.report.files import apart
from inspector_app.core.report.files.writers import writer
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import say

if TYPE_CHECKING:
    import pypdfium2

    from inspector_app.core.report.drawing.pdf import Laid

ENDING = ".pdf"
ENDINGS = (ENDING, ".docx", ".odt", ".html", ".xlsx")  # what a copy of the draft findings can be
_PANELS = Copy()
DEFAULT_MARKING = compose.DEFAULT_MARKING  # what the report is marked with while nobody chose a marking


def draft_findings(
    framework: Framework,
    inspection: Inspection,
    as_at: datetime,
    ticket: Ticket | None = None,
    copy: Copy = _PANELS,
    *,
    ending: str = ENDING,
) -> bytes:
    """A copy of the draft findings (services/results/copies.py), from data as it stood at `as_at`, as a file of that ending.

    Of a workbook: its tables. Raises Cancelled when the ticket is cancelled.
    """
    ticket = ticket or Ticket()
    ticket.report(0, 1, "Rating")
    return write(composed(framework, inspection, as_at, copy), ending, ticket)


def composed(framework: Framework, inspection: Inspection, as_at: datetime, copy: Copy = _PANELS) -> Report:
    """What a copy of the draft findings says, to be written as any file."""
    rated = rate(framework, inspection)
    return compose.draft_findings(framework, inspection, rated, trace(framework, rated), as_at, copy)


def laid(
    framework: Framework, inspection: Inspection, as_at: datetime, ticket: Ticket, copy: Copy = _PANELS
) -> "LaidPages":
    """The pages of a copy, as of `draft_findings`; none is drawn yet. Raises Cancelled when the ticket is cancelled."""
    from inspector_app.core.report.drawing import look, pdf  # and ReportLab

    report = composed(framework, inspection, as_at, copy)
    return LaidPages(report, pdf.lay(report, ticket.report, heard=False), look.PAGE)


def write(report: Report, ending: str, ticket: Ticket) -> bytes:
    """What was composed, as a file of that ending. Raises Cancelled when the ticket is cancelled."""
    return writer(ending)(report, ticket.report)


def write_apart(report: Report, ending: str, ticket: Ticket) -> bytes:
    """The same, in a process of its own: for a window, which has its turns meanwhile."""
    return apart.written(report, ending, ticket.report)


def drafted(framework: Framework, inspection: Inspection, part: Part) -> list[str]:
    """The paragraphs that the program writes in a part of the report by now, with the footnotes in them as ^[words]."""
    rated = rate(framework, inspection)
    there = grounds.found(framework, inspection, rated)
    return paragraphs(part.drafted, Data(framework, inspection, rated, grounds=there))


def disagreements(framework: Framework, inspection: Inspection, texts: Sequence[TextRow]) -> tuple[Disagreement, ...]:
    """What in texts disagrees with the data (figures, words for proportions, ratings), then paragraphs that stand twice.

    A draft is made all the same.
    """
    twice = (
        Disagreement(one.text.id, framework.called(one.text.group), beginning(one.words), _place(framework, one))
        for one in repeated(texts)
    )
    return (*disagree.disagreements(framework, inspection, rate(framework, inspection), texts), *twice)


def _place(framework: Framework, one: Repeated) -> str:
    if one.text.group == one.before.group:
        return say("this paragraph appears twice in this section")
    return say("the same paragraph: {section}", section=framework.called(one.before.group))


def texts_of(inspection: Inspection) -> list[TextRow]:
    """The findings of an inspection that has no workspace, with their places in it as ids."""
    found = enumerate(inspection.findings)
    return [TextRow(id=str(n), group=f.standard, kind=f.kind, text=f.text, position=n) for n, f in found]


def ending_of(path: Path, known: Sequence[str] = (ENDING,)) -> str:
    """The ending of a file name, as one of those known. Expected: FORMAT_UNKNOWN where it is none of them."""
    ending = path.suffix.lower()
    if ending not in known:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=", ".join(known))
    return ending


def save(
    made: bytes,
    path: Path,
    laptop: Laptop | None = None,
    known: Sequence[str] = (ENDING,),
    *,
    then: Callable[[], None] = lambda: None,
) -> None:
    """Write what was made, whole or not at all; `then` is called once it is there: should it raise, all is as before.

    Expected: FORMAT_UNKNOWN; as `outgoing.write`.
    """
    ending_of(path, known)
    with outgoing.written([(path, made)], laptop or Laptop()):
        then()


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as pixels: rows of `stride` bytes, three bytes (blue, green, red) a pixel."""

    width: int
    height: int
    stride: int
    data: bytes


class Pages:
    """The pages of a PDF in memory; no file is written. May be used from any thread."""

    _lock = Lock()  # PDFium is not safe in two threads at once

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2  # loads a library of 8 MB: only where pages are shown

        with self._lock:
            self._document = pypdfium2.PdfDocument(pdf)
            self.count = len(self._document)

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with self._page(index) as page:
            width, height = page.get_size()
            return float(width), float(height)

    def render(self, index: int, scale: float) -> RenderedPage:
        """A page as pixels; scale 1 is 72 pixels an inch."""
        with self._page(index) as page:
            bitmap = page.render(scale=scale)
            try:
                return RenderedPage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()

    def words(self, index: int) -> str:
        """What a page says."""
        with self._page(index) as page:
            text = page.get_textpage()
            try:
                return str(text.get_text_range())
            finally:
                text.close()

    def close(self) -> None:
        """Let go of the memory."""
        with self._lock:
            self._document.close()

    @contextmanager
    def _page(self, index: int) -> Iterator["pypdfium2.PdfPage"]:
        with self._lock:
            page = self._document[index]
            try:
                yield page
            finally:
                page.close()


class LaidPages:
    """The pages of a draft in memory, each drawn when it is wanted. May be used from any thread."""

    def __init__(self, report: Report, laid: "Laid", size: tuple[float, float]) -> None:
        """`size`: width and height of each in points."""
        self.report, self._laid, self.sizes = report, laid, (size,) * laid.count

    def render(self, index: int, scale: float) -> RenderedPage:
        """A page as pixels; scale 1 is 72 pixels an inch."""
        one = Pages(self._laid.page(index))
        try:
            return one.render(0, scale)
        finally:
            one.close()

    def whole(self, ticket: Ticket) -> bytes:
        """The PDF, as `draft_findings` makes it, by `write_apart`. Raises Cancelled when the ticket is cancelled."""
        return write_apart(self.report, ENDING, ticket)

    def close(self) -> None:
        """There is nothing to let go of."""


def pages(pdf: bytes) -> Pages:
    """The pages of a PDF made by `draft_findings`."""
    return Pages(pdf)
