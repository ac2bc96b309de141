"""A draft whose field was settled by somebody else meanwhile: nothing written is thrown away unasked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import theme

_LEFT = "This was settled elsewhere while you were writing. Your draft is still here:"


class LeftDraft(QWidget):
    """Signals `forgotten` when somebody wants it no more."""

    forgotten = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place, about = theme.role(text_label(self), "heading"), text_label(self)
        about.setText(_LEFT)
        self.text = text_label(self)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        copy, forget = PressButton("Copy the draft", self), PressButton("Delete this draft", self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.text()))
        forget.clicked.connect(self.forgotten)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(2 * theme.GRID), 0, 0, 0)
        for widget in (self.place, about, self.text):
            layout.addWidget(widget)
        layout.addLayout(Flow(copy, forget))
        layout.addStretch(1)

    def show_draft(self, place: str, text: str) -> None:
        """Show what was written."""
        self.place.setText(place)
        self.text.setText(text)
        self.text.setAccessibleName(f"Your draft: {text}")
