"""Yes, No and n/a side by side."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui import letters
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.shapes import answer_colour, paint_answer
from inspector_app.ui.words.answers import WORDS

_SPOKEN = {Answer.YES: "Yes", Answer.NO: "No", Answer.NA: "not applicable"}
_CALLED = {**_SPOKEN, Answer.NA: "n/a, not applicable"}


class AnswerButton(QPushButton):
    """One of the three, joined to its neighbours. Chosen: filled, bold, and its state's shape; otherwise edges alone."""

    def __init__(self, answer: Answer, parent: QWidget, *, large: bool) -> None:
        super().__init__(WORDS[answer].say(), parent)
        self.answer = answer
        self._large, self._short = large, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key = letters.letter(answer)
        self.setToolTip(_SPOKEN[answer].capitalize() + (f" ({key})" if key else ""))

    def nextCheckState(self) -> None:
        """What is chosen is said by `AnswerButtons.set_answer`, never by the click itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses; every other key is the row's (Qt would move the focus on arrows)."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def set_short(self, short: bool) -> None:
        """Of the lesser size, for a short window."""
        if short != self._short:
            self._short = short
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for the shape and the bold word."""
        wide, high = (sizes.JUDGEMENT_WIDE, sizes.JUDGEMENT) if self._large else (sizes.ANSWER_WIDE, sizes.ANSWER)
        place = 1 if self._short else 0
        return QSize(theme.px(wide[place]), theme.px(high[place]))

    def minimumSizeHint(self) -> QSize:
        """The same: the three never shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin box; the chosen one is filled in its answer's colour, bold, with its shape. Read only: no box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled():
            self._paint_box(painter)
        side, gap, ink = theme.px(sizes.SIGN), theme.px(sizes.TIGHT), self._ink()
        painter.setFont(theme.font(theme.BODY if self._large else theme.SMALL, bold=self.isChecked()))
        width = painter.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - width - (side + gap if self.isChecked() else 0)
        left = room / 2 if self.isEnabled() else float(room)
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
        """Corners at the two ends alone; the edge between two of them is that of the left one."""
        c = theme.colours()
        edge, fill = c.border, c.raised if self.underMouse() else c.surface
        if self.isChecked():
            edge = fill = answer_colour(self.answer)
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(fill))
        box, beyond = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2 * theme.px(sizes.ROUND)
        if self.answer is not Answer.YES:
            box.setLeft(box.left() - (0 if self.isChecked() else sizes.EDGE) - beyond)
        if self.answer is not Answer.NA:
            box.setRight(box.right() + beyond)
            painter.setClipRect(self.rect())
        painter.drawRoundedRect(box, theme.px(sizes.ROUND), theme.px(sizes.ROUND))
        painter.setClipping(False)
        if self.answer is not Answer.NA:
            right = self.width() - 0.5
            painter.drawLine(QPointF(right, 0.5), QPointF(right, self.height() - 0.5))


class AnswerButtons(QWidget):
    """The three buttons of a prompt or key question. Pressing the chosen one again clears it."""

    chosen = Signal(object)  # Answer, or None: cleared

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        """`large`: those of a judgement."""
        super().__init__(parent)
        self._answer: Answer | None = None
        self._opened = True
        self.buttons = {answer: AnswerButton(answer, self, large=large) for answer in Answer}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self.buttons.values():
            layout.addWidget(button)
            button.clicked.connect(self._on_clicked)

    def set_subject(self, subject: str) -> None:
        """Name the buttons for people who hear the screen: "Prompt a: Yes"."""
        for answer, button in self.buttons.items():
            button.setAccessibleName(f"{subject}: {_CALLED[answer]}")

    def set_short(self, short: bool) -> None:
        """Of the lesser size, for a short window."""
        for button in self.buttons.values():
            button.set_short(short)
        self._show()

    def set_open(self, opened: bool) -> None:
        """Whether one may answer; else the answer is read: its shape and word in the room of one, and nothing to press."""
        self._opened = opened
        for button in self.buttons.values():
            button.setEnabled(opened)
        self._show()

    def set_answer(self, answer: Answer | None) -> None:
        """Show this answer as chosen; None shows none."""
        self._answer = answer
        for of, button in self.buttons.items():
            button.setChecked(of is answer)
        self._show()

    def _show(self) -> None:
        self.setMinimumWidth(self.buttons[Answer.YES].sizeHint().width())
        for of, button in self.buttons.items():
            button.setVisible(self._opened or of is self._answer)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, AnswerButton):
            self._choose(None if button.answer is self._answer else button.answer)

    def _choose(self, answer: Answer | None) -> None:
        self.chosen.emit(answer)
