"""What is so, by name: the names in a quiet column, what is said of each beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme


class Facts(QWidget):
    """Shows pairs of a name and what is said of it."""

    def __init__(self, parent: QWidget, pairs: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.APART))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        self._grid.setColumnStretch(1, 1)
        self._pairs: Sequence[tuple[str, str]] = ()
        self.set_facts(pairs)

    def set_facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these, and no others."""
        if pairs == self._pairs:
            return
        self._pairs = pairs
        empty(self._grid)
        for row, (name, told) in enumerate(pairs):
            for column, words in enumerate((name, told)):
                self._grid.addWidget(_cell(self, words, quiet=not column), row, column, Qt.AlignmentFlag.AlignTop)


def _cell(parent: QWidget, words: str, *, quiet: bool) -> QWidget:
    made = text_label(parent)
    made.setText(words)
    made.setWordWrap(not quiet)
    return theme.role(made, "quiet") if quiet else made
