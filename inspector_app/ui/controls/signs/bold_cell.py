"""A cell of a table whose words stand out and are never shortened: the reference that one looks for."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.ui.look import long_words, sizes, theme, wrapping


class BoldCell(QStyledItemDelegate):
    """In semi-bold. Words that have no room on one line stand in small letters on several (`high`)."""

    before = 0  # px at 100%: what stands before the words

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Of the same size, where there is room."""
        super().initStyleOption(option, index)
        option.font = theme.font(bold=True)
        if option.rect.isValid() and not self._fits(option.text, option.rect.width()):
            option.font = theme.font(theme.SMALL, bold=True)
            option.text = long_words.breakable(option.text)
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least so wide that the words are not made small for a pixel."""
        words = QFontMetrics(theme.font(bold=True)).horizontalAdvance(str(index.data() or ""))
        return super().sizeHint(option, index).expandedTo(QSize(words + theme.px(self.before + 2 * sizes.CLOSE), 0))

    def high(self, words: Iterable[str], width: int) -> int:
        """How high a row is in which the highest of these stands, in a column of that width; 0: a line is enough."""
        font, room = theme.font(theme.SMALL, bold=True), self._room(width)
        broken = (long_words.breakable(one) for one in words if not self._fits(one, width))
        return max((wrapping.height(one, font, room) + 2 * theme.px(sizes.TIGHT) for one in broken), default=0)

    def _fits(self, words: str, width: int) -> bool:
        return QFontMetrics(theme.font(bold=True)).horizontalAdvance(words) <= self._room(width)

    def _room(self, width: int) -> int:
        return max(1, width - theme.px(self.before + 2 * sizes.CLOSE))
