"""A person at the note of a case, as tests of several kinds need one."""

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot


def write_a_note(driver: Any, qtbot: QtBot, text: str, case: int = 1) -> QPlainTextEdit:
    """Open a case (the second, if none is said) and type into the note of its first prompt."""
    cases = driver.desk.workspace.case_rows()
    driver.desk.open_case(cases[case].id)
    page = driver.desk.page("case")
    qtbot.waitUntil(lambda: page.view.rows[0].hasFocus())
    page.view.rows[0].enter_note()
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    QTest.keyClicks(box, text)
    return box
