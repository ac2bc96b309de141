"""Yes, No and n/a side by side."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.look import theme
from inspector_app.ui.look.shapes import answer_colour, paint_answer
from inspector_app.ui.words.answers import WORDS

_SPOKEN = {Answer.YES: "Yes", Answer.NO: "No", Answer.NA: "not applicable"}
_KEYS = {Answer.YES: "Y", Answer.NO: "N", Answer.NA: "-"}


class AnswerButton(QPushButton):
    """One of the three. Chosen: filled, bold, and its state's shape; otherwise plain with an empty place."""

    def __init__(self, answer: Answer, parent: QWidget) -> None:
        super().__init__(WORDS[answer].say(), parent)
        self.answer = answer
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(f"{_SPOKEN[answer].capitalize()} ({_KEYS[answer]})")

    def nextCheckState(self) -> None:
        """What is chosen is said by `AnswerButtons.set_answer`, never by the click itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses; every other key is the row's (Qt would move the focus on arrows)."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Wide enough for the shape and the bold word."""
        return QSize(theme.px(62), theme.px(30))

    def minimumSizeHint(self) -> QSize:
        """The same: the three never shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin box; chosen ones are filled in their answer's colour, bold, and carry their shape. Read only: no box."""
        if not self.isEnabled() and not self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled():
            self._paint_box(painter)
        side, gap, ink = theme.px(11), theme.px(6), self._ink()
        painter.setFont(theme.font(theme.SMALL, bold=self.isChecked()))
        width = painter.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - width - (side + gap if self.isChecked() else 0)) / 2
        if self.isChecked():
            paint_answer(painter, QRectF(left, (self.height() - side) / 2, side, side), self.answer, ink=ink)
            left += side + gap
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _ink(self) -> str:
        if not self.isEnabled():
            return answer_colour(self.answer)
        return theme.colours().surface if self.isChecked() else theme.colours().text

    def _paint_box(self, painter: QPainter) -> None:
        c = theme.colours()
        edge, fill = c.border, c.raised if self.underMouse() else c.surface
        if self.isChecked():
            edge = fill = answer_colour(self.answer)
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(fill))
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))


class AnswerButtons(QWidget):
    """The three buttons of a prompt or key question. Pressing the chosen one again clears it."""

    chosen = Signal(object)  # Answer, or None: cleared

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self.buttons = {answer: AnswerButton(answer, self) for answer in Answer}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self.buttons.values():
            layout.addWidget(button)
            button.clicked.connect(self._on_clicked)

    def set_subject(self, subject: str) -> None:
        """Name the buttons for people who hear the screen: "Prompt a: Yes"."""
        for answer, button in self.buttons.items():
            button.setAccessibleName(f"{subject}: {_SPOKEN[answer]}")

    def set_open(self, opened: bool) -> None:
        """Whether one may answer; else the answer is read: its shape and word, and nothing to press."""
        for button in self.buttons.values():
            button.setEnabled(opened)

    def set_answer(self, answer: Answer | None) -> None:
        """Show this answer as chosen; None shows none."""
        self._answer = answer
        for of, button in self.buttons.items():
            button.setChecked(of is answer)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, AnswerButton):
            self._choose(None if button.answer is self._answer else button.answer)

    def _choose(self, answer: Answer | None) -> None:
        self.chosen.emit(answer)
