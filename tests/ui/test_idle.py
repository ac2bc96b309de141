"""What counts as a sign that somebody is there: what the system sends to a window of any kind, and what is composed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMainWindow, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.window.system.idle import Idle

MINUTES = 10


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(window: QMainWindow, clock: Clock) -> Iterator[Idle]:
    """One that watches while a window with a box has the keyboard."""
    made = Idle(MINUTES, clocks=(clock,))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QPlainTextEdit(made))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.centralWidget().setFocus()
    return made


def handle(shown: QWidget) -> QWindow:
    """What the system knows of a widget that is a window."""
    return shown.windowHandle()


def is_a_sign(idle: Idle, clock: Clock, act: Callable[[], object]) -> bool:
    """Whether that puts off the lock which would come a second later."""
    clock.now = MINUTES * 60 - 1
    idle.check()
    act()
    QApplication.sendPostedEvents()
    heard: list[bool] = []
    idle.idle.connect(lambda: heard.append(True))
    clock.now = MINUTES * 60 + 1
    idle.check()
    return not heard


def combo(window: QMainWindow) -> QWidget:
    box = QComboBox(window)
    box.addItems(["Yes", "No", "n/a"])
    box.show()
    box.showPopup()
    return box.view().window()


def menu(window: QMainWindow) -> QWidget:
    made = QMenu(window)
    made.addAction("History")
    made.popup(window.mapToGlobal(QPoint(10, 10)))
    return made


def dialog(window: QMainWindow) -> QWidget:
    made = QDialog(window)
    made.setModal(True)
    box = QLineEdit(made)
    made.show()
    box.setFocus()
    return made


def popup(window: QMainWindow) -> QWidget:
    made = QWidget(window, Qt.WindowType.Popup)
    QLineEdit(made)
    made.show()
    return made


OVER = (combo, menu, dialog, popup)


def test_it_locks_once_when_the_minutes_are_over_and_not_before(idle: Idle, clock: Clock, qtbot: QtBot) -> None:
    heard: list[bool] = []
    idle.idle.connect(lambda: heard.append(True))
    clock.now = MINUTES * 60 - 1
    idle.check()
    assert heard == []
    clock.now += 1.5
    idle.check()
    idle.check()
    assert heard == [True]


def test_a_key_puts_the_lock_off(idle: Idle, clock: Clock, window: QMainWindow) -> None:
    assert is_a_sign(idle, clock, lambda: QTest.keyClick(handle(window), Qt.Key.Key_A))


def test_nothing_done_is_no_sign(idle: Idle, clock: Clock, window: QMainWindow) -> None:
    assert not is_a_sign(idle, clock, window.update)


def test_the_pointer_moved_over_the_window_puts_the_lock_off(idle: Idle, clock: Clock, window: QMainWindow) -> None:
    assert is_a_sign(idle, clock, lambda: QTest.mouseMove(handle(window), QPoint(40, 40)))


@pytest.mark.parametrize("over", OVER, ids=lambda over: over.__name__)
def test_what_lies_over_the_window_is_typed_into(
    idle: Idle, clock: Clock, window: QMainWindow, over: Callable[[QMainWindow], QWidget], qtbot: QtBot
) -> None:
    shown = over(window)
    qtbot.waitUntil(lambda: handle(shown).isExposed())
    assert is_a_sign(idle, clock, lambda: QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Down))
    shown.hide()


@pytest.mark.parametrize("over", OVER, ids=lambda over: over.__name__)
def test_what_lies_over_the_window_is_pointed_at(
    idle: Idle, clock: Clock, window: QMainWindow, over: Callable[[QMainWindow], QWidget], qtbot: QtBot
) -> None:
    shown = over(window)
    qtbot.waitUntil(lambda: handle(shown).isExposed())
    assert is_a_sign(idle, clock, lambda: QTest.mouseMove(handle(shown), QPoint(4, 4)))
    shown.hide()


@pytest.mark.parametrize("composed", [True, False], ids=["composed", "committed"])
def test_dictation_and_input_methods_are_typing(idle: Idle, clock: Clock, window: QMainWindow, composed: bool) -> None:
    event = QInputMethodEvent("spoken" if composed else "", [])
    if not composed:
        event.setCommitString("spoken")
    assert is_a_sign(idle, clock, lambda: QApplication.sendEvent(QGuiApplication.focusObject(), event))


def test_they_are_in_a_box_that_got_the_keyboard_later_too(
    idle: Idle, clock: Clock, window: QMainWindow, qtbot: QtBot
) -> None:
    box = dialog(window).findChild(QLineEdit)
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is box)
    event = QInputMethodEvent("spoken", [])
    assert is_a_sign(idle, clock, lambda: QApplication.sendEvent(box, event))
    box.window().hide()


def test_no_event_of_a_widget_is_looked_at_but_of_what_has_the_keyboard(
    idle: Idle, window: QMainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[object] = []
    monkeypatch.setattr(Idle, "eventFilter", lambda _self, watched, _event: bool(looked_at.append(watched)))
    window.centralWidget().viewport().repaint()
    window.menuBar().repaint()
    assert not [
        watched for watched in looked_at if watched is not window.centralWidget() and isinstance(watched, QWidget)
    ]


def test_stopped_it_looks_at_nothing(idle: Idle, clock: Clock, window: QMainWindow) -> None:
    idle.stop()
    before = idle._last
    clock.now = 5.0
    QTest.keyClick(handle(window), Qt.Key.Key_A)
    assert idle._last == before
