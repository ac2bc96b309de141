"""What stands under a table and is none of its rows, and what stands in a cell for nothing at all. Pure."""

import re

_FOOTING = re.compile(
    r"(?:(?:grand|sub|running|overall)[ -]?)?totals?\b"
    r"|(?:sum|count|average|mean|median|notes?|source|key)\s*(?:$|[:=]|of\b)"
    r"|(?:average|mean|median) (?:age|length)\b"
    r"|n ?= ?\d+\W*$"
    r"|(?:official|restricted|confidential|protect)(?:[ -]+(?:and )?sensitive)?(?:[ -]+(?:personal|when complete))?\W*$"
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
_NO_WORD = {f"{left}{word}{right}" for left, right in ("()", "[]", "<>") for word in ("blank", "none", "empty", "null")}
_NOTHING = frozenset({"-", "–", "—", "n/a", "n.a.", "none", "nil", "null", "nan", "nat", "not applicable", *_NO_WORD})
_TO_COME = frozenset(  # the day of an end
    ("ongoing", "current", "still open", "in progress", "present", "to date", "open", "live", "active", "continuing",
     "not yet", "not yet ended", "pending", "x", ".")
)  # fmt: skip
# What programs write for no day, with or without a time: the nought of a spreadsheet, the first and last of a database.
_NO_DAY_OF_PROGRAMS = re.compile(
    r"(?:0{1,2}[/.-](?:0[01]?|1|jan)[/.-](?:19)?00|00[/.-]00[/.-]0000|0000-00-00|1900-0[01]-00"
    r"|0?1[/.-]0?1[/.-]0001|0001-01-01|31[/.-](?:12|dec)[/.-](?:2[1-9]|99)99|(?:2[1-9]|99)99-12-31)"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?",
    re.IGNORECASE,
)
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
    return text.strip().casefold() in _TO_COME or says_nothing(text) or is_no_day_of_programs(text)


def is_no_day_of_programs(text: str) -> bool:
    """Whether it is what a program writes where there is no day: 00/01/1900, 31/12/9999, 0001-01-01."""
    return _NO_DAY_OF_PROGRAMS.fullmatch(text.strip()) is not None


def says_not_known(text: str) -> bool:
    """Whether it says that what should stand there is not known (yet)."""
    return text.strip().casefold() in _NOT_KNOWN
