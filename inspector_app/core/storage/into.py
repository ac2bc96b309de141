"""Rows going into a table, out of it, and changed in it, on the write path and where a whole file is looked through: the
statement is Core's, made once, and said to the driver as it stands.

Core's own execution takes the time of the driver's several times over, and an edit has five of them: by it an edit took
60% more of the processor (tests/benchmarks edit).
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, Insert, Select, SelectBase, Update
from sqlalchemy.dialects import sqlite

from inspector_app.core.storage.engines import driver

Cell = str | int | bool | None
_DIALECT = sqlite.dialect()


class Into:
    """An INSERT of rows given by the names of their columns: all of the table's, or those."""

    def __init__(self, statement: Insert, columns: Sequence[str] = ()) -> None:
        """`columns`: two at least."""
        names = [c.name for c in statement.table.c if c.name in columns or not columns]  # the order Core says them in
        self._sql = str(statement.compile(dialect=_DIALECT, column_keys=names))
        self._cells = itemgetter(*names)

    def put(self, connection: Connection, rows: Sequence[Mapping[str, Cell]]) -> None:
        """Put the rows in."""
        driver(connection).executemany(self._sql, [self._cells(row) for row in rows])


class _Said:
    def __init__(self, statement: SelectBase | Update) -> None:
        compiled = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
        self._sql, self._order, self._values = str(compiled), tuple(compiled.positiontup or ()), compiled.params
        self._lists = {
            name for name, bind in compiled.binds.items() if isinstance(bind.type, JSON)
        }  # as of `ids.among`

    def _say(self, connection: Connection, given: Mapping[str, Cell | Sequence[str]]) -> Any:
        values = {**self._values, **given, **{name: json.dumps(given[name]) for name in self._lists}}
        return driver(connection).execute(self._sql, [values[name] for name in self._order])


class OutOf(_Said):
    """A SELECT of one row at most."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        super().__init__(statement)
        self._readers = [_reader(column) for column in statement.selected_columns]

    def row(self, connection: Connection, **given: Cell) -> tuple[Any, ...] | None:
        """The row, each cell as its column's type reads it; None for none. `given`: the statement's parameters by name."""
        found = self._say(connection, given).fetchone()
        return found and tuple(read(cell) for read, cell in zip(self._readers, found, strict=True))


class AllOf(_Said):
    """A SELECT of rows whose cells are taken as the file has them."""

    def rows(self, connection: Connection, **given: Cell | Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """One after the other. `given`: the statement's parameters by name."""
        return iter(self._say(connection, given))


class Named(_Said):
    """A SELECT of rows that are given by the names of their columns: of one that is asked again and again and has many.

    By Core its key in the cache of what was compiled is reckoned anew each time: half of what a list of cases took.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        super().__init__(statement)
        self._readers = [(column.name, _reader(column)) for column in statement.selected_columns]

    def rows(self, connection: Connection, **given: Cell) -> list[dict[str, Any]]:
        """Each row as a dictionary, its cells as their columns' types read them. `given`: the parameters by name."""
        found = self._say(connection, given).fetchall()
        return [{name: read(cell) for (name, read), cell in zip(self._readers, row, strict=True)} for row in found]


class Within(_Said):
    """An UPDATE of rows that are there."""

    def change(self, connection: Connection, **given: Cell) -> int:
        """Change them, and say how many they were. `given`: the statement's parameters by name."""
        return int(self._say(connection, given).rowcount)


def _reader(column: ColumnElement[Any]) -> Callable[[Any], Any]:
    return column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) or _as_it_is


def _as_it_is(cell: Any) -> Any:
    return cell
