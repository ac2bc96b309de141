"""Workbooks of every kind and what their sheets do not show: OpenDocument, hidden rows and columns, titles above headings."""

import contextlib
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector_app.core import paths
from inspector_app.core.domain.cases.case_list import Listing
from inspector_app.core.domain.framework import Framework
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import (
    case_list,
    case_list_headings,
    case_list_rows,
    sheets,
    spoilt,
    table,
)
from inspector_app.core.interchange.case_list_rows import Known
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.interchange.spoilt import Unreadable
from inspector_app.core.interchange.workbooks import unseen
from inspector_app.core.services.documents import case_lists

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
XML = """<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>
</style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>
</office:document-content>"""
MANIFEST = """<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{type}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{more}</manifest:file-entry>
</manifest:manifest>"""
CELL = '<table:table-cell office:value-type="{kind}" office:{value}><text:p>{shown}</text:p></table:table-cell>'

BARE = "<table:table-cell office:value-type='{kind}' office:{value}/>"
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.fixture(scope="module")
def framework() -> Framework:
    file = paths.resources() / "frameworks" / "iyjwcv-2025.json"
    return parse(file.read_text(encoding="utf-8"), file.name)


def ods(*tables: str, before: str = "", more: str = "", code: str = "UTF-8") -> bytes:
    """A spreadsheet of OpenDocument, its XML as LibreOffice Calc 7.4 writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIMETYPE)
        made = XML.format(before=before, tables="".join(tables)).replace("UTF-8", code)
        package.writestr("content.xml", made.encode(code))
        package.writestr("META-INF/manifest.xml", MANIFEST.format(type=MIMETYPE, more=more))
    return out.getvalue()


def sheet(name: str, *rows: str, style: str = "ta1", columns: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{columns}{"".join(rows)}</table:table>'


def row(*cells: str, **attributes: str) -> str:
    said = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-row{said}>{''.join(cells)}</table:table-row>"


def packed_with(whole: bytes, part: str, there: bytes, instead: bytes) -> bytes:
    """A package with something else in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            assert name != part or there in held
            new.writestr(name, held.replace(there, instead, 1) if name == part else held)
    return out.getvalue()


def text(words: str) -> str:
    return CELL.format(kind="string", value='name=""', shown=words)


def number(value: str, shown: str, kind: str = "float") -> str:
    return CELL.format(kind=kind, value=f'value="{value}"', shown=shown)


def day(value: str, shown: str) -> str:
    return CELL.format(kind="date", value=f'date-value="{value}"', shown=shown)


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, b"x")
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
EMPTY = '<table:table-cell table:number-columns-repeated="16382"/>'
HEADINGS = row(text("Case ref"), text("Start date"), text("Age"))


def cells_of(*rows_: str) -> list[tuple[object, ...]]:
    return [found.cells for found in sheets.Workbook(ods(sheet("One", *rows_)), "list.ods").rows()]


def as_read(listing: Listing, framework: Framework) -> Any:
    known = Known(framework, date(2025, 3, 24), (), (), "children")
    return case_list_rows.read(listing, case_list_headings.guess(listing.headings), known)


def book(rows_: Iterable[list[object]], hidden: Iterable[int] = (), columns: Iterable[str] = ()) -> bytes:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    for one in rows_:
        page.append(one)
    for at in hidden:
        page.row_dimensions[at].hidden = True
    for letter in columns:
        page.column_dimensions[letter].hidden = True
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_list_of_cases_in_opendocument_is_read_as_one_of_excel_is(tmp_path: Path, framework: Framework) -> None:
    rows_ = [
        row(text("Sample for the inspection")), HEADINGS,
        row(number("1", "C01"), day("2024-10-01", "01/10/24"), number("15", "15"), EMPTY),
        row(number("2", "C02"), day("2024-10-02T00:00:00", "02/10/24"), number("16", "16")),
    ]  # fmt: skip
    (tmp_path / "list.ods").write_bytes(ods(sheet("One", *rows_)))
    found = as_read(case_lists.open_list(tmp_path / "list.ods"), framework)
    assert [(line.row, line.case.ref, line.case.began, line.case.age) for line in found.good] == [
        (3, "C01", date(2024, 10, 1), 15),
        (4, "C02", date(2024, 10, 2), 16),
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number("7", "007"), "007"), (number("12", "C12"), "C12"), (number("7", "00-07"), "00-07"), (number("7", "7"), 7),
        (number("1234", "1,234"), 1234), (number("1234", "1 234"), 1234), (number("0", "0"), 0), (number("-7", "-7"), -7),
        (number("0.5", "0.5"), 0.5), (number("0.5", "50%", "percentage"), 0.5), (number("15", "15 years"), "15 years"),
        (number("12345678901", "1.23E+10"), "1.23E+10"), (text("2.1.1"), "2.1.1"), (text("a<text:s/>b"), "a b"),
        (text("one</text:p><text:p>two"), "one\ntwo"), (text(""), None), (day("2025-09-30", "30.9."), datetime(2025, 9, 30)),
        (text("a</text:p><office:annotation><text:p>a comment</text:p></office:annotation><text:p>b"), "a\nb"),
        (CELL.format(kind="boolean", value='boolean-value="true"', shown="TRUE"), "TRUE"),
        (text(f'<text:a {XLINK} xlink:href="mailto:c01@a.example">C01</text:a>'), "C01"),
        (text('<text:span>C</text:span>0<office:annotation><text:p>why</text:p></office:annotation>1'), "C01"),
        (text('a<text:tab/>b<text:line-break/><text:s text:c="3"/>c<text:h/>'), "a\tb\n   c"),
        (BARE.format(kind="string", value='string-value="C07"'), "C07"),
        (BARE.format(kind="boolean", value='boolean-value="true"'), "true"),
        (BARE.format(kind="time", value='time-value="PT10H"'), "PT10H"),
    ],
)  # fmt: skip
def test_a_cell_of_opendocument_is_what_it_shows(cell: str, value: object) -> None:
    assert cells_of(row(text("x"), cell)) == [("x", value)]


@pytest.mark.parametrize("shown", ["#REF!", "#N/A", "Err:508", "#DIV/0!"])
def test_a_cell_that_failed_is_refused_where_it_is_read(framework: Framework, shown: str) -> None:
    failed = text(shown).replace(" office", ' table:formula="of:=A9" office', 1)
    listing = case_list.open_workbook(ods(sheet("One", HEADINGS, row(failed, text("1/10/2024")))), "list.ods")
    (problem, *_) = as_read(listing, framework).errors
    assert (problem.row, shown in problem.why) == (2, True)


def test_rows_and_columns_that_are_repeated_stand_where_the_sheet_has_them() -> None:
    data = ods(
        sheet(
            "One",
            HEADINGS,
            row(EMPTY, number_rows_repeated="5"),
            row(text("C01"), EMPTY, number_rows_repeated="2"),
            row(EMPTY, number_rows_repeated="1048000"),
        )
    )
    assert [found.number for found in sheets.Workbook(data, "list.ods").rows()] == [1, 7, 8]


def test_a_row_that_is_repeated_without_end_is_read_as_far_as_a_list_may_go() -> None:
    crowd = row(f'{text("C01")}<table:table-cell table:number-columns-repeated="16383" office:value-type="string">'
                "<text:p>x</text:p></table:table-cell>", number_rows_repeated="1000000000")  # fmt: skip
    with pytest.raises(Expected) as no:
        case_list.open_workbook(ods(sheet("One", HEADINGS, crowd)), "list.ods")
    assert "more than 1000 rows" in str(no.value.facts["why"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ods(sheet("One", HEADINGS), before='<!DOCTYPE x [<!ENTITY a "aaaa">]>'), "damaged"),
        (ods(sheet("One", HEADINGS), more="<manifest:encryption-data/>"), "password"),
        (ods(), "damaged"),
        (ods("<broken"), "damaged"),
        (ods(sheet("One", HEADINGS), before='<!DOCTYPE x [<!ENTITY a "aaaa">]>', code="UTF-16"), "damaged"),
        (ods(sheet("One", row(text("x"), number_rows_repeated="many"))), "damaged"),
    ],
    ids=["entities", "password", "no sheet", "xml", "entities in UTF-16", "repeated"],
)
def test_a_spreadsheet_of_opendocument_that_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Expected) as no:
        case_list.open_workbook(data, "list.ods")
    assert no.value.code is Code.WORKBOOK_UNREADABLE
    assert words in str(no.value.facts["why"])


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (day("31 June", "31 June"), "a date"), (day("2024-06-31", "31/06/24"), "a date"), (day("-0044-03-15", "x"), "a date"),
        (number("no number", "7"), "a number"), (number("1e400", "7"), "a number"), (number("NaN", "7"), "a number"),
        (CELL.format(kind="float", value='name=""', shown="7"), "a number"),
    ],
)  # fmt: skip
def test_one_date_or_number_that_is_none_is_pointed_out_where_it_stands(
    cell: str, words: str, framework: Framework
) -> None:
    rows_ = [row(text(f"C0{i}"), cell if i == 2 else day("2024-10-01", "x"), number("15", "15")) for i in (1, 2, 3)]
    found = as_read(case_list.open_workbook(ods(sheet("One", HEADINGS, *rows_)), "list.ods"), framework)
    assert [(p.row, f"the cell holds {words} that" in p.why) for p in found.errors] == [(3, True)]
    assert [line.case.ref for line in found.good] == ["C01", "C03"]


def test_a_number_of_excel_without_an_end_is_pointed_out_where_it_stands() -> None:
    data = packed_with(book([["Case ref", "Age"], ["C01", 15]]), SHEET, b"<v>15</v>", b"<v>1e400</v>")
    (_, read) = sheets.Workbook(data, "list.xlsx").rows()
    assert read.cells[:2] == ("C01", Unreadable(spoilt.NO_NUMBER))


def test_entities_in_a_sheet_of_excel_are_refused() -> None:
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'
    with pytest.raises(Expected) as no:
        sheets.Workbook(packed_with(book([["Case ref"]]), SHEET, b"<worksheet", declared), "list.xlsx").rows()
    assert no.value.code is Code.WORKBOOK_UNREADABLE


def test_a_cell_that_stands_behind_the_last_row_there_can_be_is_refused() -> None:
    data = ods(sheet("One", HEADINGS, row(EMPTY, number_rows_repeated="2000000000"), row(text("C01"))))
    for read in (lambda data, where: sheets.Workbook(data, where).rows(), case_list.open_workbook):
        with pytest.raises(Expected) as no:
            read(data, "list.ods")
        assert no.value.code is Code.WORKBOOK_UNREADABLE


def test_hidden_rows_and_columns_of_opendocument_are_told_as_far_as_any_are_read(monkeypatch: Any) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 30)
    endless = row(text("C01"), visibility="collapse", number_rows_repeated="2000000000")
    columns = '<table:table-column table:visibility="collapse" table:number-columns-repeated="2000000000"/>'
    found = sheets.Workbook(ods(sheet("One", HEADINGS, endless, columns=columns)), "list.ods").not_in_view()
    assert (found.rows, found.columns) == (frozenset(range(2, 31)), frozenset(range(1, sheets.MOST_COLUMNS + 1)))


def test_hidden_columns_of_excel_that_are_named_again_and_again_are_looked_at_once(monkeypatch: Any) -> None:
    looked: list[int] = []
    monkeypatch.setattr(unseen, "range", lambda a, b: looked.append(b - a) or range(a, b), raising=False)
    named = b"<cols>" + b'<col min="1" max="16384" hidden="1"/>' * 500 + b"</cols><sheetData>"
    data = packed_with(book([["Case ref"], ["C01"]]), SHEET, b"<sheetData>", named)
    assert case_list.open_workbook(data, "list.xlsx").remark.endswith("“Case ref”.")
    assert sum(looked) <= sheets.MOST_COLUMNS


def test_a_table_with_thousands_of_empty_rows_is_read_however_small_it_packs() -> None:
    nothing = ["<table:table-row><table:table-cell/></table:table-row>"] * 5000
    data = ods(sheet("One", HEADINGS, row(text("C01")), *nothing))
    assert [cells for _, cells in case_list.open_workbook(data, "list.ods").rows] == [("C01",)]


def test_blanks_that_one_element_stands_for_without_end_are_few() -> None:
    ((_, cell),) = cells_of(row(text("x"), text('a<text:s text:c="2000000000"/>b')))
    assert len(str(cell)) < 200


@pytest.mark.parametrize(("kind", "part"), [("ods", "content.xml"), ("xlsx", "xl/styles.xml")])
def test_a_workbook_is_read_once_however_many_sheets_it_has(kind: str, part: str, monkeypatch: Any) -> None:
    made = openpyxl.Workbook()
    for i in range(19):
        made.create_sheet(f"S{i}").append(["Case ref", "C01"])
    out = io.BytesIO()
    made.save(out)
    data = (
        out.getvalue()
        if kind == "xlsx"
        else ods(*(sheet(f"S{i}", row(text("C01")), row(text("x"))) for i in range(20)))
    )
    read: list[str] = []
    plain = zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda *a, **k: read.append(getattr(a[1], "filename", a[1])) or plain(*a, **k)
    )
    with contextlib.suppress(Expected):  # no list in it
        case_list.open_workbook(data, f"list.{kind}")
    assert read.count(part) == 2, "once to see whether it is in bounds, once to read it"


def test_of_a_row_of_excel_the_cells_that_hold_something_are_looked_at_for_headings(monkeypatch: Any) -> None:
    looked: list[str] = []
    monkeypatch.setattr(case_list, "known", lambda cell: looked.append(cell) or case_list_headings.known(cell))
    case_list.open_workbook(book([["Case ref", None, "Age"], ["C01", None, 15]]), "list.xlsx")
    assert looked == ["Case ref", "Age", "C01", "15"]


def test_the_sheet_with_the_list_is_found_and_a_hidden_one_is_not_looked_at() -> None:
    away = sheet("Away", HEADINGS, row(text("X99")), style="ta2")
    data = ods(away, sheet("Cover", row(text("Made for the inspection"))), sheet("Cases", HEADINGS, row(text("C01"))))
    found = case_list.open_workbook(data, "list.ods")
    assert [cells[0] for _, cells in found.rows] == ["C01"]
    assert found.remark == "It was read from its sheet “Cases”."


HIDING = [
    book([["Case ref", "Start date"], *([f"C0{i}", "1/10/2024"] for i in range(1, 6))], hidden=(3, 4, 5)),
    ods(
        sheet(
            "One",
            row(text("Case ref"), text("Start date")),
            row(text("C01"), text("1/10/2024")),
            row(text("C02"), text("1/10/2024"), visibility="filter"),
            row(text("C03"), text("1/10/2024"), visibility="collapse"),
            row(text("C04"), text("1/10/2024"), visibility="collapse"),
            row(text("C05"), text("1/10/2024")),
        )
    ),
]


@pytest.mark.parametrize("data", HIDING, ids=["xlsx", "ods"])
def test_rows_that_the_sheet_does_not_show_are_read_and_pointed_out(data: bytes, framework: Framework) -> None:
    found = case_list.open_workbook(data, "list")
    assert found.hidden == {3, 4, 5}
    assert [p.row for p in as_read(found, framework).warnings if "does not show it" in p.why] == [3, 4, 5]


def test_a_list_without_hidden_rows_says_nothing_of_them(framework: Framework) -> None:
    found = case_list.open_workbook(book([["Case ref", "Start date"], ["C01", "1/10/2024"]]), "list.xlsx")
    assert (found.hidden, found.remark, as_read(found, framework).warnings) == (frozenset(), "", ())


def test_columns_that_the_sheet_does_not_show_are_named() -> None:
    rows_ = [["Case ref", "Child ID", "Start date"], ["C01", 7, "1/10/2024"]]
    wanted = "Hidden in the sheet, and read all the same: “Child ID”."
    assert case_list.open_workbook(book(rows_, columns="B"), "list.xlsx").remark == wanted
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    cells = (row(text("Case ref"), text("Child ID")), row(text("C01"), number("7", "7")))
    assert case_list.open_workbook(ods(sheet("One", *cells, columns=columns)), "list.ods").remark == wanted


def test_a_table_of_judgements_says_which_of_its_rows_the_sheet_hides(framework: Framework) -> None:
    rows_ = [["case", "sample", "question", "answer"], *([f"C0{i}", "children", "2.1.1", "yes"] for i in range(1, 4))]
    assert table.read_xlsx(book(rows_, hidden=(3, 9)), "t.xlsx", framework).unshown == ((3,), ())
    assert table.read_xlsx(book(rows_), "t.xlsx", framework).unshown == ((), ())


TITLES: list[list[list[object]]] = [
    [["Judgements, Wexborough"]], [["Judgements"], ["made on", "9 March"]], [["Case work in the sample, week 1"]],
    [["case"], [None], ["Note: to be checked"]], [["Inspector", "Anna Smith"]],
]  # fmt: skip


@pytest.mark.parametrize("titles", TITLES)
@pytest.mark.parametrize("parted", [",", ";", "\t", "xlsx"])
def test_a_title_above_a_table_of_judgements_is_none_of_its_rows(
    titles: list[list[object]], parted: str, framework: Framework
) -> None:
    rows_ = [*titles, ["Case", "sample", "Question", "answer"], ["C01", "children", "2.1.1", "yes"]]
    if parted == "xlsx":
        found = table.read_xlsx(book(rows_), "t.xlsx", framework)
    else:
        made = "\n".join(parted.join(str(cell or "") for cell in one) for one in rows_).replace(", ", " ")
        found = table.read_csv(made.encode(), "t.csv", framework)
    assert [(judged.case, judged.question) for judged in found.judgements] == [("C01", "2.1.1")]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("list.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "old kind .xls"),
        ("list.xls", b"<html><table><tr><td>Case ref</td></tr></table></html>", "save it as .xlsx"),
        ("list.numbers", zipped("Index/Document.iwa"), "Numbers"),
        ("list.xlsb", zipped("xl/workbook.bin"), "kind .xlsb"),
    ],
    ids=["xls", "web page", "numbers", "xlsb"],
)
def test_a_list_of_an_older_kind_is_refused_with_what_to_do(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Expected) as no:
        case_lists.open_list(tmp_path / name)
    assert words in str(no.value.facts["why"])


@pytest.mark.parametrize("name", ["list.xls", "list.xlsm"])
def test_what_a_list_is_called_does_not_decide_how_it_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(book([["Case ref"], ["C01"]]))
    assert len(case_lists.open_list(tmp_path / name).rows) == 1


def test_text_that_is_called_xls_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "export.xls").write_bytes(b"Case ref\tStart date\r\nC01\t1/10/2024\r\n")
    assert [heading.text for heading in case_lists.open_list(tmp_path / "export.xls").headings] == [
        "Case ref",
        "Start date",
    ]
