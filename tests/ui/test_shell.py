"""The window over an open inspection: pages, commands, looks, and what a screen reader hears."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui import actions
from inspector_app.ui.look import theme
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.setup.new_inspection import NewInspection
from inspector_app.ui.places.start.first_start import FirstStart
from inspector_app.ui.places.start.new_code import NewCode
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.person import PersonPage
from inspector_app.ui.window import main_window
from inspector_app.ui.window.commands import Commands
from inspector_app.ui.window.settings.keeping_card import KeepingCard
from inspector_app.ui.window.sheets.palette import matches
from tests.ui.conftest import PatientBot


@pytest.fixture
def first_page() -> str:
    return "cases"


def commands(driver: Any) -> Commands:
    found = driver.shell.findChild(Commands)
    assert isinstance(found, Commands)
    return found


def unnamed(driver: Any) -> list[str]:
    """What can have the focus but says nothing to a screen reader."""
    root = QAccessible.queryAccessibleInterface(driver.window)
    return [
        f"{type(here.object()).__name__} {here.role()}"
        for here in walk(root)
        if here.state().focusable and not here.state().invisible and not here.text(QAccessible.Text.Name)
    ]


def walk(here: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield here
    if here.role() in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.ComboBox):
        return  # cells have their text for a name, and empty ones are no controls
    for place in range(here.childCount()):
        child = here.child(place)
        if child is not None and child.isValid():
            yield from walk(child)


def test_a_key_that_nothing_here_takes_says_what_it_is_for(opened: Any) -> None:
    def press(keys: str) -> str:
        QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))
        words: str = opened.window.messages.shown.words.text()
        return words

    press("Ctrl+6")
    assert press("Ctrl+Shift+R") == (
        "Ctrl+Shift+R does nothing here now. It is for: Return the case (Reviewing a case)."
    )
    assert press("Ctrl+G") == "Ctrl+G does nothing here now. It is for: Sources or grid (Evidence)."
    said = press("F3")
    assert said == "F3 does nothing here now. It is for: Find the next (Writing a note)."
    assert press("Ctrl+I") == "No case is judged here yet.", "a key of this page says why itself"
    assert press("Del") == "No case is judged here yet.", "one of lists and texts says nothing"
    press("Ctrl+W")
    opened.wait_for(Start)
    assert press("Ctrl+6") == "Findings: open an inspection first."


def test_the_first_window_fills_a_screen_that_has_no_room_for_it_and_its_frame(
    qtbot: QtBot, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide, low, large = QSize(1366, 768), QSize(1280, 780), QSize(1536, 824)
    assert [main_window.fills(screen) for screen in (wide, low, large)] == [True, True, False]
    for filled in (True, False):
        monkeypatch.setattr(main_window, "fills", lambda _, filled=filled: filled)
        window = main_window.MainWindow(laptop.settings)
        qtbot.addWidget(window)
        assert window.isMaximized() == filled


def test_this_case_is_reached_only_when_there_is_one(opened: Any) -> None:
    opened.press("Ctrl+3")
    assert opened.desk.current == "cases"
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    opened.press("Ctrl+2", "Ctrl+3")
    assert opened.desk.current == "case"


def test_a_page_hears_on_its_return_what_changed_meanwhile(opened: Any) -> None:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    workspace = opened.desk.workspace
    case = workspace.case_rows()[0]
    workspace.editor.set("judgement", f"{case.id}/{case.marks[0].question}", "answer", "no")
    page = opened.desk.page("cases")
    assert "0 of" in page._summary.text()
    opened.press("Ctrl+2")
    assert "1 of" in page._summary.text()


def test_the_palette_finds_a_case_and_a_command(opened: Any, qtbot: QtBot) -> None:
    opened.press("Ctrl+K")
    box = QApplication.focusWidget()
    assert box.accessibleName() == "Find a command or a case"
    QTest.keyClicks(box, "case c03")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened.desk.current == "case"
    assert opened.desk.page("case").place().case == opened.desk.workspace.case_rows()[2].id
    opened.press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "lock")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    opened.wait_for("Unlock")


def test_the_palette_offers_what_the_page_in_view_can_do(opened: Any) -> None:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    opened.press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "next case")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.desk.page("case").place().case == opened.desk.workspace.case_rows()[1].id


def test_the_palette_goes_to_another_page_for_what_is_done_there(opened: Any) -> None:
    opened.desk.show_page("ratings")
    opened.press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "add a case")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.desk.current == "cases"
    assert QApplication.focusWidget() is opened.desk.page("cases")._row._ref


def test_esc_closes_the_palette_and_gives_the_focus_back(opened: Any) -> None:
    opened.desk.page("cases").search()
    before = QApplication.focusWidget()
    opened.press("Ctrl+K")
    assert QApplication.focusWidget() is not before
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_tab_stays_in_an_open_sheet(opened: Any) -> None:
    opened.press("Shift+F1")
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert commands(opened)._keys.isAncestorOf(QApplication.focusWidget())


def test_words_of_a_search_match_in_any_order() -> None:
    assert matches("c03 case", "Case C03 bail")
    assert not matches("c03 x", "Case C03 bail")


def test_no_key_means_two_things_in_one_place() -> None:
    for group in {c.group for c in actions.COMMANDS} - {"Everywhere"}:
        keys = [k for c in actions.COMMANDS if c.group in (group, "Everywhere") for k in c.keys]
        assert sorted(keys) == sorted(set(keys)), group


def test_no_command_has_a_key_of_a_screen_reader_or_of_the_systems_own_aids() -> None:
    theirs = {"Ins", "CapsLock", "NumLock", "ScrollLock", "Meta", "Print", "Menu"}
    keys = [(command.code, key) for command in actions.COMMANDS for key in command.keys]
    assert len(keys) > 100
    assert [(code, key) for code, key in keys if theirs & set(key.split("+"))] == []


def test_commands_of_an_inspection_are_not_possible_while_locked(opened: Any) -> None:
    opened.shell.lock()
    possible = {code for code, action in commands(opened)._actions.items() if action.isEnabled()}
    assert possible == {
        "palette",
        "keys",
        "quit",
        "larger",
        "smaller",
        "usual-size",
        "settings",
        "look",
        "messages",
        "about",
        "guide",
        "news",
        "fault",
    }


def test_look_and_size_and_place_of_the_window_are_remembered(opened: Any, laptop: Laptop, run: Any) -> None:
    opened.press("Ctrl+Shift+L", "Ctrl++", "Ctrl++")
    assert (theme.name(), theme.zoom()) == ("dark", 120)
    opened.window.resize(1000, 640)  # the offscreen screen is 800 wide, so only the height can come back
    opened.window.close()
    again = run(Laptop(laptop.folder))
    assert (theme.name(), theme.zoom()) == ("dark", 120)
    assert again.window.height() == 640


@pytest.mark.parametrize("zoom", [80, 200])
def test_the_window_can_be_used_at_the_ends_of_the_zoom(opened: Any, zoom: int) -> None:
    for _ in range(15):
        opened.press("Ctrl+-" if zoom == 80 else "Ctrl++")
    assert theme.zoom() == zoom
    assert opened.desk.rail.width() < opened.window.width() / 4
    assert opened.desk.page("cases")._view.isVisible()


def test_idle_minutes_chosen_are_remembered(opened: Any, laptop: Laptop) -> None:
    opened.press("Ctrl+,")
    idle = opened.window.findChild(KeepingCard).idle
    idle.setCurrentIndex(idle.findData(20))
    idle.activated.emit(idle.currentIndex())
    assert laptop.settings.get("idle_minutes", 10) == 20
    assert opened.program.idle._seconds == 1200


def test_everything_that_can_have_the_focus_has_a_name(opened: Any, qtbot: PatientBot) -> None:
    opened.window.change_look("contrast", 100)  # the light one is walked in test_accessibility.py
    qtbot.settle()  # dressed in it now, and not when all pages are there
    opened.desk.page("cases").add()
    found = {"cases": unnamed(opened)}
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    found["case"] = unnamed(opened)
    for code in CODES:
        opened.desk.show_page(code)
        found[code] = unnamed(opened)
    opened.press("Ctrl+K")
    found["palette"] = unnamed(opened)
    opened.press("Shift+F1")
    found["keys"] = unnamed(opened)
    opened.press("F1")
    found["guide"] = unnamed(opened)
    opened.press("Ctrl+Alt+N")
    found["news"] = unnamed(opened)
    opened.press("Ctrl+Alt+F")
    found["fault"] = unnamed(opened)
    opened.shell.lock()
    found["unlock"] = unnamed(opened)
    assert {page: names for page, names in found.items() if names} == {}


def test_everything_before_an_inspection_has_a_name(driver: Any, qtbot: QtBot) -> None:
    driver.start()
    page = driver.wait_for(FirstStart)
    assert unnamed(driver) == []
    page.person_given.emit("Ruth Ashdown", "Inspector", "copper lantern drifts over quiet water")
    code = driver.wait_for(NewCode)
    assert unnamed(driver) == []
    code._without.click()
    assert unnamed(driver) == []
    code._sure.click()
    start = driver.wait_for(Start)
    assert unnamed(driver) == []
    start.person_wanted.emit()
    you = driver.wait_for(PersonPage)
    assert unnamed(driver) == []
    you.left.emit()
    start = driver.wait_for(Start)
    start.new_wanted.emit()
    new = driver.wait_for(NewInspection)
    assert new._choices.buttons()
    assert unnamed(driver) == []


def test_no_window_flashes_up_beside_the_one(flashes: Any, opened: Any) -> None:
    opened.desk.page("cases").add()
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    for code in CODES:
        opened.desk.show_page(code)
    opened.press("Ctrl+K", "F1", "Shift+F1", "Ctrl+L")
    assert flashes.seen == ["MainWindow "]


def test_the_walk_finds_a_control_without_a_name(opened: Any) -> None:
    opened.desk.page("cases")._search.setAccessibleName("")
    opened.desk.page("cases")._search.setPlaceholderText("")
    assert unnamed(opened) != []
