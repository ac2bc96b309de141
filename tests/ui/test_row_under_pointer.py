"""The row under the pointer is tinted whole, in every table whose rows are chosen whole."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTableWidget
from pytestqt.qtbot import QtBot

import inspector_app.ui
from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.look import theme


def test_every_cell_of_the_row_is_tinted_and_no_other(qtbot: QtBot) -> None:
    table = QTableWidget(3, 2)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tint_row_under_pointer(table)
    qtbot.present(table, 400, 200)
    places = [[table.visualRect(table.model().index(row, column)).center() for column in (0, 1)] for row in (2, 1)]
    QTest.mouseMove(table.viewport(), places[1][0])
    shown = table.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()
    seen = [[shown.pixelColor(place * ratio).name() for place in row] for row in places]
    c = theme.colours()
    assert seen == [[c.surface] * 2, [c.raised] * 2]


def test_no_table_of_whole_rows_goes_without() -> None:
    paints_itself = {"table.py"}  # by key question: its own cells know of the pointer
    found = [
        path.name
        for path in Path(inspector_app.ui.__file__).parent.rglob("*.py")
        if "SelectionBehavior.SelectRows" in (text := path.read_text("utf-8"))
        and ("QTableView" in text or "QTableWidget" in text)
        and "tint_row_under_pointer" not in text
    ]
    assert set(found) <= paints_itself, found
