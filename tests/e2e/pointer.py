"""A person with a pointer and keys at the watched program: sees a thing, moves the pointer there, and presses."""

import json
import socket
import time
from pathlib import Path
from typing import Any

from tests.e2e.display import PATIENCE, Window

MIDDLE = ("640", "400")  # of the window
UP, DOWN = "4", "5"  # the wheel, as buttons
TO_REACT = 0.25  # seconds between seeing and pressing


class PointedWindow(Window):
    """The watched program in a process of its own, with a real window and a real pointer."""

    module = "tests.e2e.watched"

    def __init__(self, on: str, home: Path) -> None:
        self.typed = 0
        path = home.with_suffix(".watch")
        super().__init__(on, home, str(path))
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(path))
        self._socket.settimeout(PATIENCE)
        self._talk = self._socket.makefile("rw")

    def kill(self) -> None:
        super().kill()
        self._stop_talking()

    def ended(self) -> None:
        super().ended()
        self._stop_talking()

    def _stop_talking(self) -> None:
        self._talk.close()
        self._socket.close()

    def type(self, text: str, delay_ms: int = 8) -> None:
        super().type(text, delay_ms)
        self.typed += len(text)

    def click(self, words: str, *, scroll: str = "", double: bool = False) -> None:
        """Wait until the thing of these words is seen, and press on it. `scroll`, a button: the wheel turns until then."""
        self.until(lambda: self.seen(words) or (scroll and self._scroll(scroll)), f"{words!r} to be seen")
        self.aim(words)
        time.sleep(TO_REACT)
        self.press(words, double=double)

    def aim(self, words: str) -> None:
        """See the thing where it stands, and move the pointer there."""
        time.sleep(0.05)  # it is painted, too
        x, y, width, height = self._ask("aim_at", words)
        self._xdotool("mousemove", str(x + width // 2), str(y + height // 2))

    def press(self, words: str, *, double: bool = False) -> None:
        """Press where the pointer is."""
        before = self.clicks
        self._xdotool("click", "--repeat", "2" if double else "1", "--delay", "60", "1")
        self.until(lambda: self.clicks > before, f"{words!r} to be pressed")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._xdotool("windowsize", "--sync", self._id, str(width), str(height))

    def seen(self, words: str) -> bool:
        """Whether a thing of these words is in view and can be reached."""
        return bool(self._ask("seen", words))

    @property
    def clicks(self) -> int:
        """How often the pointer was pressed on something."""
        return self._ask("done")[0]

    @property
    def moved(self) -> list[str]:
        """What stood elsewhere when it was pressed than when it was seen."""
        return self._ask("done")[1]

    def in_view(self, pause: float = 0) -> list[str]:
        """All that is seen after so many seconds, with its place: for whoever writes a journey."""
        time.sleep(pause)
        return sorted(self._ask("list"))

    def _scroll(self, button: str) -> None:
        self._xdotool("mousemove", *MIDDLE, "click", button)
        time.sleep(0.1)

    def _ask(self, ask: str, words: str = "") -> Any:
        print(json.dumps({"ask": ask, "words": words}), file=self._talk, flush=True)
        return json.loads(self._talk.readline())

    def _drain(self) -> None:
        self._socket.close()
        super()._drain()
