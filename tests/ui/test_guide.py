"""F1: the guide opens where the page in view is explained, and is searched."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.help import manual
from inspector_app.ui.pages import PAGES, PageRow
from inspector_app.ui.window.help.guide_sheet import GuideSheet
from inspector_app.ui.window.sheets.key_sheet import KeySheet


def guide(driver: Any) -> GuideSheet:
    driver.press("F1")
    found = [sheet for sheet in driver.window.findChildren(GuideSheet) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def standing_on(sheet: GuideSheet) -> str:
    return str(sheet.contents.currentItem().data(Qt.ItemDataRole.UserRole))


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.code)
def test_every_page_is_explained_under_the_heading_that_help_opens_at(row: PageRow) -> None:
    parts = dict(re.findall(r"^#+ (.*?)\n(.*?)(?=^#|\Z)", manual.text(), re.MULTILINE | re.DOTALL))
    assert f"`{row.keys}`" in parts[row.told]


def test_it_opens_at_the_page_one_is_on(opened: Any, qtbot: QtBot) -> None:
    for code, heading in (("concerns", "Concerns"), ("paper", "Paper"), ("week", "Monday: the week board")):
        opened.desk.show_page(code)
        sheet = guide(opened)
        qtbot.settle()
        assert standing_on(sheet) == heading
        at = next(section for section in sheet.view.sections if section.heading == heading)
        top = sheet.view.cursorForPosition(sheet.view.viewport().rect().topLeft()).position()
        assert abs(top - at.begins) < 200
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not sheet.isVisible()
        assert opened.desk.current == code


def test_from_the_settings_it_opens_where_they_are_explained_and_not_the_page_below_them(opened: Any) -> None:
    opened.desk.show_page("week")
    opened.press("Ctrl+,")
    assert standing_on(guide(opened)) == "Seeing, hearing, and the keyboard"


def test_a_search_lists_the_sections_with_every_word_and_enter_goes_from_place_to_place(opened: Any) -> None:
    sheet = guide(opened)
    everything = sheet.contents.count()
    QTest.keyClicks(sheet.box, "rehearse second")
    assert 0 < sheet.contents.count() < everything
    assert sheet.found.text().startswith("In ")
    seen = []
    for _ in range(3):
        seen.append(sheet.view.textCursor().selectionStart())
        assert sheet.view.textCursor().selectedText().casefold() in ("rehearse", "second")
        QTest.keyClick(sheet.box, Qt.Key.Key_Return)
    assert seen == sorted(set(seen))
    sheet.box.setText("xylophone")
    assert (sheet.contents.count(), sheet.found.text()) == (0, "Not found in the guide")
    sheet.box.clear()
    assert (sheet.contents.count(), sheet.found.text()) == (everything, "")


def test_its_links_lead_within_it_and_its_pictures_fit(opened: Any, qtbot: QtBot) -> None:
    sheet = guide(opened)
    qtbot.settle()
    sheet.view._follow("as-a-team")
    qtbot.settle()
    assert standing_on(sheet) == "As a team"
    assert sheet.view.document().size().width() <= sheet.view.viewport().width()


def test_the_keys_are_one_step_from_it(opened: Any) -> None:
    sheet = guide(opened)
    sheet.wanted.emit("keys")
    assert opened.window.findChild(KeySheet).isVisible()


def test_it_is_there_before_any_inspection(driver: Any) -> None:
    driver.start()
    driver.wait_for("FirstStart")
    assert standing_on(guide(driver)) == "The guide"
