"""A program killed at any moment while a report, a table or an archive is written leaves nothing in plain behind."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.conftest import PASSPHRASE

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc"),
    pytest.mark.timeout(3600),  # with --long
]
ENDINGS = (".pdf", ".docx", ".odt", ".html", ".xlsx", ".zip", ".csv", ".json")
_EXPORTED = (".zip", ".csv", ".json")
_MARK = "KILLED_WHILE_WRITING"  # in the environment of all that the program starts
_PROGRAM = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import reports
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
for line in sys.stdin:
    file, path = map(Path, line.rstrip("\\n").split("\\t"))
    if child := os.fork():
        print(child, flush=True)
        os.waitpid(child, 0)
        print("over", flush=True)
        continue
    laptop = Laptop(Path(os.environ["INSPECTOR_HOME"]))
    laptop.unlock(sys.argv[1])
    workspace = Workspace.open(laptop, file)
    if path.suffix in sys.argv[2].split():
        exchange.export(workspace, path)
    else:
        report = reports.composed(workspace.framework, workspace.inspection(), datetime.now(UTC))
        reports.save(reports.write_apart(report, path.suffix, Ticket()), path, laptop, (path.suffix,))
    os._exit(0)
"""


class Program:
    """Writes what it is told in a process of its own for each, which can be killed; all it starts is known by a mark."""

    def __init__(self, temporary: Path) -> None:
        self.mark = f"{_MARK}={os.getpid()}.{time.monotonic_ns()}"
        name, value = self.mark.split("=")
        self._running = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, PASSPHRASE, " ".join(_EXPORTED)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, name: value, "TMPDIR": str(temporary)},
        )

    def writes(self, file: Path, path: Path) -> int:
        """The process that writes the file."""
        assert self._running.stdin
        assert self._running.stdout
        self._running.stdin.write(f"{file}\t{path}\n")
        self._running.stdin.flush()
        return int(self._running.stdout.readline())

    def over(self) -> None:
        """Wait until it has ended, and all that it started."""
        assert self._running.stdout
        assert self._running.stdout.readline() == "over\n"
        deadline = time.monotonic() + 20
        while [pid for pid in self.all() if pid != self._running.pid]:
            assert time.monotonic() < deadline, "it left a process behind"
            time.sleep(0.01)

    def all(self) -> list[int]:
        """Every process that has the mark."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if self.mark.encode() in (place / "environ").read_bytes():
                    found.append(int(place.name))
        return found

    def end(self) -> None:
        with self._running:
            assert self._running.stdin
            self._running.stdin.close()


@pytest.fixture
def program(profile: Path, tmp_path: Path) -> Iterator[Program]:
    (tmp_path / "temporary").mkdir()
    made = Program(tmp_path / "temporary")
    yield made
    made.end()


def whole(path: Path) -> bool:
    """Whether a file of any of these kinds is all there."""
    data = path.read_bytes()
    if path.suffix in (".docx", ".odt", ".xlsx", ".zip"):
        with ZipFile(path) as packed:
            return packed.testzip() is None
    ends = {".pdf": b"%%EOF", ".html": b"</html>", ".json": b"}", ".csv": b""}
    return len(data) > 100 and data.rstrip().endswith(ends[path.suffix])


def test_a_program_killed_while_it_writes_leaves_the_old_file_or_the_new_and_nothing_else(
    workspace: Workspace, laptop: Laptop, program: Program, seed: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The program, or the process in which it has a draft written; a process that is killed is done without."""
    chance, folder, file = random.Random(seed), tmp_path / "out", workspace.path
    workspace.editor.set("prompt", f"{workspace.case_rows()[0].id}/2.1.1/a", "note", "a child's canary")
    workspace.close()
    folder.mkdir()
    took: dict[str, float] = {}
    kinds = list(ENDINGS) * (40 if request.config.getoption("--long") else 1)
    for ending in kinds:
        path = folder / f"draft{ending}"
        path.write_bytes(b"old")
        begun, writer = time.monotonic(), program.writes(file, path)
        time.sleep(chance.random() * took.get(ending, 0.7))
        apart = [pid for pid in program.all() if pid not in (writer, program._running.pid)]
        dies = chance.choice(apart) if apart and chance.random() < 0.3 else writer
        with suppress(ProcessLookupError):
            os.kill(dies, signal.SIGKILL)
        program.over()
        took[ending] = max(took.get(ending, 0), time.monotonic() - begun)
        Laptop(laptop.folder).unlock(PASSPHRASE)  # the next start
        assert [place.name for place in folder.iterdir()] == [path.name], ending
        assert path.read_bytes() == b"old" or whole(path), ending
        assert not [place for place in (tmp_path / "temporary").rglob("*") if place.is_file()], ending
        left = [p for p in laptop.folder.rglob("*") if p.is_file() and p.stat().st_size < 10**7]
        assert not [p for p in left if b"canary" in p.read_bytes()], ending
        path.unlink()
