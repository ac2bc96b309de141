"""Where things are: shipped resources and this laptop's profile folder."""

import os
from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The shipped resources: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def documents() -> Path:
    """The folder that holds README.md, CHANGELOG.md and docs/ as people read them: among the resources, or the checkout."""
    inside = resources() / "documents"
    return inside if inside.is_dir() else _PACKAGE.parent


def profile() -> Path:
    """This laptop's profile folder: INSPECTOR_HOME, or the platform's per-user local data folder."""
    home = os.environ.get("INSPECTOR_HOME")
    if home:
        return Path(home).expanduser().resolve()
    return user_data_path("inspector-app", appauthor=False, roaming=False)
