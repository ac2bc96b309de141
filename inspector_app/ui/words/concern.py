"""Live concerns in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from inspector_app.core.domain.cases.concern import CONTESTED, OUTCOME, TOLD, WHAT, WHEN, ConcernRow, InformedRow
from inspector_app.core.domain.days import typed, when
from inspector_app.core.domain.fields import CONCERN, ENTITIES, INFORMED
from inspector_app.core.domain.ids import ChangeId, step_of
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.words import count, later, listed, say, shortened

_MISSING = {
    WHAT: later("what it is"), TOLD: later("who was told"), WHEN: later("when (day and time)"), OUTCOME: later("the outcome"),
    CONTESTED: later("which of two people’s words hold (settle that at the conflict desk)"),
}  # fmt: skip
_LONGEST = 60  # letters of a concern in one line
_DAY = 24 * 60  # minutes


def day(code: str, today: date) -> str:
    """A day: "today", "yesterday", "24 March 2026"; "" for none."""
    found = typed.stored(code)
    return when.near(found, today) if found else ""


def at(code: str, time: str, today: date) -> str:
    """Day and time: "today 10:41"."""
    return " ".join(part for part in (day(code, today), time) if part)


def how_many_open(number: int) -> str:
    """How many concerns are open: "2 open concerns"."""
    return count(number, "{n} open concern", "{n} open concerns")


def line(row: ConcernRow, now: datetime) -> str:
    """A concern in one line: "C02 · today 10:41 · bruises on both arms …"."""
    return " · ".join(part for part in two_lines(row, now) if part)


def two_lines(row: ConcernRow, now: datetime) -> tuple[str, str]:
    """The same in two: of whom and when, and what."""
    what = " ".join(row.what.split()) or say("nothing written yet")
    return " · ".join(part for part in (row.case_ref, at(row.day, row.time, now.date())) if part), shortened(
        what, _LONGEST
    )


def group(row: ConcernRow, rows: Sequence[ConcernRow]) -> str:
    """The head of the part of a list in which it stands, with how many of them there are.

    One in which nothing is written yet is counted nowhere, so that this and the head of the window agree.
    """
    number = sum(other.open == row.open and other.written for other in rows)
    if row.open and not number:
        return say("Being written")
    return say("Open: {number}", number=number) if row.open else say("Closed: {number}", number=number)


def how_many(rows: Sequence[ConcernRow]) -> str:
    """How many are open and closed; "" for none."""
    number = sum(row.open for row in rows)
    parts = count(number, "{n} open", "{n} open"), count(len(rows) - number, "{n} closed", "{n} closed")
    return " · ".join(parts) if rows else ""


def in_list(row: ConcernRow, now: datetime) -> tuple[str, str, str]:
    """A concern in a list: of whom, when (of a day that is not one of these, the day alone), and what."""
    found = typed.stored(row.day)
    short = when.since(f"{row.day}T{row.time or '12:00'}", now) if found and (now.date() - found).days > 1 else ""
    return row.case_ref or say("No case"), short or at(row.day, row.time, now.date()), two_lines(row, now)[1]


def which(row: ConcernRow) -> str:
    """Which concern is open, by its case: "C02: open concern"."""
    return say("{case}: open concern", case=row.case_ref) if row.case_ref else say("Open concern")


def since(row: ConcernRow, now: datetime) -> str:
    """Since when, and what is missing before it can be closed: "today 10:41 · missing: who was told, the outcome"."""
    missing = ", ".join(str(_MISSING[part]) for part in row.lacking)
    parts = (at(row.day, row.time, now.date()), say("missing: {what}", what=missing) if missing else "")
    return " · ".join(part for part in parts if part)


def open_for(row: ConcernRow, now: datetime) -> str:
    """For how long it has been open: "Open for 41 minutes", "3 h 41 min", "2 days"; "Open" where that is not known."""
    noticed = typed.stored(row.day)
    if noticed is None or not row.time:
        return say("Open")
    hour, minute = (int(part) for part in row.time.split(":"))
    gone = now.replace(tzinfo=None) - datetime(noticed.year, noticed.month, noticed.day, hour, minute)
    minutes = int(gone.total_seconds()) // 60
    if minutes < 1:
        return say("Open")
    if minutes < _DAY:
        hours, minutes = divmod(minutes, 60)
        long = f"{hours} h {minutes} min" if hours else count(minutes, "{n} minute", "{n} minutes")
    else:
        long = count(minutes // _DAY, "{n} day", "{n} days")
    return say("Open for {time}", time=long)


def state(row: ConcernRow, now: datetime) -> str:
    """Whether it is open, and for how long; if not, who closed it and when."""
    if not row.open:
        return say("Closed by {name}, {moment}", name=row.closed_by, moment=when.moment(row.closed_at, now))
    if "closed" in row.contested:
        return say("Open: two people differ on whether it is closed")
    return say("Open: marked closed, but something is missing") if row.closed else open_for(row, now)


def missing(row: ConcernRow) -> str:
    """What is missing before it can be closed; "" when nothing is."""
    if not row.lacking:
        return ""
    return say("It can be closed once it says {what}.", what=listed([str(_MISSING[part]) for part in row.lacking]))


def contested(row: ConcernRow) -> str:
    """Which fields two people wrote differently; "" for none."""
    return say("contested: {fields}", fields=", ".join(CONCERN.titles(row.contested))) if row.contested else ""


def contested_of(row: InformedRow) -> str:
    """The same of somebody who was told."""
    return say("contested: {fields}", fields=", ".join(INFORMED.titles(row.contested)))


def told_by(row: InformedRow, me: str) -> str:
    """By whom somebody was told, and what was agreed with them; "" for neither. `me`: the name of who looks."""
    return " · ".join(part for part in (row.by and _by(row, me), row.agreed) if part)


def _by(row: InformedRow, me: str) -> str:
    """Who told them; and who says so of somebody else, as a package can of anybody."""
    if row.noted_by and row.noted_by != row.by:
        return ", ".join((say("told by {name}", name=row.by), say("written down: {writer}", writer=row.noted_by)))
    return say("told by you") if row.by == me else say("told by {name}", name=row.by)


def told_line(row: InformedRow, today: date, me: str) -> str:
    """Somebody who was told, in one line: "The team manager, by telephone, today 14:06, told by you"."""
    parts = (row.whom or say("Nobody named"), at(row.day, row.time, today) or say("no time yet"), told_by(row, me))
    return ", ".join(part for part in parts if part)


def all_told(row: ConcernRow, today: date, me: str) -> str:
    """Everybody who was told, a line each; what was written as one text before there were lines stands first."""
    former = ", ".join(part for part in (row.told, at(row.told_day, row.told_time, today)) if part)
    lines = [*([former] if former else []), *(told_line(one, today, me) for one in row.people)]
    return "\n".join(say("Told: {line}", line=line) for line in lines)


def history(rows: Sequence[HistoryRow], refs: Mapping[str, str], now: datetime) -> list[str]:
    """Who wrote what and when, newest first; a line each."""
    return [f"{when.moment(first.at, now).capitalize()}, {first.by}: {said}" for first, said in _said(rows, refs, now)]


def steps(rows: Sequence[HistoryRow], refs: Mapping[str, str], now: datetime, me: str) -> list[tuple[str, str]]:
    """The same in pairs: when and who ("you" for `me`), and what they did, in a line or two."""
    return [
        (
            f"{when.moment(first.at, now)} · {say('you') if first.by == me else first.by}",
            shortened(" ".join(said.split()), _LONGEST + 20),
        )
        for first, said in _said(rows, refs, now)
    ]


def _said(rows: Sequence[HistoryRow], refs: Mapping[str, str], now: datetime) -> Iterator[tuple[HistoryRow, str]]:
    """What each step did, with its first change."""
    for _, of in groupby(rows, key=lambda row: (step_of(ChangeId(row.change)), row.entity)):
        changes = list(of)
        yield from ((changes[0], said) for said in _step(changes, refs, now))


def _step(changes: Sequence[HistoryRow], refs: Mapping[str, str], now: datetime) -> Iterator[str]:
    """What one step did: one sentence where it wrote down who was told or deleted that, else a line for each field."""
    values = {row.field: str(row.value or "") for row in changes}
    if changes[0].entity == INFORMED.code and changes[0].verb == "add":
        moment = at(values.get("day", ""), values.get("time", ""), now.date())
        yield ", ".join(
            part for part in (say("added who was told: {whom}", whom=values.get("whom", "")), moment) if part
        )
    elif "deleted" in values:
        whom = values.get("whom", "")
        yield (
            say("brought back a line on who was told: {whom}", whom=whom)
            if whom
            else say("deleted a line on who was told")
        )
    else:
        yield from _changes(changes, refs, now)


def _changes(changes: Iterable[HistoryRow], refs: Mapping[str, str], now: datetime) -> Iterator[str]:
    for row in changes:
        if row.field == "closed":
            yield _closing(row)
            continue
        value = str(row.value or "")
        if row.field == "case":
            value = refs.get(value, value)
        elif row.field.endswith("day"):
            value = day(value, now.date())
        yield f"{ENTITIES[row.entity].field(row.field).title}: {value or say('removed')}"


def _closing(row: HistoryRow) -> str:
    if row.value:
        return say("closed it")
    return say("opened it again, by undoing the closing") if row.verb == "undo" else say("opened it again")
