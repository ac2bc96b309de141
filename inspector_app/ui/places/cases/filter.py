"""Which cases of the table are shown, and in which order."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from inspector_app.core.domain.cases.review import SUBMITTED
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.words import say
from inspector_app.ui.controls.stage_mark import STAGE
from inspector_app.ui.places.cases.filter_boxes import Which
from inspector_app.ui.places.cases.model import GROUP, SORT, CasesColumn, CaseTable, Group

Index = QModelIndex | QPersistentModelIndex
_OF_GROUP = (GROUP, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class CaseFilter(QSortFilterProxyModel):
    """Shows the cases of one sample, one stage, those asked for, and with a text in one of their columns; "" is all.

    The row of a sample comes before its cases however they are sorted, and while any of them is shown.
    """

    def __init__(self, table: CaseTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sample = self.text = self.stage = ""
        self.asked = Which.ALL
        self.only: frozenset[str] | None = None
        self._table = table
        self._held: list[int] = []  # where each row that is shown is in the table; [] when that is to be asked
        self.setSortRole(SORT)
        for model in (table, self):  # the table's before Qt hears of it, its own before a view does
            for changed in (
                model.rowsInserted,
                model.rowsRemoved,
                model.rowsMoved,
                model.layoutChanged,
                model.modelReset,
            ):
                changed.connect(self._forget_places)
            if model is table:
                self.setSourceModel(table)

    def choose(self, sample: str, asked: Which, text: str, stage: str = "") -> None:
        """Show only these from now on. `stage` is the value of a review_words.Shown."""
        self.beginFilterChange()
        self.sample, self.asked, self.stage = sample, asked, stage
        self.text = text.strip().casefold()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def choose_only(self, cases: frozenset[str] | None) -> None:
        """Show, of what else is chosen, only these cases (ids) from now on; None means all."""
        self.beginFilterChange()
        self.only = cases
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        """Whether a case is shown."""
        table = self._table
        if source_row >= len(table.rows):
            place = source_row - len(table.rows)
            return any(
                self._accepts(n) for n, row in enumerate(table.rows) if table.place_of_sample(row.sample) == place
            )
        return self._accepts(source_row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the table says; the row of a sample also how many of its cases are shown, where that is not all."""
        if not self._table.tells(role):
            return None
        place = self._place(index.row())
        # Not by way of Qt, which asks dozens for each row it draws.
        said = self._table.tell(place, index.column(), role)
        if said is None or role not in _OF_GROUP:
            return said
        sample, is_case = self._table.group_of(place)
        if is_case:
            return said
        shown = self._not_all_of(sample)
        return replace(said, words=said.words + shown) if isinstance(said, Group) else f"{said}{shown}"

    def _place(self, row: int) -> int:
        """Where a row that is shown is in the table: asked of Qt once for all of them, and not for each part of a cell."""
        if row >= len(self._held):
            self._held = [self.mapToSource(self.index(n, 0)).row() for n in range(self.rowCount())]
        return self._held[row]

    def _forget_places(self) -> None:
        self._held.clear()

    def _not_all_of(self, sample: int) -> str:
        table = self._table
        of_it = [place for place, row in enumerate(table.rows) if table.place_of_sample(row.sample) == sample]
        shown = sum(map(self._accepts, of_it))
        return "" if shown == len(of_it) else f" · {say('{number} shown', number=shown)}"

    def lessThan(self, left: Index, right: Index) -> bool:
        """By sample first, its own row before its cases; within one as the columns are."""
        keys = self._table.keys(left.column())
        (mine, one), (other, two) = keys[left.row()], keys[right.row()]
        if mine != other:
            return (mine < other) is (self.sortOrder() is Qt.SortOrder.AscendingOrder)
        return bool(one < two)

    def cases(self) -> list[CaseRow]:
        """The cases shown, in their order."""
        held = (self.mapToSource(self.index(place, 0)).row() for place in range(self.rowCount()))
        return [self._table.rows[place] for place in held if place < len(self._table.rows)]

    def places(self) -> list[int]:
        """Where the cases shown are in the table."""
        return [place for place in range(len(self._table.rows)) if self._accepts(place)]

    def numbers(self) -> dict[object, int]:
        """How many cases of the inspection each Which is."""
        return {which: sum(self._is(which, row) for row in self._table.rows) for which in Which}

    def _is(self, which: Which, row: CaseRow) -> bool:
        table = self._table
        match which:
            case Which.MINE:
                return row.inspector == table.me
            case Which.TO_REVIEW:
                return table.stage(row).stage == SUBMITTED
            case Which.WITH_GAPS:
                return row.gaps > 0
        return True

    def _accepts(self, place: int) -> bool:
        table = self._table
        row = table.rows[place]
        if self.only is not None and row.id not in self.only:
            return False
        if self.stage and table.index(place, CasesColumn.STAGE).data(STAGE).value != self.stage:
            return False
        if (self.sample and row.sample != self.sample) or not self._is(self.asked, row):
            return False
        return not self.text or any(self.text in t.casefold() for t in (row.ref, row.type, row.inspector_name))
