"""The inspections of this laptop as a list: those that are archived at its end, and only when they are asked for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.entered import Entered
from inspector_app.ui.look import theme
from inspector_app.ui.places.start.entry_row import ENTRY, Entry, EntryRow
from inspector_app.ui.words import inspections as words

_WIDE, _LEAST = 760, 240  # px at 100%: how wide it likes to be, and how much of it is seen in a short window


class Entries(Entered, QListWidget):
    """Signals `chosen` with the row that Enter or a double click opens."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[WorkspaceRow] = ()
        self._titles: Mapping[str, str] | None = None  # not known yet: an id would stand there for a moment
        self._archived, self._wanted = False, ""
        self.setAccessibleName(say("Inspections on this laptop"))
        self.setItemDelegate(EntryRow(self))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._choose)

    @property
    def stood_on(self) -> WorkspaceRow | None:
        """The one that one is on."""
        item = self.currentItem()
        return _row(item) if item is not None else None

    def set_rows(self, rows: Sequence[WorkspaceRow], on: str = "") -> None:
        """Show these, standing on the one of that id, or on the first."""
        self._rows = rows
        self._archived = self._archived or any(row.archived and row.id == on for row in rows)
        self._fill(on)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Say the framework of each by its title."""
        self._titles = titles
        for item in (self.item(place) for place in range(self.count())):
            self._say(item, _row(item))
        self._fit()

    def show_archived(self, shown: bool) -> None:
        """Show those that are archived too, or no longer."""
        self._archived = shown
        self._fill(self.stood_on.id if self.stood_on else "")

    def narrow(self, wanted: str) -> None:
        """Show those alone in whose name, service or framework these letters are; archived ones too, then."""
        self._wanted = wanted.strip().casefold()
        self._fill(self.stood_on.id if self.stood_on else "")

    def enter(self) -> None:
        """Choose the one that one is on, if any."""
        if self.currentItem() is not None:
            self._choose(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows have other heights in another width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as all its rows."""
        return QSize(theme.px(_WIDE), self._high())

    def minimumSizeHint(self) -> QSize:
        """Some of them where the window is short: the others are scrolled to."""
        return QSize(0, min(self._high(), theme.px(_LEAST)))

    def _fill(self, on: str) -> None:
        shown = [row for row in sorted(self._rows, key=lambda row: row.archived) if self._shows(row)]
        self.blockSignals(True)
        self.clear()
        for row in shown:
            item = QListWidgetItem()
            item.setToolTip(row.path)
            self._say(item, row)
            self.addItem(item)
        self.blockSignals(False)
        ids = [row.id for row in shown]
        self.setCurrentRow(ids.index(on) if on in ids else 0)
        if not ids:
            self.currentItemChanged.emit(None, None)
        self._fit()

    def _shows(self, row: WorkspaceRow) -> bool:
        if self._wanted:
            texts = (row.name, row.service, self._title(row))
            return any(self._wanted in text.casefold() for text in texts)
        return self._archived or not row.archived

    def _title(self, row: WorkspaceRow) -> str:
        """What the framework is called; its id where no file on this laptop has it."""
        return "" if self._titles is None else self._titles.get(row.framework, row.framework)

    def _say(self, item: QListWidgetItem, row: WorkspaceRow) -> None:
        framework, now = self._title(row), datetime.now().astimezone()
        item.setData(ENTRY, Entry(row, framework, now))
        item.setText(words.whole(row, framework, now))

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _high(self) -> int:
        return sum(self.sizeHintForRow(place) for place in range(self.count())) + 2 * theme.ring()

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(_row(item))


def _row(item: QListWidgetItem) -> WorkspaceRow:
    entry: Entry = item.data(ENTRY)
    return entry.row
