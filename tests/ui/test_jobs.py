import sys
import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.ticket import Ticket
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.jobs import Jobs

PYTHONS_OWN = 0.005  # seconds


class Heard:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Expected] = []
        self.ended = 0
        self.threads: set[QThread] = set()

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self.threads.add(QThread.currentThread())

    def on_end(self) -> None:
        self.ended += 1


def test_a_result_comes_back_on_the_ui_thread(qtbot: QtBot) -> None:
    jobs, heard, worked_on = Jobs(), Heard(), []
    jobs.run(
        jobs,
        lambda _: worked_on.append(threading.get_ident()) or 7,
        done=heard.on_done,
        failed=heard.failed.append,
        ended=heard.on_end,
    )
    qtbot.waitUntil(lambda: bool(heard.done))
    assert (heard.done, heard.ended, heard.failed) == ([7], 1, [])
    assert worked_on != [threading.get_ident()]
    assert heard.threads == {QThread.currentThread()}


def test_work_beside_the_window_is_asked_to_give_way_within_a_millisecond() -> None:
    """A key waited for Python's lock each time that Qt had let go of it; what that is worth `benchmarks late` measures."""
    mine = sys.getswitchinterval()
    sys.setswitchinterval(PYTHONS_OWN)
    try:
        Jobs()
        assert sys.getswitchinterval() <= 0.001
    finally:
        sys.setswitchinterval(mine)


def test_an_expected_error_goes_to_failed_and_not_to_done(qtbot: QtBot) -> None:
    jobs, heard = Jobs(), Heard()

    def work(_ticket: Ticket) -> None:
        raise Expected(Code.DISK_FULL, where="x")

    jobs.run(jobs, work, done=heard.on_done, failed=heard.failed.append)
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert heard.failed[0].code is Code.DISK_FULL
    assert heard.done == []


def test_a_bug_reaches_the_uncaught_hook_on_the_ui_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs, heard, caught = Jobs(), Heard(), []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append((kind, threading.get_ident())))
    jobs.run(jobs, lambda _: 1 // 0, done=heard.on_done, failed=heard.failed.append, ended=heard.on_end)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [(ZeroDivisionError, threading.get_ident())]
    assert (heard.done, heard.failed, heard.ended) == ([], [], 1)


def test_progress_is_told_and_cancel_stops_the_work(qtbot: QtBot) -> None:
    jobs, heard, told = Jobs(), Heard(), []
    go_on = threading.Event()

    def work(ticket: Ticket) -> str:
        ticket.report(1, 9, "Reading")
        go_on.wait(60)
        ticket.report(2, 9, "Writing")
        return "never"

    ticket = jobs.run(
        jobs,
        work,
        done=heard.on_done,
        failed=heard.failed.append,
        ended=heard.on_end,
        progressed=lambda *said: told.append(said),
    )
    qtbot.waitUntil(lambda: bool(told))
    ticket.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: heard.ended == 1)
    assert told == [(1, 9, "Reading")]
    assert (heard.done, heard.failed) == ([], [])


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot: QtBot) -> None:
    jobs, owner, heard = Jobs(), QObject(), Heard()
    go_on = threading.Event()
    jobs.run(owner, lambda _: go_on.wait(60), done=heard.on_done, failed=heard.failed.append, ended=heard.on_end)
    delete(owner)
    go_on.set()
    jobs.run(jobs, lambda _: "after", done=heard.on_done, failed=heard.failed.append)
    qtbot.waitUntil(lambda: "after" in heard.done)
    jobs.stop()
    qtbot.settle()
    assert (heard.done, heard.ended) == (["after"], 0)


@pytest.mark.parametrize(("checks", "told"), [(True, ["stopped"]), (False, ["all of it"])])
def test_work_that_is_asked_to_stop_is_told_as_stopped_or_as_what_it_had_done(
    qtbot: QtBot, checks: bool, told: list[str]
) -> None:
    """It was dropped either way, and whoever had pressed Cancel read that nothing was changed where all was."""
    jobs, heard, asked = Jobs(), Heard(), threading.Event()

    def work(ticket: Ticket) -> str:
        asked.wait(60)
        if checks:
            ticket.check()
        return "all of it"

    ticket = jobs.run(
        jobs,
        work,
        done=heard.on_done,
        failed=heard.failed.append,
        ended=heard.on_end,
        stopped=lambda: heard.on_done("stopped"),
    )
    ticket.cancel()
    asked.set()
    qtbot.waitUntil(lambda: heard.ended == 1)
    assert (heard.done, heard.failed) == (told, [])


@pytest.mark.parametrize("checks", [True, False])
def test_stop_cancels_and_waits_and_tells_nobody(qtbot: QtBot, checks: bool) -> None:
    jobs, heard, begun, closed = Jobs(), Heard(), threading.Event(), list[str]()

    def work(ticket: Ticket) -> str:
        begun.set()
        while not ticket.cancelled:
            pass
        if checks:
            ticket.check()
        return "an open file"

    jobs.run(
        jobs,
        work,
        done=heard.on_done,
        failed=heard.failed.append,
        ended=heard.on_end,
        stopped=heard.on_end,
        dropped=closed.append,
    )
    assert begun.wait(60)
    jobs.stop()
    qtbot.settle()
    assert (heard.done, heard.failed, heard.ended) == ([], [], 0)
    assert closed == ([] if checks else ["an open file"])


def test_a_job_that_hears_of_nothing_keeps_no_program_from_ending(qtbot: QtBot) -> None:
    """A folder on another machine that answers no call: the window was never closed."""
    jobs, hung, there = Jobs(), threading.Event(), threading.Event()
    jobs.run(jobs, lambda _: (there.set(), hung.wait(60)), done=print, failed=print)
    assert there.wait(60)
    jobs.stop(patience=50)
    assert jobs.stuck
    hung.set()
    jobs.stop()
    assert not jobs.stuck


def test_work_that_stands_still_keeps_no_other_from_beginning(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that answers no more held a thread with each hourly backup, until nothing else was ever done."""
    monkeypatch.setattr("inspector_app.ui.jobs._LOOK_EVERY", 20)
    jobs, answers, heard = Jobs(), threading.Event(), Heard()
    for _ in range(QThread.idealThreadCount() + 2):
        jobs.run(jobs, lambda _: answers.wait(120), done=lambda _: None, failed=heard.failed.append)
    jobs.run(jobs, lambda _: "done", done=heard.on_done, failed=heard.failed.append)
    try:
        qtbot.waitUntil(lambda: heard.done == ["done"])
    finally:
        answers.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert jobs._pool.maxThreadCount() == QThread.idealThreadCount()


@pytest.mark.parametrize("owner", [QWidget, QMenu, QObject], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("locked", [False, True])
def test_nobody_is_told_of_a_bug_that_comes_of_what_was_closed_under_the_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, owner: type[QObject], locked: bool
) -> None:
    """A week that was being printed when its inspection was closed, or one that was being opened at the lock, was a fault."""
    jobs, screen, closed, caught = Jobs(), QWidget(), threading.Event(), list[object]()
    qtbot.addWidget(screen)
    monkeypatch.setattr(sys, "excepthook", lambda *told: caught.append(told))

    def work(_ticket: Ticket) -> None:
        closed.wait(120)
        raise ValueError

    jobs.run(QObject(jobs) if locked else owner(screen), work, done=lambda _: None, failed=lambda _: None)
    jobs.abandon_all() if locked else jobs.abandon(screen)
    closed.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert caught == []


def test_it_is_known_what_a_person_waits_for_until_it_is_done(qtbot: QtBot) -> None:
    jobs, go_on, heard = Jobs(), threading.Event(), Heard()
    for asked in ("Writing the draft", ""):
        jobs.run(jobs, lambda _: go_on.wait(60), done=heard.on_done, failed=heard.failed.append, asked=asked)
    assert jobs.asked_for == ("Writing the draft",)
    go_on.set()
    qtbot.waitUntil(lambda: len(heard.done) == 2)
    assert jobs.asked_for == ()


@pytest.mark.parametrize("asked", [True, False])
def test_work_of_a_line_is_known_by_the_name_of_the_line_where_a_person_asked_for_it(qtbot: QtBot, asked: bool) -> None:
    jobs, go_on, heard = Jobs(), threading.Event(), Heard()
    line = JobLine(jobs, "Taking packages")
    qtbot.addWidget(line)
    line.run("Backing up", lambda _: go_on.wait(60), heard.on_done, asked=asked)
    assert jobs.asked_for == (("Taking packages",) if asked else ())
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.done))
