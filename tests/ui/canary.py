"""A file that says whether anybody opened it: what a text that is taken for markup would do."""

import ctypes
import os
from pathlib import Path

_OPENED = 0x20  # IN_OPEN of inotify(7)


class Canary:
    """A picture in this folder, on Linux; `markup` is a text that names it, as a colleague's package could hold."""

    def __init__(self, folder: Path) -> None:
        path = folder / "canary.png"
        path.write_bytes(b"no picture")
        libc = ctypes.CDLL(None, use_errno=True)
        self._events = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if libc.inotify_add_watch(self._events, os.fsencode(path), _OPENED) < 0:
            raise OSError(ctypes.get_errno(), "inotify_add_watch")
        self.markup = f'<img src="file://{path}"><b>x</b>'

    def opened(self) -> bool:
        """Whether the file was opened since this was asked last."""
        try:
            return bool(os.read(self._events, 65536))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Watch no longer."""
        os.close(self._events)
