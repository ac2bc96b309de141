"""The cases of an inspection as a table, and the filters over it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from inspector_app.core.domain import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.review import Stage
from inspector_app.core.domain.rows import CaseRow, QuestionMark
from inspector_app.core.words import count, say
from inspector_app.ui.controls.stage_mark import STAGE
from inspector_app.ui.look import theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.words import review as review_words
from inspector_app.ui.words.answers import WORDS

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole  # the CaseRow itself
SORT = Qt.ItemDataRole.UserRole + 1  # what a column is sorted by


class CasesColumn(IntEnum):
    """The columns, from the left."""

    REF = 0
    SAMPLE = 1
    TYPE = 2
    INSPECTOR = 3
    QUESTIONS = 4
    GAPS = 5
    STAGE = 6
    SINCE = 7


HEADS = ("Case", "Sample", "Type", "Inspector", "Key questions", "Gaps", "Stage", "Since")


def mark_words(mark: QuestionMark) -> str:
    """How a key question stands, in words."""
    if mark.contested:
        return f"{mark.question} contested"
    if mark.by_totals:
        return say("{ref} known by its totals", ref=mark.question)
    if mark.answer is None and mark.prompts_answered:
        return count(
            mark.prompts,
            "{ref} unanswered, {number} of {n} prompt",
            "{ref} unanswered, {number} of {n} prompts",
            ref=mark.question,
            number=mark.prompts_answered,
        )
    return f"{mark.question} {WORDS[mark.answer]}"


class CaseTable(QAbstractTableModel):
    """Holds CaseRows. New rows are compared with the old, so that the selection and the place stay."""

    def __init__(self, framework: Framework, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._samples = {sample.code: sample.title for sample in framework.samples}
        self.rows: list[CaseRow] = []
        self.stages: dict[str, Stage] = {}
        self.concerns: Mapping[str, int] = {}

    def set_concerns(self, concerns: Mapping[str, int]) -> None:
        """Show which cases there are open concerns about (case id -> how many)."""
        differ = [n for n, row in enumerate(self.rows) if concerns.get(row.id) != self.concerns.get(row.id)]
        self.concerns = dict(concerns)
        for place in differ:
            self.dataChanged.emit(self.index(place, CasesColumn.REF), self.index(place, CasesColumn.REF))

    def set_stages(self, stages: Mapping[str, Stage]) -> None:
        """Show where these cases are in their review."""
        differ = [place for place, row in enumerate(self.rows) if stages.get(row.id) != self.stages.get(row.id)]
        self.stages = dict(stages)
        for place in differ:
            self.dataChanged.emit(self.index(place, CasesColumn.STAGE), self.index(place, CasesColumn.STAGE))

    def stage(self, row: CaseRow) -> Stage:
        """Where a case is in its review."""
        return self.stages.get(row.id, Stage())

    def set_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these rows: what went goes, what came is put in its place, what changed is redrawn."""
        wanted = {row.id for row in rows}
        for place in reversed(range(len(self.rows))):
            if self.rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            self._put(place, row)

    def set_row(self, row: CaseRow) -> None:
        """Show what changed of one row that is here already."""
        self._put(self.place_of(row.id), row)

    def place_of(self, case_id: str) -> int:
        """Where a case is in the list; -1 for one that is not in it."""
        return next((place for place, row in enumerate(self.rows) if row.id == case_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Rows; none below a row."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Columns; none below a row."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell; the key questions are drawn, and said in words to a screen reader and in the tip."""
        row, column = self.rows[index.row()], index.column()
        if role == ROW:
            return row
        if role == SORT:
            plain = {int(CasesColumn.REF): row.ref, int(CasesColumn.GAPS): row.gaps, int(CasesColumn.SINCE): row.since}
            return plain.get(column, self._text(row, column))
        if role == Qt.ItemDataRole.DecorationRole and column == CasesColumn.REF and row.id in self.concerns:
            return icon("concerns-open", theme.colours().error, theme.px(14))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == STAGE and column == CasesColumn.STAGE:
            return review_words.shown(self.stage(row))
        if column == CasesColumn.QUESTIONS:
            spoken = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
            return ", ".join(map(mark_words, row.marks)) if role in spoken else None
        if role == Qt.ItemDataRole.ToolTipRole and column in (CasesColumn.SAMPLE, CasesColumn.TYPE):
            return self._text(row, column)
        return self._text(row, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, row: CaseRow, column: int) -> str:
        return {
            CasesColumn.REF: f"{row.ref} · concern" if row.id in self.concerns else row.ref,
            CasesColumn.SAMPLE: self._samples.get(row.sample, row.sample),
            CasesColumn.TYPE: row.type,
            CasesColumn.INSPECTOR: row.inspector_name,
            CasesColumn.QUESTIONS: "",
            CasesColumn.GAPS: _gaps(row),
            CasesColumn.STAGE: review_words.in_cell(self.stage(row)),
            CasesColumn.SINCE: when.since(row.since, datetime.now().astimezone()),
        }[CasesColumn(column)]

    def _put(self, place: int, row: CaseRow) -> None:
        held = self.place_of(row.id)
        if held < 0:
            self.beginInsertRows(QModelIndex(), place, place)
            self.rows.insert(place, row)
            self.endInsertRows()
            return
        if held != place:
            self.beginMoveRows(QModelIndex(), held, held, QModelIndex(), place)
            self.rows.insert(place, self.rows.pop(held))
            self.endMoveRows()
        if self.rows[place] != row:
            self.rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(HEADS) - 1))


class CaseFilter(QSortFilterProxyModel):
    """Shows the cases of one sample, one inspector, one stage, and with a text in one of their columns; "" is all."""

    def __init__(self, table: CaseTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sample = self.inspector = self.text = self.stage = ""
        self.only: frozenset[str] = frozenset()
        self.setSortRole(SORT)
        self.setSourceModel(table)

    def choose(self, sample: str, inspector: str, text: str, stage: str = "") -> None:
        """Show only these from now on. `stage` is the value of a review_words.Shown."""
        self.beginFilterChange()
        self.stage = stage
        self.sample, self.inspector, self.text = sample, inspector, text.strip().casefold()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def choose_only(self, cases: frozenset[str]) -> None:
        """Show, of what else is chosen, only these cases (ids) from now on; none of them named means all."""
        self.beginFilterChange()
        self.only = cases
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a case is shown."""
        table = self.sourceModel()
        row: CaseRow = table.index(source_row, 0, source_parent).data(ROW)
        if self.only and row.id not in self.only:
            return False
        if self.stage and table.index(source_row, CasesColumn.STAGE, source_parent).data(STAGE).value != self.stage:
            return False
        if (self.sample and row.sample != self.sample) or (self.inspector and row.inspector != self.inspector):
            return False
        return not self.text or any(self.text in t.casefold() for t in (row.ref, row.type, row.inspector_name))


def _gaps(row: CaseRow) -> str:
    contested = sum(mark.contested for mark in row.marks)
    gaps = str(row.gaps) if row.gaps else "none"
    return f"{contested} contested · {gaps}" if contested else gaps


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column == CasesColumn.GAPS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
