"""How the rows of a list of cases will be read, and what is wrong with them, as the page shows it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QWidget

from inspector_app.core.domain.cases.case_list import ListRow
from inspector_app.core.domain.days import when
from inspector_app.core.domain.fields import Field as CaseField
from inspector_app.core.domain.fields import Kind
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.sought import SoughtTable
from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.setup.row_filter import CANNOT, LOOK, STATES, state
from inspector_app.ui.words.framework import type_alone

_STATE, _FOLLOWS = 1, 2  # the columns that say how a row stands and what becomes of it
_REASON, _REASON_LEAST = 380, 180  # px at 100%: the widest of a reason where columns are scrolled; the least
_IN_VIEW = 8  # rows at least; the others are scrolled to


def preview(parent: QWidget) -> QTableWidget:
    """A table for the rows of a list."""
    table = SoughtTable(parent)
    table.setAccessibleName("How the rows will be read")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)  # Tab leaves the table
    table.setShowGrid(False)
    tint_row_under_pointer(table)
    table.setWordWrap(True)  # a reason has more lines than one
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
    heads = ["Row", "Import", say("What follows"), *(column.name for column in columns)]
    table.clear()
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setRowCount(len(lines))
    for place, one in enumerate(lines):
        cells = [
            str(one.row),
            str(STATES[state(one)]),
            _follows(one),
            *(_cell(one, column, names) for column in columns),
        ]
        for i, text in enumerate(cells):
            table.setItem(place, i, cell := QTableWidgetItem(text))
            if i == _FOLLOWS:
                cell.setFont(theme.font(theme.SMALL))  # it may be a sentence or two
        table.setItem(place, _STATE, _state_cell(state(one), table.devicePixelRatioF()))
    follows = _lay_columns(table)
    row = theme.px(sizes.ROW.short if table.window().height() < theme.px(sizes.TALL) else sizes.ROW.usual)
    for place in range(len(lines)):
        table.setRowHeight(place, max(row, _high(table, place, follows)))
    rows = sum(table.rowHeight(place) for place in range(min(_IN_VIEW, len(lines)))) or row
    high = table.horizontalHeader().sizeHint().height() + rows
    table.setMinimumHeight(high + table.horizontalScrollBar().sizeHint().height() + 4)


def _lay_columns(table: QTableWidget) -> int:
    """What follows stands last, in the room that the others leave; where they leave too little, before them, to be seen.

    Its width, as it is beside the bar that scrolls the rows: before there is one, Qt makes the last column wider.
    """
    head, places = table.horizontalHeader(), range(table.columnCount())
    head.setStretchLastSection(False)  # it would widen the one that is last until what follows is
    table.setWordWrap(False)  # a type is as wide as its words: Qt breaks them to the width that the column had before
    table.resizeColumnsToContents()
    table.setWordWrap(True)
    others = sum(table.columnWidth(place) for place in places if place != _FOLLOWS)
    left = table.width() - table.verticalScrollBar().sizeHint().width() - 2 * sizes.STRESS - others
    fits = left >= theme.px(_REASON_LEAST)
    width = left if fits else min(table.columnWidth(_FOLLOWS), theme.px(_REASON))
    table.setColumnWidth(_FOLLOWS, width)
    head.moveSection(head.visualIndex(_FOLLOWS), table.columnCount() - 1 if fits else _FOLLOWS)
    head.setStretchLastSection(True)
    return width


def _high(table: QTableWidget, place: int, width: int) -> int:
    """As high as the lines of what follows; Qt leaves out what the style sheet puts round them."""
    item = table.item(place, _FOLLOWS)
    edge = theme.px(sizes.FAR)
    room = QRect(0, 0, max(1, width - edge), 10_000)
    letters = QFontMetrics(theme.font(theme.SMALL))
    words = letters.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text() if item else "")
    return words.height() + edge // 2


def _state_cell(found: int, ratio: float) -> QTableWidgetItem:
    """How a row stands: a sign before the word, in its colour."""
    c = theme.colours()
    ink = (c.error, c.warn, c.yes)[found]
    cell = QTableWidgetItem(QIcon(_sign(found, ink, ratio)), str(STATES[found]))
    cell.setForeground(QColor(ink))
    return cell


def _sign(found: int, ink: str, ratio: float) -> QPixmap:
    """A cross, a triangle, a tick."""
    side = theme.px(sizes.SIGN)
    if found != CANNOT:
        return icon("warning" if found == LOOK else "tick-black", ink, side, ratio).pixmap(side, side)
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_answer(painter, QRectF(0, 0, side, side), Answer.NO, ink=ink)
    painter.end()
    return drawn


def _follows(one: ListRow) -> str:
    """What becomes of a row; of one that stays out also what brings it in, which the reason goes on with."""
    if one.errors:
        return say("Stays out: {why}", why=one.errors[0].why)
    if one.warnings:
        return say("Comes in, and is pointed out: {why}", why=_first(one.warnings[0].why))
    return say("Comes in") if one.corrects is None else say("Gets another type")


def _first(why: str) -> str:
    """The first sentence of a reason; the whole stands below the table."""
    return why.partition(". ")[0]


def _cell(one: ListRow, column: CaseField, names: dict[str, str]) -> str:
    value = getattr(one.case, column.code)
    if column.kind is Kind.DATE and value:
        value = date.fromisoformat(str(value))
    if isinstance(value, date):
        return when.day(value)
    if column.code in ("inspector", "sample"):
        return names.get(value, "")
    if column.code == "type":
        return type_alone(value)
    return "" if value is None else str(value)
