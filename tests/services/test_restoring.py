"""A whole inspection back from a backup: the file as it was is moved aside with what lies beside it."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app.core.domain.ids import seq_of
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.safekeeping import moving
from tests.services.colleagues import Team

NOTICE = ("inspection", "inspection", "notice")
PASSPHRASE = "copper lantern drifts over quiet water"


def refused(attempt: Callable[..., object], *arguments: object) -> Code:
    with pytest.raises(Expected) as error:
        attempt(*arguments)
    return error.value.code


def notice(laptop: Laptop, path: Path) -> str:
    opened = Workspace.open(laptop, path)
    try:
        assert opened.problems() == []
        return opened.inspection().notice
    finally:
        opened.close()


def numbers(workspace: Workspace) -> list[int]:
    with workspace.database.read() as connection:
        return [seq_of(s.id) for s in journal.all_steps(connection) if s.id[:16] == workspace.laptop.device]


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    """A closed inspection with "second" in it, and two backups: of "first" and of "second"."""
    for word in ("first", "second"):
        workspace.editor.set(*NOTICE, word)
        workspace.back_up()
    workspace.editor.set(*NOTICE, "third")
    workspace.close()
    return workspace.path


def test_the_newest_sound_backup_comes_back_and_the_file_as_it_was_is_kept(closed: Path, laptop: Laptop) -> None:
    newest = sorted(laptop.backups_folder.iterdir())[-1]
    done = restoring.restore(laptop, closed)
    assert done.backup == newest
    assert notice(laptop, closed) == "second"
    assert done.aside
    assert notice(laptop, done.aside) == "third"
    again = restoring.restore(laptop, closed)
    assert again.aside
    assert re.fullmatch(r".+ before \d{4}-\d\d-\d\d \d{4}( \(2\))?", again.aside.stem), "a name that people can read"
    assert notice(laptop, done.aside) == "third", "nothing that went aside is written over"
    made = sorted(laptop.backups_folder.iterdir())[-2]
    assert made.stem.endswith("-restore")
    assert notice(laptop, made) == "third", "a backup of now was made first"
    assert [Path(row.path) for row in laptop.workspaces()] == [closed]


def test_a_chosen_backup_comes_back(closed: Path, laptop: Laptop) -> None:
    restoring.restore(laptop, closed, sorted(laptop.backups_folder.iterdir())[0])
    assert notice(laptop, closed) == "first"


def test_a_damaged_backup_is_passed_over_and_refused_when_it_is_chosen(closed: Path, laptop: Laptop) -> None:
    first, newest = sorted(laptop.backups_folder.iterdir())
    data = bytearray(newest.read_bytes())
    data[len(data) // 2] ^= 1
    newest.write_bytes(data)
    before = closed.read_bytes()
    assert refused(restoring.restore, laptop, closed, newest) is Code.FILE_DAMAGED
    assert closed.read_bytes() == before
    assert restoring.restore(laptop, closed).backup == first
    assert notice(laptop, closed) == "first"


def test_without_a_backup_here_the_second_copy_comes_back(closed: Path, laptop: Laptop, tmp_path: Path) -> None:
    (tmp_path / "drive").mkdir()
    backups.name_second_folder(laptop, tmp_path / "drive")
    workspace = Workspace.open(laptop, closed)
    backups.copy_on(workspace, workspace.backups()[-1])
    workspace.close()
    shutil.rmtree(laptop.backups_folder)
    done = restoring.restore(laptop, closed)
    assert done.backup.parent == tmp_path / "drive"
    assert notice(laptop, closed) == "second"


@pytest.mark.parametrize("harm", ["gone", "cut short", "spoilt", "head spoilt", "of nothing"])
def test_a_file_in_whatever_state_is_replaced_and_kept(harm: str, closed: Path, laptop: Laptop) -> None:
    whole = closed.read_bytes()
    spoilt = {
        "cut short": whole[:9000], "spoilt": whole[:6000] + bytes(4096) + whole[6000:], "of nothing": b"",
        "head spoilt": bytes(4096) + whole[4096:],
    }.get(harm)  # fmt: skip
    if spoilt is None:
        closed.unlink()
    else:
        closed.write_bytes(spoilt)
    done = restoring.restore(laptop, closed)
    assert notice(laptop, closed) == "second"
    if spoilt is not None:
        assert done.aside
        assert done.aside.read_bytes() == spoilt
    else:
        assert done.aside is None


def test_a_log_left_beside_the_file_goes_aside_with_it(closed: Path, laptop: Laptop) -> None:
    opened = Workspace.open(laptop, closed)
    opened.editor.set(*NOTICE, "only in the log")
    file, log = closed.read_bytes(), beside.log_of(closed).read_bytes()
    opened.close()
    closed.write_bytes(file[:5000])  # what cannot be opened cannot be folded either
    beside.log_of(closed).write_bytes(log)
    done = restoring.restore(laptop, closed)
    assert done.aside
    assert beside.log_of(done.aside).read_bytes() == log
    assert not beside.has_log(closed)
    assert notice(laptop, closed) == "second"


def test_into_a_new_file_what_is_there_stays(closed: Path, laptop: Laptop, tmp_path: Path) -> None:
    before = closed.read_bytes()
    restoring.restore_into(laptop, closed, tmp_path / "new.inspection")
    assert notice(laptop, tmp_path / "new.inspection") == "second"
    assert closed.read_bytes() == before
    assert [Path(row.path) for row in laptop.workspaces()] == [closed]
    assert refused(restoring.restore_into, laptop, closed, tmp_path / "new.inspection") is Code.FILE_EXISTS


def test_a_file_that_a_window_has_open_is_left(closed: Path, laptop: Laptop) -> None:
    window = Workspace.open(laptop, closed, window=True)
    assert refused(restoring.restore, laptop, closed) is Code.OPEN_ELSEWHERE
    window.editor.set(*NOTICE, "goes on")
    window.close()
    assert notice(laptop, closed) == "goes on"


def test_the_edit_of_a_program_that_had_it_open_is_not_acknowledged(closed: Path, laptop: Laptop) -> None:
    elsewhere = Workspace.open(laptop, closed)
    elsewhere.editor.set(*NOTICE, "before")
    restoring.restore(laptop, closed)
    assert refused(elsewhere.editor.set, *NOTICE, "after") is Code.FILE_MOVED
    elsewhere.close()
    assert notice(laptop, closed) == "second"


def test_a_backup_of_another_inspection_is_refused(
    closed: Path, laptop: Laptop, make_workspace: Callable[..., Workspace]
) -> None:
    other = make_workspace("Other").back_up()
    before = closed.read_bytes()
    assert refused(restoring.restore, laptop, closed, other) is Code.OTHER_BACKUP
    assert refused(restoring.restore, laptop, closed, other.with_name("none.backup")) is Code.FILE_MISSING
    assert closed.read_bytes() == before


def test_without_any_backup_it_is_said(workspace: Workspace, laptop: Laptop) -> None:
    workspace.close()
    assert refused(restoring.restore, laptop, workspace.path) is Code.NO_BACKUP
    assert refused(restoring.restore, laptop, workspace.path.with_name("none")) is Code.FILE_MISSING


def test_a_backup_of_an_older_version_comes_back_in_the_format_of_today(laptop: Laptop, tmp_path: Path) -> None:
    from tests.storage.test_migrations import _old

    path = _old("1", laptop, tmp_path)
    Workspace.open(laptop, path).close()
    (kept,) = laptop.backups_folder.iterdir()
    assert kept.stem.endswith("-migration")
    restoring.restore(laptop, path, kept)
    notice(laptop, path)


# what it means for hand-off


def test_numbers_given_away_are_never_used_again(people: Team, laptop: Laptop) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    first = lead.back_up()
    lead.editor.set(*NOTICE, "handed over")
    people.give(lead, ann)
    given = max(numbers(lead))
    lead.editor.set(*NOTICE, "kept to myself")
    lead.close()
    restoring.restore(laptop, lead.path, first)
    people.lead = people.workspaces[0] = back = Workspace.open(laptop, lead.path)
    assert max(numbers(back)) < given
    back.editor.set("inspection", "inspection", "marking", "after the restore")
    assert max(numbers(back)) > given
    people.exchange()
    people.exchange()
    for workspace in (back, ann):
        assert workspace.inspection().notice == "handed over", "what a colleague has comes back"
        assert workspace.inspection().marking == "after the restore"
        assert workspace.problems() == []
    assert len(numbers(back)) == len(set(numbers(back)))
    back.close()


def test_a_backup_put_back_by_hand_uses_no_number_again_either(people: Team, laptop: Laptop) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    first = lead.back_up()
    lead.editor.set(*NOTICE, "handed over")
    people.give(lead, ann)
    given = max(numbers(lead))
    lead.close()
    shutil.copy(first, lead.path)
    back = Workspace.open(laptop, lead.path)
    back.editor.set(*NOTICE, "typed anew")
    assert max(numbers(back)) > given
    back.close()


def test_another_program_of_the_laptop_knows_the_numbers_too(workspace: Workspace, profile: Path) -> None:
    window = Laptop(profile)
    window.unlock(PASSPHRASE)
    window.settings.set("zoom", 110)
    workspace.editor.set(*NOTICE, "x")
    workspace.back_up()
    given = max(numbers(workspace))
    window.settings.set("zoom", 120)  # in a window that read the settings before
    assert f" {window.device}" in "".join(json.loads((profile / "settings.json").read_text()))
    again = Workspace.open(window, workspace.path)
    assert again.editor._given == given
    again.close()


# killed, or stopped by the disk, half way


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("moved", [0, 1, 2, 3])
def test_killed_half_way_the_next_start_goes_on(moved: int, closed: Path, laptop: Laptop, profile: Path) -> None:
    opened = Workspace.open(laptop, closed)
    opened.editor.set(*NOTICE, "in the log")
    parts = [part.read_bytes() for part in beside.together(closed)]
    opened.close()
    for part, data in zip(beside.together(closed), parts, strict=True):
        part.write_bytes(data)
    child = os.fork()
    if not child:
        restoring._back_up_first = lambda *_: None  # type: ignore[assignment]  which would fold the log in
        Path.replace = _replace_some(moved)  # type: ignore[method-assign]
        restoring.restore(laptop, closed)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    again = Laptop(profile)
    again.unlock(PASSPHRASE)
    assert notice(again, closed) == "second"
    (aside,) = closed.parent.glob("* before *.inspection")
    assert notice(again, aside) == "in the log"
    assert not list((profile / "claims").iterdir())
    assert not list(closed.parent.glob(".*"))


KILLED = 77


def _replace_some(allowed: int) -> Callable[[Path, Path], Path]:
    """Path.replace, which ends the process after so many moves of the file and what lies beside it."""
    replace, left = Path.replace, iter([True] * allowed)

    def some(self: Path, target: Path) -> Path:
        if self.suffix != ".unready" and not next(left, False):
            os._exit(KILLED)
        return replace(self, target)

    return some


def test_a_disk_that_fails_half_way_leaves_all_as_it_was(
    closed: Path, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = closed.read_bytes()
    monkeypatch.setattr(restoring, "_back_up_first", lambda *_: None)
    monkeypatch.setattr(moving.files, "sync_folder", lambda _: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    assert refused(restoring.restore, laptop, closed) is Code.DISK_FAILED
    monkeypatch.undo()
    assert closed.read_bytes() == before
    assert [p.name for p in closed.parent.iterdir()] == [closed.name]
