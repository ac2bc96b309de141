"""A line of text with its source behind an "i"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.step import line


class _Source(Expander[QLabel]):
    """Has its drawing before the word, and no sign beside it."""

    drawn = False


class SourcedLine(QWidget):
    """Says `text`; where it is from is unfolded below it by whoever asks."""

    def __init__(self, text: str, source: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.source = _Source(say("Source"), text, lambda: line(self, source, "small"), self)
        button = draw(self.source.button, "info")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line(self, text), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(row)
        layout.addWidget(self.source)
