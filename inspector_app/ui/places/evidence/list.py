"""The sources down the left of the page: title, then kind, date and how much each bears on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.core.domain.evidence import SourceRow
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.evidence.list_model import ROW, SourceModel
from inspector_app.ui.words import evidence as evidence_words

_EDGE, _RIGHT, _ABOVE, _BETWEEN, _SIDE, _LEAST = 12, 8, 5, 2, 11, 52  # px at 100%


class SourceList(Sought, QListView):
    """Signals `chosen` when another source becomes the current one, `entered` when it is to be written on now."""

    chosen = Signal(str)  # id
    entered = Signal()

    def __init__(self, model: SourceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, self))
        self.setAccessibleName("Sources")
        self.setResizeMode(QListView.ResizeMode.Adjust)  # in another width titles break elsewhere
        self.setMinimumHeight(1)  # in a low window the head needs the room
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._enter)

    def select(self, source: str) -> None:
        """Mark a source as the current one, without choosing it anew."""
        place = self._model.place_of(source)
        marks = self.selectionModel()
        marks.blockSignals(True)
        self.setCurrentIndex(self._model.index(place, 0) if place >= 0 else QModelIndex())
        marks.blockSignals(False)
        self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, SourceRow):
            self.chosen.emit(row.id)

    def _enter(self) -> None:
        self.entered.emit()


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: SourceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as title and what stands under it."""
        row, view = index.data(ROW), self.parent()
        wide = view.viewport().width() if isinstance(view, QListView) else 0
        room = wide - theme.px(_EDGE + _RIGHT)
        high = wrapping.height(self._model.name(row), theme.font(bold=True), room)  # bold is wider
        high += wrapping.height(self._below(row), theme.font(theme.SMALL), room - self._mark(row))
        return QSize(theme.px(sizes.BOX_SHORT), max(theme.px(_LEAST), high + theme.px(2 * _ABOVE + _BETWEEN)))

    def _below(self, row: SourceRow) -> str:
        return evidence_words.state(row) or self._model.below(row)

    def _mark(self, row: SourceRow) -> int:
        """The width of the diamond before what is contested."""
        return theme.px(_SIDE + _BETWEEN) if evidence_words.state(row) else 0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, box, c = index.data(ROW), QRect(option.rect), theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(c.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(sizes.HERE), box.height()), QColor(c.accent))
        inner = box.adjusted(theme.px(_EDGE), theme.px(_ABOVE), -theme.px(_RIGHT), -theme.px(_ABOVE))
        wrapping.draw(painter, inner, self._model.name(row), theme.font(bold=chosen), c.text)
        state = bool(evidence_words.state(row))
        small, side = theme.font(theme.SMALL), theme.px(_SIDE)
        below = inner.adjusted(self._mark(row), 0, 0, 0)
        below.setTop(inner.bottom() + 1 - wrapping.height(self._below(row), small, below.width()))
        if state:
            at = QRectF(inner.left(), below.top() + theme.px(_BETWEEN), side, side)
            paint_answer(painter, at, None, contested=True)
        wrapping.draw(painter, below, self._below(row), small, c.contested if state else c.text if chosen else c.quiet)
        painter.restore()
