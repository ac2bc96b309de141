"""The week in words: days, events, clashes and how the cases stand."""

from collections.abc import Mapping, Sequence

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.days import typed, when
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.week import Day, EventRow, Part, hours, kind, title
from inspector_app.core.domain.fields import EVENT
from inspector_app.core.domain.text.unbroken import unbroken
from inspector_app.core.services.fieldwork.week import Held, Plan, Reading
from inspector_app.core.words import Later, count, cut, later, say
from inspector_app.ui.words import heading

_NAMED = 6
_STANDING: Mapping[str, Later] = {  # by the stage of a review
    review.NOT_BEGUN: later("{number} not begun"), review.IN_PROGRESS: later("{number} in progress"),
    "submitted": later("{number} submitted"), "returned": later("{number} returned"),
    "accepted": later("{number} accepted"), "contested": later("{number} stage contested"),
}  # fmt: skip
BRIEF_KINDS: Mapping[str, Later] = {  # of KINDS, where a column has no room for more
    "presentation": later("Presentation"), "case": later("Interview"), "discussion": later("Discussion"),
    "points": later("Points due"),
}  # fmt: skip
BRIEF_NOBODY: Mapping[str, Later] = {"": later("Nobody")}


def head(day: Day) -> str:
    """What stands over a day, short enough for its column: "Mon 9 Mar"."""
    return when.short_weekday(day.date) if day.date else say("No day yet")


def short_head(day: Day) -> str:
    """The same where "Today" stands beside it and there is no room for both: "Mon 30"."""
    return when.short_day(day.date) if day.date else say("No day yet")


def spoken(day: Day) -> str:
    """A day as a screen reader says it: "Monday 9 March"."""
    return when.weekday(day.date) if day.date else say("no day")


def add_hint(day: Day) -> str:
    """What stands in the empty line of a day: "+ Add to Mon"."""
    return (
        say("+ Add to {day}", day=when.short_weekday(day.date).split()[0]) if day.date else say("+ Add without a day")
    )


def part(day: Day) -> str:
    """What kind of day it is, where that has to be said."""
    if day.part is Part.RETURN:
        return say("Return visit")
    return say("Outside the fieldwork") if day.part is Part.OTHER and day.date else ""


def length(event: EventRow) -> str:
    """How long it lasts: "1 hour", "1 h 30 min"; "" where that is not known."""
    if not event.time < event.end:
        return ""
    (hour, minute), (last, end) = (map(int, at.split(":")) for at in (event.time, event.end))
    hours, minutes = divmod(60 * (last - hour) + end - minute, 60)
    if not minutes:
        return count(hours, "{n} hour", "{n} hours")
    if not hours:
        return count(minutes, "{n} minute", "{n} minutes")
    return f"{hours} h {minutes} min"


def week(days: Sequence[Day]) -> str:
    """What a week of the board is called: "9 to 13 March 2026", "Return visit, 20 to 21 April 2026"."""
    dates = [day.date for day in days if day.date]
    if not dates:
        return say("No day yet")
    said = when.span(dates[0], dates[-1])
    return say("Return visit, {days}", days=said) if any(day.part is Part.RETURN for day in days) else said


def gap(number: int) -> str:
    """The weeks between two weeks of fieldwork in which nobody is on site; "" for none."""
    return count(number, "{n} gap week", "{n} gap weeks") if number else ""


def read_as(read: Reading, plan: Plan) -> tuple[tuple[str, str], ...]:
    """What a typed line was read as, part by part: what it is of, and what it is, "" where it has none."""
    event = read.event
    at = " · ".join(part for part in (_when(event), length(event)) if part)
    name = plan.people.get(event.person, "")
    own = event.title or say("none typed: “{kind}” is shown", kind=title(event))
    return (
        (say("When"), at),
        (say("Or"), _otherwise(read.otherwise)),
        (say("Kind"), kind(event)),
        (say("Case"), plan.cases.get(event.case, "")),
        (say("Leads"), name or say("nobody named")),
        (say("Title"), own),
    )


def read_clash(read: Reading, plan: Plan) -> str:
    """Whether whoever leads it leads something else then; "" where that cannot be known."""
    event, name = read.event, plan.people.get(read.event.person, "")
    if read.clashes:
        return say("{name} is also at: {events}", name=name, events=", ".join(map(title, read.clashes)))
    return say("Nothing else is planned for {name} then.", name=name) if name and event.time and event.day else ""


def _otherwise(other: EventRow | None) -> str:
    """What hours the line could mean as well, and how one has them: written as a clock does they mean nothing else."""
    if other is None:
        return ""
    return say("{hours} (type it like this if it is meant)", hours=hours(other))


def _when(event: EventRow) -> str:
    day = typed.stored(event.day)
    said = when.short_weekday(day) if day else say("no day yet")
    return f"{said}, {hours(event) or say('no time')}"


def about(event: EventRow, plan: Plan) -> str:
    """What is said below the title: kind, case, who leads; nothing that the title says already."""
    parts = (of_kind(event), on_case(event, plan), leader(event, plan))
    return " · ".join(part for part in parts if part)


def of_kind(event: EventRow) -> str:
    """What kind it is of, where its title does not say so already."""
    return _unsaid(event, kind(event) if event.kind != "other" else "")


def on_case(event: EventRow, plan: Plan) -> str:
    """The case it is about, where its title does not say so already."""
    return _unsaid(event, plan.cases.get(event.case, ""))


def leader(event: EventRow, plan: Plan) -> str:
    """Who leads it, where its title does not say so already."""
    return _unsaid(event, plan.people.get(event.person, ""))


def by_name(event: EventRow, plan: Plan) -> str:
    """Who leads it, where their initial does not tell who it is: another in the plan has the same."""
    name = leader(event, plan)
    alike = [other for other in plan.people.values() if name and heading.initial(other) == heading.initial(name)]
    return name if len(alike) > 1 else ""


def _unsaid(event: EventRow, words: str) -> str:
    return words if words and words.casefold() not in title(event).casefold() else ""


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
    """Whose cases those are, however many they are by now: "cases of Ruth Ashdown"."""
    if held.person is None:
        return say("cases that nobody has yet")
    return say("cases of {name}", name=held.person.name)


def some(refs: Sequence[str]) -> str:
    """References in a line, the first six of them: "C01, C02 and 9 more"."""
    first, more = cut(refs, _NAMED)
    named = ", ".join(map(unbroken, first))
    return count(more, "{refs} and {n} more", "{refs} and {n} more", refs=named) if more else named


def holder(held: Held, *, mine: bool = False) -> str:
    """Whose cases, how many, and what is open on them: "Ruth Ashdown: 5 cases, 12 gaps"."""
    name = say("You") if mine else held.person.name if held.person else say("Nobody yet")
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
