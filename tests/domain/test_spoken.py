"""Hours as people say them. “5 to 4 C01” was 17:00, “ten to 2” was no time, and “1 to 1 meeting” was at 13:00."""

import pytest

from inspector_app.core.domain.days import typed
from inspector_app.core.domain.days.spoken import hour, otherwise, to_the_minute
from inspector_app.core.domain.days.week_line import read_line

CASES, PEOPLE = {"C01": "1"}, {"p": "Ann Smith"}


def read(line: str) -> tuple[str, str, str]:
    found = read_line(line, CASES, PEOPLE)
    return found.time, found.end, found.title


@pytest.mark.parametrize(
    ("line", "at", "end", "title"),
    [
        ("5 to 4 C01", "15:55", "", "C01"), ("ten to 2 C01", "13:50", "", "C01"), ("ten to two C01", "13:50", "", "C01"),
        ("five to nine C01", "08:55", "", "C01"), ("twenty to 3 C01", "14:40", "", "C01"),
        ("20 to 3 C01", "14:40", "", "C01"),
        ("twenty-five to four pm C01", "15:35", "", "C01"), ("25 to 4 C01", "15:35", "", "C01"),
        ("5 mins to 4 C01", "15:55", "", "C01"), ("three minutes to 4 C01", "15:57", "", "C01"),
        ("ten to 12pm C01", "11:50", "", "C01"), ("5 to 4pm C01", "15:55", "", "C01"),
        ("ten to 9am C01", "08:50", "", "C01"),
        ("five past 4 C01", "16:05", "", "C01"), ("court at twenty past two", "14:20", "", "court"),
        ("half-past nine C01", "09:30", "", "C01"), ("1/2 past 3 C01", "15:30", "", "C01"),
        ("half ten C01", "10:30", "", "C01"),
        ("a quarter to 3 C01", "14:45", "", "C01"), ("quarter-past-nine C01", "09:15", "", "C01"),
        ("1/4 to 3 C01", "14:45", "", "C01"), ("mid-day C01", "12:00", "", "C01"), ("two pm C01", "14:00", "", "C01"),
        ("lunch with police ten to 1 Ann", "12:50", "", "lunch with police Ann"),
        ("9 meeting until 10 to 2", "09:00", "13:50", "meeting"),
        ("9.30 meeting till five to 11", "09:30", "10:55", "meeting"),
        ("1pm to ten to 2 C01", "13:00", "13:50", "C01"), ("half past ten to 12 C01", "10:30", "12:00", "C01"),
        ("quarter to ten to quarter past eleven C01", "09:45", "11:15", "C01"),
        ("20 past nine to ten C01", "09:20", "10:00", "C01"),
        ("nine to five C01", "09:00", "17:00", "C01"), ("two to three C01", "14:00", "15:00", "C01"),
        ("9 to 5 C01", "09:00", "17:00", "C01"), ("10 to 2 C01", "10:00", "14:00", "C01"),
        ("12 to 1 lunch", "12:00", "13:00", "lunch"),
    ],
)  # fmt: skip
def test_an_hour_is_read_as_it_is_said(line: str, at: str, end: str, title: str) -> None:
    assert read(to_the_minute(line)) == (at, end, title)


@pytest.mark.parametrize(
    "line",
    [
        "1 to 1 meeting", "2 to 1 C01", "one to one C01", "10 past C01", "ten past C01", "five to C01", "5 to 4 children",
        "two to three children seen", "ten to 12 children seen", "meeting about ages ten to 12", "scored 5 to 4 meeting",
        "5 to 10 plans", "meeting from 5 to 4", "quarter past C01",
    ],
)  # fmt: skip
def test_what_is_no_hour_is_none_and_stays_in_the_words(line: str) -> None:
    assert read(to_the_minute(line)) == ("", "", line)


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("10 to 2 C01", ("13:50", "")), ("ten to two C01", ("10:00", "14:00")), ("5 to 6 C01", ("17:55", "")),
        ("10 to 11 C01", ("10:50", "")), ("meeting at 10 to 2", ("13:50", "")),
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_has_another(line: str, other: tuple[str, str]) -> None:
    assert read(otherwise(line))[:2] == other


@pytest.mark.parametrize(
    "line", ["5 to 4 C01", "9 to 5 C01", "five past 4 C01", "10-2 C01", "1.50 C01", "half ten C01"]
)
def test_what_can_be_read_in_one_way_has_no_other(line: str) -> None:
    assert otherwise(line) == to_the_minute(line)


@pytest.mark.parametrize("to", [True, False])
@pytest.mark.parametrize("at", range(1, 13))
@pytest.mark.parametrize("minutes", ["five", "ten", "twenty", "twenty-five"])
def test_a_time_that_is_said_is_so_many_minutes_from_its_hour(minutes: str, at: int, to: bool) -> None:
    number = {"five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}[minutes]
    hours, past = map(int, hour(f"{minutes} {'to' if to else 'past'} {at}").split(":"))
    assert (60 * (hours % 12) + past - 60 * at) % 720 == (-number if to else number) % 720


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("ten to 2", "13:50"), ("10 to 2", "13:50"), ("half ten", "10:30"), ("half past two", "14:30"), ("noon", "12:00"),
        ("12 noon", "12:00"), ("Midday", "12:00"), ("quarter to 3", "14:45"), ("a quarter past 3pm", "15:15"),
        ("five past four", "16:05"), ("3 o'clock", "15:00"), ("ten o’clock", "10:00"), ("two pm", "14:00"),
        ("9 a.m.", "09:00"),
        ("quarter to 12pm", "11:45"), ("half past 6am", "06:30"), ("five past 2am", "02:05"), ("half twoam", "02:30"),
        ("10.30 a.m.", "10:30"), ("1400 hrs", "14:00"), ("0930h", "09:30"), ("14h", "14:00"), ("14:30:00", "14:30"),
        ("half to 3", None), ("ten to", None), ("quarter 3", None), ("half 13", None), ("ten to 13", None), ("soon", None),
    ],
)  # fmt: skip
def test_a_box_for_a_time_reads_what_is_said(text: str, at: str | None) -> None:
    """Each was no time, or of the other half of the day."""
    assert typed.time(text) == at


_SAID = ("half", "half past", "quarter to", "quarter past", "ten to", "five past")


@pytest.mark.parametrize("half", ["", "am", " pm", " a.m."])
@pytest.mark.parametrize("at", ["1", "6", "9", "12", "three", "twelve"])
@pytest.mark.parametrize("minutes", _SAID)
def test_a_line_reads_an_hour_as_a_box_does(minutes: str, at: str, half: str) -> None:
    """A quarter to 12pm was 23:45 in a line and 11:45 in a box, and half threeam an error."""
    said = f"{minutes} {at}{half}"
    for line in (f"{said} visit", f"visit at {said}", f"visit {said}"):
        assert read(to_the_minute(line)) == (typed.time(said), "", "visit")


@pytest.mark.parametrize(
    "form", ["noon", "12 noon", "10 o'clock", "1400 hrs", "0930h", "14h", "14:30:00", "9h30", "2.30pm"]
)
def test_a_line_reads_what_a_box_does(form: str) -> None:
    assert read(to_the_minute(f"{form} visit")) == (typed.time(form, in_the_day=True), "", "visit")


@pytest.mark.parametrize(
    ("line", "at", "end"),
    [
        ("five past 9am until 11pm visit", "09:05", "23:00"), ("9.30 to ten to 10pm visit", "21:30", "21:50"),
        ("half 9 to half 10pm visit", "21:30", "22:30"), ("10 to quarter to 12pm visit", "10:00", "11:45"),
    ],
)  # fmt: skip
def test_am_and_pm_stay_with_the_hour_of_which_they_were_said(line: str, at: str, end: str) -> None:
    """The first was 21:05: am was let go of, and pm taken from the end; the second began at half past nine."""
    assert read(to_the_minute(line)) == (at, end, "visit")
