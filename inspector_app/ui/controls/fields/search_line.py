"""What a line that one looks for something with has: the glass before the words, and a cross that empties it."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon, picture

L = TypeVar("L", bound=QLineEdit)
_CLEARS = "_q_qlineeditclearaction"  # what Qt calls its own


def searching(line: L) -> L:
    """Give a line both, and return it. Its words begin further in: say so before its width is asked for."""
    side = theme.px(sizes.PICTURE)
    line.setTextMargins(side + theme.px(sizes.TIGHT), 0, 0, 0)
    line.setClearButtonEnabled(True)
    clears = line.findChild(QAction, _CLEARS)
    if clears is not None:  # Qt's drawing of it is a black disc, the loudest thing on a page
        clears.setIcon(icon("close", theme.colours().quiet, side, line.devicePixelRatioF()))
    _Glass(line)
    return line


class _Glass(QWidget):
    """Lies at the left of its line, and lets the pointer through to it."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.installEventFilter(self)
        self._lie(line)

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        """Be as high as the line is."""
        if event.type() == QEvent.Type.Resize and isinstance(line, QLineEdit):
            self._lie(line)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the middle of the line's height."""
        side, ratio = theme.px(sizes.PICTURE), self.devicePixelRatioF()
        drawn = picture("find", theme.colours().quiet, side, ratio)
        QPainter(self).drawPixmap(0, (self.height() - side) // 2, drawn)

    def _lie(self, line: QLineEdit) -> None:
        self.setGeometry(theme.px(sizes.CLOSE), 0, theme.px(sizes.PICTURE), line.height())
