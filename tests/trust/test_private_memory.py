"""What the system is asked to do for the program's memory, and how the program is started anew in its own place."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.core import memory
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.window import anew
from inspector_app.ui.window.anew import Handed
from tests.conftest import PASSPHRASE

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="prctl and /proc are Linux's")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows replaces no process")
GET_DUMPABLE = 3


def ran(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout


@LINUX
def test_no_other_program_of_the_person_may_look_into_it() -> None:
    assert ctypes.CDLL(None).prctl(GET_DUMPABLE, 0, 0, 0, 0) == 1  # as the system begins a process
    looked = (
        "import ctypes, sys; sys.argv[1:] = ['frameworks', 'list']; from inspector_app.__main__ import main; main();"
    )
    assert ran(f"{looked} print(ctypes.CDLL(None).prctl({GET_DUMPABLE}, 0, 0, 0, 0))").splitlines()[-1] == "0"


@LINUX
def test_the_keys_of_an_unlocked_laptop_are_kept_from_the_swap(laptop: Laptop) -> None:
    script = (
        "from inspector_app.core.services.profile.laptop import Laptop; l = Laptop();"
        "locked = lambda: next(line for line in open('/proc/self/status') if line.startswith('VmLck'));"
        f"print(locked().split()[1]); l.unlock({PASSPHRASE!r}); print(locked().split()[1])"
    )
    before, after = ran(script).split()
    assert int(before) == 0
    assert int(after) >= 4  # kB: a page at the least


@POSIX
def test_a_system_that_lends_no_such_memory_refuses_nothing() -> None:
    script = (
        "import resource; resource.setrlimit(resource.RLIMIT_MEMLOCK, (0, 0));"
        "from inspector_app.core import memory; print(memory.keep_from_swap([b'k' * 32, 'k' * 70]))"
    )
    assert ran(script).strip() in ("False", "True")  # True to the machine's administrator, whom no limit binds
    assert memory.keep_from_swap([]) is True


@POSIX
def test_the_new_program_has_no_file_and_no_secret_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "open").write_text("x", encoding="utf-8")
    (tmp_path / "new.py").write_text(
        "import os, sys\n"
        "opened = [os.readlink(f'/dev/fd/{n}') for n in os.listdir('/dev/fd') if os.path.exists(f'/dev/fd/{n}')]\n"
        "print(os.getpid(), sys.argv[1:], [n for n in opened if n.endswith('open')], 'INSPECTOR_PASSPHRASE' in os.environ)",
        encoding="utf-8",
    )
    script = (
        "import os, sys; from inspector_app.core import itself; from inspector_app.ui.window import anew;"
        f"itself.command = lambda given: [sys.executable, {str(tmp_path / 'new.py')!r}, *given];"
        f"os.set_inheritable(os.open({str(tmp_path / 'open')!r}, os.O_RDONLY), True); print(os.getpid(), flush=True);"
        "anew.start_anew(anew.Handed('abc', 'behind'))"
    )
    environment = {**os.environ, "INSPECTOR_PASSPHRASE": PASSPHRASE}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    number, said = done.stdout.splitlines()
    assert said == f"{number} ['--locked', 'abc', 'behind'] [] False"


@POSIX
def test_where_no_program_can_be_started_whoever_asked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(anew, "_keep_no_file_open", lambda: None)  # of this process, which goes on
    anew.start_anew(Handed())
