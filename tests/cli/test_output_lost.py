"""Where nobody can be told: a full disk behind `>`, streams that are closed; and a system of another language or no home."""

import os
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.services.documents.exchange import sample_document
from tests.conftest import PASSPHRASE, set_up
from tests.programs import CLOSED, OnTheirOwn

FULL = Path("/dev/full")
full = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
posix = pytest.mark.skipif(os.name == "nt", reason="a stream is closed as a shell of Unix closes it")
SAID = f"rate {sample_document()}"
ALL = ("stdin", "stdout", "stderr")


class Go:
    """Runs commands in processes of their own, on one laptop: forked, or by themselves where the start is tried."""

    def __init__(self, home: Path, programs: OnTheirOwn) -> None:
        self._home, self._programs = home, programs

    def __call__(
        self, command: str, *python: str, environment: dict[str, str] | None = None, **streams: Any
    ) -> tuple[int, str, str]:
        """Its status, what it said and what it complained of. A stream may be CLOSED, or FULL."""
        told = {**os.environ, "INSPECTOR_HOME": str(self._home), **(environment or {})}
        told.pop("PYTHONUNBUFFERED", None)  # a line says whether it is
        files = {name: FULL.open("wb") if given == FULL else given for name, given in streams.items()}
        done = self._programs.run([*python, "-m", "inspector_app", *command.split()], env=told, **files)
        for file in files.values():
            if file != CLOSED:
                file.close()
        return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def go(tmp_path: Path, forked: OnTheirOwn) -> Go:
    return Go(tmp_path / "profile", forked)


@pytest.fixture
def start(tmp_path: Path) -> Go:
    return Go(tmp_path / "profile", OnTheirOwn())


@full
@pytest.mark.parametrize("command", [SAID, f"{SAID} --json", "frameworks show iyjwcv-2025", "frameworks list"])
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["held back", "at once"])
def test_what_the_disk_behind_the_output_does_not_take_is_said_in_one_line(
    go: Go, command: str, python: tuple[str, ...]
) -> None:
    status, _, complaint = go(command, *python, stdout=FULL)
    assert status == 3
    assert complaint == (
        "inspector-app: What the command says could not be written (No space left on device). "
        "What it was asked to do is done; send what it says elsewhere.\n"
    )


@full
def test_where_the_complaint_cannot_be_written_either_the_status_says_it(go: Go) -> None:
    assert go(SAID, stdout=FULL, stderr=FULL)[0] == 3
    assert go("rate nothing.json", stderr=FULL)[0] == 3


@posix
@pytest.mark.parametrize("closed", [("stdin",), ("stdout",), ("stderr",), ALL], ids=" ".join)
def test_a_stream_that_is_closed_is_no_failure(go: Go, closed: tuple[str, ...]) -> None:
    status, said, complaint = go(SAID, **dict.fromkeys(closed, CLOSED))
    assert (status, complaint) == (0, "")
    assert ("Score 4/12" in said) == ("stdout" not in closed)


@posix
def test_it_is_none_either_for_one_that_begins_so(start: Go) -> None:
    """As the shell starts it (`<&- >&- 2>&-`), and not one that is forked."""
    assert start(SAID, **dict.fromkeys(ALL, CLOSED)) == (0, "", "")


@posix
@pytest.mark.parametrize("closed", [("stderr",), ALL], ids=" ".join)
def test_a_command_on_an_inspection_does_the_same_with_a_stream_closed(
    go: Go, tmp_path: Path, closed: tuple[str, ...]
) -> None:
    """Long work says how far it is, and a file must not get the number of a stream."""
    secret, work = tmp_path / "secret", tmp_path / "a.inspection"
    secret.write_text(PASSPHRASE)
    under, streams = f"--passphrase-file {secret}", dict.fromkeys(closed, CLOSED)
    elsewhere = {"INSPECTOR_HOME": str(tmp_path / "another laptop")}
    assert go(f"identity new --person Ruth {under}", environment=elsewhere, **streams)[0] == 0
    set_up(tmp_path / "profile")  # which every command opens at once
    new = f"new {work} --framework iyjwcv-2025 --service Trafford --start 2025-03-24 {under}"
    commands = (
        f"import {sample_document()} --into {work} {under}",
        f"check {work} {under}",
        f"report {work} -o {tmp_path / 'a.pdf'} {under}",
    )
    assert [go(command, **streams)[0] for command in (new, *commands)] == [0] * 4
    assert go(f"judge {work} C99 2.1.1 yes {under}", **streams)[0] == 3
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "xx_YY.nonsense", "TZ": "Nowhere/Such"},
        {"PYTHONOPTIMIZE": "2"},
    ],
)
def test_no_language_or_mode_of_the_system_is_a_failure(start: Go, environment: dict[str, str]) -> None:
    for command in (SAID, "frameworks list", "--help"):
        status, _, complaint = start(command, environment=environment)
        assert (status, complaint) == (0, "")


@pytest.mark.parametrize("environment", [{"HOME": ""}, {"HOME": "/nonexistent", "TERM": "", "COLUMNS": "0"}])
def test_no_home_or_terminal_is_a_failure(go: Go, start: Go, environment: dict[str, str]) -> None:
    """Python looks for the home when it starts, the program for all of them when it says something."""
    for command, runs in ((SAID, go), ("--help", go), ("frameworks list", start)):
        status, _, complaint = runs(command, environment=environment)
        assert (status, complaint) == (0, "")
