"""The shape and the word of a stage of review, in the header of a case and in the list of cases."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.words.review import Shown

STAGE = Qt.ItemDataRole.UserRole + 2  # of a cell: its Shown
_SIDE, _GAP, _EDGE = sizes.SIGN, sizes.CLOSE, sizes.CLOSE


def paint_stage(painter: QPainter, box: QRectF, shown: Shown) -> None:
    """Paint into the square `box`: a dash (not begun), a ring, an arrow on or back, a tick or a diamond.

    A bar is under what was changed since it was submitted or accepted.
    """
    if shown in (Shown.IN_PROGRESS, Shown.CONTESTED):
        paint_answer(painter, box, None, contested=shown is Shown.CONTESTED)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    c = theme.colours()
    colour = {Shown.ACCEPTED: c.yes, Shown.SUBMITTED: c.accent, Shown.NOT_BEGUN: c.quiet}.get(shown, c.no)
    pen = QPen(QColor(colour), box.width() / 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for line in _LINES[shown]:
        painter.drawPolyline(QPolygonF([_at(box, x, y) for x, y in line]))
    painter.restore()


# In parts of the box, from its top left.
_TICK = ((0.1, 0.5), (0.4, 0.8), (0.9, 0.15))
_BAR = ((0.1, 0.95), (0.9, 0.95))  # under what was changed since
_LINES: dict[Shown, tuple[tuple[tuple[float, float], ...], ...]] = {
    Shown.NOT_BEGUN: (((0.2, 0.5), (0.8, 0.5)),),
    Shown.SUBMITTED: (((0.1, 0.5), (0.9, 0.5)), ((0.55, 0.15), (0.9, 0.5), (0.55, 0.85))),
    Shown.SUBMITTED_CHANGED: (((0.1, 0.35), (0.9, 0.35)), ((0.6, 0.05), (0.9, 0.35), (0.6, 0.65)), _BAR),
    Shown.RETURNED: (((0.9, 0.5), (0.1, 0.5)), ((0.45, 0.15), (0.1, 0.5), (0.45, 0.85))),
    Shown.ACCEPTED: (_TICK,),
    Shown.ACCEPTED_CHANGED: (((0.1, 0.35), (0.4, 0.62), (0.9, 0.05)), _BAR),
}


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())


class StageMark(QWidget):
    """The stage of the case in view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = Shown.NOT_BEGUN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_shown(self, shown: Shown) -> None:
        """Show this stage."""
        self.shown = shown
        self.setAccessibleName(f"Review: {shown.words}")
        self.setToolTip(f"Review: {shown.words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The shape and the word."""
        words = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self.shown.words)
        return QSize(words + theme.px(_SIDE + _GAP + sizes.TIGHT), theme.px(sizes.TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape, then the word."""
        painter, side = QPainter(self), theme.px(_SIDE)
        paint_stage(painter, QRectF(1, (self.height() - side) / 2, side, side), self.shown)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().quiet))
        words = self.rect().adjusted(side + theme.px(_GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.shown.words)


class StageCell(QStyledItemDelegate):
    """A stage in the list of cases: its shape before its words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The shape stands in the room that the words leave at their left."""
        shown, side = index.data(STAGE), theme.px(_SIDE)
        super().paint(painter, option, index)
        if isinstance(shown, Shown):
            left = option.rect.left() + theme.px(_EDGE)
            paint_stage(painter, QRectF(left, option.rect.center().y() - side / 2, side, side), shown)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the shape: an empty decoration as wide as it."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(theme.px(_SIDE), theme.px(_SIDE))
        if option.rect.isValid() and not has_room(option):
            option.text = ""  # its shape, which the tip puts in words


def has_room(option: QStyleOptionViewItem) -> bool:
    """Whether the words of a cell have room on one line, beside what the style keeps free round them."""
    style = option.widget.style()
    beside = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
    room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget).width() - 2 * beside
    return option.fontMetrics.horizontalAdvance(option.text) <= room
