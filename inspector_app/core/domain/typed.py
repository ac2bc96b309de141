"""Times and days as people type them. Pure; nothing is guessed that could be read in two ways without saying so."""

import re
from datetime import date, timedelta

from inspector_app.core.domain import days

_TIME = re.compile(r"(\d{1,2})(?:[.:h ]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_FIRST_OF_THE_DAY = 7  # a meeting at "2" is in the afternoon: nothing in a fieldwork week is before seven
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})(?:[\s./-]+(\d{2}))?")


def time(text: str, *, in_the_day: bool = False) -> str | None:
    """A time as 09:30, from "9", "930", "9.30", "9:30", "2pm" or "14:00"; "" from nothing, None when it is no time.

    `in_the_day`: a bare 1 to 6 is in the afternoon, as at a desk; written with a nought (02:00) it is meant.
    """
    text = text.strip()
    if not text:
        return ""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif in_the_day and 0 < hour < _FIRST_OF_THE_DAY and not text.startswith("0"):
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def day(text: str, today: date) -> str | None:
    """A day as ISO 8601, from "today", "yesterday", "12/3", "12 March", "12/3/26" or 2026-03-12; "" from nothing.

    Day before month. Without a year it is the one nearest to today. None when it is no day.
    """
    text = " ".join(text.split()).casefold()
    if not text:
        return ""
    if text in ("today", "yesterday"):
        return (today - timedelta(days=text == "yesterday")).isoformat()
    whole = days.read_day(text)
    if whole is not None:
        return whole.isoformat()
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    month = int(found[2]) if found[2].isdecimal() else days.month(found[2])
    years = [int(found[3]) + 2000] if found[3] else [today.year - 1, today.year, today.year + 1]
    possible = [made for year in years if (made := _made(year, month, int(found[1])))]
    return min(possible, key=lambda made: abs(made - today)).isoformat() if possible else None


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
