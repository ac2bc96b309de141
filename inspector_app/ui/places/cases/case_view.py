"""The table of cases: which columns there is room for, the rows of the samples, and how several cases are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.controls.stage_mark import StageCell, has_room
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.case_filter import CaseFilter
from inspector_app.ui.places.cases.marks import Marks, standard_places
from inspector_app.ui.places.cases.model import GROUP, ROW, SO_ON, CasesColumn, CaseTable, Group
from inspector_app.ui.places.cases.person_cell import ALONE, PersonCell
from inspector_app.ui.places.cases.widths import widest

Index = QModelIndex | QPersistentModelIndex
# These go one by one where there is too little room: no column is narrower than its words, but that of inspectors, whose
# discs stay for a while without the names. What stays as long as it can
# says which case it is, how far it is and how it is judged.
_GIVE_WAY = (CasesColumn.SINCE, CasesColumn.INSPECTOR, CasesColumn.TYPE, CasesColumn.GAPS, CasesColumn.QUESTIONS)
_LOW = 800  # px at 100%: up to this a window is low
_BOX, _EDGE, _GAP, _FLAG = 16, 8, 10, 14  # px at 100%
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))  # in parts of the box


class CaseView(QTableView):
    """Shows the cases; several are chosen by their boxes, with Shift or Ctrl, or from the keyboard."""

    def __init__(self, model: CaseFilter, table: CaseTable) -> None:
        super().__init__()
        self._shown, self._table = model, table
        self._wide: dict[CasesColumn, int] = {}  # how wide what is in each column is; {} when that is to be measured
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)
        self.setHorizontalHeader(_Heads(self))
        self.setModel(model)
        self.setAccessibleName("Cases")
        self.setItemDelegateForColumn(CasesColumn.REF, RefCell(self))
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
        """A press on the box of a case adds it to those chosen, or takes it out."""
        if isinstance(event, QMouseEvent) and self._is_on_box(index, event):
            flag = QItemSelectionModel.SelectionFlag
            return flag.Toggle | flag.Rows if event.type() == QEvent.Type.MouseButtonPress else flag.NoUpdate
        return super().selectionCommand(index, event)

    def _is_on_box(self, index: Index, event: QMouseEvent) -> bool:
        if not index.isValid() or index.column() != CasesColumn.REF:
            return False
        inside = event.position().x() - self.columnViewportPosition(CasesColumn.REF)
        return 0 <= inside < theme.px(_EDGE + _BOX + _GAP / 2)

    def _span(self) -> None:
        """The row of a sample is one cell."""
        self.clearSpans()
        for row in range(self.model().rowCount()):
            if self.model().index(row, 0).data(GROUP) is not None:
                self.setSpan(row, 0, 1, self.model().columnCount())

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
        self.verticalHeader().setDefaultSectionSize(theme.px(sizes.ROW.short if low else sizes.ROW.usual))
        header.setFixedHeight(theme.px(sizes.ROW.usual if low else sizes.POPUP_ROW))
        for column in CasesColumn:
            header.setSectionHidden(column, False)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self._wide = self._wide or {column: self._wanted(column) for column in CasesColumn}
        wide = self._with_room()
        for column in CasesColumn:
            header.resizeSection(column, wide.get(column, 1))
            header.setSectionHidden(column, column not in wide)
        header.setSectionResizeMode(CasesColumn.TYPE if CasesColumn.TYPE in wide else CasesColumn.STAGE, stretched)

    def _with_room(self) -> dict[CasesColumn, int]:
        """The columns there is room for, and how wide each is."""
        wide, room = dict(self._wide), self.viewport().width()
        for column in _GIVE_WAY:
            if column is CasesColumn.SINCE:
                self._shorten(wide, CasesColumn.SINCE, self._days_alone())
                self._shorten(wide, CasesColumn.INSPECTOR, theme.px(ALONE))  # a disc and its tip still say who it is
            if column is CasesColumn.INSPECTOR:
                wide[column] = self._wide[column]  # the names come back into the room of the days that went
                self._shorten(wide, column, theme.px(ALONE))
            if sum(wide.values()) > room:
                del wide[column]
        return wide

    def _shorten(self, wide: dict[CasesColumn, int], column: CasesColumn, least: int) -> None:
        """Make a column less wide where there is no room for all of them."""
        if sum(wide.values()) > self.viewport().width():
            wide[column] = max(self.horizontalHeader().sectionSizeHint(column), least)

    def _days_alone(self) -> int:
        """How wide it is when each case was changed, without the comments."""
        words, days = QFontMetrics(theme.font(theme.SMALL)), (self._table.changed(row) for row in self._table.rows)
        return max(map(words.horizontalAdvance, days), default=0) + 2 * theme.px(sizes.CLOSE)

    def _wanted(self, column: CasesColumn) -> int:
        self.ensurePolished()
        cells = widest(self._shown, self._table, column, self.fontMetrics())
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


class SinceCell(QStyledItemDelegate):
    """When a case was changed, and its comments where there is room for both; the tip has them in any case."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Nothing is shortened: what has no room goes."""
        super().initStyleOption(option, index)
        if option.rect.isValid() and not has_room(option):
            option.text = option.text.partition(SO_ON)[0]


class RefCell(QStyledItemDelegate):
    """The reference of a case behind the box that says whether it is chosen; and the whole row of a sample."""

    def __init__(self, view: CaseView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        group = index.data(GROUP)
        if isinstance(group, Group):
            self._paint_group(painter, option.rect, group)
            return
        super().paint(painter, option, index)
        side, left = theme.px(_BOX), option.rect.left() + theme.px(_EDGE)
        box = QRectF(left, option.rect.center().y() - side / 2 + 0.5, side, side)
        _paint_box(painter, box, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        flag = index.data(Qt.ItemDataRole.DecorationRole)
        if flag is not None:  # behind the words, which stand under one another
            words = QFontMetrics(theme.font(bold=True)).horizontalAdvance(str(index.data()))
            beyond = box.right() + theme.px(_GAP) + words + theme.px(sizes.CLOSE)
            flag.paint(painter, QRectF(beyond, box.top(), theme.px(_FLAG), side).toRect())

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the box."""
        super().initStyleOption(option, index)
        option.icon = QIcon()  # drawn in `paint`, behind the box
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(theme.px(_BOX), theme.px(_BOX))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row of a sample makes no column wider; a flag has its room behind the words."""
        if index.data(GROUP) is not None:
            return QSize(0, 0)
        flagged = index.data(Qt.ItemDataRole.DecorationRole) is not None
        return super().sizeHint(option, index) + QSize(theme.px(sizes.CLOSE + _FLAG) if flagged else 0, 0)

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        c, view = theme.colours(), self._view
        painter.save()
        painter.fillRect(rect, QColor(c.raised))
        font = theme.font(theme.SMALL)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(c.text))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = rect.adjusted(theme.px(_EDGE + _BOX + _GAP), 0, 0, 0)
        title, apart, many = group.words.partition("  ")
        painter.drawText(words, middle, title)
        words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(title + apart))
        painter.setFont(theme.font(theme.SMALL))
        painter.drawText(words, middle, many)
        end = words.left() + painter.fontMetrics().horizontalAdvance(many)
        painter.setPen(QColor(c.quiet))
        if view.isColumnHidden(CasesColumn.QUESTIONS):
            painter.restore()
            return
        left = view.columnViewportPosition(CasesColumn.QUESTIONS)
        for standard, at in standard_places(group.standards):
            if left + at > end + theme.px(_GAP):
                painter.drawText(QRect(left + at, rect.top(), rect.width(), rect.height()), middle, standard)
        painter.restore()


def _paint_box(painter: QPainter, box: QRectF, *, chosen: bool) -> None:
    c = theme.colours()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.accent if chosen else c.border), 1))
    painter.setBrush(QColor(c.accent if chosen else c.surface))
    painter.drawRoundedRect(
        box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(sizes.ROUND_SMALL), theme.px(sizes.ROUND_SMALL)
    )
    if chosen:
        painter.setPen(QPen(QColor(c.on_accent), box.width() / 8))
        painter.drawPolyline(
            QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TICK])
        )
    painter.restore()
