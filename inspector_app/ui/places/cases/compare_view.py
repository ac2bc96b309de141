"""The table of one prompt on every case: which columns there is room for, and the cells of answer and note."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspector_app.core.services.cases.compare import OnCase
from inspector_app.core.words import say
from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.controls.signs.bold_cell import BoldCell
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.cases.compare_model import ROW, CompareColumn, CompareFilter, text
from inspector_app.ui.places.cases.note_beginning import paint_beginning
from inspector_app.ui.places.cases.view import RowsView
from inspector_app.ui.places.cases.widths import longest

_ROW, _LEAST_NOTE = 40, 96  # px at 100%: a row, with two lines of a note; the note
_MEASURED = (CompareColumn.REF, CompareColumn.TYPE, CompareColumn.INSPECTOR, CompareColumn.ANSWER)


class CompareView(RowsView):
    """The note has the width that is left; for it, what matters less goes out one by one."""

    def __init__(self, model: CompareFilter) -> None:
        super().__init__()
        self._out: dict[CompareColumn, bool] = {}
        self._wide: dict[CompareColumn, int] = {}  # how wide what is in each column is; {} when that is to be measured
        self.setModel(model)
        self.setAccessibleName("The prompt on every case")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        tint_row_under_pointer(self)
        theme.role(self, "lined")
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self._refs = BoldCell(self)
        self.setItemDelegateForColumn(CompareColumn.REF, self._refs)
        self.setItemDelegateForColumn(CompareColumn.ANSWER, _Answer(self))
        self.setItemDelegateForColumn(CompareColumn.NOTE, _Note(self))
        self.setMinimumHeight(1)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(CompareColumn.NOTE, QHeaderView.ResizeMode.Stretch)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged):
            changed.connect(self._forget_widths)
        model.modelReset.connect(self._fit)  # other rows are of another width
        model.dataChanged.connect(self._fit)

    def leave_out(self, out: dict[CompareColumn, bool]) -> None:
        """Whether to leave out each of the columns that may go, in their order, at this size of the window."""
        self._out = out
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _forget_widths(self) -> None:
        self._wide.clear()

    def _fit(self) -> None:
        for column in CompareColumn:
            self.setColumnHidden(column, False)  # of one that is hidden the head says no width
        if not self._wide:
            self._wide.update({column: max(self._in_column(column), self._head(column)) for column in _MEASURED})
        wide = dict(self._wide)
        wanted = wide[CompareColumn.REF]
        wide[CompareColumn.REF] = min(wanted, self.viewport().width() // 2)
        room = self.viewport().width() - theme.px(_LEAST_NOTE)
        for column, out in self._out.items():
            if out or sum(wide.values()) > room:
                del wide[column]
            self.setColumnHidden(column, column not in wide)
        for column, size in wide.items():
            self.setColumnWidth(column, size)
        rows = range(self.model().rowCount() if wide[CompareColumn.REF] < wanted else 0)
        refs = (self._ref(row).data() for row in rows)
        high = self._refs.high(refs, wide[CompareColumn.REF])  # a longer reference stands on several lines
        self.verticalHeader().setDefaultSectionSize(max(theme.px(_ROW), high))
        left = self.viewport().width() - sum(wide.values())
        self.setColumnHidden(CompareColumn.NOTE, left < self._head(CompareColumn.NOTE))  # it is read on the case

    def _in_column(self, column: CompareColumn) -> int:
        """How wide what is in a column is."""
        self.ensurePolished()
        model, by_answer = self.model(), column is CompareColumn.ANSWER
        rows: list[OnCase] = [model.index(n, 0).data(ROW) for n in range(model.rowCount())]
        cells = ((by_answer and row.answer is None, text(row, column), n) for n, row in enumerate(rows))
        found = (model.index(place, column) for place in longest(cells, self.fontMetrics()))
        return max((self.sizeHintForIndex(cell).width() for cell in found), default=0)

    def _ref(self, row: int) -> QModelIndex:
        return self.model().index(row, CompareColumn.REF)

    def _head(self, column: CompareColumn) -> int:
        return self.horizontalHeader().sectionSizeHint(column)


class _Answer(QStyledItemDelegate):
    """The shape of an answer before its word."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the shape: an empty decoration as wide as it."""
        super().initStyleOption(option, index)
        row: OnCase = index.data(ROW)
        option.font = theme.font(bold=row.answer is not None)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(theme.px(sizes.SIGN), theme.px(sizes.SIGN))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The shape stands in the room that the word leaves at its left."""
        super().paint(painter, option, index)
        row: OnCase = index.data(ROW)
        side = theme.px(sizes.SIGN)
        left = option.rect.left() + theme.px(sizes.CLOSE)
        box = QRectF(left, option.rect.center().y() - side / 2, side, side)
        paint_answer(painter, box, row.answer, contested=row.contested)


class _Note(QStyledItemDelegate):
    """As much of a note as two lines hold, in whole words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground as the table has it, then the words."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        room = option.rect.adjusted(theme.px(sizes.CLOSE), 0, -theme.px(sizes.CLOSE), 0)
        font, colours = theme.font(theme.SMALL), theme.colours()
        words = str(index.data())
        if words:
            paint_beginning(painter, room, words)
            return
        painter.save()
        wrapping.draw(painter, room, say("no note"), font, colours.quiet, Qt.AlignmentFlag.AlignVCenter)
        painter.restore()
