"""A process of the program's own, to which content is given, and which answers, through pipes."""

import subprocess
from collections.abc import Sequence

from inspector_app.core import itself

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # of Windows, which would show a console


def started(arguments: Sequence[str]) -> subprocess.Popen[bytes] | None:
    """The program begun with these arguments, which a screen of processes shows: nothing secret is among them.

    None where none can be started. Who gives it anything first waits until it `ends_with_us` (memory.py).
    """
    try:
        return subprocess.Popen(  # noqa: S603  the program itself
            itself.command(arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=itself.environment(),
            creationflags=_NO_WINDOW,
        )
    except OSError:
        return None
