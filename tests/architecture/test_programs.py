"""A program that is forked is as one that was started: tests/programs.py stands in for `python -m inspector_app`."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.programs import CLOSED, PIPE, Forking, OnTheirOwn

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere none is forked")
OWN = OnTheirOwn()
STREAMS = (
    {},
    {"stdin": CLOSED},
    {"stdout": CLOSED},
    {"stderr": CLOSED},
    {"stdin": CLOSED, "stdout": CLOSED, "stderr": CLOSED},
)
_LOOKED = """
import json, os, signal, sys, tempfile, threading
def stream(made):
    if made is None:
        return None
    how = [type(made).__name__, made.name, made.mode, made.encoding, made.errors, made.line_buffering, made.write_through]
    return [*how, type(made.buffer).__name__, made.fileno(), made.isatty()]
os.umask(mask := os.umask(0))
found = {
    "streams": [stream(made) for made in (sys.stdin, sys.stdout, sys.stderr)],
    "same": [sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__],
    "said": sys.stdin and sys.stdin.read(), "argv": sys.argv, "path": sys.path, "name": __name__,
    "cwd": os.getcwd(), "environment": dict(os.environ), "umask": mask, "open": sorted(map(int, os.listdir("/dev/fd")))[:-1],
    "signals": [str(signal.getsignal(number)) for number in sorted(signal.valid_signals()) if number < 32],
    "group": [os.getpgid(0), os.getsid(0)], "tasks": len(os.listdir("/proc/self/task")), "threads": threading.active_count(),
    "temporary": tempfile.tempdir, "hooks": [sys.excepthook is sys.__excepthook__, sys.warnoptions],
}
open(os.environ["TOLD"], "w").write(json.dumps(found))
"""
_ENDINGS = {
    "nothing": "pass",
    "none": "import sys; sys.exit()",
    "a number": "import sys; sys.exit(3)",
    "a text": "import sys; sys.exit('why')",
    "a fault": "print('said'); 1 / 0",
    "killed": "import os; os.kill(os.getpid(), 9)",
    "left": "import os; print('never said'); os._exit(7)",
    "what is done at the end": "import atexit; atexit.register(print, 'at the end'); print('before', end=' ')",
    "a thread is waited for": "import threading, time; threading.Timer(0.05, print, ['late']).start()",
    "interrupted": "import os, signal; os.kill(os.getpid(), signal.SIGINT); print('it was told not to heed it')",
    "nobody reads": "import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1); print('lost')",
}
_NOT_SHARED = """
import gc, random, secrets, threading, uuid
gc.unfreeze()
held = [type(one).__name__ for one in gc.get_objects()]
assert not {"Connection", "Engine", "Cursor", "SSLContext"} & set(held), held
assert threading.active_count() == 1
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
import pyrage, sqlcipher3, tempfile
base = sqlcipher3.connect(":memory:")
print(random.random(), secrets.token_hex(8), uuid.uuid4(), Ed25519PrivateKey.generate().private_bytes_raw().hex(),
    pyrage.x25519.Identity.generate(), base.execute("select hex(randomblob(8))").fetchone()[0], tempfile.mktemp())
"""


@pytest.fixture(params=STREAMS, ids=lambda closed: " ".join(closed) or "all open")
def streams(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


def ended(done: "subprocess.CompletedProcess[bytes]") -> tuple[int, bytes, bytes]:
    """How it ended and what it said, but for where in which file it failed."""
    last = [line for line in done.stderr.splitlines() if not re.match(rb"\s|Traceback", line)]
    return done.returncode, done.stdout, b"\n".join(last)


@pytest.mark.parametrize("python", [(), ("-u",)], ids=["held back", "at once"])
def test_it_begins_as_one_that_was_started(
    forked: Forking, streams: dict[str, Any], python: tuple[str, ...], tmp_path: Path
) -> None:
    told, looked = tmp_path / "told", []
    environment = {**os.environ, "TOLD": str(told), "ONLY_HERE": "é"}
    environment.pop("PYTHONUNBUFFERED", None)
    for programs in (OWN, forked):
        line = [*python, "-c", _LOOKED, "one", "two words"]
        done = programs.run(line, given=b"a\r\nb\n", env=environment, cwd=tmp_path, **streams)
        assert (done.returncode, done.stderr) == (0, b"")
        looked.append(json.loads(told.read_text()))
    assert looked[1] == looked[0]


def test_files_are_its_streams_and_others_are_not_its_own(forked: Forking, tmp_path: Path) -> None:
    """What the tests have open, and what other programs were given, is not open in it; a file is written where one is."""
    out = tmp_path / "out"
    with out.open("wb") as file:
        done = forked.run(["-c", "import os; print(sorted(map(int, os.listdir('/dev/fd')))[:-1])"], stdout=file)
    assert (done.returncode, out.read_bytes()) == (0, b"[0, 1, 2]\n")


@pytest.mark.parametrize("code", _ENDINGS.values(), ids=_ENDINGS)
def test_it_ends_as_one_that_was_started(forked: Forking, code: str) -> None:
    assert ended(forked.run(["-c", code])) == ended(OWN.run(["-c", code]))


def test_its_door_is_the_programs_own(forked: Forking, streams: dict[str, Any]) -> None:
    for words in ("frameworks list", "frameworks nothing"):
        line = ["-m", "inspector_app", *words.split()]
        assert ended(forked.run(line, **streams)) == ended(OWN.run(line, **streams)), words


def test_what_draws_and_what_is_open_begins_after_the_fork(forked: Forking) -> None:
    drawn = [forked.run(["-c", _NOT_SHARED]) for _ in range(2)]
    assert [done.stderr for done in drawn] == [b"", b""]
    assert not set(drawn[0].stdout.split()) & set(drawn[1].stdout.split())


def test_a_kill_ends_the_very_process_and_no_other(forked: Forking) -> None:
    first, second = (forked.start(["-c", "print('on', flush=True); input()"], PIPE, PIPE) for _ in range(2))
    assert first.stdout
    assert second.stdout
    assert [first.stdout.readline(), second.stdout.readline()] == [b"on\n", b"on\n"]
    os.kill(first.pid, signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL
    assert second.communicate(b"\n") == (b"", b"")
    assert second.wait() == 0


def test_what_python_reads_at_its_start_cannot_be_told_to_it(forked: Forking) -> None:
    for name in ("PYTHONIOENCODING", "LC_ALL", "TZ", "LD_PRELOAD"):
        with pytest.raises(AssertionError, match="of its own"):
            forked.run(["-c", "pass"], env={**os.environ, name: "other"})
