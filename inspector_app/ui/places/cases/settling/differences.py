"""The differences of two markings as a list: how each is settled, where it is, and both answers as shapes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.core.services.cases.agreeing import Item
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.words import settling as words

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole
_HIGH = 36  # px at 100%: a row
_SHAPE = sizes.SIGN + sizes.NEAR  # px at 100%: an answer with the room before it
_AROUND = 5 * sizes.NEAR  # px at 100%: between the parts of a row, and at its ends


class Differences(Sought, QListView):
    """Arrows move; Enter goes on to the difference one is on."""

    chosen = Signal()
    entered_one = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.items: tuple[Item, ...] = ()
        self.setModel(self._rows)
        self.setItemDelegate(_Row(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("What both answered differently"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # else rows stay as high as a narrower list needed them
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(theme.px(2 * _HIGH))
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit())

    @property
    def here(self) -> Item | None:
        """The one that somebody is on."""
        found = self.currentIndex().data(_ITEM)
        return found if isinstance(found, Item) else None

    def set_items(self, items: Sequence[Item], ref: str) -> None:
        """Show these, and be on the one of that reference, or on the first that is open."""
        self.blockSignals(True)
        self.selectionModel().blockSignals(True)
        self._rows.clear()
        self.items = tuple(items)
        for item in items:
            row = QStandardItem(" ".join(filter(None, words.place(item))))
            row.setData(item, _ITEM)
            row.setData(words.spoken(item), Qt.ItemDataRole.AccessibleTextRole)
            self._rows.appendRow(row)
        first = next((n for n, item in enumerate(items) if item.is_open), 0)
        at = next((n for n, item in enumerate(items) if item.ref == ref), first)
        self.setCurrentIndex(self._rows.index(at, 0))
        self.selectionModel().blockSignals(False)
        self.blockSignals(False)
        self.viewport().update()

    def step(self, by: int) -> None:
        """Go to the next or the one before."""
        at = self.currentIndex().row() + by
        if 0 <= at < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are the page's: the list would look for a line that begins with them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_one.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    def __init__(self, view: Differences) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line; two where the words of how it was settled have no room beside it."""
        item = index.data(_ITEM)
        lines = 2 if item and not self._on_one_line(item, self._view.viewport().width()) else 1
        return QSize(theme.px(_HIGH), theme.px(_HIGH) * lines)

    def _on_one_line(self, item: Item, width: int) -> bool:
        return self._fits(item, _wide(item), width)

    def _fits(self, item: Item, said: int, width: int) -> bool:
        ref, kind = words.place(item)
        bold, small = QFontMetrics(theme.font(bold=True)), QFontMetrics(theme.font(theme.SMALL))
        where = bold.horizontalAdvance(ref) + small.horizontalAdvance(kind)
        return where + said + theme.px(len(item.marks) * _SHAPE + sizes.SIGN + _AROUND) <= width

    def _beside(self, item: Item, width: int) -> int:
        """The room of the words at the right: that of the widest, so that the answers stand in columns, where all have it."""
        widest = max(map(_wide, self._view.items), default=0)
        return widest if all(self._fits(one, widest, width) for one in self._view.items) else _wide(item)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the sign of its state, where it is, the answers, and how it was settled."""
        item = index.data(_ITEM)
        painter.save()
        _ground(painter, option)
        one_line = self._on_one_line(item, option.rect.width())
        line = QRect(option.rect)
        line.setHeight(theme.px(_HIGH))
        edge = theme.px(sizes.NEAR)
        right = line.right() - edge
        if one_line:
            width = self._beside(item, line.width())
            self._say(painter, line.adjusted(line.width() - edge - width, 0, -edge, 0), item)
            right -= width + edge
        else:
            left = edge + theme.px(sizes.SIGN) + edge
            self._say(
                painter, line.translated(0, theme.px(_HIGH)).adjusted(left, -theme.px(sizes.CLOSE), -edge, 0), item
            )
        _state(painter, QRect(line.left() + edge, line.center().y() - theme.px(sizes.SIGN) // 2, *_sign()), item)
        for marked in reversed(item.marks):
            right -= theme.px(sizes.SIGN)
            paint_answer(painter, QRectF(right, line.center().y() - theme.px(sizes.SIGN) / 2, *_sign()), marked.answer)
            right -= edge
        self._place(painter, line.adjusted(2 * edge + theme.px(sizes.SIGN), 0, 0, 0), item)
        painter.restore()

    def _place(self, painter: QPainter, box: QRect, item: Item) -> None:
        ref, kind = words.place(item)
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, ref)
        after = painter.fontMetrics().horizontalAdvance(ref) + theme.px(sizes.TIGHT)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().quiet))
        painter.drawText(box.adjusted(after, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, kind)

    def _say(self, painter: QPainter, box: QRect, item: Item) -> None:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().contested if item.contested else theme.colours().quiet))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words.how(item))


def _wide(item: Item) -> int:
    """How wide the words are that say how it was settled."""
    return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(words.how(item))


def _sign() -> tuple[int, int]:
    return theme.px(sizes.SIGN), theme.px(sizes.SIGN)


def _state(painter: QPainter, box: QRect, item: Item) -> None:
    """A tick where it is agreed, a diamond where it is contested, a ring while it is open."""
    if not item.is_open:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(box, icon("tick-black", theme.colours().yes, box.width(), ratio).pixmap(box.size()))
    else:
        paint_answer(painter, QRectF(box), None, contested=item.contested)


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    c = theme.colours()
    here = bool(option.state & QStyle.StateFlag.State_Selected)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(option.rect, QColor(c.accent_soft if here else c.raised if over else c.surface))
    painter.setPen(QPen(QColor(c.line), sizes.EDGE))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if here:
        bar = QRect(option.rect)
        bar.setWidth(theme.px(sizes.HERE))
        painter.fillRect(bar, QColor(c.accent))
