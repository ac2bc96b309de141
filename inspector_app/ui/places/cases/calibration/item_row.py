"""One item of a constructed case: its words, its answer by the keys of a case, and once one is done the definitive answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating.calibration import Definitive
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.answer_buttons import AnswerButtons
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.ring import paint_inner_edge
from inspector_app.ui.places.cases.calibration import words
from inspector_app.ui.words.answers import WORDS

_LETTER = 56  # px at 100%: the reference before the words
_ABREAST = 560  # from there on the answers stand beside the words


class ItemRow(QFrame):
    """`answered` with the answer, or None: cleared."""

    answered = Signal(object)

    def __init__(self, of: Definitive, text: str, keys: SingleKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self.of, self._keys = of, keys
        self.answer: Answer | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        question, _, letter = of.item.partition("/")
        self._name = say("Prompt: {letter}", letter=letter) if letter else say("Key question: {ref}", ref=question)
        self.setAccessibleDescription(text)
        self.text, self.reason = text_label(self), theme.role(text_label(self), "small")
        self.text.setText(text)
        self._beside: bool | None = None
        self.buttons = AnswerButtons(self)
        self.buttons.set_subject(self._name)
        self.buttons.chosen.connect(self.answered.emit)
        for button in self.buttons.buttons.values():
            keys.guard(button)
        self._lay_out(letter or question, judged=not letter)

    def _lay_out(self, ref: str, *, judged: bool) -> None:
        self.letter = theme.role(plain_label(ref, self), "letter")
        if judged:
            theme.role(self.text, "label")
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        layout.setHorizontalSpacing(theme.px(sizes.CLOSE))
        layout.setVerticalSpacing(theme.px(sizes.TIGHT))
        layout.setColumnMinimumWidth(0, theme.px(_LETTER))
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.letter, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 0, 1)
        layout.addWidget(self.reason, 2, 1, 1, 2)
        self._arrange(beside=True)

    def _arrange(self, *, beside: bool) -> None:
        """The answers stand at the right of the words, as on a case, or under them where there is little room."""
        if beside is not self._beside:
            self._beside, side = beside, Qt.AlignmentFlag
            place = (0, 2, side.AlignVCenter | side.AlignRight) if beside else (1, 1, side.AlignLeft)
            self._grid.addWidget(self.buttons, *place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._arrange(beside=self.width() >= theme.px(_ABREAST))

    def show_answer(self, answer: Answer | None, *, finished: bool) -> None:
        """One's own answer, which is read once one is done, and then beside it the definitive one."""
        self.answer = answer
        self.buttons.set_answer(answer)
        self.buttons.set_open(not finished)
        said = words.definitive(self.of) if finished else ""
        self.reason.setText(said)
        self.reason.setVisible(finished)
        self.setAccessibleName(", ".join(part for part in (self._name, WORDS[answer].say(), said) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys answer while the row itself has the focus; all others go up to the page."""
        if not self._keys.take(event, answers=self.hasFocus()):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is seen to have the keyboard."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And that it has it no more."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line below it, and with the focus a soft ground and an edge."""
        painter, c = QPainter(self), theme.colours()
        painter.fillRect(0, self.height() - sizes.EDGE, self.width(), sizes.EDGE, QColor(c.line))
        if self.hasFocus():
            painter.fillRect(self.rect(), QColor(c.accent_soft))
            paint_inner_edge(painter, self.rect())
