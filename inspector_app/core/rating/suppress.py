"""What of a breakdown may be told outside: no number of cases below the least, by itself or by subtraction. Pure.

Parts that are too small are told as one, with the next smallest until together they are large enough and none of them can
be found by taking the others from the whole. A number that is too small within a part that is told is withheld with another
of its column, for the same reason. Who knows this rule, the whole and what the parts are is left with at least `least`
numbers that each small one could be: counted out for all small tables in tests/rating/test_small_numbers.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from inspector_app.core.domain.by_question import Total
from inspector_app.core.rating.breakdown import Breakdown, Part, SampleBreakdown

T = TypeVar("T")
TOGETHER = ""  # the value of several parts that are told as one


def withheld(values: Sequence[int], least: int) -> frozenset[int]:
    """The places of what is not told beside the whole: what is below `least`, and others that keep it from being found."""
    hidden = {place for place, value in enumerate(values) if value < least}
    others = sorted(set(range(len(values))) - hidden, key=lambda place: values[place])
    while hidden and others and not _hides([values[place] for place in hidden], values[others[0]], least):
        hidden.add(others.pop(0))
    return frozenset(hidden)


def _hides(hidden: Sequence[int], next_told: int, least: int) -> bool:
    """Whether what is withheld keeps each of its numbers from being found; `next_told`: the smallest that is told.

    Since the smallest are withheld, none is above `next_told`: their sum is small enough for one of them to be nought.
    """
    room = (len(hidden) - 1) * (next_told - 1)
    return len(hidden) > 1 and least <= sum(hidden) <= room and next_told > least


def told(samples: Sequence[SampleBreakdown], least: int) -> tuple[SampleBreakdown, ...]:
    """The breakdowns as they may be told where numbers of cases below `least` are not. A sample of fewer is left out."""
    found = (replace(sample, by=tuple(_told(one, least) for one in sample.by)) for sample in samples)
    return tuple(sample for sample in found if sample.cases >= least)


def _told(one: Breakdown, least: int) -> Breakdown:
    parts = _joined(one.parts, least)
    caseload = _column(one.caseload, [part.caseload for part in parts], least)
    rates = [_rates([part.rates[place] for part in parts], least) for place in range(len(one.rates))]
    return replace(
        one,
        caseload=_at_least(one.caseload, least),
        rates=tuple(_large(rate, least) for rate in one.rates),
        parts=tuple(
            replace(part, caseload=caseload[place], rates=tuple(column[place] for column in rates))
            for place, part in enumerate(parts)
        ),
    )


def _joined(parts: Sequence[Part], least: int) -> tuple[Part, ...]:
    """The parts, those that are not told as one; none where that would be all of them, which says no more than the whole."""
    together = withheld([part.cases for part in parts], least)
    if not together:
        return tuple(parts)
    if len(together) == len(parts):
        return ()
    small = [parts[place] for place in sorted(together)]
    known = [part.caseload for part in small if part.caseload is not None]
    rates = tuple(_sum([part.rates[at] for part in small]) for at in range(len(small[0].rates)))
    joined = Part(TOGETHER, sum(part.cases for part in small), sum(known) if known else None, rates)
    return (*(part for place, part in enumerate(parts) if place not in together), joined)


def _sum(rates: Sequence[Total | None]) -> Total:
    given = [rate for rate in rates if rate is not None]
    return Total(sum(rate.yes for rate in given), sum(rate.of for rate in given))


def _column(whole: int | None, values: Sequence[int | None], least: int) -> list[int | None]:
    if whole is None:
        return [None] * len(values)
    return _kept(values, least, lambda value: value or 0)


def _rates(column: Sequence[Total | None], least: int) -> list[Total | None]:
    return _kept(column, least, lambda rate: rate.of if rate else 0)


def _kept(column: Sequence[T | None], least: int, number: Callable[[T | None], int]) -> list[T | None]:
    hidden = withheld([number(value) for value in column], least)
    return [None if place in hidden else value for place, value in enumerate(column)]


def _at_least(value: int | None, least: int) -> int | None:
    return value if value is not None and value >= least else None


def _large(rate: Total | None, least: int) -> Total | None:
    return rate if rate is not None and rate.of >= least else None
