"""What a spreadsheet makes of a reference or text: a date, a number with an exponent, an error, noughts that only show."""

import re
from typing import NamedTuple

from inspector_app.core.domain.text import months

# Excel's own words for a value that it could not make; whole cells only.
ERRORS = frozenset(
    ["#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BUSY!",
     "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA"]
)  # fmt: skip
NO_NUMBER = "a number that cannot be read; type it again"  # of a cell that says it is one
LONGEST = 250_000  # letters of a cell: more than the 32,767 of Excel, were each of them written as an escape
TOO_LONG = "a text longer than any cell holds; split it up"
_DATE = re.compile(
    r"[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}(?:[T ][0-9:.]+Z?)?"  # 02/01/2001 and 2001-01-02 00:00:00, from 2.1.1
    rf"|[0-9]{{1,2}}[- ]{months.BEGUN}(?:[- ][0-9]+)?"  # 01-Feb, from 1-2
    rf"|{months.BEGUN}-[0-9]+",  # Feb-01
    re.IGNORECASE,
)
_EXPONENT = re.compile(r"[0-9](?:[.,][0-9]+)?E[+-][0-9]{2,3}", re.IGNORECASE)  # 1.23E+05, from 123000
_TIME = re.compile(r"[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?: ?[AP]M)?", re.IGNORECASE)  # 10:30, from 10.30
_TRUTH = re.compile(r"TRUE|FALSE", re.IGNORECASE)
_FORMULA = re.compile(r"=.*", re.DOTALL)  # ="007" and =007, by which a file that is no workbook keeps noughts
_ERROR = re.compile(r"Err:[0-9]{3}|#[A-Z]+[0-9/]*[A-Z0-9]*[!?]", re.IGNORECASE)  # of another program: Err:508, #ref!
_NARROW = re.compile("#{3,}")  # what a column shows that is too narrow
_MADE = {"date": _DATE, "number": _EXPONENT, "time": _TIME, "truth value": _TRUTH, "formula": _FORMULA,
         "error": _ERROR, "row of hashes": _NARROW}  # fmt: skip


class Unreadable(NamedTuple):
    """A cell whose value nobody can know, and why: a formula that was never calculated, or one that failed."""

    why: str


def kind(text: str) -> str:
    """What a spreadsheet has made of a reference: "date", "number", …; "" where it looks as somebody typed it."""
    return next((what for what, form in _MADE.items() if form.fullmatch(text.strip())), "")


def kept(ref: str) -> str:
    """A reference for a table: one that looks spoilt has a ' before it, by which people keep a spreadsheet from a cell."""
    return f"'{ref}" if kind(ref.lstrip("'")) else ref


def typed(ref: str) -> str | None:
    """The reference that somebody typed so, by the ' of `kept`; None where there is none."""
    return ref[1:] if ref.startswith("'") and kind(ref.lstrip("'")) else None
