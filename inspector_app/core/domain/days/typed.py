"""Times and days as people write them, wherever they do: boxes, week lines, lists of cases. How they are said: `when`.

Pure; nothing is guessed that could be read in two ways without saying so. The day stands before the month, as in Britain.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from inspector_app.core.domain.days import spoken, when
from inspector_app.core.words import later

_TIME = re.compile(r"(\d{1,2})(?:[.:h ]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_FIRST_OF_THE_DAY = 7  # a meeting at "2" is in the afternoon: nothing in a fieldwork week is before seven
_EARLIEST, _LATEST = 1900, 2100  # years: what is before or after them is a slip of the hand
_LEAP = 9  # years among which one has a 29 February
_LEAP_DAY = (2, 29)
_LAST_CENTURY = 70  # two figures from here on are of the 1900s
_BETWEEN = r"(\s*[./-]\s*|\s+)"
_DAY = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?{_BETWEEN}(\d{{1,2}}|[a-z]{{3,}})\.?,?(?:{_BETWEEN}(\d{{4}}|\d{{2}}))?", re.ASCII
)
_JOINED = re.compile(r"^(\d{1,2})([a-z]{3,})(\d{4}|\d{2})$", re.ASCII)  # 24MAR2026, as systems write it
_OTHER_STROKES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("⁄∕\\", "/") | dict.fromkeys("’ʼ", "'"))
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]{3,}\.?) (\d{1,2}(?:st|nd|rd|th)?),?(?: (\d+))?", re.ASCII)  # March 24, 2026
_MONTH = re.compile(r"([a-z]{3,}|\d{1,2})(?:\.? |[/.-])(\d{4})", re.ASCII)
_MONTH_ALONE = re.compile(r"([a-z]{3,})\.?", re.ASCII)
_BY = re.compile(
    r"^(?:(?:by|until|till|not? later than|at the latest by)\b:? ?)?(?:on )?(?:(?:the )?end of )?", re.IGNORECASE
)
_IN_WELSH = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
WEEKDAYS = (  # from Monday, as patterns
    "mon(?:day)?", "tues?(?:day)?", "wed(?:s|nesday)?", "thu(?:r|rs|rsday)?", "fri(?:day)?", "sat(?:urday)?", "sun(?:day)?",
)  # fmt: skip
_WEEKDAYS_IN_WELSH = (
    "llun",
    "mawrth",
    "mercher",
    "iau",
    "gwener",
    "sadwrn",
    "sul",
)  # behind "dydd", or Tuesday is March
_NAMED = "|".join(f"({name}|dydd {welsh})" for name, welsh in zip(WEEKDAYS, _WEEKDAYS_IN_WELSH, strict=True))
_WEEKDAY = re.compile(rf"(?:{_NAMED})[.,]{{0,2}} ", re.ASCII)
_WEEKDAY_BEHIND = re.compile(rf",? \(?(?:{_NAMED})\)?$", re.ASCII)
_TOMORROW = later("tomorrow")


@dataclass(frozen=True, slots=True)
class Written:
    """A day as somebody wrote it, with or without its year; `full` when no more of it could follow.

    `weekday`: from 0 for Monday, where it was written too.
    """

    year: int | None
    month: int
    number: int
    full: bool
    weekday: int | None = None

    def in_year(self, year: int) -> date | None:
        """That day of a year; None when the calendar has no such day, or not on that weekday, or nobody can mean the year."""
        try:
            made = date(year, self.month, self.number)
        except ValueError:
            return None
        return made if can_be_meant(made) and self.weekday in (None, made.weekday()) else None


def written(text: str) -> Written | None:
    """A day in any way of writing it: 24/3, 24/3/26, 24.3.2026, Tuesday 24th March 2026, March 24, 24-Mar-26, 2026-03-24.

    None for anything else. Whether the calendar has such a day is not looked at.
    """
    text = _JOINED.sub(r"\1 \2 \3", " ".join(_plain(text).split()).casefold())
    named = _WEEKDAY.match(text) or _WEEKDAY_BEHIND.search(text)
    if named is None or named.lastindex is None:
        return _dated(text)
    found = _dated((text[: named.start()] + text[named.end() :]).strip())
    return replace(found, weekday=named.lastindex - 1) if found else None


def _plain(text: str) -> str:
    """With the strokes, figures and apostrophes of one keyboard: Word and mails put others in their place."""
    return unicodedata.normalize("NFKC", text.translate(_OTHER_STROKES)).replace(" '", " ")


def _dated(text: str) -> Written | None:
    """A day without its weekday, in small letters."""
    if found := _ISO.fullmatch(text):
        return Written(int(found[1]), int(found[3]), int(found[4]), full=len(found[3] + found[4]) == 4)
    if found := _MONTH_FIRST.fullmatch(text):
        text = " ".join(part for part in (found[2], found[1], found[3]) if part)
    found = _DAY.fullmatch(text.removeprefix("the ").replace(" of ", " "))
    number = _month(found[3]) if found else None
    if found is None or number is None or _differ(found[2], found[4] or ""):
        return None
    year = found[5] or ""
    full = len(year) == 4
    return Written(int(year if full else _century(year)) if year else None, number, int(found[1]), full)


def whole_day(text: str) -> date | None:
    """The day somebody wrote with its whole year; None for anything else.

    No beginning of such a day is another one, so it can be read while it is being typed.
    """
    found = written(text)
    return found.in_year(found.year) if found and found.year is not None and found.full else None


def day_with_year(text: str) -> date | None:
    """The day somebody wrote with its year, of four figures or two; None for anything else. Read once one has left the box:
    3/4/20 may be the beginning of 3/4/2026.
    """
    found = written(text)
    return found.in_year(found.year) if found and found.year is not None else None


def end_of_month(text: str) -> date | None:
    """The last day of the month that somebody wrote with its whole year: March 2027, 3/2027; None for none."""
    found = _MONTH.fullmatch(" ".join(text.split()).casefold())
    return _last_of(found[1], int(found[2])) if found else None


def end_of_next(text: str, first: date) -> date | None:
    """The last day of the next month of a name (March) that is not over before `first`; None for what is no month."""
    found = _MONTH_ALONE.fullmatch(" ".join(text.split()).casefold())
    ends = [_last_of(found[1], year) for year in (first.year, first.year + 1)] if found else []
    return next((end for end in ends if end and end >= first), None)


def _last_of(month: str, year: int) -> date | None:
    """The last day of a month of a year that can be meant; None where it is no month."""
    number = _month(month)
    if number is None or not 1 <= number <= 12 or not is_year(year):
        return None
    return date(year, number, monthrange(year, number)[1])


def without_by(text: str) -> str:
    """A deadline without the words before its day or month: by the end of March 2027, until 31 March, no later than May."""
    return _BY.sub("", " ".join(text.split()))


def can_be_meant(on: date) -> bool:
    """Whether a day is in the years 1900 to 2100: 0026 and 2206 are slips, wherever they stand."""
    return is_year(on.year)


def is_year(year: int) -> bool:
    """Whether a year is one of those."""
    return _EARLIEST <= year <= _LATEST


def stored(code: str) -> date | None:
    """A day as it is stored (`when.iso`); None for none. ValueError for what is stored nowhere."""
    return date.fromisoformat(code) if code else None


def day(text: str, today: date, *, first: date | None = None, last: date | None = None) -> str | None:
    """A day as ISO 8601, from "today", "yesterday", "tomorrow" or as in `written`; "" from nothing, None when it is no day.

    Without a year it is the one nearest to today, and where it can only be ahead or behind none before `first` or after
    `last`. With its year it is meant as it stands.
    """
    text = " ".join(text.split()).casefold()
    if not text:
        return ""
    for ago, near in (*when.NEAR.items(), (-1, _TOMORROW)):
        if text in (near.text, str(near).casefold()):
            return (today - timedelta(days=ago)).isoformat()
    found = written(text)
    if found is None:
        return None
    years = [found.year] if found.year is not None else _years(found, today, first, last)
    possible = [made for year in years if (made := found.in_year(year))]
    if found.year is None:
        possible = [made for made in possible if (first or made) <= made <= (last or made)]
    return min(possible, key=lambda made: abs(made - today)).isoformat() if possible else None


def _years(found: Written, today: date, first: date | None, last: date | None) -> list[int]:
    """In which a day without its year may be: beside a bound two, and for 29 February as many as have one among them.

    No more where its weekday was written: of a slip in that would come a day years away, which nobody said.
    """
    many = _LEAP if (found.month, found.number) == _LEAP_DAY else 2
    ahead = range(first.year, first.year + many) if first else ()
    behind = range(last.year - many + 1, last.year + 1) if last else ()
    return sorted({today.year - 1, today.year, today.year + 1, *ahead, *behind})


def time(text: str, *, in_the_day: bool = False) -> str | None:
    """A time as 09:30, from "9", "930", "9.30", "9:30", "2pm" or "14:00", or as it is said ("ten to 2", "half ten", "noon").

    "" from nothing, None when it is no time. `in_the_day`: a bare 1 to 6 is in the afternoon, as at a desk and as where it
    is said; written with a nought (02:00) it is meant.
    """
    text = text.strip()
    if not text:
        return ""
    said = spoken.hour(text)
    found = _TIME.fullmatch(said)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif (in_the_day or said != text) and 0 < hour < _FIRST_OF_THE_DAY and not text.startswith("0"):
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def is_time(text: str) -> bool:
    """Whether it is a time as 09:30, as times are kept and written in documents."""
    return bool(text) and time(text) == text


def _century(year: str) -> str:
    """Two figures of a year with their century: nobody in the work of these inspections means 2098 by 98."""
    return f"{'19' if int(year) >= _LAST_CENTURY else '20'}{year}"


def _month(text: str) -> int | None:
    """1 to 12 from a name or its first letters, three or more; a number as it is; None for no month."""
    if text.isdecimal():
        return int(text)
    said = ((at, name) for at, full in enumerate(when.MONTHS, 1) for name in (full.text, str(full)))
    in_welsh = (at for at, name in enumerate(_IN_WELSH, 1) if name.startswith(text))
    return next((at for at, name in said if name.casefold().startswith(text)), next(in_welsh, None))


def _differ(first: str, second: str) -> bool:
    """Whether two marks between the parts of a day are not the same one: 3/4-2026 is a slip."""
    return len({first.strip(), second.strip()} - {""}) > 1
