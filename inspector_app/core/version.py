"""Which program this is: its version, and the commit that a build was made of."""

import json
from dataclasses import dataclass

import inspector_app
from inspector_app.core import paths

STAMP = "build.json"  # among the resources of a build; packaging/build.sh writes it, and a checkout has none


@dataclass(frozen=True, slots=True)
class Version:
    """The version, and of a build its commit and the date of that; "" where it runs from source."""

    number: str
    commit: str = ""
    date: str = ""

    def __str__(self) -> str:
        made_of = f"commit {self.commit[:12]}, {self.date}" if self.commit else "from source"
        return f"{self.number} ({made_of})"


def version() -> Version:
    """This program's."""
    stamp = paths.resources() / STAMP
    if not stamp.is_file():
        return Version(inspector_app.__version__)
    told = json.loads(stamp.read_text(encoding="utf-8"))
    return Version(inspector_app.__version__, told["commit"], told["date"])
