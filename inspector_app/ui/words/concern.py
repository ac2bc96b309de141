"""Live concerns in words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from inspector_app.core.domain.concern import CONTESTED, OUTCOME, TOLD, WHEN, ConcernRow
from inspector_app.core.domain.fields import CONCERN
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.ui.words.when import moment

_MISSING = {
    TOLD: "who was told", WHEN: "when (day and time)", OUTCOME: "the outcome",
    CONTESTED: "which of two people's words stand (settle that on the conflict desk)",
}  # fmt: skip
_LONGEST = 60  # letters of a concern in one line


def day(code: str, now: date) -> str:
    """A day: "today", "yesterday", "24 March 2026"; "" for none."""
    if not code:
        return ""
    found = date.fromisoformat(code)
    near = {0: "today", 1: "yesterday"}.get((now - found).days)
    return near or f"{found.day} {found:%B %Y}"


def at(code: str, time: str, now: date) -> str:
    """Day and time: "today 10:41"."""
    return " ".join(part for part in (day(code, now), time) if part)


def line(row: ConcernRow, now: datetime) -> str:
    """A concern in one line: "C02 · today 10:41 · bruises on both arms …"."""
    what = " ".join(row.what.split()) or "nothing written yet"
    short = what if len(what) <= _LONGEST else f"{what[:_LONGEST].rstrip()} …"
    return " · ".join(part for part in (row.case_ref, at(row.day, row.time, now.date()), short) if part)


def state(row: ConcernRow, now: datetime) -> str:
    """Whether it is open; if not, who closed it and when."""
    if not row.open:
        return f"Closed by {row.closed_by}, {moment(row.closed_at, now)}"
    if "closed" in row.contested:
        return "Open: two people differ on whether it is closed"
    return "Open: marked closed, but something is missing" if row.closed else "Open"


def missing(row: ConcernRow) -> str:
    """What is missing before it can be closed; "" when nothing is."""
    if not row.missing:
        return ""
    words = [_MISSING[part] for part in row.missing]
    listed = " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
    return f"It can be closed once it says {listed}."


def contested(row: ConcernRow) -> str:
    """Which fields two people wrote differently; "" for none."""
    return f"contested: {', '.join(CONCERN.titles(row.contested))}" if row.contested else ""


def history(rows: Sequence[HistoryRow], refs: Mapping[str, str], now: datetime) -> list[str]:
    """Who wrote what and when, newest first; a line each."""
    return [f"{moment(row.at, now).capitalize()}, {row.by}: {_change(row, refs, now)}" for row in rows]


def _change(row: HistoryRow, refs: Mapping[str, str], now: datetime) -> str:
    if row.field == "closed":
        undone = ", by undoing the closing" if row.verb == "undo" else ""
        return "closed it" if row.value else f"opened it again{undone}"
    value = str(row.value or "")
    if row.field == "case":
        value = refs.get(value, value)
    elif row.field.endswith("day"):
        value = day(value, now.date())
    return f"{CONCERN.field(row.field).title}: {value or 'taken out'}"
