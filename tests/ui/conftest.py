"""The real window over a real laptop in a temporary profile folder."""

import gc
import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6 import QtGui
from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    Qt,
    SignalInstance,
)
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import Program
from inspector_app.core.domain.backups import Why
from inspector_app.core.report.files import apart
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls import telling
from inspector_app.ui.controls.telling import Told
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.note.spelling import Spelling
from inspector_app.ui.page import Page, Shared
from inspector_app.ui.places.case import ready
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.window import anew, coming_back, uncaught
from inspector_app.ui.window.desk import Desk, PagePlaces
from inspector_app.ui.window.locking import Locking
from tests.conftest import add_cases, cheap_keyrings, create, kept_with, set_up
from tests.copies import copied
from tests.services.colleagues import Team
from tests.ui import late
from tests.ui.colleagues import colleague, joined
from tests.ui.screens import fill
from tests.ui.states import prepare

PASSPHRASE = "copper lantern drifts over quiet water"  # that of the laptop fixture
PATIENCE = 60_000  # ms that anything may take on a busy machine before a test gives up on it
P = TypeVar("P", bound=Page)
Watcher = TypeVar("Watcher", bound=QObject)


@pytest.fixture(autouse=True)
def garbage_is_looked_for_between_tests_and_in_this_thread() -> Iterator[None]:
    """A job's thread that came upon dead widgets in the middle of its own work ended the process.

    What is there when the windows of fifty tests have gone is of the worker and of no test: it is not looked through again.
    """
    gc.disable()
    yield
    if gc.get_count()[2] < 50:
        gc.collect(1)
    else:
        gc.collect()
        gc.freeze()
    gc.enable()


class PatientBot(QtBot):
    """Waits for what must come, and for nothing else: how long it takes is no matter of these tests (tests/benchmarks)."""

    def waitUntil(self, callback: Callable[[], bool | None]) -> None:
        super().waitUntil(callback, timeout=PATIENCE)

    def waitSignal(self, signal: SignalInstance, *, timeout: int = PATIENCE, raising: bool = True) -> Any:
        return super().waitSignal(signal, timeout=timeout, raising=raising)

    def present(self, widget: QWidget, width: int = 1190, height: int = 760) -> None:
        """Show a widget in a window of its own, ready to be used."""
        self.addWidget(widget)
        widget.resize(width, height)
        with self.waitExposed(widget, timeout=PATIENCE):
            widget.show()
        widget.activateWindow()

    def settle(self) -> None:
        """Wait until nothing is left to do: what was asked for has been laid out and painted, and what that asked for too."""
        dispatcher = QAbstractEventDispatcher.instance()
        while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            pass


@pytest.fixture
def spells() -> bool:
    """Whether the process that knows the words is started: as dear as a window, wherever somebody typed or looks at a note.

    Without it all is as where it cannot be started: no word is known to be wrong. Modules that are about it, about what a
    lock leaves running, or about whatever may come, start it.
    """
    return False


@pytest.fixture(autouse=True)
def _quick(quick_packages: None, spells: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a package under a passphrase costs, or a process that writes a draft, is no matter of these tests."""
    monkeypatch.setattr(apart, "_asked", lambda *_: b"")
    if not spells:
        monkeypatch.setattr(Spelling, "_start", lambda _check: None)


@pytest.fixture(autouse=True)
def _late(request: pytest.FixtureRequest, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --late-jobs; the seed is that of the run, and each test has its own chances."""
    if request.config.getoption("--late-jobs"):
        late.come_late(monkeypatch, random.Random(f"{seed} {request.node.nodeid}"))


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """Without a program before it, a page that is shown alone would have the fonts of whatever system this is."""
    theme.apply(qapp, "light", 100)


@pytest.fixture
def qtbot(dressed: None, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


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
        self._qtbot.waitUntil(lambda: type(self.screen).__name__ == name)
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
        with self._qtbot.waitSignal(self.window.painted):
            self.program.start(wanted)


@pytest.fixture
def run(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Laptop], Driver]]:
    """Makes the program for a laptop; closes it afterwards. The uncaught hook stays pytest's, so that bugs fail tests.

    A lock does not end this process but goes on in it, as where no new program can be started (tests/trust/test_lock.py).
    """
    made: list[Program] = []
    monkeypatch.setattr(uncaught, "install", lambda tell: None)
    monkeypatch.setattr(anew, "start_anew", lambda handed: None)

    def started_anew(locking: Locking, handed: anew.Handed) -> None:
        """The new program is this one, and begins as that does."""
        locking._jobs.wait(PATIENCE)
        anew.start_anew(handed)
        (shell,) = (program.shell for program in made if program.shell._locking is locking)
        shell.begin(None, handed.inspection)
        shell.say_locked()

    monkeypatch.setattr(Locking, "_start_anew", started_anew)

    def make(laptop: Laptop) -> Driver:
        made.append(Program(qapp, laptop))
        return Driver(qtbot, made[-1])

    yield make
    for program in made:
        program.shell.close()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()  # and what follows the focus for it
    usual_look(qapp)


def usual_look(app: QApplication) -> None:
    """As tests begin. What a test has done with goes first: else all of it would be dressed once more."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(app, "light", 100)


@pytest.fixture
def driver(run: Callable[[Laptop], Driver], profile: Path) -> Driver:
    """The program on a laptop that nobody has been set up on; not started."""
    return run(Laptop(profile))


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # views let go of their PDF when destroyed


@pytest.fixture
def shared(jobs: Jobs) -> Callable[[Workspace], Shared]:
    """What a page is made from, for tests that show one page alone."""
    return lambda workspace: Shared(workspace, jobs)


@pytest.fixture
def alone(qtbot: PatientBot, shared: Callable[[Workspace], Shared]) -> Callable[[type[P], Workspace], P]:
    """Shows one page of a workspace alone; it hears of every edit."""

    def show(kind: type[P], workspace: Workspace) -> P:
        page = kind(shared(workspace))
        workspace.editor.listeners.append(page.refresh)
        qtbot.present(page)
        return page

    return show


@pytest.fixture
def case_page(qtbot: PatientBot, workspace: Workspace, alone: Callable[[type[P], Workspace], P]) -> CasePage:
    """The page of the first case, alone; its first prompt has the focus."""
    page = alone(CasePage, workspace)
    page.show_case(workspace.case_rows()[0].id)
    qtbot.waitUntil(page.view.rows[0].hasFocus)
    return page


@pytest.fixture(scope="session")
def kept_plain(kept_plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the backup that is made at its first opening: that takes a tenth of what opening it does."""
    place = tmp_path_factory.mktemp("plain") / "profile"
    return kept_with(kept_plain, place, lambda made: made.back_up(Why.OPENING))


@pytest.fixture(scope="session")
def kept_trafford(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with the sample inspection, made once: to take it in is a sixth of a second."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        laptop = set_up(tmp_path_factory.mktemp("trafford") / "profile")
        with closing(create(laptop, "Trafford")) as made:
            exchange.import_file(made, exchange.sample_document())
            made.back_up(Why.OPENING)
    return laptop.folder


@pytest.fixture
def trafford(kept_trafford: Path, laptop: Laptop, make_workspace: Callable[..., Workspace]) -> Iterator[Workspace]:
    """A workspace with the sample inspection in it: a copy, where the laptop of the test holds nothing yet."""
    if laptop.keyring.workspaces:
        made = make_workspace("Trafford")
        exchange.import_file(made, exchange.sample_document())
        yield made
        return
    with closing(copied(kept_trafford, laptop)) as made:
        yield made


@pytest.fixture
def bob(profile: Path, tmp_path: Path) -> Laptop:
    """A colleague on a laptop of his own, with his identity card beside it."""
    return colleague("Bob", tmp_path)


@pytest.fixture
def theirs(no_backups: None, workspace: Workspace, bob: Laptop, tmp_path: Path) -> Iterator[Workspace]:
    """Bob's copy of the inspection; packages of it are taken without a backup."""
    made = joined(workspace, bob, tmp_path)
    yield made
    made.close()


@contextmanager
def watching(application: QApplication, watcher: Watcher) -> Iterator[Watcher]:
    """Every event goes by the watcher in the block."""
    application.installEventFilter(watcher)
    yield watcher
    application.removeEventFilter(watcher)


class Spoken:
    """Notes what is told, wherever it is shown: it stands where that is sent from, and sees no other event."""

    def __init__(self) -> None:
        self.all: list[Told] = []

    @property
    def last(self) -> str:
        return self.all[-1].words if self.all else ""

    def do(self, words: str) -> None:
        """Do what the last of them offers by these words."""
        next(offer for offer in self.all[-1].offers if offer.words == words).act()

    def sendEvent(self, to: QObject, event: QEvent) -> bool:
        if isinstance(event, Told):
            self.all.append(event)
        return QCoreApplication.sendEvent(to, event)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Spoken:
    """What is told from now on."""
    made = Spoken()
    monkeypatch.setattr(telling, "QCoreApplication", made)
    return made


@pytest.fixture
def aloud(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced."""
    said: list[str] = []

    class Recorder:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event: Any) -> None:
            assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
            said.append(event.message())

    monkeypatch.setattr(QtGui, "QAccessible", Recorder)
    return said


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
    with watching(qapp, Flashes()) as made:
        yield made


@pytest.fixture
def in_window(
    run: Callable[[Laptop], Driver], laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Driver]:
    """Opens a workspace of the laptop in the program, which begins locked, at a page, where the person was at the lock.

    Else the page that an inspection opens at ("") would be made first, of all that is in it, by tests that go to another;
    the one named here costs least. The sheet of a case is made when a case is shown: ahead of it (test_locking.py) it is a
    quarter of what this takes, and most tests never come to a case.
    """

    def open_(workspace: Workspace, first: str = "trust") -> Driver:
        coming_back.keep(workspace, PagePlaces(first, {}))
        workspace.close()
        laptop.lock()
        driver = run(laptop)
        driver.start(workspace.path)
        with monkeypatch.context() as patch:
            patch.setattr(ready, "make", lambda *_: None)
            driver.unlock()
            driver.wait_for(Desk)
        return driver

    return open_


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with what is in `filled`, made once: a colleague and four packages take most of a second."""
    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        laptop = set_up(folder / "profile")
        with closing(create(laptop)) as made:
            add_cases(made)
            fill(made, folder)
            made.back_up(Why.OPENING)
    return laptop.folder


@pytest.fixture
def filled(kept: Path, laptop: Laptop) -> Iterator[Workspace]:
    """The workspace of the tests with something on every page: a copy, on the laptop of the test."""
    with closing(copied(kept, laptop)) as made:
        yield made


@pytest.fixture(scope="session")
def kept_for_states(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with what the states of pages need beside what is in `filled`, made once."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        laptop = Laptop(tmp_path_factory.mktemp("states") / "profile")
        with closing(copied(kept, laptop)) as made:
            prepare(made)
            made.back_up(Why.OPENING)
    return laptop.folder


@pytest.fixture
def for_states(kept_for_states: Path, laptop: Laptop) -> Iterator[Workspace]:
    """The workspace in which every page has something in every state (tests/ui/states.py): a copy."""
    with closing(copied(kept_for_states, laptop)) as made:
        yield made


@pytest.fixture
def first_page() -> str:
    """Where `opened` and `open_at` begin: the page that costs least of so few cases. Modules that are about another begin
    there; who opens what is in `for_states`, where it has three times as much to show, takes `in_window` as it is.
    """
    return "second"


@pytest.fixture
def open_at(in_window: Callable[..., Driver], first_page: str) -> Callable[[Workspace], Driver]:
    """Opens a workspace at that page."""
    return partial(in_window, first=first_page)


@pytest.fixture
def opened(open_at: Callable[[Workspace], Driver], workspace: Workspace) -> Driver:
    """The program with the workspace of the tests open at that page."""
    return open_at(workspace)


@pytest.fixture
def people(no_backups: None, opened: Driver, tmp_path: Path) -> Iterator[Team]:
    """The team of the inspection that is open in the program, to which colleagues can be added."""
    made = Team(opened.desk.workspace, tmp_path)
    yield made
    made.close()
