"""What was looked for today, and how much each kept search finds: what stands beside the list of Find."""

import json
from collections.abc import Mapping
from datetime import date

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept
from inspector_app.core.storage.database import Connection

MOST = 5  # searches of one day that are offered again


def note(workspace: Workspace, query: Query, day: date) -> None:
    """Remember that somebody looked for these words; those of another day are forgotten. No filter is remembered.

    Words that only begin others that were looked for before stand no longer. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    said = " ".join(query.text.split())
    if not said:
        return
    with workspace.database.write() as connection:
        before = [one for one in _of(connection, day) if not _begins(one, said)]
        for name in kept.all_kept(connection, kept.LOOKED):
            kept.forget(connection, kept.LOOKED, name)
        for place, text in enumerate([said, *before][:MOST]):
            kept.keep(connection, kept.LOOKED, str(place), json.dumps({"day": day.isoformat(), "text": text}))


def today(workspace: Workspace, day: date) -> list[Query]:
    """What was looked for on that day, the latest first."""
    with workspace.database.read() as connection:
        return [Query(text) for text in _of(connection, day)]


def counts(workspace: Workspace, finder: finding.Finder, ticket: Ticket) -> Mapping[str, int]:
    """The name of each kept search -> how many places it finds now. Expected and Cancelled: as `Finder.find`."""
    return {one.name: finder.find(one.query, (), ticket).count for one in finding.kept_searches(workspace)}


def _begins(one: str, whole: str) -> bool:
    return whole.casefold().startswith(one.casefold())


def _of(connection: Connection, day: date) -> list[str]:
    found = kept.all_kept(connection, kept.LOOKED)
    held = [kept.parts(found[name]) for name in sorted(found)]
    return [str(one.get("text", "")) for one in held if one.get("day") == day.isoformat()]
