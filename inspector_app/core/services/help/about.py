"""What an inspection is called and when it is, for the head of every page. Nothing here reads a case."""

from dataclasses import dataclass

from inspector_app.core.domain.days import week
from inspector_app.core.domain.days.week import Day
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_week


@dataclass(frozen=True, slots=True)
class About:
    """The service, the days of fieldwork and of a return visit in order, and whether it is the sample inspection."""

    service: str
    days: tuple[Day, ...]
    sample: bool


def about(workspace: Workspace) -> About:
    """What the inspection is now."""
    with workspace.database.read() as connection:
        fieldwork, visit = read_week.fieldwork(connection)
        return About(read.service(connection), week.days(fieldwork, visit), workspace.key.sample)
