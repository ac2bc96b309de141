"""The table of cases: which columns there is room for, the rows of the samples, and how several cases are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.controls.stage_mark import StageCell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.cells import BOX, EDGE, GAP, RefCell, SinceCell
from inspector_app.ui.places.cases.filter import CaseFilter
from inspector_app.ui.places.cases.marks import Marks
from inspector_app.ui.places.cases.model import GROUP, ROW, CasesColumn, CaseTable
from inspector_app.ui.places.cases.person_cell import ALONE, PersonCell
from inspector_app.ui.places.cases.widths import widest

Index = QModelIndex | QPersistentModelIndex
# These go one by one where there is too little room: no column is narrower than its words, but that of inspectors, whose
# discs stay for a while without the names. What stays as long as it can
# says which case it is, how far it is and how it is judged.
_GIVE_WAY = (CasesColumn.SINCE, CasesColumn.INSPECTOR, CasesColumn.TYPE, CasesColumn.GAPS, CasesColumn.QUESTIONS)
_LOW = 800  # px at 100%: up to this a window is low


class RowsView(Sought, QTableView):
    """A table of which Home and End lead to the first and the last row that can be chosen; Qt's own go along the row."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:  # fmt: skip
        """Where a key leads."""
        ends = QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd
        if action not in ends:
            return super().moveCursor(action, modifiers)
        rows = range(self.model().rowCount())
        column = max(0, self.currentIndex().column())
        cells = (self.model().index(row, column) for row in (rows if action is ends[0] else reversed(rows)))
        return next((cell for cell in cells if cell.flags() & Qt.ItemFlag.ItemIsSelectable), QModelIndex())


class CaseView(RowsView):
    """Shows the cases; several are chosen by their boxes, with Shift or Ctrl, or from the keyboard."""

    def __init__(self, model: CaseFilter, table: CaseTable) -> None:
        super().__init__()
        self._shown, self._table = model, table
        self._wide: dict[CasesColumn, int] = {}  # how wide what is in each column is; {} when that is to be measured
        self._days = 0  # and the days alone of when each case was changed
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)
        self.setHorizontalHeader(_Heads(self))
        self.setModel(model)
        self.setAccessibleName("Cases")
        self._refs = RefCell(self)
        self.setItemDelegateForColumn(CasesColumn.REF, self._refs)
        self.setItemDelegateForColumn(CasesColumn.INSPECTOR, PersonCell(table.me, self))
        self.setItemDelegateForColumn(CasesColumn.QUESTIONS, Marks(self))
        self.setItemDelegateForColumn(CasesColumn.STAGE, StageCell(self))
        self.setItemDelegateForColumn(CasesColumn.SINCE, SinceCell(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        tint_row_under_pointer(self)
        theme.role(self, "lined")
        self.setWordWrap(False)
        self.setMinimumHeight(1)  # in a low window the row above it needs the room
        self.setMinimumWidth(theme.px(sizes.BOX_NAME))
        self.setSortingEnabled(True)
        self.sortByColumn(CasesColumn.REF, Qt.SortOrder.AscendingOrder)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().sortIndicatorChanged.connect(self._sorted)
        for changed in (model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.modelReset):
            changed.connect(self._span)
            changed.connect(self._forget_widths)
        model.dataChanged.connect(self._forget_widths)
        self._span()

    def chosen(self) -> list[str]:
        """The ids of the chosen cases, from the top."""
        chosen = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(ROW).id for index in chosen if index.data(GROUP) is None]

    def choose(self, rows: Sequence[QModelIndex]) -> None:
        """Choose these too."""
        flag = QItemSelectionModel.SelectionFlag
        for row in rows:
            self.selectionModel().select(row, flag.Select | flag.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was not shown may be wider."""
        super().showEvent(event)
        if not self._wide:
            self.fit()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """A press on the box of a case adds it to those chosen, or takes it out.

        What the program chooses is chosen alone: Qt asks which keys are down, and Ctrl is while Ctrl+2 leads here.
        """
        if event is None:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        if isinstance(event, QMouseEvent) and self._is_on_box(index, event):
            flag = QItemSelectionModel.SelectionFlag
            return flag.Toggle | flag.Rows if event.type() == QEvent.Type.MouseButtonPress else flag.NoUpdate
        return super().selectionCommand(index, event)

    def _is_on_box(self, index: Index, event: QMouseEvent) -> bool:
        if not index.isValid() or index.column() != CasesColumn.REF:
            return False
        inside = event.position().x() - self.columnViewportPosition(CasesColumn.REF)
        return 0 <= inside < theme.px(EDGE + BOX + GAP / 2)

    def _span(self) -> None:
        """The row of a sample is one cell."""
        self.clearSpans()
        for place in self._table.places_of_groups():
            if (shown := self._shown.mapFromSource(self._table.index(place, 0))).isValid():
                self.setSpan(shown.row(), 0, 1, len(CasesColumn))

    def _sorted(self) -> None:
        self._forget_widths()  # the head that they are sorted by has an arrow
        self.fit()

    def _forget_widths(self) -> None:
        self._wide = {}
        if self.isVisible():
            self._fitting.start()

    def fit(self) -> None:
        """Every column as wide as what is in it, or not there; what room is left goes to the type.

        A page that comes is given its width several times: what is in the columns is measured once.
        """
        header, stretched = self.horizontalHeader(), QHeaderView.ResizeMode.Stretch
        low = self.window().height() <= theme.px(_LOW)
        header.setFixedHeight(theme.px(sizes.ROW.usual if low else sizes.POPUP_ROW))
        for column in CasesColumn:
            header.setSectionHidden(column, False)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        if not self._wide:
            rows = self._shown.places()
            self._wide = {column: self._wanted(column, rows) for column in CasesColumn}
            self._days = self._days_alone()
        wide = self._with_room()
        for column in CasesColumn:
            header.resizeSection(column, wide.get(column, 1))
            header.setSectionHidden(column, column not in wide)
        header.setSectionResizeMode(CasesColumn.TYPE if CasesColumn.TYPE in wide else CasesColumn.STAGE, stretched)
        usual, width = theme.px(sizes.ROW.short if low else sizes.ROW.usual), wide[CasesColumn.REF]
        refs = (row.ref for row in self._table.rows) if width < self._wide[CasesColumn.REF] else ()
        self.verticalHeader().setDefaultSectionSize(max(usual, self._refs.high(refs, width)))

    def _with_room(self) -> dict[CasesColumn, int]:
        """The columns there is room for, and how wide each is."""
        wide, room = dict(self._wide), self.viewport().width()
        wide[CasesColumn.REF] = min(wide[CasesColumn.REF], room // 2)  # a longer reference stands on several lines
        for column in _GIVE_WAY:
            if column is CasesColumn.SINCE:
                self._shorten(wide, CasesColumn.SINCE, self._days)
                self._shorten(wide, CasesColumn.INSPECTOR, theme.px(ALONE))  # a disc and its tip still say who it is
            if column is CasesColumn.INSPECTOR:
                wide[column] = self._wide[column]  # the names come back into the room of the days that went
                self._shorten(wide, column, theme.px(ALONE))
            if sum(wide.values()) > room:
                del wide[column]
        for column in (CasesColumn.INSPECTOR, CasesColumn.SINCE):  # whole again in the room that is left
            if column in wide and sum(wide.values()) - wide[column] + self._wide[column] <= room:
                wide[column] = self._wide[column]
        if CasesColumn.INSPECTOR in wide:  # else as far as there is room: some names have enough
            spare = max(0, room - sum(wide.values()))
            wide[CasesColumn.INSPECTOR] = min(self._wide[CasesColumn.INSPECTOR], wide[CasesColumn.INSPECTOR] + spare)
        return wide

    def _shorten(self, wide: dict[CasesColumn, int], column: CasesColumn, least: int) -> None:
        """Make a column less wide where there is no room for all of them."""
        if sum(wide.values()) > self.viewport().width():
            wide[column] = max(self.horizontalHeader().sectionSizeHint(column), least)

    def _days_alone(self) -> int:
        """How wide it is when each case was changed, without the comments."""
        words, days = QFontMetrics(theme.font(theme.SMALL)), (self._table.changed(row) for row in self._table.rows)
        return max(map(words.horizontalAdvance, days), default=0) + 2 * theme.px(sizes.CLOSE)

    def _wanted(self, column: CasesColumn, rows: Sequence[int]) -> int:
        self.ensurePolished()
        cells = widest(self._shown, self._table, rows, column, self.fontMetrics())
        return max(
            [self.horizontalHeader().sectionSizeHint(column), *(self.sizeHintForIndex(cell).width() for cell in cells)]
        )


class _Heads(QHeaderView):
    """Only the head that the rows are sorted by has room for the arrow: the others would be twice as wide as their words."""

    def __init__(self, view: CaseView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setSectionsClickable(True)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """As wide as the words, and the arrow where there is one."""
        whole = super().sectionSizeFromContents(section)
        if section == self.sortIndicatorSection():
            return whole
        words = str(self.model().headerData(section, self.orientation()))
        width = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(words) + 2 * theme.px(sizes.NEAR)
        return QSize(min(whole.width(), width), whole.height())
