"""What can be read of a damaged file, its log and the newest sound backup, in a new inspection with a report."""

import contextlib
import os
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.core.domain.ids import StepId, seq_of
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import recovering
from inspector_app.core.services.safekeeping.recovering import Recovered
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage import beside
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.safekeeping.salvage import salvage
from tests.services.colleagues import Team

PAGE = 4096
LONG = "What the case manager said, and what stands in the file. " * 120  # some overflow pages


def note(number: int) -> str:
    return f"note {number} {LONG[: 200 * (number % 40)]}"


@pytest.fixture
def case(workspace: Workspace) -> str:
    return workspace.case_rows()[0].id


@pytest.fixture
def written(workspace: Workspace, case: str) -> Path:
    """A closed file of some hundred pages, half of whose notes are in a backup."""
    for number in range(120):
        workspace.editor.set("prompt", item(case, number), "note", note(number))
        if number == 60:
            workspace.back_up()
    drafts.keep(workspace, "prompt x note", "a draft")
    workspace.close()
    return workspace.path


def item(case: str, number: int) -> str:
    return f"{case}/2.{1 + number % 3}.{1 + number % 5}/{'abcdef'[number % 6]}"


def spoil(path: Path, pages: list[int]) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE + 100] ^= 1
    path.write_bytes(data)


def notes_in(workspace: Workspace, case: str) -> set[str]:
    items = {item(case, number) for number in range(120)}
    return {str(row.value) for one in items for row in workspace.history("prompt", one, "note")}


def recover(laptop: Laptop, path: Path, tmp_path: Path) -> tuple[Recovered, Workspace]:
    before = {p: p.read_bytes() for p in beside.together(path) if p.exists()}
    done = recovering.recover(laptop, path, tmp_path / "new.inspection")
    assert {p: p.read_bytes() for p in beside.together(path) if p.exists()} == before, "the damaged file is kept"
    opened = Workspace.open(laptop, done.path)
    assert opened.problems() == []
    return done, opened


def test_of_a_sound_file_everything_is_recovered(written: Path, case: str, laptop: Laptop, tmp_path: Path) -> None:
    sound = Workspace.open(laptop, written)
    with sound.database.read() as connection:
        log, rows = journal.log(connection), journal.tables(connection)
    sound.close()
    for backup in laptop.backups_folder.iterdir():
        backup.unlink()
    done, new = recover(laptop, written, tmp_path)
    with new.database.read() as connection:
        assert sorted(journal.log(connection), key=lambda c: c.id) == sorted(log, key=lambda c: c.id)
        assert journal.tables(connection) == rows
    assert drafts.kept(new) == {"prompt x note": "a draft"}
    assert (done.lost_pages, done.anew, done.incomplete, done.gaps, done.backup) == (0, (), (), (), None)
    assert [Path(row.path) for row in laptop.workspaces()] == [done.path]
    new.close()


def test_of_a_file_with_lost_pages_everything_else_is_recovered_and_the_rest_is_named(
    written: Path, case: str, laptop: Laptop, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    count = written.stat().st_size // PAGE
    spoil(written, chance.sample(range(2, count + 1), 6))
    done, new = recover(laptop, written, tmp_path)
    assert (done.pages, done.lost_pages) == (count, 6)
    assert done.backup
    there = notes_in(new, case)
    assert {note(number) for number in range(61)} <= there, "all that the backup holds"
    missing = {note(number) for number in range(61, 120)} - there
    assert len(missing) < 30
    if missing:
        assert done.gaps or done.anew or done.incomplete
    said = " ".join((*done.anew, *done.incomplete))
    assert not re.search(r"note \d|case manager", said), "places, and nothing that stands there"
    new.close()


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_of_a_file_that_was_cut_short_after_a_page_what_is_gone_is_counted(
    kept: float, written: Path, laptop: Laptop, tmp_path: Path
) -> None:
    sound = Workspace.open(laptop, written)
    sound.back_up()  # the numbers of its steps are known to have been given by then
    with sound.database.read() as connection:
        made = {step.id for step in journal.all_steps(connection)}
    sound.close()
    for backup in laptop.backups_folder.iterdir():
        backup.unlink()
    pages = written.stat().st_size // PAGE
    os.truncate(written, round(pages * kept) * PAGE)
    with pytest.raises(Expected):
        Workspace.open(laptop, written).inspection()
    done, new = recover(laptop, written, tmp_path)
    with new.database.read() as connection:
        there = {step.id for step in journal.all_steps(connection)}
    assert (done.pages, done.lost_pages) == (pages, pages - round(pages * kept))
    lost = len(made - there)
    assert sum(gap.steps for gap in done.gaps) == lost
    assert lost
    new.close()


def test_what_a_colleague_signed_and_the_damaged_file_lost_at_its_end_is_counted_too(
    people: Team, laptop: Laptop, tmp_path: Path
) -> None:
    bea, key = people.colleague("Bea Okoro"), people.lead.key
    for number in range(40):
        bea.editor.set("inspection", "inspection", "notice", note(number))
    people.give(bea, people.lead)
    path, device = people.lead.path, bea.laptop.device
    people.lead.close()
    for backup in laptop.backups_folder.iterdir():
        backup.unlink()
    whole = path.read_bytes()

    def lacks_the_last(page: int) -> bool:
        path.write_bytes(whole)
        spoil(path, [page])
        steps = [str(row["id"]) for row in salvage(path, key.key, bytes.fromhex(key.id)).tables["steps"]]
        own = [seq_of(StepId(step)) for step in steps if step.startswith(device)]
        return bool(own) and max(own) < 40

    assert any(lacks_the_last(page) for page in range(len(whole) // PAGE, 1, -1))
    done, new = recover(laptop, path, tmp_path)
    with contextlib.closing(new), new.database.read() as connection:
        there = [step.id for step in journal.all_steps(connection) if step.id.startswith(device)]
    assert sum(gap.steps for gap in done.gaps if gap.person == "Bea Okoro") == 40 - len(there)


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_where_the_head_of_the_file_or_of_a_tree_is_lost_the_log_is_found_by_its_form(
    lost: int, written: Path, case: str, laptop: Laptop, tmp_path: Path
) -> None:
    for backup in laptop.backups_folder.iterdir():
        backup.unlink()
    spoil(written, [lost])
    done, new = recover(laptop, written, tmp_path)
    there = notes_in(new, case)
    assert len(there & {note(number) for number in range(120)}) > 100
    assert new.framework.id == "iyjwcv-2025"
    new.close()
    assert done.lost_pages == 1


def test_a_value_whose_change_is_lost_is_written_anew_and_named(
    written: Path, case: str, laptop: Laptop, tmp_path: Path, workspace: Workspace
) -> None:
    for backup in laptop.backups_folder.iterdir():
        backup.unlink()

    def takes_changes_alone(page: int) -> bool:
        whole = written.read_bytes()
        spoil(written, [page])
        found = salvage(written, workspace.key.key, bytes.fromhex(workspace.key.id))
        written.write_bytes(whole)
        return len({row["id"] for row in found.tables["changes"]}) < 130 and len(found.tables["prompt"]) == 30

    last = next(filter(takes_changes_alone, range(written.stat().st_size // PAGE, 1, -1)))
    spoil(written, [last])
    done, new = recover(laptop, written, tmp_path)
    assert done.anew or done.gaps
    for number in range(90, 120):
        assert note(number) in notes_in(new, case) or done.incomplete or done.gaps
    new.close()


def test_what_stands_in_the_log_of_a_killed_program_is_recovered(
    written: Path, case: str, laptop: Laptop, tmp_path: Path
) -> None:
    opened = Workspace.open(laptop, written)
    opened.editor.set("inspection", "inspection", "notice", "only in the log")
    file, log = bytearray(written.read_bytes()), beside.log_of(written).read_bytes()
    opened.close()
    file[PAGE * 20 + 7] ^= 1
    written.write_bytes(file)
    beside.log_of(written).write_bytes(log)
    with pytest.raises(Expected) as refused:
        Workspace.open(laptop, written)
    assert refused.value.code is Code.FILE_DAMAGED
    _, new = recover(laptop, written, tmp_path)
    assert new.inspection().notice == "only in the log"
    new.close()


def test_a_log_of_an_older_state_hides_nothing_of_the_file(
    written: Path, case: str, laptop: Laptop, tmp_path: Path
) -> None:
    opened = Workspace.open(laptop, written)
    opened.editor.set("prompt", item(case, 0), "note", "older")
    log = beside.log_of(written).read_bytes()
    for number in range(40):
        opened.editor.set("prompt", item(case, number), "note", f"newer {number}")
    opened.close()
    beside.log_of(written).write_bytes(log)
    _, new = recover(laptop, written, tmp_path)
    assert {f"newer {number}" for number in range(40)} <= notes_in(new, case)
    new.close()


def test_where_nothing_can_be_read_and_there_is_no_backup_it_is_said_and_nothing_is_made(
    written: Path, laptop: Laptop, tmp_path: Path
) -> None:
    for backup in laptop.backups_folder.iterdir():
        backup.unlink()
    written.write_bytes(random.Random(1).randbytes(40_000))
    with pytest.raises(Expected) as refused:
        recovering.recover(laptop, written, tmp_path / "new.inspection")
    assert refused.value.code is Code.NOTHING_TO_RECOVER
    assert not list(tmp_path.glob("*new.inspection*"))


def test_where_nothing_can_be_read_the_backup_is_recovered(
    written: Path, case: str, laptop: Laptop, tmp_path: Path
) -> None:
    written.write_bytes(b"")
    done, new = recover(laptop, written, tmp_path)
    assert {note(number) for number in range(61)} <= notes_in(new, case)
    assert done.from_backup > 60
    new.close()


def test_what_a_disk_could_not_bring_into_one_file_is_not_said_to_be_recovered(
    written: Path, laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite folds the log in at closing, and says nothing when the disk fails meanwhile."""
    close = Database.close

    def fails(database: Database) -> None:
        close(database)
        if database.path == tmp_path / "new.inspection":
            beside.log_of(database._file).write_bytes(b"x" * 5000)

    monkeypatch.setattr(Database, "close", fails)
    with pytest.raises(Expected) as no:
        recovering.recover(laptop, written, tmp_path / "new.inspection")
    assert no.value.code is Code.DISK_FAILED
    assert list(tmp_path.glob("*new*")) == []
    assert list(tmp_path.glob(".*.part*")) == []


def test_an_existing_file_is_not_written_over(written: Path, laptop: Laptop) -> None:
    with pytest.raises(Expected) as refused:
        recovering.recover(laptop, written, written)
    assert refused.value.code is Code.FILE_EXISTS


def test_a_recovered_inspection_goes_on_with_the_team(people: Team, laptop: Laptop, tmp_path: Path) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    lead.back_up()  # with the team in it
    case = lead.case_rows()[0].id
    for number in range(40):
        lead.editor.set("prompt", item(case, number), "note", note(number))
    people.give(lead, ann)
    ann.editor.set("inspection", "inspection", "notice", "from Ann")
    with lead.database.read() as connection:
        given = max(seq_of(s.id) for s in journal.all_steps(connection) if s.id[:16] == laptop.device)
    lead.close()
    spoil(lead.path, list(range(3, lead.path.stat().st_size // PAGE, 3)))
    done = recovering.recover(laptop, lead.path, tmp_path / "new.inspection")
    new = Workspace.open(laptop, done.path)
    people.lead = people.workspaces[0] = new
    new.editor.set("inspection", "inspection", "marking", "goes on")
    with new.database.read() as connection:
        assert max(seq_of(s.id) for s in journal.all_steps(connection) if s.id[:16] == laptop.device) > given
    people.exchange()
    people.exchange()
    for workspace in (new, ann):
        assert workspace.problems() == []
        assert workspace.inspection().notice == "from Ann"
        assert workspace.inspection().marking == "goes on"
    assert {note(number) for number in range(40)} <= notes_in(new, case), "colleagues have the rest"
    new.close()


def test_a_file_of_an_older_version_is_recovered_too(laptop: Laptop, tmp_path: Path) -> None:
    from tests.storage.test_migrations import _old

    path = _old("1", laptop, tmp_path)
    Workspace.open(laptop, path).close()
    kept = next(laptop.backups_folder.iterdir())  # of the older version
    kept.rename(tmp_path / "older.inspection")
    done, new = recover(laptop, tmp_path / "older.inspection", tmp_path)
    assert new.case_rows()
    assert done.lost_pages == 0
    new.close()


@pytest.mark.parametrize("harm", ["zeros", "noise", "cut"])
def test_no_damage_is_a_bug(harm: str, written: Path, laptop: Laptop, tmp_path: Path, seed: int) -> None:
    chance, whole = random.Random(seed), written.read_bytes()
    for turn in range(6):
        data = bytearray(whole)
        begin, length = chance.randrange(len(data)), chance.randrange(1, 60_000)
        if harm == "cut":
            data = data[:begin]
        else:
            data[begin : begin + length] = bytes(length) if harm == "zeros" else chance.randbytes(length)
        written.write_bytes(data)
        done = recovering.recover(laptop, written, tmp_path / f"{turn}.inspection")
        opened = Workspace.open(laptop, done.path)
        assert opened.problems() == []
        laptop.remember(replace(opened.key, path=str(written)))  # so that the next turn knows whose it is
        opened.close()
