"""Who was told of a concern: what was written as one text before there were lines, the lines, and the next one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import InformedRow
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.concerns.new_told import NewTold
from inspector_app.ui.places.concerns.told_line import ToldLine


class PeopleTold(QFrame):
    """The lines save themselves; `deleted` with the id of one that is to go."""

    deleted = Signal(str)

    def __init__(self, former: QWidget, new: NewTold, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self._former, self.new = former, new
        self.lines: dict[str, ToldLine] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.EDGE,) * 4)
        layout.setSpacing(0)
        layout.addWidget(former)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        layout.addLayout(self._body)
        layout.addWidget(new)

    def set_rows(self, rows: Sequence[InformedRow], door: Door, today: date, me: str) -> None:
        """Show these, in their order; what is typed and not yet saved stays."""
        for gone in set(self.lines) - {row.id for row in rows}:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()
        for place, row in enumerate(rows):
            line = self.lines[row.id] = self.lines.get(row.id) or self._make(row)
            if self._body.indexOf(line) != place:
                self._body.insertWidget(place, line)
            line.set_row(row, door, today, me)

    def _make(self, row: InformedRow) -> ToldLine:
        line = ToldLine(row, self)
        line.deleted.connect(self.deleted)
        return line

    def flush(self) -> bool:
        """Write what was typed. False when some of it could not be."""
        written = [line.flush() for line in self.lines.values()]
        return all([*written, self.new.flush()])

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(stop for line in self.lines.values() for stop in line.stops), *self.new.stops]
