"""Which backups stay: by hour, day and week, and never all from one evening."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.backups import thinned

START = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
moments = st.lists(st.integers(0, 60 * 24 * 90), max_size=120).map(
    lambda minutes: [START + timedelta(minutes=m) for m in sorted(minutes)]
)
wild = st.lists(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)), max_size=80)


def kept(made: Sequence[datetime]) -> list[datetime]:
    return [made[place] for place in thinned(made)]


def test_nothing_made_nothing_kept() -> None:
    assert thinned([]) == []


@given(wild)
def test_the_newest_stay_in_their_order_whatever_the_clock_said(made: list[datetime]) -> None:
    stay = thinned(made)
    assert stay == sorted(set(stay))
    assert set(range(len(made))[-10:]) <= set(stay)
    assert len(stay) <= 10 + 8 + 10 + 8


@given(wild)
def test_thinning_twice_takes_nothing_more(made: list[datetime]) -> None:
    once = kept(made)
    assert kept(once) == once


@given(moments)
def test_each_of_the_last_ten_days_with_a_backup_keeps_its_last(made: list[datetime]) -> None:
    last_of = {moment.date(): moment for moment in made}
    assert set(sorted(last_of.values())[-10:]) <= set(kept(made))


@given(moments, st.integers(11, 200))
def test_a_busy_evening_takes_nothing_from_the_days_before(made: list[datetime], busy: int) -> None:
    """However many backups an evening makes, one a day of the nine days before stays."""
    evening = START + timedelta(days=120, hours=10)
    before = set(kept(made))
    with_evening = made
    for second in range(busy):  # thinned after each, as it is in life
        with_evening = kept([*with_evening, evening + timedelta(seconds=second)])
    days = {moment.date() for moment in with_evening}
    assert evening.date() in days
    assert len(days) >= min(10, 1 + len({moment.date() for moment in before}))


@given(st.integers(1, 40), st.integers(1, 9))
def test_weeks_of_work_leave_backups_of_hours_days_and_weeks(days: int, hours: int) -> None:
    made: list[datetime] = []
    for day in range(days):
        for hour in range(hours):
            made = kept([*made, START + timedelta(days=day, hours=hour)])
    now = made[-1]
    assert {now.date() - timedelta(days=n) for n in range(min(10, days))} <= {moment.date() for moment in made}
    weeks = {moment.isocalendar()[:2] for moment in made}
    assert len(weeks) >= min(8, (days - 1) // 7)
