"""A restore that is tried in a temporary place: what is compared, and that nothing is left of it."""

import os
import signal
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector_app.core.claims import Claim
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups, rehearsing
from inspector_app.core.services.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.programs import OnTheirOwn

NOTICE = ("inspection", "inspection", "notice")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_newest_backup_and_second_copy_come_back_and_nothing_is_left(
    workspace: Workspace, laptop: Laptop, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drive").mkdir()
    backups.name_second_folder(laptop, tmp_path / "drive")
    workspace.editor.set(*NOTICE, "A heron stood in the beck")
    backups.make(workspace, backups.Why.ASKED)
    workspace.editor.set(*NOTICE, "typed since")
    seen: list[bytes] = []
    look_into = rehearsing.look_into
    monkeypatch.setattr(
        rehearsing, "look_into", lambda path, *key: (seen.append(path.read_bytes()), look_into(path, *key))[1]
    )
    before = workspace.path.read_bytes()
    first, second = rehearsing.rehearse(laptop, workspace.path)
    assert [first.second, second.second] == [False, True]
    assert all((t.cases, t.of, t.problems) == (4, 4, ()) for t in (first, second))
    assert list(place.iterdir()) == []
    assert len(seen) == 3
    assert not [data for data in seen if b"heron" in data or b"SQLite format" in data]
    assert workspace.path.read_bytes() == before
    last = rehearsing.last(laptop, workspace.id)
    assert last.at
    assert (last.cases, last.of) == (4, 4)
    at = datetime.fromisoformat(last.at)
    assert [last.is_old(at + timedelta(days=days)) for days in (13, 15)] == [False, True]
    assert rehearsing.NO_REHEARSAL.is_old(at)


def test_a_backup_that_does_not_read_is_said_and_is_no_rehearsal(
    workspace: Workspace, laptop: Laptop, place: Path
) -> None:
    kept = workspace.back_up()
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)
    (tried,) = rehearsing.rehearse(laptop, workspace.path)
    assert tried.problems
    assert rehearsing.last(laptop, workspace.id).at == ""
    kept.write_bytes(data[:4096])
    assert rehearsing.rehearse(laptop, workspace.path)[0].problems


def test_a_backup_that_holds_what_the_inspection_does_not_is_said(
    workspace: Workspace, laptop: Laptop, place: Path
) -> None:
    older = workspace.path
    workspace.close()
    before = older.read_bytes()
    opened = Workspace.open(laptop, older)
    opened.editor.set(*NOTICE, "lost since")
    opened.back_up()
    opened.close()
    older.write_bytes(before)
    (tried,) = rehearsing.rehearse(laptop, older)
    assert tried.problems == ("1 changes in it are not in the inspection",)


def test_a_damaged_inspection_can_be_rehearsed_all_the_same(workspace: Workspace, laptop: Laptop, place: Path) -> None:
    workspace.back_up()
    workspace.close()
    workspace.path.write_bytes(workspace.path.read_bytes()[:9000])
    (tried,) = rehearsing.rehearse(laptop, workspace.path)
    assert (tried.cases, tried.of, tried.problems) == (4, 4, ())


def test_without_a_backup_there_is_nothing_to_rehearse(workspace: Workspace, laptop: Laptop) -> None:
    with pytest.raises(Expected) as refused:
        rehearsing.rehearse(laptop, workspace.path)
    assert refused.value.code is Code.NO_BACKUP


_KILLED = """
import os, signal, sys
from contextlib import suppress
from pathlib import Path
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import rehearsing
from inspector_app.core.storage.safekeeping import check, still
laptop = Laptop()
laptop.unlock(sys.argv[2])
path = Path(sys.argv[3])
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[1] == "rehearsal":
    check.all_problems = die
    rehearsing.rehearse(laptop, path)
key = laptop.keyring.workspaces[0]
kept = still._Copy(path, key.id, key.key)
die()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without such signals")
@pytest.mark.parametrize("killed_in", ["rehearsal", "a look"])
def test_a_copy_of_a_program_that_was_killed_goes_at_the_next_start(
    killed_in: str, workspace: Workspace, laptop: Laptop, place: Path, forked: OnTheirOwn
) -> None:
    """It lay among the temporary files for as long as the system keeps them: the whole inspection, encrypted."""
    workspace.back_up()
    workspace.close()
    line = ["-c", _KILLED, killed_in, PASSPHRASE, workspace.path]
    killed = forked.run(line, env={**os.environ, "TMPDIR": str(place)})
    assert (killed.returncode, killed.stderr) == (-signal.SIGKILL, b"")
    assert [len(list(left.iterdir())) for left in place.iterdir()] == [1], "it would notice"
    elsewhere = place.parent / "inspector-other"
    elsewhere.mkdir()
    for odd in (str(elsewhere), str(place), f"{place}/inspector-a/../../inspector-other", "inspector-other", ""):
        with Claim(laptop.folder, {"temporary": odd}) as claim:
            kept = claim.path.read_bytes()
        claim.path.write_bytes(kept)  # as of a program that was killed, or of another one
    Laptop(laptop.folder).unlock(PASSPHRASE)
    assert list(place.iterdir()) == []
    assert elsewhere.is_dir()
    assert list((laptop.folder / "claims").iterdir()) == []
