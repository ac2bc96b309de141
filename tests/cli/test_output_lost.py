"""Where nobody can be told: a full disk behind `>`, streams that are closed; and a system of another language or no home."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app.core.services.documents.exchange import sample_document
from tests.conftest import PASSPHRASE, set_up

Go = Callable[..., "subprocess.CompletedProcess[str]"]
FULL = Path("/dev/full")
full = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
posix = pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes streams")
SAID = f"rate {sample_document()}"


@pytest.fixture
def go(tmp_path: Path) -> Go:
    """Runs a command in a process of its own, with the last words of a shell's line behind it."""

    def go(command: str, behind: str = "", *python: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        line = ["sh", "-c", f'exec "$@" {behind}', "sh", sys.executable, *python, "-m", "inspector_app"]
        return subprocess.run(
            [*line, *command.split()],
            env={**os.environ, "INSPECTOR_HOME": str(tmp_path / "profile"), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return go


@full
@pytest.mark.parametrize("command", [SAID, f"{SAID} --json", "frameworks show iyjwcv-2025", "frameworks list"])
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["held back", "at once"])
def test_what_the_disk_behind_the_output_does_not_take_is_said_in_one_line(
    go: Go, command: str, python: tuple[str, ...]
) -> None:
    done = go(command, f"> {FULL}", *python)
    assert done.returncode == 3
    assert done.stderr == (
        "inspector-app: What the command says could not be written (No space left on device). "
        "What it was asked to do is done; have it say so elsewhere.\n"
    )


@full
def test_where_the_complaint_cannot_be_written_either_the_status_says_it(go: Go) -> None:
    assert go(SAID, f"> {FULL} 2> {FULL}").returncode == 3
    assert go("rate nothing.json", f"2> {FULL}").returncode == 3


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_failure(go: Go, closed: str) -> None:
    done = go(SAID, closed)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("Score 4/12" in done.stdout) == (">&-" not in closed.replace("2>&-", ""))


@posix
@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_a_command_on_an_inspection_does_the_same_with_a_stream_closed(go: Go, tmp_path: Path, closed: str) -> None:
    """Long work says how far it is, and a file must not get the number of a stream."""
    secret, work = tmp_path / "secret", tmp_path / "a.inspection"
    secret.write_text(PASSPHRASE)
    under = f"--passphrase-file {secret}"
    elsewhere = {"INSPECTOR_HOME": str(tmp_path / "another laptop")}
    assert go(f"identity new --person Ruth {under}", closed, **elsewhere).returncode == 0
    set_up(tmp_path / "profile")  # which every command opens at once
    new = f"new {work} --framework iyjwcv-2025 --service Trafford --start 2025-03-24 {under}"
    commands = (
        f"import {sample_document()} --into {work} {under}",
        f"check {work} {under}",
        f"report {work} -o {tmp_path / 'a.pdf'} {under}",
    )
    assert [go(command, closed).returncode for command in (new, *commands)] == [0] * 4
    assert go(f"judge {work} C99 2.1.1 yes {under}", closed).returncode == 3
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "xx_YY.nonsense", "TZ": "Nowhere/Such"},
        {"HOME": ""},
        {"HOME": "/nonexistent", "TERM": "", "COLUMNS": "0"},
        {"PYTHONOPTIMIZE": "2"},
    ],
)
def test_no_language_home_or_mode_of_the_system_is_a_failure(go: Go, environment: dict[str, str]) -> None:
    for command in (SAID, "frameworks list", "--help"):
        done = go(command, **environment)
        assert (done.returncode, done.stderr) == (0, "")
