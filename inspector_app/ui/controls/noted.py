"""A note where it is only read, as rich text: the words that mark a paragraph in bold and in their colour, as in its box."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from inspector_app.core.domain.text.marks import place
from inspector_app.ui.look import theme
from inspector_app.ui.look.mark_shapes import colour

_Span = tuple[int, int, str]  # from, to, and the tags that it is put between, as "<b>{}</b>"


def as_html(text: str, matches: Sequence[tuple[int, int]] = (), *, begins: bool = True) -> str:
    """The text as HTML: its words alone, each escaped, lines kept; what `matches` bold and underlined in the accent.

    `begins`: whether the text begins where a line of its note does, and so perhaps with a mark.
    """
    found = f'<b style="color: {theme.colours().accent}"><u>{{}}</u></b>'
    spans = [*_marks(text, begins=begins), *((start, end, found) for start, end in matches)]
    cuts = sorted({0, len(text), *(at for start, end, _ in spans for at in (start, end))})
    return "".join(_piece(text, start, end, spans) for start, end in pairwise(cuts))


def _piece(text: str, start: int, end: int, spans: Sequence[_Span]) -> str:
    """What stands between two cuts; a match within a mark is a match."""
    words = escape(text[start:end]).replace("\n", "<br>")
    over = [tags for first, last, tags in spans if first <= start and end <= last]
    return over[-1].format(words) if over else words


def _marks(text: str, *, begins: bool) -> list[_Span]:
    spans, at = [], 0
    for number, line in enumerate(text.split("\n")):
        mark = place(line) if number or begins else None
        if mark is not None:
            kind, first, last = mark
            spans.append((at + first, at + last, f'<b style="color: {colour(kind)}">{{}}</b>'))
        at += len(line) + 1
    return spans
