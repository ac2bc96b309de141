"""The line in which long work says what it is doing."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.job_line import JobLine


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
    line.run("Reading the backups", lambda _: go_on.wait(10), lambda _: None)
    assert (line.doing.text(), line.doing.accessibleName()) == (said, "Reading the backups")
    go_on.set()
    qtbot.waitUntil(lambda: not line.busy)
