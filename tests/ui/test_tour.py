"""The tour: each step is noticed when it was done, it can be left at any moment, and nothing of it is there afterwards."""

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.profile import leftovers
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import letters, opening
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.touring.bar import TourBar
from inspector_app.ui.window.touring.steps import STEPS
from tests.conftest import PASSPHRASE

KEYS = Qt.Key


@pytest.fixture
def touring(run: Any, laptop: Laptop, qtbot: QtBot) -> Any:
    """The program at the first step of a tour that was taken from the list."""
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    start = driver.wait_for(Start)
    qtbot.mouseClick(start._tour, Qt.MouseButton.LeftButton)
    driver.wait_for(Desk)
    return driver


def bar(driver: Any) -> TourBar:
    (found,) = [one for one in driver.window.findChildren(TourBar) if one.isVisible()]
    assert isinstance(found, TourBar)
    return found


def step(driver: Any) -> int:
    """The step that the bar says, from its words: 1 is the first."""
    said = [one.words() for one in STEPS]
    return said.index(bar(driver).words.text()) + 1


def wait_for_step(driver: Any, qtbot: QtBot, number: int) -> None:
    qtbot.waitUntil(lambda: step(driver) == number)


def kept(laptop: Laptop) -> list[Path]:
    folders = (laptop.workspaces_folder, laptop.backups_folder)
    return [path for folder in folders if folder.exists() for path in folder.rglob("*") if path.is_file()]


def press(key: Qt.Key, text: str = "") -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    if text:
        QTest.keyClicks(QApplication.focusWidget(), text)


def test_every_step_is_noticed_when_it_was_done_by_keys_and_the_last_ends_it(touring: Any, qtbot: QtBot) -> None:
    laptop = touring.shell.laptop
    assert step(touring) == 1
    touring.desk.open_case(touring.desk.workspace.case_rows()[0].id)
    wait_for_step(touring, qtbot, 2)
    row = touring.desk.page("case").view.rows[0]
    row.setFocus()
    other = next(answer for answer in letters.FIRST if answer is not row.answer)
    press(getattr(KEYS, {"y": "Key_Y", "n": "Key_N", "-": "Key_Minus"}[letters.FIRST[other]]))
    wait_for_step(touring, qtbot, 3)
    touring.desk.page("case").view.rows[0].setFocus()
    press(KEYS.Key_Return, "seen with ")
    touring.desk.flush()
    qtbot.settle()  # type: ignore[attr-defined]
    assert step(touring) == 3, "what is typed on would have been taken for the undo"
    QTest.keyClicks(QApplication.focusWidget(), "her worker")
    press(KEYS.Key_Escape)
    wait_for_step(touring, qtbot, 4)
    touring.desk.page("case").undo("undo")
    wait_for_step(touring, qtbot, 5)
    touring.press("Ctrl+1")
    touring.desk.page("week").do("add-event")
    press(KEYS.Key_Space, "9.30 interview C04")
    press(KEYS.Key_Return)
    wait_for_step(touring, qtbot, 6)
    touring.press("Ctrl+5")
    wait_for_step(touring, qtbot, 7)
    touring.press("Ctrl+Shift+F")
    wait_for_step(touring, qtbot, 8)
    touring.press("Ctrl+Alt+U")
    assert bar(touring).end.hasFocus()
    press(KEYS.Key_Return)
    touring.wait_for(Start)
    assert kept(laptop) == []
    assert laptop.workspaces() == []
    assert not [one for one in touring.window.findChildren(TourBar) if one.isVisible()]


def test_a_step_can_be_passed_over_and_what_was_not_asked_for_is_not_taken_for_it(touring: Any, qtbot: QtBot) -> None:
    touring.press("Ctrl+5", "Ctrl+1")
    qtbot.settle()  # type: ignore[attr-defined]
    assert step(touring) == 1
    touring.press("Ctrl+Alt+U")
    press(KEYS.Key_Return)
    assert step(touring) == 2
    assert bar(touring).skip.hasFocus()
    press(KEYS.Key_Escape)
    assert touring.desk.isAncestorOf(QApplication.focusWidget() or touring.window)


def test_two_answers_are_no_note_and_no_undo(touring: Any, qtbot: QtBot) -> None:
    touring.desk.open_case(touring.desk.workspace.case_rows()[0].id)
    wait_for_step(touring, qtbot, 2)
    held, case = touring.desk.workspace, touring.desk.workspace.case_rows()[-1]
    for prompt in ("a", "b", "c"):
        held.editor.set("prompt", f"{case.id}/2.2.1/{prompt}", "answer", "na")
    wait_for_step(touring, qtbot, 3)
    qtbot.settle()  # type: ignore[attr-defined]
    assert step(touring) == 3


@pytest.mark.parametrize("way", ["lock", "close the inspection", "close the window"])
def test_whichever_way_it_is_left_nothing_of_it_stays(touring: Any, way: str) -> None:
    laptop = touring.shell.laptop
    workspace: Workspace = touring.desk.workspace
    workspace.add_case("T99", workspace.framework.samples[0].code)
    backups.make(workspace, backups.Why.ASKED)
    {
        "lock": touring.shell.lock,
        "close the inspection": touring.shell.show_start,
        "close the window": touring.shell.close,
    }[way]()
    assert kept(laptop) == []
    if way == "lock":
        touring.unlock()
    if way != "close the window":
        touring.wait_for(Start)
        assert laptop.workspaces() == []


def test_a_program_that_is_killed_on_the_tour_leaves_nothing_after_the_next_unlock(laptop: Laptop) -> None:
    made = opening.tour(laptop)
    assert not made.stays
    made.back_up(backups.Why.DOCUMENT)
    of_another_key = laptop.backups_folder / made.backups()[0].name.replace("-000001-", "-000777-")
    of_another_key.write_bytes(made.backups()[0].read_bytes()[:16] + os.urandom(65536 - 16))
    assert len(made.backups()) > 1
    made.database.close()
    assert made._making is not None
    os.close(made._making._claim._file)  # as the system lets go of it
    assert made.path.exists()
    leftovers.clear(laptop.folder, laptop.keyring_file)
    assert not made.path.exists()
    assert laptop.key_of(made.key.id) is None
    assert list(laptop.backups_folder.glob("*.backup")) == [of_another_key], "what another keyring may open stays"
    assert str(made.key.id) not in (laptop.folder / "settings.json").read_text(), "nor do settings remember it"


def test_it_makes_no_backup_and_no_second_copy_by_itself(laptop: Laptop, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    backups.name_second_folder(laptop, folder)
    before = list(folder.rglob("*"))
    made = opening.tour(laptop)
    backups.make_if_due(made, backups.Why.OPENING)
    assert [path for path in made.backups() if "opening" in path.name] == []
    backups.make(made, backups.Why.ASKED)
    assert list(folder.rglob("*")) == before
    made.close()


def test_the_sample_that_is_here_is_another_than_that_of_the_tour(laptop: Laptop) -> None:
    sample = opening.sample(laptop)
    made = opening.tour(laptop)
    assert made.path != sample.path
    made.close()
    assert sample.path.exists()
    sample.close()


@pytest.mark.parametrize("killed", [False, True], ids=["going on", "killed"])
def test_the_sample_in_another_window_is_none_of_a_tour(laptop: Laptop, killed: bool) -> None:
    made = opening.tour(laptop)
    if killed:
        made.database.close()
        assert made._making is not None
        os.close(made._making._claim._file)  # as the system lets go of it
    other = laptop
    if not killed:
        other = Laptop(laptop.folder)
        other.unlock(PASSPHRASE)
    sample = opening.sample(other)
    assert sample.path != made.path
    assert sample.stays
    sample.close()
    again = opening.sample(other)
    assert again.path == sample.path
    again.close()
    if not killed:
        made.close()


@pytest.mark.parametrize("way", ["closed", "locked"])
def test_settings_remember_nothing_of_a_tour(laptop: Laptop, way: str) -> None:
    made = opening.tour(laptop)
    backups.make(made, backups.Why.ASKED)
    assert str(made.key.id) in (laptop.folder / "settings.json").read_text()
    made.discard() if way == "locked" else made.close()
    assert str(made.key.id) not in (laptop.folder / "settings.json").read_text()


def test_each_step_is_said_aloud(touring: Any, qtbot: QtBot, aloud: list[str]) -> None:
    touring.desk.open_case(touring.desk.workspace.case_rows()[0].id)
    wait_for_step(touring, qtbot, 2)
    qtbot.waitUntil(lambda: any("step 2 of" in said for said in aloud))


def test_the_bar_says_the_keys_in_use_after_another_size_and_keeps_the_keyboard(touring: Any, qtbot: QtBot) -> None:
    touring.press("Ctrl+Alt+U")
    touring.window.change_look("contrast", 150)
    qtbot.settle()  # type: ignore[attr-defined]
    assert bar(touring).skip.hasFocus()


def test_with_an_inspection_open_it_is_put_away_first(opened: Any, laptop: Laptop) -> None:
    path = opened.desk.workspace.path
    opened.press("Ctrl+Alt+U")
    opened._qtbot.waitUntil(lambda: opened.shell.desk is not None and not opened.desk.workspace.stays)
    opened.shell.show_start()
    assert path.exists()
    assert [row.path for row in laptop.workspaces()] == [str(path)]
