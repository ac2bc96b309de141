"""What the sheets of the window say: which program this is, where what is kept lies, and what the window said."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from inspector_app.core import paths
from inspector_app.core.domain.days import when
from inspector_app.core.version import Version
from inspector_app.core.words import say


def about(program: str, version: Version, profile: Path, backups: Path, inspection: Path | None) -> list[str]:
    """The program, and where what it keeps lies; the open inspection first. Of a build, the papers that it brings too."""
    guide, licences = paths.brought(paths.GUIDE), paths.brought(paths.LICENCES)
    return [
        say("{program}, version: {version}", program=program, version=version),
        *([say("This inspection is kept in {where}", where=inspection)] if inspection else []),
        say("Backups are kept in {where}", where=backups),
        say("Everything else that is yours on this laptop is kept in {where}", where=profile),
        *([say("The guide as a PDF, to print or to read aloud: {where}", where=guide)] if guide else []),
        *(
            [say("Made with the work of others, including Qt; every licence: {where}", where=licences)]
            if licences
            else []
        ),
    ]


def said(messages: Sequence[tuple[datetime, str]]) -> list[str]:
    """What the window said, the last first."""
    if not messages:
        return [say("There have been no messages since this inspection was opened.")]
    return [f"{when.time(at)} · {words}" for at, words in reversed(messages)]
