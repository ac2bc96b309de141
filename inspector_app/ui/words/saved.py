"""What is said of a file that was written and that anybody can read: the same of each."""

from pathlib import Path

from inspector_app.core.words import say


def open_to_all(path: Path) -> str:
    """Where it is, that it is not encrypted, and what to do with it."""
    return say(
        "Saved to {path}. It is not encrypted: look after it as the case files, and delete it once it is printed or sent.",
        path=path,
    )
