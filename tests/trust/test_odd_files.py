"""Files that are no files, or far wider than anything of ours: read in moments, or refused in a sentence."""

import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart

from inspector_app.core.crypto import seal
from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, case_list_headings, packed, sheets, table
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
        sheets.Workbook(out.getvalue(), "list.xlsx").rows()
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


LONG = 20_000_000  # bytes that a parser looks through anew with each piece that it is given
TOKENS: dict[str, Callable[[], bytes]] = {  # made when they are tried: together they are 160 MB
    "attribute": lambda: b'<a b="' + b"x" * LONG + b'"/>',
    "attribute that looks ended": lambda: b'<a b="' + b"x>" * (LONG // 2) + b'"/>',
    "comment": lambda: b"<a><!--" + b"x" * LONG + b"--></a>",
    "comment with signs": lambda: b"<a><!--" + (b"x" * 1000 + b"<") * (LONG // 1001) + b"--></a>",
    "instruction": lambda: b"<a><?b " + b"x" * LONG + b"?></a>",
    "name": lambda: b"<a><" + b"x" * LONG + b"/></a>",
    "end": lambda: b"<a></a" + b" " * LONG + b"></a>",
    "before the first element": lambda: b"<!--" + b"x" * LONG + b"--><a/>",
}


def packed_with(whole: bytes, part: str, plain: bytes) -> bytes:
    """A package with this in the place of one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as there, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in there.namelist():
            made.writestr(name, plain if name == part else there.read(name))
    return out.getvalue()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("token", TOKENS)
def test_a_small_workbook_with_one_thing_without_an_end_is_refused_before_it_is_read(
    part: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It took minutes, of a file of 30 kB: what is not yet ended is looked through again with every piece."""
    whole = sheets.xlsx_bytes([("ref", "sample"), ("C01", "children")], (9, 9))
    spoilt = packed_with(whole, part, TOKENS[token]())
    assert len(spoilt) < 100_000
    monkeypatch.setattr(sheets, "_book", pytest.fail)
    with pytest.raises(Expected) as refused:
        sheets.Workbook(spoilt, "list.xlsx").rows()
    assert refused.value.code is Code.WORKBOOK_UNREADABLE
    assert part in sentence(refused.value)


@pytest.mark.parametrize("token", TOKENS)
def test_a_small_draft_with_one_thing_without_an_end_is_refused_before_all_of_it_is_looked_through(token: str) -> None:
    out, fed = io.BytesIO(), list[int]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", TOKENS[token]())
    draft = packed.Packed(out.getvalue(), "draft.docx", lambda: fed.append(1))
    reader = packed.Reader(lambda *_: None, lambda _: None, lambda _: None)
    with pytest.raises(Expected) as refused:
        draft.read("word/document.xml", reader)
    assert refused.value.code is Code.DRAFT_UNREADABLE
    assert len(fed) * packed._CHUNK <= 2 * packed.LONGEST


def test_a_long_text_in_a_cell_or_a_draft_is_no_thing_without_an_end() -> None:
    text = "x" * sheets.LONGEST_CELL
    whole = sheets.xlsx_bytes([("ref", "note"), *(("C01", text) for _ in range(100))], (9, 9))
    assert sheets.Workbook(whole, "list.xlsx").rows()[100].cells[1] == text
    out, found = io.BytesIO(), list[str]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"<a>" + b"x" * LONG + b"</a>")
    packed.Packed(out.getvalue(), "d.docx", lambda: None).read(
        "word/document.xml", packed.Reader(lambda *_: None, lambda _: None, found.append)
    )
    assert sum(map(len, found)) == LONG


@pytest.mark.parametrize("lost", ["the sheet", "all but a chart"])
def test_a_workbook_without_a_sheet_of_cells_is_refused_in_a_sentence(lost: str) -> None:
    whole = sheets.xlsx_bytes([("ref", "sample"), ("C01", "children")], (9, 9))
    if lost == "the sheet":
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as there, zipfile.ZipFile(out, "w") as made:
            for name in there.namelist():
                if "sheet1" not in name:
                    made.writestr(name, there.read(name))
        spoilt = out.getvalue()
    else:
        book = openpyxl.Workbook()
        book.create_chartsheet("Figures").add_chart(BarChart())
        book.remove(book.worksheets[0])
        out = io.BytesIO()
        book.save(out)
        spoilt = out.getvalue()
    for read in (case_list.open_workbook, lambda data, where: sheets.Workbook(data, where).rows()):
        with pytest.raises(Expected) as refused:
            read(spoilt, "list.xlsx")
        assert refused.value.code is Code.WORKBOOK_UNREADABLE
        assert "no sheet with cells" in sentence(refused.value)
