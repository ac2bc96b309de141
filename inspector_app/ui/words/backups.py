"""Backups in words."""

from datetime import datetime

from inspector_app.core.domain.when import moment
from inspector_app.core.services.backups import SecondCopy
from inspector_app.core.words import say


def second_copy(found: SecondCopy, now: datetime) -> str:
    """How old the second copy is and where; or that there is none."""
    if not found.folder:
        return say(
            "No second copy is kept: “inspector-app backup FILE --to FOLDER” names a folder for it, on another disk."
        )
    if not found.at:
        return say("Second copy: not made yet · {folder}", folder=found.folder)
    at = moment(found.at, now)
    if found.is_old(now):
        return say("Second copy, older than a day: {at} · {folder}", at=at, folder=found.folder)
    return say("Second copy: {at} · {folder}", at=at, folder=found.folder)
