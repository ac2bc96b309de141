"""Fieldwork is one or more spans of days: with gap weeks, odd gaps, weekends beside them, and whatever stands in a file."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.days import spans, when
from inspector_app.core.domain.days.spans import Span

MONDAY = date(2014, 11, 10)
days = st.integers(0, 59).map(lambda n: MONDAY + timedelta(days=n))
any_span = st.tuples(days, days).map(lambda pair: Span(min(pair), max(pair)))


def on(month: int, first: int, last: int) -> Span:
    return Span(date(2014, month, first), date(2014, month, last))


def test_the_joint_inspection_of_2014_was_in_two_weeks_with_one_between() -> None:
    end, gaps = spans.usual(MONDAY, 2, 1)
    parts = spans.without(MONDAY, end, gaps)
    assert parts == (on(11, 10, 14), on(11, 24, 28))
    assert when.spans(parts) == "10 to 14 November and 24 to 28 November 2014"


@pytest.mark.parametrize(
    ("weeks", "between", "end", "said"),
    [
        (1, 0, date(2014, 11, 14), "10 to 14 November 2014"),
        (2, 0, date(2014, 11, 21), "10 to 21 November 2014"),
        (1, 2, date(2014, 11, 14), "10 to 14 November 2014"),
        (3, 1, date(2014, 12, 12), "10 to 14 November, 24 to 28 November and 8 to 12 December 2014"),
        (2, 2, date(2014, 12, 5), "10 to 14 November and 1 to 5 December 2014"),
    ],
)
def test_the_usual_length_is_so_many_weeks_with_gaps_between(weeks: int, between: int, end: date, said: str) -> None:
    last, gaps = spans.usual(MONDAY, weeks, between)
    assert (last, when.spans(spans.without(MONDAY, last, gaps))) == (end, said)


def test_a_span_over_the_turn_of_a_year_says_both_years() -> None:
    parts = spans.without(date(2025, 12, 15), date(2026, 1, 9), [Span(date(2025, 12, 20), date(2026, 1, 4))])
    assert when.spans(parts) == "15 to 19 December 2025 and 5 to 9 January 2026"
    assert when.spans((Span(MONDAY, MONDAY), on(11, 12, 12))) == "10 November and 12 November 2014"
    assert when.spans(()) == ""


def test_a_gap_of_some_days_within_a_week_is_one_too() -> None:
    assert spans.without(MONDAY, date(2014, 11, 14), [on(11, 12, 12)]) == (on(11, 10, 11), on(11, 13, 14))


@pytest.mark.parametrize(
    ("gaps", "why"),
    [
        ([on(11, 17, 21)], ""),
        ([on(11, 10, 11)], "between"),
        ([on(11, 24, 28)], "between"),
        ([on(12, 1, 5)], "between"),
        ([on(11, 18, 17)], "ends before"),
        ([on(11, 17, 19), on(11, 19, 20)], "overlaps"),
        ([on(11, 19, 20), on(11, 17, 18)], ""),
    ],
)
def test_a_gap_lies_between_the_first_and_the_last_day(gaps: list[Span], why: str) -> None:
    found = spans.wrong(MONDAY, date(2014, 11, 28), gaps)
    assert why in found if why else not found


def test_weeks_are_ticked_and_unticked_and_odd_gaps_stay() -> None:
    end, odd = date(2014, 12, 5), (on(11, 11, 11),)
    weeks = spans.weeks_between(MONDAY, end)
    assert weeks == (date(2014, 11, 17), date(2014, 11, 24))
    both = spans.with_week(spans.with_week(odd, weeks[0], gap=True), weeks[1], gap=True)
    assert [spans.is_gap_week(week, both) for week in weeks] == [True, True]
    one = spans.with_week(both, weeks[0], gap=False)
    assert one == (on(11, 11, 11), on(11, 24, 30))
    over = (Span(date(2014, 11, 15), date(2014, 11, 30)),)  # as a document may have written two weeks
    assert spans.with_week(over, weeks[0], gap=False) == (on(11, 15, 16), on(11, 24, 30))


@pytest.mark.parametrize(
    "text",
    ["", "x", "2014-11-17", "2014-11-17/2014-02-30", "2014-11-18/2014-11-17", "/", "2014-11-17/2014-11-18/2014-11-19"],
)
def test_what_is_no_span_is_passed_over(text: str) -> None:
    assert spans.read(text) == ()


def test_gaps_move_with_both_days_and_go_where_they_no_longer_lie_within() -> None:
    was, gaps = (MONDAY, date(2014, 11, 28)), (on(11, 17, 23),)
    assert spans.moved_along(gaps, was, (date(2014, 11, 17), date(2014, 12, 5))) == (on(11, 24, 30),)
    assert spans.moved_along(gaps, was, (MONDAY, date(2014, 12, 5))) == gaps
    assert spans.moved_along(gaps, was, (MONDAY, date(2014, 11, 14))) == ()


@given(days, days, st.lists(any_span, max_size=5))
def test_whatever_the_gaps_fieldwork_is_some_spans_within_its_days(one: date, other: date, gaps: list[Span]) -> None:
    start, end = sorted((one, other))
    parts = spans.without(start, end, gaps)
    assert parts
    assert all(start <= part.start <= part.end <= end for part in parts)
    assert all(before.end < after.start for before, after in pairwise(parts))
    if not spans.wrong(start, end, gaps):
        inside = {gap.start + timedelta(days=n) for gap in gaps for n in range((gap.end - gap.start).days + 1)}
        drawn = {part.start + timedelta(days=n) for part in parts for n in range((part.end - part.start).days + 1)}
        working = {start + timedelta(days=n) for n in range((end - start).days + 1)} - inside
        assert {day for day in working if day.weekday() < 5} <= drawn <= working
        assert {day for n in range(60) if spans.on_site(day := MONDAY + timedelta(days=n), start, end, gaps)} == drawn


@given(st.lists(any_span, max_size=5))
def test_what_is_stored_is_read_again(gaps: list[Span]) -> None:
    assert spans.read(spans.stored(gaps)) == tuple(sorted(gaps))


@pytest.mark.parametrize(
    ("start", "weeks", "end"),
    [
        (date(2026, 5, 5), 1, date(2026, 5, 8)),  # the Monday is a bank holiday
        (date(2026, 5, 5), 2, date(2026, 5, 15)),
        (date(2026, 5, 6), 1, date(2026, 5, 8)),
        (date(2026, 5, 8), 1, date(2026, 5, 8)),
        (date(2026, 5, 9), 1, date(2026, 5, 15)),
        (date(2026, 5, 10), 2, date(2026, 5, 22)),
    ],
)
def test_fieldwork_ends_on_a_friday_whatever_day_it_starts_on(start: date, weeks: int, end: date) -> None:
    """A start on the Tuesday after a bank holiday ended on a Saturday."""
    assert spans.usual(start, weeks, 0) == (end, ())
