"""Setting up an inspection: dates and nation, which dates to draw cases from, sample sizes, cases, the return visit."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count

from inspector_app.core.domain import roles
from inspector_app.core.domain.days import spans, windows
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.visits import moved
from inspector_app.core.domain.days.when import iso
from inspector_app.core.domain.fields import PERSON, Value
from inspector_app.core.domain.framework import Framework, ReturnVisit, Sample, Window
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import too_long
from inspector_app.core.services.case_references import refuse_unless_new
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import INSPECTION, Workspace, refuse_days
from inspector_app.core.storage.reading import read, read_setup
from inspector_app.core.storage.reading.read_setup import Setting as Setting

_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})")
_APART = 10  # from one number to the next, on average: more is no counting
MOST_AT_ONCE = 125  # the largest sample published

Days = tuple[date | None, date | None]


class Fit(StrEnum):
    """How many cases there are against what the framework asks for."""

    FEW = "too few"
    WITHIN = "within"
    MANY = "too many"
    OPEN = "no number published"


@dataclass(frozen=True, slots=True)
class Size:
    """The cases of one sample against the framework's least and most."""

    sample: Sample
    cases: int

    @property
    def fit(self) -> Fit:
        """Whether they are too few or too many."""
        if self.sample.least is None or self.sample.most is None:
            return Fit.OPEN
        if self.cases < self.sample.least:
            return Fit.FEW
        return Fit.MANY if self.cases > self.sample.most else Fit.WITHIN


@dataclass(frozen=True, slots=True)
class CaseWindow:
    """From which to which day (both inclusive) the cases of a sample, or of one of its types, are drawn."""

    sample: Sample
    window: Window
    first: date
    last: date


def setting(workspace: Workspace) -> Setting:
    """The inspection's own facts, with those that are contested."""
    with workspace.database.read() as connection:
        return read_setup.setting(connection)


def case_windows(framework: Framework, start: date) -> tuple[CaseWindow, ...]:
    """The dates to draw cases from, for fieldwork that starts in the week of `start`."""
    return tuple(
        CaseWindow(sample, window, first, last)
        for sample in framework.samples
        for window in sample.windows
        for first, last in (windows.dates(window, start),)
    )


def sizes(workspace: Workspace) -> tuple[Size, ...]:
    """The samples in the framework's order, with how many cases each has."""
    with workspace.database.read() as connection:
        held = [sample for sample, _ in read.samples_and_refs(connection)]
    return tuple(Size(sample, held.count(sample.code)) for sample in workspace.framework.samples)


def set_nation(workspace: Workspace, nation: str, over: Value = None) -> Done:
    """England or Wales ("england", "wales"); `over` as in `Editor.set`. Expected: VALUE_INVALID, DISK_FULL, …"""
    return workspace.editor.set("inspection", INSPECTION, "nation", nation, over=over)


def set_fieldwork(workspace: Workspace, start: date, end: date, over: Days | None = None) -> Done:
    """First and last day of fieldwork, in one step, in the place of those that were shown (`over`, as in `Editor.set`).

    Gaps that lie between these days no longer go, and others that move along with both of them stay beside their weeks.
    Expected: VALUE_INVALID (domain/days/visits.py), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    refuse_days(("The start of fieldwork", "The end of fieldwork"), start, end)
    held = setting(workspace)
    kept = spans.moved_along(held.gaps, (held.start, held.end), (start, end))
    edits = _day_edits(("start", "end"), (start, end), over)
    if kept != held.gaps:
        shown = spans.stored(held.gaps)
        edits.append(Edit("inspection", INSPECTION, "gaps", spans.stored(kept) or None, over=shown))
    return workspace.editor.do(INSPECTION, edits)


def set_gaps(workspace: Workspace, gaps: Iterable[Span], over: Value = None) -> Done:
    """The gaps in the fieldwork, in the place of those shown (`over`, as they are stored). Expected: as `set_fieldwork`."""
    found, held = tuple(gaps), setting(workspace)
    if why := spans.wrong(held.start, held.end, found):
        raise Expected(Code.VALUE_INVALID, field="The gap in the fieldwork", value=spans.stored(found), why=why)
    return workspace.editor.set("inspection", INSPECTION, "gaps", spans.stored(found) or None, over=over)


def return_between(visit: ReturnVisit, end: date) -> tuple[date, date]:
    """The first and last day on which the framework's return visit begins, after fieldwork that ends on that day."""
    return moved(end, 7 * visit.from_weeks), moved(end, 7 * visit.to_weeks)


def suggested_return(visit: ReturnVisit, end: date) -> tuple[date, date]:
    """The first whole week, Monday to Friday, in which the return visit may be."""
    earliest = return_between(visit, end)[0]
    monday = moved(earliest, -earliest.weekday() % 7)
    return monday, moved(monday, 4)


def set_return(workspace: Workspace, start: date | None, end: date | None, over: Days | None = None) -> Done:
    """First and last day of the return visit; None for no visit. `over` and Expected: as `set_fieldwork`."""
    if start and end:
        refuse_days(("The start of the return visit", "The end of the return visit"), start, end)
    return workspace.editor.do(INSPECTION, _day_edits(("return_start", "return_end"), (start, end), over))


def numbered(first: str, count: int) -> list[str]:
    """`count` references from the first on: C09, C10, … Expected: VALUE_INVALID (no number at its end to count on from)."""
    first = " ".join(first.split())
    match = _NUMBERED.fullmatch(first)
    if count == 1:
        return [first]
    if match is None:
        why = "it ends in no number to count on from"
        raise Expected(Code.VALUE_INVALID, field="The first reference", value=first, why=why)
    return [f"{match[1]}{number:0{len(match[2])}}" for number in range(int(match[2]), int(match[2]) + count)]


def add_cases(
    workspace: Workspace, first: str, count: int, sample: str, kind: str = "", inspector: str = ""
) -> list[str]:
    """Add numbered cases in one step; returns their references. All or none.

    Expected: VALUE_INVALID (a reference that is empty or taken, a number below 1 or above MOST_AT_ONCE), DISK_FULL, …
    """
    if not 1 <= count <= MOST_AT_ONCE:
        why = f"1 to {MOST_AT_ONCE} are added at once"
        raise Expected(Code.VALUE_INVALID, field="The number of cases", value=count, why=why)
    refs = numbered(first, count)
    refuse_taken(workspace, refs)
    edits = []
    for ref in refs:
        case = EntityId(new_id())
        values = {"ref": ref, "sample": sample, "type": kind, "inspector": inspector}
        edits += [Edit("case", case, field, value) for field, value in values.items() if value]
    workspace.editor.do(INSPECTION, edits, Verb.ADD)
    return refs


def add_person(workspace: Workspace, name: str, role: str) -> str:
    """Put somebody into the team by name, until their identity card comes; returns their Person.id.

    Expected: VALUE_INVALID (no name, or one that somebody in the team has), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    too_long.refuse_name(PERSON.field("name"), name, "The name")
    name, role = tidied(name), roles.written(tidied(role))
    if not name or alike.key(name) in {alike.key(person.name) for person in workspace.team()}:
        why = "somebody in the team has it" if name else "it is empty"
        raise Expected(Code.VALUE_INVALID, field="The name", value=name, why=why)
    person = EntityId(new_id())
    values = {"name": name, "role": role}
    workspace.editor.do(person, [Edit("person", person, field, value) for field, value in values.items()], Verb.ADD)
    return person


def remove_person(workspace: Workspace, person: str) -> None:
    """Take somebody who was put in by name out of the team again. Expected: VALUE_INVALID (a card, or cases), DISK_FULL."""
    with workspace.database.read() as connection:
        card = next((card for card in read.cards(connection) if card.id == person), None)
        held = [case.ref for case in read.cases(connection) if case.inspector == person]
    if card is None:
        return
    if card.signing or held:
        why = f"they have {', '.join(held)}" if held else "their identity card is in the team"
        raise Expected(Code.VALUE_INVALID, field="Who leaves the team", value=card.name, why=why)
    workspace.editor.set("person", person, "deleted", True)


def references(workspace: Workspace) -> tuple[str, ...]:
    """The references of the cases there are."""
    return tuple(ref for _, ref in samples_and_refs(workspace))


def samples_and_refs(workspace: Workspace) -> list[tuple[str, str]]:
    """Sample and reference of each case there is."""
    with workspace.database.read() as connection:
        return read.samples_and_refs(connection)


def refuse_taken(workspace: Workspace, refs: list[str]) -> None:
    """Nothing when each of the references is free, and there can be so many cases more.

    Expected: VALUE_INVALID for the first that is empty or taken, or for their number.
    """
    refuse_unless_new(refs, references(workspace))


def _day_edits(fields: tuple[str, str], days: Days, over: Days | None) -> list[Edit]:
    """What was left as it was shown is not written: a colleague may have changed it meanwhile."""
    seen = [iso(day) for day in over] if over else [None, None]
    return [
        Edit("inspection", INSPECTION, field, iso(day) or None, over=before)
        for field, day, before in zip(fields, days, seen, strict=True)
        if iso(day) != before
    ]


def next_ref(sample: str, cases: Iterable[tuple[str, str]]) -> str:
    """The next reference in the manner of the sample's own, such as YJ011 after YJ010; without one C01 or V01.

    `cases`: sample and reference of each there is. Numbers far apart are those of a register: the next may be that of a
    child who was not drawn, so they are not counted on.
    """
    cases = list(cases)
    found = [match for of, ref in cases if of == sample and (match := _NUMBERED.fullmatch(ref))]
    begins, _ = next(iter(Counter(match[1] for match in found).most_common(1)), (sample[:1].upper(), 0))
    numbers = {int(match[2]): len(match[2]) for match in found if match[1] == begins} or {0: 2}
    last = max(numbers)
    if last - min(numbers) > _APART * len(numbers):
        begins, last, numbers = sample[:1].upper(), 0, {0: 2}
    taken = {alike.key(ref) for _, ref in cases}
    after = (f"{begins}{number:0{numbers[last]}}" for number in count(last + 1))
    return next(ref for ref in after if alike.key(ref) not in taken)
