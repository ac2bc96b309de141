"""The cases with their inspectors, several of which can be chosen; and the length of a load."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from inspector_app.core.services.cases.sharing import Allocated
from inspector_app.ui.controls.lists.entered import Entered
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.look import theme
from inspector_app.ui.words.framework import type_alone

_HEADS = ("Case", "Sample", "Type", "Inspector")
_SAMPLE = 1  # its place
_NARROW = 520  # px at 100%
_ROWS = 8  # in view
_HIGH = 32  # px at 100%
_ID = Qt.ItemDataRole.UserRole


class CaseTable(Entered, QTableWidget):
    """Signals `enter_pressed`: somebody has chosen, and goes on."""

    enter_pressed = Signal()
    _sized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, len(_HEADS), parent)
        self._texts: list[tuple[str, ...]] = []  # of the rows
        self._several = True  # samples, of which a case is in one
        self._wrapped: list[int] | None = None  # the widths of the columns that the rows were measured in
        # When its page is laid out and before it is painted: until then it has widths that are not its own.
        self._sized.connect(self._fit_rows, Qt.ConnectionType.QueuedConnection)
        self.setAccessibleName("Cases and their inspectors")
        self.setHorizontalHeaderLabels(_HEADS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setShowGrid(False)
        tint_row_under_pointer(self)
        self._wrap = Wrapped(self)
        self.setItemDelegate(self._wrap)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.px(_HIGH))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setToolTip("Choose several with Shift or Ctrl")

    def show_rows(self, rows: Sequence[Allocated], titles: Mapping[str, str]) -> None:
        """Show these cases, of samples with these titles; those that were chosen stay so."""
        self._several = len(titles) > 1
        self._hide_sample()
        chosen = set(self.chosen())
        was = self.blockSignals(True)
        self.setRowCount(len(rows))
        self._texts = [_texts(row, titles) for row in rows]
        for place, row in enumerate(rows):
            for column, text in enumerate(self._texts[place]):
                item = self._put(place, column, text)
                item.setData(_ID, row.id)
                item.setSelected(row.id in chosen)
        self.blockSignals(was)
        self._wrapped = None
        self._fit_rows()
        self._fit_height()

    def chosen(self) -> list[str]:
        """The ids of the chosen cases."""
        return [str(index.data(_ID)) for index in self.selectionModel().selectedRows()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the sample gives way: the others are what one gives cases by."""
        super().resizeEvent(event)
        self._hide_sample()
        self._sized.emit()

    def _hide_sample(self) -> None:
        """Where there is one alone it says the same of every case."""
        self.setColumnHidden(_SAMPLE, not self._several or self.width() < theme.px(_NARROW))

    def _fit_rows(self) -> None:
        """Rows as high as their words need in columns of these widths: measured once for each width that they get."""
        widths = [self.columnWidth(column) for column in range(self.columnCount())]
        if widths != self._wrapped and self.isVisible():  # before that it gets widths that are not its own
            self._wrapped = widths
            least = max(theme.px(_HIGH), self._wrap.line(), self.verticalHeader().sectionSizeHint(0))
            self.verticalHeader().setDefaultSectionSize(least)
            for place, high in enumerate(self._heights()):
                if high > least:
                    self.setRowHeight(place, high)
            self._fit_height()

    def _heights(self) -> list[int]:
        """How high the words of each row are. Of cells that say the same one is measured, and none with a line's words."""
        found: dict[tuple[int, str], int] = {}
        for column in (n for n in range(self.columnCount()) if not self.isColumnHidden(n)):
            places = {texts[column]: place for place, texts in enumerate(self._texts)}
            line = 0  # how high the longest words are that stand on one
            for text in sorted(places, key=self.fontMetrics().horizontalAdvance, reverse=True):
                high = line or self.sizeHintForIndex(self.model().index(places[text], column)).height()
                found[column, text] = high
                line = high if high <= self._wrap.line() else 0
        return [max((found.get(cell, 0) for cell in enumerate(texts)), default=0) for texts in self._texts]

    def _fit_height(self) -> None:
        """Whole rows in view, those of several lines too."""
        rows = sum(self.rowHeight(place) for place in range(min(_ROWS, self.rowCount()))) or theme.px(_HIGH)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * theme.ring())

    def enter(self) -> None:
        """Go on to whom they are given."""
        self.enter_pressed.emit()

    def _put(self, place: int, column: int, text: str) -> QTableWidgetItem:
        item = self.item(place, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(place, column, item)
        if item.text() != text:
            item.setText(text)
            item.setToolTip(text)
        return item


def _texts(row: Allocated, titles: Mapping[str, str]) -> tuple[str, ...]:
    owner = "contested" if row.contested else row.name or "nobody"
    return row.ref, titles.get(row.sample, row.sample), type_alone(row.type), owner
