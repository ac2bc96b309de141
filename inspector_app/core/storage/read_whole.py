"""What only a whole inspection needs: interviews, the week, evidence on organisation, and live concerns, as values."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection

from inspector_app.core.domain.inspection import Bearing, Concern, Event, Figure, Interview, Source
from inspector_app.core.storage.columns import agreed, day
from inspector_app.core.storage.read_evidence import SCORE_STANDS, STANDS

# Deleting something against an edit made apart is a conflict, and until it is settled the thing is there.
_KEPT = f"{agreed('deleted')} IS NOT 1"


def interviews(connection: Connection, cases: set[str]) -> Iterator[Interview]:
    """The interviews about these cases, by case and day."""
    rows = connection.exec_driver_sql(
        f"SELECT id, role, {agreed('day')} AS d, note FROM interview WHERE {_KEPT} "  # noqa: S608
        "ORDER BY substr(id, 1, instr(id, '/') - 1), d, id"
    )
    for i, role, on, note in rows:
        if i.split("/")[0] in cases and any((role, on, note)):
            yield Interview(i.split("/")[0], role or "", day(on), note or "")


def events(connection: Connection) -> Iterator[Event]:
    """The week, in order of time. A contested day or kind reads as none."""
    rows = connection.exec_driver_sql(
        f"SELECT {agreed('day')} AS d, {agreed('time')} AS t, {agreed('kind')}, title, {agreed('person')}, "  # noqa: S608
        f"{agreed('case')} FROM event WHERE {_KEPT} ORDER BY d, t, id"
    )
    for on, *rest in rows:
        if on or any(rest):
            yield Event(day(on), *(part or "" for part in rest))


def sources(connection: Connection) -> Iterator[Source]:
    """Evidence on organisation and victims' work, by day and title, each with its figures and what it bears on."""
    figures, bearings = _figures(connection), _bearings(connection)
    rows = connection.exec_driver_sql(
        f"SELECT id, {agreed('kind')}, title, {agreed('day')} AS d, who, note, {agreed('asked')}, "  # noqa: S608
        f"{agreed('answered')} FROM source s WHERE {STANDS} ORDER BY d, title, id"
    )
    for i, kind, title, on, who, note, asked, answered in rows:
        of_it = (tuple(figures[i]), tuple(bearings[i]))
        if any((kind, title, on, who, note, asked, answered, *of_it)):
            yield Source(kind or "", title or "", day(on), who or "", note or "", asked, answered, *of_it)


def concerns(connection: Connection) -> Iterator[Concern]:
    """Live concerns, in the order they were noticed. Where two people differ on whether one is closed, it is open."""
    rows = connection.exec_driver_sql(
        f"""SELECT what, {agreed("case")}, {agreed("day")} AS d, {agreed("time")} AS t, told, {agreed("told_day")},
        {agreed("told_time")}, outcome, {agreed("closed")} FROM concern ORDER BY d, t, id"""  # noqa: S608
    )
    for what, case, on, time, told, told_day, told_time, outcome, closed in rows:
        texts = (what or "", case or "", day(on), time or "", told or "", day(told_day), told_time or "", outcome or "")
        if any(texts) or closed:
            yield Concern(*texts, closed=bool(closed))


def _figures(connection: Connection) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    rows = connection.exec_driver_sql(
        f"SELECT id, question, said, {agreed('count')}, {agreed('of')} FROM score c "  # noqa: S608
        f"WHERE {SCORE_STANDS} ORDER BY position, id"
    )
    for i, question, said, count, of in rows:
        found[i.split("/")[0]].append(Figure(question or "", said or "", count, of))
    return found


def _bearings(connection: Connection) -> dict[str, list[Bearing]]:
    found: dict[str, list[Bearing]] = defaultdict(list)
    rows = connection.exec_driver_sql("SELECT id, note FROM bearing WHERE bears = 1 OR note NOT NULL ORDER BY id")
    for i, note in rows:
        found[i.split("/")[0]].append(Bearing(i.split("/")[1], note or ""))
    return found
