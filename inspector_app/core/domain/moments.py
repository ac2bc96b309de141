"""Times as they are kept: ISO 8601, UTC, as text. Clocks are for display, so one that is far off must refuse nothing."""

from datetime import UTC, datetime

# What every system can bring to its own time zone, however wrong the clock that said it.
EARLIEST, LATEST = "1971-01-01T00:00:00+00:00", "2999-12-31T23:59:59+00:00"
_YEAR = 4  # digits
_BEGAN = datetime(1970, 1, 1, tzinfo=UTC)  # what a clock without a battery says


def within(moment: str) -> str:
    """The moment, or the nearest one that can be shown: a flat battery says 1970."""
    year = moment[:_YEAR]
    if year < EARLIEST[:_YEAR]:
        return EARLIEST
    return moment if year <= LATEST[:_YEAR] else LATEST


def at_second(seconds: float) -> datetime:
    """The moment so many seconds after 1970, or the nearest one that can be shown: a disk may say anything of a file."""
    least, most = (datetime.fromisoformat(end).timestamp() for end in (EARLIEST, LATEST))
    return datetime.fromtimestamp(min(max(seconds, least), most), UTC)


def known(moment: str, now: datetime) -> str:
    """The moment, where it can have been: "" for one that is still to come, or before all clocks, and for none."""
    try:
        return moment if _BEGAN <= datetime.fromisoformat(moment) <= now else ""
    except (ValueError, TypeError):  # what stands in the settings may be anything
        return ""
