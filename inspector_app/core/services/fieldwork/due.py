"""What is due by when: the service's points on factual accuracy, and what recommendations ask for."""

from dataclasses import dataclass
from itertools import groupby

from inspector_app.core.domain.days.week import POINTS
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_week


@dataclass(frozen=True, slots=True)
class Due:
    """Due on `day` (ISO 8601): the service's points (`of` "point"), or recommendations, of which `id` is the first."""

    day: str
    of: str
    id: str = ""
    number: int = 1


def dates(workspace: Workspace) -> tuple[Due, ...]:
    """Every day by which something is due, in order. A deadline that two people set differently is none yet."""
    with workspace.database.read() as connection:
        events = read_week.events(connection)
    points = [Due(event.day, "point") for event in events if event.kind == POINTS and event.day]
    rows = sorted((row for row in workspace.recommendations() if row.due), key=lambda row: row.due)
    for day, group in groupby(rows, key=lambda row: row.due):
        of_day = list(group)
        points.append(Due(day, "recommendation", of_day[0].id, len(of_day)))
    return tuple(sorted(points, key=lambda due: (due.day, due.of)))
