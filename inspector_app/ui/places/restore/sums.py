"""How a backup and the present differ, as a table of sums: a line for each place, with what is other there and by whom."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from inspector_app.core.services.safekeeping.backup_rows import Since
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import said_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import backups as words

_MOST = 12  # places named of what differs


class Sums(QWidget):
    """Shows the places, those with the last change first, or a sentence in their place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.APART))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        self._grid.setColumnStretch(1, 1)

    def text(self) -> str:
        """What it says, a line for each place."""
        return "\n".join(self._lines)

    def say(self, sentence: str) -> None:
        """Say this in the place of a table."""
        empty(self._grid)
        self._lines = [sentence]
        self._grid.addWidget(said_label(self, sentence), 0, 0, 1, 3)

    def show_rows(self, found: Sequence[Since], now: datetime) -> None:
        """Show these places, as many as are read at a glance."""
        empty(self._grid)
        self._lines = [words.since(one, now) for one in found[:_MOST]]
        for place, one in enumerate(found[:_MOST]):
            self._add(one, 2 * place, now)
        if len(found) > _MOST:
            self._lines.append(say("and {number} more places", number=len(found) - _MOST))
            self._grid.addWidget(said_label(self, self._lines[-1], "quiet"), 2 * _MOST, 0, 1, 3)

    def _add(self, one: Since, row: int, now: datetime) -> None:
        name = said_label(self, one.name, "label")
        name.setAccessibleName(words.since(one, now))
        last = said_label(self, words.last(one, now), "small")
        last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, cell in enumerate((name, said_label(self, words.sums(one)), last)):
            self._grid.addWidget(cell, row, column)
        self._grid.addWidget(theme.role(QFrame(self), "line"), row + 1, 0, 1, 3)
