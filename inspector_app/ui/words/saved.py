"""What is said of a file that was written and that anybody can read: the same of each; and of a draft with a part missing."""

from collections.abc import Sequence
from pathlib import Path

from inspector_app.core.words import say


def open_to_all(path: Path) -> str:
    """Where it is, that it is not encrypted, and what to do with it."""
    return say(
        "Saved to {path}. It is not encrypted: look after it as you would the case files, and delete it once it is "
        "printed or sent.",
        path=path,
    )


def as_open(path: Path) -> str:
    """The same of a further copy, after it was said at the first what to do with them."""
    return say("Saved to {path}. It is not encrypted either.", path=path)


def missing(parts: Sequence[str]) -> str:
    """What is said of a draft in which a fault of the program left parts out."""
    return say(
        "Missing in this draft, by a fault of the program: {parts}. What was written is safe, and all other parts are there. "
        "Report the fault, and try again after an update.",
        parts=", ".join(parts),
    )
