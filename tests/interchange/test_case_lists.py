"""Lists of cases as services keep them: every code and separator, what Excel makes of them, and what is refused."""

import io
import zipfile
from datetime import date, datetime, time
from functools import cache
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.core import paths
from inspector_app.core.domain.cases.case_list import LEFT_OUT, Listing, ListRow, Reading
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Case, Person
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import case_list, case_list_headings, case_list_rows, case_list_types
from inspector_app.core.interchange.case_list_rows import Known
from inspector_app.core.interchange.frameworks.file import parse

START = date(2025, 3, 24)  # Trafford's: children's cases began from 23 September to 22 November 2024
TEAM = (Person("r", "Ruth Ashdown"), Person("o", "Owain Ŵynne"), Person("a", "Alex"), Person("b", "Alex"))


@cache
def framework(framework_id: str = "iyjwcv-2025") -> Framework:
    file = paths.resources() / "frameworks" / f"{framework_id}.json"
    return parse(file.read_text(encoding="utf-8"), file.name)


def listed(data: str | bytes) -> Listing:
    return case_list.open_text(data.encode() if isinstance(data, str) else data, "list.csv")


def read(
    data: Listing | str, sample: str = "children", taken: tuple[str, ...] = (), fw: str = "iyjwcv-2025"
) -> Reading:
    listing = listed(data) if isinstance(data, str) else data
    known = Known(framework(fw), START, taken, TEAM, sample)
    return case_list_rows.read(listing, case_list_headings.guess(listing.headings), known)


def one(data: Listing | str, **how: Any) -> ListRow:
    (line,) = read(data, **how).lines
    return line


def whys(data: Listing | str, **how: Any) -> list[tuple[int, str, str]]:
    return [(p.row, p.heading, p.why) for p in read(data, **how).errors]


def workbook(*rows: list[Any], **sheets: list[list[Any]]) -> Listing:
    return case_list.open_workbook(book_bytes(*rows, **sheets), "list.xlsx")


def book_bytes(*rows: list[Any], **sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for title, content in sheets.items():
        sheet = book.create_sheet(title)
        for row in content:
            sheet.append(row)
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refusal(data: bytes, name: str = "list.csv") -> Expected:
    with pytest.raises(Expected) as caught:
        (case_list.open_workbook if name.endswith("xlsx") else case_list.open_text)(data, name)
    return caught.value


ROW = "Case ref,Cohort,Type of disposal,Start date,End date,Age,Sex,Ethnic group,Disability,Looked after,Allocated to\n"


def test_a_row_gives_every_fact_of_a_case() -> None:
    text = (
        ROW
        + "C01,Children's cases,Community Sentence,3/10/2024,2025-02-28,15,Male,White British,None,No,ruth  ashdown\n"
    )
    days = {"began": date(2024, 10, 3), "ended": date(2025, 2, 28)}
    others = {"age": 15, "gender": "Male", "ethnicity": "White British", "disability": "None", "care": "No"}
    assert one(text) == ListRow(2, Case("C01", "C01", "children", "community sentence", "r", **days, **others))


def test_only_the_reference_is_needed() -> None:
    assert one("ID\nC01\n") == ListRow(2, Case("C01", "C01", "children"))


# codes, separators, headings

TEXT = "Case ref;Sample;Ethnicity\nC01;victims;Gŵyneddig ŷ\n"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_unicode_file_is_read_whatever_parts_its_cells(code: str, separator: str) -> None:
    text = TEXT.replace(";", separator)
    marks = {"utf-16-le-bom": b"\xff\xfe", "utf-16-be-bom": b"\xfe\xff"}
    data = marks.get(code, b"") + text.encode(code.removesuffix("-bom"))
    line = one(listed(data))
    assert (line.case.ref, line.case.sample, line.case.ethnicity) == ("C01", "victims", "Gŵyneddig ŷ")


def test_windows_1252_is_read_and_says_so() -> None:
    listing = listed("Ref,Ethnicity\nC01,Gaël “other”\n".encode("cp1252"))
    assert one(listing).case.ethnicity == "Gaël “other”"
    assert "Windows-1252" in listing.remark


def test_the_headings_are_found_under_a_title_and_rows_keep_their_numbers() -> None:
    listing = listed("Cases for Wexborough,,\n\nprinted 3 March,,\nRef,Start,Type\nC01,1/10/2024,bail\n")
    assert [h.text for h in listing.headings] == ["Ref", "Start", "Type"]
    assert one(listing).row == 5


def test_headings_nobody_knows_are_offered_to_be_chosen() -> None:
    listing = listed("Alpha,Beta,Beta,\n1,2,3,4\n")
    assert [h.text for h in listing.headings] == ["Alpha", "Beta (column B)", "Beta (column C)", "(column D)"]
    assert case_list_headings.guess(listing.headings) == {}
    assert case_list_rows.read(listing, {"ref": 2}, Known(framework(), START)).lines[0].case.ref == "3"


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *(("CASE_ID", "ref"), ("Case Ref.", "ref"), ("Unique ID", "ref")),
        *(("Order start date", "began"), ("Date of Order", "began"), ("Intervention End Date", "ended")),
        *(("Self-defined ethnicity", "ethnicity"), ("Looked-after status", "care"), ("Age", "age")),
        *(("Inspector name", "inspector"), ("Victim type", "type"), ("Sample", "sample")),
        *(("Age (yrs)", "age"), ("Start [dd/mm/yyyy]", "began")),
    ],
)
def test_headings_are_guessed_as_services_write_them(heading: str, column: str) -> None:
    listing = listed(f"{heading},Nothing\nx,y\n")
    assert case_list_headings.guess(listing.headings) == {column: 0}


@pytest.mark.parametrize(
    ("heading", "holds"),
    [
        *(("Name", "names of people"), ("Child's name", "names of people"), ("Surname", "names of people")),
        *(("DOB", "dates of birth"), ("D.O.B.", "dates of birth"), ("Date of birth", "dates of birth")),
        *(("NHS Number", "numbers that lead to a person"), ("PNC ID", "numbers that lead to a person")),
        *(("Home address", "addresses or telephone numbers"), ("Post code", "addresses or telephone numbers")),
        *(("Mobile", "addresses or telephone numbers"), ("Mother", "people around the child")),
        *(("Case manager name", "names of people"), ("Initials", "names of people")),
        *(("Inspector name", ""), ("Type of order", ""), ("Ethnicity", ""), ("Care", "")),
    ],
)
def test_columns_that_lead_to_a_person_are_known_by_their_headings(heading: str, holds: str) -> None:
    assert case_list_headings.personal(heading) == holds


def test_a_column_that_leads_to_a_person_is_not_read_even_when_somebody_asks_for_it() -> None:
    listing = listed("Ref,Name,DOB\nC01,Jo Bloggs,1/2/2009\n")
    places = {"ref": 0, "gender": 1, "began": 2}
    line = case_list_rows.read(listing, places, Known(framework(), START, sample="children")).lines[0]
    assert (line.case.gender, line.case.began, line.errors) == ("", None, ())


# cells

_DATES = [
    *(("2025-04-03", date(2025, 4, 3)), ("2025-4-3", date(2025, 4, 3)), ("2025-04-03 00:00:00", date(2025, 4, 3))),
    *(("3/4/2025", date(2025, 4, 3)), ("03/04/25", date(2025, 4, 3)), ("3.4.2025", date(2025, 4, 3))),
    *(("3-4-2025", date(2025, 4, 3)), ("3/4/2025 09:30", date(2025, 4, 3)), ("3 April 2025", date(2025, 4, 3))),
    *(("3rd Apr 2025", date(2025, 4, 3)), ("03-Apr-25", date(2025, 4, 3)), ("3 Sept 2024", date(2024, 9, 3))),
    *(("29/02/2024", date(2024, 2, 29)), ("", None), ("-", None)),
]


@pytest.mark.parametrize(("typed", "day"), _DATES)
def test_dates_are_read_as_british_people_write_them(typed: str, day: date | None) -> None:
    assert one(f"Ref,Start\nC01,{typed}\n").case.began == day


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        *(("31/02/2025", "31/02/2025 is not a day of the calendar"), ("4/13/2025", "not a day of the calendar")),
        *(("29/02/2025", "not a day of the calendar"), ("2025-13-01", "not a day of the calendar")),
        *(("soon", "is no date"), ("3/4", "is no date"), ("3/4-2025", "is no date"), ("1 Ju 2024", "is no date")),
        *(
            ("2/3/2009", "a date of birth is never imported"),
            ("45748", "45748 is a number, and 1 April 2025 where a spreadsheet counts days"),
        ),
    ],
)
def test_a_wrong_date_is_told_with_row_and_column(typed: str, words: str) -> None:
    ((row, heading, why),) = whys(f"Ref,Start\nC01,{typed}\n")
    assert (row, heading) == (2, "Start")
    assert words in why


def test_a_real_date_of_excel_is_read_and_a_bare_number_is_not() -> None:
    head = ["Ref", "Start"]
    assert one(workbook(head, ["C01", datetime(2024, 10, 3, 9, 30)])).case.began == date(2024, 10, 3)
    assert one(workbook(head, ["C01", date(2024, 10, 3)])).case.began == date(2024, 10, 3)
    assert "45748 is a number" in whys(workbook(head, ["C01", 45748]))[0][2]
    assert "is no date" in whys(workbook(head, ["C01", time(9, 30)]))[0][2]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        *((",15", "the reference is missing"), ("Jo Bloggs,15", "looks like a person’s name")),
        *(("Smith-Jones Mary,15", "looks like a person’s name"), ("x" * 101 + ",15", "100 is the most")),
        *(("=cmd|' /C calc'!A0,15", "begins as a formula"), ("@x,15", "begins as a formula")),
        *(("01/234567A,15", "a police number"), ("943 476 5919,15", "an NHS number")),
        *(("jo@example.org,15", "an e-mail address"), ("LS1 4AP,15", "a postcode")),
        *(("C01,fifteen", "is no age"), ("C01,-3", "is no age"), ("C01,15.5", "is no age"), ("C01,999", "is no age")),
    ],
)
def test_a_row_that_cannot_be_imported_says_why(row: str, words: str) -> None:
    ((number, _, why),) = whys(f"Ref,Age\n{row}\n")
    assert number == 2
    assert words in why


def test_a_reference_may_look_like_a_code_of_any_kind() -> None:
    refs = ["C01", "Child A", "Case Twelve", "WX/2025/14", "12", "v-3", "Victim One"]
    assert [line.case.ref for line in read("Ref\n" + "\n".join(refs) + "\n").good] == refs


def test_doubled_references_are_errors_whatever_their_case() -> None:
    assert whys("Ref\nC01\nc01\nV01\n", taken=("v01",)) == [
        (3, "Ref", "c01 stands in row 2 already"),
        (4, "Ref", "V01 is in the inspection already"),
    ]


def test_only_the_good_rows_are_good() -> None:
    reading = read("Ref,Start\nC01,1/10/2024\nC02,32/1/2025\nC03,2/10/2024\n")
    assert [line.case.ref for line in reading.good] == ["C01", "C03"]


def test_dates_outside_the_window_are_worth_a_look_and_no_error() -> None:
    reading = read("Ref,Type,Start\nC01,bail,1/12/2024\nC02,custody and resettlement,1/12/2024\n")
    assert len(reading.good) == 2
    (warning,) = reading.warnings
    assert (warning.row, warning.heading) == (2, "Start")
    assert warning.why == ("1 December 2024 is outside the dates of Children’s cases, 23 September to 22 November 2024")


@pytest.mark.parametrize(
    ("typed", "told"),
    [("10/11/2025", True), ("10.11.2025", True), ("3-4-25", True), ("10/11/2025 00:00", True), ("11/11/2025", False),
     ("14/10/2025", False), ("2025-11-10", False), ("10 Nov 2025", False)],
)  # fmt: skip
@pytest.mark.parametrize("american", ["10/13/2025", "10-13-25", "1.31.2026 09:00"])
def test_where_one_date_has_its_month_first_those_that_could_be_are_worth_a_look(
    typed: str, told: bool, american: str
) -> None:
    rows = f"Case ref,Sample,Start date\nC01,children,{american}\nC02,children,{typed}\n"
    line = read(listed(rows)).lines[1]
    assert any("month first" in problem.why for problem in line.warnings) is told
    alone = read(listed(rows.replace(american, "13/10/2025"))).lines[1]
    assert not any("month first" in problem.why for problem in alone.warnings)


@pytest.mark.parametrize("typed", ["13 Oct 98", "13/10/98", "13.10.70"])
def test_a_year_of_two_figures_is_none_that_is_far_ahead(typed: str) -> None:
    (found,) = read(listed(f"Case ref,Sample,Start date\nC01,children,{typed}\n")).lines
    assert ["a date of birth is never imported" in problem.why for problem in found.errors] == [True]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((text, f'nothing is read from "{text}"') for text in ("undated", "TBC", "not known", "?", "n/k")),
        *((text, "") for text in ("-", "N/A", "none", "ongoing", "Current")),
    ],
)
def test_a_cell_that_says_there_is_no_day_yet_leaves_no_case_out(typed: str, said: str) -> None:
    (line,) = read(f"Ref,Type,End date,Age\nC01,bail,{typed},15\n").lines
    assert (line.case.ref, line.case.ended, line.errors) == ("C01", None, ())
    assert [problem.why for problem in line.warnings] == ([said] if said else [])


def test_ends_that_are_still_to_come_are_days_all_the_same() -> None:
    listing = listed("Ref,Planned end\nC01,ongoing\nC02,n/k\nC03,ongoing\nC04,1/2/2025\n")
    assert case_list_headings.guess(listing.headings) == {"ref": 0, "ended": 1}


@pytest.mark.parametrize("typed", ["15 years", "15y", "15yo", "15 yrs old", "15 Years"])
def test_an_age_may_have_its_unit(typed: str) -> None:
    assert one(f"Ref,Age\nC01,{typed}\n").case.age == 15


def test_a_year_that_nobody_means_is_said_to_be_one() -> None:
    for typed in ("01/10/0204", "1 Oct 2204", "2204-10-01"):
        said = "before 1900 or after 2100"
        assert [said in why for _, _, why in whys(f"Ref,Start\nC01,{typed}\n")] == [True]


def test_an_end_before_the_start_is_an_error() -> None:
    assert whys("Ref,Start,End\nC01,1/11/2024,1/10/2024\n")[0][2] == "it is before the start, 1 November 2024"


# samples, types, inspectors


@pytest.mark.parametrize(
    ("said", "sample"),
    [
        ("Children", "children"),
        ("child", "children"),
        ("Children's cases", "children"),
        ("Children’s cases", "children"),
        ("VICTIM", "victims"),
    ],
)
def test_samples_are_understood_as_people_write_them(said: str, sample: str) -> None:
    assert one(f"Ref,Sample\nC01,{said}\n", sample="").case.sample == sample


@pytest.mark.parametrize(
    ("said", "sample"),
    [
        ("OOCD", "Out-of-court disposal cases"),
        ("oocds", "Out-of-court disposal cases"),
        ("Pre-court", "Out-of-court disposal cases"),
        ("Court orders", "Court disposal cases"),
        ("post court", "Court disposal cases"),
    ],
)
def test_samples_are_understood_by_what_services_call_them(said: str, sample: str) -> None:
    for heading in ("Sample", "Order type"):  # the word for the type says it where it is that of a sample
        found = one(f"Ref,{heading}\nC01,{said}\n", sample="", fw="yos-2018").case.sample
        assert framework("yos-2018").sample(found).title == sample


def test_a_word_that_is_of_no_sample_says_none() -> None:
    for said in ("Turnaround", "cases", "", "Not out of court"):
        assert whys(f"Ref,Order type,Age\nC01,{said},15\n", sample="", fw="yos-2018")


@pytest.mark.parametrize(
    ("said", "kind"),
    [("YC", "youth caution"), ("YCC", "youth conditional caution"), ("Outcome 22", "other disposal")],
)
def test_the_outcomes_of_2018_have_the_types_of_2018(said: str, kind: str) -> None:
    (word,) = case_list_types.words(framework("yos-2018"), [said], {})
    assert (word.means, word.since) == (kind, "usual")


@pytest.mark.parametrize(
    "said",
    [
        *("bail refused", "Refused bail", "No bail", "Bail - revoked", "Without bail", "not a referral order"),
        *(
            "Referral order not made",
            "ex-DTO",
            "Alternative to a DTO",
            "YRO (proposed)",
            "community sentence, not custody",
        ),
        *("Pre-bail", "Custody threshold", "Awaiting referral order"),
    ],
)
def test_a_word_that_says_it_is_not_so_means_no_type(said: str) -> None:
    (word,) = case_list_types.words(framework(), [said], {})
    assert (word.means, word.since) == ("", "")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *(("D.T.O.", "custody and resettlement"), ("DTO 12 months", "custody and resettlement")),
        *(("Detention and training orders", "custody and resettlement"), ("s.254", "custody and resettlement")),
        *(
            ("Referral orders", "community sentence"),
            ("ROs", "community sentence"),
            ("Breach of YRO", "community sentence"),
        ),
        *(("YRO - unpaid work", "community sentence"), ("Youth rehab order", "community sentence")),
        *(("YCCs", "out-of-court disposal"), ("Triage", "out-of-court disposal"), ("RILAA", "remand")),
        *(("Bail (granted)", "bail"), ("Remanded on bail", "bail")),
    ],
)
def test_orders_are_known_in_plural_with_points_and_among_other_words(said: str, kind: str) -> None:
    (word,) = case_list_types.words(framework(), [said], {})
    assert (word.means, word.since) == (kind, "usual")


@pytest.mark.parametrize("ref", ["-", "?", "n/a", "None", "null", "NaN", "TBC", "not known"])
def test_a_word_for_nothing_is_no_reference(ref: str) -> None:
    assert ["it says that there is none" in why for _, _, why in whys(f"Ref,Type\n{ref},bail\n")] == [True]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        *((f"{text},", "stands under the cases") for text in ("8 cases", "1 case", "Cases: 8", "END", "*** end ***")),
        *(
            (f"{text},", "stands under the cases")
            for text in ("- Total -", "* withdrawn since", "12 children in total")
        ),
        *(
            (f"{text},", "stands above cases")
            for text in ("Out of court", "Court orders", "Bail", "Victims", "Referral orders")
        ),
        ("Case ref,Type of disposal", "the headings stand here again"),
        ("CASE REF,TYPE OF DISPOSAL", "the headings stand here again"),
    ],
)
def test_a_line_that_parts_or_ends_a_list_is_no_case(line: str, why: str) -> None:
    reading = read(f"Case ref,Type of disposal\nC01,bail\n{line}\nC02,bail\n")
    assert [found.case.ref for found in reading.good] == ["C01", "C02"]
    assert [why in problem.why for problem in reading.errors] == [True]


@pytest.mark.parametrize("ref", ["Case 8", "8", "C01*", "#12", "Case: 12", "1 North", "*C07"])
def test_a_reference_like_such_a_line_is_one(ref: str) -> None:
    assert one(f"Ref,Type\n{ref},bail\n").case.ref == ref


def test_a_number_with_and_without_zeros_is_pointed_out() -> None:
    found = read("Ref,Type\n007,bail\n7,bail\n8,bail\n", taken=("0008",)).warnings
    assert [(problem.row, problem.why.split(":")[0]) for problem in found] == [
        (3, "007 is there too"),
        (4, "0008 is there too"),
    ]


def test_a_day_where_words_should_stand_is_refused() -> None:
    found = whys(workbook(["Ref", "Ethnic group"], ["C01", datetime(2026, 2, 1)], ["C02", "2"], ["C03", "W1"]))
    assert found == [
        (2, "Ethnic group", "the spreadsheet has made 2026-02-01 of it; format the column as Text and type it again")
    ]


def test_a_row_without_sample_takes_that_of_its_type_then_the_one_chosen() -> None:
    text = "Ref,Type\nC01,bail\nV01,Adult victim\nX01,\n"
    assert [line.case.sample for line in read(text, sample="").lines] == ["children", "victims", ""]
    assert [line.case.sample for line in read(text, sample="victims").lines] == ["children", "victims", "victims"]
    why = whys(text, sample="")[0][2]
    assert "it is one of: Children’s cases, Victims’ cases" in why
    assert "Rows without a sample" in why
    assert (
        '"Turnaround" is no type that is known: say what it means, for its sample is not known either. That is one of: Ch'
        in whys("Ref,Type\nC01,Turnaround\n", sample="")[0][2]
    )


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("Y", "Yes"), ("true", "Yes"), ("1", "Yes"), ("n", "No"), ("False", "No"), ("0", "No"), ("N/K", "Not known"),
        ("unknown", "Not known"), ("EHCP, dyslexia", "EHCP, dyslexia"), ("-", ""),
    ],
)  # fmt: skip
def test_what_services_write_for_yes_and_no_is_one_word_in_the_profile(cell: str, read_as: str) -> None:
    case = one(f'Ref,Type,Disabled,CLA\nX1,YRO,"{cell}","{cell}"\n').case
    assert (case.disability, case.care) == (read_as, read_as)


def test_of_the_samples_that_have_a_type_the_services_word_may_say_which() -> None:
    """In 2018 a custodial sentence is of court disposals and of resettlement; the refusal named out-of-court too."""
    listing = listed("Case ref,Type\nX1,Resettlement\nX2,DTO\n")
    known = Known(framework("yos-2018"), START, types=dict.fromkeys(("resettlement", "dto"), "custodial sentence"))
    reading = case_list_rows.read(listing, case_list_headings.guess(listing.headings), known)
    assert [line.case.sample for line in reading.good] == ["resettlement"]
    (problem,) = reading.errors
    assert problem.row == 3
    assert problem.why.startswith("the sample is missing; it is one of: Court disposal cases, Resettlement cases.")


def test_a_framework_of_one_sample_needs_none_said() -> None:
    assert one("Ref\nC01\n", sample="", fw="fji-2014").case.sample == "cases"


def test_a_sample_that_the_framework_has_not_is_an_error() -> None:
    assert whys("Ref,Sample\nC01,court\n")[0][1:] == (
        "Sample", '"court" is not one of: Children’s cases, Victims’ cases'
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cohort", "kind", "sample"),
    [
        ("Post court", "referral order", "children"),
        ("OOCD", "Outcome 22", "children"),
        ("Custody", "DTO (8 mths)", "children"),
        ("Cohort B", "adult victim", "victims"),
        ("Group 2", "Victim - adult", "victims"),
    ],
)
def test_a_word_of_the_services_own_for_its_part_of_a_list_keeps_no_case_out_whose_type_says_the_sample(
    cohort: str, kind: str, sample: str
) -> None:
    """Six of eight rows stayed out, for "Cohort" was taken for the sample."""
    meant = {word.key: word.means for word in case_list_types.words(framework("iyjs-2025"), [kind], {})}
    listing = listed(f"Ref,Cohort,Type\nC01,{cohort},{kind}\n")
    known = Known(framework("iyjs-2025"), START, types=meant)
    (line,) = case_list_rows.read(listing, case_list_headings.guess(listing.headings), known).lines
    assert (line.case.sample, line.errors) == (sample, ())
    assert line.warnings[0].why.startswith(f'"{cohort}" is not one of: Children’s cases, Victims’ cases; by its type')


@pytest.mark.parametrize("cohort", ["OOCD", "Out of court", "OoC"])
def test_a_part_of_a_list_that_is_called_by_a_type_is_of_its_sample_where_the_types_of_its_cases_are_not_known(
    cohort: str,
) -> None:
    listing = listed(f"Ref,Cohort,Type\nC01,{cohort},Turnaround\n")
    (line,) = case_list_rows.read(
        listing, case_list_headings.guess(listing.headings), Known(framework("iyjs-2025"), START)
    ).lines
    assert (line.case.sample, line.errors) == ("children", ())
    assert (
        f'"{cohort}" is not one of: Children’s cases, Victims’ cases; as a type it is of Children’s cases'
        in line.warnings[0].why
    )


@pytest.mark.parametrize("word", ["Victim - adult", "victims (adults)", "VICTIM, ADULT", "Adult victims"])
def test_a_type_is_known_in_whatever_order_and_number_its_words_stand(word: str) -> None:
    (found,) = case_list_types.words(framework("iyjs-2025"), [word], {})
    assert found.means == "adult victim"


def test_a_type_or_an_inspector_nobody_knows_is_worth_a_look() -> None:
    reading = read("Ref,Type,Inspector\nC01,referral order,Zoe\nC02,bail,Alex\n")
    assert [(line.case.type, line.case.inspector) for line in reading.good] == [("referral order", ""), ("bail", "")]
    assert [(w.row, w.heading) for w in reading.warnings] == [(2, "Type"), (2, "Inspector"), (3, "Inspector")]


# files that are not what they claim


@pytest.mark.parametrize(
    ("data", "words"),
    [
        *((b"", "it is empty"), (b"\n\n , \n", "it is empty"), (b"\xef\xbb\xbf", "it is empty")),
        *((b"Ref,Start\n", "headings and no case"), (b"%PDF-1.7\n1 0 obj", "PDF")),
        *((b"PK\x03\x04rest", "zipped"), (b"\xd0\xcf\x11\xe0" + bytes(9), "password"), (b"{\\rtf1 x}", "Word")),
        *((b"<html><table></table>", "web page"), (b"Ref\nC0\x001\n", "line 2 holds a character that no text has")),
        *((bytes(range(256)), "no text"), (b"\xff\xfeR", "no text"), (b"Ref\nC01\x81\n", "no text")),
        *(("Ref\n".encode("utf-16-le") + "C01\n".encode("utf-16-le"), "no text"),),
        *((b"Ref\n" + b"C\n" * 1001, "more than 1000 rows"), (b"Ref\n" + b"C\n" * 10_000, "more than 1000 rows")),
        (b"Ref\n" + b"C\n" * 1010 + b'"not read any more', "more than 1000 rows"),
        *((b"," * 150 + b"Ref\n" + b"," * 150 + b"C01\n", "100 is the most"),),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(data: bytes, words: str) -> None:
    error = refusal(data)
    assert error.code is Code.CASE_LIST_INVALID
    assert words in str(error.facts["why"])


def test_quotation_marks_that_do_not_match_are_refused_with_their_row() -> None:
    error = refusal(b'Ref,Type\nC01,"bail\nC02,bail\n')
    assert (error.code, error.facts["row"]) == (Code.TABLE_INVALID, 2)


def test_a_thousand_rows_are_a_list() -> None:
    assert len(read("Ref\n" + "".join(f"C{n}\n" for n in range(1000))).good) == 1000


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        *((b"Ref\nC01\n", "damaged"), (zipped(word=b"a document"), "damaged"), (b"%PDF-1.7", "damaged")),
        *((b"\xd0\xcf\x11\xe0" + bytes(600), "old kind .xls"), (zipped(bomb=bytes(60_000_000)), "unpacks to 60 MB")),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
    ids=["text", "docx", "pdf", "xls", "bomb", "password"],
)
def test_what_is_no_workbook_is_refused(data: bytes, words: str) -> None:
    error = refusal(data, "list.xlsx")
    assert error.code is Code.WORKBOOK_UNREADABLE
    assert words in str(error.facts["why"])


def test_a_workbook_of_ten_thousand_rows_is_refused() -> None:
    data = book_bytes(["Ref"], *([f"C{n}"] for n in range(10_000)))
    assert refusal(data, "list.xlsx").code is Code.CASE_LIST_INVALID


def test_a_formula_that_was_never_calculated_is_an_error_only_where_it_is_read() -> None:
    listing = workbook(["Ref", "Start", "Remark"], ["C01", "=TODAY()", "=A1"])
    assert whys(listing) == [
        (2, "Start", "the cell holds a formula that was never calculated; save the file in Excel"),
    ]


def test_a_list_behind_a_cover_is_found_and_what_else_looks_like_one_is_named() -> None:
    cover, cases = [["Barford YJS, produced for HMIP"]], [["Case ref", "Start date"], ["C01", date(2024, 10, 1)]]
    found = workbook(*cover, Court=cases, Notes=[["Case ref"]], OOCD=cases)
    assert [h.text for h in found.headings] == ["Case ref", "Start date"]
    assert found.remark == (
        "It was read from its sheet “Court”. Not read, and like a list too: “OOCD”; save such a sheet as a file of its own."
    )
    assert workbook(*cover, Cases=cases).remark == "It was read from its sheet “Cases”."
    assert workbook(*cases, Notes=cover).remark == ""
    assert refusal(book_bytes(*cover, Notes=[["Nothing"]]), "list.xlsx").code == Code.CASE_LIST_INVALID


@pytest.mark.parametrize(
    "under", ["Total: 8", "Grand total", "Number of cases", "Count of refs", "Produced by J Ray", "Page 2"]
)
def test_a_line_under_the_cases_is_no_case_for_one_reason(under: str) -> None:
    """It said that the sample is missing, too."""
    ((row, _, why),) = whys(f"Ref,Sample\nC01,Children\n{under},\n", sample="")
    assert len(whys(f"Case ref,Type\nC01,bail\n{under},\n", sample="")) == 1, "and nothing is asked of it"
    assert (row, "none of them" in why) == (3, True)


def test_of_a_row_that_is_to_stay_out_nothing_else_is_asked() -> None:
    """It went on asking what "NFA" means, and which sample it is of."""
    listing = listed("Ref,Type,Start date\nC01,NFA,31/02/2024\nC02,bail,1/10/2024\n")
    known = Known(framework(), START, (), TEAM, "", {"nfa": LEFT_OUT})
    reading = case_list_rows.read(listing, case_list_headings.guess(listing.headings), known)
    assert [(p.row, p.why) for p in reading.errors] == [(2, 'rows of "NFA" are left out')]
    assert [line.case.ref for line in reading.lines] == ["C01", "C02"]


@pytest.mark.parametrize("ref", ["T8", "TOT01", "Count1", "Page2"])
def test_a_reference_with_nothing_else_in_its_row_is_pointed_out_and_read(ref: str) -> None:
    found = read(f"Case ref,Start date\nC01,1/10/2024\n{ref},\n")
    assert [p.row for p in found.warnings if "nothing else" in p.why] == [3]
    assert not found.errors
    assert not read(f"Case ref\nC01\n{ref}\n").warnings  # a list of references alone


def test_hidden_sheets_are_passed_over() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Ref", "Name"])
    book.active.append(["SECRET", "Jo Bloggs"])
    book.active.sheet_state = "veryHidden"
    for row in (["Ref"], ["C01"]):
        if "Cases" not in book.sheetnames:
            book.create_sheet("Cases")
        book["Cases"].append(row)
    book.active = 1
    assert one(case_list.open_workbook(saved(book), "list.xlsx")).case.ref == "C01"


def test_what_a_merged_cell_says_of_the_sample_is_so_of_each_of_its_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Ref", "Sample"], ["C01", "children"], ["C02", None]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    reading = read(case_list.open_workbook(saved(book), "list.xlsx"), sample="")
    assert [line.case.sample for line in reading.lines] == ["children", "children"]
    assert reading.errors == ()


def test_what_excel_makes_of_references_and_flags_is_understood() -> None:
    listing = workbook(["Ref", "Disability", "Age"], [101, True, 15.0], [102.0, False, None])
    assert [(x.case.ref, x.case.disability, x.case.age) for x in read(listing).lines] == [
        ("101", "Yes", 15),
        ("102", "No", None),
    ]
    spoilt = workbook(["Ref"], [datetime(2025, 1, 2)], [1.5])
    assert ["has made" in why for *_, why in whys(spoilt)] == [True, True]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80), st.booleans())
def test_any_bytes_are_a_list_or_refused(data: bytes, headed: bool) -> None:
    try:
        found: object = read(listed(b"Ref,Start,Age\n" * headed + data))
    except Expected as error:
        found = error.code
    assert isinstance(found, Reading) or found in {Code.CASE_LIST_INVALID, Code.TABLE_INVALID}


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("\"',;\n\tC01/-=3. ") | st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_rows_are_read_and_no_formula_gets_through(text: str) -> None:
    try:
        good = read("Ref,Start,Age,Sex\n" + text + "\nC99,,,\n").good
    except Expected:  # a stray quotation mark
        good = ()
    assert not any(field.startswith(("=", "@")) for line in good for field in (line.case.ref, line.case.gender))


def test_a_good_row_is_read_whatever_is_wrong_with_another_row_of_its_reference() -> None:
    reading = read("Ref,Age\nC01,fifteen\nc01,15\nC01,16\nC02,15\n")
    assert [(line.row, line.case.age) for line in reading.good] == [(3, 15), (5, 15)]
    assert [(p.row, p.why) for p in reading.warnings if p.heading == "Ref"] == [
        (3, "c01 stands in row 2 too, which is left out; see which of them is right")
    ]
    assert [p.why for p in reading.errors if p.row == 4] == ["C01 stands in row 3 already"]


def test_a_type_of_another_sample_is_said_to_be_none_of_this_one() -> None:
    line = one("Ref,Sample,Type\nC01,out-of-court disposal cases,custodial sentence", fw="yos-2018")
    (warning,) = line.warnings
    assert "is no type of Out-of-court disposal cases (youth conditional caution" in warning.why


def test_a_list_behind_more_sheets_than_are_looked_at_is_to_be_moved_to_the_front() -> None:
    book = openpyxl.Workbook()
    for place in range(25):
        book.create_sheet(f"S{place}").append(["Cover"])
    for row in (["Case ref", "Type"], ["C01", "Court order"]):
        book.worksheets[-1].append(row)
    book.save(out := io.BytesIO())
    with pytest.raises(Expected) as no:
        case_list.open_workbook(out.getvalue(), "many.xlsx")
    assert "of its 26 sheets the first 20 are looked at" in str(no.value.facts["why"])
