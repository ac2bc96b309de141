"""The bar under the strip: which step it is, what to do, and the ways on and out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Down, layout_of

_ESCAPE = 0x01000000


class TourBar(QFrame):
    """Signals `passed` (go on without it), `ended`, and `left` when Esc gives the keyboard back to the page."""

    passed = Signal()
    ended = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "told")
        self.setAccessibleName(say("Tour"))
        self.number, self.words = theme.role(plain_label(parent=self), "label"), text_label(self)
        self.skip = theme.role(PressButton(say("Continue without it"), self), "plain")
        self.end = PressButton(say("End the tour"), self)
        about = theme.role(plain_label(say("The sample; nothing you do here is kept"), self), "quiet")
        about.setVisible(layout_of(parent.size()).down is not Down.LOW)  # there the page needs the line
        head = Flow(self.number, about)
        head.add_gap()
        head.addWidget(self.skip)
        head.addWidget(self.end)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(
            theme.px(sizes.APART), theme.px(sizes.TIGHT), theme.px(sizes.APART), theme.px(sizes.TIGHT)
        )
        lines.setSpacing(theme.px(sizes.TIGHT))
        lines.addLayout(head)
        lines.addWidget(self.words)
        self.skip.clicked.connect(self.passed)
        self.end.clicked.connect(self.ended)

    def show_step(self, number: int, of: int, words: str) -> None:
        """Say what to do."""
        self.number.setText(say("Tour: step {number} of {of}", number=number, of=of))
        self.words.setText(words)
        self.skip.setEnabled(number < of)
        for button in (self.skip, self.end):
            button.setAccessibleDescription(words)

    def take_keyboard(self) -> None:
        """Have the keyboard on the first way that is possible."""
        (self.skip if self.skip.isEnabled() else self.end).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the page."""
        if event.key() == _ESCAPE:
            self.left.emit()
        else:
            super().keyPressEvent(event)
