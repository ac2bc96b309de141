"""Python's search for garbage is made by the window's thread; that of everything when nobody would notice."""

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

DUE, MANY = 10, 10_000


class Circle:
    """Something that only refers to itself, and notes in whose thread it went."""

    def __init__(self) -> None:
        self.own, self.went_in = self, list[threading.Thread]()

    def __del__(self) -> None:
        self.went_in.append(threading.current_thread())


@pytest.fixture(autouse=True)
def python_looks_by_itself() -> Iterator[None]:
    """As at the start of a program; a program of another test may have taken the search upon itself and live on."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    gc.enable()
    yield
    gc.disable()
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


def make_many() -> list[list[int]]:
    return [[number] for number in range(MANY)]


def old_garbage(tidying: Tidying) -> weakref.ref[Circle]:
    """Garbage that looks at what is young took for something needed, after as many as make the search of all due."""
    kept = Circle()
    seen = weakref.ref(kept)
    for _ in range(DUE):
        much = make_many()
        tidying.look()
        del much
    del kept
    return seen


def test_garbage_goes_once_nobody_has_pressed_a_key_for_a_while(tidying: Tidying, clock: Clock) -> None:
    seen = old_garbage(tidying)
    tidying.check()
    assert seen() is not None, "somebody is typing"
    clock.now += 5
    tidying.check()
    assert seen() is None


def test_garbage_waits_for_the_end_of_a_job(tidying: Tidying, clock: Clock, jobs: Jobs, qtbot: QtBot) -> None:
    may_end = threading.Event()

    def work(_ticket: Ticket) -> bool:
        return may_end.wait(60)

    jobs.run(tidying, work, done=lambda _: None, failed=lambda _: None)
    seen = old_garbage(tidying)
    clock.now += 60
    tidying.check()
    assert seen() is not None
    may_end.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    tidying.check()
    assert seen() is None


def test_python_never_looks_through_everything_by_itself(tidying: Tidying) -> None:
    seen, before = old_garbage(tidying), gc.get_stats()[2]["collections"]
    kept = [make_many() for _ in range(20)]
    assert gc.get_stats()[2]["collections"] == before, f"{len(kept)} times many lists made it search"
    assert seen() is not None


def test_what_is_young_is_looked_for_while_somebody_types(tidying: Tidying, qtbot: QtBot) -> None:
    seen, much = weakref.ref(Circle()), make_many()
    assert seen() is not None
    qtbot.waitUntil(lambda: seen() is None)
    assert len(much) == MANY


def test_what_a_job_comes_upon_goes_in_the_thread_of_the_window(tidying: Tidying, jobs: Jobs, qtbot: QtBot) -> None:
    circle, made = Circle(), list[list[int]]()
    went_in = circle.went_in
    del circle
    jobs.run(tidying, lambda _: made.extend(make_many()), done=lambda _: None, failed=lambda _: None)
    qtbot.waitUntil(lambda: bool(went_in))
    assert went_in == [threading.main_thread()]


def test_python_looks_by_itself_again_once_the_program_is_gone(clock: Clock, jobs: Jobs, qtbot: QtBot) -> None:
    owner = QObject()
    Tidying(Idle(10, clocks=(clock,)), jobs, owner)
    assert not gc.isenabled()
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert gc.isenabled()
