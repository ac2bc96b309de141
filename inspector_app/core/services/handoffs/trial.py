"""Something done and taken back, to see exactly what it would do."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from inspector_app.core.storage.database import Connection, Database


class _TakenBack(Exception):
    pass


@contextmanager
def taken_back(database: Database) -> Iterator[Connection]:
    """A transaction of which nothing stays: it is rolled back at the end of the block."""
    with suppress(_TakenBack), database.write() as connection:
        yield connection
        raise _TakenBack
