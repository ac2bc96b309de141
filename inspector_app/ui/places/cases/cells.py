"""The cells of the table of cases: the reference behind its box, the row of a sample, and when a case was changed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from inspector_app.ui.controls.signs.bold_cell import BoldCell
from inspector_app.ui.controls.stage_mark import has_room
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.marks import standard_places
from inspector_app.ui.places.cases.model import GROUP, SO_ON, CasesColumn, Group

Index = QModelIndex | QPersistentModelIndex
BOX, EDGE, GAP, _FLAG = 16, 8, 10, 14  # px at 100%
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))  # in parts of the box


class SinceCell(QStyledItemDelegate):
    """When a case was changed, and its comments where there is room for both; the tip has them in any case."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Nothing is shortened: what has no room goes."""
        super().initStyleOption(option, index)
        if option.rect.isValid() and not has_room(option):
            option.text = option.text.partition(SO_ON)[0]


class RefCell(BoldCell):
    """The reference of a case behind the box that says whether it is chosen; and the whole row of a sample."""

    before = EDGE + BOX + GAP

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        group = index.data(GROUP)
        if isinstance(group, Group):
            self._paint_group(painter, option.rect, group)
            return
        super().paint(painter, option, index)
        side, left = theme.px(BOX), option.rect.left() + theme.px(EDGE)
        box = QRectF(left, option.rect.center().y() - side / 2 + 0.5, side, side)
        _paint_box(painter, box, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        flag = index.data(Qt.ItemDataRole.DecorationRole)
        if flag is not None:  # behind the words, which stand under one another
            words = QFontMetrics(theme.font(bold=True)).horizontalAdvance(str(index.data()))
            last = option.rect.right() - theme.px(_FLAG)  # where the words have no room on one line
            beyond = min(last, box.right() + theme.px(GAP) + words + theme.px(sizes.CLOSE))
            flag.paint(painter, QRectF(beyond, box.top(), theme.px(_FLAG), side).toRect())

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the box."""
        super().initStyleOption(option, index)
        option.icon = QIcon()  # drawn in `paint`, behind the box
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(theme.px(BOX), theme.px(BOX))

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
        words = rect.adjusted(theme.px(EDGE + BOX + GAP), 0, 0, 0)
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
        named = [(standard, left + at) for standard, at in standard_places(group.standards)]
        if all(at > end + theme.px(GAP) for _, at in named):  # one alone would be taken for the name of all
            for standard, at in named:
                painter.drawText(QRect(at, rect.top(), rect.width(), rect.height()), middle, standard)
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
