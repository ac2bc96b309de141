"""The fieldwork week: its days, what happens when, and who would have to be in two places at once. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inspector_app.core.domain.days import typed, visits
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.words import Later, later, say

KINDS: Mapping[str, Later] = {
    "presentation": later("Opening presentation"), "case": later("Case interview"),
    "focus-group": later("Focus group"), "discussion": later("Multi-agency discussion"), "meeting": later("Meeting"),
    "feedback": later("Feedback"), "points": later("Points on factual accuracy due"), "other": later("Other"),
}  # fmt: skip
POINTS = "points"  # the day by which the service's points on factual accuracy are to be back
_SATURDAY, _WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happens in the week. `day` ISO 8601 or "", `time` and `end` as 09:30 or "".

    `person` leads it (Person.id); `case` is a case's id or ""; `contested` the fields for which two people's values stand.
    """

    id: str
    day: str
    time: str
    end: str
    kind: str
    title: str
    person: str
    case: str
    contested: tuple[str, ...] = ()


def kind(event: EventRow) -> str:
    """What kind of event it is; "" when nobody said."""
    return str(KINDS.get(event.kind, ""))


def title(event: EventRow) -> str:
    """What an event is called: its own words, or those of its kind."""
    return event.title or kind(event) or say("Something")


def hours(event: EventRow) -> str:
    """From when to when: "09:30 – 10:30", or the start alone; "" for no time."""
    return f"{event.time} – {event.end}" if "" < event.time < event.end else event.time


class Part(StrEnum):
    """Which part of the inspection a day belongs to."""

    FIELDWORK = "fieldwork"
    RETURN = "return"  # the linked visit to domain one
    OTHER = "other"  # neither, but something stands on it


@dataclass(frozen=True, slots=True)
class Day:
    """A day across the board; `date` None for what has no day."""

    date: date | None
    part: Part

    @property
    def code(self) -> str:
        """The day as an event has it."""
        return self.date.isoformat() if self.date else ""


def days(
    fieldwork: Iterable[Span], visit: tuple[date | None, date | None], used: Iterable[str] = ()
) -> tuple[Day, ...]:
    """The days of the board: Monday to Friday of the fieldwork, of the return visit, and others that something stands on.

    `fieldwork` is its spans, `visit` its first and last day; one without a last day is one day. What has no day comes last.
    """
    found = {day: Part.OTHER for code in used if (day := typed.stored(code))}
    start, end = visit
    if start is not None:
        found.update(dict.fromkeys(_working(start, max(start, end or start)), Part.RETURN))
    for span in fieldwork:
        found.update(dict.fromkeys(_working(span.start, span.end), Part.FIELDWORK))
    nowhere = (Day(None, Part.OTHER),) if "" in set(used) else ()
    return tuple(Day(day, part) for day, part in sorted(found.items())) + nowhere


def weeks(days: Iterable[Day]) -> tuple[tuple[Day, ...], ...]:
    """The days in weeks. A return visit has a week of its own, also where fieldwork goes on in it; so has what has no day."""
    across = tuple(days)
    on_site = {_monday(day) for day in across if day.part is Part.FIELDWORK}
    found: dict[tuple[date | None, bool], list[Day]] = defaultdict(list)
    for day in across:
        monday = _monday(day)
        found[monday, day.part is Part.RETURN and monday in on_site].append(day)
    return tuple(tuple(week) for week in found.values())


def gap_weeks(before: Sequence[Day], after: Sequence[Day]) -> int:
    """How many weeks of fieldwork without a day lie between two weeks; 0 where one of them is not fieldwork."""
    fieldwork = [[_monday(day) for day in week if day.part is Part.FIELDWORK] for week in (before, after)]
    first, then = (mondays[0] if mondays else None for mondays in fieldwork)
    return max(0, (then - first).days // _WEEK - 1) if first and then else 0


def _monday(day: Day) -> date | None:
    return day.date - timedelta(days=day.date.weekday()) if day.date else None


def _working(start: date, end: date) -> list[date]:
    """What stands in a file may be years: the board draws no more than a visit can have."""
    every = [start + timedelta(days=n) for n in range(min((end - start).days, visits.LONGEST) + 1)]
    return [day for day in every if day.weekday() < _SATURDAY] or every


def in_order(events: Iterable[EventRow], cases: Iterable[str] = ()) -> dict[str, tuple[EventRow, ...]]:
    """Day -> its events by time, those without a time last; at one time by title and by case (ids in their order)."""
    place = {case: number for number, case in enumerate(cases)}
    found: dict[str, list[EventRow]] = defaultdict(list)
    for event in events:
        found[event.day].append(event)

    def key(event: EventRow) -> tuple[str, str, int, str]:
        return event.time or "~", event.title.casefold(), place.get(event.case, 0), event.id

    return {day: tuple(sorted(on, key=key)) for day, on in found.items()}


def clashes(events: Iterable[EventRow]) -> dict[str, tuple[str, ...]]:
    """Event -> the others that the same person leads at the same time; events that clash with none are left out.

    One without an end, or with one that is not after its start, is a moment.
    """
    together: dict[tuple[str, str], list[EventRow]] = defaultdict(list)
    for event in events:
        if event.day and event.time and event.person:
            together[event.day, event.person].append(event)
    found: dict[str, tuple[str, ...]] = {}
    for led in together.values():
        found |= {one.id: others for one in led if (others := tuple(other.id for other in clashing(one, led)))}
    return found


def clashing(event: EventRow, others: Iterable[EventRow]) -> tuple[EventRow, ...]:
    """Which of the others (or of all of them) the person who leads this one leads at the same time."""
    if not (event.day and event.time and event.person):
        return ()
    led = (o for o in others if (o.day, o.person) == (event.day, event.person) and o.time and o.id != event.id)
    return tuple(other for other in led if _meet(event, other))


def is_over(event: EventRow, day: str, time: str) -> bool:
    """Whether an event is past at a time of a day: one on a day before, and one that ended, or began without an end."""
    last = event.end if event.end > event.time else event.time
    return bool(event.day) and (event.day, last or "~") < (day, time)


def _meet(one: EventRow, other: EventRow) -> bool:
    first, then = sorted((one, other), key=lambda event: event.time)
    return first.time == then.time or then.time < first.end
