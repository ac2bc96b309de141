"""The log: ids and codes, never notes, names or answers."""

import logging
import logging.handlers
import traceback
from pathlib import Path
from types import TracebackType

FILE = "log.txt"


def start(folder: Path) -> None:
    """Log to a rotating file in the folder (created when missing): half a megabyte, three kept."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / FILE, maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("inspector_app")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)


def places(trace: TracebackType | None) -> list[str]:
    """Where it happened, innermost first: module, line and function. Never a message, which could hold a note."""
    frames = reversed(traceback.extract_tb(trace))
    return [
        f"{frame.filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames
    ]
