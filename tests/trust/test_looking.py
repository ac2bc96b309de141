"""Looking into a file changes nothing: not what the list of inspections points to, not a byte of it, nothing beside it."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector_app.commands import arguments
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import checking
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside
from tests.programs import PIPE, OnTheirOwn

PASSPHRASE = "copper lantern drifts over quiet water"
NOTICE = ("inspection", "inspection", "notice")


def state(folder: Path) -> dict[str, str]:
    found = {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}
    return found | {str(p): "folder" for p in folder.rglob("*") if p.is_dir()}


def command(*words: object) -> int:
    return arguments.main([str(word) for word in words])


@pytest.fixture
def backup(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup; its workspace is closed."""
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    made = workspace.back_up()
    workspace.editor.set(*NOTICE, "afterwards")
    workspace.close()
    return made


def test_check_of_a_file_and_of_a_backup_writes_and_remembers_nothing(
    backup: Path,
    workspace: Workspace,
    laptop: Laptop,
    profile: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = Path(shutil.copy(workspace.path, tmp_path / "a copy.inspection"))
    before = state(tmp_path)
    for path in (workspace.path, backup, copy):
        assert command("check", path) == 0
        assert "is sound" in capsys.readouterr().out
    assert state(tmp_path) == before
    again = Laptop(profile)
    again.unlock(PASSPHRASE)
    assert [row.path for row in again.workspaces()] == [str(workspace.path)]


def test_check_of_a_file_that_a_killed_program_left_writes_nothing_beside_it(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    workspace.editor.set(*NOTICE, "in the log")
    killed = tmp_path / "killed" / "w.inspection"
    killed.parent.mkdir()
    for part, there in zip(beside.together(workspace.path)[:2], beside.together(killed)[:2], strict=True):
        shutil.copy(part, there)
    before = state(tmp_path)
    assert checking.check_file(laptop, killed).problems == ()
    assert state(tmp_path) == before


def test_check_of_a_file_that_is_open_says_nothing_wrong(workspace: Workspace, laptop: Laptop) -> None:
    for number in range(30):
        workspace.editor.set(*NOTICE, f"{number}")
        assert checking.check_file(laptop, workspace.path).problems == ()


def test_check_reads_a_file_of_an_earlier_version_without_migrating_it(laptop: Laptop, tmp_path: Path) -> None:
    from tests.storage.test_migrations import _old  # the kept files of former versions

    path = _old("1", laptop, tmp_path)
    before = state(path.parent)
    assert checking.check_file(laptop, path).problems == ()
    assert state(path.parent) == before


def test_check_names_a_backup_that_is_damaged(
    backup: Path, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    assert command("check", workspace.path) == 3
    assert backup.name in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", ["export {} -o out.json", "report {} -o out.pdf", "history {} C01 2.1.1", "conflicts {}", "team list {}"]
)
def test_a_backup_is_read_by_every_command_and_nothing_is_changed(
    words: str, backup: Path, workspace: Workspace, profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = state(profile)
    assert command(*(word.format(backup) for word in words.split())) == 0
    assert state(profile) == before


@pytest.mark.parametrize("words", ["judge {} C01 2.1.1 yes", "import {sample} --into {}", "team add {} {card}"])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_nothing_is_written_into_a_backup(
    words: str, elsewhere: bool, backup: Path, laptop: Laptop, profile: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    from inspector_app.core.services.documents import exchange
    from inspector_app.core.services.people import team

    team.write_card(laptop, tmp_path / "ruth.card")
    path = Path(shutil.copy(backup, tmp_path / backup.name)) if elsewhere else backup
    before = state(tmp_path)
    given = (w.format(path, sample=exchange.sample_document(), card=tmp_path / "ruth.card") for w in words.split())
    assert command(*given) == 3
    assert "is a backup" in capsys.readouterr().err
    assert state(tmp_path) == before


def test_a_window_does_not_open_a_backup(backup: Path, laptop: Laptop, profile: Path) -> None:
    before = state(profile)
    with pytest.raises(Expected) as refused:
        Workspace.open(laptop, backup, window=True)
    assert refused.value.code is Code.IS_A_BACKUP
    assert state(profile) == before


def test_a_command_on_a_copy_leaves_the_list_pointing_to_the_file_that_is_there(
    backup: Path, workspace: Workspace, laptop: Laptop, profile: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(backup, tmp_path / "again.inspection"))
    assert command("export", copy, "-o", tmp_path / "x.json") == 0
    assert [Path(row.path) for row in Laptop_again(profile).workspaces()] == [workspace.path]
    workspace.path.unlink()
    assert command("export", copy, "-o", tmp_path / "x.json") == 0
    assert [Path(row.path) for row in Laptop_again(profile).workspaces()] == [copy], "the one that was known is gone"


def Laptop_again(profile: Path) -> Laptop:
    found = Laptop(profile)
    found.unlock(PASSPHRASE)
    return found


@pytest.fixture
def reader(backup: Path, profile: Path, forked: OnTheirOwn) -> Iterator[Callable[[Path], Any]]:
    """Opens a backup in another process, and keeps it open."""
    script = (
        "import sys; from pathlib import Path; from inspector_app.core.services.profile.laptop import Laptop;"
        "from inspector_app.core.services.workspace import Workspace; found = Laptop(); found.unlock(sys.argv[1]);"
        "opened = Workspace.open(found, Path(sys.argv[2])); print('open', flush=True); sys.stdin.read();"
        "print(opened.inspection().notice, opened.problems())"
    )
    running: list[Any] = []

    def read(path: Path) -> Any:
        started = forked.start(
            ["-c", script, PASSPHRASE, path], PIPE, PIPE, env={**os.environ, "INSPECTOR_HOME": str(profile)}
        )
        running.append(started)
        assert started.stdout
        assert started.stdout.readline() == b"open\n"
        return started

    yield read
    for started in running:
        started.communicate()


def test_a_backup_that_is_open_anywhere_is_not_pruned(
    backup: Path, workspace: Workspace, laptop: Laptop, reader: Callable[[Path], Any]
) -> None:
    elsewhere = reader(backup)
    opened = Workspace.open(laptop, workspace.path)
    first = opened.back_up()
    here = Workspace.open(laptop, first)
    for _ in range(14):
        opened.back_up()
    assert {backup, first} <= set(opened.backups())
    assert len(opened.backups()) == 12
    said, _ = elsewhere.communicate()
    assert said == b" []\n"
    here.close()
    opened.back_up()
    assert not {backup, first} & set(opened.backups())
    opened.close()


@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_backup_that_has_another_name_too_is_one(
    gone: bool, elsewhere: bool, backup: Path, workspace: Workspace, laptop: Laptop, profile: Path, tmp_path: Path
) -> None:
    """A tool that makes hard links of what it finds alike, or a person who drags with a key held."""
    other = tmp_path / "again.inspection" if elsewhere else backup.with_name("again.inspection")
    os.link(backup, other)
    if gone:
        workspace.path.unlink()
    before = state(profile)
    assert command("judge", other, "C01", "2.1.1", "yes") == 3
    assert command("check", other) == 0
    assert command("export", other, "-o", tmp_path / "x.json") == 0
    with pytest.raises(Expected) as refused:
        Workspace.open(laptop, other, window=True)
    assert refused.value.code is Code.IS_A_BACKUP
    assert state(profile) == before


def test_an_inspection_is_the_same_by_another_name_of_its_file(
    workspace: Workspace, laptop: Laptop, profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its log lies beside one name alone: by the other it would lack the last edits, and make a log of its own."""
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    other = tmp_path / "again.inspection"
    os.link(workspace.path, other)
    workspace.editor.set(*NOTICE, "before")
    assert command("judge", other, "C01", "2.1.1", "yes") == 0
    assert command("check", other) == 0
    workspace.editor.set(*NOTICE, "afterwards")
    assert workspace.problems() == []
    assert {j.answer for j in workspace.inspection().judgements if j.question == "2.1.1"} >= {"yes"}
    workspace.close()
    opened = Workspace.open(Laptop_again(profile), other, window=True)
    assert (opened.path, opened.inspection().notice) == (workspace.path, "afterwards")
    opened.close()
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("again")) == ["again.inspection"]
