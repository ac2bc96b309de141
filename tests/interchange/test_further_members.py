"""Further members of the kinds of docs/reading.md that nobody reported: dates, lines of the week, references, types."""

import re
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from inspector_app.core import paths, workbook
from inspector_app.core.domain.days import typed, week_line
from inspector_app.core.domain.text import alike, folding
from inspector_app.core.interchange import case_list, case_list_types
from inspector_app.core.interchange.case_list_cells import Wrong, day
from inspector_app.core.interchange.frameworks.file import parse

DAY = date(2026, 3, 24)
READ = [
    "24/03/2026", "24.03.2026", "24-03-2026", "2026/03/24", "2026.03.24", "2026-3-24", "24 March 2026", "24th March 2026",
    "24th of March 2026", "March 24, 2026", "24-Mar-26", "24-Mar-2026", "24MAR2026", "24mar26", "24March2026",
    "Tue 24 Mar 2026", "Tuesday, 24 March 2026", "24/03/26", "24.3.26", "24 / 03 / 2026", "24/Mar/2026", "24 mar. 2026",
    "2026-03-24T10:00:00+01:00", "2026-03-24T00:00:00", "24/03/2026 10:15", "24/03/2026 00:00:00", "20260324",
    "24\u200b/03/2026", "24\u00a0March\u00a02026", "24\u201103\u20112026", "24\u201303\u20132026", "24\u221203\u22122026",
    "24\u204403\u20442026", "24\\03\\2026", "24 March '26", "24 March \u201926",
    "\uff12\uff14/\uff10\uff13/\uff12\uff10\uff12\uff16",
    "24/03/2026, 09:30", "24/03/2026 9.30am", "24/03/2026 at 09:30", "24/03/2026 09:30hrs",
    "09:30 24/03/2026", "09:30:00, 24 March 2026", "24/03/2026.", "'24/03/2026", "24 Mawrth 2026", "24 mawrth 26",
    datetime(2026, 3, 24, 23, 59), date(2026, 3, 24),
]  # fmt: skip
REFUSED = [
    "24032026", "24/03/2026*", "c. 24/03/2026", "(24/03/2026)", "24/3", "Mar 2026", "03/2026", "2026-03", "45740",
    "24,03,2026",
    "30 Feb 2026", "29/02/2025", "2026 March", "March 2026 24", "32/01/2026", "00/01/2026", "24/13/2026", "20261324",
    "20260230",
    "24//03//2026", "24/03/202", "24/03/20266", "twenty-fourth",
    "Wed 24 March 2026", 46105, 46105.5, "24/03/2026 and 25/03/2026",
]  # fmt: skip


@pytest.mark.parametrize("cell", READ)
def test_a_day_in_any_plain_writing_is_read(cell: object) -> None:
    assert day(cell) == DAY


@pytest.mark.parametrize("cell", REFUSED)
def test_what_may_be_no_day_or_another_is_refused(cell: object) -> None:
    with pytest.raises(Wrong):
        day(cell)


def test_figures_without_strokes_are_no_day_where_one_types() -> None:
    """There they may be a reference, a telephone or the beginning of one."""
    assert typed.day_with_year("20260324") is None


@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_a_date_is_the_same_day_in_workbooks_of_both_calendars(epoch: datetime) -> None:
    book = openpyxl.Workbook()
    book.epoch = epoch
    for row in (["Case ref", "Start date"], ["C01", DAY]):
        book.active.append(row)
    found = case_list.open_workbook(workbook.as_bytes(book, datetime(2026, 3, 24)), "list.xlsx")
    assert day(found.rows[0][1][1]) == DAY


CASES = {ref: ref for ref in ("C01", "C02", "C1", "C12", "YJ/004")}
PEOPLE = {"ruth": "Ruth Ashdown", "ben": "Ben O'Neil"}


@pytest.mark.parametrize(
    ("line", "time", "end", "case", "person"),
    [
        ("C01's interview at 10", "10:00", "", "C01", ""), ("10 C01\u2019s mother", "10:00", "", "C01", ""),
        ("10.30-11 C12, Ruth", "10:30", "11:00", "C12", "ruth"), ("9am: C02 Ben", "09:00", "", "C02", "ben"),
        ("10am\u201311am interview", "10:00", "11:00", "", ""), ("10\u201411 interview", "10:00", "11:00", "", ""),
        ("from 10 until 12 focus group", "10:00", "12:00", "", ""), ("2pm-3 C01", "14:00", "15:00", "C01", ""),
        ("14:00hrs C01", "14:00", "", "C01", ""), ("1400 hrs C01", "14:00", "", "C01", ""),
        ("930 C01", "09:30", "", "C01", ""),
        ("9.30 a.m. to 10 a.m. C01", "09:30", "10:00", "C01", ""), ("noon to 1 lunch", "12:00", "13:00", "", ""),
        ("quarter to ten C01", "09:45", "", "C01", ""),
        ("10.00 \u2013 11.30 YJ/004 with Ben", "10:00", "11:30", "YJ/004", "ben"),
        ("room 12 at 10", "10:00", "", "", ""), ("10 minutes with head", "", "", "", ""),
        ("case 2.1.1 at 10", "10:00", "", "", ""),
        ("16:00 feedback (45 mins)", "16:00", "16:45", "", ""), ("feedback 16:00", "16:00", "", "", ""),
        ("feedback 4pm-5pm", "16:00", "17:00", "", ""), ("interview C01 at 2-3", "14:00", "15:00", "C01", ""),
        ("C01 @ 10:00", "10:00", "", "C01", ""), ("@10 C01", "10:00", "", "C01", ""),
        ("10 o'clock C01", "10:00", "", "C01", ""),
        ("10:60 C01", "", "", "C01", ""), ("25:00 C01", "", "", "C01", ""), ("24:00 C01", "", "", "C01", ""),
        ("10/11 C01", "", "", "C01", ""), ("9-5 reading", "09:00", "17:00", "", ""),
        ("11 to noon board", "11:00", "12:00", "", ""),
        ("10.30pm call", "22:30", "", "", ""), ("1 pm C01 (Ruth)", "13:00", "", "C01", "ruth"),
        ("read pages 2 to 4", "", "", "", ""), ("Standard 2.10", "", "", "", ""), ("plan for 2026", "", "", "", ""),
        ("visit the school at Hale", "", "", "", ""), ("Ruth's case C02 at 9", "09:00", "", "C02", "ruth"),
        ("C021 plan", "", "", "", ""),
    ],
)  # fmt: skip
def test_a_line_of_the_week_is_read_as_it_is_meant(line: str, time: str, end: str, case: str, person: str) -> None:
    found = week_line.read_line(line, CASES, PEOPLE)
    assert (found.time, found.end, found.case, found.person) == (time, end, case, person)


@pytest.mark.parametrize(
    ("line", "time", "title"),
    [
        ("case interview C01 at 10", "10:00", "case interview C01"),
        ("case interview C01 at 10 Ben", "10:00", "case interview C01 Ben"),
        ("lunch 12:30, with the board", "12:30", "lunch with the board"),
        ("focus group 2pm-3pm staff", "14:00", "focus group staff"),
        ("visit at 3 schools", "", "visit at 3 schools"),
        ("look at 2 cases at 11", "11:00", "look at 2 cases"),
    ],
)
def test_a_time_further_on_is_none_of_the_words(line: str, time: str, title: str) -> None:
    found = week_line.read_line(line, CASES, PEOPLE)
    assert (found.time, found.title) == (time, title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C01", "c01"), ("C01", "C\u200e01"), ("C01", "\u202bC01\u202c"), ("C01", "C\u00ad01"), ("C01", "\ufeffC01"),
        ("C 01", "C\u00a001"), ("C 01", "C\u2003 01"), ("C-01", "C\u201001"), ("C-01", "C\u201101"), ("C-01", "C\u201301"),
        ("C-01", "C\u221201"), ("C-01", "C\u201201"), ("Caf\u00e91", "Cafe\u03011"), ("\u212b1", "\u00c51"),
        ("K1", "\u212a1"), ("\u00df1", "SS1"), ("O'B1", "O\u2019B1"), ("O'B1", "O\u02bcB1"), ("C01", "C\u206601\u2069"),
        ("C01", "C01 "), ("\u1ea5b1", "a\u0302\u0301b1"),
    ],
)  # fmt: skip
def test_two_spellings_of_a_reference_are_one(one: str, other: str) -> None:
    assert alike.key(one) == alike.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C01", "C1"),
        ("C01", "C01."),
        ("C01", "C_01"),
        ("C01", "C-01"),
        ("\u00c51", "A1"),
        ("C01", "CO1"),
        ("C1", "C\u00b9"),
    ],
)
def test_two_references_that_one_can_tell_apart_are_two(one: str, other: str) -> None:
    assert alike.key(one) != alike.key(other)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("well-being", "his well\u2013being"), ("well-being", "his well\u2011being"), ("child's", "the child\u2019s plan"),
        ("office", "the o\ufb03ce"), ("find", "to \ufb01nd"), ("caf\u00e9", "a cafe\u0301"), ("school", "his sch\u00adool"),
        ("his school", "his\u00a0school"), ("his school", "his\nschool"), ("plan", "p\u200blan"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("exact", [True, False])
def test_a_word_is_found_in_whatever_form_it_stands(word: str, text: str, exact: bool) -> None:
    assert re.search(folding.pattern(word, exact=exact), text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("Ref Order", "community sentence"), ("Ref. Ord.", "community sentence"), ("R.O.", "community sentence"),
        ("Breach of RO", "community sentence"), ("YRO (ISS)", "community sentence"),
        ("Section 226B", "custody and resettlement"),
        ("s.250", "custody and resettlement"), ("Detention & Training Order", "custody and resettlement"),
        ("Post-custody licence", "custody and resettlement"), ("Post custody", "custody and resettlement"),
        ("Pre custody", ""), ("O22", "out-of-court disposal"), ("Y.C.C", "out-of-court disposal"), ("RYDA", "remand"),
        ("Bail supervision", "bail"), ("Remand to YDA", "remand"), ("NFA", ""), ("Turnaround", ""), ("Non-statutory", ""),
        ("Conditional discharge", ""), ("Parenting order", ""), ("Comm Res", "out-of-court disposal"),
    ],
)  # fmt: skip
def test_a_service_s_word_for_a_type_means_what_it_usually_does(word: str, means: str) -> None:
    file = paths.resources() / "frameworks" / "iyjs-2025.json"
    framework = parse(file.read_text(encoding="utf-8"), file.name)
    (found,) = case_list_types.words(framework, [word], {})
    assert found.means == means
