"""What is due by when: the service's points on factual accuracy, and what recommendations ask for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from inspector_app.core.domain.days import typed, when
from inspector_app.core.domain.days.week import POINTS, EventRow
from inspector_app.core.domain.fields import EVENT
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork import evidence, week
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_setup, read_week


@dataclass(frozen=True, slots=True)
class Due:
    """Due on `day` (ISO 8601): the service's points (`of` "point"), or recommendations, of which `id` is the first."""

    day: str
    of: str
    id: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class PointsDue:
    """The day by which the service's points are to be back, as the week's plan has it: `event` is its line there.

    `day` ISO 8601. "" for both where the plan has no such line; `more`: how many other lines of the plan say a day too, of
    which `other` is the one that comes after this, or the first.
    """

    event: str = ""
    day: str = ""
    contested: bool = False
    more: int = 0
    other: str = ""


def points_due(workspace: Workspace, line: str = "") -> PointsDue:
    """The day by which the service's points are to be back; of several lines that one, or the first that comes."""
    lines = _lines(workspace)
    if not lines:
        return PointsDue()
    at = next((place for place, one in enumerate(lines) if one.id == line), 0)
    shown, others = lines[at], [one.id for one in (*lines[at + 1 :], *lines[:at]) if one.day]
    return PointsDue(
        shown.id, shown.day, contested="day" in shown.contested, more=len(others), other=others[0] if others else ""
    )


def set_points_due(workspace: Workspace, day: str, over: str, line: str = "") -> Done:
    """Have the service's points back by `day` (ISO 8601; "" takes the line out of the plan), over the day that was shown.

    `line`: which of several in the plan; "" for the first. The step is of that line: `editor.undo("event",
    points_due(…).event)` takes it back. Expected: as `Editor.do`.
    """
    known = points_due(workspace, line).event
    if known and not day:
        return replace(week.take_away(workspace, known), value="")
    item = EntityId(known or new_id())
    edits = [Edit(EVENT.code, item, "day", day, over=over)]
    if not known:  # undo takes back no step that adds: the line is added as one taken away, and then brought back
        workspace.editor.do(item, [Edit(EVENT.code, item, "deleted", True)], Verb.ADD)
        edits += [Edit(EVENT.code, item, "kind", POINTS), Edit(EVENT.code, item, "deleted", False)]
    return replace(workspace.editor.do(item, edits), value=day)


def deadline_of(workspace: Workspace, text: str, *, to_come: bool = False) -> str | None:
    """The day that somebody typed by which something is due, as ISO 8601; a month is until its last day; None for none.

    Without its year it is not before the fieldwork is over, of which it comes; nor, `to_come`, over by today. Expected:
    VALUE_INVALID.
    """
    with workspace.database.read() as connection:
        first = read_setup.setting(connection).end
    today = datetime.now().astimezone().date()
    first = max(first, today) if to_come else first
    month = typed.end_of_month(text) or typed.end_of_next(text, first)
    return when.iso(month) if month else evidence.day_of(text, today, first=first)


def dates(workspace: Workspace) -> tuple[Due, ...]:
    """Every day by which something is due, in order. A deadline that two people set differently is none yet."""
    points = [Due(line.day, "point") for line in _lines(workspace) if line.day]
    rows = sorted((row for row in workspace.recommendations() if row.due), key=lambda row: row.due)
    for day, group in groupby(rows, key=lambda row: row.due):
        of_day = list(group)
        points.append(Due(day, "recommendation", of_day[0].id, len(of_day)))
    return tuple(sorted(points, key=lambda due: (due.day, due.of)))


def _lines(workspace: Workspace) -> Sequence[EventRow]:
    """The lines of the plan that say when points are due, by their day; those without one last."""
    with workspace.database.read() as connection:
        events = read_week.events(connection)
    return sorted((event for event in events if event.kind == POINTS), key=lambda line: (line.day or "~", line.id))
