"""Killed, out of space or failed by the disk at any call to the system: nothing acknowledged is lost, and all is said.

Every operation that writes is tried, among them backup, restore, recover and joining. What a killed one leaves half made is
cleared at the next start. `--faults N` tries more.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

FAULTS = Path(__file__).parent / "faults"
pytestmark = pytest.mark.timeout(4 * 3600)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What makes calls go wrong, compiled."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    made = tmp_path_factory.mktemp("shim") / "faults.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, FAULTS / "faults.c", "-ldl"], check=True)
    return made


def run(shim: Path, *arguments: str) -> list[dict[str, object]]:
    """What the injector says of each of its runs."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.trust.faults.injector", *arguments],
        env={**os.environ, "LD_PRELOAD": str(shim), "PYTHONPATH": str(root)}, cwd=root, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_whatever_call_goes_wrong_nothing_acknowledged_is_lost(
    shim: Path, tmp_path: Path, seed: int, request: pytest.FixtureRequest
) -> None:
    runs = int(request.config.getoption("--faults"))
    found = run(shim, str(tmp_path / "faults"), str(runs), str(seed))
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
    shim: Path, tmp_path: Path, operation: str, fault: str, first: int, last: int
) -> None:
    found = run(shim, str(tmp_path / "faults"), "each", operation, fault, str(first), str(last))
    assert found
    assert [one for one in found if one["wrong"]] == []
