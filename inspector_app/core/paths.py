"""Where things are: shipped resources and this laptop's profile folder."""

import getpass
import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

GUIDE, LICENCES = "guide.pdf", "third-party.txt"  # as packaging/inspector-app.spec puts them beside the program
_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The shipped resources: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def documents() -> Path:
    """The folder that holds README.md, CHANGELOG.md and docs/ as people read them: among the resources, or the checkout."""
    inside = resources() / "documents"
    return inside if inside.is_dir() else _PACKAGE.parent


def brought(name: str) -> Path | None:
    """A paper that a build has beside the program, GUIDE or LICENCES; None where it runs from source."""
    file = _PACKAGE.parent / name
    return file if file.is_file() else None


def profile() -> Path:
    """This laptop's profile folder: INSPECTOR_HOME, or the platform's per-user local data folder."""
    home = os.environ.get("INSPECTOR_HOME")
    if home:
        return Path(os.path.realpath(Path(home).expanduser()))
    return user_data_path("inspector-app", appauthor=False, roaming=False)


def account() -> bytes:
    """Who the system says works here: by name, or by number where the name cannot be looked up, as without its directory."""
    with suppress(KeyError, OSError, ImportError):  # which of them, the version of Python decides
        return getpass.getuser().encode("utf-8", "surrogateescape")
    return str(os.getuid()).encode() if hasattr(os, "getuid") else b""
