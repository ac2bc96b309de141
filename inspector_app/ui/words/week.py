"""The week in words: days, events, clashes and how the cases stand."""

from collections.abc import Mapping, Sequence

from inspector_app.core.domain import review, when
from inspector_app.core.domain.fields import EVENT
from inspector_app.core.domain.spans import Span
from inspector_app.core.domain.week import Day, EventRow, Part
from inspector_app.core.services.week import Held, Plan
from inspector_app.core.words import Later, count, later, say

KINDS: Mapping[str, Later] = {
    "presentation": later("Opening presentation"), "case": later("Case interview"),
    "focus-group": later("Focus group"), "discussion": later("Multi-agency discussion"), "meeting": later("Meeting"),
    "feedback": later("Feedback"), "other": later("Other"),
}  # fmt: skip
_STANDING: Mapping[str, Later] = {  # by the stage of a review
    review.NOT_BEGUN: later("{number} not begun"), review.IN_PROGRESS: later("{number} in progress"),
    "submitted": later("{number} submitted"), "returned": later("{number} returned"),
    "accepted": later("{number} accepted"), "contested": later("{number} stage contested"),
}  # fmt: skip


def head(day: Day) -> str:
    """What stands over a day, short enough for its column: "Mon 9 Mar"."""
    return when.short_weekday(day.date) if day.date else say("No day yet")


def spoken(day: Day) -> str:
    """A day as a screen reader says it: "Monday 9 March"."""
    return when.weekday(day.date) if day.date else say("no day")


def part(day: Day) -> str:
    """What kind of day it is, where that has to be said."""
    if day.part is Part.RETURN:
        return say("Return visit")
    return say("Outside the fieldwork") if day.part is Part.OTHER and day.date else ""


def kind(event: EventRow) -> str:
    """What kind of event it is; "" when nobody said."""
    return str(KINDS.get(event.kind, ""))


def title(event: EventRow) -> str:
    """What an event is called: its own words, or those of its kind."""
    return event.title or kind(event) or say("Something")


def hours(event: EventRow) -> str:
    """From when to when: "09:30 – 10:30", or the start alone; "" for no time."""
    return f"{event.time} – {event.end}" if event.time < event.end and event.time else event.time


def about(event: EventRow, plan: Plan) -> str:
    """What is said below the title: kind, case, who leads; nothing that the title says already."""
    said = title(event).casefold()
    of_kind = kind(event) if event.kind != "other" else ""
    parts = (of_kind, plan.cases.get(event.case, ""), plan.people.get(event.person, ""))
    return " · ".join(p for p in parts if p and p.casefold() not in said)


def clash(event: EventRow, plan: Plan) -> str:
    """Who would have to be where else at that time; "" for nobody."""
    others = [found for i in plan.clashes.get(event.id, ()) if (found := plan.event(i))]
    if not others:
        return ""
    events, name = ", ".join(map(title, others)), plan.people.get(event.person, "")
    if not name:
        return say("The same person is also at: {events}", events=events)
    return say("{name} is also at: {events}", name=name, events=events)


def turned(event: EventRow) -> str:
    """That an event ends before it begins, which says nothing of how long it is; "" where it does not."""
    wrong = event.end and event.end <= event.time
    return say("It ends at {end}, which is not after it begins.", end=event.end) if wrong else ""


def contested(event: EventRow) -> str:
    """Which of its fields two people set differently; "" for none."""
    return say("contested: {fields}", fields=", ".join(EVENT.titles(event.contested))) if event.contested else ""


def whole(event: EventRow, plan: Plan) -> str:
    """An event as a screen reader says it."""
    clashing = clash(event, plan)
    parts = (
        hours(event) or say("no time"),
        title(event),
        about(event, plan),
        say("clash: {what}", what=clashing) if clashing else "",
        contested(event),
    )
    return ", ".join(part for part in parts if part)


def span(plan: Plan) -> str:
    """The working days of the fieldwork and of the return visit: "9 to 13 March 2026"."""
    fieldwork = when.spans([span for found in plan.fieldwork if (span := _working(plan.days, found))])
    visit = _between(plan.days, Part.RETURN)
    return " · ".join(part for part in (fieldwork, say("return visit {days}", days=visit) if visit else "") if part)


def standing(stage: str, number: int) -> str:
    """How many cases are at a stage of review, under a head that says cases: "5 in progress"."""
    return _STANDING[stage].say(number=number)


def cases_at(stage: str, number: int) -> str:
    """Which cases those are, said alone: "5 cases in progress"."""
    match stage:
        case review.NOT_BEGUN:
            return count(number, "{n} case not begun", "{n} cases not begun")
        case "submitted":
            return count(number, "{n} case submitted", "{n} cases submitted")
        case "returned":
            return count(number, "{n} case returned", "{n} cases returned")
        case "accepted":
            return count(number, "{n} case accepted", "{n} cases accepted")
        case "contested":
            return count(number, "{n} case stage contested", "{n} cases stage contested")
        case _:
            return count(number, "{n} case in progress", "{n} cases in progress")


def cases_of(held: Held) -> str:
    """Whose cases those are, said alone: "5 cases of Ruth Ashdown"."""
    number = len(held.cases)
    if held.person is None:
        return count(number, "{n} case that nobody has yet", "{n} cases that nobody has yet")
    return count(number, "{n} case of {name}", "{n} cases of {name}", name=held.person.name)


def holder(held: Held) -> str:
    """Whose cases, how many, and what is open on them: "Ruth Ashdown: 5 cases, 12 gaps"."""
    name = held.person.name if held.person else say("Nobody yet")
    parts = [count(len(held.cases), "{n} case", "{n} cases")]
    if held.cases:
        parts.append(count(held.gaps, "{n} gap", "{n} gaps") if held.gaps else say("no gaps"))
    return f"{name}: {', '.join(parts)}"


def _working(days: Sequence[Day], of: Span) -> Span | None:
    found = [day.date for day in days if day.part is Part.FIELDWORK and day.date and of.start <= day.date <= of.end]
    return Span(found[0], found[-1]) if found else None


def _between(days: Sequence[Day], part: Part) -> str:
    found = [day.date for day in days if day.part is part and day.date]
    return when.span(found[0], found[-1]) if found else ""
