"""What the test command does with what its checks find, tried with tools that only say that they were called."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "test.sh"
TOOLS = ("ruff", "mypy", "lint-imports", "python")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script of Unix")


def ran(top: Path, finds: str = "", *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command in a checkout of its own, where that tool finds something."""
    for folder in ("packaging", ".venv/bin", "tests"):
        (top / folder).mkdir(parents=True)
    (top / "packaging" / "test.sh").write_text(SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")
    functions = "\n".join(
        f"{name}() {{ :; }}" for name in ("install_system_packages", "install_python_packages", "say")
    )
    names = "OFFSCREEN_LIBRARIES= DISPLAY_LIBRARIES= TEST_TOOLS= SCREEN_READER_TOOLS="
    (top / "packaging" / "setup.sh").write_text(f"{names}\n{functions}\n", encoding="utf-8")
    for tool in TOOLS:
        made = top / ".venv" / "bin" / tool
        made.write_text(f'#!/bin/sh\necho "{tool} $*"\nexit {int(tool == finds)}\n', encoding="utf-8")
        made.chmod(0o755)
    line = ["sh", "packaging/test.sh", *arguments]
    return subprocess.run(line, cwd=top, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("tool", ["ruff", "mypy", "lint-imports"])
def test_what_a_check_finds_is_shown_and_no_test_is_run(tmp_path: Path, tool: str) -> None:
    done = ran(tmp_path / "top", tool)
    assert done.returncode != 0
    assert f"\n{tool} " in f"\n{done.stdout}"
    assert "python -m pytest" not in done.stdout


def test_where_no_check_finds_anything_the_tests_are_run_with_what_was_asked_and_then_the_last_release_is_compared(
    tmp_path: Path,
) -> None:
    done = ran(tmp_path / "one")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-2:] == [
        "python -m pytest -n auto --dist worksteal", "python -m tests.benchmarks.gate",
    ]  # fmt: skip
    assert ran(tmp_path / "other", "", "-x").stdout.splitlines()[-1] == "python -m pytest -n auto --dist worksteal -x"


def test_tests_that_fail_fail_the_command(tmp_path: Path) -> None:
    assert ran(tmp_path / "top", "python").returncode != 0
