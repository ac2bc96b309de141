import hashlib
import os
import random
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import check

PASSPHRASE = "copper lantern drifts over quiet water"


def _state(folder: Path) -> dict[str, str]:
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def _refused(laptop: Laptop, path: Path) -> Expected:
    with pytest.raises(Expected) as refused:
        Workspace.open(laptop, path).close()
    return refused.value


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    case = workspace.case_rows()[0].id
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "A note of some length. " * 2000)
    workspace.close()
    return workspace.path


@pytest.mark.parametrize("length", [0, 10, 16, 100, 4095, 4096, 4097, 8192, "half"])
def test_a_truncated_workspace_is_damaged_and_left_as_it_is(
    laptop: Laptop, closed: Path, length: int | str, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: len(whole) // 2 if length == "half" else int(length)])
    before = _state(laptop.workspaces_folder)
    assert _refused(laptop, closed).code is Code.FILE_DAMAGED
    assert _state(laptop.workspaces_folder) == before
    assert capfd.readouterr() == ("", "")


def test_a_workspace_with_a_flipped_bit_opens_or_is_damaged_but_never_shows_other_data(
    laptop: Laptop, closed: Path, seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(seed)
    whole = closed.read_bytes()
    pages = len(whole) // 4096
    refused = []
    for place in [*(n * 4096 + chance.randrange(4096) for n in range(pages)), 0, 15, 16, 100, len(whole) - 1]:
        closed.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :])
        before = _state(laptop.workspaces_folder)
        try:
            opened = Workspace.open(laptop, closed)
        except Expected as error:
            refused.append((place, error.code))
            assert _state(laptop.workspaces_folder) == before
        else:
            found = opened.problems()
            opened.close()
            assert found, f"byte {place}"
    assert {code for _, code in refused} == {Code.FILE_DAMAGED}, refused
    assert capfd.readouterr() == ("", "")


def test_zeros_read_in_place_of_a_damaged_last_page_of_a_text_are_not_shown(
    laptop: Laptop, closed: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = closed.read_bytes()
    case = Workspace.open(laptop, closed)
    case_id = case.case_rows()[0].id
    case.close()
    seen = set()
    for page in range(1, len(whole) // 4096):
        place = page * 4096 + 2000
        closed.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            opened = Workspace.open(laptop, closed)
        except Expected as error:
            seen.add(error.code)
            continue
        try:
            assert opened.question_page(case_id, "2.1.1").prompts[0].note == "A note of some length. " * 2000
        except Expected as error:
            seen.add(error.code)
        finally:
            opened.close()
    assert seen == {Code.FILE_DAMAGED}


def test_a_damaged_workspace_makes_no_backup_and_drops_none(laptop: Laptop, closed: Path) -> None:
    opened = Workspace.open(laptop, closed)
    kept = opened.back_up()
    opened.close()
    whole = closed.read_bytes()
    refused = 0
    for page in range(1, len(whole) // 4096):
        place = page * 4096 + 2000
        closed.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            opened = Workspace.open(laptop, closed)
        except Expected:
            continue
        with pytest.raises(Expected) as error:
            opened.back_up()
        assert error.value.code is Code.FILE_DAMAGED
        assert opened.backups() == [kept]
        opened.close()
        refused += 1
    assert refused > 5


def test_random_bytes_over_a_workspace_are_damage(laptop: Laptop, closed: Path, seed: int) -> None:
    whole = closed.read_bytes()
    noise = random.Random(seed).randbytes(len(whole) - 16)
    closed.write_bytes(whole[:16] + noise)
    before = _state(laptop.workspaces_folder)
    assert _refused(laptop, closed).code is Code.FILE_DAMAGED
    assert _state(laptop.workspaces_folder) == before


def _random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(20_000))


def _plaindatabase(path: Path) -> None:
    made = sqlite3.connect(path)
    made.execute("CREATE TABLE steps (id)")
    made.commit()
    made.close()


def _text(path: Path) -> None:
    path.write_text("Case C01 was seen on Monday.\n" * 10)


def _empty(path: Path) -> None:
    path.touch()


def _short(path: Path) -> None:
    path.write_bytes(b"0123456789")


def _of_another_laptop(path: Path) -> None:
    other = Laptop(path.parent / "elsewhere")
    other.create_identity("Sam Otley", "Inspector", PASSPHRASE)
    made = Workspace.create(other, other.new_path("x"), "iyjwcv-2025", "Otherborough", date(2026, 3, 9))
    made.close()
    shutil.copy(made.path, path)


@pytest.mark.parametrize("make", [_random_bytes, _plaindatabase, _text, _empty, _short, _of_another_laptop])
def test_a_file_this_laptop_has_no_key_of_is_foreign_and_left_as_it_is(
    laptop: Laptop, tmp_path: Path, make: object, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "found.inspection"
    make(path)  # type: ignore[operator]
    before = _state(folder)
    assert _refused(laptop, path).code is Code.FILE_FOREIGN
    assert _state(folder) == before
    assert capfd.readouterr() == ("", "")


def test_a_folder_or_nothing_is_no_file(laptop: Laptop, tmp_path: Path) -> None:
    assert _refused(laptop, tmp_path).code is Code.NOT_A_FILE
    assert _refused(laptop, tmp_path / "none.inspection").code is Code.FILE_MISSING
    assert not (tmp_path / "none.inspection").exists()


def test_another_workspace_put_in_the_place_of_one_opens_as_itself(
    laptop: Laptop, closed: Path, tmp_path: Path
) -> None:
    moved = Path(shutil.move(closed, tmp_path / "moved elsewhere?#%.inspection"))
    opened = Workspace.open(laptop, moved)
    assert opened.inspection().service == "Wexborough Youth Justice Service"
    opened.close()
    assert [row.path for row in laptop.workspaces()] == [str(moved)]


def test_creating_over_an_existing_file_is_refused_and_leaves_it(laptop: Laptop, closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(Expected) as refused:
        Workspace.create(laptop, closed, "iyjwcv-2025", "Again", date(2026, 3, 9))
    assert refused.value.code is Code.FILE_EXISTS
    assert closed.read_bytes() == before


def test_a_workspace_copied_without_its_log_reads_as_of_its_last_closing(
    laptop: Laptop, workspace: Workspace, tmp_path: Path
) -> None:
    path = workspace.path
    workspace.close()
    reopened = Workspace.open(laptop, path)
    reopened.editor.set("finding", "f1", "text", "in the log only")
    copied = Path(shutil.copy(path, tmp_path / "copied.inspection"))
    reopened.close()
    opened = Workspace.open(laptop, copied)
    assert opened.problems() == []
    assert opened.findings() == []
    opened.close()


def test_a_new_file_and_what_lies_beside_it_are_for_its_owner_only(workspace: Workspace) -> None:
    workspace.editor.set("finding", "f1", "text", "x")
    for path in workspace.path.parent.iterdir():
        assert path.stat().st_mode & 0o077 == 0 or os.name == "nt", path


def test_of_a_hundred_things_that_are_wrong_with_a_file_each_is_said_by_itself(workspace: Workspace) -> None:
    """SQLite says them in one row: a refusal that named the first of them went on for pages."""
    workspace.editor.set("inspection", "inspection", "notice", "x" * 500_000)
    with workspace.database.write() as connection:
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        connection.exec_driver_sql("DELETE FROM sqlite_schema WHERE tbl_name = 'changes'")
        connection.exec_driver_sql("PRAGMA schema_version = 999")  # so that whoever has it open reads it anew
    found = check.bad_pages(workspace.database)
    assert len(found) > 50
    assert max(map(len, found)) < 100
