"""Searches that somebody keeps under a name: in this file alone, never in the log or in a package."""

from sqlalchemy import Connection

_PREFIX = "search "  # of the name in meta


def all_kept(connection: Connection) -> dict[str, str]:
    """What is kept, by name."""
    found = connection.exec_driver_sql("SELECT name, value FROM meta WHERE name LIKE ?", (f"{_PREFIX}%",))
    return {name.removeprefix(_PREFIX): value for name, value in found}


def keep(connection: Connection, name: str, value: str) -> None:
    """Keep a search in place of an earlier one of that name."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_PREFIX + name, value))


def forget(connection: Connection, name: str) -> None:
    """Keep it no longer."""
    connection.exec_driver_sql("DELETE FROM meta WHERE name = ?", (_PREFIX + name,))
