"""Engines that share what was compiled: a program opens many files (each backup is checked), and asks all of them the same.

SQLAlchemy keeps compiled statements by the dialect object, and each engine makes one of its own. Compiling was a third of
what an import with its backup took.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2 as sqlite

_NAME = "sqlite.cipher"
_COMPILED: LRUCache[object, object] = LRUCache(1000)


class Dialect(SQLiteDialect_pysqlite):
    """SQLite's, alike for every engine."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        """One is as good as another: all are made in the same way."""
        return type(other) is type(self)

    def __hash__(self) -> int:
        """The same for all."""
        return hash(type(self))


registry.register(_NAME, __name__, Dialect.__name__)


def make(connect: Callable[[], sqlite.Connection]) -> Engine:
    """An engine over connections that `connect` opens."""
    engine = create_engine(
        f"{_NAME.replace('.', '+')}://", module=sqlite, creator=connect, poolclass=QueuePool, pool_size=3
    )
    engine.update_execution_options(compiled_cache=_COMPILED)
    return engine


def driver(connection: Connection) -> Any:
    """The driver's own connection beneath one of SQLAlchemy's: for what is said at every edit, past its execution.

    `driver_connection` is the same one here, by way of three calls more, a dozen times for an answer.
    """
    return connection.connection.dbapi_connection
