"""Spans of days. Fieldwork is one or more of them: within it there may be gaps in which nobody is on site."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from inspector_app.core.domain.days.visits import LONGEST, moved

_SATURDAY, _SUNDAY = 5, 6
_BETWEEN = "/"  # of first and last day, as in ISO 8601


class Span(NamedTuple):  # no dataclass: see core/words.py
    """From one day to another, both inclusive."""

    start: date
    end: date


def stored(spans: Iterable[Span]) -> str:
    """Spans as one text, in order: "2014-11-17/2014-11-23 2014-12-01/2014-12-07"; "" for none."""
    return " ".join(f"{span.start.isoformat()}{_BETWEEN}{span.end.isoformat()}" for span in sorted(spans))


def read(text: str) -> tuple[Span, ...]:
    """The spans of such a text; a part that is none is passed over."""
    found = (_one(part) for part in text.split())
    return tuple(sorted(span for span in found if span is not None))


def _one(part: str) -> Span | None:
    start, _, end = part.partition(_BETWEEN)
    try:
        found = Span(date.fromisoformat(start), date.fromisoformat(end))
    except ValueError:
        return None
    return found if found.start <= found.end else None


def wrong(start: date, end: date, gaps: Sequence[Span]) -> str:
    """What is the matter with the gaps in fieldwork from `start` to `end`; "" for nothing."""
    for gap in gaps:
        if gap.end < gap.start:
            return "it ends before it starts"
        if not start < gap.start <= gap.end < end:
            return "it is not between the first and the last day of fieldwork"
    return "one overlaps another" if any(b.start <= a.end for a, b in pairwise(sorted(gaps))) else ""


def without(start: date, end: date, gaps: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of fieldwork from `start` to `end`. A weekend beside a gap belongs to that, as nobody is there."""
    found, first = [], start
    for gap in sorted(gaps):
        if first < gap.start <= end:
            found.append(Span(first, moved(gap.start, -1)))
        first = max(first, moved(gap.end, 1))
    if first <= end:
        found.append(Span(first, end))
    return tuple(_trimmed(span, start, end) for span in found) or (Span(start, end),)


def on_site(day: date, start: date, end: date, gaps: Iterable[Span]) -> bool:
    """Whether a day belongs to fieldwork from `start` to `end`: gaps, and the weekends beside them, do not."""
    return any(span.start <= day <= span.end for span in without(start, end, gaps))


def _trimmed(span: Span, start: date, end: date) -> Span:
    first, last = span.start, span.end
    while first != start and first.weekday() >= _SATURDAY and first < last:
        first = moved(first, 1)
    while last != end and last.weekday() >= _SATURDAY and first < last:
        last = moved(last, -1)
    return Span(first, last)


def moved_along(gaps: Sequence[Span], was: tuple[date, date], now: tuple[date, date]) -> tuple[Span, ...]:
    """The gaps when fieldwork gets other days: moved where both its days move alike, without those that then lie outside."""
    apart = {(after - before).days for before, after in zip(was, now, strict=True)}
    days = apart.pop() if len(apart) == 1 else 0
    found = (Span(moved(gap.start, days), moved(gap.end, days)) for gap in gaps)
    return tuple(gap for gap in found if not wrong(*now, (gap,)))


def usual(start: date, weeks: int, between: int) -> tuple[date, tuple[Span, ...]]:
    """The last day of so many weeks of fieldwork with `between` gap weeks from one to the next, and those gaps.

    It ends on the Friday of its last week, also where it starts on a Tuesday after a bank holiday. A start on a weekend is of
    the week that comes.
    """
    weekday = start.weekday()
    monday, apart = moved(start, (7 if weekday >= _SATURDAY else 0) - weekday), 7 * (1 + between)
    gaps = (Span(moved(monday, n * apart + 7), moved(monday, (n + 1) * apart - 1)) for n in range(weeks - 1))
    return moved(monday, (weeks - 1) * apart + 4), tuple(gaps) if between else ()


def weeks_between(start: date, end: date) -> tuple[date, ...]:
    """The Mondays of the weeks after that of the first day and before that of the last: those that can be gap weeks."""
    first, last = moved(start, -start.weekday()), moved(end, -end.weekday())
    within = min((last - first).days, LONGEST + _SUNDAY)  # what stands in a file may be years
    return tuple(moved(first, days) for days in range(7, within, 7))


def is_gap_week(monday: date, gaps: Iterable[Span]) -> bool:
    """Whether the whole working week lies in a gap."""
    return any(gap.start <= monday and moved(monday, _SATURDAY - 1) <= gap.end for gap in gaps)


def with_week(gaps: Iterable[Span], monday: date, *, gap: bool) -> tuple[Span, ...]:
    """The gaps when the week from that Monday is one (or is none)."""
    week = Span(monday, moved(monday, _SUNDAY))
    rest = [part for one in gaps for part in _beside(one, week)]
    return tuple(sorted([*rest, week] if gap else rest))


def _beside(span: Span, taken: Span) -> Iterator[Span]:
    """What is left of a span without the days of another."""
    for start, end in (
        (span.start, min(span.end, moved(taken.start, -1))),
        (max(span.start, moved(taken.end, 1)), span.end),
    ):
        if start <= end:
            yield Span(start, end)
