"""All concerns at a glance, at the left of the page: the one that stands beside it is chosen."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.controls.lists.wrapped import have_rows
from inspector_app.ui.look import theme
from inspector_app.ui.words import concern as concern_words


class ConcernList(LinedList):
    """Open ones have a flag. Signals `chosen` with the id of the concern that somebody came to in it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("All concerns"), parent)
        self.currentItemChanged.connect(self._choose)

    def set_rows(self, rows: Sequence[ConcernRow], now: datetime, here: str) -> None:
        """Show these, standing on the concern `here` (id)."""
        self.blockSignals(True)
        have_rows(self, len(rows))
        head = ""
        for place, row in enumerate(rows):
            heard = f"{concern_words.line(row, now)}, {concern_words.state(row, now)}"
            group, line = concern_words.group(row, rows), self._line(row, now)
            item = self.item(place)
            self.show_line(item, heard, line._replace(head=group if group != head else ""))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            head = group
            if row.id == here:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _line(self, row: ConcernRow, now: datetime) -> Line:
        c = theme.colours()
        sign, colour = ("concerns-open", c.error) if row.open else ("saved", c.yes)
        whose, at, what = concern_words.in_list(row, now)
        return Line(whose, what, sign=sign, colour=colour, at=at)

    def _choose(self, line: QListWidgetItem | None) -> None:
        if line is not None:
            self.chosen.emit(line.data(Qt.ItemDataRole.UserRole))
