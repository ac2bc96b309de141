"""Pages that were set, made into a tagged file. Equal pages give equal bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.setting import Page
from inspector_app.core.report.drawing.tagged import Element, Tagged


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. `made` is the only moment in it."""

    title: str
    subject: str
    author: str
    language: str
    made: datetime


def bind(pages: Sequence[Page], root: Element, about: About, around: Callable[[Tagged], None]) -> bytes:
    """The file: each page with what `around` draws on it first, and the tree of `root`, to which all the rest belongs."""
    out = BytesIO()
    canvas = _canvas(out, root, about)
    for page in pages:
        around(canvas)
        for placed in page:
            placed.draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO, root: Element, about: About) -> Tagged:
    """An empty file. It names a font of ours first, so that Helvetica gets no place."""
    font: Any = look.REGULAR  # a number by the types of ReportLab
    canvas = Tagged(out, pagesize=look.PAGE, invariant=1, initialFontName=font, lang=about.language)
    canvas.setTitle(look.drawable(about.title))
    canvas.setSubject(look.drawable(about.subject))
    canvas.setAuthor(look.drawable(about.author))
    canvas.setCreator("inspector-app")
    canvas.setDateFormatter(lambda *_: f"D:{about.made:%Y%m%d%H%M%S}Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas.root, canvas.made = root, about.made
    return canvas
