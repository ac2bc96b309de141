"""What the first screen says to Qt by number. Qt's own words for it stand in one namespace of 3,000, `Qt`, which PySide
makes when the first of them is used: 12 ms, a tenth of the start. Its numbers never change (tests/ui/test_early.py).

`widget.setProperty("focusPolicy", TAB_FOCUS)` takes them. What is shown later says `QtCore.Qt.…`.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPalette

NO_FOCUS, TAB_FOCUS, STRONG_FOCUS = 0, 1, 11  # Qt.FocusPolicy
PLAIN = 0  # Qt.TextFormat.PlainText
CENTRED = 0x84  # Qt.AlignmentFlag.AlignCenter
ESCAPE = 0x01000000  # Qt.Key.Key_Escape
ENTERS = (0x01000004, 0x01000005)  # Qt.Key.Key_Return, Key_Enter


def fill(painter: QPainter, box: QRect, colour: str) -> None:
    """Fill a box. `fillRect` asks whether its colour is one of the namespace's, and to make a brush of a colour does too."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(colour))
    painter.setBackground(palette.base())
    painter.eraseRect(box)
