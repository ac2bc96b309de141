"""The week board: what happens when, how far the cases are and whose they are. Nothing here reads a note."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from inspector_app.core.domain.cases.review import ACCEPTED, IN_PROGRESS, NOT_BEGUN, RETURNED, SUBMITTED, unsubmitted
from inspector_app.core.domain.days import spoken, week_day, when
from inspector_app.core.domain.days import typed as typed_days
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.week import POINTS, Day, EventRow, clashes, clashing, days, in_order
from inspector_app.core.domain.days.week_line import read_line
from inspector_app.core.domain.fields import EVENT, Value
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import allocation, marking
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people.standing import reviewers
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_answers, read_review, read_week

CONTESTED = "contested"
STAGES = (NOT_BEGUN, IN_PROGRESS, SUBMITTED, RETURNED, ACCEPTED, CONTESTED)


@dataclass(frozen=True, slots=True)
class Plan:
    """Days with their events in order. `fieldwork`: its spans; `clashes`: event -> the others its person leads at that time.

    `cases` and `people` are references and names by id, for what an event may be about and who may lead it; `me` is whose
    laptop it is.
    """

    days: tuple[Day, ...]
    events: Mapping[str, tuple[EventRow, ...]]
    clashes: Mapping[str, tuple[str, ...]]
    cases: Mapping[str, str]
    people: Mapping[str, str]
    fieldwork: tuple[Span, ...]
    me: str = ""

    def event(self, event_id: str) -> EventRow | None:
        """The event of that id; None when it is not there any more."""
        return next((e for on in self.events.values() for e in on if e.id == event_id), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed line as the event it would be (without an id), and what whoever leads it leads at that time already.

    `otherwise`: the event with the hours that the line could mean as well ("10 to 2"); None where it says it in one way.
    """

    event: EventRow
    clashes: tuple[EventRow, ...]
    otherwise: EventRow | None = None


@dataclass(frozen=True, slots=True)
class AtStage:
    """The cases (ids) that are at one of STAGES. Accepted ones are so whether or not they were changed since."""

    stage: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The cases (ids) that a person has, and what is unanswered on them; `person` None: those that nobody has."""

    person: Person | None
    cases: tuple[str, ...]
    gaps: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How the cases stand."""

    stages: tuple[AtStage, ...]
    holders: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody, as ids of cases: to accept or return, returned to them, theirs that are not submitted, and
    others that they were asked to mark second, which they have not said that they finished.
    """

    to_review: tuple[str, ...]
    returned: tuple[str, ...]
    to_finish: tuple[str, ...]
    to_mark: tuple[str, ...] = ()


def plan(workspace: Workspace) -> Plan:
    """The days of the fieldwork and of a linked return visit, with what happens on each."""
    with workspace.database.read() as connection:
        found = read_week.events(connection)
        fieldwork, visit = read_week.fieldwork(connection)
        cases = {case.id: case.ref for case in read.cases(connection)}
        team = {person.id: person.name for person in read.team(connection)}
        names = read.names(connection)
    left = {e.person: names[e.person] for e in found if e.person in names and e.person not in team}
    across = days(fieldwork, visit, {event.day for event in found})
    return Plan(
        days=across,
        events=in_order(found, cases),
        clashes=clashes(found),
        cases=cases,
        people=team | left,
        fieldwork=fieldwork,
        me=workspace.me,
    )


def standing(workspace: Workspace) -> Standing:
    """The cases by stage and by owner; the same for everybody, a blind second marker too."""
    of, loads = owned(workspace), allocation.loads(workspace)
    return Standing(
        stages(workspace), tuple(Held(x.person, of.get(x.person.id if x.person else "", ()), x.gaps) for x in loads)
    )


def stages(workspace: Workspace) -> tuple[AtStage, ...]:
    """The cases by stage, without counting what is unanswered on them."""
    with workspace.database.read() as connection:
        cases, reviews = read.cases(connection), read_review.reviews(connection)
        begun = read_answers.begun(connection)
    at: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        review = reviews.get(case.id)
        stage = CONTESTED if review and review.contested else review.stage if review else ""
        at[stage or unsubmitted(case.id in begun)].append(case.id)
    return tuple(AtStage(stage, tuple(at[stage])) for stage in STAGES if at[stage] or stage != CONTESTED)


def owned(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The cases (ids) by whose of the team they are (Person.id), and under "" those that nobody of it has."""
    with workspace.database.read() as connection:
        cases, team = read.cases(connection), {person.id for person in read.team(connection)}
    of: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        of[case.inspector if case.inspector in team else ""].append(case.id)
    return {person: tuple(held) for person, held in of.items()}


def waiting(workspace: Workspace, now: Standing) -> Waiting:
    """What waits for this person, from how the cases stand now. A case that they mark blind has the stage of the other."""
    mine = {case for held in now.holders if held.person and held.person.id == workspace.me for case in held.cases}
    return waiting_at(workspace, now.stages, mine)


def waiting_at(workspace: Workspace, now: tuple[AtStage, ...], mine: Collection[str]) -> Waiting:
    """The same, where no more is known than the stages and which cases (ids) are this person's."""
    me, at = workspace.me, {stage.stage: stage.cases for stage in now}
    reviews = me in {person.id for person in reviewers(workspace)}
    with workspace.database.read() as connection:
        blind = read_review.blind_cases(connection, me)
    return Waiting(
        to_review=tuple(case for case in at[SUBMITTED] if reviews and case not in blind),
        returned=tuple(case for case in at[RETURNED] if case in mine),
        to_finish=tuple(case for stage in (IN_PROGRESS, NOT_BEGUN) for case in at[stage] if case in mine),
        to_mark=tuple(marking.to_mark(workspace)),
    )


def read_as(day: str, line: str, known: Plan, person: str = "") -> Reading:
    """A line typed on a day as what `add` makes of it. `person` (Person.id or "") leads it where the line names nobody.

    Another day of the plan that the line names is meant ("tues 10am"); points are due on any day that it names, for they
    come back weeks after the fieldwork.
    """
    event = _event_of(day, spoken.to_the_minute(line), known, person)
    event = event if event.time else _event_of(day, line, known, person)  # its words as they were typed
    other = _event_of(day, spoken.otherwise(line), known, person)
    doubted = other.time and (other.time, other.end) != (event.time, event.end)
    doubted = doubted and (not event.time or other.title == event.title)
    return Reading(event, clashing(event, known.events.get(event.day, ())), other if doubted else None)


def _event_of(day: str, line: str, known: Plan, person: str) -> EventRow:
    """A line with hours `to_the_minute` as the event it would be."""
    named, line = week_day.named(line, [on.date for on in known.days if on.date], typed_days.stored(day))
    day = when.iso(named) if named else day
    refs = {ref: case for case, ref in known.cases.items()}
    typed = read_line(line, refs, known.people)
    since = typed_days.stored(day)
    if typed.kind == POINTS and named is None and since and (on := week_day.due(line, since)):
        day = when.iso(on)
    return EventRow(
        id="", day=day, time=typed.time, end=typed.end, kind=typed.kind, title=typed.title,
        person=typed.person or person, case=typed.case,
    )  # fmt: skip


def add(workspace: Workspace, day: str, line: str, known: Plan, person: str = "") -> str:
    """Put a typed line on a day ("9.30 case interview C01"), read as in `read_as`; gives the event's id.

    Expected: VALUE_INVALID (nothing but blanks), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    if not tidied(line):
        raise Expected(Code.VALUE_INVALID, field="What happens", value=line, why="it is empty")
    read, event = read_as(day, line, known, person).event, EntityId(new_id())
    values: dict[str, Value] = {
        "day": read.day, "time": read.time, "end": read.end, "kind": read.kind, "title": read.title,
        "person": read.person, "case": read.case,
    }  # fmt: skip
    workspace.editor.do(event, [Edit(EVENT.code, event, field, value) for field, value in values.items()], Verb.ADD)
    return event


def take_away(workspace: Workspace, event_id: str) -> Done:
    """Take an event off the board, in one step that `editor.undo("event", id)` takes back. Expected: as `add`.

    Clearing it makes a colleague's edit of it, made apart, a conflict and not a loss.
    """
    event = EntityId(event_id)
    edits = [Edit(EVENT.code, event, field.code, None) for field in EVENT.fields if field.code != "deleted"]
    return workspace.editor.do(event, [Edit(EVENT.code, event, "deleted", True), *edits])
