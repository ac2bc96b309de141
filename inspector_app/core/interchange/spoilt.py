"""What a spreadsheet makes of a reference or text: a date, a number with an exponent, an error, noughts that only show."""

import re

# Excel's own words for a value that it could not make; whole cells only.
ERRORS = frozenset(
    ["#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BUSY!",
     "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA"]
)  # fmt: skip
_DATE = re.compile(
    r"[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}"  # 02/01/2001 and 2001-01-02, from 2.1.1
    r"|[0-9]{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*(?:[- ][0-9]+)?"  # 01-Feb, from 1-2
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*-[0-9]+",  # Feb-01
    re.IGNORECASE,
)
_EXPONENT = re.compile(r"[0-9](?:\.[0-9]+)?E[+-][0-9]{2,3}", re.IGNORECASE)  # 1.23E+05, from 123000
# A format of noughts with text before or behind: 000, "C"00, \C-00.
_SHOWN = re.compile(r"((?:\"[^\"]*\"|\\.|[-/ ])*)(0+)((?:\"[^\"]*\"|\\.|[-/ ])*)")
_QUOTED = re.compile(r"\"([^\"]*)\"|\\(.)")


def kind(text: str) -> str:
    """What a spreadsheet has made of a reference: "date", "number"; "" where it looks as somebody typed it."""
    if _DATE.fullmatch(text.strip()):
        return "date"
    return "number" if _EXPONENT.fullmatch(text.strip()) else ""


def shown(number: int, form: str) -> str:
    """A whole number as a workbook shows it, where its format adds noughts or text (007, C12); "" for other formats."""
    found = _SHOWN.fullmatch(form)
    if found is None or number < 0 or form == "0":
        return ""
    before, behind = (_QUOTED.sub(lambda m: m[1] or m[2] or "", found[part]) for part in (1, 3))
    return f"{before}{number:0{len(found[2])}d}{behind}"
