"""More members of the kinds of docs/reading.md that nobody reported: codes, quotation marks, no days, headings, workbooks."""

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from inspector_app.core.domain.days import spoken, typed, week_line
from inspector_app.core.domain.text import pseudonyms
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, case_list_headings, case_list_types
from inspector_app.core.interchange.case_list_cells import day, left_open
from inspector_app.core.services.documents import case_lists
from tests.interchange.test_case_lists import framework, one, read, saved
from tests.interchange.test_workbook_kinds import ods, packed_with, row, sheet, text

HEADINGS = ["Case ref", "Type", "Start date", "Age"]
LIST = "Case ref,Type,Start date,Gender\nC01,bail,1/10/2024,{}\n"


@pytest.mark.parametrize("word", ["Siân’s", "Ŵynne", "naïve – no", "“Zoë”", "Łódź", "£5", "Gŵyl Dewi"])
def test_letters_that_were_put_into_utf_8_twice_are_read_as_they_were_meant(word: str) -> None:
    twice = "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in word.encode()
    )
    found = case_list.open_text(LIST.format(twice).encode(), "list.csv")
    assert found.rows[0][1][3] == word
    assert "twice" in found.remark


@pytest.mark.parametrize("word", ["Siân’s", "Â", "Ãb", "â", "Ñandú", "Ÿ", "â„", "Çà"])
def test_letters_that_were_put_there_once_stay_as_they_are(word: str) -> None:
    found = case_list.open_text(LIST.format(word).encode(), "list.csv")
    assert (found.rows[0][1][3], found.remark) == (word, "")


def test_the_end_that_old_programs_put_behind_a_file_is_no_text() -> None:
    assert one(case_list.open_text(LIST.format("F").encode() + b"\x1a", "list.csv")).case.gender == "F"


@pytest.mark.parametrize("marks", ["''", "‘’", "“”", "„“", "«»"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_quotation_marks_of_other_keyboards_hold_cells_together(marks: str, separator: str, end: str) -> None:
    rows = [["Case ref", "Type", "Start date"], ["C01", f"bail{separator} with tag", "01/10/2024"]]
    text_ = end.join(separator.join(f"{marks[0]}{cell}{marks[1]}" for cell in cells) for cells in rows)
    found = one(text_).case
    assert (found.ref, found.began) == ("C01", date(2024, 10, 1))
    assert found.type.startswith("bail")
    assert found.type.endswith("with tag")


def test_an_apostrophe_in_a_cell_is_no_quotation_mark() -> None:
    assert one("Case ref,Type\nO'1,'bail' it says\n").case.ref == "O'1"


NO_DAYS = [
    "00/01/1900", "0/1/1900", "00/01/00", "1900-01-00", "00/00/0000", "0000-00-00", "01/01/0001", "0001-01-01",
    "0001-01-01T00:00:00", "31/12/9999", "9999-12-31", "9999-12-31 00:00:00.000", "31-Dec-9999", "31/12/2999",
]  # fmt: skip


@pytest.mark.parametrize("cell", [*NO_DAYS, datetime(9999, 12, 31), datetime(1, 1, 1), datetime(1, 1, 1).time()])
def test_what_programs_write_for_no_day_is_none_and_said(cell: object) -> None:
    assert day(cell) is None
    assert left_open(cell)


@pytest.mark.parametrize("cell", ["n.a.", "NaT", "(none)", "[null]", "<empty>", "open", "Live", "not yet", "x", "."])
def test_what_people_write_for_no_day_is_none(cell: str) -> None:
    assert day(cell) is None


@pytest.mark.parametrize("cell", ["01/01/1900", "31/12/2099", "30/12/9999", "00/02/1900", "31/12/1999"])
def test_a_day_near_those_is_a_day_or_refused(cell: str) -> None:
    assert left_open(cell) == ""


@pytest.mark.parametrize(
    ("month", "number"),
    [("Ion", 1), ("Chwe", 2), ("Chwef.", 2), ("Maw", 3), ("Ebr", 4), ("Mai", 5), ("Meh", 6), ("Gorff", 7), ("Gor", 7),
     ("Aws", 8), ("Med", 9), ("Hyd", 10), ("Tach", 11), ("Rhag.", 12), ("Jan", 1), ("Mar", 3), ("May", 5), ("Aug", 8)],
)  # fmt: skip
def test_a_month_is_known_by_its_first_letters_in_welsh_too(month: str, number: int) -> None:
    assert typed.day_with_year(f"24 {month} 2026") == date(2026, number, 24)


@pytest.mark.parametrize(
    "heading", ["Sample no", "Sample ref", "Sample number", "Sample ID", "Inspection no.", "Inspection ref"]
)
def test_the_number_of_a_case_in_the_sample_is_its_reference_and_no_sample(heading: str) -> None:
    assert one(f"{heading},Type\nC01,bail\n").case.ref == "C01"
    beside = one(f"Case ref,{heading},Type\nC01,1,bail\n")
    assert (beside.case.ref, beside.case.sample, beside.errors) == ("C01", "children", ())


@pytest.mark.parametrize("heading", ["Sample", "Sample type", "Cohort"])
def test_a_heading_of_the_sample_is_one_still(heading: str) -> None:
    listing = case_list.open_text(f"Case ref,{heading}\nC01,children\n".encode(), "list.csv")
    assert case_list_headings.guess(listing.headings)["sample"] == 1


@pytest.mark.parametrize(
    "ref", ["Post court A", "Pre court 3", "Child AA", "Second child", "Third case", "First victim"]
)
def test_ordinary_references_are_nobody_s_name(ref: str) -> None:
    assert pseudonyms.why_not(ref) == pseudonyms.worth_a_look(ref) == ""


@pytest.mark.parametrize("ref", ["Kai, 15", "Kai 15yo", "Kayden's case", "Case of Kayden", "Okafor’s file"])
def test_a_name_with_an_age_or_with_what_is_theirs_is_worth_a_look(ref: str) -> None:
    assert "may be somebody’s name" in pseudonyms.worth_a_look(ref)


@pytest.mark.parametrize("ref", ["Bury 3", "C01, 2", "Case of C01", "Alpha 12", "Victim of C01"])
def test_a_place_with_a_number_is_not(ref: str) -> None:
    assert pseudonyms.worth_a_look(ref) == ""


CASES, PEOPLE = {"C01": "1", "C02": "2"}, {"j": "José García", "a": "Ann Lee"}


@pytest.mark.parametrize(
    ("line", "time", "end", "title", "person"),
    [
        ("10am-10 to 11 C01", "10:00", "10:50", "C01", ""), ("10am to 10 to 11 C01", "10:00", "10:50", "C01", ""),
        ("9 til half 10 C01", "09:00", "10:30", "C01", ""), ("9.30 - quarter to 10 C01", "09:30", "09:45", "C01", ""),
        ("noon-quarter to 1 lunch", "12:00", "12:45", "lunch", ""), ("5 to 10 to 11 C01", "09:55", "11:00", "C01", ""),
        ("10-5 past 11 C01", "10:00", "11:05", "C01", ""),
        ("lunch 12 to 1", "12:00", "13:00", "lunch", ""), ("lunch 12-1 Ann", "12:00", "13:00", "lunch Ann", "a"),
        ("lunch 12 to 1pm", "12:00", "13:00", "lunch", ""), ("team meeting 2 until 3", "14:00", "15:00", "team meeting", ""),
        ("feedback 3 to 3.30", "15:00", "15:30", "feedback", ""), ("travel from 4 til 5", "16:00", "17:00", "travel", ""),
        ("between 2 and 3 interview C01", "14:00", "15:00", "interview C01", ""),
        ("at 3 interview C01", "15:00", "", "interview C01", ""),
        ("interview C01 around 3pm", "15:00", "", "interview C01", ""),
        ("10,30 C01", "10:30", "", "C01", ""), ("10;30 C01", "10:30", "", "C01", ""), ("10·30 C01", "10:30", "", "C01", ""),
        ("10.30. C01", "10:30", "", "C01", ""), ("10 visit jose garcia", "10:00", "", "visit jose garcia", "j"),
        ("10 visit Jose", "10:00", "", "visit Jose", "j"),
    ],
)  # fmt: skip
def test_a_line_of_the_week_is_read_as_people_say_it(line: str, time: str, end: str, title: str, person: str) -> None:
    found = week_line.read_line(spoken.to_the_minute(line), CASES, PEOPLE)
    assert (found.time, found.end, found.title, found.person) == (time, end, title, person)


@pytest.mark.parametrize(
    "line",
    ["points due by 5pm", "evidence no later than 17:00", "call before 10am", "visit 9 to 5", "read cases 1 to 5",
     "key stages 3 to 4", "children aged 10 to 12", "at 3 schools", "lunch 12 to 1 children", "session 2-3",
     "interview with 2 to 3 staff", "between 2 and 3 children", "10,300 letters read"],
)  # fmt: skip
def test_what_is_no_hour_of_the_event_stays_in_the_words(line: str) -> None:
    found = week_line.read_line(spoken.to_the_minute(line), CASES, PEOPLE)
    assert (found.time, found.title) == ("", line)


def book(change: Callable[[Any], None] = lambda _: None) -> bytes:
    made = openpyxl.Workbook()
    for cells in (HEADINGS, ["C01", "bail", datetime(2024, 10, 1), 15], ["C02", None, datetime(2024, 10, 2), 16]):
        made.active.append(cells)
    change(made.active)
    return saved(made)


def with_sheet(data: bytes, change: Callable[[str], str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, change(part) if name.startswith("xl/w") and name.endswith(".xml") else part)
    return out.getvalue()


def test_what_rows_share_in_one_cell_is_read_for_each_and_said() -> None:
    shared = case_list.open_workbook(book(lambda s: s.merge_cells("B2:B3")), "list.xlsx")
    assert [line.case.type for line in read(shared).lines] == ["bail", "bail"]
    assert "share" in shared.remark
    titled = case_list.open_workbook(book(lambda s: s.merge_cells("A2:C3")), "list.xlsx")
    assert "share" not in titled.remark


@pytest.mark.parametrize("across", ["", ' table:number-columns-spanned="2"'])
def test_what_rows_of_opendocument_share_is_read_for_each(across: str) -> None:
    first = text("bail").replace("<table:table-cell", f'<table:table-cell table:number-rows-spanned="2"{across}')
    rows = (
        row(text("Case ref"), text("Type")),
        row(text("C01"), first),
        row(text("C02"), "<table:covered-table-cell/>"),
    )
    found = case_list.open_workbook(ods(sheet("One", *rows)), "list.ods")
    assert [cells[:2] for _, cells in found.rows] == [("C01", "bail"), ("C02", "bail")]


def test_a_row_that_is_struck_out_is_read_and_pointed_out() -> None:
    def strike(page: Any) -> None:
        page["A3"].font = Font(strike=True)

    lines = read(case_list.open_workbook(book(strike), "list.xlsx")).lines
    assert [[problem.why for problem in line.warnings] for line in lines] == [
        [], ["the sheet has it struck out; see whether it is to come in"],
    ]  # fmt: skip


def test_so_is_one_of_opendocument() -> None:
    style = (
        '<style:style style:name="ce9" style:family="table-cell"><style:text-properties'
        ' style:text-line-through-style="solid"/></style:style>'
    )
    struck = text("C02").replace("<table:table-cell", '<table:table-cell table:style-name="ce9"')
    rows = (row(text("Case ref"), text("Type")), row(text("C01"), text("bail")), row(struck, text("bail")))
    there = b"<office:automatic-styles>"
    data = packed_with(ods(sheet("One", *rows)), "content.xml", there, there + style.encode())
    assert case_list.open_workbook(data, "list.ods").struck == {3}


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [(r'(<row r="2".*?</row>)(<row r="3".*?</row>)', r"\2\1"), (r'(<row r="2".*?</row>)', r"\1\1")],
    ids=["turned round", "twice"],
)
def test_rows_that_do_not_stand_in_their_order_are_refused_and_not_left_out(pattern: str, instead: str) -> None:
    """openpyxl leaves out a row that comes after a later one, and says nothing."""
    with pytest.raises(Expected) as caught:
        case_list.open_workbook(with_sheet(book(), lambda part: re.sub(pattern, instead, part)), "list.xlsx")
    assert caught.value.code is Code.WORKBOOK_UNREADABLE


def test_a_workbook_of_the_strict_kind_is_refused_with_what_to_do() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = with_sheet(book(), lambda part: part.replace(main, "http://purl.oclc.org/ooxml/spreadsheetml/main"))
    with pytest.raises(Expected) as caught:
        case_list.open_workbook(strict, "list.xlsx")
    assert "Strict" in caught.value.facts["why"]


@pytest.mark.parametrize("number", [12345678901234567890, 10**15, -7, 1e16])
def test_a_number_that_a_spreadsheet_does_not_keep_is_no_reference(number: float) -> None:
    def put(page: Any) -> None:
        page["A2"] = number

    errors = read(case_list.open_workbook(book(put), "list.xlsx")).lines[0].errors
    assert "no number as it was typed" in errors[0].why


@pytest.mark.parametrize("heading", ["Insp No.", "No.", "Number", "No. (HMIP)", "Anon. ID"])
def test_a_number_that_tells_the_rows_apart_is_the_reference_where_nothing_else_is(heading: str) -> None:
    listing = case_list.open_text(f"{heading};Type\nPC 1;bail\nPC 2;bail\nTotal: 2;\n".encode(), "list.csv")
    assert case_list_headings.guess(listing.headings)["ref"] == 0
    beside = case_list.open_text(f"{heading};Ref for inspection\n1;C01\n2;C02\n".encode(), "list.csv")
    assert case_list_headings.guess(beside.headings)["ref"] == 1


@pytest.mark.parametrize("heading", ["Occurrence number", "House no.", "Episode no", "Bed no.", "Number of weeks"])
def test_the_number_of_something_else_is_asked_about(heading: str) -> None:
    listing = case_list.open_text(f"{heading},Type\n11,bail\n12,bail\n".encode(), "list.csv")
    assert "ref" not in case_list_headings.guess(listing.headings)


def test_a_number_that_several_rows_have_is_none() -> None:
    listing = case_list.open_text(b"No.,Type\n1,bail\n1,bail\n2,bail\n", "list.csv")
    assert "ref" not in case_list_headings.guess(listing.headings)


VICTIMS = """Victim Ref,Adult/Young person,Date of 1st contact,Consent?
V-01,Adult,14/05/2025,Y
V-02,Child,09/06/2025,Y
V-03,Corporate (shop),20/06/2025,N
"""


def test_a_column_is_known_by_what_it_holds_where_its_heading_says_nothing() -> None:
    listing = case_list.open_text(VICTIMS.encode(), "list.csv")
    assert case_lists.guess(listing, (), framework()) == {"ref": 0, "type": 1, "began": 2}
    assert case_lists.by_heading(listing) == {"ref"}
    assert not case_list_headings.is_own_number("Victim Ref")


@pytest.mark.parametrize(
    "heading", ["Review date", "Date closed", "Next contact", "Expiry", "Day of the board", "Seen on"]
)
def test_a_day_of_something_else_is_not_when_a_case_began(heading: str) -> None:
    listing = case_list.open_text(VICTIMS.replace("Date of 1st contact", heading).encode(), "list.csv")
    assert case_lists.guess(listing, (), framework()).get("began") is None


def test_of_two_such_columns_neither_is_guessed_and_one_with_a_heading_stays() -> None:
    two = (
        VICTIMS.replace("Consent?", "Day of second contact")
        .replace(",Y\n", ",15/06/2025\n")
        .replace(",N\n", ",16/06/2025\n")
    )
    assert "began" not in case_lists.guess(case_list.open_text(two.encode(), "list.csv"), (), framework())
    named = VICTIMS.replace("Consent?", "Type")
    assert case_lists.guess(case_list.open_text(named.encode(), "list.csv"), (), framework())["type"] == 3


@pytest.mark.parametrize(
    ("word", "means"),
    [("Corporate (shop)", "corporate victim"), ("Adult (F)", "adult victim"), ("Bail (refused)", ""), ("(none)", ""),
     ("s.91", "custody and resettlement")],
)  # fmt: skip
def test_what_stands_in_brackets_says_no_other_type_but_may_deny_one(word: str, means: str) -> None:
    (found,) = case_list_types.words(framework(), [word], {})
    assert found.means == means
