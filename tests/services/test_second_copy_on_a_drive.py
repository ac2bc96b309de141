"""The second copy on a real drive, which is pulled, filled or made read-only while the copy is written. As root alone."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import backup
from inspector_app.ui.errors import sentence

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root may put a drive into a folder"
)
NOTICE = ("inspection", "inspection", "notice")


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of 8 MB of its own, put into a folder of the laptop."""
    folder = tmp_path / "drive"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], check=False, capture_output=True)
    if made.returncode:
        pytest.skip("this system lets nobody mount")
    yield folder
    subprocess.run(["umount", "-l", folder], check=False, capture_output=True)


def pulled(drive: Path) -> None:
    subprocess.run(["umount", "-l", drive], check=True, capture_output=True)


def read_only(drive: Path) -> None:
    """Which the system does to no drive with a file that is being written."""
    subprocess.run(["mount", "-o", "remount,ro", drive], check=False, capture_output=True)


def filled(drive: Path) -> None:
    subprocess.run(["dd", "if=/dev/zero", f"of={drive / 'film'}", "bs=1M"], check=False, capture_output=True)


@pytest.mark.parametrize("when", ["make_empty", "copyfileobj", "_digest"])
@pytest.mark.parametrize(("happens", "code"), [(pulled, Code.FOLDER_MISSING), (read_only, None), (filled, None)])
def test_whatever_becomes_of_the_drive_no_copy_is_told_that_is_not_there(
    workspace: Workspace,
    laptop: Laptop,
    drive: Path,
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[Path], None],
    code: Code | None,
    when: str,
) -> None:
    """Whole and told, or refused in a sentence, with nothing on the laptop where the drive was put."""
    backups.name_second_folder(laptop, drive)
    of, begun = (backup.shutil if when == "copyfileobj" else backup), list[bool]()
    go_on = getattr(of, when)

    def happening(*arguments: Any) -> object:
        at = arguments[-1]  # a path, or a file that is open
        if not begun and (at if isinstance(at, Path) else Path(at.name)).parent == drive:
            begun.append(True)
            happens(drive)
        return go_on(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(of, when, happening)
        refused = None
        try:
            backups.make(workspace, Why.ASKED)
        except Expected as error:
            refused = error
    assert begun, "the drive was written on"
    told = backups.second_copy(workspace).at
    assert bool(told) == (refused is None)
    if refused is not None:
        assert "{" not in sentence(refused)
        assert code in (None, refused.code)
    if not os.path.ismount(drive):
        assert list(drive.iterdir()) == [], "the folder below is the laptop's own"
    assert len(workspace.backups()) == 1, "the backup here is whole all the same"
    workspace.editor.set(*NOTICE, "written on")
    assert workspace.editor.held(*NOTICE).value == "written on"
