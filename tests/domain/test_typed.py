"""Days and times as people write them, wherever they do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.days import typed, when

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    "text",
    [
        "01/02/2025",
        "1/2/2025",
        " 1.2.2025 ",
        "1-2-2025",
        "2025-02-01",
        "1 February 2025",
        "1st Feb 2025",
        "1 FEB. 2025",
        "1st of February 2025",
        "February 1st, 2025",
        "Feb. 1 2025",
        "Sat 1 Feb 2025",
        "Saturday, 1st February 2025",
        "Sat. Feb 1, 2025",
        "2025/02/01",
        "2025.02.01",
    ],
)
def test_the_first_of_february_is_read_however_it_is_written(text: str) -> None:
    assert typed.whole_day(text) == date(2025, 2, 1)


@pytest.mark.parametrize("text", ["March 2028", " mar. 2028", "3/2028", "03-2028"])
def test_a_month_with_its_year_ends_on_its_last_day(text: str) -> None:
    assert typed.end_of_month(text) == date(2028, 3, 31)


@pytest.mark.parametrize(
    "text", ["", "March", "March 28", "13/2028", "0/2028", "March 0000", "March 3028", "1 March 2028", "Maj 2028"]
)
def test_what_is_no_month_with_its_year_is_none(text: str) -> None:
    assert typed.end_of_month(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2025",
        "2025-13-01",
        "1/2",
        "1/2/25",
        "1/2/202",
        "February 2025",
        "1 Feber 2025",
        "2/2025",
        "٣/1/2025",
        "Sun 1 Feb 2025",
        "Monday",
        "Sat Sat 1 Feb 2025",
        "2025-02/01",
        "February 1/2025",
    ],
)
def test_what_is_no_date_with_its_year_is_refused(text: str) -> None:
    assert typed.whole_day(text) is None


def test_no_beginning_of_a_date_is_another_date() -> None:
    for whole in ("31/12/2025", "2025-12-31", "2025/12/31", "31 December 2025", "Wed, December 31st, 2025"):
        assert [typed.whole_day(whole[:n]) for n in range(len(whole))] == [None] * len(whole)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9", "09:00"), ("930", "09:30"), ("9.30", "09:30"), ("9:30", "09:30"), ("14:00", "14:00"), ("1400", "14:00"),
        ("2pm", "14:00"), ("12am", "00:00"), ("12 pm", "12:00"), (" 9h30 ", "09:30"), ("0", "00:00"), ("", ""),
        ("24", None), ("9.60", None), ("13pm", None), ("soon", None), ("9.3", None), ("99999", None),
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_typed(text: str, read: str | None) -> None:
    assert typed.time(text) == read


def test_two_o_clock_at_a_desk_is_in_the_afternoon_unless_it_is_written_out() -> None:
    assert typed.time("2", in_the_day=True) == "14:00"
    assert typed.time("6.30", in_the_day=True) == "18:30"
    assert typed.time("7", in_the_day=True) == "07:00"
    assert typed.time("02:00", in_the_day=True) == "02:00"
    assert typed.time("2am", in_the_day=True) == "02:00"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("today", "2026-03-10"), ("Yesterday", "2026-03-09"), ("12/3", "2026-03-12"), ("12 March", "2026-03-12"),
        ("1st mar 26", "2026-03-01"), ("2026-03-12", "2026-03-12"), ("30/12", "2025-12-30"), ("", ""),
        ("31/2", None), ("12", None), ("12 Marsh", None), ("12 Sept", "2025-09-12"), ("12 wolf", None), ("soon", None),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_typed(text: str, read: str | None) -> None:
    assert typed.day(text, TODAY) == read


@pytest.mark.parametrize("text", ["3/4-2026", "3.4/2026", "3-4.26"])
def test_two_marks_in_one_date_are_a_slip(text: str) -> None:
    assert typed.written(text) is None
    assert typed.day(text, TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_date_is_read_as_it_is_said(day: date) -> None:
    assert typed.whole_day(when.day(day)) == day
    assert typed.day(when.near(day, TODAY), TODAY) == day.isoformat()


@given(st.integers(-180, 180))
def test_a_date_said_without_its_year_is_the_nearest(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert typed.day(when.day_of_year(day), TODAY) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "first", "read"),
    [
        ("30 Sept", date(2026, 11, 30), "2027-09-30"), ("30 Sept", date(2026, 9, 30), "2026-09-30"),
        ("30/9", date(2026, 3, 1), "2026-09-30"), ("30 Sept 2025", date(2026, 11, 30), "2025-09-30"),
        ("Thursday 30 September", date(2026, 11, 30), "2027-09-30"), ("29 Feb", date(2026, 11, 30), "2028-02-29"),
        ("today", date(2026, 11, 30), "2026-03-10"), ("1/3/25", date(2026, 11, 30), "2025-03-01"),
    ],
)  # fmt: skip
def test_a_day_that_can_only_be_ahead_is_the_next_such_day(text: str, first: date, read: str) -> None:
    assert typed.day(text, TODAY, first=first) == read


@pytest.mark.parametrize(
    ("text", "last", "read"),
    [
        ("1 June", TODAY, "2025-06-01"), ("11 March", TODAY, "2025-03-11"), ("10 March", TODAY, "2026-03-10"),
        ("11 March", date(2026, 3, 13), "2026-03-11"), ("1 June 2026", TODAY, "2026-06-01"),
    ],
)  # fmt: skip
def test_a_day_that_can_only_be_behind_is_the_last_such_day(text: str, last: date, read: str) -> None:
    assert typed.day(text, TODAY, last=last) == read


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("Monday 30 September", None, "2024-09-30"), ("Dydd Iau 1 Mawrth", None, None), ("Sat 1 Nov", None, None),
        ("Sunday 5 December", "2027-12-05", None), ("Tuesday 29 Feb", "2028-02-29", None),
    ],
)  # fmt: skip
def test_a_slip_in_the_weekday_is_no_day_years_away(text: str, ahead: str | None, behind: str | None) -> None:
    """“Monday 30 September”, a Thursday in 2027, was stored as a deadline in 2030."""
    on = date(2026, 11, 30)
    assert typed.day(text, on, first=date(2026, 12, 4)) == ahead
    assert typed.day(text, on, last=date(2025, 1, 1)) == behind


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.booleans())
def test_no_day_without_its_year_lies_on_the_wrong_side(day: date, bound: date, ahead: bool) -> None:
    read = typed.day(when.day_of_year(day), TODAY, **{"first" if ahead else "last": bound})
    assert read is not None
    found = date.fromisoformat(read)
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= bound if ahead else found <= bound


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("March", date(2027, 3, 31)), ("Dec.", date(2026, 12, 31)), ("Nov", date(2026, 11, 30)),
        ("March 2026", date(2026, 3, 31)),
    ],
)  # fmt: skip
def test_a_month_that_can_only_be_ahead_needs_no_year(text: str, end: date) -> None:
    assert (typed.end_of_month(text) or typed.end_of_next(text, date(2026, 11, 15))) == end


@pytest.mark.parametrize("text", ["", "3", "11", "Maj", "today"])
def test_what_is_no_month_is_none_without_a_year_too(text: str) -> None:
    assert typed.end_of_next(text, date(2026, 11, 15)) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the 18th of March 2026", "2026-03-18"),
        ("18/03/2026 (Wed)", "2026-03-18"),
        ("18 March 2026, Wednesday", "2026-03-18"),
        ("18 March Weds", "2026-03-18"),
        ("Dydd Mercher 18 Mawrth 2026", "2026-03-18"),
        ("Dydd Mawrth 17 Mawrth", "2026-03-17"),
        ("17 Mawrth 2026", "2026-03-17"),
        ("tomorrow", "2026-03-19"),
        ("Tomorrow ", "2026-03-19"),
        ("18/03/2026 (Thu)", None),
        ("Wed 18 March 2026 (Thu)", None),
        ("the March", None),
    ],
)
def test_a_day_is_read_with_what_people_put_round_it(text: str, day: str | None) -> None:
    assert typed.day(text, date(2026, 3, 18)) == day
