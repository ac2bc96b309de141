"""What the first screen says to Qt by number. Qt's own words for it stand in one namespace of 3,000, `Qt`, which PySide
makes when the first of them is used: 12 ms, a tenth of the start. Its numbers never change (tests/ui/test_early.py).

`widget.setProperty("focusPolicy", TAB_FOCUS)` takes them. What is shown later says `QtCore.Qt.…`.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextLayout, QTextOption

NO_FOCUS, TAB_FOCUS, STRONG_FOCUS = 0, 1, 11  # Qt.FocusPolicy
PLAIN = 0  # Qt.TextFormat.PlainText
CENTRED, TOP = 0x84, 0x20  # Qt.AlignmentFlag: AlignCenter, AlignTop
WRAP_WORDS = 0x1000  # Qt.TextFlag
ESCAPE, RETURN, ENTER, SPACE = 0x01000000, 0x01000004, 0x01000005, 0x20  # Qt.Key


def fill(painter: QPainter, box: QRect, colour: str) -> None:
    """Fill a box. `fillRect` asks whether its colour is one of the namespace's, and to make a brush of a colour does too."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(colour))
    painter.setBackground(palette.base())
    painter.eraseRect(box)


def write(painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> int:
    """Write words from the top of a box, on as many lines as they need; gives how high they are.

    A painter's pen would be asked, as its brush is, whether it is one of the namespace's; the colour of a text is not.
    """
    layout, palette, written = QTextLayout(words, font), QPalette(), QTextLayout.FormatRange()
    palette.setColor(QPalette.ColorRole.Base, QColor(colour))
    written.start, written.length = 0, len(words)
    written.format.setForeground(palette.base())
    layout.setFormats([written])
    layout.setTextOption(_anywhere_at_last())
    high = _lay_lines(layout, box.width())
    layout.draw(painter, QPointF(box.topLeft()))
    return high


def _anywhere_at_last() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _lay_lines(layout: QTextLayout, width: int) -> int:
    high = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, high))
        high = ceil(high + line.height())
    layout.endLayout()
    return int(high)
