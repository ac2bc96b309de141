"""Dates as people write them."""

from datetime import date

import pytest

from inspector_app.core.domain.days import british, read_day


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
    ],
)
def test_the_first_of_february_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text) == date(2025, 2, 1)


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2025", "2025-13-01", "1/2", "1/2/25", "1/2/202", "February 2025", "1 Feber 2025", "2/2025", "٣/1/2025"],
)
def test_what_is_no_date_with_its_year_is_refused(text: str) -> None:
    assert read_day(text) is None


def test_no_beginning_of_a_date_is_another_date() -> None:
    for whole in ("31/12/2025", "2025-12-31", "31 December 2025"):
        assert [read_day(whole[:n]) for n in range(len(whole))] == [None] * len(whole)


def test_dates_are_shown_day_first() -> None:
    assert british(date(2025, 2, 1)) == "01/02/2025"
    assert british(None) == ""
    assert read_day(british(date(987, 6, 5))) == date(987, 6, 5)
