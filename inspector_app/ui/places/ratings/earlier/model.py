"""One table of inspections beside one another: each a line, standards or key questions its columns."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector_app.core.domain.collection import Collected, Question, SideBySide, Standard
from inspector_app.core.rating import beside_words as said
from inspector_app.core.words import say
from inspector_app.ui.places.ratings.earlier import words

Index = QModelIndex | QPersistentModelIndex
Value = Standard | Question | str | None


class Column(NamedTuple):
    """What a column is about, and its value for each inspection. `title`: in full, for the tip."""

    ref: str
    title: str
    each: Sequence[Value]


def ratings(one: SideBySide) -> list[Column]:
    """The overall rating and the score, where the framework makes them; and each standard."""
    whole = [
        Column(say("Overall"), say("Overall rating"), [each.overall for each in one.inspections]),
        Column(say("Score"), say("Score"), [_score(each) for each in one.inspections]),
    ]
    standards = [Column(line.ref, f"{line.ref} {line.title}", line.each) for line in one.standards]
    return [*(column for column in whole if any(column.each)), *standards]


def rates(one: SideBySide) -> list[Column]:
    """Each key question on which any of them has something to show."""
    return [Column(line.ref, f"{line.ref} {line.title}", line.each) for line in said.judged(one)]


def _score(one: Collected) -> str:
    return "" if one.score is None else say("{score} of {most}", score=one.score, most=one.score_max)


class BesideModel(QAbstractTableModel):
    """Lines and columns that do not change: other figures are another model."""

    def __init__(self, one: SideBySide, columns: Sequence[Column], this: Collected, parent: QObject) -> None:
        super().__init__(parent)
        self.inspections, self.columns, self.this = one.inspections, columns, this

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """The inspections."""
        return 0 if parent.isValid() else len(self.inspections)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What they are compared on."""
        return 0 if parent.isValid() else len(self.columns)

    def value(self, index: Index) -> Value:
        """What a cell is of."""
        return self.columns[index.column()].each[index.row()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; in full for who hears it, and in its tip."""
        if not index.isValid():
            return None
        column, one, value = self.columns[index.column()], self.inspections[index.row()], self.value(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return words.rate_short(value)[0] if isinstance(value, Question) else _word(value)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.cell(one, column.title, value or said.NONE)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Which inspection, and on what."""
        full = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if not full and role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section].title if full else self.columns[section].ref
        one = self.inspections[section]
        return (words.heard if full else words.head)(one, this=one is self.this)


def _word(value: Standard | str | None) -> str:
    if isinstance(value, Standard):
        return said.rating(value)
    return value or said.NONE
