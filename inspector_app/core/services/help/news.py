"""What is new: the newest part of the list of changes, and whether this laptop was told of it."""

import re

from inspector_app.core import paths
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.version import version

_TOLD = "told_of_version"  # in the settings
_PAPERS = re.compile(r" \(\[docs/[^\]]*\]\([^)]*\)\)")  # for whoever has the checkout


def text() -> str:
    """What changed in this version, in Markdown."""
    changes = (paths.documents() / "CHANGELOG.md").read_text(encoding="utf-8")
    parts = re.split(r"^## .*\n", changes, flags=re.MULTILINE)
    return "# What is new\n\n" + _PAPERS.sub("", parts[1].strip()) + "\n"


def is_new(settings: Settings) -> bool:
    """Whether the program was upgraded since this laptop was told what is new. At the first start nothing is new."""
    return settings.get(_TOLD, "") not in ("", str(version()))


def note_told(settings: Settings) -> None:
    """This version need not be told of again. Expected: as Settings.set."""
    settings.set(_TOLD, str(version()))
