"""What the sheets of the window say: which program this is, where what is kept lies, and what the window said."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from inspector_app.core.domain.days import when
from inspector_app.core.version import Version
from inspector_app.core.words import say


def about(program: str, version: Version, profile: Path, backups: Path, inspection: Path | None) -> list[str]:
    """The program, and where what it keeps lies; the open inspection first."""
    here = [say("This inspection is kept in {where}", where=inspection)] if inspection else []
    return [
        say("{program}, version: {version}", program=program, version=version),
        *here,
        say("Backups lie in {where}", where=backups),
        say("Everything else of yours on this laptop lies in {where}", where=profile),
    ]


def said(messages: Sequence[tuple[datetime, str]]) -> list[str]:
    """What the window said, the last first."""
    if not messages:
        return [say("Nothing was said since this inspection was opened.")]
    return [f"{when.time(at)} · {words}" for at, words in reversed(messages)]
