"""How dates, times, spans and moments are said."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from inspector_app.core.domain.days import when

MONDAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 12, 18, 0).astimezone()  # a Thursday


def at(days: int = 0, hour: int = 17, minute: int = 40) -> str:
    then = NOW.replace(hour=hour, minute=minute) + timedelta(days=days)
    return then.astimezone(UTC).isoformat()


def test_a_date_is_said_in_the_form_of_its_use() -> None:
    assert when.day(MONDAY) == "9 March 2026"
    assert when.day_of_year(MONDAY) == "9 March"
    assert when.weekday(MONDAY) == "Monday 9 March"
    assert when.short_weekday(MONDAY) == "Mon 9 Mar"
    assert when.month(MONDAY) == "March 2026"


def test_a_date_of_these_days_is_said_by_its_name() -> None:
    assert when.near(MONDAY, MONDAY) == "today"
    assert when.near(MONDAY, date(2026, 3, 10)) == "yesterday"
    assert when.near(MONDAY, date(2026, 3, 8)) == "9 March 2026"


def test_a_span_says_no_month_and_no_year_twice() -> None:
    assert when.span(date(2025, 3, 24), date(2025, 3, 28)) == "24 to 28 March 2025"
    assert when.span(date(2025, 3, 31), date(2025, 4, 4)) == "31 March to 4 April 2025"
    assert when.span(date(2024, 12, 30), date(2025, 1, 3)) == "30 December 2024 to 3 January 2025"
    assert when.span(date(2025, 3, 24), date(2026, 3, 28)) == "24 March 2025 to 28 March 2026"
    assert when.span(date(2025, 3, 24), date(2025, 3, 24)) == "24 March 2025"


@pytest.mark.parametrize(
    ("then", "in_sentence", "in_list"),
    [
        (at(), "today 17:40", "17:40"),
        (at(-1, 9, 5), "yesterday 09:05", "yesterday"),
        (at(-2), "Tuesday 17:40", "10 Mar"),
        (at(-6), "Friday 17:40", "6 Mar"),
        (at(-7), "5 March 17:40", "5 Mar"),
        (at(-365), "12 March 2025 17:40", "12 Mar 2025"),
        (at(1), "13 March 17:40", "13 Mar"),  # by a clock that runs ahead
        ("", "", ""),
    ],
)
def test_a_moment_is_as_brief_as_it_can_be_told_from_others(then: str, in_sentence: str, in_list: str) -> None:
    assert when.moment(then, NOW) == in_sentence
    assert when.since(then, NOW) == in_list


def test_a_moment_beside_a_box_is_the_time_alone_only_today() -> None:
    today = datetime.now().astimezone()
    earlier = today - timedelta(days=400)
    assert when.clock(today.astimezone(UTC).isoformat()) == f"{today:%H:%M}"
    assert when.clock(earlier.isoformat()) == f"{when.day(earlier)} {earlier:%H:%M}"
    assert when.clock("") == ""


def test_print_goes_elsewhere_and_says_its_zone() -> None:
    assert when.printed(datetime(2025, 3, 8, 9, 5, tzinfo=UTC)) == "8 March 2025, 09:05 GMT"
    assert when.printed(datetime(2025, 3, 8, 9, 5)) == "8 March 2025, 09:05"


@pytest.mark.parametrize(
    ("name", "hours", "said"),
    [("GMT Standard Time", 0, "GMT"), ("Coordinated Universal Time", 0, "GMT"), ("GMT Summer Time", 1, "BST"),
     ("GMT Daylight Time", 1, "BST"), ("BST", 1, "BST"), ("CET", 1, "CET"), ("W. Europe Standard Time", 1, "GMT+1:00"),
     ("-0330", -3.5, "GMT-3:30")],
)  # fmt: skip
def test_a_zone_is_said_as_people_here_call_it_whatever_the_system_does(name: str, hours: float, said: str) -> None:
    zone = timezone(timedelta(hours=hours), name)
    assert when.printed(datetime(2025, 7, 8, 9, 5, tzinfo=zone)) == f"8 July 2025, 09:05 {said}"


def test_names_of_files_stand_in_the_order_of_time() -> None:
    assert when.stamp(datetime(2026, 3, 9, 7, 5)) == "2026-03-09 0705"


@pytest.fixture
def in_britain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A laptop whose clock is an hour ahead of UTC from the end of March."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system has one zone for all programs")
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0")
    time.tzset()
    yield
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()


@pytest.mark.usefixtures("in_britain")
def test_a_moment_is_of_this_laptops_clock() -> None:
    """What was stored at 23:30 UTC in summer happened the next day here."""
    now = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
    assert when.moment("2026-06-01T23:30:00+00:00", now) == "today 00:30"
    assert when.since("2026-06-01T23:30:00+00:00", now) == "00:30"
    assert when.moment(datetime(2026, 6, 1, 22, 30, tzinfo=UTC), now) == "yesterday 23:30"
