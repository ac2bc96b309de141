"""Puts on disk what was written without waiting for the disk, off the UI thread, and says when it is there.

A slow disk takes longer to take an edit than a frame is shown: what one types or answers is painted meanwhile. Nothing is
said to be saved before it is.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from inspector_app.core.errors import Expected

RETRY_AFTER = 2000  # ms between attempts while the disk refuses


class Disk(Protocol):
    """What an edit is written to: the editor."""

    @property
    def busy(self) -> bool:
        """Whether an edit would wait for what another thread writes."""

    def not_waiting(self) -> AbstractContextManager[None]:
        """Edits within it do not wait for the disk."""

    def put_on_disk(self) -> None:
        """Put them on disk. Raises Expected."""


class OntoDisk(QObject):
    """What one box or page wrote without waiting: `owed` until it is on disk."""

    def __init__(self, owner: QObject, there: Callable[[], object], failed: Callable[[Expected], object]) -> None:
        """On the UI thread `there` is called once all is on disk, `failed` each time that the disk would not take it.

        What it would not take is tried again by itself.
        """
        super().__init__(owner)
        self._there, self._failed = there, failed
        self._number = 0
        self._disk: Disk | None = None
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self.again)

    @property
    def owed(self) -> bool:
        """Whether something is not known to be on disk."""
        return self._disk is not None

    def soon(self, disk: Disk) -> None:
        """Something was written there without waiting: put it on disk."""
        self._disk = disk
        self._number += 1
        number, relay = self._number, _relay()
        QThreadPool.globalInstance().start(lambda: relay.ended.emit(self, number, _tried(disk)))

    def again(self) -> bool:
        """Try again what the disk would not take; always True: how that goes is said later."""
        if self._disk is not None:
            self.soon(self._disk)
        return True

    def now(self) -> None:
        """Put on disk what is owed, and wait for it. Raises Expected."""
        if self._disk is not None:
            self._disk.put_on_disk()
            self.forget()

    def forget(self) -> None:
        """Nothing is owed any more."""
        self._disk = None
        self._retry.stop()

    def end(self, number: int, error: Expected | None) -> None:
        """What was begun under that number has ended so."""
        if self._disk is None or number != self._number:
            return  # something later is under way, or was waited for
        if error is not None:
            self._retry.start(RETRY_AFTER)
            self._failed(error)
            return
        self.forget()
        self._there()


class _Relay(QObject):
    """Brings the end of each back to the UI thread, and to nobody where who asked is gone."""

    ended = Signal(object, int, object)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.ended.connect(self._tell)

    def _tell(self, owner: OntoDisk, number: int, error: Expected | None) -> None:
        if isValid(owner):
            owner.end(number, error)


@cache
def _relay() -> _Relay:
    return _Relay(QCoreApplication.instance())


def _tried(disk: Disk) -> Expected | None:
    try:
        disk.put_on_disk()
    except Expected as error:
        return error
    return None
