"""Single cells of a case list: dates as British people write them, whole numbers, references, short texts.

Each function gives the value, or raises Wrong with what is the matter.
"""

import re
from datetime import date, datetime, time, timedelta

from inspector_app.core.domain.days import typed, when
from inspector_app.core.domain.fields import CASE, SHORT, Field
from inspector_app.core.domain.text import footings, pseudonyms
from inspector_app.core.domain.text.alike import written
from inspector_app.core.interchange import spoilt
from inspector_app.core.interchange.jsontext import shown
from inspector_app.core.interchange.sheets import blank
from inspector_app.core.interchange.spoilt import Unreadable

_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:Z|UTC|GMT|([+-]\d\d)(?::?(\d\d))?)", re.IGNORECASE
)
_COMPACT = re.compile(
    r"^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$", re.ASCII
)  # 20260324: no other way to read it
_YEARS = re.compile(r"(?<=\d) ?(?:years?|yrs?|y/?o?)(?: old)?\.?$", re.IGNORECASE)  # behind an age
_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d\d)(?!\d)", re.ASCII)
_MONTHS, _DAYS = 12, 31
_AS = "type it as day/month/year"
_FIGURES_OF_A_DAY = 5  # by which a spreadsheet counts the days of 1927 to 2173
_DAY_NOUGHT = date(1899, 12, 30)
_DAY_NOUGHT_SHOWN = "00/01/1900"  # a nought that is formatted as a date, which is read as midnight
_MOST_FIGURES = 15  # that a spreadsheet keeps of a number
_TIME = re.compile(  # behind a day, or before it
    r"(?<=\d),?(?:T| (?:at )?)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?| ?hrs?)?$"
    r"|^\d{1,2}:\d{2}(?::\d{2})?,? (?:on )?(?=\d)",
    re.IGNORECASE,
)
_ROUND = re.compile(r"^['’](?=\d)|(?<=\d)\.$")  # what a spreadsheet, or the end of a sentence, puts beside a day
# A spreadsheet that opens what is exported from here would reckon with it; a lone "-" is how people write "nothing".
_FORMULA = re.compile(r"[=@]|[+-](?=.)")


class Wrong(Exception):
    """What is the matter with a cell, in words."""


def text(cell: object, longest: int = SHORT) -> str:
    """A short text: no formula, nothing that leads to a person; "" where the cell is empty."""
    if isinstance(cell, Unreadable):
        raise Wrong(f"the cell holds {cell.why}")
    if blank(cell):
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, date | time | timedelta):
        raise Wrong(f"the spreadsheet has made {_as_seen(cell)} of it; format the column as Text and type it again")
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    found = written(str(cell))
    if isinstance(cell, str) and _FORMULA.match(found):
        raise Wrong(f"{shown(found)} begins as a formula does; type the text itself")
    if len(found) > longest:
        raise Wrong(f"it has {len(found)} characters, and {longest} is the most")
    if what := pseudonyms.number_in(found):
        raise Wrong(f"it looks like {what}, which leads to a person; nothing that does is imported")
    return found


_YES_OR_NO = {
    **dict.fromkeys(("y", "yes", "true", "1"), "Yes"), **dict.fromkeys(("n", "no", "false", "0"), "No"),
    **dict.fromkeys(("n/k", "nk", "not known", "unknown"), "Not known"),
    **dict.fromkeys(("-", "–"), ""),
}  # fmt: skip


def yes_or_no(cell: object) -> str:
    """Whether it is so, in the one word that the profile counts; what says more ("EHCP") as it stands."""
    found = text(cell)
    return _YES_OR_NO.get(found.casefold(), found)


def reference(cell: object) -> str:
    """A case reference, which is a pseudonym."""
    made = isinstance(cell, bool | date | time | timedelta)
    if made or (isinstance(cell, float) and not cell.is_integer()):
        seen = _as_seen(cell)
        raise Wrong(f"the spreadsheet has made {seen} of this reference; format the column as Text and type it again")
    found = text(cell, CASE.field("ref").longest)
    if not found:
        raise Wrong("the reference is missing")
    if isinstance(cell, int | float) and (cell < 0 or cell >= 10**_MOST_FIGURES):
        raise Wrong(f"{found} is no number as it was typed; format the column as Text and type it again")
    if footings.is_footing(found):
        raise Wrong(f"{shown(found)} stands under the cases and is none of them")
    if spoilt.kind(found):
        raise Wrong(f"the spreadsheet has made {found} of this reference; format the column as Text and type it again")
    if why := pseudonyms.why_not(found):
        raise Wrong(why)
    return found


def _as_seen(cell: object) -> str:
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def day(cell: object) -> date | None:
    """A date: a real one, ISO, or day/month/year; None where the cell is empty."""
    if isinstance(cell, date):
        return None if left_open(cell) else _meant(cell.date() if isinstance(cell, datetime) else cell)
    if cell == time():
        return None
    if isinstance(cell, int | float):
        raise Wrong(_number(f"{cell:g}"))
    found = text_of_date(cell)
    if not found:
        return None
    if instant := _INSTANT.fullmatch(found):
        return _day_in_britain(instant)
    if found.isdecimal() and len(found) == _FIGURES_OF_A_DAY:
        raise Wrong(_number(found))
    said = typed.written(_COMPACT.sub(r"\1-\2-\3", _TIME.sub("", _ROUND.sub("", found))))
    if said is None or said.year is None:
        raise Wrong(f"{shown(found)} is no date; {_AS}")
    made = said.in_year(said.year)
    if made is None and not typed.is_year(said.year):
        raise Wrong(f"{found} is before 1900 or after 2100; see which year is meant")
    if made is None:
        raise Wrong(f"{found} is not a day of the calendar (day, month, year)")
    return made


def _number(figures: str) -> str:
    """What is the matter with a number in place of a date: it may be how a spreadsheet counts days, and which day that is."""
    plain = figures.isdecimal() and len(figures) == _FIGURES_OF_A_DAY
    said = f", and {when.day(_DAY_NOUGHT + timedelta(int(figures)))} where a spreadsheet counts days" if plain else ""
    return f"{figures} is a number{said}; format the column as Date, or {_AS}"


def _meant(on: date) -> date:
    if not typed.can_be_meant(on):
        raise Wrong(f"{on.isoformat()} is before 1900 or after 2100; see which year is meant")
    return on


def month_first(cell: object) -> bool:
    """Whether a cell is a date that can only be read with its month before its day, as in 10/13/2025."""
    parts = _parts(cell)
    return parts is not None and parts[0] <= _MONTHS < parts[1] <= _DAYS


def either_way(cell: object) -> bool:
    """Whether a cell is a date that would be another day with its month first: 10/11/2025."""
    parts = _parts(cell)
    return parts is not None and parts[0] != parts[1] and max(parts) <= _MONTHS


def _parts(cell: object) -> tuple[int, int] | None:
    found = _IN_FIGURES.match(written(cell)) if isinstance(cell, str) else None
    return (int(found[1]), int(found[2])) if found else None


def _day_in_britain(instant: re.Match[str]) -> date:
    """The day in Britain of a time with its zone: systems write the midnight of a summer day as 23:00Z of the day before."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # with it the table of zones

    text = instant[0]
    try:
        zone = f"{instant[3] or '+00'}:{instant[4] or '00'}"
        moment = datetime.fromisoformat(f"{instant[1]}T{instant[2]}{zone}")
        return moment.astimezone(ZoneInfo("Europe/London")).date()
    except ZoneInfoNotFoundError:
        raise Wrong(f"{shown(text)} is a time of another zone; {_AS}") from None
    except (ValueError, OverflowError):
        raise Wrong(f"{shown(text)} is no date; {_AS}") from None


def text_of_date(cell: object) -> str:
    """The text of a cell that should hold a date; "" where it is empty, or says so or that the end is to come."""
    if isinstance(cell, Unreadable):
        raise Wrong(f"the cell holds {cell.why}")
    found = "" if blank(cell) else written(str(cell))
    return "" if footings.says_no_day(found) else found


def left_open(cell: object) -> str:
    """What a cell says in place of a date or number that is not known, or a program in place of none; "" for any other."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if cell == time():
        return _DAY_NOUGHT_SHOWN
    found = cell.isoformat() if isinstance(cell, date) else written(cell) if isinstance(cell, str) else ""
    return found if footings.says_not_known(found) or footings.is_no_day_of_programs(found) else ""


def whole(cell: object, field: Field) -> int | None:
    """A whole number, such as an age; None where the cell is empty."""
    found = text_of_date(cell)
    if isinstance(cell, float) and cell.is_integer():
        found = str(int(cell))
    if not found:
        return None
    if field.unit == "years":
        found = _YEARS.sub("", found)
    if isinstance(cell, bool) or not re.fullmatch(r"[0-9]{1,15}", found) or int(found) > field.most:
        raise Wrong(f"{shown(found)} is no {f'{field.title} in whole {field.unit}' if field.unit else 'whole number'}")
    return int(found)
