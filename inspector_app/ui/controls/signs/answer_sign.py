"""The shape of an answer beside its word. It says nothing that the word does not."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.shapes import paint_answer


class AnswerSign(QWidget):
    """As high as a line of small words."""

    def __init__(self, answer: Answer | None, parent: QWidget, *, contested: bool = False) -> None:
        super().__init__(parent)
        self._answer, self._contested = answer, contested
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The shape in the middle of a line."""
        return QSize(theme.px(sizes.SIGN), theme.px(sizes.REASON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape."""
        side = theme.px(sizes.SIGN)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_answer(QPainter(self), box, self._answer, contested=self._contested)
