"""From an empty laptop to an open inspection, by keyboard."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

import inspector_app.ui
from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.services import frameworks
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile import attempts
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask, opening
from inspector_app.ui.look import imports, theme
from inspector_app.ui.places.setup.new_inspection import NewInspection, next_monday
from inspector_app.ui.places.start.first_start import FirstStart
from inspector_app.ui.places.start.new_code import _GROUPS, NewCode
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.unlock import Unlock
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.main_window import SEEN_THEME

PASSPHRASE = "copper lantern drifts over quiet water"
HEAVY = ("sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "jsonschema", "zxcvbn", "openpyxl", "pypdfium2")
# PySide makes each when it is first used
LATE = {"QtCore": ("Qt",), "QtGui": ("QAccessible",), "QtWidgets": ("QStyle",)}


def type_into(text: str, *, then: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Type into what has the focus."""
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClicks(box, text)
    QTest.keyClick(box, then)


def set_up(driver: Any, first: str = PASSPHRASE, second: str = PASSPHRASE) -> None:
    driver.start()
    driver.wait_for(FirstStart)
    type_into("Ruth Ashdown")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)  # nothing is chosen beforehand
    type_into("")
    type_into(first)
    type_into(second, then=Qt.Key.Key_Return)


def write_down(driver: Any, qtbot: QtBot) -> NewCode:
    """Type the two groups that are asked for, as one who has the code on paper."""
    page: NewCode = driver.wait_for(NewCode)
    assert page._groups, "its boxes are never seen empty"
    for place, box in zip(page._asked, page._boxes, strict=True):
        QTest.keyClicks(box, page._groups[place].lower())
    return page


def test_first_start_sets_up_the_person_by_keyboard_alone(driver: Any, profile: Path, qtbot: QtBot) -> None:
    set_up(driver)
    page = write_down(driver, qtbot)
    QTest.keyClick(page._boxes[1], Qt.Key.Key_Return)
    driver.wait_for(Start)
    assert (driver.shell.laptop.person.name, driver.shell.laptop.person.role) == ("Ruth Ashdown", "Lead inspector")
    files = [p for p in profile.rglob("*") if p.is_file()]
    assert files
    assert not any(PASSPHRASE.encode() in file.read_bytes() for file in files)


def test_first_start_says_in_place_what_will_not_do(driver: Any, qtbot: QtBot) -> None:
    set_up(driver, second="another")
    page = driver.wait_for(FirstStart)
    assert page.passphrase.second_field.wrong == "The two are not the same."
    assert page.passphrase.second.hasFocus()
    assert driver.shell.laptop.is_new()


def test_no_role_is_chosen_beforehand_and_none_is_taken_for_chosen(driver: Any) -> None:
    driver.start()
    page = driver.wait_for(FirstStart)
    assert (page._role.currentText(), page._role.currentIndex()) == ("", -1)
    given: list[object] = []
    page.person_given.connect(lambda *who: given.append(who))
    page._name.setText("Ruth Ashdown")
    for box in (page.passphrase.first, page.passphrase.second):
        box.setText(PASSPHRASE)
    page._button.click()
    assert page._role_field.wrong == "Choose your role."
    assert page._role.hasFocus()
    assert given == []
    page._role.setCurrentIndex(1)
    page._button.click()
    assert given == [("Ruth Ashdown", "Inspector", PASSPHRASE)]


def test_a_weak_passphrase_is_refused_in_place(driver: Any, qtbot: QtBot) -> None:
    set_up(driver, first="password", second="password")
    page = driver.wait_for(FirstStart)
    qtbot.waitUntil(lambda: "too easy to guess" in page.passphrase.first_field.wrong)
    assert page.passphrase.first.hasFocus()
    assert driver.shell.laptop.is_new()


def test_strength_is_shown_while_the_passphrase_is_typed(driver: Any, qtbot: QtBot) -> None:
    driver.start()
    page = driver.wait_for(FirstStart)
    QTest.keyClicks(page.passphrase.first, "password")
    qtbot.waitUntil(lambda: "weak, not enough yet" in page.passphrase.word.text())
    QTest.keyClicks(page.passphrase.first, " lantern drifts over quiet water")
    qtbot.waitUntil(lambda: "strong, enough" in page.passphrase.word.text())
    assert page.passphrase.bar.value() == 4


def test_a_wrong_passphrase_is_said_under_the_box_which_keeps_the_focus(run: Any, laptop: Laptop, qtbot: QtBot) -> None:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock("not it")
    page = driver.wait_for(Unlock)
    qtbot.waitUntil(lambda: "does not open what is kept" in page._field.wrong)
    assert str(laptop.folder) not in page._field.wrong
    assert page._box.hasFocus()
    assert laptop.locked
    driver.unlock()
    driver.wait_for(Start)


def test_a_wait_after_wrong_ones_is_a_bar_and_seconds_and_ends_by_itself(
    run: Any, laptop: Laptop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    page = driver.wait_for(Unlock)
    room = page._wait.height()
    monkeypatch.setattr(attempts, "wait", lambda _profile: 2 if page._field.wrong else 0)
    driver.unlock("not it")
    qtbot.waitUntil(lambda: page._wait.left == 2)
    assert page._wait.words.text() == "Again in 2 seconds"
    assert page._field.wrong
    assert not page._button.isEnabled()
    assert page._wait.height() == room
    with qtbot.assertNotEmitted(page.passphrase_given):
        QTest.keyClick(page._box, Qt.Key.Key_Return)
    qtbot.waitUntil(page._button.isEnabled)
    assert not page._wait.isVisible()
    monkeypatch.undo()
    driver.unlock()
    driver.wait_for(Start)


def test_the_ways_back_are_there_before_anything_went_wrong(run: Any, laptop: Laptop, qtbot: QtBot) -> None:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    page = driver.wait_for(Unlock)
    assert page._recover.isVisible()
    page._look.click()
    qtbot.waitUntil(page._ways.isVisible)
    page._recover.click()
    driver.wait_for("Recover")


def test_start_lists_the_most_recent_first_and_marks_what_is_gone(
    run: Any, laptop: Laptop, make_workspace: Any
) -> None:
    gone = make_workspace("Northmoor")
    gone.close()
    kept = make_workspace("Wexborough")
    kept.close()
    Workspace.open(laptop, kept.path).close()
    gone.path.unlink()
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    texts = [page._list.item(i).text() for i in range(page._list.count())]
    assert sorted("File not found" in text for text in texts) == [False, True]
    missing = next(i for i, text in enumerate(texts) if "File not found" in text)
    assert texts[missing].startswith("Northmoor")
    page._list.setCurrentRow(missing)
    QTest.keyClick(page._list, Qt.Key.Key_Return)
    assert "There is no file" in page._wrong.text()
    page._list.setCurrentRow(1 - missing)
    QTest.keyClick(page._list, Qt.Key.Key_Return)
    desk = driver.wait_for(Desk)
    assert desk.workspace.path == kept.path


def test_the_sample_inspection_opens_at_its_week(run: Any, laptop: Laptop, qtbot: QtBot) -> None:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    qtbot.mouseClick(page._sample, Qt.MouseButton.LeftButton)
    desk = driver.wait_for(Desk)
    assert desk.current == "week"
    assert len(desk.workspace.case_rows()) == 24


def test_the_sample_that_is_there_is_opened_again_and_is_marked(run: Any, laptop: Laptop, qtbot: QtBot) -> None:
    made = opening.sample(laptop)
    made.editor.set("inspection", "inspection", "notice", "Typed while looking round.")
    made.close()
    again = opening.sample(laptop)
    assert again.path == made.path
    again.close()
    assert [(row.service, row.sample) for row in laptop.workspaces()] == [("Trafford", True)]
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    assert page._list.item(0).text().startswith("Trafford · Sample\n")
    assert "opened: today " in page._list.item(0).text()
    assert page._open.text() == "&Open Trafford"
    qtbot.mouseClick(page._open, Qt.MouseButton.LeftButton)
    assert driver.wait_for(Desk).workspace.path == made.path


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_the_list_of_inspections_is_never_wider_than_the_window(
    run: Any, laptop: Laptop, make_workspace: Any, qtbot: QtBot, zoom: int
) -> None:
    make_workspace("Northmoor and Wexborough Youth Justice Service").close()
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    driver.window.resize(1024, 640)
    driver.window.change_look("light", zoom)
    qtbot.waitUntil(lambda: page.width() == 1024)
    qtbot.settle()
    assert page.horizontalScrollBar().maximum() == 0


def test_a_sample_whose_file_is_gone_is_made_anew(laptop: Laptop) -> None:
    made = opening.sample(laptop)
    made.close()
    made.path.unlink()
    again = opening.sample(laptop)
    assert len(again.case_rows()) == 24
    again.close()


def test_a_file_that_is_no_inspection_is_refused_with_a_sentence(
    run: Any, laptop: Laptop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = tmp_path / "strange.inspection"
    strange.write_bytes(b"x" * 5000)
    monkeypatch.setattr(ask, "open_file", lambda *_: strange)
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    qtbot.mouseClick(page._file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "not an inspection that this laptop has the key of" in page._wrong.text())
    assert page._file.isEnabled()


def test_a_new_inspection_by_keyboard(run: Any, laptop: Laptop, qtbot: QtBot) -> None:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    qtbot.mouseClick(driver.wait_for(Start)._new, Qt.MouseButton.LeftButton)
    page = driver.wait_for(NewInspection)
    assert page._choices.checkedId() == -1
    QTest.keyClick(page._service, Qt.Key.Key_Return)
    assert page._framework_field.wrong == "Choose the framework; it cannot be changed later."
    QTest.keyClicks(QApplication.focusWidget(), "Wexborough")
    assert driver.window.messages.shown.words.text().startswith("Nothing was typed. The keyboard is at: Inspection of")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page._choices.checkedId() == 1
    assert QApplication.focusWidget().accessibleDescription() == "Framework"
    QTest.keyClick(page._service, Qt.Key.Key_Return)
    assert page._service_field.wrong == "Type the name of the service."
    type_into("Wexborough", then=Qt.Key.Key_Return)
    desk = driver.wait_for(Desk)
    made = desk.workspace.inspection()
    assert (made.service, made.start.weekday(), made.end.weekday()) == ("Wexborough", 0, 4)
    assert desk.workspace.framework.id == page._frameworks[1].id
    assert desk.current == "setup"


@pytest.fixture
def new_page(qtbot: QtBot) -> NewInspection:
    """The page on Tuesday 10 March 2026, with no framework chosen."""
    page = NewInspection(date(2026, 3, 10), frameworks.known(None))
    qtbot.addWidget(page)
    page.show()
    return page


def choose(page: NewInspection, framework: str) -> None:
    place = next(n for n, f in enumerate(page._frameworks) if f.id == framework)
    page._choices.button(place).click()


def days(page: NewInspection) -> tuple[date, date]:
    return page._start.date().toPython(), page._end.date().toPython()


def test_everything_that_is_missing_is_said_at_once_and_the_keyboard_goes_to_the_first(new_page: NewInspection) -> None:
    new_page._create.click()
    assert new_page._framework_field.wrong.startswith("Choose the framework")
    assert new_page._service_field.wrong == "Type the name of the service."
    assert new_page.focusWidget() is new_page._choices.button(0)
    choose(new_page, "iyjs-2025")
    assert (new_page._framework_field.wrong, bool(new_page._service_field.wrong)) == ("", True)


def test_the_framework_says_how_long_fieldwork_is_and_another_length_can_be_chosen(new_page: NewInspection) -> None:
    choose(new_page, "iyjs-2025")
    assert days(new_page) == (date(2026, 3, 16), date(2026, 3, 27))
    new_page._weeks.button(0).click()
    assert days(new_page) == (date(2026, 3, 16), date(2026, 3, 20))
    choose(new_page, "iyjwcv-2025")
    new_page._weeks.button(1).click()
    assert days(new_page)[1] == date(2026, 3, 27)


def test_a_length_or_a_last_day_that_somebody_gave_stays_when_the_framework_is_chosen_after_it(
    new_page: NewInspection,
) -> None:
    new_page._weeks.button(0).click()
    choose(new_page, "iyjs-2025")  # two weeks
    assert days(new_page)[1] == date(2026, 3, 20)
    new_page._end.setDate(QDate(2026, 3, 19))
    choose(new_page, "yos-2018")
    assert days(new_page)[1] == date(2026, 3, 19)


def test_tab_comes_to_the_choice_that_is_made_of_several(new_page: NewInspection, qtbot: QtBot) -> None:
    """It came to "One week" where two weeks were chosen, and Space there would have chosen one."""
    choose(new_page, "fji-2014")
    nation = new_page._nations.button(0)
    nation.setFocus()
    qtbot.keyClick(nation, Qt.Key.Key_Tab)
    assert new_page.focusWidget() is new_page._weeks.button(2)
    assert new_page._weeks.button(2).isChecked()
    qtbot.keyClick(new_page.focusWidget(), Qt.Key.Key_Left)
    assert new_page._weeks.button(1).isChecked()


def test_another_first_day_moves_the_last_one_along(new_page: NewInspection) -> None:
    choose(new_page, "iyjwcv-2025")
    new_page._end.setDate(QDate(2026, 3, 24))  # a bank holiday on the Monday, say
    new_page._start.setDate(QDate(2026, 3, 17))
    assert days(new_page) == (date(2026, 3, 17), date(2026, 3, 25))
    assert new_page._monday.isVisible()


def test_fieldwork_that_starts_on_a_tuesday_ends_on_a_friday_as_long_as_nobody_says_otherwise(
    new_page: NewInspection,
) -> None:
    choose(new_page, "iyjs-2025")
    new_page._start.setDate(QDate(2026, 5, 5))  # behind a bank holiday
    assert days(new_page) == (date(2026, 5, 5), date(2026, 5, 15))
    new_page._start.setDate(QDate(2026, 5, 11))
    assert days(new_page) == (date(2026, 5, 11), date(2026, 5, 22))
    choose(new_page, "iyjwcv-2025")
    assert days(new_page)[1] == date(2026, 5, 15)


def test_a_last_day_before_the_first_is_said_in_place_and_creates_nothing(
    new_page: NewInspection, qtbot: QtBot
) -> None:
    choose(new_page, "iyjwcv-2025")
    new_page._service.setText("Wexborough")
    new_page._end.setDate(QDate(2026, 3, 13))
    assert new_page._end_field.wrong == "That is not possible: it is before the start."
    with qtbot.assertNotEmitted(new_page.wanted):
        new_page._create.click()


def test_the_nation_is_given_when_it_was_chosen(new_page: NewInspection, qtbot: QtBot) -> None:
    choose(new_page, "iyjwcv-2025")
    new_page._service.setText("Gwent")
    new_page._nations.button(1).click()
    with qtbot.waitSignal(new_page.wanted) as given:
        new_page._create.click()
    assert given.args == ["iyjwcv-2025", "Gwent", date(2026, 3, 16), date(2026, 3, 20), "wales", ()]


def test_the_framework_of_the_inspection_opened_last_is_chosen_already(
    run: Any, laptop: Laptop, workspace: Workspace, qtbot: QtBot
) -> None:
    framework = workspace.framework.id
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    qtbot.mouseClick(driver.wait_for(Start)._new, Qt.MouseButton.LeftButton)
    page = driver.wait_for(NewInspection)
    assert page._frameworks[page._choices.checkedId()].id == framework


@pytest.mark.parametrize(
    ("used", "chosen"),
    [
        (["iyjs-2025", "iyjwcv-2025"], "iyjs-2025"),
        (["fji-2014", "yos-2018", "iyjwcv-2025"], "iyjwcv-2025"),
        (["fji-2014"], ""),
    ],
)
def test_a_former_framework_is_never_chosen_for_somebody(qtbot: QtBot, used: list[str], chosen: str) -> None:
    page = NewInspection(date(2026, 3, 10), frameworks.known(None), used)
    qtbot.addWidget(page)
    at = page._choices.checkedId()
    assert (page._frameworks[at].id if at >= 0 else "") == chosen


@pytest.mark.parametrize(
    ("id_", "since", "last", "places"),
    [
        ("pilot", 2027, "iyjs-2025", ""),  # a later one, whatever its id ends with
        ("pilot", 2027, "pilot", "first"),
        ("trial-9999", 2016, "iyjs-2025", "iyjs-2025"),  # a former one
        ("trial-9999", 2016, "trial-9999", ""),
        ("trial-9999", 0, "iyjs-2025", "iyjs-2025"),  # one that does not say when
        ("trial-9999", 0, "trial-9999", "last"),
    ],
)
def test_an_added_framework_stands_by_the_year_that_its_file_says(
    qtbot: QtBot, id_: str, since: int, last: str, places: str
) -> None:
    known = frameworks.known(None)
    page = NewInspection(date(2026, 3, 10), [*known, replace(known[0], id=id_, since=since)], [last])
    qtbot.addWidget(page)
    at = page._choices.checkedId()
    wanted = {"first": id_, "last": id_}.get(places, places)
    assert (page._frameworks[at].id if at >= 0 else "") == wanted
    assert {"first": 0, "last": len(known)}.get(places, at) == at


def test_the_list_names_frameworks_as_the_head_of_the_window_does(
    run: Any, laptop: Laptop, workspace: Workspace, qtbot: QtBot
) -> None:
    title = workspace.framework.short
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    qtbot.waitUntil(lambda: title in page._list.item(0).text())


def test_a_document_that_cannot_be_imported_leaves_no_empty_inspection(
    run: Any, laptop: Laptop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.backups_folder.parent.mkdir(exist_ok=True)
    laptop.backups_folder.write_text("a file where the folder of backups should be")
    monkeypatch.setattr(ask, "open_file", lambda *_: exchange.sample_document())
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    page = driver.wait_for(Start)
    qtbot.mouseClick(page._file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._file.isEnabled() and bool(page._wrong.text()))
    assert laptop.workspaces() == []
    assert list(laptop.workspaces_folder.iterdir()) == []


@pytest.mark.parametrize(("today", "monday"), [((2026, 3, 9), (2026, 3, 9)), ((2026, 3, 10), (2026, 3, 16))])
def test_fieldwork_is_suggested_from_a_monday(today: tuple[int, int, int], monday: tuple[int, int, int]) -> None:
    assert next_monday(date(*today)) == date(*monday)


def test_a_joint_inspection_is_suggested_with_its_gap_week(new_page: NewInspection, qtbot: QtBot) -> None:
    new_page._start.setDate(QDate(2014, 11, 10))
    choose(new_page, "fji-2014")
    assert days(new_page) == (date(2014, 11, 10), date(2014, 11, 28))
    assert new_page._gaps_field.isVisible()
    assert [box.text() for box in new_page._gaps.boxes.values() if box.isChecked()] == ["Week of 17 November"]
    tinted = [day for day in range(10, 29) if new_page._start._tinted(date(2014, 11, day))]
    assert tinted == [*range(10, 15), *range(24, 29)]  # in the calendar too
    new_page._service.setText("Trafford")
    with qtbot.waitSignal(new_page.wanted) as given:
        new_page._create.click()
    assert given.args[-1] == (Span(date(2014, 11, 17), date(2014, 11, 23)),)


def test_what_makes_the_inspection_stays_whole_in_view_when_gap_weeks_push_it_down(
    new_page: NewInspection, qtbot: QtBot
) -> None:
    new_page.resize(1366, 728)
    choose(new_page, "iyjwcv-2025")
    button = new_page._create
    qtbot.settle()  # or it is as high as it was in the narrow window that it began in
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
    foot = new_page.widget().height()
    new_page._start.setDate(QDate(2026, 3, 17))  # no Monday, which is said
    new_page._end.setDate(QDate(2026, 4, 10))
    qtbot.waitUntil(lambda: new_page.widget().height() > foot)
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())


def test_gap_weeks_move_along_with_the_first_day_and_go_with_the_weeks_they_are_in(new_page: NewInspection) -> None:
    choose(new_page, "iyjwcv-2025")
    assert not new_page._gaps_field.isVisible()  # one week, so that none lies between
    new_page._end.setDate(QDate(2026, 4, 10))  # four weeks
    first, second = new_page._gaps.boxes.values()
    assert (first.text(), second.text()) == ("Week of 23 March", "Week of 30 March")
    first.click()
    second.click()
    assert spans.without(*days(new_page), new_page._gaps.gaps) == (
        Span(date(2026, 3, 16), date(2026, 3, 20)), Span(date(2026, 4, 6), date(2026, 4, 10)),
    )  # fmt: skip
    new_page._start.setDate(QDate(2026, 3, 23))
    assert new_page._gaps.gaps == (Span(date(2026, 3, 30), date(2026, 4, 5)), Span(date(2026, 4, 6), date(2026, 4, 12)))
    new_page._weeks.button(1).click()
    assert new_page._gaps.gaps == ()


def test_passphrase_boxes_never_show_what_is_typed(driver: Any) -> None:
    driver.start()
    page = driver.wait_for(FirstStart)
    boxes = [box for box in page.findChildren(QLineEdit) if "Passphrase" in box.accessibleName()]
    assert [box.echoMode() for box in boxes] == [QLineEdit.EchoMode.Password] * 2


def test_measure_start_prints_one_line_of_json_and_quits(profile: Path) -> None:
    command = [sys.executable, "-m", "inspector_app", "--measure-start"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    measured = json.loads(ran.stdout)
    assert set(measured) == {"ready_s", "cpu_s", "rss_mb"}
    assert 0 < measured["cpu_s"] < 60
    assert 0 < measured["ready_s"] < 60  # seconds, so fewer than the process was given
    assert 20 < measured["rss_mb"] < 400


def test_nothing_heavy_is_imported_before_the_first_painting(profile: Path) -> None:
    program = (
        "import sys; from inspector_app import app; app.main(['--measure-start']);"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True, env=dict(os.environ)
    )
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("page", ["somebody new", "locked"])
def test_what_is_large_in_qt_and_pyside_is_made_after_the_first_painting(profile: Path, page: str) -> None:
    Settings(profile).set(SEEN_THEME, "light")  # as after any start but the first, which has to ask the system
    if page == "locked":
        (profile / "keyring").write_bytes(b"whatever is in it")
    program = (
        "import importlib, sys; from inspector_app import __main__; sys.argv[1:] = ['--measure-start']; __main__.main();"
        f"print([(m, n) for m, names in {LATE}.items() for n in names if n in vars(importlib.import_module('PySide6.' + m))]"
        f" + [name for name in {imports.LATER} if '_waiting' not in vars(sys.modules[name])])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True, env=dict(os.environ)
    )
    assert ran.stdout.splitlines()[-1] == "[]"


def test_what_pyside_leaves_for_later_is_there_when_it_is_asked_for() -> None:
    program = (
        "{first}from PySide6.QtCore import QPoint\n"
        "try: QPoint(1, 2).setX('a')\nexcept TypeError as error: print(str(error).splitlines()[-1].strip())\n"
        "print(QPoint.setX.__doc__){last}"
    )
    ours = "from inspector_app.ui.look import imports; imports.pyside(); import sys; "
    later = "; print(sys.modules[imports.LATER[0]].Formatter.__name__)"
    plain, left = (said_by(program.format(first=first, last=last)) for first, last in (("", ""), (ours, later)))
    assert left == [*plain, "Formatter"], "what it says of itself differs from one Python to another"
    assert plain[0] == "PySide6.QtCore.QPoint.setX(x: int, /)"


def said_by(program: str) -> list[str]:
    """The lines that another Python prints which runs that, and says nothing else."""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stderr == ""
    return ran.stdout.splitlines()


@pytest.mark.parametrize(("chosen", "seen", "shown"), [
    (theme.SYSTEM, "contrast", "contrast"), (theme.SYSTEM, "sepia", "light"), ("dark", "contrast", "dark"),
])  # fmt: skip
def test_the_first_painting_goes_by_what_the_system_asked_for_last(
    monkeypatch: pytest.MonkeyPatch, chosen: str, seen: str, shown: str
) -> None:
    monkeypatch.setattr(theme, "_now", theme._Now())
    monkeypatch.setattr("inspector_app.ui.look.system.asked", lambda: "light")
    theme.choose(chosen, 100, seen)
    assert theme.name() == shown


def test_what_the_system_asks_for_is_remembered_for_the_next_start(
    driver: Any, profile: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    driver.start()
    theme.choose(theme.SYSTEM, 100, "dark")  # as at the last start
    monkeypatch.setattr("inspector_app.ui.look.system.asked", lambda: "contrast")
    driver.shell.window.follow_system()
    assert theme.name() == "contrast"
    assert Settings(profile).get(SEEN_THEME, "") == "contrast"
    theme.choose("light", 100)


def test_more_than_one_file_is_wrong_usage(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from inspector_app import app

    assert app.main(["one", "two"]) == 2
    assert app.main(["--frobnicate"]) == 2
    assert "usage" in capsys.readouterr().err


def test_a_group_of_the_code_that_is_typed_wrongly_is_said_when_its_box_is_left(qtbot: QtBot) -> None:
    page = NewCode()
    qtbot.addWidget(page)
    page.set_code("AAAA BBBB CCCC DDDD EEEE FFFF GGGG HHHH")
    page.show()
    page.activateWindow()
    first, second = page._boxes
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert page.focusWidget().accessibleName() == "Recovery code: AAAA BBBB CCCC DDDD EEEE FFFF GGGG HHHH"
    one, two = (_GROUPS[place].say() for place in page._asked)
    assert page._waits.text() == f"Begin waits for: {one} and {two}"
    first.setText(page._groups[page._asked[0]])
    first.textEdited.emit(first.text())
    assert page._waits.text() == f"Begin waits for: {two}"
    first.clear()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClicks(first, "ZZZZ")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert [bool(field.wrong) for field in page._fields] == [True, False]
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert not page._fields[1].wrong  # nothing is typed there yet


def test_return_in_a_passphrase_that_is_chosen_does_what_the_page_is_for_wherever_one_is_chosen() -> None:
    """At first start and with a recovery code it did; with a package, a fault report and another passphrase nothing came."""
    package = Path(inspector_app.ui.__file__).parent
    texts = [
        path.read_text(encoding="utf-8") for path in (*package.glob("places/**/*.py"), *package.glob("window/**/*.py"))
    ]
    chosen = [text for text in texts if re.search(r"= (?:Own|File|Package)Passphrase\(", text)]
    assert len(chosen) == 5
    assert all(".entered.connect(" in text for text in chosen)
