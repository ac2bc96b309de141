"""The grid of subjects against sources: shapes in cells, heads that stay in view, keys that lead to what is said."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector_app.core.domain.evidence import Cell, Level, Thin
from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.look import theme, wrapping
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.evidence.grid_model import CELL, GridModel
from inspector_app.ui.words import evidence as evidence_words

_ROW, _GROUP, _COLUMN, _HEAD = 30, 34, 92, 62  # px at 100%, each the least
_LEFT, _LEFT_LEAST, _SHARE = 360, 104, 0.42  # of the first: at most, at least, of the table's width
_WORDS, _BESIDE = 200, 150  # below these the heads of rows have no words of the prompt, none of its evidence
_SIDE, _STEP, _EDGE, _ABOVE = 13, 9, 8, 5


def paint_cell(painter: QPainter, box: QRectF, cell: Cell | None) -> None:
    """Paint into the square `box`: a full disc (a note), a ring (no note yet), a dash (a note alone), a diamond."""
    if cell is None:
        return
    loose = not cell.bears
    answer = Answer.NA if loose else Answer.YES if cell.has_note else None
    paint_answer(painter, box, answer, contested=cell.contested)


class GridView(QTableView):
    """Signals the row that is current, and the cell that is to be opened."""

    row_chosen = Signal(str)  # reference
    cell_opened = Signal(str, str)  # source, reference

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._head = -1  # the row chosen by its head, where there is no source yet and so no cell to be the current one
        self.setModel(model)
        self.setAccessibleName("Prompts against sources")
        self.setItemDelegate(_Cells(self))
        self.setVerticalHeader(_Subjects(model, self))
        self.setHorizontalHeader(_Sources(model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumSize(1, 1)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)
        self.verticalHeader().sectionClicked.connect(self._on_head)
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
        share = round(self.width() * _SHARE)
        self.verticalHeader().setFixedWidth(max(theme.px(_LEFT_LEAST), min(theme.px(_LEFT), share)))
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell; a letter is nobody's search."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        elif event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        """Rows and heads as high, and columns as wide, as their words need."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        if isinstance(across, _Sources) and isinstance(down, _Subjects):
            for place in range(len(self._model.subjects)):
                self.setRowHeight(place, down.high(place))
            for place in range(len(self._model.sources)):
                self.setColumnWidth(place, across.wide(place))
            across.fit()

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
        current = isinstance(view, GridView) and view.currentIndex() == index
        if current:
            painter.fillRect(box, QColor(c.accent_soft))
        side = theme.px(_SIDE)
        middle = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_cell(painter, middle, index.data(CELL))
        if current and isinstance(view, GridView) and view.hasFocus():
            painter.setPen(QPen(QColor(c.focus), theme.ring()))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


class _Head(QHeaderView):
    """Draws its sections itself: Qt neither wraps the words of a head nor puts shapes beside them."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class _Sources(_Head):
    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, parent)
        self.setAccessibleName("Sources")
        self.fit()

    def wide(self, index: int) -> int:
        """As wide as the longest word above a column, which no line can break."""
        words = (self._first(index), self._title(index))
        longest = max(wrapping.longest(part, theme.font(theme.SMALL)) for part in words)
        return max(theme.px(_COLUMN), longest + 2 * theme.px(_EDGE))

    def fit(self) -> None:
        """Be as high as the longest title."""
        font = theme.font(theme.SMALL)
        highest = 0
        for index in range(len(self._model.sources)):
            room = self.wide(index) - 2 * theme.px(_EDGE)
            words = (self._first(index), self._title(index))
            highest = max(highest, sum(wrapping.height(part, font, room) for part in words))
        self.setFixedHeight(max(theme.px(_HEAD), highest + 2 * theme.px(_ABOVE)))

    def _first(self, index: int) -> str:
        row = self._model.sources[index]
        return "contested" if evidence_words.state(row) else evidence_words.kind(row)

    def _title(self, index: int) -> str:
        row = self._model.sources[index]
        return row.title.strip() or evidence_words.day(row.day) or "no title"

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        row, c = self._model.sources[index], theme.colours()
        painter.save()
        painter.fillRect(rect, QColor(c.surface))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(c.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(theme.px(_EDGE), theme.px(_ABOVE), -theme.px(_EDGE), 0)
        colour, small = c.contested if evidence_words.state(row) else c.quiet, theme.font(theme.SMALL)
        inner.setTop(inner.top() + wrapping.draw(painter, inner, self._first(index), small, colour))
        wrapping.draw(painter, inner, self._title(index), small, c.text)
        painter.restore()


class _Subjects(_Head):
    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, parent)
        self.setAccessibleName("Prompts, and how thin the evidence on each is")

    def sizeHint(self) -> QSize:
        """As wide as the table gives it."""
        return QSize(self.width(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        subject, c = self._model.subjects[index], theme.colours()
        group = subject.level is not Level.PROMPT
        painter.save()
        painter.fillRect(rect, QColor(c.raised if group else c.surface))
        painter.setPen(QColor(c.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(theme.px(_EDGE), 0, -theme.px(_EDGE), 0)
        self._paint_sum(painter, inner, index)
        words = inner.adjusted(0, 0, self._room(index) - inner.width(), 0)
        font, middle = theme.font(theme.SMALL, bold=group), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        wrapping.draw(painter, words, self._words(index), font, c.text, middle)
        painter.restore()

    def high(self, index: int) -> int:
        """As high as its words."""
        group = self._model.subjects[index].level is not Level.PROMPT
        words = wrapping.height(self._words(index), theme.font(theme.SMALL, bold=group), self._room(index))
        return max(theme.px(_GROUP if group else _ROW), words + 2 * theme.px(_ABOVE))

    def _words(self, index: int) -> str:
        """The reference with the words of the prompt, where there is room for both; the pane beside has them in any case."""
        subject = self._model.subjects[index]
        return f"{subject.ref}  {subject.text}" if self.width() >= theme.px(_WORDS) else subject.ref

    def _room(self, index: int) -> int:
        """How wide the words may be, before what the evidence comes to."""
        return self.width() - 2 * theme.px(_EDGE) - self._sum_width(index) - theme.px(_EDGE)

    def _sum_words(self, index: int) -> str:
        return self._model.words[index] if self.width() - 2 * theme.px(_EDGE) >= theme.px(_BESIDE) else ""

    def _sum_width(self, index: int) -> int:
        grid, subject = self._model.grid, self._model.subjects[index]
        squares = 3 * theme.px(_STEP) + theme.px(4) if grid is not None and subject.counted else 0
        return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self._sum_words(index)) + squares

    def _paint_sum(self, painter: QPainter, inner: QRect, index: int) -> None:
        """What the evidence comes to, at the right: a length and words."""
        subject, c, grid = self._model.subjects[index], theme.colours(), self._model.grid
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(c.quiet))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, side, self._sum_words(index))
        if grid is None or not subject.counted:
            return
        square, step, left = theme.px(7), theme.px(_STEP), inner.right() - self._sum_width(index)
        for place in range(3):
            box = QRectF(left + place * step, inner.center().y() - square / 2, square, square)
            painter.setPen(QPen(QColor(c.accent), 1))
            filled = place < evidence_words.steps(grid.thin[subject.ref])
            painter.setBrush(QColor(c.accent) if filled else Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
