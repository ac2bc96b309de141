"""Settings in one place: what is chosen is seen and kept at once; keys can be others, and no two commands have one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import own_words
from inspector_app.ui import actions, ask, own_keys
from inspector_app.ui.look import theme
from inspector_app.ui.note.keys import CODES as NOTE_CODES
from inspector_app.ui.pages import CODES as PAGES
from inspector_app.ui.window.settings import remapping
from inspector_app.ui.window.settings.key_table import KeyTable
from inspector_app.ui.window.settings.sheet import SettingsSheet

KEYS, HELD = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT, SHIFT, NONE = HELD.ControlModifier, HELD.AltModifier, HELD.ShiftModifier, HELD.NoModifier


@pytest.fixture(autouse=True)
def as_at_first(tmp_path: Path) -> Iterator[None]:
    yield
    remapping.read(Settings(tmp_path / "nothing kept here"))
    ask.use_folder("")


def open_settings(driver: Any) -> SettingsSheet:
    driver.press("Ctrl+,")
    return sheet_of(driver)


def sheet_of(driver: Any) -> SettingsSheet:
    (found,) = [one for one in driver.window.findChildren(SettingsSheet) if one.isVisible()]
    assert isinstance(found, SettingsSheet)
    return found


def give(table: KeyTable, code: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Enter on the line of a command, then the keys."""
    table.setFocus()
    table.stand_on(code)
    QTest.keyClick(table, KEYS.Key_Return)
    QTest.keyClick(table, key, held)


def closed(driver: Any, qtbot: QtBot) -> None:
    sheet_of(driver).close_button.click()
    qtbot.settle()  # type: ignore[attr-defined]


def test_a_command_has_the_key_it_was_given_everywhere_and_after_a_restart(
    opened: Any, qtbot: QtBot, laptop: Laptop, run: Any
) -> None:
    sheet = open_settings(opened)
    give(sheet.keys.table, "ratings", KEYS.Key_L, CONTROL | ALT)
    assert sheet.keys.table.said("ratings") == ("Ctrl+Alt+L", "yours")
    closed(opened, qtbot)
    assert opened.desk.rail._buttons["ratings"].toolTip().endswith("(Ctrl+Alt+L)")
    before = opened.desk.current
    opened.press("Ctrl+5")
    assert opened.desk.current == before != "ratings"
    opened.press("Ctrl+Alt+L")
    assert opened.desk.current == "ratings"
    again = run(Laptop(laptop.folder))
    again.start()
    assert actions.keys("ratings") == "Ctrl+Alt+L"


def test_a_page_hears_the_new_key_of_its_own_command(opened: Any, qtbot: QtBot) -> None:
    give(open_settings(opened).keys.table, "add-case", KEYS.Key_L, CONTROL | ALT)
    closed(opened, qtbot)
    page = opened.desk.page("cases")
    page.setFocus()
    (action,) = page.findChildren(QAction, "add-case")
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+Alt+L"]


@pytest.mark.parametrize(
    ("key", "held", "why"),
    [
        (KEYS.Key_L, CONTROL, "it is taken: Lock"), (KEYS.Key_Z, CONTROL, "it is taken: Undo"),
        (KEYS.Key_C, CONTROL, "it copies"), (KEYS.Key_B, NONE, "choose Ctrl with a letter"),
        (KEYS.Key_B, ALT, "choose Ctrl with a letter"), (KEYS.Key_Down, CONTROL, "choose Ctrl with a letter"),
    ],
)  # fmt: skip
def test_a_key_that_is_taken_or_none_is_refused_with_a_word_and_does_nothing_else(
    opened: Any, key: Qt.Key, held: Qt.KeyboardModifier, why: str
) -> None:
    sheet = open_settings(opened)
    give(sheet.keys.table, "look", key, held)
    assert why in sheet.keys.wrong.text()
    assert sheet.keys.table.said("look") == ("Press the keys", "as at first")
    assert not opened.shell.laptop.locked
    QTest.keyClick(sheet.keys.table, KEYS.Key_Escape)
    assert sheet.keys.table.said("look") == ("Ctrl+Shift+L", "as at first")


@pytest.mark.parametrize(("key", "held"), [(KEYS.Key_L, CONTROL), (KEYS.Key_B, ALT)])
def test_after_a_refused_key_the_next_one_is_taken(opened: Any, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    sheet = open_settings(opened)
    give(sheet.keys.table, "look", key, held)
    QTest.keyClick(sheet.keys.table, KEYS.Key_F2)
    assert sheet.keys.table.said("look") == ("F2", "yours")
    assert sheet.keys.wrong.text() == ""


def test_with_all_keys_as_at_first_no_key_of_anything_stays_in_the_settings(tmp_path: Path) -> None:
    kept = {"key_look": "F2", "key_week": "Ctrl+C", "key_of_a_command_that_is_no_more": "F4", "zoom": 110}
    (tmp_path / "settings.json").write_text(json.dumps(kept), encoding="utf-8-sig")
    settings = Settings(tmp_path)
    remapping.read(settings)
    assert actions.in_use("look") == ("F2",)
    remapping.all_as_at_first(settings)
    assert {name for name in json.loads((tmp_path / "settings.json").read_text()) if name.startswith("key_")} == set()
    assert Settings(tmp_path).get("zoom", 100) == 110


def test_a_key_goes_back_to_the_first_unless_another_command_has_it_now(opened: Any) -> None:
    keys = open_settings(opened).keys
    give(keys.table, "look", KEYS.Key_F2)
    give(keys.table, "about", KEYS.Key_L, CONTROL | SHIFT)
    keys.table.stand_on("look")
    keys.first.click()
    assert "it is taken: About" in keys.wrong.text()
    assert keys.table.said("look") == ("F2", "yours")
    keys.table.stand_on("about")
    keys.first.click()
    keys.table.stand_on("look")
    keys.first.click()
    assert keys.table.said("look") == ("Ctrl+Shift+L", "as at first")


def test_all_keys_go_back_to_the_first_together(opened: Any) -> None:
    keys = open_settings(opened).keys
    give(keys.table, "look", KEYS.Key_F2)
    give(keys.table, "yes", KEYS.Key_J)
    keys.all_first.click()
    assert keys.table.said("look") == ("Ctrl+Shift+L", "as at first")
    assert keys.table.said("yes") == ("Y", "as at first")


def test_a_command_can_have_no_key_and_raising_a_concern_keeps_its_own(opened: Any, qtbot: QtBot) -> None:
    table = open_settings(opened).keys.table
    table.setFocus()
    for code in ("look", "raise-concern"):
        table.stand_on(code)
        QTest.keyClick(table, KEYS.Key_Delete)
    assert table.said("look") == ("off", "off")
    assert table.said("raise-concern") == ("Ctrl+Shift+I", "always on")
    closed(opened, qtbot)
    before = theme.name()
    opened.press("Ctrl+Shift+L")
    assert theme.name() == before


def test_esc_waits_for_no_key_any_more_and_the_sheet_stays(opened: Any) -> None:
    sheet = open_settings(opened)
    give(sheet.keys.table, "look", KEYS.Key_Escape)
    assert sheet.keys.table.said("look") == ("Ctrl+Shift+L", "as at first")
    assert sheet.isVisible()


def test_a_mark_of_a_note_is_made_by_its_new_key(opened: Any) -> None:
    give(open_settings(opened).keys.table, "mark-quotation", KEYS.Key_9, ALT)
    assert actions.in_use("mark-quotation") == ("Alt+9",)


@pytest.mark.parametrize(
    "kept",
    [{"key_look": "L"}, {"key_look": "Ctrl+L"}, {"key_look": "Ctrl+C"}, {"key_look": 7}, {"key_look": "no such key"}],
)
def test_keys_in_the_settings_that_could_not_be_chosen_are_as_at_first(tmp_path: Path, kept: dict[str, object]) -> None:
    (tmp_path / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    remapping.read(Settings(tmp_path))
    assert actions.in_use("look") == ("Ctrl+Shift+L",)


def test_two_commands_that_changed_their_keys_with_one_another_have_them_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    first = {code: actions.in_use(code)[0] for code in ("week", "cases")}
    for code, key in (("week", ""), ("cases", first["week"]), ("week", first["cases"])):
        remapping.change(settings, code, key)
    remapping.read(Settings(tmp_path))
    assert (actions.in_use("week"), actions.in_use("cases")) == ((first["cases"],), (first["week"],))


def test_a_key_that_two_commands_have_in_the_settings_is_that_of_one_of_them(tmp_path: Path) -> None:
    kept = {"key_week": "Ctrl+Alt+L", "key_cases": "Ctrl+Alt+L"}
    (tmp_path / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    remapping.read(Settings(tmp_path))
    assert sorted(actions.in_use("week") + actions.in_use("cases")).count("Ctrl+Alt+L") == 1


def test_every_command_whose_key_can_be_another_is_heard_by_that_key(opened: Any) -> None:
    """What is offered to be changed is bound where a change is heard: an action of a command, or the keys of a note."""
    for code in PAGES:
        opened.desk.show_page(code)
    bound = {action.objectName() for action in opened.window.findChildren(QAction)}
    assert set(remapping.MOVABLE) <= bound | set(NOTE_CODES)
    assert not set(remapping.MOVABLE) & remapping.STAY


def test_the_table_is_narrowed_to_what_is_looked_for_and_to_ones_own(opened: Any) -> None:
    keys = open_settings(opened).keys
    give(keys.table, "look", KEYS.Key_F2)
    keys.search.setText("colours")
    seen = [code for code, row in keys.table._rows.items() if not keys.table.isRowHidden(row)]
    assert seen == ["look"]
    keys.search.clear()
    keys.which.setCurrentIndex(1)
    keys.which.activated.emit(1)
    seen = [code for code, row in keys.table._rows.items() if not keys.table.isRowHidden(row)]
    assert seen == ["look"]


def test_the_head_of_a_group_of_keys_stands_on_its_own_ground(opened: Any, qtbot: QtBot) -> None:
    table = open_settings(opened).findChildren(KeyTable)[0]
    qtbot.settle()
    head = table.visualRect(table.model().index(0, 0))
    painted = table.viewport().grab().toImage().pixelColor(head.center())
    assert painted.name() == theme.colours().raised


def test_a_size_is_seen_at_once_and_the_hand_stays_where_it_was(opened: Any, qtbot: QtBot) -> None:
    sheet = open_settings(opened)
    sheet.seeing.larger.setFocus()
    sheet.seeing.larger.click()
    qtbot.settle()  # type: ignore[attr-defined]
    assert theme.zoom() == 110
    again = sheet_of(opened)
    assert again is not sheet
    assert again.seeing.larger.hasFocus()
    assert again.seeing.percent.text() == "110%"


def test_settings_are_there_before_an_inspection_and_what_guards_is_not_changed_under_a_lock(opened: Any) -> None:
    opened.shell.lock()
    sheet = open_settings(opened)
    assert sheet.seeing.isEnabled()
    assert not sheet.keeping.isEnabled()
    sheet.end()
    opened.unlock()
    opened.wait_for("Desk")
    opened.press("Ctrl+W")
    opened.wait_for("Start")
    assert open_settings(opened).keeping.isEnabled()


def test_the_languages_of_spelling_are_those_chosen_or_of_the_inspection(opened: Any) -> None:
    workspace: Workspace = opened.desk.workspace
    assert own_words.dictionaries(workspace) == ("en_GB",)
    writing = open_settings(opened).writing
    writing.languages.chosen.emit("en_GB cy_GB")
    assert own_words.dictionaries(workspace) == ("en_GB", "cy_GB")
    writing.languages.chosen.emit("")
    assert own_words.dictionaries(workspace) == ("en_GB",)


def test_exports_are_suggested_in_the_folder_that_was_named_while_it_is_there(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    monkeypatch.setattr(ask, "folder", lambda *_: folder)
    keeping = open_settings(opened).keeping
    keeping.exports.change.click()
    assert keeping.exports.where.text() == str(folder)
    assert ask.in_documents("Draft.pdf") == folder / "Draft.pdf"
    folder.rmdir()
    assert ask.in_documents("Draft.pdf").parent != folder
    assert ask.in_documents("Draft.pdf").parent.is_dir()  # documents, or where there are none what is the person's own
    keeping.exports.none.click()
    assert keeping.exports.where.text() == "Your documents"


def test_the_second_copy_is_named_there_too_and_a_folder_that_cannot_be_is_refused_beside_it(
    opened: Any, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, folder = opened.shell.laptop, tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(ask, "folder", lambda *_: folder)
    keeping = open_settings(opened).keeping
    keeping.second.change.click()
    qtbot.waitUntil(lambda: keeping.second.where.text() == str(folder))
    assert backups.second_folder(laptop) == folder
    monkeypatch.setattr(ask, "folder", lambda *_: laptop.folder)
    keeping.second.change.click()
    qtbot.waitUntil(lambda: bool(keeping.second.wrong.text()))
    assert backups.second_folder(laptop) == folder


def test_tab_goes_through_all_of_it(opened: Any) -> None:
    sheet, seen = open_settings(opened), set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus.objectName())
        QTest.keyClick(focus, KEYS.Key_Tab)
    parts = {"larger", "checks", "languages", "idle", "exports-change", "search", "table", "all_first", "close"}
    assert {f"settings-{part}" for part in parts} <= seen
    assert sheet.isAncestorOf(QApplication.focusWidget() or opened.window)
    assert own_keys.edition() == ()
