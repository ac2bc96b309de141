"""A test that hangs is stopped, and one whose machine stood still is not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_STOPPED = """
import threading, time
from tests.patience import Patience
told = []
made = Patience(0.1)
made.start()
made.give(2, lambda: told.append(threading.current_thread() is threading.main_thread()))
print("begun", flush=True)
{act}
print(told)
"""
_HANGS = "while not told: time.sleep(0.01)"
_STANDS_STILL = "input()"
_DONE = "made.enough(); time.sleep(2.5)"


def started(act: str) -> "subprocess.Popen[str]":
    line = [sys.executable, "-c", _STOPPED.format(act=act)]
    made = subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert made.stdout is not None
    assert made.stdout.readline() == "begun\n"
    return made


@pytest.mark.parametrize(("act", "told"), [(_HANGS, "[True]\n"), (_DONE, "[]\n")], ids=["hangs", "is done"])
def test_the_main_thread_is_told_once_the_time_is_up(act: str, told: str) -> None:
    assert started(act).communicate() == (told, None)


def test_time_in_which_the_process_could_not_run_does_not_count() -> None:
    made = started(_STANDS_STILL)
    os.kill(made.pid, signal.SIGSTOP)
    time.sleep(3)  # it has two
    os.kill(made.pid, signal.SIGCONT)
    assert made.communicate("goes on\n") == ("[]\n", None)


def test_every_test_is_under_it(request: pytest.FixtureRequest) -> None:
    """The library's own timer is not set beside it."""
    assert request.config.getini("timeout") == "300"
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) not in (signal.SIG_DFL, None)
