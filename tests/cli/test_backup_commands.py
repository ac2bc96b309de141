"""backup, restore, rehearse and recover, as support staff run them."""

import json
from pathlib import Path
from typing import Any

import pytest

SAID = "A heron stood in the beck"


def exported(run: Any, path: object) -> Any:
    assert run("export", path, "-o", "exported.json").status == 0
    return json.loads(Path("exported.json").read_text())


def note_of(run: Any, path: object, case: str = "C01") -> str:
    rows = run("history", path, case, "2.1.1/a", "--json").json
    return next((str(row["value"]) for row in rows if row["field"] == "note" and row["value"]), "")


@pytest.fixture
def written(run: Any, trafford: Path) -> Path:
    """An inspection with a note, backed up, and then another note over it."""
    assert run("judge", trafford, "C01", "2.1.1/a", "yes", "--note", SAID).status == 0
    assert run("backup", trafford).status == 0
    assert run("judge", trafford, "C01", "2.1.1/a", "no", "--note", "spoilt").status == 0
    return trafford


def test_backup_says_where_it_is_and_keeps_a_second_copy_from_then_on(
    run: Any, trafford: Path, profile: Path, tmp_path: Path
) -> None:
    done = run("backup", trafford)
    assert (done.status, done.err) == (0, "")
    made = Path(done.out.removeprefix("Backup: ").strip())
    assert made.parent == profile / "backups"
    (tmp_path / "drive").mkdir()
    done = run("backup", trafford, "--to", tmp_path / "drive")
    assert f"Second copy: {tmp_path / 'drive'}" in done.out
    assert len(list((tmp_path / "drive").glob("*.backup"))) == 1
    run("backup", trafford)
    assert len(list((tmp_path / "drive").glob("*.backup"))) == 2
    (tmp_path / "drive").rename(tmp_path / "away")
    done = run("backup", trafford)
    assert done.status == 3
    assert "no folder" in done.err


def test_restore_brings_the_whole_back_and_says_where_the_former_file_is(run: Any, written: Path) -> None:
    done = run("restore", written)
    assert (done.status, done.err) == (0, "")
    assert note_of(run, written) == SAID
    aside = Path(done.out.splitlines()[2].removeprefix("The file as it was: "))
    assert note_of(run, aside) == "spoilt"


def test_restore_into_a_new_file_leaves_the_old_one(run: Any, written: Path) -> None:
    before = written.read_bytes()
    assert run("restore", written, "-o", "new.inspection").status == 0
    assert note_of(run, "new.inspection") == SAID
    assert written.read_bytes() == before
    again = run("restore", written, "-o", "new.inspection")
    assert (again.status, again.out) == (3, "")
    assert "is there already" in again.err


def test_restore_brings_one_case_or_one_item_back(run: Any, written: Path) -> None:
    run("judge", written, "C02", "2.1.1/a", "no", "--note", "of another case")
    run("judge", written, "C01", "2.1.2/a", "no", "--note", "spoilt too")
    done = run("restore", written, "--case", "C01", "--item", "2.1.1/a")
    assert "2 entries are as they were there." in done.out
    assert note_of(run, written) == SAID
    done = run("restore", written, "--case", "c01")
    assert done.status == 0
    rows = run("history", written, "C01", "2.1.2/a", "--json").json
    assert rows[0]["value"] != "spoilt too"
    assert note_of(run, written, "C02") == "of another case"


def test_restore_takes_the_backup_that_is_named(run: Any, written: Path, profile: Path) -> None:
    before = exported(run, written)
    newest = sorted((profile / "backups").iterdir())[-1]
    assert run("restore", written, "--from", newest).status == 0
    assert exported(run, written) != before
    done = run("restore", written, "--from", "exported.json")
    assert done.status == 3
    assert "not a backup of this inspection" in done.err


@pytest.mark.parametrize("words", ["--item 2.1.1", "--case C01 -o new.inspection", "--case"])
def test_restore_that_is_asked_for_wrongly_ends_with_2(words: str, run: Any, written: Path) -> None:
    done = run("restore", written, *words.split())
    assert (done.status, done.out) == (2, "")


def test_rehearse_compares_and_changes_nothing(run: Any, written: Path) -> None:
    before = written.read_bytes()
    done = run("rehearse", written)
    assert (done.status, done.err) == (0, "")
    assert "cases: 24/24" in done.out
    assert written.read_bytes() == before


def test_rehearse_says_what_does_not_come_back(run: Any, written: Path, profile: Path) -> None:
    newest = sorted((profile / "backups").iterdir())[-1]
    data = bytearray(newest.read_bytes())
    data[len(data) // 2] ^= 1
    newest.write_bytes(data)
    done = run("rehearse", written)
    assert (done.status, done.out) == (3, "")
    assert newest.name in done.err
    assert done.err.count("\n") == 1


def test_recover_reports_and_keeps_the_damaged_file(run: Any, written: Path) -> None:
    data = bytearray(written.read_bytes())
    for page in (7, 30, 31):
        data[page * 4096 + 9] ^= 1
    written.write_bytes(data)
    assert run("check", written).status == 3
    done = run("recover", written, "-o", "new.inspection")
    assert (done.status, done.err) == (0, "")
    assert f"The damaged file is kept: {written}" in done.out
    pages = len(data) // 4096
    assert f"Pages of it that can be read: {pages - 3}/{pages}" in done.out
    assert SAID not in done.out
    assert written.read_bytes() == data
    assert run("check new.inspection").status == 0
    assert len(exported(run, "new.inspection")["cases"]) == 24


def test_every_command_says_that_there_is_no_backup(run: Any, desk: Path) -> None:
    run("new w.inspection --framework iyjwcv-2025 --service Trafford --start 2025-03-24")
    for command in ("restore", "rehearse"):
        done = run(command, "w.inspection")
        assert (done.status, done.out) == (3, "")
        assert "There is no backup of" in done.err
