"""The dialogs in which a file is chosen: its own kind first, and every file beside it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui import ask


@pytest.mark.parametrize(
    ("dialog", "nothing", "open_"), [("getOpenFileName", "", ask.open_file), ("getOpenFileNames", [], ask.open_files)]
)
def test_a_file_saved_under_another_ending_is_not_hidden(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, dialog: str, nothing: object, open_: Callable[..., object]
) -> None:
    offered: list[str] = []

    def answer(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[object, str]:
        offered.append(kinds)
        return nothing, ""

    monkeypatch.setattr(QFileDialog, dialog, answer)
    page = QWidget()
    qtbot.addWidget(page)
    open_(page, "Choose the package", "Hand-off packages (*.handoff)")
    assert offered == ["Hand-off packages (*.handoff);;All files (*)"]
