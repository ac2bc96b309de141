"""Dates with their year, as people here write them, and as they are shown to them. Pure; stored is ISO 8601."""

import re
from datetime import date

MONTHS = (  # not strftime's, which follow the machine's locale
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def read_day(text: str) -> date | None:
    """The date somebody wrote: 31/12/2025, 31.12.2025, 31 December 2025 or 2025-12-31; None for anything else.

    Day before month, as in Britain; the year in four digits, so that no beginning of a date is another date.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(text):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(text):
        return _date(int(found[3]), month(found[2]), int(found[1]))
    return None


def british(day: date | None) -> str:
    """31/12/2025; "" for none."""
    return f"{day:%d/%m}/{day.year:04}" if day else ""


def iso(day: date | None) -> str:
    """A day as it is stored; "" for none."""
    return day.isoformat() if day else ""


def spoken(day: date) -> str:
    """A date in words, so that nobody takes its month for its day: 3 April 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month(name: str) -> int:
    """1 to 12; 0 for no month. The first three letters of its name will do, or more of them."""
    name = name.casefold()
    return next((at for at, full in enumerate(MONTHS, 1) if len(name) > 2 and full.casefold().startswith(name)), 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
