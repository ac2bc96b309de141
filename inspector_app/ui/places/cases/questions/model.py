"""The cases by their key questions as a table: a row for each group with its totals, and one for each case in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector_app.core.domain.by_question import Group, Line, Total
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import say
from inspector_app.ui.words import by_question as words
from inspector_app.ui.words.framework import type_alone

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole  # the Cell itself; None in a column that is of no key question
REF, TYPE, INSPECTOR, FIRST = range(4)  # columns; from the last on there are key questions
_ROOT = QModelIndex()


class State(Enum):
    """How a case stands on a key question."""

    YES = auto()
    NO = auto()
    NA = auto()
    OPEN = auto()
    CONTESTED = auto()


_STATES = {Answer.YES: State.YES, Answer.NO: State.NO, Answer.NA: State.NA, None: State.OPEN}


@dataclass(frozen=True, slots=True)
class Cell:
    """A key question on a case, or (`total`) on all cases of a group."""

    question: str
    state: State = State.OPEN
    total: Total | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The head of a group, or (`line`) a case in it."""

    group: Group
    line: Line | None = None


class QuestionTable(QAbstractTableModel):
    """Holds the rows; those of groups can only be read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.questions: tuple[str, ...] = ()
        self._contested: Collection[tuple[str, str]] = ()
        self.me = ""  # the id of who looks: their own cases say so

    def set_groups(self, groups: Sequence[Group], contested: Collection[tuple[str, str]]) -> None:
        """Show these; `contested`: (case, key question). Of the same rows only the answers are drawn again."""
        rows = [row for group in groups for row in (Row(group), *(Row(group, line) for line in group.lines))]
        questions = tuple(dict.fromkeys(ref for group in groups for ref in group.questions))
        same = questions == self.questions and [_key(row) for row in rows] == [_key(row) for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self.questions, self._contested = rows, questions, contested
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))

    def row_of(self, case: str) -> int:
        """In which row a case is; -1 where it is in none."""
        return next((place for place, row in enumerate(self.rows) if row.line and row.line.case.id == case), -1)

    def column_of(self, question: str) -> int:
        """In which column a key question is; -1 where it is in none."""
        return FIRST + self.questions.index(question) if question in self.questions else -1

    def question_at(self, column: int) -> str:
        """The key question of a column; "" of those before them."""
        return self.questions[column - FIRST] if column >= FIRST else ""

    def cell(self, place: int, column: int) -> Cell | None:
        """What stands in a row under a key question; None where it is not asked of its cases."""
        row, question = self.rows[place], self.question_at(column)
        if question not in row.group.questions:
            return None
        if row.line is None:
            return Cell(question, total=row.group.total(question))
        if (row.line.case.id, question) in self._contested:
            return Cell(question, State.CONTESTED)
        return Cell(question, _STATES[row.line.answers.get(question)])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each group and each case."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Case, type, inspector, and a column for each key question."""
        return 0 if parent.isValid() else FIRST + len(self.questions)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is over a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.question_at(section) or (say("Case"), say("Type"), say("Inspector"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One is on a case, never on the head of a group."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.rows[index.row()].line else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, and what a screen reader says."""
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and index.column() >= FIRST:
            return self._spoken(row, cell)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return (words.total(cell.total) if cell.total else "") if cell else self._before(row, index.column())

    def _before(self, row: Row, column: int) -> str:
        if row.line is None:
            return words.group(row.group) if column == REF else ""
        return (row.line.case.ref, type_alone(row.line.case.type), self.whose(row.line), "")[min(column, FIRST)]

    def whose(self, line: Line) -> str:
        """Who has a case: "You", or a name."""
        return say("You") if line.case.inspector and line.case.inspector == self.me else line.inspector

    def _spoken(self, row: Row, cell: Cell | None) -> str:
        if cell is None or row.line is None:
            return words.total(cell.total) if cell and cell.total else ""
        return f"{row.line.case.ref}, {cell.question}: {words.state(cell.state.name)}"


def _key(row: Row) -> tuple[str, str, str, str, str, str]:
    case = row.line.case if row.line else None
    name = row.line.inspector if row.line else ""
    return (row.group.title, row.group.value, *((case.id, case.ref, case.type) if case else ("", "", "")), name)
