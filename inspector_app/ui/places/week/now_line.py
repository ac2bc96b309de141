"""The line across today at the time that it is."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme


class NowLine(QWidget):
    """The time, and a line beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.time = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_time(self, time: str) -> None:
        """Show this time (14:02)."""
        if time != self.time:
            self.time = time
            self.setAccessibleName(say("Now it is {time}", time=time))
            self.update()

    def sizeHint(self) -> QSize:
        """As high as the time."""
        words = QFontMetrics(theme.font(theme.SMALL))
        return QSize(2 * words.horizontalAdvance(self.time), words.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The time at the left, the line in the middle of its height."""
        painter, red = QPainter(self), QColor(theme.colours().error)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(red)
        words = painter.fontMetrics()
        painter.drawText(0, words.ascent(), self.time)
        left, thick = words.horizontalAdvance(self.time) + theme.px(sizes.TIGHT), theme.px(sizes.STRESS)
        painter.fillRect(left, (self.height() - thick) // 2, self.width() - left, thick, red)
