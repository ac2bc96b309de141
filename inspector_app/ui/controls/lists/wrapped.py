"""Lines of a list and cells of a table that wrap: as high as their words need beside the padding of the stylesheet."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector_app.ui.controls.lists.lined import LinedList
from inspector_app.ui.look import long_words, sizes, theme

ITEM = Qt.ItemDataRole.UserRole  # of the id of what a line is of (`show_items`)
_HIGH = 10_000  # px: more than any words need
_ACROSS, _DOWN = sizes.CLOSE + sizes.FAR, sizes.NEAR  # padding of an item, its mark when selected and the list's edge


class Wrapped(QStyledItemDelegate):
    """Qt reckons the height of wrapped words without the stylesheet's padding, and then cuts them off."""

    def __init__(self, view: QAbstractItemView, beside: int = 0) -> None:
        """`beside`: px at 100% that stand before the words, such as a box to tick."""
        super().__init__(view)
        self._beside = beside

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The whole width of the list or the column, and the height of the words wrapped in it."""
        view, width = self.parent(), 0
        if isinstance(view, QTableView):
            width = view.columnWidth(index.column())
        elif isinstance(view, QAbstractItemView):
            width = view.viewport().width()
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        across = self._drawn(shown, width) if shown.widget is not None else width - theme.px(_ACROSS + self._beside)
        return QSize(width, _words_high(option.fontMetrics, across, shown.text))

    def line(self) -> int:
        """How high words are that stand on one line."""
        view = self.parent()
        return _words_high(view.fontMetrics(), _HIGH, "x") if isinstance(view, QWidget) else 0

    @staticmethod
    def _drawn(shown: QStyleOptionViewItem, width: int) -> int:
        """How wide the words are drawn: a line that just has its room there is not reckoned as two."""
        shown.rect = QRect(0, 0, width, _HIGH)
        style = shown.widget.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, shown, shown.widget) + 1
        return style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget).width() - 2 * margin

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """On the ground that it was given: under a stylesheet with a rule for items Qt paints none."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(ground, QBrush):
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """A word that is longer than the line breaks too."""
        super().initStyleOption(option, index)
        option.text = long_words.breakable(option.text)


def _words_high(metrics: QFontMetrics, across: int, words: str) -> int:
    room = metrics.boundingRect(QRect(0, 0, max(1, across), _HIGH), Qt.TextFlag.TextWordWrap, words)
    return room.height() + theme.px(_DOWN)


def have_rows(held: QListWidget, rows: int) -> None:
    """Give the list so many items; those that it has and needs stay."""
    while held.count() > rows:
        held.takeItem(held.count() - 1)
    while held.count() < rows:
        held.addItem(QListWidgetItem())


def show_lines(held: QListWidget, lines: Sequence[str], at: int) -> None:
    """Show these lines, with that one chosen (-1: none), which tells nobody."""
    with QSignalBlocker(held):
        have_rows(held, len(lines))
        for place, words in enumerate(lines):
            held.item(place).setText(words)
        held.setCurrentRow(at)


def show_items(held: QListWidget, items: Sequence[tuple[str, str]]) -> None:
    """Show these (id, words), on the line it was on, which tells nobody. The ids are the items' data of the role ITEM."""
    if [(held.item(n).data(ITEM), held.item(n).text()) for n in range(held.count())] == list(items):
        return
    show_lines(held, [words for _, words in items], min(max(held.currentRow(), 0), len(items) - 1))
    with QSignalBlocker(held):
        for place, (code, _) in enumerate(items):
            held.item(place).setData(ITEM, code)


def wrapped_list(name: str, parent: QWidget) -> QListWidget:
    """A list whose lines wrap; of one that has several, the first is its name and the others are said of it."""
    return LinedList(name, parent)
