"""A box to choose from, with its list: whole rows, at most twelve, never as high as the screen; what is chosen is ticked."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from inspector_app.ui.controls.fields.typed_ahead import TypedAhead
from inspector_app.ui.look import early, sizes, theme
from inspector_app.ui.look.icons import icon


class DropDown(QComboBox):
    """The wheel scrolls the page and chooses nothing, here too where one has just chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setProperty("focusPolicy", early.STRONG_FOCUS)
        self.setItemDelegate(_Rows(self))
        self._ahead = TypedAhead(self)

    def event(self, event: QEvent) -> bool:
        """Its tip is shown as one of the window.

        Qt dresses nothing of the kind of a label inside a QComboBox, and a tip is a label inside what it is of: it would
        take a person's words for markup, and open the file that they name.
        """
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent) or not self.toolTip():
            return super().event(event)
        window = self.window()
        here = QRect(self.mapTo(window, QPoint()), self.size())
        QToolTip.showText(event.globalPos(), self.toolTip(), window, here)
        return True

    def sizeHint(self) -> QSize:
        """As Qt reckons it, and the edges of the field that it leaves out."""
        hint = super().sizeHint()
        return QSize(hint.width() + 2 * sizes.EDGE, hint.height())

    def showPopup(self) -> None:
        """As many whole rows as there is room for, and as wide as the longest needs."""
        view, screen = self.view(), self.screen().availableGeometry()
        below = screen.bottom() - self.mapToGlobal(QPoint(0, self.height())).y()
        above = self.mapToGlobal(QPoint(0, 0)).y() - screen.top()
        room = max(above, below) - theme.px(sizes.PAGE)
        self.setMaxVisibleItems(max(1, min(sizes.POPUP_ROWS, room // _row())))
        words = view.sizeHintForColumn(0) + theme.px(sizes.SCROLL) + 2 * theme.ring()
        view.setMinimumWidth(min(max(words, self.width() - 2 * sizes.EDGE), screen.width() - theme.px(sizes.PAGE)))
        super().showPopup()
        if self.currentIndex() < 0:  # the arrows begin from the first row, and Qt does not show that
            view.setCurrentIndex(self.model().index(0, self.modelColumn(), self.rootModelIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters choose what begins with them, and those of a sentence nothing; undo is the page's."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        elif not self._ahead.take(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()


class _Rows(QStyledItemDelegate):
    """One row: a tick before what is chosen, and the room of one before the others."""

    def __init__(self, box: DropDown) -> None:
        super().__init__(box)
        self._box = box

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows of one height, wide enough for the words in the weight of the chosen one."""
        words = QFontMetrics(theme.font(bold=True)).horizontalAdvance(str(index.data()))
        return QSize(words + theme.px(sizes.PICTURE + 2 * sizes.NEAR + sizes.CLOSE), _row())

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """A tick, or as much room."""
        super().initStyleOption(option, index)
        side = theme.px(sizes.PICTURE)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(side, side)
        if index.row() == self._box.currentIndex():
            option.font = theme.font(bold=True)
            option.icon = icon("tick-black", theme.colours().text, side, self._box.devicePixelRatioF())


def _row() -> int:
    return theme.px(sizes.POPUP_ROW)
