"""A display watched from outside: when its picture changed last, keys as from a keyboard, and what processes took."""

import ctypes
import ctypes.util
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops

_EVERY = 0.004  # seconds between two looks at the whole display
_CARET = 600  # pixels at most
_BARS, _LINES = 60, 90  # pixels: the height of menus and of what stands at the foot; that of some lines of text
_PATIENCE = 90.0  # seconds
Place = tuple[int, int, int, int]  # x, y, width, height


class Screen:
    """What the display shows. A context: it is watched by an application of Qt, in this process."""

    def __enter__(self) -> "Screen":
        from PySide6.QtGui import QGuiApplication

        self._application = QGuiApplication([])
        self._whole = (0, 0, *self._application.primaryScreen().size().toTuple())
        self._nothing = self.piece(self._whole)
        return self

    def __exit__(self, *_: object) -> None:
        self._application.shutdown()

    def piece(self, place: Place) -> bytes:
        """That piece of it, as it is now."""
        picture = self._application.primaryScreen().grabWindow(0, *place).toImage()
        return bytes(picture.constBits())  # which do not keep the picture

    def wait_for_nothing(self) -> None:
        """Wait until the last window is gone. TimeoutError."""
        self._wait(lambda: self.piece(self._whole) == self._nothing)

    def wait_for_rest(self, calm: float, at_most: float = _PATIENCE) -> float:
        """Wait for a picture other than nothing that stays for so many seconds; when it came, of time.monotonic().

        A caret that blinks is no change. After `at_most` seconds the last change counts.
        """
        last, at, end = self.piece(self._whole), time.monotonic(), time.monotonic() + at_most
        while time.monotonic() < end and (last == self._nothing or time.monotonic() - at < calm):
            now = self.piece(self._whole)
            if self._other(last, now):
                last, at = now, time.monotonic()
            time.sleep(_EVERY)
        return at

    def where_it_changes(self, act: Callable[[], object]) -> Place:
        """The line in which that changes something and some below, as wide as the display, bars apart."""
        x, y, width, height = self._whole
        before = self.piece(self._whole)
        act()
        time.sleep(0.3)
        after, row = self.piece(self._whole), len(before) // height
        lines = range(_BARS, height - _BARS)
        other = [n for n in lines if before[n * row : (n + 1) * row] != after[n * row : (n + 1) * row]]
        return x, y + other[0], width, min(_LINES, height - other[0])

    def _other(self, one: bytes, two: bytes) -> bool:
        """Whether two pictures differ by more than a caret."""
        if one == two:
            return False
        pictures = [Image.frombuffer("RGBX", self._whole[2:], each, "raw", "BGRX", 0, 1) for each in (one, two)]
        left, top, right, bottom = ImageChops.difference(*(each.convert("RGB") for each in pictures)).getbbox() or (
            0,
            0,
            0,
            0,
        )
        return (right - left) * (bottom - top) > _CARET

    @staticmethod
    def _wait(happened: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not happened():
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(_EVERY)


class pressed:  # noqa: N801 read as a sentence
    """Keys as from a keyboard, by the server's own test extension: no process is begun for one."""

    @staticmethod
    def key(name: str) -> None:
        """Press and release a key by its X name, with modifiers before it: ctrl+End."""
        x11, xtest, at = _display()
        codes = [x11.XKeysymToKeycode(at, x11.XStringToKeysym(_NAMES.get(n, n).encode())) for n in name.split("+")]
        for code in codes:
            xtest.XTestFakeKeyEvent(at, code, 1, 0)
        for code in reversed(codes):
            xtest.XTestFakeKeyEvent(at, code, 0, 0)
        x11.XFlush(at)

    @staticmethod
    def words(text: str) -> None:
        """Type small letters and blanks."""
        for letter in text:
            pressed.key("space" if letter == " " else letter)
            time.sleep(0.02)

    @staticmethod
    def focus() -> None:
        """Give the keyboard to the window that is shown: no manager of windows does it here."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True, text=True, check=False
        )
        subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[-1]], check=True)


_NAMES = {"ctrl": "Control_L"}
_OPEN: list[tuple[ctypes.CDLL, ctypes.CDLL, ctypes.c_void_p]] = []


def _display() -> tuple[ctypes.CDLL, ctypes.CDLL, ctypes.c_void_p]:
    if not _OPEN:
        x11, xtest = (ctypes.CDLL(ctypes.util.find_library(name)) for name in ("X11", "Xtst"))
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XStringToKeysym.restype = ctypes.c_ulong
        at = ctypes.c_void_p(x11.XOpenDisplay(None))
        x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        _OPEN.append((x11, xtest, at))
    return _OPEN[0]


def worked_by(group: int) -> float:
    """Seconds of the processor that the processes of a group took, with those of theirs that have ended."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:  # it ended just now
            continue
        if int(fields[2]) == group:
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")
