"""A passphrase's work is done in a process of its own: the window goes on meanwhile, and nothing of it is told to anybody."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core import itself
from inspector_app.core.crypto import age_head, apart
from inspector_app.core.crypto.seal import NotOpenedError
from tests.told_early import NOTHING, looks

PASSPHRASE, CONTENT = "seven lamps by the river é", os.urandom(300_000)
TURNS = 20  # of some hundred; where the library holds the lock there are one or two


@pytest.fixture(scope="module")
def turns_and_sealed() -> tuple[int, bytes]:
    """How many turns another thread had while one sealed, and what came of it."""
    made: list[bytes] = []
    done = threading.Event()
    sealing = threading.Thread(target=lambda: (made.append(apart.sealed(PASSPHRASE, CONTENT)), done.set()))
    sealing.start()
    turns = 0
    while not done.wait(0.005):
        turns += 1
    sealing.join()
    return turns, made[0]


def test_others_have_their_turns_while_it_is_sealed(turns_and_sealed: tuple[int, bytes]) -> None:
    assert turns_and_sealed[0] > TURNS


def test_what_is_sealed_apart_opens_with_the_passphrase_and_no_other(turns_and_sealed: tuple[int, bytes]) -> None:
    assert apart.opened(PASSPHRASE, turns_and_sealed[1]) == CONTENT
    assert age_head.work(turns_and_sealed[1]) > apart._QUICK
    with pytest.raises(NotOpenedError):
        apart.opened("another", turns_and_sealed[1])
    with pytest.raises(NotOpenedError):
        apart.opened(PASSPHRASE, b"none of ours")


def test_neither_command_line_nor_environment_says_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[list[str], dict[str, str]]] = []

    def start(line: list[str], **how: Any) -> subprocess.Popen[bytes]:
        seen.append((line, how["env"]))
        raise OSError

    monkeypatch.setenv(itself.PASSPHRASE, "of the keyring")
    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setattr(apart, "_seal", lambda _passphrase, _plain: b"sealed")
    assert apart.sealed(PASSPHRASE, CONTENT) == b"sealed", "where no process can be started it is done here"
    [(line, told)] = seen
    assert line == itself.command([apart.SWITCH, "seal"])
    assert itself.PASSPHRASE not in told


def test_where_no_process_can_be_started_it_is_done_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(itself, "command", lambda _: [str(tmp_path / "gone")])
    monkeypatch.setattr(apart, "_seal", lambda passphrase, plain: f"{passphrase}: ".encode() + plain)
    assert apart.sealed("one", b"two") == b"one: two"


def test_a_process_that_fails_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(itself, "command", lambda _: [sys.executable, "-c", "raise SystemExit(3)"])
    monkeypatch.setattr(apart, "_seal", lambda _passphrase, plain: plain)
    assert apart.sealed("one", b"two") == b"two"


@pytest.mark.skipif(sys.platform == "win32", reason="looks at its input without waiting")
def test_it_is_told_nothing_before_it_is_sure_to_end_with_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it would be told while it begins, a lock in that moment would leave it with."""
    told = tmp_path / "told"
    monkeypatch.setattr(itself, "command", lambda _: looks(told))
    monkeypatch.setattr(apart, "_seal", lambda _passphrase, plain: plain)
    assert apart.sealed("one", b"two") == b"two", "it is done here"
    assert told.read_bytes() == NOTHING


STARTS_ONE = """
import os, signal, subprocess, sys, threading
from inspector_app.core.crypto import apart
told = threading.Event()
class Told(subprocess.Popen):
    def communicate(self, *what):
        helper.append(self.pid)
        told.set()
        return super().communicate(*what)
helper, subprocess.Popen = [], Told
threading.Thread(target=apart.sealed, args=("seven lamps", os.urandom(30_000_000)), daemon=True).start()
told.wait()
os.kill(helper[0], signal.SIGSTOP)  # by itself it does not come to its end now
print(helper[0], flush=True)
os.execv(sys.executable, [sys.executable, "-c", "import sys; sys.stdin.read()"])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the lock of other systems starts another process")
def test_it_ends_with_the_program_that_was_locked_and_began_anew() -> None:
    """The lock leaves no passphrase in anybody's memory: the program becomes a new one, and its helper is killed with it."""
    with subprocess.Popen([sys.executable, "-c", STARTS_ONE], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin
        assert program.stdout
        helper = Path("/proc") / program.stdout.readline().decode().strip()
        for _ in range(1000):  # turns that it is given to end in
            if not _runs(helper):
                break
            time.sleep(0.02)
        locked = program.poll() is None
        program.stdin.close()
    assert locked, "the program lives on as a new one"
    left = _runs(helper)
    if left:
        os.kill(int(helper.name), signal.SIGKILL)
    assert not left


def _runs(process: Path) -> bool:
    try:
        return process.joinpath("stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
