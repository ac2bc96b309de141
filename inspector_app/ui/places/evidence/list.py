"""The sources down the left of the page: title, then kind, date and how much each bears on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.core.domain.evidence import SourceRow
from inspector_app.ui.look import theme
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.evidence.list_model import ROW, SourceModel
from inspector_app.ui.words import evidence as evidence_words

_EDGE, _LINES = 12, 52


class SourceList(QListView):
    """Signals `chosen` when another source becomes the current one, `entered` when it is to be written on now."""

    chosen = Signal(str)  # id
    entered = Signal()

    def __init__(self, model: SourceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, self))
        self.setAccessibleName("Sources")
        self.setUniformItemSizes(True)
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

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(120), theme.px(_LINES))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, box, c = index.data(ROW), QRect(option.rect), theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(c.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(4), box.height()), QColor(c.accent))
        inner = box.adjusted(theme.px(_EDGE), theme.px(5), -theme.px(8), -theme.px(5))
        _line(painter, inner, evidence_words.name(row), theme.font(bold=chosen), c.text, Qt.AlignmentFlag.AlignTop)
        state = evidence_words.state(row)
        if state:
            side = theme.px(11)
            paint_answer(painter, QRectF(inner.left(), inner.bottom() - side - 2, side, side), None, contested=True)
            inner.setLeft(inner.left() + side + theme.px(5))
        words = state or self._model.below(row)
        colour = c.contested if state else c.text if chosen else c.quiet
        _line(painter, inner, words, theme.font(theme.SMALL), colour, Qt.AlignmentFlag.AlignBottom)
        painter.restore()


def _line(painter: QPainter, box: QRect, words: str, font: object, colour: str, side: Qt.AlignmentFlag) -> None:
    painter.setFont(font)  # type: ignore[arg-type]
    painter.setPen(QColor(colour))
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side | Qt.AlignmentFlag.AlignLeft, words)
