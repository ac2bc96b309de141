"""A cell of a table whose words stand out: the reference that one looks for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.ui.look import theme


class BoldCell(QStyledItemDelegate):
    """In semi-bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Of the same size."""
        super().initStyleOption(option, index)
        option.font = theme.font(bold=True)
