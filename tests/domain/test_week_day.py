"""Days and hours at the front of a week line, in the ways people write them; what is neither stays in the words."""

from datetime import date

import pytest

from inspector_app.core.domain.days import spoken, week_day
from inspector_app.core.domain.days.week_line import case_named, read_line

DAYS = [date(2026, 3, 9 + n) for n in range(5)] + [date(2026, 3, 16 + n) for n in range(5)]  # Monday to Friday, twice
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = DAYS[:4]


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        ("tues 10am interview", TUESDAY, "10am interview"),
        ("Tue 10 am interview", TUESDAY, "10 am interview"),
        ("Tuesday, 10.30 interview", TUESDAY, "10.30 interview"),
        ("on Weds interview", WEDNESDAY, "interview"),
        ("wed. 9 set up", WEDNESDAY, "9 set up"),
        ("thurs noon feedback", THURSDAY, "noon feedback"),
        ("thur 2pm x", THURSDAY, "2pm x"),
        ("10am Tues interview C01", TUESDAY, "10am interview C01"),
        ("11 March 9.30 interview", WEDNESDAY, "9.30 interview"),
        ("11th Mar interview", WEDNESDAY, "interview"),
        ("11/3 interview", WEDNESDAY, "interview"),
        ("mon 16 mar 10am feedback", DAYS[5], "10am feedback"),
        ("Tuesday 17th March 2026 9.30 visit", DAYS[6], "9.30 visit"),
        ("10am Weds 18 March visit", DAYS[7], "10am visit"),
        ("Thurs 19/3: visit", DAYS[8], "visit"),
        ("16 March, 10am visit", DAYS[5], "10am visit"),
        ("fri 20th noon feedback", DAYS[9], "noon feedback"),
        ("the 16th March 10am visit", DAYS[5], "10am visit"),
        ("Mar 17 10am visit", DAYS[6], "10am visit"),
        ("tues 3rd visit to C01", TUESDAY, "3rd visit to C01"),
        ("thurs 16 mar 10am feedback", DAYS[5], "thurs 10am feedback"),
    ],
)
def test_the_day_of_a_line_is_read(line: str, day: date, rest: str) -> None:
    assert week_day.named(line, DAYS, MONDAY) == (day, rest)


def test_of_two_days_of_one_name_it_is_the_one_of_the_week_one_types_in() -> None:
    assert week_day.named("tues x", DAYS, DAYS[7])[0] == DAYS[6]
    assert week_day.named("tues x", DAYS, None)[0] == TUESDAY


@pytest.mark.parametrize(
    "line",
    ["sat in on a panel", "sun visit", "Wednesbury visit", "monthly meeting", "Tuesday", "march past", "12/3 x 4",
     "2/3 of them", "mon 23 march x", "Tues 24/3 visit", "fri 27th March 2026: x",
     "9.30 interview", "", "14 March x"],
)  # fmt: skip
def test_what_is_no_day_of_the_plan_stays_in_the_words(line: str) -> None:
    days = DAYS[:3]
    assert week_day.named(line, days, MONDAY) == (None, line)


@pytest.mark.parametrize(
    ("line", "at", "end", "title"),
    [
        ("10am visit", "10:00", "", "visit"),
        ("10 am visit", "10:00", "", "visit"),
        ("10.30am visit", "10:30", "", "visit"),
        ("10:30 a.m. visit", "10:30", "", "visit"),
        ("noon visit", "12:00", "", "visit"),
        ("12 noon visit", "12:00", "", "visit"),
        ("midday visit", "12:00", "", "visit"),
        ("11-noon visit", "11:00", "12:00", "visit"),
        ("noon to 2 visit", "12:00", "14:00", "visit"),
        ("half past 9 visit", "09:30", "", "visit"),
        ("half past nine visit", "09:30", "", "visit"),
        ("quarter to three visit", "14:45", "", "visit"),
        ("ten o'clock visit", "10:00", "", "visit"),
        ("12 o clock visit", "12:00", "", "visit"),
        ("14h visit", "14:00", "", "visit"),
        ("14.00h to 15.30h visit", "14:00", "15:30", "visit"),
        ("one visit", "", "", "one visit"),
        ("2h visit", "", "", "2h visit"),
        ("\u200e\ufeff9.30 visit", "09:30", "", "visit"),
        ("half past 2 visit", "14:30", "", "visit"),
        ("half 9 visit", "09:30", "", "visit"),
        ("quarter past 10 visit", "10:15", "", "visit"),
        ("quarter to 1 visit", "12:45", "", "visit"),
        ("quarter to 3pm visit", "14:45", "", "visit"),
        ("1030hrs visit", "10:30", "", "visit"),
        ("1400 hrs visit", "14:00", "", "visit"),
        ("9h30 visit", "09:30", "", "visit"),
        ("10 o’clock visit", "10:00", "", "visit"),
        ("at 10.30 visit", "10:30", "", "visit"),
        ("from 9.30 to 11 visit", "09:30", "11:00", "visit"),
        ("from 9.30 until 11am visit", "09:30", "11:00", "visit"),
        ("lunch half 12", "12:30", "", "lunch"),
        ("lunch with police half 12 Ann", "12:30", "", "lunch with police Ann"),
        ("feedback at noon", "12:00", "", "feedback"),
        ("feedback at 12 noon", "12:00", "", "feedback"),
        ("visit quarter to four", "15:45", "", "visit"),
        ("9 set up until noon", "09:00", "12:00", "set up"),
        ("9.30 visit, back by noon", "09:30", "", "visit, back by noon"),
        ("plans by noon", "", "", "plans by noon"),
        ("read the second half 3 files", "", "", "read the second half 3 files"),
    ],
)
def test_the_usual_ways_of_writing_a_time_are_read(line: str, at: str, end: str, title: str) -> None:
    read = read_line(line, {}, {})
    assert (read.time, read.end, read.title) == (at, end, title)


@pytest.mark.parametrize(
    "line",
    [
        "at 2 children’s homes",
        "half of them",
        "afternoon visit",
        "from 3 schools",
        "quarter review",
        "10 hours of files",
    ],
)
def test_what_is_no_time_stays_in_the_words(line: str) -> None:
    read = read_line(line, {}, {})
    assert (read.time, read.title) == ("", line)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("seen on C1", "C1"),
        ("seen on C12", "C12"),
        ("C1 and C12", ""),  # it was C12: the shorter one was taken for a part of the longer
        ("C12’s brother, C1", ""),
        ("C1 (second) again", "C1 (second)"),
        ("C1 (second), as C1", ""),
        ("C1, C1 and C1", "C1"),
        ("C13", ""),
        ("c7 seen", ""),  # two colleagues added one of that reference each
    ],
)
def test_a_text_names_the_one_case_whose_reference_stands_in_it(text: str, case: str) -> None:
    refs = {ref: ref for ref in ("C1", "C12", "C1 (second)", "C7", "c7")}
    assert case_named(text, refs) == case


@pytest.mark.parametrize(
    ("line", "at", "title"),
    [
        ("10 past 2 visit", "14:10", "visit"),
        ("twenty-five past nine visit", "09:25", "visit"),
        ("visit at five minutes past 3", "15:05", "visit"),
        ("5 past cases", "", "5 past cases"),
    ],
)
def test_minutes_past_an_hour_are_read(line: str, at: str, title: str) -> None:
    """“10 past 2” was 10:00."""
    read = read_line(spoken.to_the_minute(line), {}, {})
    assert (read.time, read.title) == (at, title)
