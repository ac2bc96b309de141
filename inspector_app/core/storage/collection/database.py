"""Opening a collection: an SQLite file by its path, or a PostgreSQL database by its URL, and their errors in our terms."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core import files
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.storage import engines
from inspector_app.core.storage.collection import sound, tables
from inspector_app.core.storage.what_failed import saying_what_failed

_HEAD = b"SQLite format 3\0"
_DENIED = ("42501", "25006")  # no privilege; a database that may only be read
_BUSY = ("23505", "40001", "40P01", "42P07", "55P03")  # somebody else wrote the same at the same time
_FULL = "53100"
# What is no path but a database's address in a form that is not taken: a password may be in it, and a path is repeated.
_NO_PATH = re.compile(r"postgres\w*:|[^/\\:\s]:[^/\\\s]+@|(password|dbname)\s*=", re.IGNORECASE)
_SAID = ("host", "port", "user", "dbname")  # of what may follow the ? of an address: anything else may be a secret
_GONE = ("08", "57", "28", "3D")  # classes of states: no connection, shut down, not let in, no such database


class Collection:
    """A collection that can be read and written; each block is one transaction."""

    def __init__(self, where: str) -> None:
        """`where` is a path, or SQLAlchemy's URL of a PostgreSQL database or of an SQLite file. Nothing is opened yet.

        Expected: COLLECTION_ADDRESS; COLLECTION_NO_DRIVER where PostgreSQL is asked for and the extra is not installed.
        """
        self.url, path = _address(where)
        self.name = _said(self.url, where) if self.url else path
        self._path = Path(path)
        self._engine = _postgresql(self.url, self.name) if self.url else engines.make(self._connect)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One moment of a collection that is there.

        Expected: FILE_MISSING, COLLECTION_FOREIGN, FILE_NEWER, FILE_DAMAGED, COLLECTION_UNREACHABLE, COLLECTION_DENIED.
        """
        with self._begun("BEGIN") as connection:
            if not self._is_ours(connection):
                raise self._foreign()
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """All of the block or nothing, in a collection that is made where there is none: in a new file or an empty database.

        Expected: as `read` but for FILE_MISSING; BUSY, DISK_FULL, FOLDER_READ_ONLY and the like.
        """
        if self.url is None and not self._path.exists():
            files.write_whole(self._path, b"")
        with self._begun("BEGIN IMMEDIATE") as connection:
            if not self._is_ours(connection):
                self._make(connection)
            yield connection

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()

    @contextmanager
    def _begun(self, how: str) -> Iterator[Connection]:
        with self._saying(), self._engine.connect() as connection, connection.begin():
            if self.url is None:
                engines.driver(connection).execute(how)
            yield connection

    @contextmanager
    def _saying(self) -> Iterator[None]:
        if self.url is None:
            self._refuse_other_files()
            with saying_what_failed(self._path):
                yield
            return
        try:
            yield
        except DBAPIError as error:
            raise _from_postgresql(error, self.name) from error

    def _refuse_other_files(self) -> None:
        """Expected: FILE_MISSING, NOT_A_FILE, COLLECTION_FOREIGN for what is no plain SQLite file, an inspection's too."""
        head = files.read_piece(self._path, 0, len(_HEAD))
        if head and head != _HEAD:
            raise self._foreign()

    def _connect(self) -> sqlite.Connection:
        with saying_what_failed(self._path):
            connection: Any = sqlite.connect(
                f"{self._path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA foreign_keys = ON")
            return connection

    def _is_ours(self, connection: Connection) -> bool:
        """Whether it is a collection; False while nothing at all is in it.

        Expected: COLLECTION_FOREIGN, FILE_NEWER, FILE_DAMAGED.
        """
        found = inspect(connection).get_table_names()
        if not found:
            return False
        if not {*tables.ALL.tables} <= {*found}:
            raise self._foreign()
        if self.url is None and (table := sound.misses_columns(connection)):
            raise Expected(
                Code.FILE_DAMAGED, where=self.name, why=f"its table “{table}” has other columns than were made"
            )
        about = connection.execute(select(tables.ABOUT)).all()
        if len(about) != 1 or about[0].format != tables.FORMAT or type(about[0].version) is not int:
            raise self._foreign()
        if about[0].version > tables.VERSION:
            raise Expected(Code.FILE_NEWER, where=self.name, found=about[0].version, known=tables.VERSION)
        if self.url is None and (table := sound.spoilt(connection)):
            why = f"its table “{table}” holds what no program of ours wrote"
            raise Expected(Code.FILE_DAMAGED, where=self.name, why=why)
        return True

    def _make(self, connection: Connection) -> None:
        tables.ALL.create_all(connection, checkfirst=False)
        connection.execute(tables.ABOUT.insert().values(format=tables.FORMAT, version=tables.VERSION))

    def _foreign(self) -> Expected:
        return Expected(Code.COLLECTION_FOREIGN, where=self.name)


def _address(where: str) -> tuple[URL | None, str]:
    """The database of an address, or no URL and the path of a file. Expected: COLLECTION_ADDRESS."""
    if "://" not in where:
        if _NO_PATH.search(where):
            raise Expected(Code.COLLECTION_ADDRESS)
        return None, where
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        raise Expected(Code.COLLECTION_ADDRESS) from None  # it may hold a password
    kind = url.drivername.partition("+")[0]  # the driver after it is ours to choose: the program has one of each kind
    if kind == "sqlite" and url.database and url.database != ":memory:" and not url.host and not url.query:
        return None, url.database
    if kind not in ("postgresql", "postgres") or "@" in (url.host or ""):  # an @ of a password that was not written %40
        raise Expected(Code.COLLECTION_ADDRESS)
    return url.set(drivername="postgresql+psycopg"), ""


def _said(url: URL, where: str) -> str:
    """The address as it was typed, without what may be secret in it."""
    shown = {key: value for key, value in url.query.items() if key in _SAID}
    return url.set(drivername=where.partition("://")[0], query=shown).render_as_string(hide_password=True)


def _postgresql(url: URL, name: str) -> Engine:
    try:
        return create_engine(url, isolation_level="REPEATABLE READ", connect_args={"connect_timeout": 10})
    except (ImportError, NoSuchModuleError):
        raise Expected(Code.COLLECTION_NO_DRIVER, where=name) from None


def _from_postgresql(error: DBAPIError, name: str) -> Expected:
    """What the server's error means. A Bug when it is about our SQL."""
    state = getattr(error.orig, "sqlstate", None) or ""
    if state in _DENIED:
        return Expected(Code.COLLECTION_DENIED, where=name)
    if state in _BUSY:
        return Expected(Code.BUSY, where=name)
    if state == _FULL:
        return Expected(Code.DISK_FULL, where=name)
    if not state or state[:2] in _GONE:
        return Expected(Code.COLLECTION_UNREACHABLE, where=name, why=_first_line(error))
    raise Bug(f"PostgreSQL {state}") from error


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]
