"""What of a breakdown may be told outside: no number of cases below the least, by itself or by subtraction. Pure.

Parts that are too small are told as one, with the next smallest until together they are large enough and none of them can
be found by taking the others from the whole. Of the caseload, a number that is too small within a part that is told is
withheld with another of its column, for the same reason. Percentages are told of all parts or of none: of none where a part
has too few judged, or all but one of them answered alike, which would tell how each was. Who knows this rule, the whole and
what the parts are is left with at least `least` numbers that each small one could be, and with more than "all alike" of each
part: counted out for all small tables in tests/rating/test_small_numbers.py.
"""

from collections.abc import Sequence
from dataclasses import replace

from inspector_app.core.domain.by_question import Total
from inspector_app.core.domain.rated import Tally
from inspector_app.core.rating.breakdown import NONE, Breakdown, Part, SampleBreakdown

_OTHERWISE = (
    2  # this many answers of each kind in every part that is told: with none, all of a part were answered alike
)
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


def figure_told(tally: Tally, least: int) -> bool:
    """Whether the share of Yes on a key question may be told where numbers below `least` are not (0: all may).

    Not before every case is judged on it: two drafts of two days, taken from each other, would tell how those between were.
    """
    return tally.of > 0 and (not least or (tally.of >= least and not tally.unanswered))


def told(samples: Sequence[SampleBreakdown], least: int) -> tuple[SampleBreakdown, ...]:
    """The breakdowns as they may be told where numbers of cases below `least` are not. A sample of fewer is left out."""
    found = (replace(sample, by=tuple(_told(one, least) for one in sample.by)) for sample in samples)
    return tuple(sample for sample in found if sample.cases >= least)


def _told(one: Breakdown, least: int) -> Breakdown:
    parts = _joined(one.parts, least)
    caseload = _column(one.caseload, [part.caseload for part in parts], least)
    rates = [_rates([part.rates[place] or NONE for part in parts], least) for place in range(len(one.rates))]
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
    hidden = withheld([value or 0 for value in values], least)
    return [None if place in hidden else value for place, value in enumerate(values)]


def _rates(column: Sequence[Total], least: int) -> list[Total | None]:
    """All of a column or none: what the others leave of the whole would be the one that is withheld."""
    enough = all(rate.of >= least and _OTHERWISE <= rate.yes <= rate.of - _OTHERWISE for rate in column)
    return list(column) if enough else [None] * len(column)


def _at_least(value: int | None, least: int) -> int | None:
    return value if value is not None and value >= least else None


def _large(rate: Total | None, least: int) -> Total | None:
    return rate if rate is not None and rate.of >= least else None
