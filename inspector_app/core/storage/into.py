"""Rows going into a table on the write path: the statement is Core's, made once, and said to the driver as it stands.

Core's own execution of an INSERT takes the time of the driver's twice over, and an edit has three: with it an edit took 10%
more of the processor (1.45 million instructions against 1.28; tests/benchmarks edit). Reading costs no more by Core.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter

from sqlalchemy import Connection, Insert
from sqlalchemy.dialects import sqlite

Cell = str | int | bool | None


class Into:
    """An INSERT of rows given by the names of their columns: all of the table's, or those."""

    def __init__(self, statement: Insert, columns: Sequence[str] = ()) -> None:
        """`columns`: two at least."""
        names = [c.name for c in statement.table.c if c.name in columns or not columns]  # the order Core says them in
        self._sql = str(statement.compile(dialect=sqlite.dialect(), column_keys=names))
        self._cells = itemgetter(*names)

    def put(self, connection: Connection, rows: Sequence[Mapping[str, Cell]]) -> None:
        """Put the rows in, one at least."""
        connection.exec_driver_sql(self._sql, [self._cells(row) for row in rows])
