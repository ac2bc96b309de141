"""The week in words: days, events, clashes and how the cases stand."""

from collections.abc import Mapping, Sequence
from datetime import date

from inspector_app.core.domain.fields import EVENT
from inspector_app.core.domain.week import Day, EventRow, Part
from inspector_app.core.services.week import Held, Plan

KINDS: Mapping[str, str] = {
    "presentation": "Opening presentation", "case": "Case interview", "focus-group": "Focus group",
    "discussion": "Multi-agency discussion", "meeting": "Meeting", "feedback": "Feedback", "other": "Other",
}  # fmt: skip
STAGES: Mapping[str, str] = {
    "": "in progress", "submitted": "submitted", "returned": "returned", "accepted": "accepted",
    "contested": "stage contested",
}  # fmt: skip


def head(day: Day) -> str:
    """What stands over a day, short enough for its column: "Mon 9 Mar"."""
    return f"{day.date:%a} {day.date.day} {day.date:%b}" if day.date else "No day yet"


def spoken(day: Day) -> str:
    """A day as a screen reader says it: "Monday 9 March"."""
    return f"{day.date:%A} {day.date.day} {day.date:%B}" if day.date else "no day"


def part(day: Day) -> str:
    """What kind of day it is, where that has to be said."""
    return {Part.RETURN: "Return visit", Part.FIELDWORK: "", Part.OTHER: "Outside the fieldwork" if day.date else ""}[
        day.part
    ]


def title(event: EventRow) -> str:
    """What an event is called: its own words, or those of its kind."""
    return event.title or KINDS.get(event.kind, "Something")


def about(event: EventRow, plan: Plan) -> str:
    """What is said below the title: kind, case, who leads; nothing that the title says already."""
    said = title(event).casefold()
    kind = KINDS.get(event.kind, "") if event.kind != "other" else ""
    parts = (kind, plan.cases.get(event.case, ""), plan.people.get(event.person, ""))
    return " · ".join(p for p in parts if p and p.casefold() not in said)


def clash(event: EventRow, plan: Plan) -> str:
    """Who would have to be where else at that time; "" for nobody."""
    others = [found for i in plan.clashes.get(event.id, ()) if (found := plan.event(i))]
    if not others:
        return ""
    return f"{plan.people.get(event.person, 'The same person')} is also at: {', '.join(map(title, others))}"


def contested(event: EventRow) -> str:
    """Which of its fields two people set differently; "" for none."""
    return f"contested: {', '.join(EVENT.titles(event.contested))}" if event.contested else ""


def whole(event: EventRow, plan: Plan) -> str:
    """An event as a screen reader says it."""
    clashing, differing = clash(event, plan), contested(event)
    parts = (event.time or "no time", title(event), about(event, plan), clashing and f"clash: {clashing}", differing)
    return ", ".join(part for part in parts if part)


def span(days: Sequence[Day]) -> str:
    """First and last day of the fieldwork and of the return visit: "9 to 13 March 2026"."""
    parts = []
    for which, word in ((Part.FIELDWORK, ""), (Part.RETURN, "return visit ")):
        found = [day.date for day in days if day.part is which and day.date]
        if found:
            parts.append(word + _between(found[0], found[-1]))
    return " · ".join(parts)


def holder(held: Held) -> str:
    """Whose cases, how many, and what is open on them: "Ruth Ashdown: 5 cases, 12 gaps"."""
    name = held.person.name if held.person else "Nobody yet"
    count = len(held.cases)
    gaps = f"{held.gaps} gap{'' if held.gaps == 1 else 's'}" if held.gaps else "no gaps"
    return f"{name}: {count} case{'' if count == 1 else 's'}" + (f", {gaps}" if count else "")


def _between(first: date, last: date) -> str:
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    return f"{first.day} to {end}" if first.month == last.month else f"{first.day} {first:%B} to {end}"
