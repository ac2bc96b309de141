"""The real window over a real laptop in a temporary profile folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import Program
from inspector_app.core.services.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.page import Shared
from inspector_app.ui.window import uncaught
from inspector_app.ui.window.desk import Desk

PASSPHRASE = "copper lantern drifts over quiet water"  # that of the laptop fixture


class Driver:
    """Drives a Program as a person does, and waits as a person does."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._qtbot = qtbot
        self.program = program
        self.shell, self.window = program.shell, program.window

    @property
    def screen(self) -> QWidget:
        screen = self.window.screen_shown
        assert screen is not None
        return screen

    @property
    def desk(self) -> Desk:
        assert self.shell.desk is not None
        return self.shell.desk

    def wait_for(self, kind: type[QWidget] | str) -> QWidget:
        """Wait until a screen of that class is shown."""
        name = kind if isinstance(kind, str) else kind.__name__
        self._qtbot.waitUntil(lambda: type(self.screen).__name__ == name, timeout=20_000)
        return self.screen

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase into the unlock page and press Enter."""
        box = self.wait_for("Unlock").focusProxy()
        assert box is not None
        QTest.keyClicks(box, passphrase)
        QTest.keyClick(box, Qt.Key.Key_Return)

    def press(self, *keys: str) -> None:
        """Press key chords, such as Ctrl+L, in the window."""
        for chord in keys:
            QTest.keySequence(self.window, QKeySequence(chord))

    def start(self, wanted: Path | None = None) -> None:
        with self._qtbot.waitSignal(self.window.painted, timeout=20_000):
            self.program.start(wanted)


@pytest.fixture
def run(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Laptop], Driver]]:
    """Makes the program for a laptop; closes it afterwards. The uncaught hook stays pytest's, so that bugs fail tests."""
    made: list[Program] = []
    monkeypatch.setattr(uncaught, "install", lambda tell: None)

    def make(laptop: Laptop) -> Driver:
        made.append(Program(qapp, laptop))
        return Driver(qtbot, made[-1])

    yield make
    for program in made:
        program.shell.close()
        program.window.close()
        program.window.deleteLater()
    theme.apply(qapp, "light", 100)


@pytest.fixture
def driver(run: Callable[[Laptop], Driver], profile: Path) -> Driver:
    """The program on a laptop that nobody has been set up on; not started."""
    return run(Laptop(profile))


@pytest.fixture
def shared() -> Iterator[Callable[[Workspace], Shared]]:
    """What a page is made from, for tests that show one page alone."""
    jobs = Jobs()
    yield lambda workspace: Shared(workspace, jobs)
    jobs.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # views let go of their PDF when destroyed


class Flashes(QObject):
    """Notes every window that is shown beside the one: a widget shown before it has a place in it flashes up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def flashes(qapp: QApplication) -> Iterator[Flashes]:
    made = Flashes()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def opened(run: Callable[[Laptop], Driver], laptop: Laptop, workspace: Workspace) -> Driver:
    """The program with the workspace of the tests open at its cases."""
    path = workspace.path
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start(path)
    driver.unlock()
    driver.wait_for(Desk)
    driver.desk.show_page("cases")
    return driver
