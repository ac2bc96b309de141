"""Who has a case, in the list of cases: the initial in a disc before the name, and alone where the name has no room."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.core.domain.rows import CaseRow
from inspector_app.ui.controls.signs.initial import paint_initial
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.model import ROW

_SIDE = 18  # px at 100%
ALONE = _SIDE + 2 * sizes.CLOSE  # px at 100%: how wide the disc is without its name


class PersonCell(QStyledItemDelegate):
    """A disc that is filled says that it is oneself."""

    def __init__(self, me: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._me = me

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the disc: an empty decoration as wide as it."""
        super().initStyleOption(option, index)
        if option.text:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(theme.px(_SIDE), theme.px(_SIDE))
            needed = option.fontMetrics.horizontalAdvance(option.text) + theme.px(ALONE)
            if 0 < option.rect.width() < needed:  # 0 where it is only measured
                option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The disc stands in the room that the name leaves at its left."""
        super().paint(painter, option, index)
        row = index.data(ROW)
        if isinstance(row, CaseRow) and row.inspector_name:
            side, left = theme.px(_SIDE), option.rect.left() + theme.px(sizes.CLOSE)
            box = QRectF(left, option.rect.center().y() - side / 2 + 0.5, side, side)
            paint_initial(painter, box, row.inspector_name, mine=row.inspector == self._me, listed=True)
