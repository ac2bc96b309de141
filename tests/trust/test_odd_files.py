"""Files that are no files, or far wider than anything of ours: read in moments, or refused in a sentence."""

import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.crypto import seal
from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, case_list_headings, sheets, table
from inspector_app.core.services.help import fault
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from tests.trust.hostile import set_up

pytestmark = pytest.mark.timeout(60)  # else a pipe that is waited for is waited for long


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def folder(path: Path) -> None:
    path.mkdir()


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000_000)


ODD = [pipe, device, loop, folder, dangling, huge]
posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")


@posix
@pytest.mark.parametrize("made", ODD)
def test_settings_that_are_no_file_are_the_usual_ones(tmp_path: Path, made: Callable[[Path], None]) -> None:
    made(tmp_path / "settings.json")
    assert Settings(tmp_path).get("theme", "light") == "light"


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_settings_that_an_editor_wrote_with_its_mark_count(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(mark + b'{"theme": "dark"}')
    assert Settings(tmp_path).get("theme", "light") == "dark"


@posix
@pytest.mark.parametrize("made", [pipe, device, loop, folder, dangling])
def test_a_folder_of_second_copies_whose_mark_is_no_file_is_none(
    workspace: Workspace, laptop: Laptop, tmp_path: Path, made: Callable[[Path], None]
) -> None:
    there = tmp_path / "drive"
    there.mkdir()
    backups.name_second_folder(laptop, there)
    (mark,) = there.iterdir()
    mark.unlink()
    made(mark)
    with pytest.raises(Expected) as refused:
        backups.make(workspace, Why.ASKED)
    assert refused.value.code is Code.FOLDER_MISSING
    assert len(workspace.backups()) == 1, "the backup itself is made"
    assert list(there.glob("*.backup")) == []


@posix
@pytest.mark.parametrize("made", [pipe, device, loop, folder])
def test_a_log_that_is_no_file_is_told_of_in_the_report_of_a_fault(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    made(tmp_path / fault.LOG)
    (said,) = fault._faults(tmp_path)
    assert said.startswith("The log cannot be read: ")


@pytest.mark.parametrize(
    "data",
    [
        b",".join([b"ref"] * 1_000_000) + b"\nC01\n",
        b"ref;sample\n" + b";" * 3_000_000,
        b"ref\tsample\nC01" + b"\tx" * 1_000_000,
        b",".join(b"Case ref %d" % number for number in range(200_000)) + b"\n" + b"C01," * 200_000,
    ],
    ids=["headings", "blanks", "cells", "unlike headings"],
)
def test_of_a_list_with_a_million_columns_a_thousand_are_looked_at(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(case_list, "known", lambda cell: looked.append(cell) or case_list_headings.known(cell))
    with pytest.raises(Expected) as refused:
        case_list.open_text(data, "list.csv")
    assert refused.value.code in (Code.CASE_LIST_INVALID, Code.TABLE_INVALID)
    assert "{" not in sentence(refused.value)
    assert len(looked) < 100_000
    assert max(len(row.cells) for row in sheets.text_rows(data.decode(), "list.csv", ",")) <= sheets.MOST_CELLS


@pytest.mark.parametrize("line", [b"\n", b"\r\n", b",\r", " \u2028".encode()], ids=["LF", "CRLF", "CR", "U+2028"])
def test_a_text_of_lines_without_an_end_is_refused_before_they_are_taken_apart(
    line: bytes, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"case,sample,question,answer" + line * (sheets.MOST_LINES + 1)
    monkeypatch.setattr(sheets, "text_rows", pytest.fail)
    for read in (case_list.open_text, lambda *given: table.read_csv(*given, workspace.framework)):
        with pytest.raises(Expected) as refused:
            read(data, "list.csv")
        assert refused.value.code in (Code.CASE_LIST_INVALID, Code.TABLE_INVALID)
        assert "500,000 lines" in sentence(refused.value)


def test_a_table_with_a_million_columns_is_refused(workspace: Workspace) -> None:
    data = b"case,question,answer" + b",x" * 1_000_000 + b"\n"
    with pytest.raises(Expected) as refused:
        table.read_csv(data, "table.csv", workspace.framework)
    assert refused.value.code is Code.TABLE_INVALID


@pytest.mark.parametrize("ending", ["xml", "rels", "png", "bin"])
def test_a_workbook_of_thousands_of_parts_is_refused(ending: str) -> None:
    out = io.BytesIO(sheets.xlsx_bytes([("ref", "sample"), ("C01", "children")], (9, 9)))
    with zipfile.ZipFile(out, "a") as made:
        for number in range(10_000):
            made.writestr(f"xl/{number}.{ending}", b"")
    with pytest.raises(Expected) as refused:
        sheets.workbook_rows(out.getvalue(), "list.xlsx")
    assert refused.value.code is Code.WORKBOOK_UNREADABLE
    assert "2000 parts" in sentence(refused.value)


@posix
def test_everything_in_the_profile_is_its_owners_alone_whatever_the_systems_mask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
    before = os.umask(0)
    try:
        laptop = set_up(tmp_path / "own", "Ruth")
        made = Workspace.create(laptop, laptop.new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
        laptop.settings.set("theme", "dark")
        backups.make(made, Why.ASKED)
        there = list(laptop.folder.rglob("*"))
        assert len(there) > 8
        assert [path.name for path in there if path.stat().st_mode & 0o077 and path.is_file()] == []
    finally:
        os.umask(before)
    made.close()
