"""How long a test may take: the seconds in which its worker could run, not those that went by.

A machine that stands still for minutes (its host is moved, its lid is closed) has every worker late at once. By the clock,
each then stops its test as soon as it goes on, wherever in Qt that is, and what is left half made there spoils others.
"""

import signal
import threading
import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pytest
from pytest_timeout import timeout_sigalrm


class Patience(threading.Thread):
    """Counts the turns that it could take itself, and interrupts the main thread once a test has used up those it has."""

    def __init__(self, turn: float = 1) -> None:
        """`turn` is in seconds."""
        super().__init__(daemon=True, name="patience")
        self._turn = turn
        self._left = 0

    def give(self, seconds: float, over: Callable[[], None]) -> None:
        """Have `over` called in the main thread, from which this is called, unless `enough` comes before."""
        signal.signal(signal.SIGALRM, lambda *_: over())
        self._left = max(1, round(seconds / self._turn))

    def enough(self) -> None:
        """The test is done."""
        self._left = 0

    def run(self) -> None:
        """Take turns for as long as the process lives."""
        while True:
            time.sleep(self._turn)
            if self._left:
                self._left -= 1
                if not self._left:
                    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGALRM)


@cache
def _of_this_worker() -> Patience:
    made = Patience()
    made.start()
    return made


def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool:
    """In the place of the library's own."""
    _of_this_worker().give(settings.timeout, partial(timeout_sigalrm, item, settings))
    return True


def pytest_timeout_cancel_timer() -> bool:
    """In the place of the library's own."""
    _of_this_worker().enough()
    return True
