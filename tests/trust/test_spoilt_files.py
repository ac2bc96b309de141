"""Every kind of file that the program reads, spoilt in every way: a sentence or what it says, within memory and time.

Cut, with bits and stretches that are others, numbers that are absurd; as JSON each leaf of a wrong type, nested deep, there
twice, NaN and half a character; as a packed file each part spoilt, missing, there twice, nested without an end, with
entities and millions of elements. `--fuzz N` tries N/200 of each kind; a failure is repeated with its seed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trust import spoiling

pytestmark = [
    pytest.mark.timeout(3600),
    pytest.mark.skipif(sys.platform != "linux", reason="the bound of memory is Linux's"),
]
KINDS = (
    "card",
    "document",
    "table",
    "settings",
    "backup",
    "file",
    "collection",
    "workbook",
    "calc",
    "draft",
    "record",
    "keyring",
)  # fmt: skip - the last, for no other opens after it


def test_a_spoilt_file_is_refused_in_a_sentence_or_read_within_memory_and_time(
    seed: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    runs, root = max(1, int(request.config.getoption("--fuzz")) // 200), Path(__file__).parents[2]
    arguments = (str(tmp_path / "there"), ",".join(KINDS), str(runs), str(seed))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.trust.spoiling", *arguments],
        env={**os.environ, "PYTHONPATH": str(root)}, cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one for one in said if one["wrong"]] == []
    assert (done.returncode, len(said)) == (0, runs * len(KINDS)), f"{said[-1:]}: {done.stderr[-2000:]}"


def test_what_goes_wrong_is_found(tmp_path: Path) -> None:
    """A reader that fails, one that asks for all memory, and one that never ends."""

    def fails(_path: Path) -> object:
        raise KeyError("here")

    def never_ends(_path: Path) -> object:
        while True:
            pass

    short = spoiling.LONGEST
    spoiling.LONGEST = 1
    try:
        with spoiling.watched():
            for read, said in ((fails, "KeyError"), (never_ends, "TooLong")):
                found = spoiling.outcome(spoiling.Kind("x", b"", read), tmp_path)
                assert found.startswith(said)
            assert spoiling.outcome(spoiling.Kind("x", b"", Path.exists), tmp_path) == ""
    finally:
        spoiling.LONGEST = short
