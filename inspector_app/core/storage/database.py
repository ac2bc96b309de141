"""One workspace file: SQLCipher, opened with its raw key. Its first 16 bytes, the salt, are the workspace's id."""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection as Connection  # services name it without importing SQLAlchemy

from inspector_app.core import files
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.storage import beside, connecting, engines
from inspector_app.core.storage.as_written import AsWritten
from inspector_app.core.storage.engines import driver
from inspector_app.core.storage.waiting import Waiting
from inspector_app.core.storage.what_failed import saying_what_failed

_BAD_PAGE = "a page does not read as it was written"
_EACH_EDIT = (connecting.LOGGED, "synchronous = FULL")  # an acknowledged edit survives a power cut
_WHOLE_COPY = ("journal_mode = OFF", "synchronous = OFF")  # it counts once it is whole, on disk and checked
_LONGEST_WAIT = 1  # seconds for another transaction, before a log is written anew
_PAGES_AT_ONCE = 500  # some milliseconds' copying between two looks whether to go on


class Database:
    """An open workspace file: one writing connection, and reading connections that see whole transactions.

    Once the path does not lead to the open file any more, nothing is written and acknowledged; it can be read and copied.
    """

    only_read = False  # whether `write` is refused whatever happens
    _access = "mode=rw"  # for a key on a missing path would make an empty database
    _settings: tuple[str, ...] = _EACH_EDIT
    _is_locked = True  # whether SQLite keeps a lock on it while it is open

    def __init__(self, path: Path, workspace: WorkspaceId, key: bytes, copied_from: Path | None = None) -> None:
        """Open an existing file; of one that was only copied to be looked into, errors name the file it was copied from.

        Expected: FILE_MISSING, FILE_FOREIGN, FILE_DAMAGED, FOLDER_READ_ONLY, BUSY.
        """
        self._file, self.path = path, copied_from or path
        self._key = key.hex() + workspace
        self._lock = RLock()
        self.commits = 0  # how often this program has written into it, for who keeps what was read
        self.waiting = Waiting(self._sync_log, self._write_log_anew)
        with files.saying_what_failed(path):
            if path.stat().st_size and beside.workspace_of(path) != workspace:  # an empty one is about to be made
                raise Expected(Code.FILE_FOREIGN, where=path)
            self._together = beside.together(path)
            self._identity = beside.identity(path)
            self._folders = beside.folders(path)
            self._file_was = AsWritten(path, locked=self._is_locked)
        # How the folders were when all was last found in its place.
        self._seen: tuple[tuple[int, int, int] | None, ...] = ()
        self._engine = engines.make(self._new)
        with contextlib.ExitStack() as undone, saying_what_failed(path):
            undone.callback(self._file_was.close)
            undone.callback(self._engine.dispose)
            self._writer = self._engine.connect()
            undone.callback(self._writer.close)
            self._data_version = self._version()
            self._file_was.note()
            undone.pop_all()

    @classmethod
    def create(cls, path: Path, workspace: WorkspaceId, key: bytes) -> "Database":
        """Make a new, empty file (never over an existing one, nor beside the log of another) and open it."""
        make_empty(path)
        try:
            return cls(path, workspace, key)
        except Expected:
            beside.remove(path)
            raise

    @property
    def is_open(self) -> bool:
        """Whether it was not closed yet."""
        return bool(self._key)

    @property
    def busy(self) -> bool:
        """Whether another thread writes at the moment: an edit would wait for it."""
        if self._lock.acquire(blocking=False):
            self._lock.release()
            return False
        return True

    def moved(self) -> bool:
        """Whether the path does not lead to the open file: it was deleted, moved, or another was put in its place.

        What SQLite keeps beside the file counts too, from the first edit on.
        """
        with files.saying_what_failed(self.path):
            return beside.identity(*self._together[: len(self._identity)]) != self._identity

    def overwritten(self) -> bool:
        """Whether another program wrote into the open file, past SQLite: then what stands there is not what was acknowledged.

        It is so for good. False while this program is writing: ask again.
        """
        self._refuse_when_closed()
        if self._lock.acquire(blocking=False):
            try:
                with saying_what_failed(self.path):
                    self._look_into_file()
            finally:
                self._lock.release()
        return self._file_was.spoilt

    @property
    def learnt(self) -> bool:
        """Whether what stands in the file was taken in since SQLite last wrote into it (`learn`), or is no matter now."""
        return self._file_was.known or self._file_was.spoilt

    def learn(self) -> None:
        """Take in what stands in the file, by which `overwritten` knows: all of it is read, and no edit waits for that.

        Expected: DISK_FAILED, also where the file is closed meanwhile.
        """
        with files.saying_what_failed(self.path):
            seen = self._file_was.see()
            with self._lock:
                self._file_was.keep(seen)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is on disk when the block ends (`waiting` says when it need not be), or none.

        Expected: DISK_FULL, BUSY and the like; FILE_MOVED, FILE_OVERWRITTEN.
        """
        self._refuse_when_closed()
        with self._lock, saying_what_failed(self.path), self._file_was.by_sqlite(), self._begun():
            # The write lock at once, so that what is read stays true until it is committed; readers block nobody. Said to
            # the driver: an event of SQLAlchemy's would have it look for listeners at every statement.
            driver(self._writer).execute("BEGIN IMMEDIATE")
            if len(self._identity) == 1:
                self._identity += beside.identity(*self._together[1:])
            yield self._writer
            _refuse_bad_pages(self._writer, self.path)
            self._refuse_when_moved()
            self._refuse_when_overwritten()
        self.commits += 1

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction, from any thread; it sees one moment of the file throughout."""
        self._refuse_when_closed()
        with saying_what_failed(self.path), self._reader() as connection:
            yield connection
            _refuse_bad_pages(connection, self.path)

    @contextmanager
    def read_to_write(self) -> Iterator[Connection]:
        """As `read`, for what is asked before each edit: through the writing connection, whose pages stay as they are.

        A reading one finds every page of its own out of date after an edit, and decrypts anew what it needs: half an
        edit's time. Waits for another thread's transaction, as the edit would.
        """
        self._refuse_when_closed()
        with self._lock, saying_what_failed(self.path), self._in_writer() as connection:
            yield connection
            _refuse_bad_pages(connection, self.path)

    def copy_to(self, path: Path, report: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        """Make an empty file hold what this one holds at this moment, by the backup interface, and put it on disk.

        `report` is called with how much is done of how much, and may raise to stop. Expected: as `write`, about `path`;
        FILE_DAMAGED, FILE_OVERWRITTEN about this file.
        """
        self._refuse_when_closed()
        if self.overwritten():
            raise Expected(Code.FILE_OVERWRITTEN, where=self.path)
        with saying_what_failed(path), self._reader() as connection:
            connection.exec_driver_sql("PRAGMA schema_version").scalar_one()  # the moment
            raw: Any = connection.connection.driver_connection
            target = connecting.connect(path, self._key, "mode=rw", _WHOLE_COPY)
            try:
                raw.backup(target, pages=_PAGES_AT_ONCE, progress=lambda _, left, of: report(of - left, of))
            finally:
                target.close()
            _refuse_bad_pages(connection, self.path)
            files.sync(path)

    def written_elsewhere(self) -> bool:
        """Whether another program has written into the file since this was last asked, or since it was opened.

        False while this program is writing: ask again.
        """
        self._refuse_when_closed()
        if not self._lock.acquire(blocking=False):
            return False
        try:
            with saying_what_failed(self.path):
                before, self._data_version = self._data_version, self._version()
                return self._data_version != before
        finally:
            self._lock.release()

    def written(self) -> tuple[int, int]:
        """Another value once anything has been written into the file since, by this program or another."""
        self._refuse_when_closed()
        with self._lock, saying_what_failed(self.path):
            return self._version(), driver(self._writer).total_changes

    def fold_log(self) -> None:
        """Fold the write-ahead log into the file, unless somebody reads from it. Expected: as `write`."""
        with self._lock, saying_what_failed(self.path), self._file_was.by_sqlite():
            self._refuse_when_overwritten()
            driver(self._writer).execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection and forget the key. The last one folds the write-ahead log into the file.

        Waits for a transaction that another thread is in: cancel long ones first.
        """
        with self._lock:
            if not self.is_open:
                return
            self._leave_nothing_behind()
            with contextlib.suppress(Expected):
                self.waiting.put_on_disk()
            self._key = ""
            self._writer.close()
            self._engine.dispose()
            self._file_was.close()

    def _new(self) -> Any:
        """A raw connection with the key set. Expected: FILE_MOVED: the path may lead to another file by now."""
        self._refuse_when_moved()
        return connecting.connect(self._file, self._key, self._access, self._settings)

    @contextmanager
    def _reader(self) -> Iterator[Connection]:
        try:
            connection = self._engine.connect()
        except Expected as error:
            if error.code is not Code.FILE_MOVED:
                raise
            with self._lock, self._in_writer() as writer:  # which has the file open still
                yield writer
            return
        with connection, connection.begin():
            driver(connection).execute("BEGIN DEFERRED")
            yield connection

    @contextmanager
    def _in_writer(self) -> Iterator[Connection]:
        if self._writer.in_transaction():
            yield self._writer
            return
        with self._writer.begin():
            driver(self._writer).execute("BEGIN DEFERRED")
            yield self._writer

    def _leave_nothing_behind(self) -> None:
        """Where the file was moved or replaced, SQLite would leave its log to whatever lies at the path now."""
        with contextlib.suppress(Expected):
            if self.overwritten():
                self._file_was.keep_log()
            elif self.moved() and len(self._identity) > 1:
                self.fold_log()
                ours = zip(self._together[1:], self._identity[1:], strict=True)
                files.clear(*(path for path, was in ours if beside.identity(path) == (was,)))

    def _refuse_when_overwritten(self) -> None:
        """Before an edit is acknowledged, which would stand on what somebody else wrote."""
        with files.saying_what_failed(self.path):
            self._look_into_file()
        if self._file_was.spoilt:
            raise Expected(Code.FILE_OVERWRITTEN, where=self.path)

    def _look_into_file(self) -> None:
        check = "PRAGMA cipher_integrity_check"
        self._file_was.look(
            lambda: self._version() != self._data_version,
            lambda: bool(driver(self._writer).execute(check).fetchall()),
        )

    def _sync_log(self) -> None:
        if self.moved():
            raise Expected(Code.FILE_MOVED, where=self.path)
        with files.saying_what_failed(self.path):
            files.sync(beside.log_of(self._file))

    def _write_log_anew(self) -> None:
        # Whoever closes the file holds the lock, and waits for this.
        if not self._lock.acquire(timeout=_LONGEST_WAIT):
            raise Expected(Code.BUSY, where=self.path)
        try:
            with saying_what_failed(self.path), self._writer.begin():
                driver(self._writer).execute("BEGIN IMMEDIATE")  # no other program writes into the log meanwhile
                self._refuse_when_moved()
                beside.write_log_anew(self._file)
        finally:
            self._lock.release()

    @contextmanager
    def _begun(self) -> Iterator[None]:
        self._refuse_when_overwritten()
        with self.waiting.transaction(lambda: driver(self._writer)), self._writer.begin():
            yield

    def _version(self) -> int:
        return int(driver(self._writer).execute("PRAGMA data_version").fetchone()[0])

    def _refuse_when_closed(self) -> None:
        if not self.is_open:
            raise Bug(f"{self.path} is closed")

    def _refuse_when_moved(self) -> None:
        """Before an edit is acknowledged: a look at the files themselves, but only where something changed in their folder.

        To ask for the times of a file that is written makes its next writes slower: a fifth of an edit.
        """
        with files.saying_what_failed(self.path):
            seen = beside.lists(self._folders)
        if seen == self._seen:
            return
        if self.moved():
            raise Expected(Code.FILE_MOVED, where=self.path)
        self._seen = seen


def make_empty(path: Path) -> None:
    """Make an empty file for its owner alone. Expected: FILE_EXISTS (it, or the log of another one), DISK_FULL and so on."""
    with files.saying_what_failed(path):
        beside.refuse_existing(path)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise Expected(Code.FILE_EXISTS, where=path) from None


def _refuse_bad_pages(connection: Connection, path: Path) -> None:
    # SQLCipher gives a page that fails its check as zeros. SQLite notices zeros everywhere but in the last page of a long
    # text, where they would pass for text; cipher_status, though, is 0 from the first bad page on.
    if driver(connection).execute("PRAGMA cipher_status").fetchone() != ("1",):
        connection.invalidate()  # the zeros are in its cache
        raise Expected(Code.FILE_DAMAGED, where=path, why=_BAD_PAGE)
