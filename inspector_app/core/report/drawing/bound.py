"""Pages that were set, made into a tagged file. Equal pages give equal bytes."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, TypeVar

from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.last_page import Page
from inspector_app.core.report.drawing.tagged import Element, Tagged

_C = TypeVar("_C", bound=Tagged)
# It names a font of ours first, so that Helvetica gets no place.
_PAPER: dict[str, Any] = {"pagesize": look.PAGE, "invariant": 1, "initialFontName": look.REGULAR}


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. `made` is the only moment in it."""

    title: str
    subject: str
    author: str
    language: str
    made: datetime


Around = Callable[[Tagged], None]  # draws what stands on each page


def bind(
    pages: Sequence[Page], root: Element, about: About, around: Around, drawing: AbstractContextManager[object]
) -> bytes:
    """The file: each page with what `around` draws on it first, and the tree of `root`, to which all the rest belongs.

    `drawing` is held while a page is drawn.
    """
    out = BytesIO()
    canvas = _described(Tagged(out, **_PAPER, lang=about.language), about)
    canvas.root, canvas.made = root, about.made
    for page in pages:
        with drawing:
            _draw(canvas, page, around)
    canvas.save()
    return out.getvalue()


def glimpse(page: Page, number: int, about: About, around: Around) -> bytes:
    """A file of one page, which has that number in its own: to be looked at, and nothing leads anywhere."""
    out = BytesIO()
    canvas = _described(_Glimpse(out, **_PAPER), about)
    canvas.number = number
    _draw(canvas, page, around)
    canvas.save()
    return out.getvalue()


class _Glimpse(Tagged):
    """A page by itself."""

    number = 1

    def getPageNumber(self) -> int:  # noqa: N802  ReportLab's own name
        """The number that it has among all."""
        return self.number

    def linkRect(self, *_: Any, **__: Any) -> None:  # noqa: N802  ReportLab's own name
        """What it leads to is not here."""

    def bookmarkPage(self, *_: Any, **__: Any) -> Any:  # noqa: N802  ReportLab's own name
        """Nothing leads here."""

    def addOutlineEntry(self, *_: Any, **__: Any) -> None:  # noqa: N802  ReportLab's own name
        """There is no outline."""


def _draw(canvas: Tagged, page: Page, around: Around) -> None:
    around(canvas)
    for placed in page:
        placed.draw(canvas)
    canvas.showPage()


def _described(canvas: _C, about: About) -> _C:
    """The canvas of a file that says what it is."""
    canvas.setTitle(look.drawable(about.title))
    canvas.setSubject(look.drawable(about.subject))
    canvas.setAuthor(look.drawable(about.author))
    canvas.setCreator("inspector-app")
    canvas.setDateFormatter(lambda *_: f"D:{about.made:%Y%m%d%H%M%S}Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas
