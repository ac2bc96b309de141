"""What a screen reader gets of the case page: read over the real accessibility bus, from a process of its own."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.e2e.display import PATIENCE, Window, display

PASSPHRASE = "copper lantern drifts over quiet water"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"  # pyatspi is the system's, and not on PyPI
PACKAGES = ("at-spi2-core", "dbus", "python3-pyatspi", "gir1.2-atspi-2.0")
READ = """
import json, pyatspi
def walk(node, into, deep=0):
    if node is None or deep > 40:
        return
    states = node.getState()
    if states.contains(pyatspi.STATE_SHOWING):
        into.append([node.getRoleName(), node.name, states.contains(pyatspi.STATE_FOCUSABLE)])
    for child in node:
        walk(child, into, deep + 1)
found = []
for program in pyatspi.Registry.getDesktop(0):
    if program is not None and program.toolkitName == "Qt":
        walk(program, found)
print(json.dumps(found))
"""


LINES = """
import json, sys, pyatspi
def walk(node):
    if node is None:
        return
    if node.getRoleName() == "text" and node.name == sys.argv[1]:
        text = node.queryText()
        at = [text.getTextAtOffset(place, pyatspi.TEXT_BOUNDARY_LINE_START) for place in range(text.characterCount)]
        print(json.dumps([line for line, _, _ in at]))
        sys.exit()
    for child in node:
        walk(child)
for program in pyatspi.Registry.getDesktop(0):
    if program is not None and program.toolkitName == "Qt":
        walk(program)
"""
LISTEN = """
import pyatspi
def said(event):
    print(event.any_data, flush=True)
pyatspi.Registry.registerEventListener(said, "object:announcement")
print("listening", flush=True)
pyatspi.Registry.start()
"""


def missing() -> list[str]:
    """The system's packages that are not here. Debian's list of packages says so; elsewhere all of them are missing."""
    try:
        status = [subprocess.run(["dpkg-query", "-W", "-f", "${Status}", p], capture_output=True) for p in PACKAGES]
    except FileNotFoundError:
        return list(PACKAGES)
    return [p for p, found in zip(PACKAGES, status, strict=True) if b"install ok installed" not in found.stdout]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A display, a session bus and an accessibility bus of their own; gives the display's name."""
    if lacking := missing():
        pytest.skip(f"needs system packages that packaging/test.sh installs where it may: {' '.join(lacking)}")
    with display() as screen:
        session = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
        )
        assert session.stdout is not None
        address = session.stdout.readline().strip()
        assert address, "dbus is installed, and its session bus did not start"
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DISPLAY", screen)
        monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
        monkeypatch.setenv("QT_LOGGING_RULES", "qt.accessibility.atspi.warning=false")  # what Qt itself lacks
        launcher = subprocess.Popen([str(LAUNCHER), "--launch-immediately"], stderr=subprocess.DEVNULL)
        try:
            yield screen
        finally:
            for process in (launcher, session):
                process.terminate()
                process.wait()
            session.stdout.close()


def read() -> list[tuple[str, str, bool]]:
    """(role, name, whether it can have the focus) of all that the bus tells of the program."""
    done = subprocess.run([SYSTEM_PYTHON, "-c", READ], capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, f"the accessibility bus is installed and could not be read:\n{done.stderr}"
    return [(role, name, focusable) for role, name, focusable in json.loads(done.stdout)]


def lines(name: str) -> list[str]:
    """The line that a screen reader says at each place of a box of that name."""
    done = subprocess.run([SYSTEM_PYTHON, "-c", LINES, name], capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def heard(role: str, name: str) -> list[tuple[str, str, bool]]:
    """What the bus tells, once that control is there."""
    end, found = time.monotonic() + PATIENCE, []
    while time.monotonic() < end:
        found = read()
        if any((r, n) == (role, name) for r, n, _ in found):
            return found
        time.sleep(0.5)
    raise AssertionError(f"nobody hears of {role} {name!r}; what is heard: {found}")


class Listener:
    """Writes down what is announced on the bus, as a screen reader would say it."""

    def __init__(self, folder: Path) -> None:
        self._to = folder / "announced"
        with self._to.open("w") as out:
            self._process = subprocess.Popen([SYSTEM_PYTHON, "-c", LISTEN], stdout=out, stderr=subprocess.PIPE)
        self.until(["listening"])

    def until(self, wanted: list[str]) -> None:
        """Wait until just this was announced."""
        end, found = time.monotonic() + PATIENCE, [""]
        while found != wanted and time.monotonic() < end:
            time.sleep(0.2)
            found = self._to.read_text().splitlines()
        assert found == wanted

    def stop(self) -> None:
        self._process.terminate()
        self._process.communicate()


@pytest.fixture
def listener(bus: str, tmp_path: Path) -> Iterator[Listener]:
    made = Listener(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def inspection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An inspection with one case, on the laptop whose folder is in INSPECTOR_HOME."""
    monkeypatch.setenv("INSPECTOR_HOME", str(tmp_path / "laptop"))
    laptop = Laptop(tmp_path / "laptop")
    laptop.create_identity("Ruth Ashdown", "Lead inspector", PASSPHRASE)
    workspace = Workspace.create(laptop, laptop.new_path("Wexborough"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
    workspace.add_case("C01", "children")
    workspace.close()
    return workspace.path


def test_the_case_page_says_names_and_roles_over_the_bus(bus: str, inspection: Path) -> None:
    window = Window(bus, Path(os.environ["INSPECTOR_HOME"]), str(inspection))
    heard("password text", "Passphrase")
    window.type(PASSPHRASE)
    window.keys("Return")
    window.wait_for_title("Wexborough")
    window.keys("ctrl+2", "Return")
    window.wait_for_title("C01")
    found = heard("panel", "Prompt a, unanswered")
    roles = {(role, name) for role, name, _ in found}
    assert {("check box", "Prompt a: Yes"), ("check box", "Prompt a: No")} <= roles, sorted(roles)
    assert ("list", "Key questions") in roles
    controls = [(role, name) for role, name, focusable in found if focusable and role != "table cell"]
    assert len(controls) > 20
    assert [role for role, name in controls if not name.strip()] == []
    print(
        f"\nof the case page over the bus: {len(found)} parts seen, {len(controls)} that take the keyboard, all named"
    )
    window.keys("y")
    heard("panel", "Prompt a, Yes")
    window.keys("Up", "Return")
    heard("text", "Note on prompt a")
    window.type("ab")
    window.keys("Return", "Return")
    window.type("cd")
    window.until(
        lambda: lines("Note on prompt a") == ["ab", "ab", "ab", "", "cd", "cd"], "an empty line that reads as empty"
    )
    window.close()
    assert window.errors == ""


def test_a_journey_is_announced_over_the_bus_as_often_as_something_happens(
    bus: str, inspection: Path, listener: Listener
) -> None:
    window = Window(bus, Path(os.environ["INSPECTOR_HOME"]), str(inspection))
    heard("password text", "Passphrase")
    window.type(PASSPHRASE)
    window.keys("Return")
    window.wait_for_title("Wexborough")
    window.keys("ctrl+2", "Return")
    window.wait_for_title("C01")
    heard("panel", "Prompt a, unanswered")
    said = ["listening"]
    window.keys("y", "n")
    listener.until([*said, "Prompt a: Yes. Prompt b: No. 51 gaps. Saved."])
    said.append("Prompt a: Yes. Prompt b: No. 51 gaps. Saved.")
    window.keys("Return")
    window.type("He was seen at home, and his school was asked. " * 4, delay_ms=20)
    listener.until([*said, "Saved."])
    said.append("Saved.")
    window.lock()
    said.append("Locked. Type your passphrase to continue.")
    listener.until(said)
    print(f"\nannounced over the bus in a journey of two answers, 188 letters and a lock: {len(said) - 1}")
    window.close()
    assert window.errors == ""
