"""The clock is moved under a window that is open: by an hour and a day, to 1970 and to 2099, and back. For real: what the
program, Python and Qt ask the system for is another time from one moment to the next."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CLOCK = Path(__file__).parent / "faults" / "clock.c"
pytestmark = pytest.mark.timeout(1800)


def test_a_clock_that_is_moved_while_the_window_is_open_loses_nothing(tmp_path: Path) -> None:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    made, moved, root = tmp_path / "clock.so", tmp_path / "moved", Path(__file__).parents[2]
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, CLOCK], check=True)
    moved.write_bytes(bytes(8))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "tests/ui/moved_clock.py"],
        env={**os.environ, "LD_PRELOAD": str(made), "CLOCK_MOVED": str(moved)}, cwd=root, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "12 passed" in done.stdout or "............" in done.stdout
