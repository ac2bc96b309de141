"""A part of a page that is folded, and not even made, until somebody wants it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.ui.controls.buttons.drawn import FOLDED_OUT, fold
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.layouts import stops_in, tab_through
from inspector_app.ui.look import theme

W = TypeVar("W", bound=QWidget)


class Expander(QWidget, Generic[W]):
    """What is unfolded. Its `button` is placed by the owner, and says in words, too, whether it is open."""

    drawn = True  # whether its button shows whether it is open

    def __init__(self, title: str, subject: str, make: Callable[[], W], parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._subject, self._make = title, subject, make
        self.inside: W | None = None
        self.open = False
        self.button = theme.role(PressButton(parent), "plain")
        self.button.setObjectName(f"{subject}/{title}")
        self.button.clicked.connect(self._toggle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.set_open(False)

    def set_open(self, opened: bool) -> None:
        """Unfold it, making what is inside the first time, or fold it."""
        self.open = opened
        self.button.setText(self._title)
        self.button.setProperty(FOLDED_OUT, opened)
        if self.drawn:
            fold(self.button, opened=opened)
        self.button.setAccessibleName(f"{self._subject}: {self._title}, {'open' if opened else 'folded'}")
        if opened and self.inside is None:
            self.inside = self._make()
            self._layout.addWidget(self.inside)
            tab_through([self.button, *stops_in(self.inside)])
        self.setVisible(opened)

    def _toggle(self) -> None:
        self.set_open(not self.open)
