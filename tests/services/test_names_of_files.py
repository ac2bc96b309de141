"""Whatever a new inspection's file is to be called, it is seen in every list of files, and can be opened again."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import recovering, restoring
from inspector_app.core.services.workspace import Workspace

Made = Callable[[Path], Path]
ODD = {
    ".hidden.inspection": "hidden.inspection",
    "...": "inspection.inspection",
    ".inspection": "inspection.inspection",
    " . inspection": "inspection.inspection",
    "a\nb\x1b[2J.inspection": "a b[2J.inspection",
    "a\u202eb\u200b.inspection": "ab.inspection",
    "dots....": "dots",
    "blanks.inspection  ": "blanks.inspection",
    "bytes\udcff.inspection": "bytes\ufffd.inspection",
    "old.backup": "old.backup.inspection",
    "old.PART": "old.PART.inspection",
    "x.inspection-wal": "x.inspection-wal.inspection",
    "Two  blanks, Siân.inspection": "Two  blanks, Siân.inspection",
}


@pytest.fixture(params=["create", "recover", "restore", "copy"])
def made(request: pytest.FixtureRequest, laptop: Laptop, workspace: Workspace) -> Made:
    """Each way in which a new file of an inspection is made, with where it came to lie."""
    workspace.back_up()

    def create(path: Path) -> Path:
        with closing(Workspace.create(laptop, path, "iyjwcv-2025", "Wexborough", date(2026, 3, 9))) as new:
            return new.path

    def copy(path: Path) -> Path:
        with closing(Workspace.open(laptop, workspace.path)) as opened:
            opened.go_on_in(path)
            return opened.path

    ways: dict[str, Made] = {
        "create": create,
        "copy": copy,
        "recover": lambda path: recovering.recover(laptop, workspace.path, path).path,
        "restore": lambda path: restoring.restore_into(laptop, workspace.path, path).path,
    }
    workspace.close()
    return ways[request.param]


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_a_new_file_has_a_name_that_is_seen_and_can_be_opened(
    made: Made, laptop: Laptop, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "chosen"
    folder.mkdir()
    path = made(folder / name)
    assert path == folder / ODD[name]
    assert [there.name for there in folder.iterdir()] == [path.name]
    Workspace.open(laptop, path, window=True).close()
    assert str(path) in [row.path for row in laptop.workspaces() if not row.missing]
