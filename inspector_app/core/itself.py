"""The program as the system starts it: the command line that leads back to it."""

import sys
from collections.abc import Iterable


def command(arguments: Iterable[str]) -> list[str]:
    """The command line that starts the program with these arguments, built or not."""
    door = [] if getattr(sys, "frozen", False) else ["-m", "inspector_app"]
    return [sys.executable, *door, *arguments]
