"""Nothing that is not so is painted, not even for a moment: what is seen while a page comes is still there when it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.pages import CODES
from tests.ui.conftest import watching
from tests.ui.test_look import dress

SOON = 700  # ms: what waits longer goes by itself


class Painted(QObject):
    """Every word that a label or a button was painted with; what a job says of itself is so while it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, None] = {}
        self.number = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.number += 1
            if isinstance(watched, QLabel | QAbstractButton) and not _is_of_a_job(watched):
                self.words[watched.text()] = None
        return False


def _is_of_a_job(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, JobLine):
        widget = widget.parentWidget()
    return widget is not None


def standing(window: Any) -> set[str]:
    parts = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return {part.text() for part in parts if part.isVisible()}


def test_what_is_painted_while_a_page_comes_is_so(
    in_window: Callable[[Workspace], Any],
    filled: Workspace,
    qtbot: QtBot,
    qapp: QApplication,
    subtests: pytest.Subtests,
) -> None:
    """Each as it comes for the first time, but for the week, at which an inspection opens."""
    driver = in_window(filled)
    dress(driver, qtbot, (1366, 768, 100))
    for code in ("cases", *(code for code in CODES if code != "cases")):
        with subtests.test(code):
            if code == "panel":  # it fills the screen, which no window is larger than
                driver.window.resize(qapp.primaryScreen().size())
            driver.desk.show_page("cases" if code != "cases" else "week")
            qtbot.waitUntil(lambda: not driver.program.jobs.busy)
            qtbot.settle()
            assert false_words(driver, code, qtbot, qapp) == []


def is_to_come(window: QWidget) -> bool:
    """Whether anything in it waits to be done soon. What goes by itself after seconds, as a message, is no part of coming."""
    timers = window.findChildren(QTimer)
    return any(timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON for timer in timers)


def false_words(driver: Any, code: str, qtbot: QtBot, qapp: QApplication) -> list[str]:
    """What was painted while a page came and is not there when it stands."""
    with watching(qapp, Painted()) as seen:
        if code == "case":
            driver.desk.open_case(driver.desk.workspace.case_id("C01"))
        else:
            driver.desk.show_page(code)
        qtbot.settle()
        qtbot.waitUntil(lambda: not (driver.program.jobs.busy or is_to_come(driver.window)))
        qtbot.settle()
    assert seen.number
    stands = standing(driver.window)
    return [words for words in seen.words if words.strip() and words not in stands]


@pytest.mark.parametrize("do", ["open", "next-case", "next-question", "next-gap"])
def test_nothing_is_painted_before_a_case_stands_as_a_whole(
    do: str, in_window: Callable[[Workspace], Any], filled: Workspace, qtbot: QtBot, qapp: QApplication
) -> None:
    driver = in_window(filled)
    if do != "open":
        driver.desk.open_case(driver.desk.workspace.case_id("C01"))
    qtbot.settle()
    with watching(qapp, Painted()) as seen:
        if do == "open":
            driver.desk.open_case(driver.desk.workspace.case_id("C01"))
        else:
            driver.desk.page("case").do(do)
        assert seen.number == 0
