"""What spreadsheets do to a file is undone where that can be known, and refused where it cannot: in CSV as in workbooks."""

import io
import tracemalloc
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import openpyxl
import pytest

from inspector_app.core import paths
from inspector_app.core.domain.framework import Framework
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, sheets, table
from inspector_app.core.interchange.case_list_cells import Wrong, day, reference
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.interchange.shown_numbers import shown

HEAD = ["case", "sample", "question", "answer", "note"]


@pytest.fixture(scope="module")
def framework() -> Framework:
    file = paths.resources() / "frameworks" / "iyjwcv-2025.json"
    return parse(file.read_text(encoding="utf-8"), file.name)


def csv_of(*rows: list[str], parted: str = ",", before: str = "") -> bytes:
    return (before + "\n".join(parted.join(row) for row in (HEAD, *rows)) + "\n").encode()


def book(*rows: list[object], formats: dict[str, str] | None = None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (HEAD, *rows):
        sheet.append(row)
    for place, form in (formats or {}).items():
        sheet[place].number_format = form
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_formula(data: bytes, calculated: str) -> bytes:
    """The note of the second row as a formula that Excel calculated to this XML."""
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = part.decode()
                start = text.index('<c r="E2"')
                end = text.index("</c>", start) + 4
                part = (text[:start] + calculated + text[end:]).encode()
            made.writestr(name, part)
    return out.getvalue()


def cases(found: table.Table) -> list[str]:
    return [case.ref for case in found.cases]


def why(no: pytest.ExceptionInfo[Expected]) -> str:
    assert no.value.code is Code.TABLE_INVALID
    return str(no.value.facts["why"])


@pytest.mark.parametrize("parted", [",", ";", "\t"])
@pytest.mark.parametrize("blank", ["", "  \n", "PPPP\n", "\nPPPP\n \n", '""P""\n'])
def test_headings_stand_in_the_first_row_with_a_letter_in_it(framework: Framework, parted: str, blank: str) -> None:
    data = csv_of(["C01", "children", "2.1.1", "yes", "hello"], parted=parted, before=blank.replace("P", parted))
    assert cases(table.read_csv(data, "t.csv", framework)) == ["C01"]


def test_cells_may_be_padded_as_their_headings_are(framework: Framework) -> None:
    data = b'"case", "sample", "question", "answer", "note"\nC01, children, 2.1.1, yes, "a, b"\n'
    (judged,) = table.read_csv(data, "t.csv", framework).judgements
    assert judged.rationale == "a, b"


@pytest.mark.parametrize(
    "ref",
    ["01-Feb", "Feb-01", "1-May", "02/01/2001", "2001-01-02", "1.23E+05", "1E+05", "01-sept", "10:30",
     "7:00:00", "####", "TRUE", "false", "2026-01-02 00:00:00", "24/03/2026 00:00", "Err:508", "#ref!", "#NEW?"],
)  # fmt: skip
def test_a_reference_that_a_spreadsheet_has_made_is_refused(framework: Framework, ref: str) -> None:
    row = [ref, "children", "2.1.1", "yes", ""]
    for read, data in ((table.read_csv, csv_of(row)), (table.read_xlsx, book(list(row)))):
        with pytest.raises(Expected) as no:
            read(data, "t", framework)
        assert "the spreadsheet has made" in why(no)
    with pytest.raises(Wrong, match="the spreadsheet has made"):
        reference(ref)


@pytest.mark.parametrize("error", ["#REF!", "#NAME?", "#N/A", "#DIV/0!", "#SPILL!"])
@pytest.mark.parametrize("place", [0, 3, 4])
def test_an_error_of_excel_is_no_value(framework: Framework, error: str, place: int) -> None:
    row = ["C01", "children", "2.1.1", "yes", "a note"]
    row[place] = error
    with pytest.raises(Expected) as no:
        table.read_csv(csv_of(row), "t.csv", framework)
    assert error in why(no)


def test_a_note_that_is_such_an_error_comes_back_from_an_own_export(framework: Framework) -> None:
    for note in ("#N/A", "'#N/A", "#N/A and more", "'", "_x000D_", "_x0041_", "_x005F_x0041_", "a\nb"):
        (read,) = table.read_xlsx(book(["C01", "children", "2.1.1", "yes", "x"]), "t", framework).judgements
        one = table.read_csv(csv_of(["C01", "children", "2.1.1", "yes", "x"]), "t", framework)
        kept = replace(one.as_inspection("S", date(2026, 3, 9)), judgements=(replace(read, rationale=note),))
        assert table.read_csv(b"".join(table.write_csv(kept)), "t", framework).judgements[0].rationale == note
        assert table.read_xlsx(table.write_xlsx(kept), "t", framework).judgements[0].rationale == note


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [(7, "000", "007"), (12, '"C"00', "C12"), (3, r"\C00", "C03"), (7, "00-00", "00-07"), (7, "0", ""),
     (7, "General", ""), (7, "#,##0", ""), (7, "0.00", ""), (12345, "000", "12345"), (5, '"YJ/"000" a"', "YJ/005 a"),
     (-7, "000", "-007"), (7, "[Red]000", "007"), (7, "000;[Red]-000", "007"), (7, '"C"00;"D"00', "C07"),
     (-7, '"C"00;"D"00', "D07"), (0, '000;-000;"none"', "none"), (7, "[$-809]000", "007"), (7, "00_)", "07"),
     (7, "* 000", "007"), (1234567, r"000\-0000", "123-4567"), (123456, '00" "00" "00', "12 34 56"),
     (7, '"Case "General', "Case 7"), (7, "00–00", "00–07"), (7, "??0", ""), (7, "#000", "007"), (1234, "#,##0", ""),
     (7, "@", ""), (7, "0E+00", ""), (7, "[Blue]0", ""), (12, r"\Y\J00", "YJ12"), (7, "000;;;", "007"),
     (1234, "#-##", "12-34"), (1234, "##-##", "12-34"), (-7, "0;-0", ""), (7, "0E-00", "")],
)  # fmt: skip
def test_a_number_is_read_as_the_workbook_shows_it(framework: Framework, number: int, form: str, text: str) -> None:
    assert shown(number, form) == text
    data = book([number, "children", "2.1.1", "yes", ""], formats={"A2": form})
    if number > 0:
        assert cases(table.read_xlsx(data, "t", framework)) == [" ".join(text.split()) or str(number)]


@pytest.mark.parametrize(
    "form",
    [
        '[>5]"C"00;00',
        '"C"0.00',
        '"No "#,##0',
        "0%",
        "000%",
        "0,",
        "#,##0,",
        "0.0,,",
        "000,000",
        "00.00",
        ";;;",
        ";0",
        "[Red]",
        "_)",
    ],
)
def test_a_number_whose_format_shows_what_is_not_worked_out_is_refused(framework: Framework, form: str) -> None:
    assert shown(7, form) is None
    with pytest.raises(Expected) as no:
        table.read_xlsx(book([7, "children", "2.1.1", "yes", ""], formats={"A2": form}), "t", framework)
    assert "its format shows otherwise" in why(no)


@pytest.mark.parametrize("cell", [True, time(7, 30), timedelta(hours=7)])
def test_a_reference_that_is_a_time_or_a_truth_value_of_a_workbook_is_refused(framework: Framework, cell: Any) -> None:
    with pytest.raises(Expected) as no:
        table.read_xlsx(book([cell, "children", "2.1.1", "yes", ""]), "t", framework)
    assert "the spreadsheet has made" in why(no)
    with pytest.raises(Wrong, match="the spreadsheet has made"):
        reference(cell)


def test_a_formula_that_keeps_the_noughts_of_a_reference_is_refused(framework: Framework) -> None:
    with pytest.raises(Expected) as no:
        table.read_csv(csv_of(['"=""007"""', "children", "2.1.1", "yes", ""]), "t.csv", framework)
    assert "the spreadsheet has made the formula" in why(no)


@pytest.mark.parametrize("ref", ["=007", '="007"', "=1+6"])
def test_a_formula_in_place_of_a_reference_is_refused_in_text_too(framework: Framework, ref: str) -> None:
    with pytest.raises(Expected) as no:
        table.read_csv(csv_of([ref, "children", "2.1.1", "yes", ""]), "t", framework)
    assert "formula" in why(no)


def test_a_number_with_the_comma_of_another_country_is_no_reference(framework: Framework) -> None:
    with pytest.raises(Expected) as no:
        table.read_csv(csv_of(["1,23E+05", "children", "2.1.1", "yes", ""], parted=";"), "t.csv", framework)
    assert "the spreadsheet has made the number" in why(no)


@pytest.mark.parametrize("told", ["sep=;", "SEP=;", '"sep=;"', "sep=\t", "sep=|"])
def test_a_line_that_tells_excel_the_separator_is_none_of_the_rows(framework: Framework, told: str) -> None:
    by = told.strip('"')[-1]
    text = f"{told}\r\n" + "\r\n".join(by.join(row) for row in (HEAD, ["C01", "children", "2.1.1", "yes", "a, b"]))
    read = table.read_csv(text.encode(), "t.csv", framework)
    assert (cases(read), read.judgements[0].rationale) == (["C01"], "a, b")


def test_a_question_with_characters_that_do_not_show_is_that_question(framework: Framework) -> None:
    for question in (" 2.1.1\u200b", "2.1.1\u00a0", "\ufeff2.1.1", "2.1.1 /\u00ada"):
        rows = csv_of(["C01", "children", question, "yes", ""])
        assert cases(table.read_csv(rows, "t.csv", framework)) == ["C01"]


def test_a_formula_that_gives_no_text_is_an_empty_cell_and_one_never_calculated_is_refused(
    framework: Framework,
) -> None:
    data = book(["C01", "children", "2.1.1", "yes", "x"])
    empty = with_formula(data, '<c r="E2" t="str"><f>IF(F2="","",F2)</f><v></v></c>')
    (judged,) = table.read_xlsx(empty, "t", framework).judgements
    assert judged.rationale == ""
    never = with_formula(data, '<c r="E2"><f>IF(F2="","",F2)</f></c>')
    with pytest.raises(Expected) as no:
        table.read_xlsx(never, "t", framework)
    assert "never calculated" in why(no)


def test_rows_of_a_template_whose_formulas_give_no_text_are_blank_rows(framework: Framework) -> None:
    data = with_formula(book(["C01", "children", "2.1.1", "yes", "x"]), '<c r="E2" t="str"><f>F2</f><v>y</v></c>')
    filled = '<row r="{0}"><c r="A{0}" t="str"><f>IF(G{0}="","",G{0})</f><v></v></c></row>'
    rows, out = "".join(filled.format(number) for number in (3, 4, 9)).encode(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            part = source.read(name)
            made.writestr(name, part.replace(b"</sheetData>", rows + b"</sheetData>") if "sheet1" in name else part)
    assert cases(table.read_xlsx(out.getvalue(), "t", framework)) == ["C01"]
    assert [row for _, row in case_list.open_workbook(out.getvalue(), "t").rows if any(row)] == [
        ("C01", "children", "2.1.1", "yes", "y"),
    ]  # fmt: skip


def test_what_xml_cannot_hold_is_read_as_it_was_typed(framework: Framework) -> None:
    data = book(["C01", "children", "2.1.1", "yes", "line one_x000D_\nline two_x0009_end _x005F_x000D_"])
    (judged,) = table.read_xlsx(data, "t", framework).judgements
    assert judged.rationale == "line one\nline two\tend _x000D_"


@pytest.mark.parametrize("column", ["IW", "ZZ", "XFD"])
def test_cells_far_out_in_a_small_workbook_take_no_time_and_no_memory(framework: Framework, column: str) -> None:
    data, out = book(["C01", "children", "2.1.1", "yes", "x"]), io.BytesIO()
    stray = "".join(f'<row r="{n}"><c r="{column}{n}"><v>1</v></c></row>' for n in range(3, 1_003)).encode()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            part = source.read(name)
            made.writestr(name, part.replace(b"</sheetData>", stray + b"</sheetData>") if "sheet1" in name else part)
    assert len(out.getvalue()) < 26_000
    tracemalloc.start()
    try:
        assert cases(table.read_xlsx(out.getvalue(), "t", framework)) == ["C01"]
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_row_far_down_in_a_small_workbook_is_read_without_looking_at_those_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, out = book(["C01", "children", "2.1.1", "yes", "x"]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            part = source.read(name)
            stray = b'<row r="1048576"><c r="F1048576"><v>1</v></c></row></sheetData>'
            made.writestr(name, part.replace(b"</sheetData>", stray) if "sheet1" in name else part)
    looked = 0

    def counted(cells: Iterable[object]) -> bool:
        nonlocal looked
        looked += 1
        return any(cells)

    monkeypatch.setattr(sheets, "any", counted, raising=False)
    rows = sheets.Workbook(out.getvalue(), "t").rows()
    assert [row.number for row in rows] == [1, 2, 1_048_576]
    assert looked < 10


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Youth justice service, list of cases, at 1 March, draft, for you\nCase ref;Type;Start date\nC01;bail;x\n", 3),
        ("Case ref;Type;Start date\nC01;community sentence, with supervision, tag, curfew;01/10/2025\n", 3),
        ("Case ref,Type\nC01,a; b; c; d; e\n", 2), ("Case ref\tType\nC01\ta, b, c; d\n", 2), ("Case ref\nC01\n", 1),
    ],
)  # fmt: skip
def test_the_separator_is_the_one_that_shows_the_headings(text: str, refs: int) -> None:
    assert len(case_list.open_text(text.encode(), "list.csv").headings) == refs


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2025-09-30T23:00:00Z", date(2025, 10, 1)), ("2025-09-30 23:00:00Z", date(2025, 10, 1)),
     ("2025-12-01T00:00:00Z", date(2025, 12, 1)), ("2025-12-01T23:30:00+00:00", date(2025, 12, 1)),
     ("2025-06-01T00:30:00+01:00", date(2025, 6, 1)), ("2025-06-01T01:00:00+02:00", date(2025, 6, 1)),
     ("2025-09-30T23:00:00", date(2025, 9, 30)), ("30/09/2025 23:00", date(2025, 9, 30)),
     ("2025-09-30 23:00:00+00", date(2025, 10, 1)), ("2025-09-30T23:00:00 UTC", date(2025, 10, 1)),
     ("2025-09-30 23:00:00 GMT", date(2025, 10, 1)), ("2025-09-30 23:00:00.000 +0000", date(2025, 10, 1))],
)  # fmt: skip
def test_a_time_of_another_zone_is_a_day_in_britain(typed: str, meant: date) -> None:
    assert day(typed) == meant


@pytest.mark.parametrize(
    "typed", ["2025-13-30T23:00:00Z", "2025-02-30T23:00:00Z", "9999-12-31T23:00:00-05:00", "2025-09-30 23:00:00 PST"]
)
def test_a_time_that_is_on_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Wrong, match="is no date"):
        day(typed)


def test_an_error_in_a_case_list_is_no_reference() -> None:
    listing = case_list.open_text(b"Case ref,Type\n#REF!,bail\n", "list.csv")
    with pytest.raises(Wrong, match="the Excel error #REF!"):
        reference(listing.rows[0][1][0])
