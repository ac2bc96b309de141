"""What settling does, asked on the page before it is done: its buttons have the keyboard, and Esc goes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.services.cases.agreeing import Agreeing
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import settling as words


class Sure(QFrame):
    """Hidden until it is asked. Signals `sure`, or `left` where the person thinks better of it."""

    sure = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.said = text_label(self)
        self.settle, self.leave = theme.role(PressButton("", self), "primary"), PressButton(say("Leave it"), self)
        self.settle.clicked.connect(self._settle)
        self.leave.clicked.connect(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        layout.addWidget(self.said)
        layout.addLayout(Flow(self.settle, self.leave))
        self.hide()

    def ask(self, found: Agreeing) -> None:
        """Ask it of a case; the keyboard stands on the answer."""
        self.said.setText(words.before_settling(found))
        self.settle.setText(say("Settle {case}", case=found.case_ref))
        self.show()
        self.settle.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc thinks better of it; no other key does anything on the page behind."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        swallow(self, event)

    def _settle(self) -> None:
        self.hide()
        self.sure.emit()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
