"""Rows going into a table, and a text out of one, on the write path: the statement is Core's, made once, and said to the
driver as it stands.

Core's own execution takes the time of the driver's twice over, and an edit has four of them: with it for the three INSERTs
an edit took 10% more of the processor (1.45 million instructions against 1.28; tests/benchmarks edit).
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter

from sqlalchemy import Connection, Insert, Select
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


class OutOf:
    """A SELECT of one text."""

    def __init__(self, statement: Select[str | None]) -> None:
        compiled = statement.compile(dialect=sqlite.dialect())
        self._sql, self._order, self._values = str(compiled), tuple(compiled.positiontup or ()), compiled.params

    def text(self, connection: Connection, **given: Cell) -> str | None:
        """The text of the first row; None for none. `given`: the values of the statement's parameters, by their names."""
        values = {**self._values, **given}
        row = connection.exec_driver_sql(self._sql, tuple(values[name] for name in self._order)).first()
        return None if row is None else row[0]
