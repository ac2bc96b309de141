"""The day and the hours at the front of a typed week line, as people write them: "weds half past 9", "noon Tues". Pure."""

import re
from collections.abc import Sequence
from datetime import date

from inspector_app.core.domain.days import spoken, typed
from inspector_app.core.domain.days.spoken import BY_ROTAS, HALF, NUMBER

_NAMED = [re.compile(rf"(?:on\s+)?{name}(?=[\s.,:]|$)[.,:]?\s*", re.IGNORECASE) for name in typed.WEEKDAYS]
_HOUR = (
    r"(?:(?:12\s?)?(?:noon|midday)\b"
    rf"|(?:half(?:\s+past)?|quarter\s+(?:past|to))\s+{NUMBER}(?:{HALF}|\b)"
    rf"|{BY_ROTAS}|{NUMBER}\s?o\s?['’]?\s?clock\b|\d{{1,2}}(?:[.:h]?\d{{2}})?(?:{HALF}|\b))"
)
_IN_A_WORD = rf"(?:{'|'.join(spoken.IN_WORDS)})"  # by itself it may be a count: one visit
_TO = r"(?:[-–—‐‑−→]|to\b|until\b|till?\b)"  # hyphens and dashes of every keyboard
_ABOUT = r"(?:about|around|approx(?:imately)?|circa|ca?\.|roughly|~)\.?"
_FRONT = re.compile(
    rf"\s*(?:(?:at|from|@)\s*)?(?:{_ABOUT}\s*)?(?P<start>{_HOUR}|{_IN_A_WORD}(?:{HALF}|(?=\s?{_TO}\s?{NUMBER}\b)))"
    rf"(?:\s?{_TO}\s?(?P<end>{_HOUR}|{_IN_A_WORD}{HALF}?))?"
    r"(?=\s|,(?!\d)|:\s|$)[,:]?\s*(?:[-–—‐‑−]\s+)?",
    re.IGNORECASE,
)
# between 2 and 3; what parts hours and minutes on other keyboards, or by a slip: 10;30, 10,30, 10·30, "10.30."
_BETWEEN = re.compile(rf"^\s*between\s+(?P<start>{_HOUR})\s+and\s+(?=(?:{_HOUR})(?:[\s,:]|$))", re.IGNORECASE)
_PARTED = re.compile(r"^(\s*(?:at\s+)?(?:[01]?\d|2[0-3]))(?:[;,·∶.])([0-5]\d)(?:\.(?=\s)|(?=\s|$))")
_FURTHER_ON = re.compile(  # as only an hour is said: lunch half 12, feedback at noon, visit until quarter to four
    rf"(?<=\s)(?:at\s+)?(?P<hour>(?:12\s?)?(?:noon|midday)|(?:half(?:\s+past)?|quarter\s+(?:past|to))\s+{NUMBER}{HALF}?)(?=[\s,;.]|$)",
    re.IGNORECASE,
)
_UNTIL = ("until", "till", "til", "to")
_NOT_AT = (  # the second half 3 cases, an hour and a half 10am
    "a", "by", "before", "after", "since", "first", "second", "last", "next", "every",
)  # fmt: skip
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)(?=[\s.,:]|$)[.,:]?\s*", re.IGNORECASE)


def named(line: str, days: Sequence[date], near: date | None) -> tuple[date | None, str]:
    """The day that a line begins with, or names right behind its hours, and the line without it.

    Only a day of `days` is one; of two of that name, that of the week of `near`. Of a weekday and a date that do not agree
    ("thurs 24 nov") the date is meant, and the weekday stays in the words. None, and the line, else. The line is one
    `to_the_minute`.
    """
    hours = _FRONT.match(line)
    for before, rest in (("", line.strip()), (hours[0] if hours else "", line[hours.end() :] if hours else "")):
        day, left = _at_front(rest, days, near)
        if day is not None and (before + left).strip():
            return day, f"{before.strip()} {left}".strip()
    return None, line


def due(line: str, since: date) -> date | None:
    """The first date that stands anywhere in a line ("points due 20 May"); without a year the next such day from `since` on.

    None where none stands there.
    """
    words = [word.strip(".,:;()") for word in line.split()]
    parts = (words[at : at + many] for at in range(len(words)) for many in (3, 2, 1))
    for part in parts:
        dated = typed.written(" ".join(part)) if _is_dated(part[:2]) else None
        years = () if dated is None else (dated.year,) if dated.year else (since.year, since.year + 1)
        day = next((day for year in years if dated and (day := dated.in_year(year)) and day >= since), None)
        if day is not None:
            return day
    return None


def in_figures(line: str) -> str:
    """The line with the hours at its front in figures ("half past 9 to noon visit": "9:30-12:00 visit")."""
    line = _PARTED.sub(r"\1:\2", _BETWEEN.sub(r"\g<start>-", line))
    found = _FRONT.match(line)
    if found is None:
        return line
    hours = "-".join(_figures(form) for form in (found["start"], found["end"]) if form)
    return f"{hours} {line[found.end() :]}".strip()


def figures_further_on(line: str) -> str:
    """The line with hours that are said in words behind its front in figures: "lunch half 12" is "lunch at 12:30"."""

    def said(found: re.Match[str]) -> str:
        before = line[: found.start()].casefold().split()[-1:]
        figures = _figures(found["hour"])
        if (before and before[0] in _NOT_AT) or not figures[0].isdigit():
            return found[0]
        return f"{'' if before and before[0] in _UNTIL else 'at '}{figures}"

    return _FURTHER_ON.sub(said, line)


def _at_front(text: str, days: Sequence[date], near: date | None) -> tuple[date | None, str]:
    named = ((number, found) for number, name in enumerate(_NAMED) if (found := name.match(text)))
    number, weekday = next(named, (None, None))
    if number is None or weekday is None:
        return _dated(text, days)
    behind = text[weekday.end() :]
    day, left = _dated(behind, days)
    if day is not None:
        return day, left if day.weekday() == number else f"{weekday[0]}{left}"
    if _begins_with_a_date(behind):
        return None, text  # it is not a day of the plan, and the weekday by itself would be another
    of_name = [day for day in days if day.weekday() == number]
    ordinal = _ORDINAL.match(behind)
    numbered = next((day for day in of_name if ordinal and day.day == int(ordinal[1])), None)
    if numbered is not None and ordinal is not None:
        return numbered, behind[ordinal.end() :]
    return _of_week(of_name, near), behind


def _dated(text: str, days: Sequence[date]) -> tuple[date | None, str]:
    """The day whose date a text begins with, and the text without it."""
    words = text.split()
    for many in (3, 2, 1):
        front = [word.rstrip(",:") for word in words[:many]]
        dated = typed.written(" ".join(front)) if many <= len(words) and _is_dated(front) else None
        day = next((day for day in days if dated and dated.in_year(dated.year or day.year) == day), None)
        if day is not None:
            return day, " ".join(words[many:])
    return None, text


def _begins_with_a_date(text: str) -> bool:
    words = [word.rstrip(",:") for word in text.split()]
    return any(_is_dated(words[:many]) and typed.written(" ".join(words[:many])) is not None for many in (3, 2, 1))


def _is_dated(words: Sequence[str]) -> bool:
    """Whether it can only be a date: a month in letters, or figures with a stroke."""
    return (len(words) > 1 and any(word[:1].isalpha() for word in words)) or (len(words) == 1 and "/" in words[0])


def _of_week(days: Sequence[date], near: date | None) -> date | None:
    same = [day for day in days if near and day.isocalendar()[:2] == near.isocalendar()[:2]]
    return next(iter([*same, *days]), None)


def _figures(form: str) -> str:
    """An hour as those who read the line know it."""
    return re.sub(r"(?<=\d)h(?=\d)", ":", spoken.in_digits(spoken.hour(form)))
