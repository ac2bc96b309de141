"""What a line that one looks for something with has: the glass before the words, and a cross that empties it."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import picture

L = TypeVar("L", bound=QLineEdit)


def searching(line: L) -> L:
    """Give a line both, and return it. Its words have less room: say so before its width is asked for."""
    before = theme.px(sizes.PICTURE) + theme.px(sizes.TIGHT)
    line.setTextMargins(before, 0, theme.px(sizes.TARGET) - theme.px(sizes.CLOSE), 0)
    _Glass(line)
    _Cross(line)
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
        _draw(self, "find")

    def _lie(self, line: QLineEdit) -> None:
        self.setGeometry(theme.px(sizes.CLOSE), 0, theme.px(sizes.PICTURE), line.height())


class _Cross(QAbstractButton):
    """Lies at the right of its line while there are words. Qt's own is 16 px wide however large the letters are."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one goes on typing
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(say("Clear"))
        self.setToolTip(say("Clear"))
        self.clicked.connect(self._empty)
        line.installEventFilter(self)
        line.textChanged.connect(self._come)
        self._come()

    def sizeHint(self) -> QSize:
        """As wide as anything that acts."""
        return QSize(theme.px(sizes.TARGET), self._line.height())

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        """Stay at its end."""
        if event.type() == QEvent.Type.Resize and line is self._line:
            self._come()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the middle of the line's height."""
        _draw(self, "close")

    def _come(self) -> None:
        wide = theme.px(sizes.TARGET)
        self.setGeometry(self._line.width() - wide, 0, wide, self._line.height())
        self.setVisible(bool(self._line.text()) and not self._line.isReadOnly())

    def _empty(self) -> None:
        self._line.clear()
        self._line.textEdited.emit("")


def _draw(part: QWidget, name: str) -> None:
    side, ratio = theme.px(sizes.PICTURE), part.devicePixelRatioF()
    colour = theme.colours().text if part.underMouse() else theme.colours().quiet
    QPainter(part).drawPixmap(
        (part.width() - side) // 2, (part.height() - side) // 2, picture(name, colour, side, ratio)
    )
