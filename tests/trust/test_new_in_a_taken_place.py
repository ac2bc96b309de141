"""A new inspection or collection where something lies that is no file, or a link that leads nowhere (yet)."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results import collections, sealing
from inspector_app.core.services.safekeeping import recovering, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence

pytestmark = [
    pytest.mark.timeout(60),  # else a pipe that is waited for is waited for long
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names"),
]


def _restored(workspace: Workspace, path: Path) -> None:
    workspace.back_up()
    restoring.restore_into(workspace.laptop, workspace.path, path)


MAKERS: dict[str, Callable[[Workspace, Path], object]] = {
    "new": lambda w, path: Workspace.create(w.laptop, path, "iyjwcv-2025", "Exborough", date(2026, 3, 9)),
    "restored": _restored,
    "recovered": lambda w, path: recovering.recover(w.laptop, w.path, path),
    "saved elsewhere": lambda w, path: w.go_on_in(path),
}


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
@pytest.mark.parametrize("maker", MAKERS)
def test_a_link_that_leads_nowhere_is_there_and_no_new_inspection_takes_its_place(
    maker: str, ending: str, workspace: Workspace, tmp_path: Path
) -> None:
    """Beside it, too: SQLite takes no log by a link, so that what was made would never open."""
    folder = tmp_path / "drive"
    folder.mkdir()
    link = folder / f"W.inspection{ending}"
    link.symlink_to(tmp_path / "not there")
    with pytest.raises(Expected) as refused:
        MAKERS[maker](workspace, folder / "W.inspection")
    assert refused.value.code is Code.FILE_EXISTS
    assert link.name in sentence(refused.value)
    assert link.is_symlink()
    assert list(folder.iterdir()) == [link]


@pytest.mark.parametrize("taken", ["collection", "sealed record", "what others count", "to compare"])
def test_a_pipe_is_waited_for_by_no_collection(taken: str, workspace: Workspace, tmp_path: Path) -> None:
    pipe, record, made = tmp_path / "pipe", tmp_path / "ratings.json", str(tmp_path / "all.collection")
    os.mkfifo(pipe)
    sealing.seal(workspace, record)
    acts: dict[str, Callable[[], object]] = {
        "collection": lambda: collections.add(str(pipe), [record]),
        "sealed record": lambda: collections.add(made, [pipe]),
        "what others count": lambda: collections.add(made, [pipe.rename(tmp_path / "pipe.json")], sealed=False),
        "to compare": lambda: collections.inspections(str(pipe)),
    }
    with pytest.raises(Expected) as refused:
        acts[taken]()
    assert refused.value.code is Code.NOT_A_FILE
