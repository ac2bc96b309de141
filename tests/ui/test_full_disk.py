"""The window on a full disk: an inspection can be read, what is refused is a sentence, and nothing is a bug."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.safekeeping.still import look_for_good
from inspector_app.ui.look import theme
from inspector_app.ui.pages import PAGES
from inspector_app.ui.window.desk import Desk


def said(driver: Any) -> str:
    shown = driver.window.messages.shown
    return shown.words.text() if shown.isVisible() else ""


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """No disk takes anything: SQLite's files beside an inspection, claims, settings, the log."""
    monkeypatch.setattr("inspector_app.core.services.workspace_file.open_for_writing", refusing)
    monkeypatch.setattr("inspector_app.core.services.profile.presence.hold", refusing)
    monkeypatch.setattr(Settings, "_write", refusing)
    monkeypatch.setattr("os.fsync", no_room)


def refusing(*_: object) -> Any:
    raise Expected(Code.DISK_FULL, where=Path("full"))


def no_room(_: int) -> None:
    raise OSError(errno.ENOSPC, "no space left on the device")


def test_every_page_can_be_read_and_a_sentence_says_that_no_edit_is_taken(
    run: Callable[[Laptop], Any], laptop: Laptop, workspace: Workspace, full: None, qtbot: QtBot
) -> None:
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start(workspace.path)
    driver.unlock()
    driver.wait_for(Desk)
    assert "open only to be read" in said(driver)
    for row in PAGES:
        if driver.desk.rail.possible(row.code):
            driver.desk.show_page(row.code)
            qtbot.wait(20)
    with pytest.raises(Expected) as no:
        driver.desk.workspace.editor.set("finding", "f1", "text", "x")
    assert no.value.code is Code.ONLY_READ
    driver.shell.lock()
    assert laptop.locked


def test_once_there_is_room_what_was_typed_meanwhile_is_saved(
    run: Callable[[Laptop], Any], laptop: Laptop, workspace: Workspace, qtbot: QtBot
) -> None:
    case = workspace.case_rows()[0]
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start(workspace.path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("inspector_app.core.services.workspace_file.open_for_writing", refusing)
        driver.unlock()
        driver.wait_for(Desk)
        desk = driver.desk
        desk.open_case(case.id, case.marks[0].question, None)
        note = next(box for box in driver.window.findChildren(QPlainTextEdit) if box.isVisible())
        note.setPlainText("typed while the disk was full")
        assert not desk.flush()
        driver.shell._keeping.write_again()
        qtbot.wait(300)
        assert desk.workspace.only_read
    driver.shell._keeping.write_again()
    qtbot.waitUntil(lambda: not desk.workspace.only_read)
    qtbot.waitUntil(lambda: "room on the disk again" in said(driver))
    with desk.workspace.database.read() as connection:
        assert "typed while the disk was full" in str(journal.log(connection))


def test_choices_hold_though_no_disk_takes_them_and_that_is_said(opened: Any, full: None, qtbot: QtBot) -> None:
    opened.window.change_look("dark", 110)
    assert theme.name() == "dark"
    assert "disk is full" in said(opened).lower()
    opened.window.messages.tell("")
    opened.press("Ctrl+,")
    opened.window.keep({"idle_minutes": 20})
    assert "disk is full" in said(opened).lower()
    assert opened.window.close()


def test_what_is_read_of_a_full_disk_says_why_nothing_is_written(workspace: Workspace) -> None:
    workspace.close()
    with pytest.raises(Expected) as no, look_for_good(workspace.path, workspace.key.id, workspace.key.key).write():
        pass
    assert no.value.code is Code.ONLY_READ
