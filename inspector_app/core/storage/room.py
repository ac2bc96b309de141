"""Room for the pages of one large transaction."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from inspector_app.core.errors import Expected
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.engines import driver

_KIB = 64 * 1024  # a day of eight people, with 20 MB of notes, changes 51 MB of pages


@contextmanager
def with_room(database: Database) -> Iterator[None]:
    """Round a transaction that brings in much: what it changes stays in memory until it ends, as far as that goes.

    With SQLite's usual 2 MB a page is encrypted and put into the log each time that another needs its place, and once more
    when it changes again; the log is then read whole, as a page in it was written over. Expected: as `Database.read`.
    """
    before = _set(database, -_KIB)
    try:
        yield
    finally:
        with suppress(Expected):  # what went wrong before says more
            if database.is_open:
                _set(database, before)


def _set(database: Database, size: int) -> int:
    with database.read_to_write() as connection:
        before = driver(connection).execute("PRAGMA cache_size").fetchone()[0]
        driver(connection).execute(f"PRAGMA cache_size = {size}")
    return int(before)
