"""An edit that does not wait for the disk: it is there at once, for every reader, and on disk once `settle` returns."""

import errno
import os
from pathlib import Path

import pytest

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside

_HURRIED, _WAITING = (1, 0), (2, 1000)  # synchronous; after how many pages the log is folded into the file


def how(workspace: Workspace) -> tuple[int, ...]:
    with workspace.database.write() as connection:
        asked = ("PRAGMA synchronous", "PRAGMA wal_autocheckpoint")
        return tuple(int(connection.exec_driver_sql(one).scalar_one()) for one in asked)


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []
    sync = files.sync
    monkeypatch.setattr(files, "sync", lambda path: (found.append(path), sync(path)))
    return found


def test_only_what_is_asked_to_does_not_wait(workspace: Workspace) -> None:
    assert how(workspace) == _WAITING
    with workspace.editor.not_waiting():
        assert how(workspace) == _HURRIED
    assert how(workspace) == _WAITING


def test_it_is_put_on_disk_once_and_nothing_where_nothing_is_owed(workspace: Workspace, synced: list[Path]) -> None:
    workspace.editor.put_on_disk()
    with workspace.editor.not_waiting():
        workspace.editor.set("finding", "f", "text", "one")
        workspace.editor.set("finding", "f", "text", "two")
    assert [row.text for row in workspace.findings()] == ["two"]
    assert synced == []
    workspace.editor.put_on_disk()
    workspace.editor.put_on_disk()
    assert synced == [beside.log_of(workspace.path)]


def test_closing_puts_on_disk_what_was_not_waited_for(workspace: Workspace, laptop: Laptop, synced: list[Path]) -> None:
    with workspace.editor.not_waiting():
        workspace.editor.set("finding", "f", "text", "one")
    workspace.close()
    assert synced == [beside.log_of(workspace.path)]
    again = Workspace.open(laptop, workspace.path)
    assert [row.text for row in again.findings()] == ["one"]
    again.close()


def fails(_path: Path) -> None:
    raise OSError(errno.EIO, "the disk fails")


@pytest.fixture
def written_anew(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []
    write = beside.write_log_anew
    monkeypatch.setattr(beside, "write_log_anew", lambda path: (found.append(path), write(path)))
    return found


def test_what_the_disk_does_not_take_is_said_and_stays_owed_until_it_was_written_anew(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, written_anew: list[Path], laptop: Laptop
) -> None:
    """A system says EIO of what was written once: its next sync succeeds, and nothing of that is on disk."""
    with workspace.editor.not_waiting():
        workspace.editor.set("finding", "f", "text", "one")
    with monkeypatch.context() as failing:
        failing.setattr(files, "sync", fails)
        with pytest.raises(Expected) as refused:
            workspace.editor.put_on_disk()
        with pytest.MonkeyPatch.context() as as_well:
            as_well.setattr(beside, "write_log_anew", fails)
            with pytest.raises(Expected):
                workspace.editor.put_on_disk()
    assert (refused.value.code, workspace.editor.owes, written_anew) == (Code.DISK_FAILED, True, [])
    log = beside.log_of(workspace.path)
    os.utime(log, (0, 0))  # the clock of a disk may stand still for some milliseconds
    before = log.read_bytes()
    workspace.editor.put_on_disk()
    assert (workspace.editor.owes, written_anew) == (False, [workspace.path])
    assert log.read_bytes() == before
    assert log.stat().st_mtime > 0
    workspace.editor.set("finding", "f", "text", "two")
    assert written_anew == [workspace.path]
    workspace.close()
    again = Workspace.open(laptop, workspace.path)
    assert [row.text for row in again.findings()] == ["two"]
    again.close()


def test_what_waits_is_not_put_behind_what_a_failed_sync_left_out(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, written_anew: list[Path]
) -> None:
    with workspace.editor.not_waiting():
        workspace.editor.set("finding", "f", "text", "one")
    with monkeypatch.context() as failing:
        failing.setattr(files, "sync", fails)
        with pytest.raises(Expected):
            workspace.editor.put_on_disk()
    with monkeypatch.context() as failing:
        failing.setattr(beside, "write_log_anew", fails)
        with pytest.raises(Expected) as refused:
            workspace.editor.set("finding", "g", "text", "two")
    assert (refused.value.code, [row.text for row in workspace.findings()]) == (Code.DISK_FAILED, ["one"])
    workspace.editor.set("finding", "g", "text", "two")
    assert written_anew == [workspace.path]


def test_where_the_sync_of_what_waits_fails_what_did_not_wait_is_written_anew(
    workspace: Workspace, written_anew: list[Path]
) -> None:
    with workspace.editor.not_waiting():
        workspace.editor.set("finding", "f", "text", "one")
    with pytest.raises(OSError, match="EIO"), workspace.database.waiting.transaction(lambda: None):
        raise OSError("EIO")
    workspace.editor.put_on_disk()
    assert written_anew == [workspace.path]


def test_where_the_file_was_moved_nothing_is_said_to_be_on_disk(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.editor.not_waiting():
        workspace.editor.set("finding", "f", "text", "one")
    moved = tmp_path / "moved.inspection"
    workspace.path.rename(moved)
    with pytest.raises(Expected) as refused:
        workspace.editor.put_on_disk()
    assert refused.value.code is Code.FILE_MOVED
    moved.rename(workspace.path)
