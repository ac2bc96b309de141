"""Start, unlock and key to pixel as seen on a display: this program, a bare window, KeePassXC, LibreOffice Writer.

What is not installed is left out (`apt install keepassxc libreoffice-writer`). Needs Xvfb and xdotool; nothing inside a
program is asked: its window is watched, keys are pressed as a keyboard's, its processes' time is read from /proc.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.window.main_window import SEEN_THEME
from tests.benchmarks import figures, workload
from tests.benchmarks.typing import _text
from tests.benchmarks.watching import Screen, pressed, worked_by
from tests.e2e.display import display

ROUNDS = 5
KEYS = 200
PAUSE = 0.06  # seconds between keys: the caret stands still meanwhile, as it begins to blink anew at each
CALM = 1.5  # seconds without a change, after which a window has come to rest
FIRST, DERIVED = 10.0, 4.0  # seconds without a change, while a key is derived on a machine at work
NOTE = 20_000  # characters of what is typed in
Command = tuple[str, ...]


def run() -> Iterator[str]:
    """Lines to print."""
    with display("1366x768x24") as screen, tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        os.environ |= {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
        with workload.laptop() as laptop, Screen() as seen:
            laptop.settings.set(SEEN_THEME, "light")
            workspace = _with_a_note(laptop)
            programs = Programs(laptop, Path(folder))
            yield from _starts(seen, programs)
            yield from _unlocks(seen, programs)
            yield from _keys(seen, programs, workspace)


def _with_a_note(laptop: Laptop) -> Path:
    """A small inspection, the note of whose first prompt is the text that Writer opens."""
    path = workload.fill(laptop, children=3, victims=1)
    workspace = Workspace.open(laptop, path)
    case = next(row.id for row in workspace.case_rows() if row.sample == "children")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", _text(NOTE))
    workspace.close()
    return path


class Programs:
    """The commands that open each program, locked, and with a text to type in."""

    def __init__(self, laptop: Laptop, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "INSPECTOR_HOME": str(laptop.folder),
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }
        self.locked: dict[str, Command] = {"this program": (sys.executable, "-m", "inspector_app")}
        if shutil.which("keepassxc-cli"):
            self.locked["KeePassXC"] = ("keepassxc", str(self._database()))
        self.started = {"a bare window": (sys.executable, "-c", _BARE), **self.locked}
        if shutil.which("soffice"):
            text = folder / "text.txt"
            text.write_text(_text(NOTE))
            profile = f"-env:UserInstallation=file://{folder}/office"
            self.writer: Command = ("soffice", profile, "--norestore", "--nologo", "--writer", str(text))
            self.started["LibreOffice Writer"] = self.writer

    def _database(self) -> Path:
        """A database of KeePassXC whose key is derived in as long as its makers think right."""
        path = self.folder / "passwords.kdbx"
        typed = f"{workload.PASSPHRASE}\n" * 2
        subprocess.run(
            ["keepassxc-cli", "db-create", "-p", str(path)], input=typed, text=True, check=True, capture_output=True
        )
        return path

    @contextmanager
    def running(self, command: Command) -> Iterator["subprocess.Popen[bytes]"]:
        """The program, in a group of its own, killed at the end with all that it began."""
        process = subprocess.Popen(
            command, env=self.environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield process
        finally:
            os.killpg(process.pid, 9)
            process.wait()


_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1200, 768)
window.show()
application.exec()
"""


def _starts(seen: Screen, programs: Programs) -> Iterator[str]:
    taken: dict[str, list[float]] = {name: [] for name in programs.started}
    worked: dict[str, list[float]] = {name: [] for name in programs.started}
    for turn in range(ROUNDS + 1):  # the first start of each compiles and makes its settings
        for name, command in programs.started.items():
            seen.wait_for_nothing()
            began = time.monotonic()
            with programs.running(command) as process:
                rested = seen.wait_for_rest(CALM)
                if turn:
                    taken[name].append(rested - began)
                    worked[name].append(worked_by(process.pid))
    for name in taken:
        yield (
            f"start of {name:28}{figures.percentile(taken[name], 0.5):.2f} s until its window has come to rest, "
            f"{figures.percentile(worked[name], 0.5):.2f} s of the processor"
        )


def _unlocks(seen: Screen, programs: Programs) -> Iterator[str]:
    taken: dict[str, list[float]] = {name: [] for name in programs.locked}
    for turn in range(ROUNDS + 1):
        for name, command in programs.locked.items():
            seen.wait_for_nothing()
            with programs.running(command):
                seen.wait_for_rest(CALM)
                pressed.focus()
                pressed.words(workload.PASSPHRASE)
                seen.wait_for_rest(CALM)
                began = time.monotonic()
                pressed.key("Return")
                rested = seen.wait_for_rest(DERIVED if turn else FIRST)
                if turn:
                    taken[name].append(rested - began)
    for name, seconds in taken.items():
        yield f"unlocking {name:27}{figures.percentile(seconds, 0.5):.2f} s from Return until its window has come to rest"


def _keys(seen: Screen, programs: Programs, workspace: Path) -> Iterator[str]:
    ways: dict[str, tuple[Command, Callable[[], None]]] = {
        "a note of this program": ((*programs.locked["this program"], str(workspace)), lambda: _into_note(seen)),
    }
    if "LibreOffice Writer" in programs.started:
        ways["LibreOffice Writer"] = (programs.writer, lambda: pressed.key("ctrl+End"))
    for name, (command, go) in ways.items():
        seen.wait_for_nothing()
        with programs.running(command):
            seen.wait_for_rest(CALM)
            pressed.focus()
            go()
            seen.wait_for_rest(CALM, at_most=5)
            taken = _type(seen)
        middle, most = (figures.ms(figures.percentile(taken, p)) for p in (0.5, 0.95))
        yield f"key to pixel, {name:23}{middle} median, {most} p95 of {KEYS}"


def _into_note(seen: Screen) -> None:
    """Unlock, open the first case, and go into the note of its first prompt."""
    pressed.words(workload.PASSPHRASE)
    pressed.key("Return")
    seen.wait_for_rest(FIRST)
    for keys in ("ctrl+2", "Return", "Return", "ctrl+End"):
        pressed.key(keys)
        seen.wait_for_rest(CALM, at_most=3)


def _type(seen: Screen) -> list[float]:
    """Seconds from each key to the first other picture of the line in which it is written."""
    chance, taken = random.Random(3), []
    pressed.words("and so on")  # what a first key changes beside the text is changed
    time.sleep(1)
    place = seen.where_it_changes(lambda: pressed.key("a"))
    for n in range(KEYS):
        before = seen.piece(place)
        began = time.monotonic()
        pressed.key("space" if n % 6 == 5 else chance.choice("aeinorst"))
        while seen.piece(place) == before and time.monotonic() - began < 2:
            pass
        taken.append(time.monotonic() - began)
        time.sleep(max(0.0, PAUSE - taken[-1]))
    return taken
