"""Words a person holds to be right: kept in this file alone, never in the log or in a package."""

from sqlalchemy import Connection

from inspector_app.core.storage.columns import agreed

_PREFIX = "word "  # of the name in meta


def all_kept(connection: Connection) -> frozenset[str]:
    """The words."""
    found = connection.exec_driver_sql("SELECT name FROM meta WHERE name LIKE ?", (f"{_PREFIX}%",))
    return frozenset(name.removeprefix(_PREFIX) for (name,) in found)


def keep(connection: Connection, word: str) -> None:
    """Add a word."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_PREFIX + word, ""))


def forget(connection: Connection, word: str) -> None:
    """Take a word away."""
    connection.exec_driver_sql("DELETE FROM meta WHERE name = ?", (_PREFIX + word,))


def nation(connection: Connection) -> str:
    """The nation of the inspection: "england", "wales", or "" where nobody said, or two people differ."""
    return connection.exec_driver_sql(f"SELECT {agreed('nation')} FROM inspection").scalar() or ""  # noqa: S608


def names(connection: Connection) -> list[str]:
    """The names of the service and of the team."""
    found = "SELECT service FROM inspection UNION ALL SELECT name FROM person WHERE deleted IS NOT 1"
    return [name or "" for (name,) in connection.exec_driver_sql(found)]
