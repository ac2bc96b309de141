"""Words on as many lines as they need, for what paints itself: nothing is shortened, so the room is asked for first."""

from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout

from inspector_app.core.words import say
from inspector_app.ui.look import early, long_words

_HIGH = 100_000  # px: more than any text


def height(words: str, font: QFont, width: int) -> int:
    """How high these words are in that width."""
    return _room(words, font.toString(), width)[0] if words else 0


@lru_cache(maxsize=512)  # measured each time that something beside it changes, and again to be drawn
def _room(words: str, font: str, width: int) -> tuple[int, str]:
    """How high they are, and the words as their lines break; of the font its description."""
    as_described = QFont()
    as_described.fromString(font)
    words, metrics, room = long_words.held(words), QFontMetrics(as_described), QRect(0, 0, max(1, width), _HIGH)
    if metrics.horizontalAdvance(words) > width and longest(words, as_described) > width:
        words = long_words.broken_beyond(words, lambda word: metrics.horizontalAdvance(word) > width)
    return metrics.boundingRect(room, early.WRAP_WORDS, words).height(), words


def broken(words: str, font: QFont, width: int) -> str:
    """The words with their line breaks in them, for a button, which does not wrap."""
    words = long_words.held(words)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return "\n".join(lines)


def longest(words: str, font: QFont) -> int:
    """The width of the longest word."""
    return max((QFontMetrics(font).horizontalAdvance(word) for word in words.split()), default=0)


def beginning(words: str, font: QFont, width: int, lines: int = 1) -> str:
    """As many whole words as so many lines have room for, and that there is more; "" where not even one has."""
    most = height("\n".join("x" * lines), font, width)
    if height(words, font, width) <= most:
        return words
    parts = words.split()
    least, beyond = 0, len(parts)
    while beyond - least > 1:
        middle = (least + beyond) // 2
        fits = height(_more(parts, middle), font, width) <= most
        least, beyond = (middle, beyond) if fits else (least, middle)
    said = _more(parts, least)
    return said if least and longest(said, font) <= width else ""


def _more(parts: list[str], count: int) -> str:
    return say("{words} (more)", words=" ".join(parts[:count]))


def draw(painter: QPainter, box: QRect, words: str, font: QFont, colour: str, side: int = early.TOP) -> int:
    """Draw them in a box, which is as high as `height` says; gives that height."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    if not words:
        return 0
    high, broken_words = _room(words, font.toString(), box.width())
    painter.drawText(box, side | early.WRAP_WORDS, broken_words)
    return high
