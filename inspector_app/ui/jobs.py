"""Runs plain functions off the UI thread and brings what came of them back to it.

One of the two places where a broad `except` is right (the other is the uncaught hook): whatever the work raises has to
reach the UI thread.
"""

import sys
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector_app.core.errors import Expected
from inspector_app.core.services.ticket import Cancelled, Ticket

T = TypeVar("T")
_TURN = 0.0005  # seconds until work gives way: ten times that, as Python has it, was felt at each of Qt's short rests
_PATIENCE = 10_000  # milliseconds for what was cancelled to come to its end when the program is closed
_LOOK_EVERY = 2000  # milliseconds between looks at whether work waits behind what stands still
_STACK = 16 * 1024 * 1024  # bytes: some systems give a thread too few for what is nested as deeply as Python reads


class _Job(NamedTuple):
    owner: QObject
    ticket: Ticket
    done: Callable[[Any], None]
    failed: Callable[[Expected], None]
    ended: Callable[[], None] | None
    stopped: Callable[[], None] | None
    progressed: Callable[[int, int, str], None] | None
    dropped: Callable[[Any], None] | None


class Jobs(QObject):
    """The window's one pool of work. Callbacks run on the UI thread, and not at all once their owner is destroyed."""

    _ended = Signal(object, object)
    _progressed = Signal(object, int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool(self)
        self._pool.setStackSize(_STACK)
        self._running: dict[Ticket, QObject] = {}  # and the owner of each
        self._asked: dict[Ticket, str] = {}  # what a person waits for, in words
        self._abandoned: set[Ticket] = set()
        self._ended.connect(self._end)
        self._progressed.connect(self._progress)
        self._places, self._ends, self._seen = self._pool.maxThreadCount(), 0, 0
        self._waiting = QTimer(self, interval=_LOOK_EVERY)
        self._waiting.timeout.connect(self._make_room)

    @property
    def busy(self) -> bool:
        """Whether something is going on."""
        return bool(self._running)

    def run(
        self,
        owner: QObject,
        work: Callable[[Ticket], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Expected], None],
        ended: Callable[[], None] | None = None,
        stopped: Callable[[], None] | None = None,
        progressed: Callable[[int, int, str], None] | None = None,
        dropped: Callable[[T], None] | None = None,
        asked: str = "",
    ) -> Ticket:
        """Run `work` and call `done` with its result or `failed` with its Expected error; before either, `ended`.

        Cancelling the returned ticket leads to `ended` alone, as does a bug, which goes to the uncaught hook. Who gives
        `stopped` is told which it was: `stopped` when the work heard of it, `done` when it was done before.
        `dropped` is called with a result that nobody takes, for the work was cancelled or its owner is destroyed: what has to
        be closed is closed there. `asked`: what a person waits for, in words; "" for what is done unasked.
        """
        emit_progress, emit_end = self._progressed, self._ended  # the worker gets the bound signals and nothing else
        ticket = Ticket(lambda n, of, what: emit_progress.emit(job, n, of, what))
        job = _Job(
            owner=owner,
            ticket=ticket,
            done=done,
            failed=failed,
            ended=ended,
            stopped=stopped,
            progressed=progressed,
            dropped=dropped,
        )
        self._running[ticket] = owner
        if asked:
            self._asked[ticket] = asked
        self._pool.start(lambda: _work(work, job, emit_end))
        if not self._waiting.isActive():
            self._waiting.start()
        return ticket

    @property
    def asked_for(self) -> tuple[str, ...]:
        """What is going on that a person waits for, in words."""
        return tuple(self._asked.values())

    @property
    def stuck(self) -> bool:
        """Whether something that was cancelled has not come to its end: Qt would wait for it without one."""
        return self._pool.activeThreadCount() > 0

    def abandon(self, screen: QWidget) -> None:
        """Cancel what a screen and everything that is its own asked for, menus and what is no widget too: what the work is
        about will be closed under it.

        Nobody is told of its end, not even of a bug that comes of the closing.
        """
        for ticket, owner in self._running.items():
            if isValid(owner) and _is_of(owner, screen):
                ticket.cancel()
                self._abandoned.add(ticket)

    def abandon_all(self) -> None:
        """Likewise whatever is going on, also what no screen asked for, as where an inspection is being opened."""
        for ticket in self._running:
            ticket.cancel()
        self._abandoned.update(self._running)

    def stop(self, patience: int = _PATIENCE) -> None:
        """Cancel everything and wait some seconds for it: called when the program ends. Nobody is told of its end.

        A folder on another machine may answer no call any more, and whoever asked it hears of no cancelling (`stuck`).
        """
        self.abandon_all()
        self._pool.waitForDone(patience)

    def wait(self, patience: int) -> None:
        """Let what is going on come to its end, for so many milliseconds at most."""
        self._pool.waitForDone(patience)

    def _make_room(self) -> None:
        """Let work that waits begin where none came to its end since the last look.

        A folder on another machine that answers no more holds the thread of whoever asked it, for good perhaps: the work of a
        day, its own backup each hour, would fill the pool, and nothing would ever be exported, sought or brought in again.
        """
        places = self._pool.maxThreadCount()
        if len(self._running) > places and self._ends == self._seen:
            self._pool.setMaxThreadCount(places + 1)
        self._seen = self._ends

    def _progress(self, job: _Job, n: int, of: int, what: str) -> None:
        if job.progressed is not None and isValid(job.owner) and not job.ticket.cancelled:
            job.progressed(n, of, what)

    def _end(self, job: _Job, outcome: "_Result | BaseException") -> None:
        self._running.pop(job.ticket, None)
        self._asked.pop(job.ticket, None)
        self._ends += 1
        if not self._running:
            self._waiting.stop()
            self._pool.setMaxThreadCount(self._places)
        if job.ticket in self._abandoned or not isValid(job.owner):
            self._abandoned.discard(job.ticket)
            _drop(job, outcome)
            return
        if job.ended is not None:
            job.ended()
        _tell(job, outcome)


def _is_of(owner: QObject, screen: QWidget) -> bool:
    above: QObject | None = owner
    while above is not None and above is not screen:
        above = above.parent()
    return above is screen


class _Result(NamedTuple):
    value: object


def _tell(job: _Job, outcome: "_Result | BaseException") -> None:
    """Tell the owner how it ended."""
    if isinstance(outcome, _Result):
        if job.ticket.cancelled and job.stopped is None:
            _drop(job, outcome)
        else:
            job.done(outcome.value)
    elif isinstance(outcome, Expected):
        job.failed(outcome)
    elif not isinstance(outcome, Cancelled):
        sys.excepthook(type(outcome), outcome, outcome.__traceback__)
    elif job.stopped is not None:
        job.stopped()


def _drop(job: _Job, outcome: "_Result | BaseException") -> None:
    if isinstance(outcome, _Result) and job.dropped is not None:
        job.dropped(outcome.value)


def _work(work: Callable[[Ticket], object], job: _Job, ended: SignalInstance) -> None:
    outcome: _Result | BaseException
    try:
        outcome = _Result(work(job.ticket))
    except Exception as error:  # noqa: BLE001 the edge: an exception must not die in a worker thread
        outcome = error
    ended.emit(job, outcome)
