"""What is done with the inspections of the list: found, renamed, archived, restored, deleted; the sample begun anew."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import shelf
from inspector_app.ui import opening
from inspector_app.ui.places.restore.whole import Whole
from inspector_app.ui.places.start.delete import Delete
from inspector_app.ui.places.start.entries import Entries
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.rename import Rename
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.sheets.key_sheet import KeySheet


@pytest.fixture
def listed(run: Any, laptop: Laptop, make_workspace: Any) -> Any:
    """The program at its list, with two inspections; the one of Salford was opened last."""
    for service in ("Northmoor", "Salford"):
        made = make_workspace(service)
        made.note_glance()
        made.close()
    return at_list(run, laptop)


def at_list(run: Any, laptop: Laptop) -> Any:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    while page._list._titles is None:  # what frameworks are called comes a moment later
        QApplication.processEvents()
    return driver


def names(page: Start) -> list[str]:
    return [page._list.item(place).text().split("\n")[0] for place in range(page._list.count())]


def stand_on(driver: Any, name: str) -> Start:
    page = driver.wait_for(Start)
    assert isinstance(page, Start)
    page._list.setCurrentRow(names(page).index(name))
    return page


def test_a_row_says_its_days_where_one_is_and_how_far_its_cases_are(run: Any, laptop: Laptop) -> None:
    made = opening.sample(laptop)
    made.note_glance()
    made.close()
    lines = at_list(run, laptop).screen._list.item(0).text().split("\n")
    assert lines[0] == "Trafford · Sample"
    assert lines[1] == "Youth justice, children and victims 2025"  # as in the head of the window
    assert lines[2:5] == ["24 to 28 March 2025", "fieldwork ended", "24 of 24 cases judged"]
    assert lines[5].startswith("opened: today ")


def test_closing_an_inspection_brings_its_row_up_to_date(listed: Any, qtbot: QtBot) -> None:
    stand_on(listed, "Salford")._open.click()
    desk = listed.wait_for(Desk)
    assert isinstance(desk, Desk)
    for ref in ("S77", "S78"):
        desk.workspace.add_case(ref, "children")
    listed.press("Ctrl+W")
    page = listed.wait_for(Start)
    assert "0 of 2 cases judged" in page._list.item(0).text()


def test_the_title_of_the_window_says_the_service_and_the_program(listed: Any) -> None:
    assert listed.window.windowTitle() == "Inspections · Fieldwork"
    stand_on(listed, "Salford")._open.click()
    listed.wait_for(Desk)
    assert listed.window.windowTitle() == "Salford · Week · Fieldwork"


def test_what_is_always_at_hand_is_under_the_ways_on(listed: Any) -> None:
    page = listed.wait_for(Start)
    assert [button.text() for button in page.commands.values()] == ["Guide", "Keys", "Settings", "About"]
    page.commands["keys"].click()
    assert listed.window.findChild(KeySheet).isVisible()


def test_letters_find_an_inspection_and_enter_opens_it(listed: Any) -> None:
    page = listed.wait_for(Start)
    beside = page.more.x(), page.more.width()
    page.wanted.setFocus()
    QTest.keyClicks(page.wanted, "north")
    assert names(page) == ["Northmoor"]
    assert page._open.text() == "&Open Northmoor"
    QApplication.processEvents()  # the buttons are laid out
    assert (page.more.x(), page.more.width()) == beside, "a longer name moves nothing"
    QTest.keyClick(page.wanted, Qt.Key.Key_Return)
    assert listed.wait_for(Desk).workspace.path.stem == "Northmoor"


def test_letters_that_are_in_none_leave_nothing_to_open(listed: Any) -> None:
    page = listed.wait_for(Start)
    QTest.keyClicks(page.wanted, "xylophone")
    assert names(page) == []
    assert not page._open.isVisible()
    assert not page.more.isVisible()
    page.wanted.clear()
    assert names(page) == ["Salford", "Northmoor"]


def test_an_archived_one_goes_from_the_list_and_undo_brings_it_back(listed: Any, qtbot: QtBot) -> None:
    stand_on(listed, "Northmoor").more.archive.trigger()
    qtbot.waitUntil(lambda: names(listed.screen) == ["Salford"])
    page = listed.screen
    assert page._archived.text() == "Show 1 archived"
    page._archived.click()
    assert names(page) == ["Salford", "Northmoor · Archived"]
    message = listed.window.messages.shown
    assert "Northmoor is archived" in message.words.text()
    message.offers[0].click()
    qtbot.waitUntil(lambda: names(listed.screen) == ["Salford", "Northmoor"])
    assert not any(row.archived for row in listed.shell.laptop.workspaces())


def test_an_archived_one_comes_out_of_the_archive_again(listed: Any, laptop: Laptop, qtbot: QtBot) -> None:
    stand_on(listed, "Northmoor").more.archive.trigger()
    qtbot.waitUntil(lambda: names(listed.screen) == ["Salford"])
    listed.screen._archived.click()
    page = stand_on(listed, "Northmoor · Archived")
    assert page.more.archive.text() == "Bring back from the archive"
    page.more.archive.trigger()
    qtbot.waitUntil(lambda: names(listed.screen) == ["Salford", "Northmoor"])
    assert listed.screen._list.stood_on.name == "Northmoor"


def test_another_name_stands_in_the_list_with_the_service_under_it(listed: Any, qtbot: QtBot) -> None:
    stand_on(listed, "Salford").more.rename.trigger()
    page = listed.wait_for(Rename)
    QTest.keyClicks(QApplication.focusWidget(), "Practice run")
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    found = listed.wait_for(Start)
    assert names(found) == ["Practice run", "Northmoor"]
    assert found._list.item(0).text().split("\n")[1] == "Salford"
    found._open.click()
    assert listed.wait_for(Desk).workspace.inspection().service == "Salford"


def test_restore_leads_to_its_page(listed: Any) -> None:
    stand_on(listed, "Northmoor").more.restore.trigger()
    assert listed.wait_for(Desk).current == "restore"


def test_restore_of_one_whose_file_is_gone_offers_its_newest_backup(
    run: Any, laptop: Laptop, make_workspace: Any, qtbot: QtBot
) -> None:
    made = make_workspace("Northmoor")
    made.back_up()
    made.close()
    made.path.unlink()
    driver = at_list(run, laptop)
    stand_on(driver, "Northmoor · File not found").more.restore.trigger()
    page = driver.wait_for(Whole)
    assert "There is no file" in page.wrong.text()
    page.restore.click()
    qtbot.waitUntil(page.open.isVisible)
    assert made.path.exists()


def test_deleting_says_what_goes_and_waits_for_a_yes(listed: Any, laptop: Laptop, qtbot: QtBot) -> None:
    path = Path(laptop.workspaces()[0].path)
    stand_on(listed, "Salford").more.delete.trigger()
    page = listed.wait_for(Delete)
    assert str(path) in page.about.text()
    assert "not known to be on any other laptop" in page.about.text()
    assert " 0 cases" not in page.about.text()
    assert not page.delete.isEnabled()
    page.back.click()
    stand_on(listed, "Salford").more.delete.trigger()
    assert path.exists()
    page = listed.wait_for(Delete)
    page.sure.click()
    page.delete.click()
    qtbot.waitUntil(lambda: isinstance(listed.screen, Start) and names(listed.screen) == ["Northmoor"])
    assert not path.exists()


def test_what_cannot_be_deleted_now_is_said_and_stays(listed: Any, laptop: Laptop, qtbot: QtBot) -> None:
    stand_on(listed, "Salford").more.delete.trigger()
    page = listed.wait_for(Delete)
    other = opening.workspace(laptop, Path(laptop.workspaces()[0].path))
    page.sure.click()
    page.delete.click()
    qtbot.waitUntil(lambda: "another window" in page.wrong.text())
    assert other.path.exists()
    assert page.delete.isEnabled()
    other.close()


def test_the_question_offers_the_archive_instead(listed: Any, laptop: Laptop, qtbot: QtBot) -> None:
    stand_on(listed, "Salford").more.delete.trigger()
    listed.wait_for(Delete).archive.click()
    qtbot.waitUntil(lambda: isinstance(listed.screen, Start) and names(listed.screen) == ["Northmoor"])
    assert sorted(row.archived for row in laptop.workspaces()) == [False, True]


def test_the_sample_begins_anew_once_its_data_may_go(run: Any, laptop: Laptop) -> None:
    made = opening.sample(laptop)
    case = made.case_id("C01")
    made.editor.set("case", case, "ref", "Typed over")
    made.close()
    driver = at_list(run, laptop)
    stand_on(driver, "Trafford · Sample").more.delete.trigger()
    page = driver.wait_for(Delete)
    assert not page.archive.isVisible()
    assert "give" not in page.about.text(), "nobody has to be given the sample"
    page.sure.click()
    page.delete.click()
    desk = driver.wait_for(Desk)
    assert desk.workspace.case_id("C01") != case
    assert [row.sample for row in laptop.workspaces()] == [True]


def test_thirty_inspections_are_listed_without_opening_one(run: Any, laptop: Laptop, make_workspace: Any) -> None:
    made = make_workspace("Northmoor")
    made.note_glance()
    made.close()
    for number in range(29):  # one file stands for all of them, and would not open for any
        laptop.remember(replace(made.key, id=WorkspaceId(f"{number:032x}"), service=f"Service {number}"))
    driver = at_list(run, laptop)
    assert driver.screen._list.count() == 30
    assert driver.screen._number.text() == "30 on this laptop"


def test_the_archive_is_opened_where_one_stands_on_an_archived_one(run: Any, laptop: Laptop, listed: Any) -> None:
    page = listed.wait_for(Start)
    shelf.archive(laptop, WorkspaceId(laptop.workspaces()[1].id), archived=True)
    rows = laptop.workspaces()
    page.set_rows(rows, next(row.id for row in rows if row.archived))
    assert page._archived.isChecked()
    assert page._list.stood_on.archived


def test_one_whose_place_another_has_taken_says_so_and_comes_back_in_its_own(
    run: Any, laptop: Laptop, make_workspace: Any, qtbot: QtBot
) -> None:
    first, second = make_workspace("Northmoor"), make_workspace("Salford")
    first.back_up()
    first.close()
    second.close()
    second.path.rename(first.path)
    opening.workspace(laptop, first.path).close()  # so that the list knows where the second is
    driver = at_list(run, laptop)
    page = stand_on(driver, "Northmoor · File not found")
    page._open.click()
    assert "a different inspection" in page._wrong.text()
    page.more.restore.trigger()
    restore = driver.wait_for(Whole)
    restore.restore.click()
    qtbot.waitUntil(restore.open.isVisible)
    assert {row.service: row.missing for row in laptop.workspaces()} == {"Northmoor": False, "Salford": False}


def test_no_id_of_a_framework_stands_in_the_list_before_its_title_is_known(listed: Any, qtbot: QtBot) -> None:
    rows = listed.window.findChild(Entries)._rows
    made = Entries()
    qtbot.addWidget(made)
    made.set_rows(rows)
    code = rows[0].framework
    assert code not in made.item(0).text()
    made.set_titles({code: "Work with children and victims"})
    assert "Work with children and victims" in made.item(0).text()
    made.set_titles({})  # no file here has it: its id is all there is
    assert code in made.item(0).text()
