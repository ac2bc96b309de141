"""How a field is read in SQL, and a stored date."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Integer, literal_column

# Written out, not bound: SQLite uses an index of some rows only where it reads the very words of its condition.
NOUGHT = literal_column("0", Integer)


def agreed(field: str) -> str:
    """The field, or nothing where two people's values contest it: then it counts as not given."""
    return f"""CASE WHEN instr("{field}_head", ' ') = 0 THEN "{field}" END"""


def contested(field: str, table: str) -> str:
    """Whether two people's values stand against each other."""
    return f"""instr(coalesce({table}."{field}_head", ''), ' ') > 0"""


def holds(field: str, table: str) -> str:
    """Whether something stands in a field. The head of the row says so: a long text is not read."""
    return f"""typeof({table}."{field}") <> 'null'"""


def written(fields: Iterable[str], table: str) -> str:
    """Whether one of these fields holds something, or people differ on it."""
    return " OR ".join(f"{holds(field, table)} OR {contested(field, table)}" for field in fields)


def day(text: str | None) -> date | None:
    """A stored date."""
    return date.fromisoformat(text) if text else None
