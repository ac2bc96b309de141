"""The week on paper: of everybody or of one person, all of it or a day."""

from collections.abc import Collection
from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.days.week import Day, EventRow, hours, title
from inspector_app.core.report.compose import DEFAULT_MARKING
from inspector_app.core.report.paper.content import DayOf, Entry, Timetable
from inspector_app.core.services.fieldwork import week
from inspector_app.core.services.fieldwork.week import Plan
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_paper
from inspector_app.core.words import say


def pdf(workspace: Workspace, days: Collection[str], person: str, as_at: datetime) -> bytes:
    """The PDF of what happens on these days (codes, at least one), as it stands now (`as_at`).

    `person` (Person.id): what that person leads; "" what everybody does. A day that is not on the board is passed over.
    """
    from inspector_app.core.report.paper import timetable  # ReportLab takes a fifth of a second to load

    plan = week.plan(workspace)
    chosen = [day for day in plan.days if day.code in days]
    with workspace.database.read() as connection:
        head = read_paper.head(connection)
    return timetable.write(
        Timetable(
            service=head.service,
            marking=head.marking.strip() or DEFAULT_MARKING,
            dates=_dates(chosen),
            whose=plan.people.get(person, ""),
            made=as_at,
            days=tuple(_day(day, plan, person) for day in chosen),
        )
    )


def _dates(days: list[Day]) -> str:
    found = [day.date for day in days if day.date]
    return when.span(found[0], found[-1]) if found else say("no day yet")


def _day(day: Day, plan: Plan, person: str) -> DayOf:
    def entry(event: EventRow) -> Entry:
        return Entry(
            hours=hours(event),
            what=title(event),
            case=plan.cases.get(event.case, ""),
            person=plan.people.get(event.person, ""),
        )

    events = (e for e in plan.events.get(day.code, ()) if person in ("", e.person))
    return DayOf(when.weekday(day.date) if day.date else say("No day yet"), tuple(map(entry, events)))
