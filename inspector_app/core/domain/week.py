"""The fieldwork week: its days, what happens when, and who would have to be in two places at once. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inspector_app.core.domain import typed, visits

KINDS = ("presentation", "case", "focus-group", "discussion", "meeting", "feedback", "other")
_SATURDAY = 5
# Words that say what an event is, the more telling first; a case's reference says it too.
_TELLING = (
    ("presentation", "presentation"), ("focus group", "focus-group"), ("multi-agency", "discussion"),
    ("multiagency", "discussion"), ("discussion", "discussion"), ("feedback", "feedback"), ("meeting", "meeting"),
    ("case", "case"),
)  # fmt: skip
_TIME = re.compile(r"\s*(\d{1,2}(?:[.:]?\d{2})?\s?(?:am|pm)?)(?=\s|$)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happens in the week. `day` ISO 8601 or "", `time` as 09:30 or "", `person` who leads it (Person.id).

    `case` is a case's id or ""; `contested` the fields for which two people's values stand.
    """

    id: str
    day: str
    time: str
    kind: str
    title: str
    person: str
    case: str
    contested: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class TypedEvent:
    """One typed line as an event: what could be read out of it, and the words."""

    time: str
    kind: str
    title: str
    person: str
    case: str


def days(
    fieldwork: tuple[date, date], visit: tuple[date | None, date | None], used: Iterable[str] = ()
) -> tuple[Day, ...]:
    """The days of the board: Monday to Friday of the fieldwork, of the return visit, and others that something stands on.

    `fieldwork` and `visit` are first and last days; a visit without a last day is one day. What has no day comes last.
    """
    found = {day: Part.OTHER for code in used if (day := typed.stored(code))}
    start, end = visit
    if start is not None:
        found.update(dict.fromkeys(_working(start, max(start, end or start)), Part.RETURN))
    found.update(dict.fromkeys(_working(*fieldwork), Part.FIELDWORK))
    nowhere = (Day(None, Part.OTHER),) if "" in set(used) else ()
    return tuple(Day(day, part) for day, part in sorted(found.items())) + nowhere


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
    """Event -> the others that the same person leads at the same time; events that clash with none are left out."""
    together: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for event in events:
        if event.day and event.time and event.person:
            together[event.day, event.time, event.person].append(event.id)
    return {i: tuple(o for o in ids if o != i) for ids in together.values() if len(ids) > 1 for i in ids}


def read_line(text: str, cases: Mapping[str, str], people: Mapping[str, str]) -> TypedEvent:
    """What somebody typed in one line: "9.30 case interview C01 Ruth". `cases` ref -> id, `people` id -> name.

    The time is taken from the front of the words; case, person and kind are read in them and stay in them. A person is
    known by their whole name or by a first name that only one has.
    """
    found = _TIME.match(text)
    at = typed.time(found[1], in_the_day=True) if found else ""
    title = " ".join((text[found.end() :] if found and at else text).split())
    words = re.findall(r"[\w'-]+", title.casefold())
    case = next((i for ref, i in cases.items() if ref and ref.casefold() in words), "")
    told = next((kind for word, kind in _TELLING if word in title.casefold()), "case" if case else "other")
    return TypedEvent(at or "", told, title, _person(title, words, people), case)


def _person(title: str, words: Sequence[str], people: Mapping[str, str]) -> str:
    whole = [i for i, name in people.items() if name and name.casefold() in title.casefold()]
    first = [i for i, name in people.items() if name and name.split()[0].casefold() in words]
    return next((found[0] for found in (whole, first) if len(found) == 1), "")
