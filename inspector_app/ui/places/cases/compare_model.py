"""One prompt on every case as a table, and the filters over it."""

from collections.abc import Sequence
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases.compare import OnCase
from inspector_app.ui.words.answers import WORDS
from inspector_app.ui.words.framework import type_alone

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole  # the OnCase itself
_BEGINNING = 400  # characters of a note in its row; the whole of it is read beside
HEADS = ("Case", "Type", "Inspector", "Answer", "Note")


class CompareColumn(IntEnum):
    """The columns, from the left."""

    REF = 0
    TYPE = 1
    INSPECTOR = 2
    ANSWER = 3
    NOTE = 4


class Filter(Enum):
    """Which cases are shown, with the words for it."""

    ALL = "All"
    NO = "No"
    YES = "Yes"
    NA = "Not applicable"
    UNANSWERED = "Unanswered"
    MINE = "Mine"
    NO_NOTE = "Without a note"


_ANSWERS = {Filter.YES: Answer.YES, Filter.NO: Answer.NO, Filter.NA: Answer.NA}


def said(row: OnCase) -> str:
    """The answer in a word."""
    return "Contested" if row.contested else str(WORDS[row.answer]).capitalize()


def text(row: OnCase, column: int) -> str:
    """What a cell says."""
    match column:
        case CompareColumn.REF:
            return row.ref
        case CompareColumn.TYPE:
            return type_alone(row.type)
        case CompareColumn.INSPECTOR:
            return row.inspector_name
        case CompareColumn.ANSWER:
            return said(row)
    return " ".join(row.text[:_BEGINNING].split())


class CompareTable(QAbstractTableModel):
    """Holds the rows of one prompt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[OnCase] = ()

    def set_rows(self, rows: Sequence[OnCase]) -> None:
        """Show these; of the same cases only what differs is redrawn, so that the place stays."""
        if [row.case for row in rows] != [row.case for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        else:
            differ = [place for place, row in enumerate(rows) if row != self.rows[place]]
            self.rows = rows
            for place in differ:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(HEADS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a case."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Case, type, inspector, answer, note."""
        return len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words above a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and a screen reader says."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == CompareColumn.REF:
            return f"{row.ref}, {row.inspector_name or 'nobody'}, {said(row)}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return text(row, index.column())


class CompareFilter(QSortFilterProxyModel):
    """Some of the cases."""

    def __init__(self, table: CompareTable, me: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table, self._me, self._only = table, me, Filter.ALL
        self.setSourceModel(table)

    def choose(self, only: Filter) -> None:
        """Show these."""
        self.beginFilterChange()
        self._only = only
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        """Whether a case is shown."""
        return self._shows(self._table.rows[source_row], self._only)

    def number(self, only: Filter) -> int:
        """How many cases a filter would show."""
        return sum(self._shows(row, only) for row in self._table.rows)

    def _shows(self, row: OnCase, only: Filter) -> bool:
        match only:
            case Filter.ALL:
                return True
            case Filter.MINE:
                return row.inspector == self._me
            case Filter.NO_NOTE:
                return not row.text.strip()
            case Filter.UNANSWERED:
                return row.answer is None
            case _:
                return row.answer is _ANSWERS[only]
