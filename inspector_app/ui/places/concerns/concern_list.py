"""All concerns at a glance, at the left of the page where there is room: a line leads to its concern."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.words import say
from inspector_app.ui.controls.lined import Line, LinedList
from inspector_app.ui.look import theme
from inspector_app.ui.words import concern as concern_words

_WIDE = 312  # px at 100%


class ConcernList(LinedList):
    """Open ones have a flag. Signals `wanted` with the id of the concern that was clicked, or entered by key."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("All concerns"), parent)
        self.setFixedWidth(theme.px(_WIDE))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def set_rows(self, rows: Sequence[ConcernRow], now: datetime) -> None:
        """Show these; the line one is on stays."""
        here = self.currentRow()
        self.clear()
        head = ""
        for row in rows:
            heard = f"{concern_words.line(row, now)}, {concern_words.state(row, now)}"
            group, line = concern_words.group(row, rows), self._line(row, now)
            item = self.add(heard, line._replace(head=group if group != head else ""))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            head = group
        self.setCurrentRow(min(here, self.count() - 1))

    def _line(self, row: ConcernRow, now: datetime) -> Line:
        c = theme.colours()
        sign, colour = ("concerns-open", c.error) if row.open else ("saved", c.yes)
        whose, at, what = concern_words.in_list(row, now)
        return Line(whose, what, sign=sign, colour=colour, at=at)

    def _choose(self, line: QListWidgetItem) -> None:
        self.wanted.emit(line.data(Qt.ItemDataRole.UserRole))
