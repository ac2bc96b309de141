"""What being done means, asked on the page before it is so: its buttons have the keyboard, and Esc goes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import said_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.calibration import words


class Done(QFrame):
    """Hidden until it is asked. Signals `sure`, or `left` where the person thinks better of it."""

    sure = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.finish = theme.role(PressButton(say("I am done: show the definitive answers"), self), "primary")
        self.leave = PressButton(say("Leave it"), self)
        self.finish.clicked.connect(self._finish)
        self.leave.clicked.connect(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        layout.addWidget(said_label(self, words.SURE.say()))
        layout.addLayout(Flow(self.finish, self.leave))
        self.hide()

    def ask(self) -> None:
        """Ask; the keyboard stands on the answer."""
        self.show()
        self.finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc thinks better of it; no other key does anything on the page behind."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        swallow(self, event)

    def _finish(self) -> None:
        self.hide()
        self.sure.emit()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
