"""Lists and tables as services and spreadsheets send them: formats, shared cells, other sheets, numbers of people."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from inspector_app.core.domain.days import spoken, week_line
from inspector_app.core.domain.text import footings, pseudonyms
from inspector_app.core.errors import Expected
from inspector_app.core.interchange import case_list, case_list_headings, case_list_rows, sheets, table
from inspector_app.core.interchange.workbooks.unseen import Shared, with_shared
from tests.interchange.test_case_lists import framework, one, read, saved, whys

HEADINGS = ["Case ref", "Type", "Start date", "Age"]
FIRST, SECOND = ["C01", "bail", datetime(2024, 10, 1), 15], ["C02", "bail", datetime(2024, 10, 2), 16]
TABLE = ["case", "sample", "question", "answer"]
TEXT = ",".join(HEADINGS) + "\n{},bail,01/10/2024,15\n"


def book(*rows: Sequence[object], change: Callable[[Any], None] = lambda _: None, name: str = "List") -> bytes:
    made = openpyxl.Workbook()
    page: Any = made.active
    page.title = name
    for cells in rows:
        page.append(list(cells))
    change(page)
    return saved(made)


def formatted(value: object, form: str) -> bytes:
    def change(page: Any) -> None:
        page["A2"].number_format = form

    return book(HEADINGS, [value, *FIRST[1:]], change=change)


@pytest.mark.parametrize(
    ("value", "form", "ref"),
    [
        (7, "[$YJ]000", "YJ007"), (7, "[$YJ-809]000", "YJ007"), (7, "[$-809]000", "007"), (7, "[Red]000;[Blue]-000", "007"),
        (70317, '"YJ/"00\\/000', "YJ/70/317"), (7, '0"/24"', "7/24"), ("007", '"YJ"@', "YJ007"), ("C07", "@", "C07"),
        ("C07", '0;-0;0;@" (YJ)"', "C07 (YJ)"), ("C07", "00;-00;0", "C07"), ("C07", "[Red]@", "C07"),
    ],
)  # fmt: skip
def test_a_reference_is_what_its_format_shows(value: object, form: str, ref: str) -> None:
    assert one(case_list.open_workbook(formatted(value, form), "list.xlsx")).case.ref == ref


@pytest.mark.parametrize("form", ["[$£-809]#,##0.00", "[$€]0.00", '"£"#,##0', "[$YJ]#,##0", "0%"])
def test_money_and_the_like_are_no_references(form: str) -> None:
    (error,) = read(case_list.open_workbook(formatted(7, form), "list.xlsx")).lines[0].errors
    assert "shows otherwise" in error.why


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85"])
def test_rows_that_end_in_another_end_of_line_are_rows_where_no_others_do(end: str) -> None:
    assert one(TEXT.format("C01").replace("\n", end)).case.ref == "C01"
    found = table.read_csv(f"case,sample,question,answer{end}C01,,2.1.1,yes{end}".encode(), "t.csv", framework())
    assert [case.ref for case in found.cases] == ["C01"]
    kept = table.read_csv(f"case,sample,question,answer,note\nC01,,2.1.1,yes,a{end}b\n".encode(), "t.csv", framework())
    assert kept.judgements[0].rationale == f"a{end}b"


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00a0", "\u2060", "\u00ad", "\u3164"])
def test_a_row_in_which_nothing_can_be_seen_is_empty(unseen: str) -> None:
    rows = read(TEXT.format("C01") + f"{unseen},{unseen},,\n").lines
    assert [line.case.ref for line in rows] == ["C01"]
    found = table.read_csv(
        f"case,sample,question{unseen},answer\n{unseen},,,\nC01,,2.1.1,yes\n".encode(), "t.csv", framework()
    )
    assert len(found.judgements) == 1


def test_a_cell_that_cannot_be_read_is_told_once() -> None:
    assert whys(",".join(HEADINGS) + "\nC01,#N/A,01/10/2024,15\n") == [
        (2, "Type", "the cell holds the Excel error #N/A")
    ]


@pytest.mark.parametrize("heading", ["End date", "Closed"])
def test_where_one_column_has_its_month_first_the_others_are_doubted_too(heading: str) -> None:
    text = f"Case ref,Start date,{heading}\nC01,10/13/2024,\nC02,2024-10-05,11/12/2024\nC03,5 Oct 2024,13/11/2024\n"
    warned = [(p.row, p.heading) for p in read(text).warnings if "month first" in p.why]
    assert warned == [(3, heading)]
    assert "another column has its month first" in read(text).warnings[0].why


@pytest.mark.parametrize(
    "line",
    ["Average age", "Mean age", "Median length of order", "n = 12", "n=2", "OFFICIAL", "Official - Sensitive",
     "OFFICIAL-SENSITIVE", "OFFICIAL SENSITIVE - PERSONAL", "RESTRICTED when complete", "Confidential"],
)  # fmt: skip
def test_what_stands_round_a_list_is_none_of_its_cases(line: str) -> None:
    assert footings.is_footing(line)
    (found,) = read(TEXT.format("C01") + f"{line},,,\n").lines[1:]
    assert "none of them" in found.errors[0].why


@pytest.mark.parametrize("ref", ["Official 3", "N=A", "C01", "Keyham 2", "Mean Street 4"])
def test_what_only_begins_so_is_a_reference(ref: str) -> None:
    assert not footings.is_footing(ref)


@pytest.mark.parametrize("ref", ["A1234BC", "a1234bc", "A-1234-BC", "A1234 BC", "Ａ1234ＢＣ"])
def test_what_may_be_a_prison_number_is_taken_and_pointed_out(ref: str) -> None:
    line = one(TEXT.format(ref))
    assert line.errors == ()
    assert any("prison number" in problem.why for problem in line.warnings)


@pytest.mark.parametrize("ref", ["A123BC", "AB1234C", "A12345BC", "A1234BCD", "C1234", "A1234B1", "24/1234/AB"])
def test_what_has_another_form_is_not(ref: str) -> None:
    assert pseudonyms.worth_a_look(ref) == ""


NUMBERS = ("A1234BC", "A1235BD", "B2345CE")


@pytest.mark.parametrize(
    "heading",
    ["Reference", "Case ref", "Ref", "Child ID", "NOMIS ref", "NOMS no.", "Prison ref", "Prisoner ID", "Unique ID"],
)
@pytest.mark.parametrize("better", ["YJS number", "Case reference", "Sample no."])
@pytest.mark.parametrize(
    "numbers", [NUMBERS, ("943 476 5919", "401 023 2137", "943 476 5870"), ("Amy Jones", "Bo Lee", "Cai Rees")]
)
def test_a_column_that_leads_to_people_is_no_reference_where_a_better_one_stands(
    heading: str, better: str, numbers: Sequence[str]
) -> None:
    rows = "".join(f"{number},C0{at},bail\n" for at, number in enumerate(numbers))
    listing = case_list.open_text(f"{heading},{better},Type\n{rows}".encode(), "list.csv")
    assert case_list_headings.guess(listing.headings)["ref"] == 1


def test_such_a_column_alone_is_read_and_each_row_told() -> None:
    rows = "".join(f"{number},bail\n" for number in NUMBERS)
    assert [len(line.warnings) for line in read(f"Reference,Type\n{rows}").lines] == [1, 1, 1]


def test_columns_of_other_things_are_known_whatever_words_they_hold() -> None:
    listing = case_list.open_text(
        b"Case ref,Ethnicity,Inspector\nC01,White British,Ruth Ashdown\nC02,Black African,Owain Jones\n", "list.csv"
    )
    assert case_list_headings.guess(listing.headings) == {"ref": 0, "ethnicity": 1, "inspector": 2}


@pytest.mark.parametrize("ref", ["CА1", "C０１", "C٠١", "Cо1"])
def test_letters_and_figures_of_another_alphabet_are_pointed_out(ref: str) -> None:
    assert "another alphabet" in pseudonyms.worth_a_look(ref)


@pytest.mark.parametrize("ref", ["Tŷ1", "Ŵ2", "C01", "ΑΒ1", "محمد 1"])
def test_one_alphabet_alone_is_not(ref: str) -> None:
    assert "another alphabet" not in pseudonyms.worth_a_look(ref)


def test_rows_that_are_no_cases_ask_for_no_type() -> None:
    rows = f"{','.join(HEADINGS)}\nC01,bail,,\nCase ref,Type,Start date,Age\nTotal,2 cases,,\nC02,bail,,\n"
    listing = case_list.open_text(rows.encode(), "list.csv")
    places = {"ref": (0, "Case ref"), "type": (1, "Type")}
    said = [case_list_rows.why_no_case(framework(), places, cells) for _, cells in listing.rows]
    assert [bool(why) for why in said] == [False, True, True, False]


def judged(*rows: Sequence[object], change: Callable[[Any], None] = lambda _: None) -> bytes:
    return book(TABLE, *rows, change=change)


@pytest.mark.parametrize(
    ("merged", "rows", "yes"),
    [
        ("A2:A3", [["C01", "children", "2.1.1", "yes"], [None, "children", "2.1.2", "yes"]], 2),
        ("B2:B3", [["C01", "children", "2.1.1", "yes"], ["C02", None, "2.1.1", "yes"]], 2),
        ("C2:C4", [["C01", "", "2.1.1", "yes"], ["C02", "", None, "no"], ["C03", "", None, "yes"]], 2),
        ("D2:E4", [["C01", "", "2.1.1", "yes"], ["C02", "", "2.1.1", None], ["C03", "", "2.1.1", None]], 3),
        ("D2:D4", [["C01", "", "2.1.1", "yes"], ["C02", "", "2.1.1", None], ["C03", "", "2.1.1", None]], 3),
    ],
)  # fmt: skip
def test_what_rows_of_a_table_share_is_read_for_each_of_them_and_said(merged: str, rows: Any, yes: int) -> None:
    data = judged(*rows, change=lambda page: page.merge_cells(merged))
    found = table.read_xlsx(data, "t.xlsx", framework())
    assert sum(one.answer == "yes" for one in found.judgements) == yes
    assert len(found.judgements) == len(rows)
    assert found.unshown.remarks == ("What several rows share in one cell is read for each of them.",)


def test_shared_cells_are_filled_down_to_their_end_and_no_further() -> None:
    rows = [(2, ("a", 1)), (3, (None, 2)), (5, (None, 3)), (6, (None, 4)), (7, ())]
    assert with_shared(rows, [Shared(1, 2, 5), Shared(2, 9, 12), Shared(1, 6, 7)]) == [
        ("a", 1),
        ("a", 2),
        ("a", 3),
        (None, 4),
        (),
    ]


def test_forged_ranges_over_all_rows_are_looked_at_once() -> None:
    rows = [(number, (number,)) for number in range(1, 20_001)]
    many = [Shared(1, first, 1_000_000) for first in range(1, 2_001)]
    assert with_shared(rows, many)[-1] == (2_000,)


def test_the_table_is_found_on_whatever_sheet_it_is_and_others_are_named() -> None:
    made = openpyxl.Workbook()
    cover: Any = made.active
    cover.append(["Judgements for Trafford"])
    for name, ref in (("Ann", "C01"), ("Ben", "C02")):
        page = made.create_sheet(name)
        page.append([cell.title() for cell in TABLE])
        page.append([ref, "children", "2.1.1", "yes"])
    found = table.read_xlsx(saved(made), "t.xlsx", framework())
    assert [case.ref for case in found.cases] == ["C01"]
    assert found.unshown.remarks == (
        "It was read from its sheet “Ann”.",
        "Not read, and like a table too: “Ben”; save such a sheet as a file of its own.",
    )


def test_headings_that_stand_again_are_no_row() -> None:
    found = table.read_xlsx(
        judged(["C01", "", "2.1.1", "yes"], TABLE, ["C02", "", "2.1.1", "no"]), "t.xlsx", framework()
    )
    assert [case.ref for case in found.cases] == ["C01", "C02"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("C01,children,9.9.9,yes", "Key Question"),
        ("C01,children,2.1.1,perhaps", "ANSWER"),
        ("C01,court,2.1.1,yes", "Sample"),
    ],
)
def test_a_refusal_names_the_column_as_the_file_does(row: str, column: str) -> None:
    heads = "CASE,Sample,Question,ANSWER"
    with pytest.raises(Expected) as caught:
        table.read_csv(f"{heads}\n{row}\n".encode(), "t.csv", framework())
    assert caught.value.facts["column"] == column.replace("Key ", "")


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_a_column_is_called_as_spreadsheets_call_it(place: int, name: str) -> None:
    assert sheets.letters(place) == name


@pytest.mark.parametrize(
    ("line", "time", "title"),
    [("one to one Sam Lee 3pm", "15:00", "one to one Sam Lee"), ("two to three staff at 10", "10:00", "two to three staff"),
     ("One-to-one with Sam at 2pm", "14:00", "One-to-one with Sam"), ("half day off, 9.30", "09:30", "half day off,")],
)  # fmt: skip
def test_words_at_the_front_of_a_line_that_are_no_hours_stay_as_they_are(line: str, time: str, title: str) -> None:
    found = week_line.read_line(spoken.to_the_minute(line), {}, {"s": "Sam Lee"})
    assert (found.time, found.title) == (time, title)


@pytest.mark.parametrize(
    "line", ["£10 fares", "10% of cases", "10 per cent of cases", "10 percent", "$10", "€10 lunch"]
)
def test_money_and_shares_are_no_case_of_that_number(line: str) -> None:
    assert week_line.read_line(line, {"10": "c"}, {}).case == ""
    assert week_line.read_line(f"9.30 10 interview, {line}", {"10": "c"}, {}).case == "c"
