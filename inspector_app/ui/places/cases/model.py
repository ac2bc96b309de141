"""The cases of an inspection as a table, with a row for each sample; `filter.py` puts it over its cases."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon

from inspector_app.core.domain.cases.review import Stage
from inspector_app.core.domain.days import when
from inspector_app.core.domain.framework import Framework, Sample
from inspector_app.core.domain.rows import CaseRow, QuestionMark
from inspector_app.core.domain.text.natural import natural
from inspector_app.core.words import count, say
from inspector_app.ui.controls.stage_mark import STAGE
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.words import framework as framework_words
from inspector_app.ui.words import review as review_words
from inspector_app.ui.words.answers import WORDS
from inspector_app.ui.words.framework import type_alone

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole  # the CaseRow itself
SORT = Qt.ItemDataRole.UserRole + 1  # what a column is sorted by
GROUP = Qt.ItemDataRole.UserRole + 3  # of the row of a sample: its Group; None for a case
STANDARDS = Qt.ItemDataRole.UserRole + 4  # of a case: the standard of each of its marks


class CasesColumn(IntEnum):
    """The columns, from the left."""

    REF = 0
    TYPE = 1
    INSPECTOR = 2
    QUESTIONS = 3
    GAPS = 4
    STAGE = 5
    SINCE = 6


SO_ON = " · "  # between when a case was changed and its comments
# the tip has the whole text
_CAN_BE_CUT = (CasesColumn.TYPE, CasesColumn.INSPECTOR, CasesColumn.STAGE, CasesColumn.SINCE)
_LEFT, _RIGHT = (
    int(side | Qt.AlignmentFlag.AlignVCenter) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


@dataclass(frozen=True, slots=True)
class Group:
    """The row over the cases of a sample: what it says, and the standards that they are judged on."""

    words: str
    standards: tuple[tuple[str, int], ...]  # its reference, and how many key questions it has


def mark_words(mark: QuestionMark) -> str:
    """How a key question stands, in words."""
    if mark.contested:
        return f"{mark.question} contested"
    if mark.by_totals:
        return say("{ref} entered as totals", ref=mark.question)
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
    """Holds CaseRows, and behind all of them a row for each sample of the framework.

    New rows are compared with the old, so that the selection and the place stay.
    """

    def __init__(self, framework: Framework, parent: QObject | None = None, *, me: str = "") -> None:
        """`me`: whose laptop it is."""
        super().__init__(parent)
        self._framework, self.me = framework, me
        asked = framework_words.asked_on_cases(framework)
        self._heads = ("Case", "Type", "Inspector", asked, "Gaps", "Stage", "Last changed")  # of CasesColumn
        self._places = {sample.code: place for place, sample in enumerate(framework.samples)}
        self.rows: list[CaseRow] = []
        self._keys: dict[int, list[tuple[tuple[int, bool], Any]]] = {}  # by column, till a row changes
        self._numbers: Counter[str] = Counter()  # of the rows that are shown, by sample
        self.stages: dict[str, Stage] = {}
        self.concerns: Mapping[str, int] = {}
        self._texts: Mapping[int, Callable[[CaseRow], str]] = {
            CasesColumn.REF: lambda row: row.ref,
            CasesColumn.TYPE: lambda row: type_alone(row.type),
            CasesColumn.INSPECTOR: self._person,
            CasesColumn.QUESTIONS: lambda _: "",
            CasesColumn.GAPS: _gaps,
            CasesColumn.STAGE: self._stage_words,
            CasesColumn.SINCE: self._since,
        }
        self._roles: Mapping[int, Callable[[CaseRow, int], object]] = {
            ROW: lambda row, _: row,
            STANDARDS: self._standards,
            SORT: self._key,
            STAGE: self._shown_stage,
            Qt.ItemDataRole.DisplayRole: self.words,
            Qt.ItemDataRole.DecorationRole: self._flag,
            Qt.ItemDataRole.TextAlignmentRole: lambda _, column: _alignment(column),
            Qt.ItemDataRole.ForegroundRole: _ink,
            Qt.ItemDataRole.FontRole: _font,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

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
        self._keys.pop(CasesColumn.STAGE, None)
        for place in differ:
            self.dataChanged.emit(self.index(place, CasesColumn.STAGE), self.index(place, CasesColumn.SINCE))
        self._count()

    def stage(self, row: CaseRow) -> Stage:
        """Where a case is in its review."""
        return self.stages.get(row.id, Stage())

    def set_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these rows: what went goes, what came is put in its place, what changed is redrawn."""
        if rows and not self.rows:
            self._put_first(rows)
            self._count()
            return
        wanted = {row.id for row in rows}
        for place in reversed(range(len(self.rows))):
            if self.rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self._keys.clear()
                self.endRemoveRows()
        for place, row in enumerate(rows):
            self._put(place, row)
        self._count()

    def set_row(self, row: CaseRow) -> None:
        """Show what changed of one row that is here already."""
        self._put(self.place_of(row.id), row)
        self._count()

    def place_of(self, case_id: str) -> int:
        """Where a case is in the list; -1 for one that is not in it."""
        return next((place for place, row in enumerate(self.rows) if row.id == case_id), -1)

    def place_of_sample(self, sample: str) -> int:
        """The place of a sample in the framework; behind all of them for one that it does not have."""
        return self._places.get(sample, len(self._places))

    def group_of(self, place: int) -> tuple[int, bool]:
        """The sample of a row, by its place in the framework, and whether it is a case and not the row of the sample."""
        if place >= len(self.rows):
            return place - len(self.rows), False
        return self.place_of_sample(self.rows[place].sample), True

    def keys(self, column: int) -> list[tuple[tuple[int, bool], Any]]:
        """What each row is sorted by: its group, and within one what the column holds, as people count and read it."""
        if column not in self._keys:
            held = [self._key(row, column) for row in self.rows] + [() for _ in self._places]
            self._keys[column] = [
                (self.group_of(place), natural(key) if isinstance(key, str) else key) for place, key in enumerate(held)
            ]
        return self._keys[column]

    def places_of_groups(self) -> range:
        """Where the rows of the samples are."""
        return range(len(self.rows), len(self.rows) + len(self._places))

    def tells(self, role: int) -> bool:
        """Whether anything is ever said of a role."""
        return role in self._roles or role == GROUP

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Rows; none below a row."""
        return 0 if parent.isValid() else len(self.rows) + len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Columns; none below a row."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell; the key questions are drawn, and said in words to a screen reader and in the tip."""
        return self.tell(index.row(), index.column(), role)

    def tell(self, place: int, column: int, role: int) -> Any:
        """The same by row and column."""
        if place >= len(self.rows):
            return self._of_group(place - len(self.rows), column, role)
        tell = self._roles.get(role)  # Qt asks for a dozen of them for each cell it draws or measures
        return None if tell is None else tell(self.rows[place], column)

    def _key(self, row: CaseRow, column: int) -> object:
        match column:
            case CasesColumn.INSPECTOR:
                return row.inspector_name
            case CasesColumn.GAPS:
                return row.gaps
            case CasesColumn.SINCE:
                return row.since
        return self.words(row, column)

    def _flag(self, row: CaseRow, column: int) -> QIcon | None:
        if column != CasesColumn.REF or row.id not in self.concerns:
            return None
        return icon("concerns-open", theme.colours().error, theme.px(sizes.SIGN))

    def _shown_stage(self, row: CaseRow, column: int) -> review_words.Shown | None:
        return review_words.shown(self.stage(row)) if column == CasesColumn.STAGE else None

    def _tip(self, row: CaseRow, column: int) -> str | None:
        if column == CasesColumn.STAGE:  # with the comments, where the column that says them has no room
            return review_words.in_cell(self.stage(row))
        return self.words(row, column) if column in _CAN_BE_CUT else self._spoken(row, column)

    def _spoken(self, row: CaseRow, column: int) -> str | None:
        if column == CasesColumn.REF and row.id in self.concerns:
            return say("{ref}, concern", ref=row.ref)
        return ", ".join(map(mark_words, row.marks)) if column == CasesColumn.QUESTIONS else None

    def _standards(self, row: CaseRow, _column: int) -> list[str]:
        return [self._framework.questions[mark.question][0].ref for mark in row.marks]

    def words(self, row: CaseRow, column: int) -> str:
        """What a cell says."""
        return self._texts[column](row)

    def _person(self, row: CaseRow) -> str:
        return say("You") if row.inspector and row.inspector == self.me else row.inspector_name

    def _stage_words(self, row: CaseRow) -> str:
        return str(review_words.shown(self.stage(row)).words)

    def _since(self, row: CaseRow) -> str:
        """When it was changed, and the comments that nobody has answered yet: with the stage they took twice the room."""
        said = review_words.open_comments(self.stage(row).open_comments)
        return SO_ON.join(part for part in (self.changed(row), said) if part)

    def changed(self, row: CaseRow) -> str:
        """When it was changed last."""
        now = datetime.now().astimezone()
        return _since(row.since, now.date(), now.tzname())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The row of a sample is not to be chosen, and the arrow keys pass over it."""
        return super().flags(index) if index.row() < len(self.rows) else Qt.ItemFlag.NoItemFlags

    def _of_group(self, place: int, column: int, role: int) -> Any:
        if role == GROUP:
            return self._group(self._framework.samples[place])
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._group(self._framework.samples[place]).words if role in spoken and not column else None

    def _group(self, sample: Sample) -> Group:
        number = self._numbers[sample.code]
        words = say("{number} of at least {least}", number=number, least=sample.least) if sample.least else str(number)
        standards = Counter(standard.ref for standard, _ in self._framework.sample_questions(sample.code))
        return Group(f"{sample.title}  {words}", tuple(standards.items()))

    def _count(self) -> None:
        """Count the rows of each sample anew, once they are in: what stands behind them must not change meanwhile."""
        self._numbers = Counter(row.sample for row in self.rows)
        first, last = len(self.rows), self.rowCount() - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(CasesColumn) - 1))

    def _put_first(self, rows: Sequence[CaseRow]) -> None:
        """All at once: after each row by itself the view would look where the rows of the samples are."""
        self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
        self.rows[:] = rows
        self._keys.clear()
        self.endInsertRows()

    def _put(self, place: int, row: CaseRow) -> None:
        held = self.place_of(row.id)
        if held < 0:
            self.beginInsertRows(QModelIndex(), place, place)
            self.rows.insert(place, row)
            self._keys.clear()
            self.endInsertRows()
            return
        if held != place:
            self.beginMoveRows(QModelIndex(), held, held, QModelIndex(), place)
            self.rows.insert(place, self.rows.pop(held))
            self._keys.clear()
            self.endMoveRows()
        if self.rows[place] != row:
            self.rows[place] = row
            self._keys.clear()
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(CasesColumn) - 1))


@lru_cache(maxsize=4096)  # asked to measure, to sort and to paint
def _since(at: str, today: date, _zone: str | None) -> str:
    return when.since(at, datetime.combine(today, time()).astimezone())


def _gaps(row: CaseRow) -> str:
    """How many there are, behind what is contested: that is a gap too, so none beside it would not be true."""
    contested = sum(mark.contested for mark in row.marks)
    words = (count(contested, "{n} contested", "{n} contested") if contested else "", str(row.gaps or ""))
    return " · ".join(part for part in words if part) or say("none")


def _ink(row: CaseRow, column: int) -> QColor | None:
    """What says nothing of weight stands back."""
    back = column == CasesColumn.SINCE or (column == CasesColumn.GAPS and _gaps(row) == say("none"))
    return QColor(theme.colours().quiet) if back else None


def _font(_row: CaseRow, column: int) -> QFont | None:
    """The reference is what one looks for; when it was changed is by the way."""
    if column == CasesColumn.REF:
        return theme.font(bold=True)
    return theme.font(theme.SMALL) if column == CasesColumn.SINCE else None


def _alignment(column: int) -> int:
    return _RIGHT if column == CasesColumn.GAPS else _LEFT
