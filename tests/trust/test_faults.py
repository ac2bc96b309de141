"""Killed, out of space or failed by the disk at any call to the system: nothing acknowledged is lost, and all is said.

Every operation that writes is tried, among them backup, restore, recover and joining. What a killed one leaves half made is
cleared at the next start. `--faults N` tries more.
"""

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

FAULTS = Path(__file__).parent / "faults"
KILLED = ("killed before", "half written, then killed", "killed after")
ENDINGS = (".pdf", ".docx", ".odt", ".html", ".xlsx", ".csv", ".zip")
pytestmark = pytest.mark.timeout(4 * 3600)


class Injector:
    """Lets calls go wrong, in the one laptop and inspection that it has prepared, laid out anew for each run."""

    def __init__(self, shim: Path, folder: Path, complaints: IO[str]) -> None:
        root = Path(__file__).parents[2]
        self._complaints = complaints
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.faults.injector", folder],
            env={**os.environ, "LD_PRELOAD": str(shim), "PYTHONPATH": str(root)}, cwd=root, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=complaints, text=True,
        )  # fmt: skip

    def run(self, *asked: str | int) -> list[dict[str, object]]:
        """What it says of each of its runs."""
        assert self._running.stdin
        assert self._running.stdout
        self._running.stdin.write(f"{json.dumps(asked)}\n")
        self._running.stdin.flush()
        said = []
        while (line := self._running.stdout.readline()) != "\n":
            assert line, Path(self._complaints.name).read_text()[-2000:]
            said.append(json.loads(line))
        return said

    def end(self) -> None:
        self._running.communicate()


@pytest.fixture(scope="module")
def injector(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Injector]:
    """One with what makes calls go wrong compiled."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    folder = tmp_path_factory.mktemp("faults")
    shim = folder / "faults.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, FAULTS / "faults.c", "-ldl"], check=True)
    with (folder / "complaints").open("w") as complaints:
        made = Injector(shim, folder / "there", complaints)
        yield made
        made.end()


def test_whatever_call_goes_wrong_nothing_acknowledged_is_lost(
    injector: Injector, seed: int, request: pytest.FixtureRequest
) -> None:
    runs = int(request.config.getoption("--faults"))
    found = injector.run("at random", runs, seed)
    tried = [one for one in found if one["fault"]]
    assert len(tried) == runs
    wrong = [one for one in found if one["wrong"]]
    assert not wrong, f"seed {seed}:\n" + "\n".join(map(json.dumps, wrong[:20]))
    assert all(one["outcome"] == "done" for one in found if not one["fault"]), "done where nothing goes wrong"
    if runs >= 40:
        assert len(Counter(one["outcome"] for one in tried)) == 3, (
            "some are killed, some refused, and some done all the same"
        )


@pytest.mark.parametrize(
    ("operation", "fault", "first", "last"),
    [
        ("new", "disk fails once", 1, 30),  # a log that could not be made was called a file that was moved
        ("open_after_a_kill", "disk fails once", 1, 3),  # it was called a file that one may not write
        ("export_parts", "disk fails once", 1, 80),  # of two parts the first stayed
        ("restore", "disk full", 230, 400),  # the file that was moved aside was not back at the next start
    ],
)
def test_a_disk_that_fails_is_called_that_and_leaves_nothing_half_there(
    injector: Injector, operation: str, fault: str, first: int, last: int
) -> None:
    found = injector.run("each", operation, fault, first, last)
    assert found
    assert [one for one in found if one["wrong"]] == []


def test_a_draft_killed_at_the_moment_of_writing_leaves_the_former_file_or_the_new_one(
    injector: Injector, seed: int, request: pytest.FixtureRequest
) -> None:
    """At each call between the first byte and the note that it left, in one format of a run; in all with --faults 400."""
    chance, every = random.Random(seed), int(request.config.getoption("--faults")) >= 400
    for ending in ENDINGS if every else [chance.choice(ENDINGS)]:
        for how in ("", "named") if every else [chance.choice(["", "named"])]:
            for fault in KILLED if every else KILLED[1:]:
                found = injector.run("each", f"save {how}{ending}", fault, 1, 100)
                assert [one for one in found if one["wrong"]] == [], f"seed {seed}"
                assert Counter(one["outcome"] for one in found)["killed"] == len(found) > 5
