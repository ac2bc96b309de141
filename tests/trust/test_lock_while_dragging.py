"""A note that is being dragged when it locks is let go: nothing of it lies over the unlock page, nobody gets it dropped."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.display import display


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("xdotool"), reason="a real mouse on a real display")
def test_what_is_dragged_is_let_go_and_the_selection_is_cleared(tmp_path: Path) -> None:
    with display() as name:
        environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "INSPECTOR_HOME": str(tmp_path)}
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        command = [sys.executable, "-m", "tests.trust.dragging_program", str(tmp_path)]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert ran.stdout.splitlines() == ["before 1 1", "after 0 0"], ran.stderr
