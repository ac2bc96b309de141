"""Python's search of everything for garbage stops the window: it is made when nobody would notice."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector_app.core.services.ticket import Ticket
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.system.idle import Idle
from inspector_app.ui.window.system.tidying import Tidying
from tests.ui.test_idle import Clock

DUE, LARGE = 10, 10_000


class Circle:
    """Something that only refers to itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def as_python_has_it() -> Iterator[None]:
    """A program of another test may have taken the search upon itself and live on."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, DUE)
    yield
    gc.set_threshold(*before)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(qapp: QObject) -> Jobs:
    return Jobs()


@pytest.fixture
def tidying(clock: Clock, jobs: Jobs, qtbot: QtBot) -> Iterator[Tidying]:
    idle, owner = Idle(10, clocks=(clock,)), QObject()
    yield Tidying(idle, jobs, owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()


def old_garbage() -> weakref.ref[Circle]:
    """Garbage that searches for younger garbage took for something needed, after as many as make the search of all due."""
    kept = Circle()
    seen = weakref.ref(kept)
    for _ in range(DUE + 1):
        gc.collect(1)
    del kept
    return seen


def test_garbage_goes_once_nobody_has_pressed_a_key_for_a_while(tidying: Tidying, clock: Clock) -> None:
    seen = old_garbage()
    tidying.check()
    assert seen() is not None, "somebody is typing"
    clock.now += 5
    tidying.check()
    assert seen() is None


def test_garbage_waits_for_the_end_of_a_job(tidying: Tidying, clock: Clock, jobs: Jobs, qtbot: QtBot) -> None:
    may_end = threading.Event()

    def work(_ticket: Ticket) -> bool:
        return may_end.wait(30)

    jobs.run(tidying, work, done=lambda _: None, failed=lambda _: None)
    seen = old_garbage()
    clock.now += 60
    tidying.check()
    assert seen() is not None
    may_end.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    tidying.check()
    assert seen() is None


def test_python_never_looks_through_everything_by_itself(tidying: Tidying) -> None:
    seen, before = old_garbage(), gc.get_stats()[2]["collections"]
    kept = [[number] for number in range(200_000)]
    assert gc.get_stats()[2]["collections"] == before, f"{len(kept)} lists made it search"
    assert seen() is not None


def test_what_python_does_by_itself_is_as_before_once_the_program_is_gone(
    clock: Clock, jobs: Jobs, qtbot: QtBot
) -> None:
    owner = QObject()
    assert (before := gc.get_threshold())[2] < LARGE
    Tidying(Idle(10, clocks=(clock,)), jobs, owner)
    assert gc.get_threshold()[2] > LARGE
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert gc.get_threshold() == before
