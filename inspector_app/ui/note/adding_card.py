"""A card in which something new is written down: kept on this laptop while one writes, and there once it is added."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import column
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.draft_field import DraftField


class AddingCard(QScrollArea):
    """`said` is its last box, whose button adds it; `left` when nobody wants to add anything any more."""

    left = Signal()

    def __init__(self, kept: str, parent: QWidget) -> None:
        """`kept`: what is said of where the words are while one writes."""
        super().__init__(parent)
        theme.role(self, "card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = theme.role(QWidget(), "page")
        self._boxes: list[QWidget] = []
        self.said = DraftField(say("Add it"), kept, self._inside)
        self.said.note.set_narrow(True)  # what is said of the box stands below it: its edges are those of the others
        self.said.left.connect(self.left)

    def lay_out(self, heading: str, parts: Iterable[tuple[str, QWidget]]) -> None:
        """The heading, and below it each part under its name."""
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(theme.role(plain_label(heading, self._inside), "heading"))
        every = list(parts)
        for name, widget in every:
            layout.addWidget(theme.role(plain_label(name, self._inside), "field"))
            layout.addLayout(column(widget, sizes.FORM))
        layout.addStretch(1)
        self._boxes = [widget for _, widget in every if widget is not self.said]
        self.setWidget(self._inside)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes down the card: its last box was made before the others, and each took its place when it was laid out."""
        super().showEvent(event)
        for before, after in pairwise([*self._boxes, self.said.box, self.said.send, self.said.leave]):
            QWidget.setTabOrder(before, after)
