"""The version of a workspace file, and bringing it up to date."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import Connection

from inspector_app.core import paths
from inspector_app.core.errors import Code, Expected
from inspector_app.core.storage import migrations
from inspector_app.core.storage.database import Database

# In the order of their numbers; the version of a file is how many it has had.
MIGRATIONS = tuple(sorted(module.name for module in iter_modules(migrations.__path__)))
NEWEST = len(MIGRATIONS)
NEW_FILE = paths.resources() / "schemas" / "workspace.sql"
BETWEEN = "\n\n"  # two statements of it


def version(connection: Connection) -> int:
    """How many migrations the file has had; 0 for an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def needs_migration(database: Database) -> bool:
    """Whether the file is older than this program. Expected: FILE_NEWER, FILE_DAMAGED."""
    with database.read() as connection:
        found = version(connection)
    if found > NEWEST:
        raise Expected(Code.FILE_NEWER, where=database.path, found=found, known=NEWEST)
    return found < NEWEST


def migrate(database: Database) -> None:
    """Apply the missing migrations in one transaction. An empty file gets at once what all of them would make of it.

    One after the other they take five times as long: each column that is added has SQLite read all tables again.
    """
    with database.write() as connection:
        found = version(connection)
        for statement in statements(MIGRATIONS[found:]) if found else _of_a_new_file():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")


def _of_a_new_file() -> list[str]:
    return NEW_FILE.read_text(encoding="utf-8").split(BETWEEN)


def statements(names: Sequence[str]) -> Iterator[str]:
    """Those of the migrations of these names."""
    for name in names:
        yield from import_module(f"inspector_app.core.storage.migrations.{name}").STATEMENTS
