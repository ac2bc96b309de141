"""What of the whole inspection is worth a look, in words: ratings that count as none, and safeguards that are overdue."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.moments import known
from inspector_app.core.rating.unknown import UnknownRating
from inspector_app.core.services.safekeeping.backups import SecondCopy
from inspector_app.core.services.safekeeping.rehearsing import Rehearsal
from inspector_app.core.words import count, say


def rating(found: UnknownRating) -> str:
    """What stands where a rating should be, and that it counts as none."""
    if not found.word:
        return count(
            found.stars,
            "{subject}: {n} star is not a rating of this framework, and counts as none",
            "{subject}: {n} stars are not a rating of this framework, and count as none",
            subject=found.subject,
        )
    if found.panel:
        return say(
            "{subject}: the panel’s “{word}” is not a rating of this framework, and counts as none",
            subject=found.subject,
            word=found.word,
        )
    return say(
        "{subject}: “{word}” is not a rating of this framework, and counts as none",
        subject=found.subject,
        word=found.word,
    )


def overdue(copy: SecondCopy, rehearsal: Rehearsal, now: datetime) -> Sequence[str]:
    """What is to be done for the backups, one sentence each."""
    said = []
    if copy.is_old(now):
        said.append(_copy(copy, now))
    if rehearsal.is_old(now):
        said.append(_rehearsal(rehearsal, now))
    return said


def _copy(copy: SecondCopy, now: datetime) -> str:
    if not copy.folder:
        return say("No second copy is kept: choose a folder for it")
    if not copy.at:
        return say("The second copy has never been made")
    if not known(copy.at, now):
        return say("The second copy is overdue. It is not known when it was last made")
    return say("The second copy is overdue. Last made: {moment}", moment=when.moment(copy.at, now))


def _rehearsal(rehearsal: Rehearsal, now: datetime) -> str:
    if not rehearsal.at:
        return say("Restoring from a backup has never been tried")
    if not known(rehearsal.at, now):
        return say("A rehearsal of restore is overdue. It is not known when it was last tried")
    return say("A rehearsal of restore is overdue. Last tried: {moment}", moment=when.moment(rehearsal.at, now))
