"""Whether an open file is as SQLite wrote it: another program may cut it, or write into it in place."""

import os
import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from inspector_app.core import open_here
from inspector_app.core.storage import beside

_AT_ONCE = 1 << 20  # bytes
_INDEX_HEAD = 132  # bytes of the log's index: its head twice, and what was folded in (sqlite.org/walformat.html)
_BINARY = getattr(os, "O_BINARY", 0)  # Windows


class Seen(NamedTuple):
    """What stood in a file: its length and time, and a sum over all of it."""

    state: tuple[int, int]
    sum: int


class AsWritten:
    """What stands in a file, looked at by a handle of its own.

    It is closed after SQLite's: to close any handle of a file lets go of the locks that this program has on it (`open_here`).
    """

    def __init__(self, path: Path, *, locked: bool = True) -> None:
        """`locked`: whether SQLite locks the file while it has it open. Raises OSError."""
        self._path, self._file = path, open_here.handle_of(path)
        self._here = open_here.OpenHere(self._file, beside.index_of(path)) if locked else None
        self._index: int | None = None  # of the log, which is there once something was written
        self._reading = Lock()  # a handle has one place at which it reads
        self._state, self._sum = self._now(), 0
        self.known = False  # whether what stands there was taken in since SQLite last wrote
        self.spoilt = False  # whether somebody else has written into it, which is so for good

    @contextmanager
    def by_sqlite(self) -> Iterator[None]:
        """What is written into the file meanwhile SQLite writes, which folds its log in now and then. Raises OSError.

        Where the index of the log says that nothing was folded in, SQLite wrote into its log alone: what is another in the
        file then is another program's, and found at the next look.
        """
        before = self._folded()
        try:
            yield
        finally:
            if before is None or self._folded() != before:
                self.note()

    def note(self) -> None:
        """Whatever was written into it by now was written by SQLite. Raises OSError."""
        state = self._now()
        if state != self._state:
            self._state, self.known = state, False

    def look(self, by_another: Callable[[], bool], bad_pages: Callable[[], bool]) -> None:
        """Find out whether somebody else wrote into it: some microseconds where nobody did. Raises OSError.

        `by_another`: whether another program wrote by SQLite, as a command beside the window does; `bad_pages`: whether there
        are such as SQLite did not write.
        """
        if self.spoilt or self._now() == self._state:
            return
        self.spoilt = bad_pages() if by_another() or not self.known else self._read() != self._sum
        self.note()

    def see(self) -> Seen:
        """Read all of it, for `keep`: some 20 ms for 20 MB, in which other threads go on. Raises OSError."""
        return Seen(self._now(), self._read())

    def keep(self, seen: Seen) -> None:
        """Keep in mind what stands there, unless something was written meanwhile. Raises OSError."""
        if seen.state == self._state == self._now():
            self._sum, self.known = seen.sum, True

    def keep_log(self) -> None:
        """Have SQLite leave file and log as they lie there when it closes them: it would write the one into the other.

        The log is put in its own place anew, and of the one that SQLite has open nothing can be read any more. Where the disk
        or the system allows none of it, SQLite does as ever.
        """
        log = beside.log_of(self._path)
        copy = log.with_name(f"{log.name}-kept")
        with suppress(OSError):
            opened = os.open(log, os.O_RDWR | _BINARY)
            try:
                shutil.copy(log, copy)
                copy.replace(log)
                os.ftruncate(opened, 0)
            finally:
                os.close(opened)

    def close(self) -> None:
        """Let go of it."""
        with self._reading:
            file, self._file = self._file, -1
            if self._here:
                self._here.end()
            for handle in (file, self._index):
                if handle is not None:
                    open_here.let_go(handle)

    def _folded(self) -> tuple[bytes, bytes, bytes] | None:
        """What the index says of folding: of which log, how much of it, and how much was begun; None where it says nothing.

        Windows may show a file otherwise than who has it in memory sees it.
        """
        try:
            if self._index is None and os.name != "nt":
                self._index = open_here.handle_of(beside.index_of(self._path))
            head = os.pread(self._index, _INDEX_HEAD, 0) if self._index is not None else b""
        except (OSError, RuntimeError):
            return None
        return (head[32:40], head[96:100], head[128:132]) if len(head) == _INDEX_HEAD else None

    def _now(self) -> tuple[int, int]:
        found = os.fstat(self._file)
        return found.st_size, found.st_mtime_ns

    def _read(self) -> int:
        found, place = 0, 0
        while piece := self._piece(place):
            found, place = zlib.crc32(piece, found), place + len(piece)
        return found

    def _piece(self, place: int) -> bytes:
        with self._reading:
            os.lseek(self._file, place, os.SEEK_SET)
            return os.read(self._file, _AT_ONCE)
