"""Lock and close: everything typed is saved first, nothing is asked, nothing stays readable."""

import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.start.unlock import Unlock
from inspector_app.ui.window import uncaught
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.shell import UNSAVED_LOCKED
from inspector_app.ui.window.system.idle import Idle
from tests.ui.noting import write_a_note
from tests.ui.test_shell import walk


def note(workspace: Workspace, case: int = 1) -> str:
    row = workspace.case_rows()[case]
    return workspace.question_page(row.id, row.marks[0].question).prompts[0].note


def test_lock_saves_closes_and_comes_back_to_the_same_cursor(opened: Any, laptop: Laptop, qtbot: QtBot) -> None:
    box = write_a_note(opened, qtbot, "Plan names two risks")
    QTest.keyClick(box, Qt.Key.Key_Left)
    old = opened.desk
    opened.press("Ctrl+L")
    opened.wait_for(Unlock)
    assert laptop.locked
    qtbot.waitUntil(lambda: not isValid(old))
    assert not any("risks" in w.toPlainText() for w in opened.window.findChildren(QPlainTextEdit))
    opened.unlock()
    opened.wait_for(Desk)
    box = opened.window.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "Plan names two risks"
    assert box.textCursor().position() == len("Plan names two risk")
    assert opened.desk.current == "case"


def test_the_window_title_names_no_inspection_while_locked(opened: Any) -> None:
    assert "Wexborough" in opened.window.windowTitle()
    opened.shell.lock()
    assert "Wexborough" not in opened.window.windowTitle()
    assert opened.window.said.saved == "Locked"


def test_a_clock_that_went_on_while_the_laptop_slept_counts(qtbot: QtBot) -> None:
    awake, wall = [0.0], [0.0]
    idle = Idle(10, clocks=(lambda: awake[0], lambda: wall[0]))
    with qtbot.waitSignal(idle.idle):
        idle.start()
        awake[0], wall[0] = 5.0, 7200.0
        idle.check()


def test_being_idle_locks_the_window(opened: Any, laptop: Laptop) -> None:
    opened.program.idle.idle.emit()
    opened.wait_for(Unlock)
    assert laptop.locked


def test_close_saves_what_was_typed_and_asks_nothing(opened: Any, laptop: Laptop, qtbot: QtBot) -> None:
    write_a_note(opened, qtbot, "Last words")
    path = opened.desk.workspace.path
    assert opened.window.close()
    assert laptop.locked
    laptop.unlock("copper lantern drifts over quiet water")
    again = Workspace.open(laptop, path)
    assert note(again) == "Last words"
    again.close()


@pytest.mark.parametrize("leave", ["another page", "another program", "end of session", "close the inspection"])
def test_leaving_in_any_way_saves_what_was_typed(opened: Any, laptop: Laptop, qtbot: QtBot, leave: str) -> None:
    write_a_note(opened, qtbot, "Half a sentence")
    workspace = opened.desk.workspace
    if leave == "another page":
        opened.press("Ctrl+2")
        assert opened.desk.current == "cases"
    elif leave == "another program":
        opened.window.left.emit()
    elif leave == "end of session":
        opened.program.on_session_end(None)
    else:
        opened.press("Ctrl+W")
        workspace = Workspace.open(laptop, workspace.path)
    assert note(workspace) == "Half a sentence"
    if leave == "close the inspection":
        workspace.close()


def refuse_to_write(driver: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the disk is full."""

    def full(*_: object, **__: object) -> None:
        raise Expected(Code.DISK_FULL, where="x")

    monkeypatch.setattr(driver.desk.workspace.editor, "set", full)


def test_text_that_no_disk_takes_is_covered_by_lock_and_not_lost(
    opened: Any, laptop: Laptop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_write(opened, monkeypatch)
    box = write_a_note(opened, qtbot, "On a full disk")
    opened.shell.lock()
    opened.wait_for(Unlock)
    assert laptop.locked
    assert not box.isVisible()
    heard = walk(QAccessible.queryAccessibleInterface(opened.window))
    assert not [one for one in heard if "On a full disk" in one.text(QAccessible.Text.Value)], "it can be read aloud"
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+Shift+R"))
    assert opened.window.messages.shown.words.text() == str(UNSAVED_LOCKED)
    monkeypatch.undo()
    opened.unlock()
    opened.wait_for(Desk)
    assert box.toPlainText() == "On a full disk"
    assert box.hasFocus()
    assert opened.shell.flush()
    assert note(opened.desk.workspace) == "On a full disk"


def test_closing_with_text_that_no_disk_takes_says_so_once(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_write(opened, monkeypatch)
    write_a_note(opened, qtbot, "On a full disk")
    assert not opened.window.close()
    assert "could not be saved" in opened.window.messages.shown.words.text()
    assert opened.window.isVisible()
    assert opened.window.close()


def test_an_uncaught_exception_is_logged_without_a_value_and_told_calmly(
    opened: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    monkeypatch.undo()  # the fixture keeps the real hook out of the way
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    uncaught.install(opened.program._broke.emit)
    note_text = "a child's name"
    try:
        int(note_text)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert "ValueError at test_lock.py" in caplog.text
    assert note_text not in caplog.text
    qtbot.waitUntil(lambda: opened.window.messages.shown.isVisible())
    told = opened.window.messages.shown.words.text()
    assert "Your work is saved in" in told
    assert str(opened.desk.workspace.path) in told
