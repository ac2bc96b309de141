"""The program started anew in its own place, and what the new one is told: nothing that anybody could learn from."""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from inspector_app.core import itself

SWITCH = "--locked"
NOTHING = "-"  # in place of an inspection's id, where none was open
_OPEN_FILES = Path("/dev/fd")
_become: Callable[[str, list[str], dict[str, str]], NoReturn] | None = getattr(os, "execve", None)


class Handed(NamedTuple):  # no dataclass: what makes them would cost the first screen its time
    """What the locked program is told: the id of the inspection that was open, and how its window stood.

    `window`: "front", "behind" (another program had the keyboard, and keeps it) or "small" (minimized).
    """

    inspection: str = ""
    window: str = "front"

    def arguments(self) -> list[str]:
        """As arguments of the program."""
        return [SWITCH, self.inspection or NOTHING, self.window]

    @classmethod
    def of(cls, arguments: list[str]) -> "Handed | None":
        """What the arguments say; None where the program was started by a person."""
        match arguments:
            case [switch, inspection, ("front" | "behind" | "small") as window] if switch == SWITCH:
                return cls("" if inspection == NOTHING else inspection, window)
        return None


def start_anew(handed: Handed) -> None:
    """End this program and be a new one, which has nothing of its memory, its open files and its locks.

    Where the system can, the process keeps its number, so that whoever started it goes on waiting for it. Windows has no
    such call: another process is started, and this one ends. When neither can be done this returns: the program's file is
    gone, as after an update or with an image that was unmounted. Then nothing is left but to `end`.
    """
    line = itself.command(handed.arguments())
    if _become is not None and sys.platform != "win32":
        with contextlib.suppress(OSError):
            _keep_no_file_open()
            _become(line[0], line, itself.environment())
    elif _is_begun(line):
        end()


def _is_begun(line: list[str]) -> bool:
    from PySide6.QtCore import QProcess  # no start needs it, only a lock

    return QProcess.startDetached(line[0], line[1:])[0]


def end(status: int = 0) -> NoReturn:
    """End this program here, with all that its memory holds. Everything has to be saved by then."""
    os._exit(status)


def _keep_no_file_open() -> None:
    """Let the system close every file but the three standard ones, whatever library opened it and however."""
    for opened in _OPEN_FILES.iterdir():
        if int(opened.name) > 2:
            with contextlib.suppress(OSError):  # the one that was open to list them
                os.set_inheritable(int(opened.name), False)
