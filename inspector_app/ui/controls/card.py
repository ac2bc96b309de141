"""A part of a page on a ground of its own, with a heading."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme


class Card(QFrame):
    """A heading, a quiet line that says what it is for, and what is added to `body`."""

    def __init__(self, heading: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.body = QVBoxLayout(self)
        self._measure()
        self.heading = theme.role(plain_label(heading, self), "heading")
        self.body.addWidget(self.heading)
        if about:
            said = theme.role(text_label(self), "quiet")
            said.setText(about)
            self.body.addWidget(said)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom: a card outside an inspection lives on through another."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "body"):
            self._measure()

    def _measure(self) -> None:
        self.body.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        self.body.setSpacing(theme.px(sizes.CLOSE))

    def stack(self, *widgets: QWidget) -> None:
        """Add widgets below one another; buttons are as wide as their words."""
        for widget in widgets:
            button = isinstance(widget, QPushButton)
            self.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if button else Qt.AlignmentFlag(0))
