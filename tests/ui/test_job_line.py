"""The line in which long work says what it is doing."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.jobs import Jobs


@pytest.mark.parametrize(("width", "said"), [(900, "Reading the backups"), (300, "Reading (more)")])
def test_a_line_says_what_is_done_as_far_as_there_is_room(opened: Any, qtbot: QtBot, width: int, said: str) -> None:
    held = QWidget()
    line = JobLine(opened.program.jobs, "Backups", held)
    QVBoxLayout(held).addWidget(line)
    qtbot.addWidget(held)
    held.resize(width, 100)
    held.show()
    qtbot.waitUntil(line.isVisible)
    go_on = Event()
    line.run("Reading the backups", lambda _: go_on.wait(60), lambda _: None)
    assert (line.doing.text(), line.doing.accessibleName()) == (said, "Reading the backups")
    go_on.set()
    qtbot.waitUntil(lambda: not line.busy)


def test_work_begun_as_a_dialog_closes_leaves_the_keyboard_with_its_button(qtbot: QtBot, qapp: object) -> None:
    """Until the window has the keyboard again nothing in the program has it: Qt went on to the button after it."""
    held, dialog = QWidget(), QWidget()
    button, after, line = QPushButton("Give", held), QPushButton("Choose", held), JobLine(Jobs(), "Giving", held)
    for part in (button, after, line):
        part.setParent(held)
    line.busy_changed.connect(button.setDisabled)
    for window in (held, dialog):
        qtbot.addWidget(window)
    qtbot.present(held, 300, 100)
    button.setFocus()
    qtbot.present(dialog, 100, 50)
    assert not button.hasFocus()
    line.run("Giving", lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: not line.busy)
    assert held.focusWidget() is button
