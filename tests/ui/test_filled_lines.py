"""A line whose words came from elsewhere is read from its first word on, however narrow it is."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.fields.plain_line import PlainLine
from inspector_app.ui.note.line import LineBox

LONG = "Inspector A, Inspector B, Head of inspection"


@pytest.mark.parametrize("kind", [PlainLine, LineBox])
def test_a_line_that_is_filled_shows_its_beginning(kind: type[QLineEdit], qtbot: QtBot) -> None:
    host, line, elsewhere = QWidget(), kind(), QPushButton("elsewhere")
    row = QHBoxLayout(host)
    for widget in (elsewhere, line):
        row.addWidget(widget)
    line.setFixedWidth(120)
    line.blockSignals(True)  # it is bound to no field: nothing is to be saved
    qtbot.present(host, 400, 80)
    elsewhere.setFocus()
    line.setText(LONG)
    assert line.cursorPosition() == 0
    line.setFocus()
    line.setText(f"{LONG}, and one more")
    assert line.cursorPosition() == len(line.text()), "one is in it: what comes is after what is there"
