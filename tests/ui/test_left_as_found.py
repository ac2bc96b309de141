"""The window that tests share goes on only from who left it as it was: no test is another because of the one before it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from tests.ui.conftest import PatientBot
from tests.ui.left_as_found import LeftAsFound

OF = "the inspection of this module"


@pytest.fixture
def held(
    open_at: Callable[[Workspace], Any], workspace: Workspace, standing: LeftAsFound, qtbot: PatientBot
) -> Callable[[bool], Any]:
    """Has a window as `share` gives it to a test."""

    def begin(writes: bool) -> Any:
        finding.catch_up(workspace, Ticket())
        driver = open_at(workspace)
        standing.take(driver.program, OF)
        qtbot.waitUntil(lambda: not driver.program.jobs.busy)
        standing.note(writes=writes)
        return driver

    return begin


def wrote(driver: Any) -> None:
    held = driver.desk.workspace
    held.editor.set("case", held.case_id("C01"), "ref", "C09")


def typed(driver: Any) -> None:
    """It is in its box, and saved by whoever leaves that."""
    driver.desk.open_case(driver.desk.workspace.case_id("C01"), "2.1.1")
    driver.desk.page("case").view.rows[0].enter_note()
    QTest.keyClicks(QApplication.focusWidget(), "not saved yet")


def chose(driver: Any) -> None:
    driver.press("Ctrl++")


def covered(driver: Any) -> None:
    """It is closed again, and what it covered it with stays in the window."""
    driver.press("F9", "F9")


def barred(driver: Any) -> None:
    """As by what takes somebody round the program."""
    driver.window.add_bar(QWidget())


def locked(driver: Any) -> None:
    driver.press("Ctrl+L")


@pytest.mark.parametrize("act", [wrote, typed, chose, covered, barred, locked])
def test_who_did_more_than_look_is_the_last_that_has_it(
    held: Callable[[bool], Any], standing: LeftAsFound, act: Callable[[Any], None]
) -> None:
    act(held(False))
    standing.leave(failed=False)
    assert not standing.is_of(OF)


def test_who_failed_is_the_last_that_has_it(held: Callable[[bool], Any], standing: LeftAsFound) -> None:
    held(True)
    standing.leave(failed=True)
    assert not standing.is_of(OF)


def test_who_looked_gives_it_to_the_next_with_its_pages_made_anew(
    held: Callable[[bool], Any], standing: LeftAsFound
) -> None:
    driver = held(False)
    size, case = driver.window.size(), driver.desk.workspace.case_id("C02")
    driver.desk.open_case(case)
    page = driver.desk.page("case")
    driver.window.resize(1366, 768)
    driver.window.remark("Nothing to undo.")
    standing.leave(failed=False)
    assert standing.is_of(OF)
    standing.begin("second")
    assert (driver.desk.current, driver.window.size()) == ("second", size)
    assert not driver.window.messages.shown.isVisible()
    assert driver.desk.page("case") is not page
    assert driver.desk.page("case").place() is None or driver.desk.page("case").place().case != case


def test_where_each_test_finds_its_way_who_wrote_gives_it_on_too(
    held: Callable[[bool], Any], standing: LeftAsFound
) -> None:
    wrote(held(True))
    standing.leave(failed=False)
    assert standing.is_of(OF)
