"""One key leaves only the prompt in hand on the screen."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.ui.window.sheets.cover import Cover
from tests.ui.drawn_text import runs


@pytest.fixture
def page(opened: Any) -> Any:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id, "2.1.1", "b")
    return opened.desk.page("case")


def seen(driver: Any) -> str:
    """All text that can be read in the window."""
    window, found = driver.window, []
    for run in runs(window):
        on_top = window.childAt(run.ink.center().toPoint())
        if on_top is run.whose or (on_top is not None and run.whose.isAncestorOf(on_top)):
            found.append(run.text)
    return " ".join(found)


def test_only_the_words_of_the_prompt_are_left_and_the_same_key_brings_everything_back(
    opened: Any, page: Any, qtbot: QtBot
) -> None:
    row = page.view.row_for("b")
    row.enter_note()
    opened.press("F9")
    qtbot.settle()
    words = page.view.row_for("b").accessibleDescription()
    assert seen(opened) == f"2.1.1 b {words} Press F9 or Esc to go back."
    cover = opened.window.findChild(Cover)
    assert cover.geometry() == opened.window.rect()
    opened.press("F9")
    assert not cover.isVisible()
    assert QApplication.focusWidget() is row.note.box


@pytest.mark.parametrize("key", [Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_Down])
def test_no_key_does_anything_behind_it(opened: Any, page: Any, key: Qt.Key) -> None:
    before = opened.desk.workspace.inspection()
    opened.press("F9")
    QTest.keyClick(QApplication.focusWidget(), key)
    assert opened.desk.workspace.inspection() == before
    assert opened.window.findChild(Cover).isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.view.row_for("b").hasFocus()


def test_the_title_of_the_window_says_whose_inspection_it_is_no_more_than_the_page(opened: Any, page: Any) -> None:
    title = opened.window.windowTitle()
    assert title == "Wexborough Youth Justice Service · Case C01 · Fieldwork", "which is told in docs/security.md"
    opened.press("F9")
    assert opened.window.windowTitle() == "Fieldwork"
    opened.window.setWindowTitle(title)  # as after something was saved or came in
    assert opened.window.windowTitle() == "Fieldwork"
    opened.press("F9")
    assert opened.window.windowTitle() == title
    opened.press("F9")
    opened.shell.lock()
    assert opened.window.windowTitle() != title


def test_a_message_stays_beneath(opened: Any, page: Any, qtbot: QtBot) -> None:
    opened.press("F9")
    opened.window.remark("C01 is Bob's case.")
    qtbot.settle()
    shown = opened.window.messages.shown
    middle = shown.mapTo(opened.window, QPoint(shown.width() // 2, shown.height() // 2))
    assert isinstance(opened.window.childAt(middle), Cover)


def test_where_no_prompt_is_in_hand_nothing_is_left(opened: Any) -> None:
    opened.press("F9")
    assert opened.window.findChild(Cover).words.text() == ""
