"""Who has a case, in the list of cases: the initial in a disc before the name, shortened, or gone, where it has no room."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.core.domain.rows import CaseRow
from inspector_app.ui.controls.signs.initial import paint_initial
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.model import ROW

_SIDE = 18  # px at 100%
_CELL = QStyle.ContentsType.CT_ItemViewItem
ALONE = _SIDE + 2 * sizes.CLOSE  # px at 100%: how wide the disc is without its name


def _in_brief(name: str) -> str:
    """A first name, and the first letter of the last: Sam O."""
    first, *rest = name.split()
    return f"{first} {rest[-1][0]}." if rest else first


class PersonCell(QStyledItemDelegate):
    """A disc that is filled says that it is oneself."""

    def __init__(self, me: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._me, self._view = me, parent

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the disc: an empty decoration as wide as it."""
        super().initStyleOption(option, index)
        if option.text:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(theme.px(_SIDE), theme.px(_SIDE))
            if option.rect.width() > 0:  # 0 where it is only measured
                said = (option.text, _in_brief(option.text))
                option.text = next((name for name in said if self._wide(option, name) <= option.rect.width()), "")

    def _wide(self, option: QStyleOptionViewItem, name: str) -> int:
        """How wide a cell has to be for a name to stand in it whole."""
        option.text = name
        return self._view.style().sizeFromContents(_CELL, option, QSize(), self._view).width()

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
