"""In other colours the pages are made anew: what was open, folded out, chosen or looked at on one is there again."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.setup.column_lines import ColumnLines
from inspector_app.ui.window import place_text
from tests.ui.drawn_text import runs
from tests.ui.states import STATES, show

STAYING = (
    "profile: the caseload", "profile: outside", "case: guidance", "case: commenting", "case: return", "case: take-over",
    "case: ask-second", "settle: a difference", "settle: an equal one", "accuracy: adding", "told: adding",
    "findings: summaries", "setup: a list",
)  # fmt: skip
PASSING = (  # read or worked out anew, or said for some seconds
    "restore", "restore: backups", "findings: report", "returned: differences", "findings: deleted", "week: planned",
    "week: a line being typed", "case: nothing found in a note", "find: hits", "case: answered by key",
)  # fmt: skip
_TO_A_LIST = ("findings: summaries", "settle: an equal one")  # the keyboard goes back to the texts, or to the list


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "names" in metafunc.fixturenames:
        every = [name for name in STATES if name not in PASSING]
        names = every if metafunc.config.getoption("--every-state") else STAYING
        metafunc.parametrize("names", [names], ids=["states"])


def test_what_is_open_and_written_on_a_page_is_there_after_another_theme(
    in_window: Callable[[Workspace], Any],
    for_states: Workspace,
    qtbot: QtBot,
    subtests: pytest.Subtests,
    names: tuple[str, ...],
) -> None:
    driver = in_window(for_states)
    for number, name in enumerate(names):
        with subtests.test(name):
            show(driver, name, qtbot)
            before, hand = read(driver), in_hand()
            in_colours(driver, qtbot, ("dark", "light")[number % 2])
            assert before - read(driver) == set()
            assert name in _TO_A_LIST or in_hand() == hand


def test_what_was_chosen_of_a_list_is_chosen_still_and_the_list_is_written_nowhere(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    """A service's list has names of children, which never come into an inspection."""
    driver = in_window(for_states)
    show(driver, "setup: a list", qtbot)
    lines = driver.desk.page("setup").findChild(ColumnLines)
    lines.boxes["began"].setCurrentIndex(0)  # another column than its heading says
    chosen = lines.places()
    assert "began" not in chosen
    in_colours(driver, qtbot, "dark")
    driver.desk.show_page("setup")
    again = driver.desk.page("setup").findChild(ColumnLines)
    assert again is not lines
    assert again.places() == chosen
    assert "Somebody" not in place_text.written(driver.desk.places())


def in_colours(driver: Any, qtbot: QtBot, name: str) -> None:
    driver.window.change_look(name, 100)
    with qtbot.waitSignal(driver.window.look_changed):
        pass
    qtbot.settle()


def read(driver: Any) -> set[str]:
    """The words that stand in the window, wherever its lines break, but for when something was saved, which goes on."""
    return {word for run in runs(driver.window) for word in run.text.split() if ":" not in word and word != "saved"}


def in_hand() -> tuple[str, str]:
    focus = QApplication.focusWidget()
    return (type(focus).__name__, focus.accessibleName()) if focus is not None else ("", "")
