"""Lines of a list and cells of a table that wrap: as high as their words need beside the padding of the stylesheet."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from inspector_app.ui.look import sizes, theme

_ACROSS, _DOWN = sizes.CLOSE + sizes.FAR, sizes.NEAR  # padding of an item, its mark when selected and the list's edge


class Wrapped(QStyledItemDelegate):
    """Qt reckons the height of wrapped words without the stylesheet's padding, and then cuts them off."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The whole width of the list or the column, and the height of the words wrapped in it."""
        view, width = self.parent(), 0
        if isinstance(view, QTableView):
            width = view.columnWidth(index.column())
        elif isinstance(view, QAbstractItemView):
            width = view.viewport().width()
        room = QRect(0, 0, max(1, width - theme.px(_ACROSS)), 10_000)
        words = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(width, words.height() + theme.px(_DOWN))
