"""Words on one line that no paragraph sets, such as the head of a page: in fonts that have them, in the order for reading."""

from bisect import bisect_left
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from inspector_app.core.report.drawing import look, right_to_left


class Anchor(StrEnum):
    """Which part of the words stands at their point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def fitting(text: str, font: str, width: float, size: float) -> str:
    """A text of one line that has room in a width, cut with an ellipsis at a word; the whole of it stands elsewhere."""
    line = look.drawable(text)
    if wide(line, font, size) <= width:
        return line
    fits = bisect_left(range(len(line)), True, key=lambda end: wide(f"{line[:end]}…", font, size) > width) - 1
    whole_words = line[: line.rfind(" ", 0, fits)] if " " in line[:fits] else line[:fits]
    return f"{whole_words.rstrip()}…"


def wide(text: str, font: str, size: float) -> float:
    """How wide a line is as `draw` draws it."""
    return sum(float(stringWidth(piece, of, size)) for of, piece in _pieces(text, font))


def draw(
    canvas: Canvas, at: tuple[float, float], text: str, font: str, size: float, anchor: Anchor = Anchor.START
) -> None:
    """Draw a line in the colour that is set."""
    left, height = at
    if anchor is not Anchor.START:
        left -= wide(text, font, size) / (2 if anchor is Anchor.MIDDLE else 1)
    for of, piece in _pieces(text, font):
        canvas.setFont(of, size)
        canvas.drawString(left, height, piece)
        left += float(stringWidth(piece, of, size))


@lru_cache(1_000)  # most of them stand on every page
def _pieces(text: str, font: str) -> tuple[tuple[str, str], ...]:
    """What is drawn from the left, each piece with the font that has it."""
    line = right_to_left.read(look.drawable(right_to_left.joined(text)))
    by_font = groupby(line, key=lambda char: font if look.has_glyph(font, char) else look.font_of(char))
    return tuple((of, "".join(chars)) for of, chars in by_font)
