"""How the key questions of a case stand, in one cell of the list: a shape each, standards set apart."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.core.domain.rows import CaseRow
from inspector_app.ui.look import theme
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.cases.model import GROUP, ROW, STANDARDS

_SIDE, _STEP, _APART, _EDGE = 12, 22, 10, 8


class Marks(QStyledItemDelegate):
    """Draws the marks of a CaseRow; under an open one a line says how many of its prompts are answered."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell; nothing in the row of a sample."""
        super().paint(painter, option, index)
        if index.data(GROUP) is not None:
            return
        rect = option.rect
        row: CaseRow = index.data(ROW)
        painter.save()
        painter.setClipRect(rect)
        side = theme.px(_SIDE)
        for mark, left in zip(row.marks, mark_places(index.data(STANDARDS)), strict=True):
            box = QRectF(rect.left() + left, rect.center().y() - side / 2, side, side)
            paint_answer(painter, box, mark.answer, contested=mark.contested)
            if mark.answer is None and mark.prompts_answered and mark.prompts:
                _line(painter, box, mark.prompts_answered / mark.prompts)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for every mark."""
        if index.data(GROUP) is not None:
            return QSize(0, 0)
        standards: list[str] = index.data(STANDARDS)
        width = 2 * _EDGE + _STEP * len(standards) + _APART * max(0, len(set(standards)) - 1)
        return QSize(theme.px(width), super().sizeHint(option, index).height())


def mark_places(standards: Sequence[str]) -> Iterator[int]:
    """Where each mark stands in the cell, of the standard of each."""
    left = theme.px(_EDGE)
    for place, standard in enumerate(standards):
        if place and standard != standards[place - 1]:
            left += theme.px(_APART)
        yield left
        left += theme.px(_STEP)


def standard_places(standards: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Where the first mark of each standard stands in the cell, of (standard, how many key questions it has)."""
    each = [standard for standard, questions in standards for _ in range(questions)]
    first: dict[str, int] = {}
    for standard, left in zip(each, mark_places(each), strict=True):
        first.setdefault(standard, left)
    return iter(first.items())


def _line(painter: QPainter, box: QRectF, part: float) -> None:
    height = max(2.0, box.height() / 7)
    painter.fillRect(
        QRectF(box.left(), box.bottom() + height, box.width() * part, height), QColor(theme.colours().accent)
    )
