"""In other colours the pages are made anew: what was open, folded out, chosen or looked at on one is there again."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.note import as_left
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.find_bar import Looking
from inspector_app.ui.page import Item
from inspector_app.ui.places.setup.column_lines import ColumnLines
from inspector_app.ui.window import place_text
from inspector_app.ui.window.sheets.sheet import Sheet
from tests.ui.drawn_text import runs
from tests.ui.states import LONG_REF, STATES, show

STAYING = (
    "profile: the caseload", "profile: outside", "case: guidance", "case: commenting", "case: return", "case: take-over",
    "case: ask-second", "settle: a difference", "settle: an equal one", "accuracy: adding", "told: adding",
    "findings: summaries", "setup: a list", "case: nothing found in a note", "week: a line being typed",
)  # fmt: skip
PASSING = (  # read or worked out anew, or said for some seconds
    "restore", "restore: backups", "findings: report", "returned: differences", "findings: deleted", "week: planned",
    "find: hits", "case: answered by key",
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


SCROLLED = (
    "case: guidance",
    "cases",
    "evidence",
    "ratings",
    "concerns",
    "findings",
    "evidence: grid",
    "second",
    "panel",
    "paper: key in",
)


def test_a_page_is_scrolled_as_far_in_another_theme(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot, subtests: pytest.Subtests
) -> None:
    driver = in_window(for_states)
    for number, name in enumerate(SCROLLED):
        with subtests.test(name):
            driver.window.resize(1024 if name == "evidence" else 1366, 700)  # all of a source has room beside its links
            show(driver, name, qtbot)
            qtbot.waitUntil(lambda: not put_off(driver))  # beside a grid is what stood there before, till then
            for bar in bars(driver).values():
                bar.setValue(bar.maximum() // 2)
            qtbot.settle()
            before = {of: bar.value() for of, bar in bars(driver).items()}
            assert any(before.values())
            in_colours(driver, qtbot, ("dark", "light")[number % 2])
            assert {of: bar.value() for of, bar in bars(driver).items()} == before


LINES = (
    ("evidence", "What the source bears on"),
    ("findings", "Link a case, an answer or a source"),
    ("setup", "Name of a colleague"),
    ("setup", "First reference"),
    ("paper: key in", "Code of a line"),
)


@pytest.mark.parametrize(("name", "called"), LINES)
def test_what_is_typed_in_a_line_that_saves_nothing_is_there_in_another_theme(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot, name: str, called: str
) -> None:
    driver = in_window(for_states)
    show(driver, name, qtbot)
    line = line_called(driver, called)
    line.setFocus()
    QTest.keyClicks(line, "9")
    typed = line.text()
    in_colours(driver, qtbot, "dark")
    assert line_called(driver, called) is not line
    assert line_called(driver, called).text() == typed
    driver.desk.show_page("week")  # and on a page that one is not on
    in_colours(driver, qtbot, "light")
    driver.desk.show_page(name.partition(":")[0])
    assert line_called(driver, called).text() == typed


def test_what_is_looked_for_in_the_settings_is_there_in_another_theme(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    driver.window.resize(1366, 700)
    sheet = show(driver, "cases: settings", qtbot)
    (line,) = (line for line in sheet.findChildren(QLineEdit) if "key" in line.accessibleName().casefold())
    QTest.keyClicks(line, "case")
    called = line.accessibleName()
    in_colours(driver, qtbot, "dark")
    (again,) = (sheet for sheet in driver.window.findChildren(Sheet) if sheet.isVisible())
    assert {found.accessibleName(): found.text() for found in again.findChildren(QLineEdit)}[called] == "case"


def test_the_settings_are_scrolled_as_far_in_another_theme(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    driver.window.resize(1024, 640)
    sheet = show(driver, "cases: settings", qtbot)
    before = middles(sheet)
    assert before
    in_colours(driver, qtbot, "dark")
    (again,) = (sheet for sheet in driver.window.findChildren(Sheet) if sheet.isVisible())
    assert {of: bar.value() for of, bar in bars_of(again).items()} == before


def test_the_page_of_the_draft_one_reads_is_the_one_in_another_theme(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    """Its pages are set anew, which takes longer than a page of the window does to stand."""
    driver = in_window(for_states)
    show(driver, "findings: report", qtbot)
    qtbot.waitUntil(lambda: not driver.desk.page("findings").preview.working)
    driver.desk.page("findings").preview.view.go_to(7)
    in_colours(driver, qtbot, "dark")
    view = driver.desk.page("findings").preview.view
    qtbot.waitUntil(lambda: view.page == 7)  # who looks whether they have come, looks every now and then
    view.go_to(2)
    qtbot.waitUntil(lambda: not driver.desk.page("findings").preview.working)
    assert view.page == 2, "who went on stays there"


def test_what_a_source_may_bear_on_stays_to_be_chosen_from_in_another_theme(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    show(driver, "evidence", qtbot)
    driver.desk.page("evidence").open_source.view.links.choose.click()
    for colours, opened in (("dark", True), ("light", False)):
        in_colours(driver, qtbot, colours)
        links = driver.desk.page("evidence").open_source.view.links
        assert (links.tree is not None and links.tree.isVisible()) == opened
        links.choose.click()


def test_a_part_that_comes_later_is_scrolled_as_far_when_it_comes(qtbot: QtBot) -> None:
    """By a job or a timer."""
    page, made = QWidget(), []
    layout = QVBoxLayout(page)
    for name in ("there", "later", "last"):
        area = QScrollArea()
        area.setAccessibleName(name)
        inside = QWidget()
        inside.setFixedSize(50, 3000)
        area.setWidget(inside)
        area.setFixedHeight(150)
        layout.addWidget(area)
        made.append(area)
    qtbot.addWidget(page)
    page.resize(200, 600)
    page.show()
    qtbot.settle()
    for area in made:
        area.verticalScrollBar().setValue(700)
    left = as_left.of(page)
    for area in made:
        area.verticalScrollBar().setValue(0)
    made[1].hide()
    made[2].hide()
    left.again(page)
    qtbot.settle()
    qtbot.wait(1500)
    assert [area.verticalScrollBar().value() for area in made] == [700, 0, 0]
    for area in made[1:]:
        area.show()
        qtbot.waitUntil(lambda area=area: area.verticalScrollBar().value() == 700)


def test_a_passphrase_that_is_typed_stands_in_its_box_alone(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    show(driver, "handoff", qtbot)
    page = driver.desk.page("handoff")
    for line in page.findChildren(QLineEdit):
        if line.echoMode() is QLineEdit.EchoMode.Password:
            line.setText("copper lantern")
            line.setModified(True)
    assert "copper lantern" not in str(as_left.of(page))


def test_the_bar_that_finds_in_a_note_stays_open_with_what_it_was_asked(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    driver.desk.open_case(driver.desk.workspace.case_id(LONG_REF), "2.1.1")
    row = driver.desk.page("case").view.row_for("b")
    row.enter_note()
    QTest.keyClicks(row.note.box, "The plan, and a Plan.")
    row.note.box.asked.emit("find-in-note")
    bar = row.note.find_bar
    bar.wanted.setText("Plan")
    bar.case.setChecked(True)
    bar.new.setFocus()
    QTest.keyClicks(bar.new, "review")
    in_colours(driver, qtbot, "dark")
    again = driver.desk.page("case").view.row_for("b").note.find_bar
    assert again is not bar
    assert again.isVisible()
    assert again.looking == Looking(wanted="Plan", new="review", case=True, whole=False, at="Replace with")
    assert again.count.text() == "1 of 1"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), NoteBox)
    in_colours(driver, qtbot, "light")
    assert driver.desk.page("case").view.row_for("b").note.find_bar is None, "a bar that was closed stays closed"


def test_a_source_that_is_folded_out_stays_so_in_another_theme(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    driver.desk.show_page("setup")
    first = driver.desk.page("setup").findChildren(Expander)[0]
    first.button.click()
    in_colours(driver, qtbot, "dark")
    states = [part.open for part in driver.desk.page("setup").findChildren(Expander)]
    assert states[0]
    assert not any(states[1:])


def test_who_comes_to_something_on_a_page_is_not_scrolled_away_from_it(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    driver.window.resize(1366, 700)
    driver.desk.show_page("findings")
    driver.desk.show_page("week")
    in_colours(driver, qtbot, "dark")
    last = driver.desk.workspace.findings()[-1].id
    driver.desk.go_to("findings", Item("finding", last))
    qtbot.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert not focus.visibleRegion().isEmpty()


def put_off(driver: Any) -> list[QTimer]:
    """What the page in view does in a moment."""
    timers = driver.desk.in_view.findChildren(QTimer)
    return [timer for timer in timers if timer.isSingleShot() and timer.isActive()]


def bars(driver: Any) -> dict[tuple[str, str, int], QScrollBar]:
    """The bars of what is seen and can be scrolled down."""
    return bars_of(driver.desk.in_view)


def middles(of: QWidget) -> dict[tuple[str, str, int], int]:
    """Scroll each to its middle; how far that is."""
    for bar in bars_of(of).values():
        bar.setValue(bar.maximum() // 2)
    return {name: bar.value() for name, bar in bars_of(of).items()}


def bars_of(part: QWidget) -> dict[tuple[str, str, int], QScrollBar]:
    """Likewise of a part of the window."""
    found: dict[tuple[str, str, int], QScrollBar] = {}
    for area in part.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.verticalScrollBar().maximum() > 0:
            name = type(area).__name__, area.accessibleName()
            found[(*name, sum(of[:2] == name for of in found))] = area.verticalScrollBar()
    return found


def line_called(driver: Any, name: str) -> QLineEdit:
    lines = driver.desk.in_view.findChildren(QLineEdit)
    return next(line for line in lines if line.accessibleName() == name and line.isVisible())


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
