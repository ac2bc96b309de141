"""Subjects against sources as a table: each cell a shape and a word."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.core.domain.evidence import Cell, SourceRow, Subject
from inspector_app.core.services.fieldwork.evidence import Grid
from inspector_app.ui.words import evidence as evidence_words

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole  # the Cell, or None
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class GridModel(QAbstractTableModel):
    """Holds the grid. Cells that change are redrawn; the table is made anew only where rows or columns come or go."""

    def __init__(self) -> None:
        super().__init__()
        self.grid: Grid | None = None
        self.subjects: tuple[Subject, ...] = ()
        self.sources: tuple[SourceRow, ...] = ()
        self.words: tuple[str, ...] = ()  # what the evidence on each subject comes to

    def set_grid(self, grid: Grid, sources: Sequence[SourceRow]) -> None:
        """Show these of the grid's sources."""
        same = self.subjects == grid.subjects and [s.id for s in self.sources] == [s.id for s in sources]
        if not same:
            self.beginResetModel()
        self.grid, self.subjects, self.sources = grid, grid.subjects, tuple(sources)
        self.words = tuple(evidence_words.row(grid, subject) for subject in self.subjects)
        if not same:
            self.endResetModel()
        elif self.subjects:
            last = len(self.subjects) - 1
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)
            if self.sources:
                self.dataChanged.emit(self.index(0, 0), self.index(last, len(self.sources) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.sources) - 1)

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands in a cell."""
        if self.grid is None or not 0 <= column < len(self.sources):
            return None
        return self.grid.cells.get((self.subjects[row].ref, self.sources[column].id))

    @property
    def year(self) -> int:
        """The one whose days do not say it; 0 where nothing is shown."""
        return self.grid.year if self.grid else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Rows; none below a cell."""
        return 0 if parent.isValid() else len(self.subjects)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Columns; none below a cell."""
        return 0 if parent.isValid() else len(self.sources)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell to be drawn, and in words for a screen reader and the tip."""
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role in _SPOKEN:
            subject, source = self.subjects[index.row()], self.sources[index.column()]
            said = evidence_words.cell(self.cell(index.row(), index.column()))
            return f"{subject.ref}, {evidence_words.name(source, self.year)}: {said}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The source above its column; the reference before its row, with what its evidence comes to."""
        if orientation is Qt.Orientation.Horizontal and section < len(self.sources):
            return self._of_source(self.sources[section], role)
        if orientation is Qt.Orientation.Vertical and section < len(self.subjects):
            return self._of_subject(section, role)
        return None

    def _of_source(self, row: SourceRow, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return evidence_words.name(row, self.year)
        called, about = evidence_words.name(row, self.year), evidence_words.about(row, self.year)
        said = (called, about, evidence_words.state(row))
        return ", ".join(part for part in said if part) if role in _SPOKEN else None

    def _of_subject(self, section: int, role: int) -> str | None:
        subject = self.subjects[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return subject.ref
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{subject.ref}: {self.words[section]}. {subject.text}"
        return f"{subject.ref}  {subject.text}\n{self.words[section]}" if role == _SPOKEN[1] else None
