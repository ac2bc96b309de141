"""Which transactions of one file wait for the disk; those that do not are put there afterwards."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from inspector_app.core.errors import Expected

# The log is whole either way. What does not wait leaves folding it into the file, which does, to what waits: an index
# brought up to date in a quiet moment, a box that is left.
_HURRIED = ("PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 0")
_WAITING = ("PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 1000")


class Waiting:
    """Counts the transactions that did not wait, and how many of them are on disk all the same.

    A system says once that the disk did not take what was written, and its next sync puts none of that there and succeeds.
    So what did not wait is written anew after a sync that failed, before anything is said to be on disk.
    """

    def __init__(self, sync: Callable[[], None], write_anew: Callable[[], None]) -> None:
        """`sync` puts the log on disk; `write_anew` writes what it holds once more first. Expected where it cannot be."""
        self._sync, self._write_anew, self._lock = sync, write_anew, threading.Lock()
        self._failed = False  # a sync did, and what had not waited was not written anew since
        self._threads: set[int] = set()
        self._hurried = self._there = 0

    @property
    def owes(self) -> bool:
        """Whether something did not wait and is not known to be on disk."""
        return self._there < self._hurried

    @contextmanager
    def not_waiting(self) -> Iterator[None]:
        """Within it this thread's transactions do not wait for the disk.

        They are the system's to write by then, so that no end of the program loses them; a power cut may, as long as
        `put_on_disk` did not return.
        """
        self._threads.add(threading.get_ident())
        try:
            yield
        finally:
            self._threads.discard(threading.get_ident())

    def put_on_disk(self) -> None:
        """Put on disk all that was written by now; no transaction waits for it. Raises as `sync`."""
        with self._lock:
            number = self._hurried
            if self._there < number:
                self._sync_log()
                self._there = number

    @contextmanager
    def transaction(self, raw: Callable[[], Any]) -> Iterator[None]:
        """A transaction of the driver's connection that `raw` gives, waiting or not as this thread asked."""
        if threading.get_ident() not in self._threads:
            with self._noting_what_fails():
                yield
            return
        _say(raw(), _HURRIED)
        try:
            yield
            self._hurried += 1
        finally:
            _say(raw(), _WAITING)

    def _sync_log(self) -> None:
        try:
            (self._write_anew if self._failed else self._sync)()
        except BaseException:
            self._failed = True
            raise
        self._failed = False

    @contextmanager
    def _noting_what_fails(self) -> Iterator[None]:
        """Around what waits, whose own sync is of the same log: it would be put behind what is not there."""
        if self._failed:
            self._sync_log()
        try:
            yield
        except Expected:
            raise  # refused before its sync
        except BaseException:
            self._failed = self._failed or self.owes
            raise


def _say(raw: Any, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        raw.execute(pragma)
