"""What only a whole inspection needs: interviews, the week, evidence on organisation, and live concerns, as values."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection

from inspector_app.core.domain.changes import heads_in
from inspector_app.core.domain.concern import DECISIVE
from inspector_app.core.domain.inspection import Bearing, Concern, Event, Figure, Interview, Source
from inspector_app.core.storage import journal, stands
from inspector_app.core.storage.columns import agreed, contested, day

_UNSETTLED = " OR ".join(contested(field, "n") for field in sorted(DECISIVE))


def interviews(connection: Connection, cases: set[str]) -> Iterator[Interview]:
    """The interviews about these cases, by case and day."""
    rows = connection.exec_driver_sql(
        f"SELECT id, role, role_head, {agreed('day')} AS d, note, note_head FROM interview i WHERE {stands.INTERVIEW} "  # noqa: S608
        "ORDER BY substr(id, 1, instr(id, '/') - 1), d, id"
    )
    for i, role, role_head, on, note, note_head in rows.all():
        texts = _both(connection, role, role_head), _both(connection, note, note_head)
        if i.split("/")[0] in cases and (on or any(texts)):
            yield Interview(i.split("/")[0], texts[0], day(on), texts[1])


def events(connection: Connection) -> Iterator[Event]:
    """The week, in order of time. A contested day or kind reads as none."""
    rows = connection.exec_driver_sql(
        f"SELECT {agreed('day')} AS d, {agreed('time')} AS t, {agreed('kind')}, title, title_head, "  # noqa: S608
        f"{agreed('person')}, {agreed('case')} FROM event e WHERE {stands.WEEK} ORDER BY d, t, id"
    )
    for on, time, kind, title, head, person, case in rows.all():
        rest = (time or "", kind or "", _both(connection, title, head), person or "", case or "")
        if on or any(rest):
            yield Event(day(on), *rest)


def sources(connection: Connection) -> Iterator[Source]:
    """Evidence on organisation and victims' work, by day and title, each with its figures and what it bears on."""
    figures, bearings = _figures(connection), _bearings(connection)
    rows = connection.exec_driver_sql(
        f"SELECT id, {agreed('kind')}, title, title_head, {agreed('day')} AS d, who, who_head, note, note_head, "  # noqa: S608
        f"{agreed('asked')}, {agreed('answered')} FROM source s WHERE {stands.SOURCE} ORDER BY d, title, id"
    )
    for i, kind, title, title_head, on, who, who_head, note, note_head, asked, answered in rows.all():
        texts = ((title, title_head), (who, who_head), (note, note_head))
        title, who, note = (_both(connection, *text) for text in texts)
        of_it = (tuple(figures[i]), tuple(bearings[i]))
        if any((kind, title, on, who, note, asked, answered, *of_it)):
            yield Source(kind or "", title, day(on), who, note, asked, answered, *of_it)


def concerns(connection: Connection) -> Iterator[Concern]:
    """Live concerns, in the order they were noticed. Where two people differ on what decides it, it is not closed."""
    rows = connection.exec_driver_sql(
        f"""SELECT what, what_head, told, told_head, outcome, outcome_head, {agreed("case")}, {agreed("day")} AS d,
        {agreed("time")} AS t, {agreed("told_day")}, {agreed("told_time")}, closed AND NOT ({_UNSETTLED})
        FROM concern n ORDER BY d, t, id"""  # noqa: S608
    ).all()
    for *texts, case, on, time, told_day, told_time, closed in rows:
        what, told, came = (_both(connection, *texts[at : at + 2]) for at in (0, 2, 4))
        about = (what, case or "", day(on), time or "", told, day(told_day), told_time or "", came)
        if any(about) or closed:
            yield Concern(*about, closed=bool(closed))


def _figures(connection: Connection) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    rows = connection.exec_driver_sql(
        f"SELECT id, question, question_head, said, said_head, {agreed('count')}, {agreed('of')} FROM score c "  # noqa: S608
        f"WHERE {stands.FIGURE} ORDER BY position, id"
    )
    for i, question, question_head, said, said_head, count, of in rows.all():
        texts = _both(connection, question, question_head), _both(connection, said, said_head)
        found[i.split("/")[0]].append(Figure(*texts, count, of))
    return found


def _bearings(connection: Connection) -> dict[str, list[Bearing]]:
    found: dict[str, list[Bearing]] = defaultdict(list)
    rows = connection.exec_driver_sql(f"SELECT id, note, note_head FROM bearing b WHERE {stands.BEARING} ORDER BY id")  # noqa: S608
    for i, note, head in rows.all():
        found[i.split("/")[0]].append(Bearing(i.split("/")[1], _both(connection, note, head)))
    return found


def _both(connection: Connection, text: str | None, head: str | None) -> str:
    """A text; of a contested one every side, one below the other, so that no side is missing from what goes out."""
    if " " not in (head or ""):
        return text or ""
    sides = (change.value for change in journal.changes(connection, heads_in(head or "")))
    return "\n\n".join(sorted({str(side) for side in sides if side}))
