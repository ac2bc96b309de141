"""The grid of subjects against sources: shapes in cells, heads that stay in view, keys that lead to what is said."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector_app.core.domain.evidence import Cell, Level, Thin
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.evidence.grid_heads import Corner, Sources, Subjects
from inspector_app.ui.places.evidence.grid_model import CELL, GridModel

# px at 100%: the width of the heads of rows at most, at which they read well, at least, and their share; a shape's side
_LEFT, _READ_WELL, _LEFT_LEAST, _SHARE, _SIDE = 640, 340, 104, 0.42, 16


def paint_cell(painter: QPainter, box: QRectF, cell: Cell | None) -> None:
    """Paint into the square `box`: a sheet (a note), a chain (no note yet), a dash (a note alone), a diamond."""
    if cell is None:
        return
    if cell.contested or not cell.bears:
        paint_answer(painter, box.adjusted(1, 1, -1, -1), Answer.NA, contested=cell.contested)
        return
    name, side = "note" if cell.has_note else "link", round(box.width())
    drawing = icon(name, theme.colours().accent, side, painter.device().devicePixelRatioF())
    drawing.paint(painter, box.toRect())


class GridView(Sought, QTableView):
    """Signals the row that is current, and the cell that is to be opened."""

    row_chosen = Signal(str)  # reference
    cell_opened = Signal(str, str)  # source, reference
    switched = Signal(str, str)  # source, reference: to be linked, or no more

    def __init__(self, model: GridModel, rows: str, parent: QWidget) -> None:
        """`rows`: what is over them, such as Prompts."""
        super().__init__(parent)
        self._model = model
        self._head = -1  # the row chosen by its head, where there is no source yet and so no cell to be the current one
        self.setModel(model)
        self.setAccessibleName(say("{rows} against sources", rows=rows))
        self.setItemDelegate(_Cells(self))
        self.rows = Subjects(model, self)
        self.setVerticalHeader(self.rows)
        self.setHorizontalHeader(Sources(model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumSize(1, 1)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setCornerButtonEnabled(False)
        self._corner = Corner(rows, self.findChild(QAbstractButton) or self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)
        self.rows.sectionClicked.connect(self._on_head)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self._measure)

    def show_rows(self, standard: str, *, thin_only: bool) -> None:
        """Show the rows of a standard ("" for all), or of them only those with thin evidence and what they stand under."""
        grid = self._model.grid
        if grid is None:
            return
        thin = {s.ref for s in grid.subjects if s.counted and grid.thin[s.ref] is not Thin.SEVERAL}
        thin |= {above for s in grid.subjects if s.ref in thin for above in s.above}
        for place, subject in enumerate(self._model.subjects):
            out = (standard and subject.standard != standard) or (thin_only and subject.ref not in thin)
            self.setRowHidden(place, bool(out))

    def shown_rows(self) -> list[str]:
        """The references of the rows that are shown."""
        return [s.ref for place, s in enumerate(self._model.subjects) if not self.isRowHidden(place)]

    def select(self, ref: str, source: str = "") -> None:
        """Make a cell the current one; without a source, the first of the row."""
        rows = [s.ref for s in self._model.subjects]
        columns = [s.id for s in self._model.sources]
        if ref in rows:
            column = columns.index(source) if source in columns else max(0, self.currentIndex().column())
            self.setCurrentIndex(self._model.index(rows.index(ref), column))

    @property
    def place(self) -> tuple[str, str]:
        """Reference and source of the current cell; "" for none."""
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        return self._model.subjects[index.row()].ref, self._model.sources[index.column()].id

    @property
    def row(self) -> str:
        """The reference of the row that was chosen last; "" for one that is not shown any more."""
        shown = self.currentIndex().row() if self.currentIndex().isValid() else self._head
        fits = 0 <= shown < len(self._model.subjects) and not self.isRowHidden(shown)
        return self._model.subjects[shown].ref if fits else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the cells need the room more than the words of the prompts."""
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell, Space links it or takes the link away; a letter is nobody's search."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if index.isValid():
                self.switched.emit(*reversed(self.place))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        elif event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        """Rows and heads as high, and columns as wide, as their words need."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        if isinstance(across, Sources) and isinstance(down, Subjects):
            columns = [across.wide(place) for place in range(len(self._model.sources))]
            down.setFixedWidth(self._left(sum(columns)))
            for place in range(len(self._model.subjects)):
                self.setRowHeight(place, down.high(place))
            for place, wide in enumerate(columns):
                self.setColumnWidth(place, wide)
            across.fit()
            self._corner.resize(self.rows.width(), across.height())

    def _left(self, columns: int) -> int:
        """How wide the heads of rows are: what the columns leave where that is enough to read, else their share."""
        left = self.width() - columns - self.verticalScrollBar().sizeHint().width() - 2 * theme.ring()
        least, most, share = theme.px(_LEFT_LEAST), theme.px(_LEFT), round(self.width() * _SHARE)
        return min(most, left) if left >= theme.px(_READ_WELL) else max(least, min(most, share))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.data(CELL) is not None:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        self.cell_opened.emit(self._model.sources[index.column()].id, self._model.subjects[index.row()].ref)

    def _on_head(self, row: int) -> None:
        self._head = row
        self.setCurrentIndex(self._model.index(row, max(0, self.currentIndex().column())))
        self._choose(row)

    def _on_current(self, current: QModelIndex) -> None:
        self.rows.set_current(current.row())
        self.viewport().update()  # the whole row is tinted, and the one before no more
        hold(self, "bearing", "/".join(reversed(self.place)) if current.isValid() else "")
        if current.isValid():
            self._choose(current.row())

    def _choose(self, row: int) -> None:
        self.row_chosen.emit(self._model.subjects[row].ref)


class _Cells(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, c, box = self.parent(), theme.colours(), QRect(option.rect)
        painter.save()
        model = index.model()
        if isinstance(model, GridModel) and model.subjects[index.row()].level is not Level.PROMPT:
            painter.fillRect(box, QColor(c.raised))
        here = view.currentIndex() if isinstance(view, GridView) else QModelIndex()
        if here.row() == index.row():
            painter.fillRect(box, QColor(c.accent_soft))
        side = theme.px(_SIDE)
        middle = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_cell(painter, middle, index.data(CELL))
        if here == index and isinstance(view, GridView) and view.hasFocus():
            painter.setPen(QPen(QColor(c.focus), theme.ring()))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()
