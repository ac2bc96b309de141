"""The palette finds by name and by what a thing is for, and says so where there is nothing."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.places.components.page import Components
from inspector_app.ui.places.handoff.join import Join
from inspector_app.ui.places.setup.new_inspection import NewInspection
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.sheets.palette import Entry, Palette, found
from inspector_app.ui.window.window_menu import WindowMenu


def typed(driver: Any, words: str) -> tuple[Palette, list[str]]:
    driver.press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), words)
    palette: Palette = driver.window.findChild(Palette)
    offered = palette.findChild(QListWidget)
    assert offered is not None
    return palette, [offered.item(place).text() for place in range(offered.count())]


def on_start(run: Any, laptop: Laptop) -> Any:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    driver.wait_for(Start)
    return driver


def test_a_page_is_found_by_what_it_is_for(opened: Any) -> None:
    _, offered = typed(opened, "lost")
    assert offered[0] == "Whose cards to trust"


def test_the_page_of_components_is_listed_nowhere_and_opens_by_its_name(opened: Any) -> None:
    _, offered = typed(opened, "component")
    assert not any("omponents" in line for line in offered)
    opened.press("Esc")
    palette, offered = typed(opened, "components")
    assert offered[-1] == "Page of components"
    palette.findChild(QListWidget).setCurrentRow(len(offered) - 1)  # type: ignore[union-attr]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (page,) = [
        window for window in QApplication.topLevelWidgets() if isinstance(window, Components) and window.isVisible()
    ]
    page.close()


def test_what_is_called_so_stands_before_what_is_for_it() -> None:
    other, so = Entry("Restore", "", print, "Backups, and going back to one"), Entry("Make a backup", "", print)
    assert found("backup", [other, so]) == [so, other]
    assert found("back restore", [other, so]) == [other]
    assert found("nothing", [other, so]) == []


def test_without_an_inspection_the_identity_card_is_found_and_leads_to_where_one_joins(
    run: Any, laptop: Laptop
) -> None:
    driver = on_start(run, laptop)
    palette, offered = typed(driver, "card")
    assert offered[0] == "Your identity card"
    assert not palette.nothing.isVisible()
    QTest.keyClick(QApplication.focusWidget(), "\r")
    assert driver.wait_for(Join).mine.isVisible()


def test_the_identity_card_is_under_ones_name(run: Any, laptop: Laptop) -> None:
    driver = on_start(run, laptop)
    menu = driver.window.findChild(WindowMenu)
    next(action for action in menu.actions() if action.text() == "Your identity card").trigger()
    assert driver.wait_for(Join).mine.isVisible()
    assert driver.wait_for(Join).mine.save.hasFocus()  # Enter saves it: the package of another comes later


def test_the_ways_beside_the_list_of_inspections_are_found_too(run: Any, laptop: Laptop) -> None:
    driver = on_start(run, laptop)
    _, offered = typed(driver, "new")
    assert {"New inspection", "What is new"} <= set(offered)
    offered_list = QApplication.focusWidget().window().findChild(Palette).findChild(QListWidget)
    offered_list.setCurrentRow(offered.index("New inspection"))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert driver.wait_for(NewInspection)


def test_from_an_inspection_they_say_that_it_is_closed_first(opened: Any) -> None:
    palette, offered = typed(opened, "passphrase")
    assert "You and your passphrase" in offered
    entry = palette.findChild(QListWidget).item(offered.index("You and your passphrase")).data(Qt.ItemDataRole.UserRole)
    assert entry.hint == "Close this inspection"


def test_with_an_inspection_the_card_leads_to_hand_off(opened: Any) -> None:
    opened.press("Ctrl+Alt+I")
    assert opened.desk.current == "handoff"
    assert opened.desk.page("handoff").mine.save.hasFocus()  # and not on Give…


def test_where_nothing_is_found_the_palette_says_so_and_what_to_try(run: Any, laptop: Laptop) -> None:
    driver = on_start(run, laptop)
    palette, offered = typed(driver, "qqqq")
    assert offered == []
    assert palette.nothing.isVisible()
    assert "Try one word" in palette.nothing.text()


def test_what_begins_so_stands_before_what_only_holds_it() -> None:
    within, begins = Entry("Uncovered", "", print), Entry("Only the cover", "", print)
    assert found("cover", [within, begins]) == [begins, within]
    meant = Entry("Seal", "", print, "Anyone can recover them"), Entry("Findings", "", print, "Covers and pages")
    assert found("cover", meant) == [*reversed(meant)]


def test_what_closes_the_inspection_stands_behind_all_that_does_not(opened: Any) -> None:
    """ "pack" and Enter had closed it: "Join from a package" came first, and the page of case packs not at all."""
    _, offered = typed(opened, "pack")
    assert offered.index("Paper") < offered.index("Join from a package") > offered.index("Hand-off")


def test_recommendations_are_found_by_their_name_on_every_page_and_lead_to_their_section(opened: Any) -> None:
    opened.press("Ctrl+5")
    _, offered = typed(opened, "recom")
    assert offered[0] == "Recommendations"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.desk.current == "findings"
    assert opened.desk.page("findings").place().section == "recommendations"
