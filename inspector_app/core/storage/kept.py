"""What is kept under a name in this file alone, never in the log or in a package: drafts, searches, a person's own words."""

from sqlalchemy import Connection

DRAFT, SEARCH, WORD = "draft ", "search ", "word "  # of which kind it is: what its name in meta begins with


def all_kept(connection: Connection, kind: str) -> dict[str, str]:
    """What is kept of a kind, by name."""
    found = connection.exec_driver_sql("SELECT name, value FROM meta WHERE name LIKE ?", (f"{kind}%",))
    return {name.removeprefix(kind): value for name, value in found}


def keep(connection: Connection, kind: str, name: str, value: str) -> None:
    """Keep it in place of an earlier one of that name."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (kind + name, value))


def forget(connection: Connection, kind: str, name: str) -> None:
    """Keep it no longer."""
    connection.exec_driver_sql("DELETE FROM meta WHERE name = ?", (kind + name,))
