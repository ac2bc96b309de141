"""Whatever is open while it locks: nothing stays over the lock, and nothing of the words that stood in it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLineEdit, QMenu, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui import ask
from inspector_app.ui.note import word_menu
from inspector_app.ui.window.window_menu import WindowMenu
from tests.ui.noting import write_a_note
from tests.ui.test_locking import begun as begun
from tests.ui.test_locking import over

SECRET = "C01"  # a reference of a case
Open = Callable[[Any, QtBot], object]
SAID = ("text", "toPlainText", "windowTitle", "toolTip", "accessibleName", "placeholderText", "currentText")


@pytest.fixture
def spells() -> bool:
    return True


def _list_of(page: str) -> Open:
    def open_(driver: Any, _qtbot: QtBot) -> None:
        driver.desk.show_page(page)
        boxes = driver.desk.page(page).findChildren(QComboBox)
        next(box for box in boxes if box.isVisible() and box.count()).showPopup()

    return open_


def _menu_in_a_menu(driver: Any, _qtbot: QtBot) -> None:
    menu = QMenu(driver.window)
    inner = menu.addMenu(f"Case {SECRET}")
    inner.addAction(f"Give {SECRET} to Bob")
    menu.popup(QPoint(5, 5))
    inner.popup(QPoint(50, 50))


def _menu_of_the_window(driver: Any, _qtbot: QtBot) -> None:
    driver.window.findChildren(WindowMenu)[0].popup(QPoint(40, 40))


def _suggestions(driver: Any, qtbot: QtBot) -> None:
    box = write_a_note(driver, qtbot, f"assesment of {SECRET}", case=0)
    word_menu.open_at_cursor(box)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)


def _composing(driver: Any, qtbot: QtBot) -> None:
    box = write_a_note(driver, qtbot, "one ", case=0)
    QApplication.sendEvent(box, QInputMethodEvent(f"composed {SECRET}", []))


def _tip(driver: Any, _qtbot: QtBot) -> None:
    QToolTip.showText(QPoint(30, 30), f"Case {SECRET}", driver.window)


def _calendar(driver: Any, _qtbot: QtBot) -> None:
    driver.desk.show_page("setup")
    box = next(box for box in driver.desk.page("setup").findChildren(QDateEdit) if box.isVisible())
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 8, box.height() // 2))


def _completing(page: str) -> Open:
    def open_(driver: Any, qtbot: QtBot) -> None:
        if page == "case":
            driver.desk.open_case(driver.desk.workspace.case_rows()[0].id)
            driver.desk.page("case").asides.show("facts")
        else:
            driver.desk.show_page(page)
        qtbot.settle()
        line = next(line for line in driver.desk.page(page).findChildren(QLineEdit) if line.completer())
        line.setFocus()
        line.completer().setCompletionPrefix("")
        line.completer().complete()

    return open_


def _panel(driver: Any, _qtbot: QtBot) -> None:
    driver.desk.show_page("panel")
    assert driver.window.isFullScreen()


def _dragging(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("week")
    driver.desk.show_page("week")
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(page, QPoint(340, 340))


def _minimised(driver: Any, _qtbot: QtBot) -> None:
    driver.window.showMinimized()


OPENED: dict[str, Open] = {
    "list of a drop-down, profile": _list_of("profile"),
    "list of a drop-down, evidence": _list_of("evidence"),
    "list of a drop-down, setting up": _list_of("setup"),
    "list of a drop-down, questions": _list_of("questions"),
    "menu in a menu": _menu_in_a_menu,
    "menu of the window": _menu_of_the_window,
    "suggestions for a word": _suggestions,
    "what an input method composes": _composing,
    "tip": _tip,
    "calendar": _calendar,
    "what completes a fact": _completing("case"),
    "what completes a reference": _completing("paper"),
    "panel mode over the whole screen": _panel,
    "drag": _dragging,
    "window that is minimised": _minimised,
}
ASKED: dict[str, Callable[[QWidget], object]] = {
    "where to save": lambda w: ask.save_file(w, f"Save {SECRET}", "PDF (*.pdf)", Path(f"{SECRET}.pdf")),
    "which file": lambda w: ask.open_file(w, f"Open {SECRET}", ""),
    "which files": lambda w: ask.open_files(w, f"Open {SECRET}", ""),
    "which folder": lambda w: ask.folder(w, f"Folder of {SECRET}"),
    "yes or no": lambda w: QMessageBox(QMessageBox.Icon.Question, "Sure?", SECRET, parent=w).exec(),
}


def _said(widget: QWidget) -> list[str]:
    said = [getattr(widget, name)() for name in SAID if callable(getattr(widget, name, None))]
    return said + ([widget.itemText(n) for n in range(widget.count())] if isinstance(widget, QComboBox) else [])


def nothing_left(driver: Any, qtbot: QtBot) -> None:
    driver.wait_for("Unlock")
    qtbot.settle()
    assert over(driver.window) == []
    assert QApplication.activePopupWidget() is None
    assert not QToolTip.isVisible()
    assert SECRET not in QToolTip.text()
    with suppress(RuntimeError):
        assert [w for w in QApplication.allWidgets() if any(SECRET in str(said) for said in _said(w))] == []


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.usefixtures("begun")
def test_nothing_that_is_open_stays_over_the_lock_or_leaves_its_words(opened: Any, qtbot: QtBot, name: str) -> None:
    OPENED[name](opened, qtbot)
    qtbot.settle()
    opened.program.idle.idle.emit()
    nothing_left(opened, qtbot)


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.usefixtures("begun")
def test_nothing_that_is_asked_stays_over_the_lock(opened: Any, qtbot: QtBot, name: str) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    seen: list[int] = []

    def lock() -> None:
        seen.append(len(over(opened.window)))
        opened.program.idle.idle.emit()

    qtbot.waitUntil(lambda: opened.window.isActiveWindow())
    QTimer.singleShot(0, lock)  # in the loop of the dialog
    ASKED[name](opened.window)
    assert seen == [1]
    nothing_left(opened, qtbot)
