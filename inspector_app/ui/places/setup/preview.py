"""How the rows of a list of cases will be read, and what is wrong with them, as the page shows it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QWidget

from inspector_app.core.domain import when
from inspector_app.core.domain.case_list import ListRow
from inspector_app.core.domain.fields import Field as CaseField
from inspector_app.ui.look import theme


def preview(parent: QWidget) -> QTableWidget:
    """A table for the first rows of a list."""
    table = QTableWidget(parent)
    table.setAccessibleName("How the rows will be read")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)  # Tab leaves the table
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return table


def list_of_problems(parent: QWidget) -> QPlainTextEdit:
    """A box for what is wrong, to read and to copy from."""
    box = QPlainTextEdit(parent)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName("What is wrong in which row")
    return box


def fill(table: QTableWidget, lines: Sequence[ListRow], columns: Sequence[CaseField], names: dict[str, str]) -> None:
    """Show these rows in these columns; `names` are those of people and samples, by id and code."""
    heads = ["Row", "Import", *(column.name for column in columns)]
    table.clear()
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setRowCount(len(lines))
    for place, one in enumerate(lines):
        state = "cannot" if one.errors else "look at it" if one.warnings else "good"
        cells = [str(one.row), state, *(_cell(one, column, names) for column in columns)]
        for i, text in enumerate(cells):
            table.setItem(place, i, QTableWidgetItem(text))
    table.resizeColumnsToContents()
    table.verticalHeader().setDefaultSectionSize(theme.px(32))
    high = table.horizontalHeader().sizeHint().height() + theme.px(32) * max(1, len(lines))
    table.setFixedHeight(high + table.horizontalScrollBar().sizeHint().height() + 4)


def _cell(one: ListRow, column: CaseField, names: dict[str, str]) -> str:
    value = getattr(one.case, column.code)
    if isinstance(value, date):
        return when.day(value)
    if column.code in ("inspector", "sample"):
        return names.get(value, "")
    return "" if value is None else str(value)
