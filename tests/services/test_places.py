from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile import places
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /srv/shared nfs4 rw 0 0
//server/team /srv/team\\040files cifs rw 0 0
/dev/sdb1 /srv/stick vfat rw 0 0
/dev/sda2 /srv/shared/local xfs rw 0 0
host:/x /srv/over 9p rw 0 0
/dev/sda3 /srv/over ext4 rw 0 0
short line
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS)
    return path


@pytest.mark.parametrize(
    "folder",
    ["/home/ruth/.local/share", "/srv", "/srv/shared/local/x", "/srv/sharedness", "/srv/over", "/home/ruth/mediation"],
)
def test_a_local_folder_is_accepted(mounts: Path, folder: str) -> None:
    places.refuse_unless_local(Path(folder), mounts)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/shared", "network folder"),
        ("/srv/shared/deep/down", "network folder"),
        ("/srv/team files/x", "network folder"),
        ("/srv/stick/x", "removable disk"),
        ("/media/ruth/STICK", "removable disk"),
        ("/run/media/ruth/STICK", "removable disk"),
        ("/home/ruth/OneDrive - HM Inspectorate/x", "cloud-synced folder (OneDrive - HM Inspectorate)"),
        ("/home/ruth/dropbox", "cloud-synced folder (dropbox)"),
        ("/Users/ruth/Library/Mobile Documents/x", "cloud-synced folder (Mobile Documents)"),
    ],
)
def test_a_folder_elsewhere_is_refused_with_its_kind(mounts: Path, folder: str, kind: str) -> None:
    with pytest.raises(Expected) as refused:
        places.refuse_unless_local(Path(folder), mounts)
    assert refused.value.code is Code.FOLDER_NOT_LOCAL
    assert refused.value.facts["kind"] == kind


def test_a_link_is_judged_by_where_it_leads(mounts: Path, tmp_path: Path) -> None:
    (tmp_path / "documents").symlink_to("/srv/shared/deep")
    with pytest.raises(Expected):
        places.refuse_unless_local(tmp_path / "documents", mounts)


def test_a_system_without_a_list_of_mounts_has_nothing_against_a_folder(tmp_path: Path) -> None:
    places.refuse_unless_local(tmp_path, tmp_path / "none")


def test_a_workspace_is_not_made_or_opened_in_a_synced_folder(
    laptop: Laptop, workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    with pytest.raises(Expected) as refused:
        Workspace.create(laptop, folder / "x.inspection", "iyjwcv-2025", "X", date(2026, 3, 9))
    assert refused.value.code is Code.FOLDER_NOT_LOCAL
    workspace.close()
    moved = workspace.path.rename(folder / "moved.inspection")
    with pytest.raises(Expected) as refused:
        Workspace.open(laptop, moved)
    assert refused.value.code is Code.FOLDER_NOT_LOCAL
    assert [p.name for p in folder.iterdir()] == ["moved.inspection"]
