"""Where the disk fails once a whole file has its name, it is refused, and nothing lies there."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app.core import files
from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups, recovering, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import moving

Act = Callable[[Workspace, Path], object]


def _second_copy(workspace: Workspace, path: Path) -> None:
    path.parent.mkdir()
    backups.name_second_folder(workspace.laptop, path.parent)
    (made,) = workspace.backups()
    _failing_at(workspace, lambda: backups.copy_on(workspace, made))


def _restored(workspace: Workspace, path: Path) -> None:
    workspace.close()
    _failing_at(workspace, lambda: restoring.restore_into(workspace.laptop, workspace.path, path))


def _recovered(workspace: Workspace, path: Path) -> None:
    workspace.close()
    _failing_at(workspace, lambda: recovering.recover(workspace.laptop, workspace.path, path))


def _gone_is_restored(workspace: Workspace, path: Path) -> None:
    workspace.close()
    workspace.path.rename(path.parent / "away")
    _failing_at(workspace, lambda: restoring.restore(workspace.laptop, workspace.path))


ACTS: dict[str, Act] = {
    "copy": lambda workspace, path: _failing_at(workspace, lambda: workspace.go_on_in(path)),
    "backup": lambda workspace, path: _failing_at(workspace, lambda: backups.make(workspace, Why.ASKED)),
    "second copy": _second_copy,
    "restore into": _restored,
    "recover": _recovered,
    "restore where nothing is": _gone_is_restored,
}


def _failing_at(workspace: Workspace, act: Callable[[], object]) -> None:
    """Every sync of a folder of a file that has just got its name fails."""

    def fails(_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "sync_folder", fails)
        with pytest.raises(Expected) as caught:
            act()
    assert caught.value.code is Code.DISK_FAILED


def _there(folder: Path) -> set[str]:
    kinds = (".inspection", ".backup", ".part")
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.suffix in kinds}


@pytest.mark.parametrize("what", ACTS)
def test_what_is_refused_at_its_last_sync_is_not_there(
    workspace: Workspace, laptop: Laptop, tmp_path: Path, what: str
) -> None:
    workspace.editor.set("finding", "f1", "text", "typed")
    workspace.back_up()
    before = _there(tmp_path)
    ACTS[what](
        workspace, tmp_path / "there" / "two.inspection" if what == "second copy" else tmp_path / "two.inspection"
    )
    gone = {str(workspace.path.relative_to(tmp_path))} if what == "restore where nothing is" else set()
    assert _there(tmp_path) == before - gone
    assert [claim.name for claim in (laptop.folder / "claims").glob("*.claim")] == []


def test_what_is_moved_into_place_is_back_where_it_was_with_what_it_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, path, aside = (tmp_path / name for name in ("new", "path", "aside"))
    new.write_bytes(b"new")
    path.write_bytes(b"old")

    def fails(_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(files, "sync_folder", fails)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        moving.put_in_place(tmp_path, new, path, aside)
    assert (new.read_bytes(), path.read_bytes(), aside.exists()) == (b"new", b"old", False)
