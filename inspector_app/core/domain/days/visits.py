"""The days of fieldwork and of a return visit: what an inspection can have, and how far a wrong one may reach."""

from datetime import date

LONGEST = 60  # days from the first to the last: four times the longest fieldwork of any framework
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)


def amiss(start: date, end: date) -> tuple[date, str] | None:
    """Which of these first and last days cannot be, and why; None for neither. A slip in the year is the usual one."""
    outside = f"a day of fieldwork is in the years {FIRST.year} to {LAST.year}"
    if not FIRST <= start <= LAST:
        return start, outside
    if end < start:
        return end, "it is before the start"
    if end > LAST:
        return end, outside
    if (end - start).days > LONGEST:
        return end, f"it is {(end - start).days} days after the start, and {LONGEST} is the most"
    return None


def wrong(start: date, end: date) -> str:
    """What is the matter with these first and last days; "" for nothing."""
    found = amiss(start, end)
    return found[1] if found else ""


def moved(day: date, days: int) -> date:
    """The day so many days later (before, where negative); the calendar's first or last where it would leave that."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
