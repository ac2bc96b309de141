"""What a lock does beside saving: nothing stays over it or on the clipboard, and a new program comes in place of this one."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import Program
from inspector_app.core.domain.finding.search import Query, Wanted
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import frameworks
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import left_at
from inspector_app.ui import ask, own_keys, pages
from inspector_app.ui.look import theme
from inspector_app.ui.places.case import ready
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.sheet import CaseSheet
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.person import PersonPage
from inspector_app.ui.places.start.unlock import Unlock
from inspector_app.ui.window import anew, coming_back, place_text
from inspector_app.ui.window.anew import Handed
from inspector_app.ui.window.desk import Desk, PagePlaces
from inspector_app.ui.window.sheets.sheet import Sheet
from inspector_app.ui.window.shell import UNSAVED_LOCKED
from inspector_app.ui.window.system.clipboard import OurClipboard
from tests.conftest import PASSPHRASE
from tests.ui.conftest import PATIENCE, PatientBot, usual_look
from tests.ui.noting import write_a_note


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Handed]:
    """What the programs are told that would have been started."""
    found: list[Handed] = []
    monkeypatch.setattr(anew, "start_anew", found.append)
    return found


def test_a_new_program_is_told_which_inspection_and_nothing_else(
    opened: Any, qtbot: QtBot, begun: list[Handed]
) -> None:
    write_a_note(opened, qtbot, "A quiet child", case=0)
    workspace = opened.desk.workspace.id
    opened.shell.lock()
    qtbot.waitUntil(lambda: bool(begun))
    assert begun == [Handed(workspace, "front")]
    assert begun[0].arguments() == ["--locked", workspace, "front"]


def test_the_new_program_opens_it_where_the_person_was(
    opened: Any, laptop: Laptop, run: Callable[[Laptop], Any], qtbot: QtBot, begun: list[Handed]
) -> None:
    box = write_a_note(opened, qtbot, "A quiet child", case=0)
    QTest.keyClick(box, Qt.Key.Key_Left)
    opened.shell.lock()
    qtbot.waitUntil(lambda: bool(begun))
    after = run(Laptop(laptop.folder))
    with qtbot.waitSignal(after.window.painted):
        after.program.start(None, begun[0])
    after.unlock()
    after.wait_for(Desk)
    there = after.window.focusWidget()
    assert isinstance(there, QPlainTextEdit)
    assert there.toPlainText() == "A quiet child"
    assert there.textCursor().position() == len("A quiet chil")


def test_what_a_case_is_shown_on_is_made_while_the_passphrase_is_tried(
    opened: Any,
    laptop: Laptop,
    run: Callable[[Laptop], Any],
    qtbot: PatientBot,
    begun: list[Handed],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The key takes half a second to derive, in another thread; ten rows with their notes were made after it."""
    write_a_note(opened, qtbot, "A quiet child", case=0)
    opened.shell.lock()
    qtbot.waitUntil(lambda: bool(begun))
    derived, made, unlock, make = Event(), list[str](), Laptop.unlock, AnswerRow.__init__
    monkeypatch.setattr(Laptop, "unlock", lambda *given: (derived.wait(), unlock(*given))[1])
    monkeypatch.setattr(
        AnswerRow,
        "__init__",
        lambda row, *given, **more: (made.append(type(row).__name__), make(row, *given, **more))[1],
    )
    after = run(Laptop(laptop.folder))
    with qtbot.waitSignal(after.window.painted):
        after.program.start(None, begun[0])
    after.unlock()
    qtbot.settle()
    meanwhile = len(made)
    derived.set()
    after.wait_for(Desk)
    qtbot.settle()
    page = after.desk.page("case")
    assert made[meanwhile:] == []
    assert page.view.prompts[0].isVisible()
    assert after.window.focusWidget().toPlainText() == "A quiet child"


@pytest.mark.parametrize("change", ["zoom", "key"])
def test_what_is_ready_is_not_used_where_look_or_keys_changed_meanwhile(
    qtbot: PatientBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    owner = QObject()
    ready.make(QSize(1280, 760), owner)
    made = ready._made[0][1]
    if change == "zoom":
        theme.apply(qapp, "light", 150)
    else:
        monkeypatch.setattr(own_keys, "edition", lambda: (("next-gap", "F9"),))
    page = QWidget()
    qtbot.addWidget(page)
    assert ready.sheet(page, frameworks.find("iyjs-2025")) is not made
    usual_look(qapp)


def test_what_is_ready_goes_with_its_window(qtbot: PatientBot) -> None:
    owner = QObject()
    ready.make(QSize(1280, 760), owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not ready._made)


def test_rows_that_are_there_before_they_are_shown_ask_for_no_room(qtbot: PatientBot) -> None:
    """Qt asks what scrolls once how high it is: a sheet that was ready asked for nine rows, and the ratings were cut."""
    least = []
    for rows in (0, 9):
        sheet = CaseSheet("")
        qtbot.addWidget(sheet)
        sheet.view.have_rows(rows)
        sheet.judge_by(frameworks.find("iyjs-2025"))
        sheet.show_body(True)
        least.append(sheet.view.sizeHint().height())
    assert least[0] == least[1]


@pytest.mark.parametrize("asked", ["Writing the draft", ""])
def test_what_a_person_waited_for_when_it_locked_is_told_once_after_unlocking(
    opened: Any, laptop: Laptop, run: Callable[[Laptop], Any], qtbot: QtBot, begun: list[Handed], asked: str
) -> None:
    """It locks itself while a long export goes on, which ends with it: its name was nowhere any more."""
    there, go_on = Event(), Event()
    opened.shell.jobs.run(
        opened.desk, lambda _: (there.set(), go_on.wait(PATIENCE)), done=print, failed=print, asked=asked
    )
    assert there.wait(PATIENCE)
    opened.program.idle.idle.emit()
    qtbot.waitUntil(lambda: laptop.locked)
    go_on.set()
    qtbot.waitUntil(lambda: bool(begun))
    after = run(Laptop(laptop.folder))
    after.program.start(None, begun[0])
    after.unlock()
    after.wait_for(Desk)
    told = [said.words for said in after.window.messages.said]
    assert any("This was going on when the window was locked" in one and asked in one for one in told) == bool(asked)
    assert left_at.take_unfinished(after.desk.workspace) == []


def test_it_is_forgotten_where_the_person_was_once_they_are_there(opened: Any) -> None:
    opened.shell.lock()
    opened.unlock()
    opened.wait_for(Desk)
    assert left_at.take(opened.desk.workspace) == ""


def test_the_file_is_free_for_another_window_while_locked(opened: Any, laptop: Laptop) -> None:
    path = opened.desk.workspace.path
    opened.shell.lock()
    laptop.unlock("copper lantern drifts over quiet water")
    other = Workspace.open(laptop, path, window=True)
    laptop.lock()
    opened.unlock()
    opened.wait_for("Start")
    other.close()


def test_a_lock_before_anything_is_open_starts_anew_too(
    run: Callable[[Laptop], Any], laptop: Laptop, qtbot: QtBot, begun: list[Handed]
) -> None:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    driver.wait_for("Start")
    driver.shell.lock()
    qtbot.waitUntil(lambda: bool(begun))
    assert begun[0].inspection == ""


def test_a_lock_while_a_name_is_changed_leaves_nothing_that_asks_for_the_keys(
    run: Callable[[Laptop], Any], laptop: Laptop, qtbot: QtBot, begun: list[Handed]
) -> None:
    laptop.lock()
    driver = run(laptop)
    driver.start()
    driver.unlock()
    driver.wait_for(Start).person_wanted.emit()
    driver.wait_for(PersonPage)._rename.click()
    driver.shell.jobs.wait(PATIENCE)  # it is done, and nobody has been told
    with qtbot.captureExceptions() as wrong:
        driver.shell.lock()
        qtbot.waitUntil(lambda: bool(begun) and not driver.shell.jobs._running)
    assert wrong == []
    laptop.unlock(PASSPHRASE)


def test_the_place_on_every_page_is_written_and_read(opened: Any, subtests: pytest.Subtests) -> None:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    for row in pages.PAGES:
        with subtests.test(row.code):
            opened.desk.show_page(row.code)
            places = opened.desk.places()
            assert place_text.read(place_text.written(places)) == places


def test_with_a_backup_chosen_on_restore_the_window_locks(
    workspace: Workspace, run: Callable[[Laptop], Any], laptop: Laptop, qtbot: QtBot, begun: list[Handed]
) -> None:
    """A place that could not be written kept the laptop open."""
    workspace.back_up()
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start(workspace.path)
    driver.unlock()
    driver.wait_for(Desk)
    driver.desk.show_page("restore")
    qtbot.waitUntil(lambda: isinstance(driver.desk.places().pages.get("restore"), Path))
    places = driver.desk.places()
    assert place_text.read(place_text.written(places)) == places
    driver.shell.lock()
    qtbot.waitUntil(lambda: bool(begun))
    assert laptop.locked


@pytest.mark.parametrize("fault", [TypeError, KeyError, RuntimeError])
def test_a_fault_of_a_page_leaves_no_laptop_open_and_is_told_of(
    opened: Any, laptop: Laptop, qtbot: QtBot, begun: list[Handed], monkeypatch: pytest.MonkeyPatch, fault: type
) -> None:
    inspection = opened.desk.workspace.id

    def broken(_: Desk) -> PagePlaces:
        raise fault("a page")

    monkeypatch.setattr(Desk, "places", broken)
    with pytest.raises(fault):
        opened.shell.lock()
    qtbot.waitUntil(lambda: bool(begun))
    assert laptop.locked
    assert opened.shell.desk is None
    assert begun[0].inspection == inspection


def test_a_search_is_part_of_the_place() -> None:
    places = PagePlaces("find", {"find": (Query("bruise", Wanted(note=True)), frozenset({"a"}))})
    assert place_text.read(place_text.written(places)) == places


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "no JSON",
        "3",
        json.dumps({"kind": "os:system", "of": {}}),
        json.dumps({"kind": "inspector_app.ui.window.shell:Shell", "of": {}}),
        json.dumps({"kind": "inspector_app.ui.page:CaseAt", "of": {"case": "x"}}),
        json.dumps({"kind": "inspector_app.ui.window.desk:PagePlaces", "of": {"current": "gone", "pages": {}}}),
        json.dumps({"kind": "inspector_app.ui.window.desk:PagePlaces", "of": {"current": ["week"], "pages": 3}}),
    ],
)
def test_a_place_that_is_none_is_no_place(workspace: Workspace, kept: str) -> None:
    left_at.keep(workspace, kept)
    assert coming_back.take(workspace) is None


def test_no_package_and_no_document_holds_the_place(workspace: Workspace) -> None:
    left_at.keep(workspace, "here")
    with workspace.database.read() as connection:
        logged = connection.exec_driver_sql("SELECT count(*) FROM changes WHERE value = 'here'").scalar()
    assert logged == 0


# text that no disk takes


def lock_on_a_full_disk(opened: Any, qtbot: QtBot, patched: pytest.MonkeyPatch) -> None:
    """Lock with a note that no disk takes, for as long as it is `patched`."""

    def full(*_: object, **__: object) -> None:
        raise Expected(Code.DISK_FULL, where="x")

    patched.setattr(opened.desk.workspace.editor, "set", full)
    write_a_note(opened, qtbot, "On a full disk", case=0)
    opened.shell.lock()
    opened.wait_for(Unlock)


def test_text_that_no_disk_takes_is_said_and_saved_under_the_lock_before_the_program_ends(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, laptop: Laptop, begun: list[Handed]
) -> None:
    workspace = opened.desk.workspace
    with monkeypatch.context() as patched:
        lock_on_a_full_disk(opened, qtbot, patched)
        assert opened.window.messages.shown.words.text() == str(UNSAVED_LOCKED)
        assert "Not saved yet" in opened.window.said.saved
        opened.shell._save_again()
        assert begun == []
    opened.shell._save_again()
    qtbot.waitUntil(lambda: bool(begun))
    assert begun == [Handed(workspace.id, "front")]
    assert opened.window.messages.shown.isHidden()
    laptop.unlock("copper lantern drifts over quiet water")
    again = Workspace.open(laptop, workspace.path)
    row = again.case_rows()[0]
    assert again.question_page(row.id, row.marks[0].question).prompts[0].note == "On a full disk"
    again.close()


def test_a_file_that_is_given_under_the_lock_is_opened_after_it_though_text_waited_there(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make_workspace: Callable[..., Workspace]
) -> None:
    with closing(make_workspace("Ashford Youth Justice Service")) as other:
        path = other.path
    with monkeypatch.context() as patched:
        lock_on_a_full_disk(opened, qtbot, patched)
        opened.shell.open_given(path)
    opened.unlock()
    qtbot.waitUntil(lambda: opened.shell.desk is not None and opened.desk.workspace.path == path)


# nothing stays over the lock


@pytest.mark.parametrize("ending", ["lock", "show_start"])
def test_what_a_page_put_off_for_a_moment_is_done_before_the_file_is_closed(
    opened: Any, qtbot: QtBot, begun: list[Handed], ending: str
) -> None:
    opened.desk.show_page("ratings")
    opened.window.grab()  # the table is painted, and what stands beside it follows in a moment
    page, workspace, read = opened.desk.page("ratings"), opened.desk.workspace, []
    QTimer.singleShot(0, page, lambda: read.append(len(workspace.case_rows())))
    with qtbot.captureExceptions() as wrong:
        getattr(opened.shell, ending)()
        qtbot.wait(1)
    assert wrong == []
    assert len(read) == 1


def test_no_dialog_stays_over_the_lock(opened: Any, qtbot: QtBot, begun: list[Handed]) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    seen: list[bool] = []

    def lock() -> None:
        seen.append(any(isinstance(w, QFileDialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
        opened.program.idle.idle.emit()

    qtbot.waitUntil(lambda: opened.window.isActiveWindow())
    QTimer.singleShot(0, lock)  # in the loop of the dialog
    assert ask.open_file(opened.window, "Open an inspection", "") is None
    assert seen == [True]
    opened.wait_for(Unlock)
    assert over(opened.window) == []


def test_no_menu_and_no_sheet_stays_over_the_lock(opened: Any) -> None:
    opened.press("Ctrl+K")
    sheets = opened.window.findChildren(Sheet)
    assert any(sheet.isVisible() for sheet in sheets)
    menu = QMenu(opened.window)
    menu.addAction("Settings")
    menu.popup(QPoint(5, 5))
    assert over(opened.window) != []
    opened.shell.lock()
    assert over(opened.window) == []
    assert not any(sheet.isVisible() for sheet in sheets)


def over(window: QWidget) -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]


# the clipboard


def test_what_was_copied_is_gone_after_the_lock(opened: Any, qtbot: QtBot) -> None:
    box = write_a_note(opened, qtbot, "A quiet child", case=0)
    box.selectAll()
    box.copy()
    assert QGuiApplication.clipboard().text() == "A quiet child"
    opened.shell.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_is_gone_after_the_program_is_closed(opened: Any, qtbot: QtBot) -> None:
    box = write_a_note(opened, qtbot, "A quiet child", case=0)
    box.selectAll()
    box.cut()
    opened.window.close()
    assert QGuiApplication.clipboard().text() == ""


def test_what_another_program_has_put_there_stays(opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    box = write_a_note(opened, qtbot, "A quiet child", case=0)
    box.selectAll()
    box.copy()
    monkeypatch.setattr(OurClipboard, "_on_changed", lambda *_: None)
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)  # another program has the keyboard
    QGuiApplication.clipboard().setText("a telephone number")
    opened.shell.lock()
    assert QGuiApplication.clipboard().text() == "a telephone number"


# who is there and who is not


def test_text_put_in_through_the_accessibility_interface_is_a_sign_of_a_person(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = write_a_note(opened, qtbot, "x", case=0)
    signs: list[bool] = []
    opened.desk.changed.connect(lambda: signs.append(opened.program.idle._last > before))
    before = opened.program.idle._last
    box.insertPlainText("dictated")  # no event comes with it
    qtbot.waitUntil(lambda: bool(signs))
    assert signs[0]


def test_a_person_who_goes_away_locks_the_window(opened: Any, laptop: Laptop) -> None:
    opened.shell._locking._away.left.emit()
    opened.wait_for(Unlock)
    assert laptop.locked


@pytest.mark.parametrize("window", ["front", "behind", "small"])
def test_the_new_window_stands_as_the_old_one_did(run: Callable[[Laptop], Any], laptop: Laptop, window: str) -> None:
    laptop.lock()
    program: Program = run(laptop).program
    program.start(None, Handed("", window))
    assert program.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating) == (window != "front")
    assert program.window.isMinimized() == (window == "small")


@pytest.mark.parametrize(
    "arguments", [[], ["a.inspection"], ["--locked"], ["--locked", "x", "sideways"], ["--locked", "x", "front", "y"]]
)
def test_what_a_person_types_is_not_taken_for_a_lock(arguments: list[str]) -> None:
    assert Handed.of(arguments) is None
    assert Handed.of(Handed("abc", "small").arguments()) == Handed("abc", "small")
