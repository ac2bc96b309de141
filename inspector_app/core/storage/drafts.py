"""Texts somebody is still writing and has not decided on: kept in this file alone, never in the log or in a package."""

from sqlalchemy import Connection

_PREFIX = "draft "  # of the name in meta


def all_kept(connection: Connection) -> dict[str, str]:
    """The drafts by name."""
    found = connection.exec_driver_sql("SELECT name, value FROM meta WHERE name LIKE ?", (f"{_PREFIX}%",))
    return {name.removeprefix(_PREFIX): text for name, text in found}


def keep(connection: Connection, name: str, text: str) -> None:
    """Keep a draft in place of an earlier one of that name; an empty text forgets it."""
    if text:
        connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_PREFIX + name, text))
    else:
        connection.exec_driver_sql("DELETE FROM meta WHERE name = ?", (_PREFIX + name,))
