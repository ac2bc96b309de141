"""Which backups of an inspection stay: the newest, then one for each hour, day and week that has any; and what is due."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from inspector_app.core.domain.moments import known

_NEWEST, _HOURS, _DAYS, _WEEKS = 10, 8, 10, 8  # how many of each stay

# How often a safeguard is to be seen to; docs/guide.md says it. A rehearsal shows that what is copied each day comes back.
COPY_EVERY, REHEARSE_EVERY = timedelta(days=1), timedelta(days=14)


def is_overdue(at: str, every: timedelta, moment: datetime) -> bool:
    """Whether what was last done at that time (ISO 8601; "" never) is to be done again; so it is where none can know when.

    A clock that stood in the future would say for years that all is well.
    """
    return not known(at, moment) or moment - datetime.fromisoformat(at) > every


class Why(StrEnum):
    """What a backup was made for."""

    OPENING = "opening"
    HOURLY = "hourly"
    IMPORT = "import"  # of packages; older backups have it for a list or a document too
    LIST = "list"  # a list of cases
    DOCUMENT = "document"  # an inspection document or a table of judgements
    MIGRATION = "migration"
    RESTORE = "restore"
    ASKED = "asked"
    MOVED = "moved"  # the file was deleted, moved or replaced while it was open


def thinned(made: Sequence[datetime]) -> list[int]:
    """Which of these backups stay, by their places; they are given in the order in which they were made.

    Of each of the latest hours, days and weeks in which any was made its last one stays, so that a busy evening takes
    away what it made itself and never an earlier day. The order is that of making: a clock that was wrong for a while
    makes days that never were, and takes no backup's place as the newest.
    """
    kept = set(range(len(made))[-_NEWEST:])
    for most, period in ((_HOURS, _hour), (_DAYS, datetime.date), (_WEEKS, _week)):
        last_of = {period(moment): place for place, moment in enumerate(made)}
        kept.update(sorted(last_of.values())[-most:])
    return sorted(kept)


def _hour(moment: datetime) -> tuple[date, int]:
    return moment.date(), moment.hour


def _week(moment: datetime) -> tuple[int, int]:
    return moment.isocalendar()[:2]
