"""What is due by when: the service's points on factual accuracy, and what recommendations ask for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from inspector_app.core.domain.days import typed, when
from inspector_app.core.domain.days.week import POINTS, EventRow
from inspector_app.core.domain.fields import EVENT, RECOMMENDATION, Value
from inspector_app.core.domain.ids import ChangeId, EntityId, new_id
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork import evidence, week
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage.reading import read_setup, read_week

_TYPED = "due"  # the kind of a draft: what was typed as a deadline and is no day
_NO_DEADLINE = (
    "it is not a day or a month; write a day such as 31 March or a month such as March, or say it in the recommendation"
)


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


def set_deadline(
    workspace: Workspace, item: str, text: str, amend: ChangeId | None = None, over: Value = None
) -> Done:  # fmt: skip
    """Have a recommendation done by the day or month that somebody typed. `amend` and `over` as in `Editor.set`.

    What is neither (within three months) stays as it was typed beside the recommendation, on this laptop, and the field keeps
    what it held. Expected: VALUE_INVALID; as `Editor.set`.
    """
    try:
        day = deadline_of(workspace, text, to_come=True)
    except Expected as error:
        keep_typed(workspace, item, text)
        raise Expected(Code.VALUE_INVALID, field="The deadline", value=text.strip(), why=_NO_DEADLINE) from error
    done = workspace.editor.set(RECOMMENDATION.code, EntityId(item), "due", day, amend=amend, over=over)
    if item in drafts.of_kind(workspace, _TYPED):
        keep_typed(workspace, item, "")
    return done


def keep_typed(workspace: Workspace, item: str, text: str) -> None:
    """Keep what is typed as a deadline and was not read, or is none; "" for nothing. Expected: as `drafts.keep`."""
    drafts.keep(workspace, drafts.unsent_name(_TYPED, item), text)


def with_typed(workspace: Workspace, rows: Sequence[TextRow]) -> Sequence[TextRow]:
    """The recommendations, each with what was typed as its deadline and is none."""
    typed_here = drafts.of_kind(workspace, _TYPED)
    return [replace(row, typed=typed_here.get(row.id, "")) for row in rows] if typed_here else rows


def deadline_of(workspace: Workspace, text: str, *, to_come: bool = False) -> str | None:
    """The day that somebody typed by which something is due, as ISO 8601; a month is until its last day; None for none.

    "by" and "the end of" may stand before it. Without its year it is not before the fieldwork is over, of which it comes;
    nor, `to_come`, over by today. Expected: VALUE_INVALID.
    """
    with workspace.database.read() as connection:
        first = read_setup.setting(connection).end
    today = datetime.now().astimezone().date()
    first = max(first, today) if to_come else first
    said = typed.without_by(text) or text
    month = typed.end_of_month(said) or typed.end_of_next(said, first)
    return when.iso(month) if month else evidence.day_of(said, today, first=first)


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
