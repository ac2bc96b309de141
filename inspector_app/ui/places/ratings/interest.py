"""A conflict of interest on one standard, typed once: what was written on another can be had here by one press."""

from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.line import LineBox


class Elsewhere(NamedTuple):
    """What stands on another standard (its reference)."""

    ref: str
    text: str


class InterestField(QWidget):
    """A line, and under it a button for as long as another standard has words that this one has not.

    Nothing is carried over by itself: an interest is of one standard, and who has it says so.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = LineBox(self)
        self.same = theme.role(PressButton(parent=self), "plain")
        self._elsewhere: Elsewhere | None = None
        self.same.clicked.connect(self._take)
        self.line.textChanged.connect(self._offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self.line)
        layout.addLayout(Flow(self.same))
        self.same.hide()

    def offer(self, elsewhere: Elsewhere | None) -> None:
        """What can be had; None for nothing."""
        self._elsewhere = elsewhere
        self._offer()

    def _offer(self) -> None:
        other = self._elsewhere
        self.same.setVisible(other is not None and not self.line.text().strip())
        if other is not None:
            self.same.setText(say("The same as on: {standard}", standard=other.ref))
            self.same.setToolTip(say("{standard}: {text}", standard=other.ref, text=other.text))

    def _take(self) -> None:
        if self._elsewhere is not None:
            self.line.setText(self._elsewhere.text)
            self.line.setFocus()
