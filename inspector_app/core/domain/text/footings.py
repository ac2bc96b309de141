"""What stands under a table and is none of its rows, and what stands in a cell for nothing at all. Pure."""

import re

_FOOTING = re.compile(
    r"(?:(?:grand|sub|running|overall)[ -]?)?totals?\b"
    r"|(?:sum|count|average|mean|notes?|source|key)\s*(?:$|[:=]|of\b)"
    r"|(?:number|no\.?) of\b"
    r"|(?:1 case|\d+ (?:cases|children|young people|victims|rows|records))(?: in total)?\W*$"
    r"|(?:cases|records|rows|(?:case|record|row) count)\s*[:=]\s*\d"
    r"|end(?: of\b|\W*$)"
    r"|(?:produced|generated|printed|extracted|exported|run|report|data)\s+(?:by|on|at|from|as at|date|run)\b"
    r"|page \d+\b",
    re.IGNORECASE,
)
_DRAWN = " *-–—=_.#"  # round such a line: *** end ***
_FOOTNOTE = re.compile(r"[*†‡]+\s*[^\W\d]\D*$")  # * withdrawn since
_NOTHING = frozenset(("-", "–", "—", "n/a", "none", "nil", "null", "nan", "(blank)", "not applicable"))
_TO_COME = frozenset(("ongoing", "current", "still open", "in progress", "present", "to date"))  # the day of an end
_NOT_KNOWN = frozenset(
    ("?", "??", "???", "tbc", "tba", "n/k", "unknown", "not known", "undated", "no date", "not given", "not recorded")
)


def is_footing(text: str) -> bool:
    """Whether words in the place of a reference are such a line: "Total: 8", "Sub-total", "8 cases", "*** end ***"."""
    plain = text.strip()
    return _FOOTING.match(plain.strip(_DRAWN)) is not None or _FOOTNOTE.match(plain) is not None


def says_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say, or that it is not known: "-", "n/a", "TBC", "undated"."""
    return text.strip().casefold() in _NOTHING or says_not_known(text)


def says_no_day(text: str) -> bool:
    """Whether a cell that is there for a day says that there is none, or none yet: "ongoing"."""
    return text.strip().casefold() in _TO_COME or says_nothing(text)


def says_not_known(text: str) -> bool:
    """Whether it says that what should stand there is not known (yet)."""
    return text.strip().casefold() in _NOT_KNOWN
