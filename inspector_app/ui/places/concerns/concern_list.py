"""All concerns at a glance, at the left of the page where there is room: a line leads to its concern."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.words import say
from inspector_app.ui.controls.wrapped import Wrapped
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.words import concern as concern_words


class ConcernList(QListWidget):
    """Open ones have a flag. Signals `wanted` with the id of the concern that was clicked, or entered by key."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("All concerns"))
        self.setWordWrap(True)
        self.setItemDelegate(Wrapped(self))
        self.setFixedWidth(theme.px(sizes.SIDE_LIST))
        self.setIconSize(QSize(theme.px(sizes.PICTURE), theme.px(sizes.PICTURE)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def set_rows(self, rows: Sequence[ConcernRow], now: datetime) -> None:
        """Show these; the line one is on stays."""
        here = self.currentRow()
        self.clear()
        for row in rows:
            shape, colour = (
                ("concerns-open", theme.colours().error) if row.open else ("concerns", theme.colours().quiet)
            )
            drawn = icon(shape, colour, theme.px(sizes.PICTURE), self.devicePixelRatioF())
            line = QListWidgetItem(drawn, "\n".join(concern_words.two_lines(row, now)), self)
            line.setData(Qt.ItemDataRole.UserRole, row.id)
            line.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{concern_words.line(row, now)}, {concern_words.state(row, now)}"
            )
        self.setCurrentRow(min(here, self.count() - 1))

    def _choose(self, line: QListWidgetItem) -> None:
        self.wanted.emit(line.data(Qt.ItemDataRole.UserRole))
