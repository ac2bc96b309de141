"""Backups by themselves, and their second copy."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import pytest

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import workspace_file
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups, rehearsing
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts, left_at
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.safekeeping import backup
from inspector_app.ui.words import backups as words
from inspector_app.ui.words import reminders
from tests.services.colleagues import Team

NOTICE = ("inspection", "inspection", "notice")


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def refused(attempt: object, *arguments: object) -> Code:
    with pytest.raises(Expected) as error:
        attempt(*arguments)  # type: ignore[operator]
    return error.value.code


def test_a_backup_is_due_when_something_was_done_or_drafted_and_not_otherwise(workspace: Workspace) -> None:
    def made() -> int:
        backups.make_if_due(workspace, Why.HOURLY)
        return len(workspace.backups())

    assert [made(), made()] == [1, 1]
    session = workspace.editor.set(*NOTICE, "typed")
    assert [made(), made()] == [2, 2]
    assert workspace.editor.set(*NOTICE, "typed on", amend=session.change).change != session.change
    assert [made(), made()] == [3, 3]
    drafts.keep(workspace, "a comment", "not sent yet")
    assert [made(), made()] == [4, 4]
    left_at.keep(workspace, "where the person was at the lock")
    assert made() == 4
    assert [kept.why for kept in backup.existing(workspace.backups_place)] == [Why.HOURLY] * 4


def test_a_damaged_newest_backup_holds_nothing(workspace: Workspace) -> None:
    backups.make_if_due(workspace, Why.OPENING)
    newest = workspace.backups()[-1]
    newest.write_bytes(newest.read_bytes()[:5000])
    backups.make_if_due(workspace, Why.HOURLY)
    assert len(workspace.backups()) == 2


def test_a_backup_says_when_and_why_it_was_made_in_its_name(workspace: Workspace) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    path = workspace.back_up(Why.IMPORT, "Sam Otley")
    (kept,) = backup.existing(workspace.backups_place)
    assert (kept.path, kept.number, kept.why) == (path, 1, Why.IMPORT)
    assert before <= kept.at <= datetime.now(UTC)
    assert "Otley" not in path.name


def test_what_is_made_before_work_comes_in_is_made_once_until_anything_is_done(workspace: Workspace) -> None:
    first = workspace.back_up_before("Sam Otley")
    assert workspace.back_up_before("Sam Otley") == first
    other = workspace.back_up_before("Ruth Ashdown")
    assert other != first
    workspace.editor.set(*NOTICE, "typed")
    second = workspace.back_up_before("Ruth Ashdown")
    drafts.keep(workspace, "a comment", "not sent yet")
    third = workspace.back_up_before("Ruth Ashdown")
    third.write_bytes(third.read_bytes()[:5000])
    assert workspace.back_up_before("Ruth Ashdown") not in {other, second, third}
    hourly = workspace.back_up(Why.HOURLY)
    assert workspace.back_up_before("Ruth Ashdown") != hourly


def test_what_was_typed_while_a_copy_was_made_and_went_on_in_the_same_step_is_not_in_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[ChangeId] = []
    copy_to = Database.copy_to

    def while_one_types(self: Database, *given: Any) -> None:
        typed.extend([] if typed else [workspace.editor.set(*NOTICE, "first words").change or ChangeId("")])
        copy_to(self, *given)

    monkeypatch.setattr(Database, "copy_to", while_one_types)
    first = workspace.back_up_before("Sam Otley")
    assert workspace.editor.set(*NOTICE, "first words and more", amend=typed[0]).change == typed[0]
    assert workspace.back_up_before("Sam Otley") != first
    backups.make_if_due(workspace, Why.HOURLY)
    assert len(workspace.backups()) == 2


def test_backups_that_are_wanted_at_once_are_made_one_after_the_other(workspace: Workspace) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: workspace.back_up_before("Sam Otley"), range(4)))
    assert made == workspace.backups() * 4
    with ThreadPoolExecutor(4) as pool:
        more = list(pool.map(lambda _: workspace.back_up(), range(4)))
    assert sorted(more) == workspace.backups()[1:]


def test_two_programs_that_make_one_for_the_same_reason_in_one_second_make_two(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_moment", lambda _at: "20260309T093000Z")
    place = workspace_file.backups_place(workspace.laptop, workspace._key)
    made: list[Path] = []

    def another(_done: int, _of: int) -> None:
        if not made:
            made.append(place.folder)  # one of another program, once
            made[0] = backup.make(workspace.database, place, Why.DOCUMENT)

    made.append(backup.make(workspace.database, place, Why.DOCUMENT, another))
    assert sorted(workspace.backups()) == sorted(made)


def test_backups_of_the_former_names_count_and_are_thinned(workspace: Workspace) -> None:
    first = workspace.back_up()
    former = first.with_name(f"{workspace.id}-000001.backup")
    first.rename(former)
    second = workspace.back_up()
    assert workspace.backups() == [former, second]


def test_a_backup_that_is_cancelled_leaves_nothing(workspace: Workspace) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Cancelled):
        backups.make(workspace, Why.ASKED, ticket)
    assert not workspace.laptop.backups_folder.exists()


def test_a_backup_that_is_cancelled_on_the_way_leaves_nothing(workspace: Workspace) -> None:
    for _ in range(8):
        workspace.editor.set(*NOTICE, os.urandom(400_000).hex())  # the history keeps each: more than one look to stop
    begun: list[int] = []

    def stop(done: int, _of: int, _what: str) -> None:
        begun.append(done)
        ticket.cancel()

    ticket = Ticket(stop)
    with pytest.raises(Cancelled):
        backups.make(workspace, Why.ASKED, ticket)
    assert len(begun) == 1
    assert list(workspace.laptop.backups_folder.iterdir()) == []


def test_the_second_copy_is_made_read_back_and_thinned_like_the_first(
    workspace: Workspace, laptop: Laptop, drive: Path
) -> None:
    assert backups.second_copy(workspace).folder == ""
    backups.name_second_folder(laptop, drive)
    assert backups.second_copy(workspace) == backups.SecondCopy(str(drive), "")
    for number in range(14):
        workspace.editor.set(*NOTICE, f"{number}")
        made = backups.make(workspace, Why.ASKED)
        assert (drive / made.name).read_bytes() == made.read_bytes()
    assert sorted(p.name for p in drive.glob("*.backup")) == [p.name for p in workspace.backups()]
    second = backups.second_copy(workspace)
    now = datetime.fromisoformat(second.at)
    assert not second.is_old(now + timedelta(hours=23))
    assert second.is_old(now + timedelta(hours=25))
    assert backups.SecondCopy("", second.at).is_old(now)  # the folder is no longer named


def test_a_drive_that_answers_only_once_its_backup_was_thinned_is_no_error(
    workspace: Workspace, laptop: Laptop, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.name_second_folder(laptop, drive)
    late = backup.copy_on

    def thinned(made: Path, place: backup.Place) -> Path:
        made.unlink()
        return late(made, place)

    monkeypatch.setattr(backup, "copy_on", thinned)
    workspace.editor.set(*NOTICE, "one")
    backups.make_if_due(workspace, Why.HOURLY)
    monkeypatch.setattr(backup, "copy_on", late)
    workspace.editor.set(*NOTICE, "another")
    backups.make_if_due(workspace, Why.HOURLY)
    assert [p.name for p in drive.glob("*.backup")] == [p.name for p in workspace.backups()]


@pytest.mark.parametrize(
    "at", ["2029-03-24T17:40:00+00:00", "2999-12-31T23:59:59+00:00", "x", "2026-03-24T17:40:00", "9" * 9]
)
def test_a_time_that_has_not_come_or_is_none_says_of_no_safeguard_that_it_is_well(
    workspace: Workspace, laptop: Laptop, drive: Path, at: str
) -> None:
    """As after a day on which the clock stood in the future."""
    backups.name_second_folder(laptop, drive)
    for name in ("second copy of {}", "rehearsed {}"):
        laptop.settings.set(name.format(workspace.id), at)
    now = datetime(2026, 3, 25, 9, tzinfo=UTC)
    copy, rehearsal = backups.second_copy(workspace), rehearsing.last(laptop, workspace.id)
    assert (copy.is_old(now), rehearsal.is_old(now)) == (True, True)
    assert reminders.overdue(copy, rehearsal, now) == [
        "The second copy is overdue. It is not known when it was last made",
        "A rehearsal of restore is overdue. It is not known when it was last tried",
    ]
    assert words.second_copy(copy, now) == f"Second copy, overdue: not known when · {drive}"
    assert words.last_rehearsal(rehearsal, now).startswith("Last: not known when.")


def test_a_drive_that_is_not_there_is_said_when_asked_and_waited_for_otherwise(
    workspace: Workspace, laptop: Laptop, drive: Path
) -> None:
    backups.name_second_folder(laptop, drive)
    away = drive.with_name("away")
    drive.rename(away)
    drive.mkdir()  # as an empty place where a drive is put
    assert refused(backups.make, workspace, Why.ASKED) is Code.FOLDER_MISSING
    workspace.editor.set(*NOTICE, "typed")
    backups.make_if_due(workspace, Why.HOURLY)
    assert list(drive.iterdir()) == []
    assert len(workspace.backups()) == 2
    assert backups.second_copy(workspace).at == ""
    drive.rmdir()
    away.rename(drive)
    backups.make_if_due(workspace, Why.HOURLY)
    assert [p.name for p in drive.glob("*.backup")] == [workspace.backups()[-1].name]


def test_a_second_copy_that_does_not_read_back_is_none_and_takes_nothing_away(
    workspace: Workspace, laptop: Laptop, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.name_second_folder(laptop, drive)
    kept = drive / backups.make(workspace, Why.ASKED).name

    def badly(source: IO[bytes], target: IO[bytes]) -> None:
        data = bytearray(source.read())
        data[5000] ^= 1
        target.write(data)

    monkeypatch.setattr(backup.shutil, "copyfileobj", badly)
    workspace.editor.set(*NOTICE, "typed")
    assert refused(backups.make, workspace, Why.ASKED) is Code.FILE_DAMAGED
    assert sorted(p.name for p in drive.iterdir() if not p.name.startswith(".inspector-copies")) == [kept.name]


@pytest.mark.parametrize("when", ["make_empty", "copyfileobj", "_digest"])
def test_a_drive_that_is_pulled_while_a_second_copy_is_written_leaves_none_where_it_was_put(
    workspace: Workspace, laptop: Laptop, drive: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """The folder below is the laptop's own: a copy there was told as made, and was hidden as soon as the drive came back."""
    backups.name_second_folder(laptop, drive)
    of, away = (backup.shutil if when == "copyfileobj" else backup), drive.with_name("away")
    go_on = getattr(of, when)

    def pulled(*arguments: object) -> object:
        if not away.exists() and getattr(arguments[0], "parent", drive) == drive:
            drive.rename(away)
            drive.mkdir()
        return go_on(*arguments)

    monkeypatch.setattr(of, when, pulled)
    with pytest.raises(Expected) as refused:
        backups.make(workspace, Why.ASKED)
    assert (refused.value.code, refused.value.facts["where"]) == (Code.FOLDER_MISSING, drive)
    assert list(drive.iterdir()) == []
    assert backups.second_copy(workspace).at == ""
    assert len(workspace.backups()) == 1


def test_a_link_that_somebody_lays_under_a_second_copy_is_not_written_through(
    workspace: Workspace, laptop: Laptop, drive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may write in the shared folder had what it leads to replaced by the copy."""
    backups.name_second_folder(laptop, drive)
    (victim := tmp_path / "thesis.txt").write_text("hers", encoding="utf-8")
    make_empty = backup.make_empty

    def laid(part: Path) -> None:
        make_empty(part)
        if part.parent == drive:
            part.unlink()
            part.symlink_to(victim)

    monkeypatch.setattr(backup, "make_empty", laid)
    assert refused(backups.make, workspace, Why.ASKED) is Code.DISK_FAILED
    assert victim.read_text(encoding="utf-8") == "hers"
    assert [path.name for path in drive.glob("*.backup")] == []


def test_a_folder_that_colleagues_name_too_keeps_the_copies_of_each(
    workspace: Workspace, laptop: Laptop, drive: Path, tmp_path: Path
) -> None:
    """Whoever named the department's drive last kept everybody else from making theirs, and thinned what they had made."""
    there = Team(workspace, tmp_path)
    bea = there.colleague("Bea")
    for one in (bea, workspace):
        backups.name_second_folder(one.laptop, drive)
        backups.make(one, Why.ASKED)
        if one is bea:
            (hers,) = drive.glob("*.backup")
            half = drive / f"{bea.id}-000009-20260324T174000Z-asked.part"
            half.write_bytes(hers.read_bytes())  # as if she were just writing it
    for number in range(10):
        workspace.editor.set(*NOTICE, f"{number}")
        backups.make(workspace, Why.ASKED)
    assert half.exists()
    for one in (bea, workspace):
        place = backups.second_place(one.laptop, one.backups_place)
        assert place
        assert backup.existing(place)[-1].path.read_bytes() == one.backups()[-1].read_bytes()
        assert not [tried.problems for tried in rehearsing.rehearse(one.laptop, one.path) if tried.problems]
    there.close()


def test_a_folder_that_a_former_version_marked_is_known(workspace: Workspace, laptop: Laptop, drive: Path) -> None:
    backups.name_second_folder(laptop, drive)
    next(drive.iterdir()).rename(drive / ".inspector-copies")
    made = backups.make(workspace, Why.ASKED)
    assert (drive / made.name).exists()


def test_a_folder_that_cannot_be_used_is_refused(laptop: Laptop, drive: Path) -> None:
    (drive / "file").touch()
    assert refused(backups.name_second_folder, laptop, drive / "none") is Code.FOLDER_MISSING
    assert refused(backups.name_second_folder, laptop, drive / "file") is Code.NOT_A_FOLDER
    assert refused(backups.name_second_folder, laptop, laptop.backups_folder.parent) is Code.VALUE_INVALID
    assert refused(backups.name_second_folder, laptop, laptop.workspaces_folder) is Code.VALUE_INVALID
    assert backups.second_folder(laptop) is None
    backups.name_second_folder(laptop, drive)
    backups.name_second_folder(laptop, None)
    assert backups.second_folder(laptop) is None


def test_whether_the_backup_before_work_holds_all_is_known_without_opening_it_while_the_file_is_open(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, opened = workspace.back_up_before("Sam Otley"), list[Path]()
    still = backup.Still
    monkeypatch.setattr(backup, "Still", lambda path, *rest: opened.append(path) or still(path, *rest))
    assert workspace.back_up_before("Sam Otley") == first
    assert opened == []
    first.write_bytes(first.read_bytes()[:5000])  # it is not as it was left
    second = workspace.back_up_before("Sam Otley")
    assert second != first
    workspace.editor.set(*NOTICE, "typed while nobody looked")
    assert workspace.back_up_before("Sam Otley") not in (first, second)
