"""What a program says it is at: found while it lives, and cleared up after it, on each system in its way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.core import claims
from inspector_app.core.claims import Claim

_HOLDS = """
import sys
from pathlib import Path
from inspector_app.core import claims
claims._RENAMED_WHILE_OPEN = sys.argv[2] == "True"
claims.Claim(Path(sys.argv[1]), {"at": "work"})
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture(params=[True, False], ids=["renamed", "named at once, as on Windows"])
def renamed(request, monkeypatch) -> bool:
    """Whether the system renames files that are open; where it does not, to try is an error."""
    monkeypatch.setattr(claims, "_RENAMED_WHILE_OPEN", request.param)
    if not request.param:

        def refuse(path: Path, _to: Path) -> None:
            raise PermissionError(13, "Sharing violation", str(path))

        monkeypatch.setattr(Path, "replace", refuse)
    return bool(request.param)


def test_a_claim_is_found_while_it_is_held_and_not_afterwards(tmp_path, renamed):
    with Claim(tmp_path, {"at": "wörk"}) as claim:
        assert claims.held(tmp_path) == [(claim.path, {"at": "wörk"})]
        assert list(claims.left(tmp_path)) == []
    assert claims.held(tmp_path) == []
    assert list((tmp_path / "claims").iterdir()) == []


def test_what_a_killed_program_claimed_is_left_to_be_cleared_up(tmp_path, renamed):
    line = [sys.executable, "-c", _HOLDS, str(tmp_path), str(renamed)]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        assert [about for _, about in claims.held(tmp_path)] == [{"at": "work"}]
        assert list(claims.left(tmp_path)) == []
        program.kill()
    assert claims.held(tmp_path) == []
    assert [about for _, about in claims.left(tmp_path)] == [{"at": "work"}]


@pytest.mark.skipif(os.name == "nt", reason="a full disk is simulated by a failing call")
def test_a_claim_that_cannot_be_written_leaves_nothing(tmp_path, renamed, monkeypatch):
    def full(_file: int, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        Claim(tmp_path, {})
    assert list((tmp_path / "claims").iterdir()) == []
