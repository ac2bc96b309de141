"""Rows going into a table, out of it, and changed in it, on the write path and where a whole file is looked through: the
statement is Core's, compiled once, and said to the driver as it stands.

Core's own execution takes the time of the driver's several times over, and an edit has five of them: by it an edit took
60% more of the processor (tests/benchmarks edit). Compiled is when it is first said, or before an opening
(`asked_first`), and not as the modules come in: a command says few of them.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import JSON, ColumnElement, Connection, Insert, Select, SelectBase, Update
from sqlalchemy.dialects import sqlite

from inspector_app.core.storage.engines import driver

Cell = str | int | bool | None
_DIALECT = sqlite.dialect()
_made: list["Into | _Said[Any]"] = []  # as the modules came in


def prepare() -> None:
    """Compile every statement that was made so far: 20 ms, of which the first edit would wait for some."""
    for one in tuple(_made):
        one.compile()


class Into:
    """An INSERT of rows given by the names of their columns: all of the table's, or those."""

    def __init__(self, statement: Insert, columns: Sequence[str] = ()) -> None:
        """`columns`: two at least."""
        self._statement = statement
        self._names = [c.name for c in statement.table.c if c.name in columns or not columns]  # as Core orders them
        self._cells = itemgetter(*self._names)
        _made.append(self)

    def put(self, connection: Connection, rows: Sequence[Mapping[str, Cell]]) -> None:
        """Put the rows in."""
        driver(connection).executemany(self._sql, [self._cells(row) for row in rows])

    def compile(self) -> None:
        """Have it ready to be said."""
        _ = self._sql

    @cached_property
    def _sql(self) -> str:
        return str(self._statement.compile(dialect=_DIALECT, column_keys=self._names))


class _Words(NamedTuple):
    """What a statement is to the driver."""

    sql: str
    order: tuple[str, ...]  # of its parameters
    values: Mapping[str, Any]  # that it holds itself
    lists: frozenset[str]  # parameters that are given as JSON: as of `ids.among`


S = TypeVar("S", bound=SelectBase | Update)


class _Said(Generic[S]):
    def __init__(self, statement: S) -> None:
        self._statement = statement
        _made.append(self)

    def compile(self) -> None:
        """Have it ready to be said."""
        _ = self._words

    def _say(self, connection: Connection, given: Mapping[str, Cell | Sequence[str]]) -> Any:
        sql, order, own, lists = self._words
        values = {**own, **given, **{name: json.dumps(given[name]) for name in lists}}
        return driver(connection).execute(sql, [values[name] for name in order])

    @cached_property
    def _words(self) -> _Words:
        compiled = self._statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
        lists = frozenset(name for name, bind in compiled.binds.items() if isinstance(bind.type, JSON))
        return _Words(str(compiled), tuple(compiled.positiontup or ()), compiled.params, lists)


_Asked = Select[*tuple[Any, ...]]


class OutOf(_Said[_Asked]):
    """A SELECT of which one row at most is read.

    It needs no LIMIT for that: with one that is a parameter SQLite prepares it anew each time, four times the work.
    """

    @cached_property
    def _readers(self) -> list[Callable[[Any], Any]]:
        return [_reader(column) for column in self._statement.selected_columns]

    def row(self, connection: Connection, **given: Cell) -> tuple[Any, ...] | None:
        """The row, each cell as its column's type reads it; None for none. `given`: the statement's parameters by name."""
        found = self._say(connection, given).fetchone()
        return found and tuple(read(cell) for read, cell in zip(self._readers, found, strict=True))


class AllOf(_Said[SelectBase]):
    """A SELECT of rows whose cells are taken as the file has them."""

    def rows(self, connection: Connection, **given: Cell | Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """One after the other. `given`: the statement's parameters by name."""
        return iter(self._say(connection, given))


class Named(_Said[_Asked]):
    """A SELECT of rows that are given by the names of their columns: of one that is asked again and again and has many.

    By Core its key in the cache of what was compiled is reckoned anew each time: half of what a list of cases took.
    """

    @cached_property
    def _readers(self) -> list[tuple[str, Callable[[Any], Any]]]:
        return [(column.name, _reader(column)) for column in self._statement.selected_columns]

    def rows(self, connection: Connection, **given: Cell) -> list[dict[str, Any]]:
        """Each row as a dictionary, its cells as their columns' types read them. `given`: the parameters by name."""
        found = self._say(connection, given).fetchall()
        return [{name: read(cell) for (name, read), cell in zip(self._readers, row, strict=True)} for row in found]


class Within(_Said[Update]):
    """An UPDATE of rows that are there."""

    def change(self, connection: Connection, **given: Cell) -> int:
        """Change them, and say how many they were. `given`: the statement's parameters by name."""
        return int(self._say(connection, given).rowcount)


def _reader(column: ColumnElement[Any]) -> Callable[[Any], Any]:
    return column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) or _as_it_is


def _as_it_is(cell: Any) -> Any:
    return cell
