"""A part of a page that is folded until somebody wants it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.press_button import PressButton


class Expander(QWidget):
    """A button and what it unfolds. The button says in words, too, whether it is open."""

    toggled = Signal(bool)

    def __init__(self, title: str, subject: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._subject = title, subject
        self.inside = inside
        self.button = theme.role(PressButton(self), "plain")
        self.button.setObjectName(f"{subject}/{title}")
        self.button.clicked.connect(self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(inside)
        self.open = False
        self.set_open(False)

    def set_open(self, opened: bool) -> None:
        """Unfold or fold it."""
        self.open = opened
        self.button.setText(f"{'–' if opened else '+'} {self._title}")
        self.button.setAccessibleName(f"{self._subject}: {self._title}, {'open' if opened else 'folded'}")
        self.inside.setVisible(opened)

    def _toggle(self) -> None:
        self.set_open(not self.open)
        self.toggled.emit(self.open)
