"""Under the guidance: how the prompt in hand was answered on other cases, No first, and the way to all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases.compare import OnCase
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import said_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.signs.answer_sign import AnswerSign
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.words.answers import WORDS

_MOST = 6
_ORDER = (Answer.NO, Answer.YES, Answer.NA)
_ROOM = 220  # px at 100%: the beginning of a note


class OthersCard(QWidget):
    """To read: what they mean by it is seen beside what one means oneself. Away while nobody answered elsewhere."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = theme.role(text_label(self), "small")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(theme.px(sizes.CLOSE))
        self._rows.setVerticalSpacing(theme.px(sizes.CLOSE))
        self._rows.setColumnStretch(2, 1)
        self.all = small(PressButton(self))
        self.all.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the prompt it is about
        self.all.setToolTip(f"{actions.command('compare').tip} ({actions.keys('compare')})")
        self.all.clicked.connect(self.all_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(sizes.CLOSE), theme.px(sizes.CLOSE), 0)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self._heading)
        layout.addLayout(self._rows)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_others(self, prompt: str, rows: Sequence[OnCase]) -> None:
        """Show these of a prompt (2.3.2 d)."""
        answered = [row for row in rows if row.answer is not None and not row.contested]
        shown = sorted(answered, key=lambda row: (_ORDER.index(row.answer or Answer.NA), not row.text))[:_MOST]
        self._heading.setText(say("{prompt} on the other cases", prompt=prompt))
        self.all.setText(say("{prompt} on every case", prompt=prompt))
        empty(self._rows)
        for place, row in enumerate(shown):
            self._show(place, row)
        self.setVisible(bool(prompt and shown))

    def _show(self, place: int, row: OnCase) -> None:
        ref, said = said_label(self, row.ref, "label"), theme.role(text_label(self), "quiet")
        room, words = theme.px(_ROOM), " ".join(row.text.split())
        said.setText(wrapping.beginning(words, theme.font(), room) if words else say("no note"))
        ref.setAccessibleName(say("{case}: {answer}", case=row.ref, answer=WORDS[row.answer]))
        for column, widget in enumerate((AnswerSign(row.answer, self), ref, said)):
            self._rows.addWidget(widget, place, column)
