"""How dates, times, spans and moments are said: once, for the screen, for paper and for what the commands print.

Stored are ISO 8601 days and moments in UTC; said is this laptop's own time. The names of months and days are not
strftime's, which follow the machine's locale.

| use | it reads | function |
| --- | --- | --- |
| a date: in a sentence, in a box, in print | 24 March 2026 | `day` |
| a date where the year is plain | 24 March | `day_of_year` |
| a date that is mostly one of these days | today · yesterday · 24 March 2026 | `near` |
| the head of a day's column, and as it is heard | Mon 9 Mar · Monday 9 March | `short_weekday`, `weekday` |
| a day of a drawing that has little room | Mon | `short_name` |
| a month | March 2026 | `month` |
| from a day to another | 9 to 13 March 2026 | `span` |
| the same with gaps | 10 to 14 November and 24 to 28 November 2014 | `spans` |
| a time of day | 17:40 | `time` |
| a moment in a sentence | today 17:40 · Tuesday 17:40 · 24 March 17:40 | `moment` |
| a moment in a list | 17:40 · yesterday · 24 Mar | `since` |
| a moment beside a box | 17:40 · yesterday 17:40 | `clock` |
| a moment in print | 24 March 2026, 17:40 GMT | `printed` |
| a moment in the name of a file | 2026-03-24 1740 | `stamp` |

What people type is read by `typed`.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from inspector_app.core.domain.days.spans import Span
from inspector_app.core.words import later, listed, say

MONTHS = (
    later("January"), later("February"), later("March"), later("April"), later("May"), later("June"),
    later("July"), later("August"), later("September"), later("October"), later("November"), later("December"),
)  # fmt: skip
_SHORT_MONTHS = (
    later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May"), later("Jun"),
    later("Jul"), later("Aug"), later("Sep"), later("Oct"), later("Nov"), later("Dec"),
)  # fmt: skip
_DAYS = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"), later("Friday"), later("Saturday"),
    later("Sunday"),
)  # fmt: skip
_SHORT_DAYS = (
    later("Mon"), later("Tue"), later("Wed"), later("Thu"), later("Fri"), later("Sat"), later("Sun"),
)  # fmt: skip
NEAR = {0: later("today"), 1: later("yesterday")}  # by days ago
_WEEK = 7
_SUMMER = frozenset({"BST", "GMT Summer Time", "GMT Daylight Time"})  # as Windows says it


def day(on: date) -> str:
    """A date: 24 March 2026."""
    return say("{day} {month} {year}", day=on.day, month=MONTHS[on.month - 1], year=f"{on.year:04}")


def day_of_year(on: date) -> str:
    """A date where the year is plain: 24 March."""
    return say("{day} {month}", day=on.day, month=MONTHS[on.month - 1])


def near(on: date, today: date) -> str:
    """A date that is mostly one of these days: today, yesterday, 24 March 2026."""
    word = NEAR.get((today - on).days)
    return str(word) if word else day(on)


def weekday(on: date) -> str:
    """Monday 9 March."""
    return say("{weekday} {day} {month}", weekday=_DAYS[on.weekday()], day=on.day, month=MONTHS[on.month - 1])


def short_weekday(on: date) -> str:
    """Mon 9 Mar."""
    name, short = _SHORT_DAYS[on.weekday()], _SHORT_MONTHS[on.month - 1]
    return say("{weekday} {day} {month}", weekday=name, day=on.day, month=short)


def short_day(on: date) -> str:
    """Mon 9."""
    return say("{weekday} {day}", weekday=_SHORT_DAYS[on.weekday()], day=on.day)


def short_name(on: date) -> str:
    """Mon."""
    return str(_SHORT_DAYS[on.weekday()])


def month(on: date) -> str:
    """March 2026."""
    return say("{month} {year}", month=MONTHS[on.month - 1], year=on.year)


def span(first: date, last: date) -> str:
    """9 to 13 March 2026, without saying a month or a year twice; the first day where the last is not after it."""
    return _span(first, last, day)


def spans(parts: Sequence[Span]) -> str:
    """10 to 14 November and 24 to 28 November 2014: the year is said where it changes, and at the end."""
    following = [*parts[1:], None][: len(parts)]
    return listed(
        [
            _span(part.start, part.end, day_of_year if then is not None and part.end.year == then.end.year else day)
            for part, then in zip(parts, following, strict=True)
        ]
    )


def _span(first: date, last: date, said: Callable[[date], str]) -> str:
    """From one day to another, the last one said in that way."""
    if last <= first:
        return said(first)
    if (first.month, first.year) == (last.month, last.year):
        return say("{day} to {end}", day=first.day, end=said(last))
    return say("{day} to {end}", day=day_of_year(first) if first.year == last.year else day(first), end=said(last))


def time(at: datetime) -> str:
    """The time of day: 17:40."""
    return f"{at.hour:02}:{at.minute:02}"  # a list says hundreds, and a format of its own is looked up for each


def moment(at: str | datetime, now: datetime) -> str:
    """A moment within a sentence: "today 17:40", "Tuesday 17:40", "24 March 17:40"; "" for none.

    A time that is not in the last six days, such as that of a clock that runs ahead, is given with its date.
    """
    if not at:
        return ""
    then, today = _here(at), now.astimezone().date()
    ago = (today - then.date()).days
    if ago in NEAR:
        said = str(NEAR[ago])
    elif 0 < ago < _WEEK:
        said = str(_DAYS[then.weekday()])
    else:
        said = day_of_year(then) if then.year == today.year else day(then)
    return say("{day} {time}", day=said, time=time(then))


def since(at: str, now: datetime) -> str:
    """A stored moment in a list, as briefly as it can be told from others: 10:41, yesterday, 24 Mar; "" for none."""
    if not at:
        return ""
    then, today = _here(at), now.astimezone().date()
    ago = (today - then.date()).days
    if ago == 0:
        return time(then)
    if ago in NEAR:
        return str(NEAR[ago])
    short = _SHORT_MONTHS[then.month - 1]
    if then.year == today.year:
        return say("{day} {month}", day=then.day, month=short)
    return say("{day} {month} {year}", day=then.day, month=short, year=then.year)


def clock(at: str) -> str:
    """A stored moment beside a box: the time alone today, else as in a sentence; "" for none."""
    if not at:
        return ""
    then, now = _here(at), datetime.now().astimezone()
    return time(then) if then.date() == now.date() else moment(at, now)


def printed(at: datetime) -> str:
    """24 March 2026, 17:40 GMT; without a zone where the time has none. Paper goes elsewhere, so it says which."""
    return f"{day(at)}, {time(at)} {_zone(at)}".rstrip()


def _zone(at: datetime) -> str:
    """The zone as people here call it; one that a system calls by a sentence by its hours from GMT."""
    name, offset = at.tzname() or "", at.utcoffset()
    if offset is None or not name:
        return ""
    if not offset:
        return "GMT"
    if name in _SUMMER:
        return "BST"
    minutes = round(offset.total_seconds() / 60)
    return name if name.isalpha() else f"GMT{'-' if minutes < 0 else '+'}{abs(minutes) // 60}:{abs(minutes) % 60:02}"


def stamp(at: datetime) -> str:
    """A moment in the name of a file, so that names stand in their order: 2026-03-24 1740."""
    return f"{at:%Y-%m-%d %H%M}"


def iso(on: date | None) -> str:
    """A date as it is stored; "" for none."""
    return on.isoformat() if on else ""


def _here(at: str | datetime) -> datetime:
    """A moment, stored or in hand, on this laptop's clock."""
    return (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone()
