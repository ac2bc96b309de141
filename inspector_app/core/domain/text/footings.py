"""What stands under a table and is none of its rows: a total, a count, who made it and when. Pure."""

import re

_FOOTING = re.compile(
    r"(?:(?:grand|sub|running|overall)[ -]?)?totals?\b"
    r"|(?:sum|count|average|mean|notes?|source|key)\s*(?:$|[:=]|of\b)"
    r"|(?:number|no\.?) of\b"
    r"|end of\b"
    r"|(?:produced|generated|printed|extracted|exported|run|report|data)\s+(?:by|on|at|from|as at|date|run)\b"
    r"|page \d+\b",
    re.IGNORECASE,
)


def is_footing(text: str) -> bool:
    """Whether words in the place of a reference are such a line: "Total: 8", "Sub-total", "Number of cases"."""
    return _FOOTING.match(text.strip()) is not None
