"""What was read of an open file, kept until something is written into it: pages that one goes between read the same."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from inspector_app.core.services.editor import Editor, Touched

T = TypeVar("T")


class KeptUntilWritten(Generic[T]):
    """What `read` gives. Who gets it changes nothing in it."""

    def __init__(self, editor: Editor, read: Callable[[], T], written: Callable[[], object]) -> None:
        """To be made before anybody else listens to the editor: who is told of an edit may ask for it.

        `written` gives another value once this program wrote anything, told of or not: who leads changes what counts.
        """
        self._read, self._written = read, written
        self._kept: tuple[T] | None = None
        self._at: object = None  # what `written` gave before it was read
        self._news, self._lock = 0, Lock()
        editor.listeners.append(self._forget)

    def get(self) -> T:
        """What was read last, or what is read now. Expected: as `read`."""
        kept, at, moment, now = self._kept, self._at, self._news, self._written()
        if kept is not None and at == now:
            return kept[0]
        found = self._read()
        with self._lock:
            if moment == self._news:  # what was written meanwhile may be missing in it
                self._kept, self._at = (found,), now
        return found

    def _forget(self, _touched: Touched) -> None:
        """Something was written by this program, or found to have been by another (`OpenFile.news`)."""
        with self._lock:
            self._news += 1
            self._kept = None
