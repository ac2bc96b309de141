"""Which dates to draw cases from: a framework's windows against an inspection's fieldwork. Pure."""

from datetime import date

from inspector_app.core.domain.days.visits import moved
from inspector_app.core.domain.framework import ALL_CASES, Sample, Window


def fieldwork_monday(start: date) -> date:
    """The Monday of the week in which fieldwork starts; windows are counted from it even after a bank holiday."""
    return moved(start, -start.weekday())


def dates(window: Window, start: date) -> tuple[date, date]:
    """First and last date of a window (both inclusive) for fieldwork starting in the week of `start`."""
    monday = fieldwork_monday(start)
    return moved(monday, -window.from_days), moved(monday, -window.to_days)


def window_for(sample: Sample, case_type: str) -> Window | None:
    """The window of a case type, or the one for all cases; None where the framework publishes none."""
    windows = {w.applies_to: w for w in sample.windows}
    return windows.get(case_type) or windows.get(ALL_CASES)
