"""The line one is on once more, at the foot: its code and words, and its answers to be pressed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inspector_app.core.services.documents.paper import PaperLine
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.answer_buttons import AnswerButtons
from inspector_app.ui.controls.labels import longest_line, plain_label, text_label
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.places.paper.lines import subject

_CODE = 72  # px at 100%


class LineFoot(QWidget):
    """Signals `answered` with an Answer, or None: cleared; `code_given` with what is to be gone to."""

    answered = Signal(object)
    code_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: tuple[str, ...] = ()
        self.words, self.answers = text_label(self), AnswerButtons(self)
        self.answers.chosen.connect(self.answered)
        self.code, self._called = QLineEdit(self), theme.role(plain_label(say("Code"), self), "small")
        self.code.setObjectName("paper-code")
        self.code.setAccessibleName(say("Code of a line"))
        self.code.setFixedWidth(theme.px(_CODE))
        self._called.setBuddy(self.code)
        self._called.setMinimumHeight(self.code.sizeHint().height())  # their words stand on one line
        self.code.returnPressed.connect(lambda: self.code_given.emit(self.code.text()))
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.words.setContentsMargins(0, theme.px(sizes.TIGHT), 0, 0)  # on one line with what is written in the buttons
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(self.words, 1)
        across.addWidget(self._called, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignTop)

    def show_code(self, shown: bool) -> None:
        """Have the box for a code, or leave its room to the words: digits typed among the lines do the same."""
        self._called.setVisible(shown)
        self.code.setVisible(shown)

    def have_room(self, rows: Iterable[PaperLine]) -> None:
        """Be as high as the longest of these lines takes, so that to go on from one to another moves nothing."""
        self._all = tuple(map(_said, rows))
        self._fit()

    def show_line(self, row: PaperLine) -> None:
        """Show a line as it stands."""
        self.words.setText(_said(row))
        self.answers.set_subject(f"{row.code}, {subject(row)}")
        self.answers.set_answer(None if row.contested else row.answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = self.words.font()
        wide = min(self.words.width(), longest_line(font))
        high = max((wrapping.height(said, font, wide) for said in self._all), default=0)
        self.words.setMinimumHeight(high + theme.px(sizes.TIGHT))


def _said(row: PaperLine) -> str:
    return f"{row.code}  {row.words}" if row.prompt else f"{row.code}  Judgement: {row.words}"
