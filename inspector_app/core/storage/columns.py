"""How a field is read in SQL, and a stored date."""

from datetime import date


def agreed(field: str) -> str:
    """The field, or nothing where two people's values contest it: then it counts as not given."""
    return f"""CASE WHEN instr("{field}_head", ' ') = 0 THEN "{field}" END"""


def day(text: str | None) -> date | None:
    """A stored date."""
    return date.fromisoformat(text) if text else None
