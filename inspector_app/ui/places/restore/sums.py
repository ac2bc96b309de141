"""How a backup and the present differ, as a table of sums: a line for each place, with what is other there and by whom."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.services.safekeeping.backup_rows import Since
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import said_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import backups as words

_MOST = 5  # places named of what differs, until all are asked for


class Sums(QWidget):
    """Shows the places, those with the last change first, or a sentence in their place.

    `every`, which asks for all of them, is placed by the owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(sizes.APART))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        self._grid.setColumnStretch(1, 1)
        self._found: Sequence[Since] = ()
        self._now = datetime.now().astimezone()
        self.every = small(theme.role(PressButton(self), "plain"))
        self.every.clicked.connect(self._show_every)
        self.every.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)
        layout.addStretch(1)

    @staticmethod
    def high() -> int:
        """As high as all that is named at first."""
        line = QFontMetrics(theme.font()).height() + theme.px(2 * sizes.TIGHT) + sizes.EDGE
        return _MOST * line

    def text(self) -> str:
        """What it says, a line for each place."""
        return "\n".join(self._lines)

    def say(self, sentence: str) -> None:
        """Say this in the place of a table."""
        empty(self._grid)
        self.every.hide()
        self._lines = [sentence]
        self._grid.addWidget(said_label(self, sentence), 0, 0, 1, 3)

    def show_rows(self, found: Sequence[Since], now: datetime) -> None:
        """Show these places: as many as are read at a glance, and the others once they are asked for."""
        self._found, self._now = found, now
        self._show(found[:_MOST])
        self.every.setText(say("Show all {number}", number=len(found)))
        self.every.setVisible(len(found) > _MOST)

    def _show_every(self) -> None:
        self.every.hide()
        self._show(self._found)

    def _show(self, found: Sequence[Since]) -> None:
        empty(self._grid)
        self._lines = [words.since(one, self._now) for one in found]
        for place, one in enumerate(found):
            self._add(one, 2 * place, self._now)

    def _add(self, one: Since, row: int, now: datetime) -> None:
        name = said_label(self, one.name, "label")
        name.setAccessibleName(words.since(one, now))
        last = said_label(self, words.last(one, now), "small")
        last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, cell in enumerate((name, said_label(self, words.sums(one)), last)):
            self._grid.addWidget(cell, row, column)
        self._grid.addWidget(theme.role(QFrame(self), "line"), row + 1, 0, 1, 3)
