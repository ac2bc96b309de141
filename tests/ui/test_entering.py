"""Coming in when passphrase or keyring are lost, and changing name, passphrase and recovery code, in the window."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.core.services.profile import identity, ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.passphrase import strength
from inspector_app.ui.places.setup.new_inspection import NewInspection
from inspector_app.ui.places.start.first_start import FirstStart
from inspector_app.ui.places.start.new_code import NewCode
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.person import PersonPage
from inspector_app.ui.places.start.recover import Recover
from inspector_app.ui.places.start.unlock import Unlock

PASSPHRASE = "copper lantern drifts over quiet water"
OTHER = "velvet anchor mumbles zebra quotient"


@pytest.fixture
def driver(run: Any, laptop: Laptop, qtbot: QtBot) -> Any:
    """A window over a laptop that is set up and locked; the test starts it."""
    laptop.lock()
    return run(laptop)


def offered(page: Unlock) -> list[str]:
    return [button.text() for button in page._ways.findChildren(QPushButton)]


def test_the_recovery_code_opens_the_window_and_another_passphrase_is_chosen(
    driver: Any, laptop: Laptop, qtbot: QtBot
) -> None:
    laptop.unlock(PASSPHRASE)
    code = identity.new_code(laptop, PASSPHRASE)
    laptop.lock()
    driver.start()
    driver.wait_for(Unlock)._recover.click()
    page = driver.wait_for(Recover)
    assert page._code.hasFocus()
    QTest.keyClicks(page._code, code[:-1] + ("3" if code[-1] != "3" else "4"))
    for box in (page._new.first, page._new.second):
        QTest.keyClicks(box, OTHER)
    QTest.keyClick(page._new.second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "another than was written down" in page._field.wrong)
    page._code.setText(code)
    for box in (page._new.first, page._new.second):
        box.setText("Summer2026!!")
    QTest.keyClick(page._new.second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "too easy" in page._new.first_field.wrong)
    for box in (page._new.first, page._new.second):
        box.setText(OTHER)
    QTest.keyClick(page._new.second, Qt.Key.Key_Return)
    driver.wait_for(Start)
    again = Laptop(laptop.folder)
    assert again.unlock(OTHER).name == "Ruth Ashdown"


@pytest.mark.parametrize("missing", [True, False])
def test_the_recovery_code_opens_the_copy_of_a_lost_keyring(driver: Any, laptop: Laptop, missing: bool) -> None:
    laptop.unlock(PASSPHRASE)
    code = identity.new_code(laptop, PASSPHRASE)
    laptop.lock()
    keyring = laptop.folder / "keyring"
    keyring.unlink() if missing else keyring.write_bytes(b"spoilt")
    driver.start()
    driver.wait_for(Unlock)._recover.click()
    page = driver.wait_for(Recover)
    page._code.setText(code)
    for box in (page._new.first, page._new.second):
        box.setText(OTHER)
    page._button.click()
    driver.wait_for(Start)
    assert Laptop(laptop.folder).unlock(OTHER).name == "Ruth Ashdown"


def test_without_a_code_the_page_says_so_and_leads_back(driver: Any, qtbot: QtBot) -> None:
    driver.start()
    driver.wait_for(Unlock)._recover.click()
    page = driver.wait_for(Recover)
    page._code.setText("K7QD")
    for box in (page._new.first, page._new.second):
        box.setText(OTHER)
    page._button.click()
    qtbot.waitUntil(lambda: "No recovery code has been made" in page._field.wrong)
    page._back.click()
    driver.wait_for(Unlock)


@pytest.mark.parametrize("missing", [True, False])
def test_a_lost_keyring_comes_back_from_its_copy(driver: Any, laptop: Laptop, qtbot: QtBot, missing: bool) -> None:
    keyring = laptop.folder / "keyring"
    keyring.unlink() if missing else keyring.write_bytes(b"spoilt")
    driver.start()
    page: Unlock = driver.wait_for(Unlock)
    if not missing:
        driver.unlock()
    qtbot.waitUntil(lambda: bool(offered(page)))
    assert "safe" in page._field.wrong
    assert offered(page)[0] == "Bring back the copy that was written with every change"
    assert "Set up anew beside the kept files…" in offered(page)
    button = page._ways.findChildren(QPushButton)[0]
    page._box.clear()
    button.click()
    assert page._field.wrong == "Type your passphrase."
    QTest.keyClicks(page._box, PASSPHRASE)
    button.click()
    driver.wait_for(Start)
    assert laptop.person.name == "Ruth Ashdown"


def test_with_no_copy_left_one_sets_up_anew_beside_the_kept_files(
    run: Any, laptop: Laptop, workspace: Any, qtbot: QtBot
) -> None:
    path: Path = workspace.path
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    before = path.read_bytes()
    for file in laptop.folder.glob("keyring*"):
        file.unlink()
    driver.start()
    page = driver.wait_for(Unlock)
    qtbot.waitUntil(lambda: offered(page) == ["Set up anew beside the kept files…"])
    page._ways.findChildren(QPushButton)[0].click()
    first = driver.wait_for(FirstStart)
    first.person_given.emit("Ruth Ashdown", "Inspector", OTHER)
    driver.wait_for(NewCode)._sure.click()
    driver.wait_for(Start)
    assert path.read_bytes() == before


def test_a_code_is_begun_with_only_when_two_groups_were_typed_rightly(
    driver: Any, laptop: Laptop, qtbot: QtBot
) -> None:
    driver.start()
    driver.unlock()
    driver.wait_for(Start).person_wanted.emit()
    you = driver.wait_for(PersonPage)
    you._code.click()
    assert "now" in you._former_field.wrong, "whoever comes to an unlocked laptop makes no way in"
    you._former.setText("guessed")
    you._code.click()
    qtbot.waitUntil(lambda: "passphrase" in you._said.text())
    assert not laptop.keyring_file.has_code
    you._former.setText(PASSPHRASE)
    you._code.click()
    page: NewCode = driver.wait_for(NewCode)
    assert page._groups, "its boxes are never seen empty"
    assert not page._begin.isEnabled()
    first = page._groups
    QTest.keyClicks(page._boxes[0], "9999")
    QTest.keyClick(page._boxes[0], Qt.Key.Key_Return)
    assert "look at the paper again" in page._fields[0].wrong
    page._another.click()
    qtbot.waitUntil(lambda: page._groups != first)
    assert [box.text() for box in page._boxes] == ["", ""]
    for place, box in zip(page._asked, page._boxes, strict=True):
        QTest.keyClicks(box, page._groups[place])
    page._without.click()  # asked first, and the code is kept
    QTest.keyClick(page._stay, Qt.Key.Key_Return)
    assert page._sure.isHidden()
    page._begin.setFocus()
    QTest.keyClick(page._begin, Qt.Key.Key_Return)
    driver.wait_for(Start)
    laptop.lock()
    assert ways_back.recover(laptop, " ".join(page._groups), OTHER).name == "Ruth Ashdown"


def test_name_and_passphrase_are_changed_in_the_window(driver: Any, laptop: Laptop, qtbot: QtBot) -> None:
    driver.start()
    driver.unlock()
    driver.wait_for(Start).person_wanted.emit()
    page: PersonPage = driver.wait_for(PersonPage)
    page._name.setText("Ruth Ash")
    page._rename.click()
    qtbot.waitUntil(lambda: page._said.text() == "Changed.")
    assert laptop.person.name == "Ruth Ash"
    page._former.setText("not it")
    for box in (page._new.first, page._new.second):
        box.setText(OTHER)
    page._change.click()
    qtbot.waitUntil(lambda: "does not open" in page._said.text())
    page._former.setText(PASSPHRASE)
    page._change.click()
    qtbot.waitUntil(lambda: "no longer opens anything" in page._said.text())
    assert [box.text() for box in page.findChildren(QLineEdit)[1:]] == ["", "", ""]
    assert Laptop(laptop.folder).unlock(OTHER).name == "Ruth Ash"


def test_a_passphrase_that_is_made_is_shown_in_both_boxes_and_is_enough(run: Any, profile: Path, qtbot: QtBot) -> None:
    driver = run(Laptop(profile))
    driver.start()
    page = driver.wait_for(FirstStart).passphrase
    page._make.click()
    qtbot.waitUntil(lambda: bool(page.first.text()))
    assert page.first.text() == page.second.text()
    assert page.first.echoMode() is QLineEdit.EchoMode.Normal
    assert strength(page.text).accepted
    QTest.keyClicks(page.first, "x")
    assert page.first.echoMode() is QLineEdit.EchoMode.Password


def test_a_new_inspection_begins_at_the_first_step_and_not_on_a_nation_that_it_is_not_in(
    run: Any, laptop: Laptop, qtbot: QtBot
) -> None:
    """The keyboard stood on England, not chosen, where Wales was."""
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    driver.wait_for(Start)._new.click()
    days = date(2026, 11, 30), date(2026, 12, 11)
    driver.wait_for(NewInspection).wanted.emit("iyjs-2025", "Ceredigion", *days, "wales", ())
    qtbot.waitUntil(lambda: driver.shell.desk is not None and driver.desk.current == "setup")
    assert driver.desk.page("setup").ways[0].hasFocus()
