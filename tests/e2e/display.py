"""A real display (Xvfb) and the real program on it, driven by real key presses (xdotool)."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

# By their places on the keyboard: by name xdotool presses Alt with them, where a newer system's layout has them twice.
_FUNCTION_KEYS = {f"F{n}": str(code) for n, code in enumerate([*range(67, 77), 95, 96], start=1)}
PATIENCE = 60.0  # seconds that anything may take on a busy machine before the test gives up on it


@contextmanager
def display(size: str = "1280x800x24") -> Iterator[str]:
    """A display of its own for one test; gives its name, for example ":10123"."""
    server, name = _start(size)
    try:
        yield name
    finally:
        server.terminate()
        server.wait()


def _start(size: str) -> tuple["subprocess.Popen[bytes]", str]:
    """A server whose number is drawn: left to itself it takes the lowest, which one that is just ending may clear away."""
    for _ in range(10):  # a number may be taken
        name = f":{secrets.randbelow(50_000) + 1000}"
        read, write = os.pipe()
        command = ["Xvfb", name, "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            if answer.readline().strip():
                return server, name
        server.wait()
    raise AssertionError("Xvfb did not start")


class Window:
    """The program in a process of its own, with a real window."""

    module = "inspector_app"

    def __init__(
        self, on: str, home: Path, *arguments: str, program: Path = Path(sys.executable), **variables: str
    ) -> None:
        """`program`: the Python that runs it; `variables` of its environment, beside those of the tests."""
        ours = {"DISPLAY": on, "INSPECTOR_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
        self._environment = {**os.environ, **ours, **variables}
        self._environment.pop("INSPECTOR_PASSPHRASE", None)
        self.home = home
        self.pressed = 0  # keys so far, those of typed texts apart
        command = [str(program), "-m", self.module, *arguments]
        with self._display_kept():
            self.process = subprocess.Popen(command, env=self._environment, stderr=subprocess.PIPE, text=True)
            self._id = self._wait_for_window()

    def keys(self, *names: str) -> None:
        """Press keys one after another, by their X names: Tab, Return, ctrl+Down."""
        self._xdotool("key", "--delay", "25", *(_FUNCTION_KEYS.get(name, name) for name in names))
        self.pressed += len(names)

    def type(self, text: str, delay_ms: int = 8) -> None:
        """Type a text, key by key."""
        self._xdotool("type", "--delay", str(delay_ms), text)

    @contextmanager
    def being_typed(self, text: str) -> Iterator[None]:
        """Type a text, without a pause, for as long as the block takes."""
        typing = subprocess.Popen(["xdotool", "type", "--delay", "30", text], env=self._environment)
        try:
            yield
            assert typing.poll() is None, "the text came to its end"
        finally:
            typing.terminate()
            typing.wait()

    @contextmanager
    def _display_kept(self) -> Iterator[None]:
        """Another program stays on the display for as long as the block takes: left by its last one, it starts anew."""
        staying = subprocess.Popen(["xdotool", "sleep", "600"], env=self._environment)
        try:
            yield
        finally:
            staying.terminate()
            staying.wait()

    def wait_for_title(self, part: str) -> None:
        """Wait until the window's title holds the words."""
        self._wait(lambda: part in self.title(), f"a title with {part!r} (it is {self.title()!r})")

    def lock(self) -> None:
        """Lock it by hand: the window goes with the program that it was of, and the new one's comes, by the same number."""
        self._become_locked(lambda: self.keys("ctrl+l"))

    def wait_for_lock(self, seconds: float) -> None:
        """Do nothing until it has locked itself."""
        self._become_locked(lambda: None, seconds)

    def _become_locked(self, begin: Callable[[], object], seconds: float = 0.0) -> None:
        found: list[str] = []

        def look() -> bool:
            found[:] = [w for w in self._windows() if "Locked" in self._xdotool("getwindowname", w, check=False)]
            return bool(found)

        with self._display_kept():
            begin()
            self._wait(look, "the new window", seconds)
        self._id = found[-1]
        self._xdotool("windowfocus", "--sync", self._id)

    def title(self) -> str:
        """The window's title."""
        try:
            return self._xdotool("getwindowname", self._id).strip()
        except subprocess.CalledProcessError:  # it was just taken away, as at a lock
            return ""

    def until(self, happened: Callable[[], object], what: str, *keys: str, again: float = 0.3) -> None:
        """Wait until something has happened; keys, if any are given, are pressed again after so many seconds."""
        due = 0.0

        def look() -> bool:
            nonlocal due
            if happened():
                return True
            if keys and time.monotonic() >= due:
                self.keys(*keys)
                due = time.monotonic() + again
            return False

        self._wait(look, what)

    def answer_file_dialog(self, path: Path) -> None:
        """Type a file's whole name into the dialog that has just been asked for, and press Enter.

        On a busy machine its list of names that begin alike may come up late and take the Enter for itself.
        """
        found: list[str] = []

        def look() -> bool:
            found[:] = [window for window in self._windows() if window != self._id]
            return bool(found)

        self._wait(look, "a file dialog")
        dialog = found[-1]
        self._xdotool("windowfocus", "--sync", dialog)
        self.type(str(path))
        self.until(lambda: not look(), "the file dialog to close", "Return", again=3.0)
        self._xdotool("windowfocus", "--sync", self._id)

    def settle(self, other_than: bytes = b"") -> None:
        """Wait until the display looks the same for a second, and not as before; where a cursor blinks, it never does."""
        seen: list[bytes] = []

        def look() -> bool:
            time.sleep(0.25)
            seen.append(self.looks())
            return len(seen) > 4 and len(set(seen[-5:])) == 1 and seen[-1] != other_than

        self._wait(look, "the window to come to rest")

    def looks(self) -> bytes:
        """What the display shows."""
        return self._screen().tobytes()

    def picture(self, path: Path) -> None:
        """Save what the display shows as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._screen().save(path)

    def kill(self) -> None:
        """SIGKILL: no handler runs, nothing is flushed."""
        self.process.kill()
        self.process.wait()
        self._drain()

    def close(self) -> None:
        """Ask the program to quit as a person does, and wait for it."""
        self.keys("ctrl+q")
        self.ended()

    def ended(self) -> None:
        """Wait until the program has ended."""
        self.process.wait(PATIENCE)
        self._drain()

    def _screen(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self._environment["DISPLAY"])

    def _drain(self) -> None:
        assert self.process.stderr is not None
        self.errors = self.process.stderr.read()
        self.process.stderr.close()

    def _wait_for_window(self) -> str:
        found: list[str] = []

        def look() -> bool:
            found[:] = self._windows()
            return bool(found)

        self._wait(look, "a window")
        self._xdotool("windowfocus", "--sync", found[-1])
        return found[-1]

    def _windows(self) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--pid", str(self.process.pid), check=False).split()

    def _wait(self, happened: Callable[[], object], what: str, longer: float = 0.0) -> None:
        end = time.monotonic() + PATIENCE + longer
        while not happened():
            if self.process.poll() is not None:
                self._drain()
                raise AssertionError(f"the program ended while the test waited for {what}: {self.errors}")
            assert time.monotonic() < end, f"waited in vain for {what}"
            time.sleep(0.05)

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self._environment, capture_output=True, text=True, check=check
        )
        return done.stdout


class CheapWindow(Window):
    """The program, but that a keyring which is made in it is cheap to open."""

    module = "tests.e2e.cheap"
