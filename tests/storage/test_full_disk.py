"""Real small disks: a full one, and one that cannot be written to."""

import contextlib
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from inspector_app.core import files
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import reports
from inspector_app.core.services.safekeeping import backups, restoring
from inspector_app.core.services.search import finding
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside

PASSPHRASE = "copper lantern drifts over quiet water"
START = date(2026, 3, 9)


class SmallDisk:
    """A mounted disk of two megabytes: room for two small inspections, each with its log."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, leave: int = 0) -> None:
        with self._ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"\0" * 4096):
                pass
        if leave:
            os.truncate(self._ballast, self._ballast.stat().st_size - leave)

    def free(self) -> None:
        self._ballast.unlink()

    def read_only(self) -> None:
        subprocess.run(["mount", "-o", "remount,ro", str(self.folder)], check=True)

    def writable(self) -> None:
        subprocess.run(["mount", "-o", "remount,rw", str(self.folder)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs the right to mount a small disk")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _code(attempt: object, *arguments: object) -> Code:
    with pytest.raises(Expected) as refused:
        attempt(*arguments)  # type: ignore[operator]
    return refused.value.code


def _state(folder: Path) -> dict[str, str]:
    found = (p for p in folder.rglob("*") if p.is_file() and p.name not in ("ballast", "keyring.lock"))
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


@pytest.fixture
def on_disk(laptop: Laptop, disk: SmallDisk) -> Iterator[Workspace]:
    made = Workspace.create(laptop, disk.folder / "one.inspection", "iyjwcv-2025", "Wexborough", START)
    yield made
    made.close()


def test_an_edit_on_a_full_disk_changes_nothing_and_writing_goes_on_when_there_is_space(
    laptop: Laptop, disk: SmallDisk, on_disk: Workspace
) -> None:
    on_disk.editor.set("finding", "f1", "text", "before")
    disk.fill()
    for _ in range(3):
        assert _code(on_disk.editor.set, "finding", "f1", "text", "x" * 100_000) is Code.DISK_FULL
    assert [f.text for f in on_disk.findings()] == ["before"]
    assert on_disk.problems() == []
    disk.free()
    on_disk.editor.set("finding", "f1", "text", "after")
    assert [row.value for row in on_disk.history("finding", "f1", "text")] == ["after", "before"]
    on_disk.close()
    reopened = Workspace.open(laptop, on_disk.path)
    assert reopened.problems() == []
    assert [f.text for f in reopened.findings()] == ["after"]
    reopened.close()


@pytest.mark.parametrize("leave", range(0, 240 * 1024, 20 * 1024))
def test_a_disk_that_fills_up_at_any_point_loses_no_acknowledged_edit(
    laptop: Laptop, disk: SmallDisk, on_disk: Workspace, leave: int
) -> None:
    disk.fill(leave)
    acknowledged = 0

    def write_on() -> None:
        nonlocal acknowledged
        while acknowledged < 1000:
            on_disk.editor.set("finding", "f1", "text", f"{acknowledged} " + "y" * 3000)
            acknowledged += 1

    assert _code(write_on) is Code.DISK_FULL
    on_disk.close()
    disk.free()
    reopened = Workspace.open(laptop, on_disk.path)
    assert len(reopened.history("finding", "f1", "text")) == acknowledged
    assert reopened.problems() == []
    reopened.close()


@pytest.mark.parametrize("leave", [0, 4096, 16 * 1024, 40 * 1024, 64 * 1024, 100 * 1024, 140 * 1024])
def test_making_a_workspace_on_a_full_disk_leaves_nothing_behind(laptop: Laptop, disk: SmallDisk, leave: int) -> None:
    disk.fill(leave)
    before = _state(laptop.folder)
    path = disk.folder / "new.inspection"
    assert _code(Workspace.create, laptop, path, "iyjwcv-2025", "Wexborough", START) is Code.DISK_FULL
    assert [p.name for p in disk.folder.iterdir()] == ["ballast"]
    assert _state(laptop.folder) == before
    assert laptop.workspaces() == []


def test_what_is_copied_onto_a_full_disk_is_called_as_whoever_asked_called_it(
    laptop: Laptop, disk: SmallDisk, tmp_path: Path
) -> None:
    """The sentence named a hidden file, which was gone by then."""
    made = Workspace.create(laptop, tmp_path / "one.inspection", "iyjwcv-2025", "Wexborough", START)
    kept = backups.make(made, Why.ASKED)
    disk.fill(8 * 1024)
    goal = disk.folder / "copy.inspection"
    for attempt in (
        lambda: made.go_on_in(goal),
        lambda: restoring.restore_into(laptop, made.path, goal, kept),
    ):
        with pytest.raises(Expected) as refused:
            attempt()
        assert (refused.value.code, refused.value.facts["where"]) == (Code.DISK_FULL, goal)
        assert not goal.exists()
    made.close()


def test_a_full_disk_under_the_keyring_keeps_the_keyring_and_makes_no_workspace(
    disk: SmallDisk, tmp_path: Path, profile: Path
) -> None:
    laptop = Laptop(disk.folder / "profile")
    laptop.create_identity("Ruth Ashdown", "", PASSPHRASE)
    first = Workspace.create(laptop, tmp_path / "first.inspection", "iyjwcv-2025", "First", START)
    first.close()
    disk.fill()
    before = _state(disk.folder)
    path = tmp_path / "second.inspection"
    assert _code(Workspace.create, laptop, path, "iyjwcv-2025", "Second", START) is Code.DISK_FULL
    assert _state(disk.folder) == before
    assert not path.exists()
    assert [row.service for row in laptop.workspaces()] == ["First"]
    moved = first.path.rename(tmp_path / "moved.inspection")
    Workspace.open(laptop, moved).close()  # remembering where it is now fails, and opening does not
    again = Laptop(laptop.folder)
    again.unlock(PASSPHRASE)
    Workspace.open(again, moved).close()


def test_setting_up_on_a_full_disk_leaves_no_half_made_keyring(disk: SmallDisk, profile: Path) -> None:
    laptop = Laptop(disk.folder / "profile")
    (disk.folder / "profile" / "workspaces").mkdir(parents=True)
    disk.fill()
    assert _code(laptop.create_identity, "Ruth Ashdown", "", PASSPHRASE) is Code.DISK_FULL
    assert laptop.is_new()
    assert laptop.locked
    disk.free()
    laptop.create_identity("Ruth Ashdown", "", PASSPHRASE)


def test_settings_on_a_full_disk_stay_as_they_were(disk: SmallDisk) -> None:
    settings = Laptop(disk.folder).settings
    settings.set("zoom", 110)
    disk.fill()
    assert _code(settings.set, "zoom", 120) is Code.DISK_FULL
    assert settings.get("zoom", 100) == 110
    assert Laptop(disk.folder).settings.get("zoom", 100) == 110


def test_a_backup_on_a_full_disk_fails_and_keeps_the_older_ones(disk: SmallDisk, profile: Path, tmp_path: Path) -> None:
    laptop = Laptop(disk.folder / "profile")
    laptop.create_identity("Ruth Ashdown", "", PASSPHRASE)
    workspace = Workspace.create(laptop, tmp_path / "one.inspection", "iyjwcv-2025", "One", START)
    kept = workspace.back_up()
    before = _state(disk.folder)
    disk.fill(leave=30 * 1024)
    assert _code(workspace.back_up) is Code.DISK_FULL
    assert _state(disk.folder) == before
    assert workspace.backups() == [kept]
    assert workspace.problems() == []
    workspace.close()


def test_a_file_is_written_whole_or_not_at_all(disk: SmallDisk) -> None:
    path = disk.folder / "report.pdf"
    files.write_whole(path, b"old")
    disk.fill()
    assert _code(files.write_whole, path, b"n" * 100_000) is Code.DISK_FULL
    assert path.read_bytes() == b"old"
    assert sorted(p.name for p in disk.folder.iterdir()) == ["ballast", "report.pdf"]


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
@pytest.mark.parametrize("window", [False, True])
def test_an_inspection_on_a_full_disk_is_opened_to_be_read_and_says_that_no_edit_is_taken(
    laptop: Laptop, disk: SmallDisk, on_disk: Workspace, tmp_path: Path, killed: bool, window: bool
) -> None:
    """Also one that a killed program left, with a log beside it, and of which the index is behind."""
    case = on_disk.add_case("C01", "children")
    on_disk.editor.set("prompt", f"{case}/2.1.1/a", "note", "a heron by the weir")
    path = on_disk.path
    if killed:
        path = disk.folder / "killed.inspection"
        for there, here in zip(beside.together(path), beside.together(on_disk.path), strict=True):
            shutil.copy(here, there)
        beside.index_of(path).unlink()
    on_disk.close()
    disk.fill()
    with closing(Workspace.open(laptop, path, window=window)) as opened:
        assert opened.only_read
        assert [row.ref for row in opened.case_rows()] == ["C01"]
        assert [group.count for group in finding.Finder(opened).find(Query("heron")).groups] == [1]
        exchange.export(opened, tmp_path / "out.json")
        draft = reports.draft_findings(opened.framework, opened.inspection(), datetime(2026, 3, 9, tzinfo=UTC))
        reports.save(draft, tmp_path / "out.pdf", laptop)
        assert _code(opened.editor.set, "finding", "f1", "text", "x") is Code.ONLY_READ
        assert _code(opened.add_case, "C02", "children") is Code.ONLY_READ
        assert _code(opened.back_up) is Code.ONLY_READ
        opened.note_glance()
    assert "heron" in (tmp_path / "out.json").read_text(encoding="utf-8")
    disk.free()
    with closing(Workspace.open(laptop, path, window=window)) as opened:
        opened.editor.set("finding", "f1", "text", "there is room")


@pytest.mark.parametrize("profile_too", [False, True])
def test_a_window_that_a_full_disk_let_only_read_writes_again_when_there_is_room(
    disk: SmallDisk, profile: Path, tmp_path: Path, profile_too: bool
) -> None:
    laptop = Laptop((disk.folder if profile_too else tmp_path) / "another profile")
    laptop.create_identity("Ruth Ashdown", "", PASSPHRASE)
    Workspace.create(laptop, disk.folder / "one.inspection", "iyjwcv-2025", "One", START).close()
    disk.fill()
    with closing(Workspace.open(laptop, disk.folder / "one.inspection", window=True)) as opened:
        assert opened.waits_for_room
        assert not opened.write_again()
        assert _code(opened.editor.set, "finding", "f1", "text", "x") is Code.ONLY_READ
        disk.free()
        assert opened.write_again()
        assert not opened.only_read
        opened.editor.set("finding", "f1", "text", "there is room")
        assert [f.text for f in opened.findings()] == ["there is room"]
        assert _code(lambda: Workspace.open(laptop, opened.path, window=True)) is Code.OPEN_ELSEWHERE
        kept = opened.back_up()
    with closing(Workspace.open(laptop, kept)) as backup:
        assert not backup.write_again(), "a backup stays one"
    with closing(Workspace.open(laptop, disk.folder / "one.inspection")) as again:
        assert [f.text for f in again.findings()] == ["there is room"]
        assert again.problems() == []


def test_an_inspection_and_its_profile_on_a_full_disk_are_unlocked_and_read(disk: SmallDisk, profile: Path) -> None:
    laptop = Laptop(disk.folder / "profile")
    laptop.create_identity("Ruth Ashdown", "", PASSPHRASE)
    made = Workspace.create(laptop, laptop.new_path("One"), "iyjwcv-2025", "One", START)
    made.add_case("C01", "children")
    made.close()
    disk.fill()
    again = Laptop(laptop.folder)
    again.unlock(PASSPHRASE)
    assert [row.service for row in again.workspaces()] == ["One"]
    with closing(Workspace.open(again, made.path, window=True)) as opened:
        assert [row.ref for row in opened.case_rows()] == ["C01"]
        assert _code(opened.editor.set, "finding", "f1", "text", "x") is Code.ONLY_READ


def test_a_disk_that_cannot_be_written_to_is_said_so_and_nothing_changes(
    laptop: Laptop, disk: SmallDisk, on_disk: Workspace
) -> None:
    on_disk.close()
    other = Laptop(disk.folder / "profile")
    other.create_identity("Sam Otley", "", PASSPHRASE)
    before = _state(disk.folder)
    disk.read_only()
    try:
        assert _code(Workspace.open, laptop, on_disk.path) is Code.FOLDER_READ_ONLY
        new = disk.folder / "new.inspection"
        assert _code(Workspace.create, laptop, new, "iyjwcv-2025", "New", START) is Code.FOLDER_READ_ONLY
        assert _code(files.write_whole, disk.folder / "report.pdf", b"x") is Code.FOLDER_READ_ONLY
        assert _code(other.settings.set, "zoom", 120) is Code.FOLDER_READ_ONLY
        in_profile = laptop.workspaces_folder / "x.inspection"
        assert _code(Workspace.create, other, in_profile, "iyjwcv-2025", "New", START) is Code.FOLDER_READ_ONLY
        assert not in_profile.exists()
        elsewhere = Laptop(disk.folder / "another")
        assert _code(elsewhere.create_identity, "Ruth Ashdown", "", PASSPHRASE) is Code.FOLDER_READ_ONLY
    finally:
        disk.writable()
    assert _state(disk.folder) == before
    reopened = Workspace.open(laptop, on_disk.path)
    assert reopened.problems() == []
    reopened.close()
