"""An answer as shape and word, in its colour: where it is read and not given."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.shapes import answer_colour, paint_answer
from inspector_app.ui.words.answers import WORDS


class AnswerWord(QWidget):
    """It is as wide as they are, and never shrinks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_answer(self, answer: Answer | None) -> None:
        """Show this one."""
        self._answer = answer
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Its word."""
        return WORDS[self._answer].say()

    def sizeHint(self) -> QSize:
        """The shape and the word."""
        wide = QFontMetrics(theme.font(bold=True)).horizontalAdvance(self.text())
        return QSize(wide + theme.px(sizes.SIGN + sizes.CLOSE), theme.px(sizes.CHIP))

    def minimumSizeHint(self) -> QSize:
        """The same: words never shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape, then the word."""
        painter, side = QPainter(self), theme.px(sizes.SIGN)
        paint_answer(painter, QRectF(0, (self.height() - side) / 2, side, side), self._answer)
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(answer_colour(self._answer) if self._answer else theme.colours().quiet))
        middle = (self.height() + painter.fontMetrics().ascent() - painter.fontMetrics().descent()) // 2
        painter.drawText(side + theme.px(sizes.CLOSE), middle, self.text())
