from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.rating_rules import BandOn
from inspector_app.core.rating import method
from tests.rating.frameworks import rules
from tests.rating.samples import property_test

RULES = rules((0, 3, 7, 11))


@st.composite
def yes_of(draw: st.DrawFn) -> tuple[int, int]:
    of = draw(st.integers(1, 400))
    return draw(st.integers(0, of)), of


@property_test
@given(yes_of())
def test_printed_percent_is_the_decimal_rounded_half_up(counts: tuple[int, int]) -> None:
    yes, of = counts
    expected = (Decimal(100 * yes) / Decimal(of)).quantize(Decimal(1), ROUND_HALF_UP)
    assert method.printed_percent(yes, of) == expected


@pytest.mark.parametrize(("yes", "of", "printed"), [(1, 8, 13), (1, 200, 1), (199, 200, 100), (6, 13, 46), (0, 5, 0)])
def test_halves_go_up(yes: int, of: int, printed: int) -> None:
    assert method.printed_percent(yes, of) == printed


def test_without_judged_cases_there_is_no_percent_and_no_band() -> None:
    assert method.printed_percent(0, 0) is None
    assert method.band(RULES, 0, 0) is None


@property_test
@given(yes_of())
def test_printed_band_is_the_band_of_the_printed_percent(counts: tuple[int, int]) -> None:
    percent = method.printed_percent(*counts) or 0
    expected = [b.word for b in RULES.bands if percent >= b.lower][-1]
    assert method.band(RULES, *counts, BandOn.PRINTED) == expected


@property_test
@given(yes_of())
def test_exact_band_is_the_band_of_the_fraction(counts: tuple[int, int]) -> None:
    yes, of = counts
    expected = [b.word for b in RULES.bands if 100 * yes >= b.lower * of][-1]
    assert method.band(RULES, yes, of, BandOn.EXACT) == expected


@property_test
@given(st.integers(0, 100), st.integers(1, 200), st.sampled_from(BandOn))
def test_least_yes_is_the_first_count_that_reaches_the_bound(lower: int, of: int, on: BandOn) -> None:
    def reaches(yes: int) -> bool:
        if on is BandOn.EXACT:
            return 100 * yes >= lower * of
        return (method.printed_percent(yes, of) or 0) >= lower

    assert method.least_yes(lower, of, on) == next(yes for yes in range(of + 1) if reaches(yes))


def test_eleven_of_seventeen_is_good_as_printed_and_not_as_fraction() -> None:
    assert method.band(RULES, 11, 17, BandOn.PRINTED) == "Good"
    assert method.band(RULES, 11, 17, BandOn.EXACT) == "Requires improvement"


@pytest.mark.parametrize(("score", "word"), [(0, 0), (2, 0), (3, 1), (6, 1), (7, 2), (10, 2), (11, 3), (12, 3)])
def test_overall_cuts_are_inclusive_below(score: int, word: int) -> None:
    assert method.cut(RULES.overall, score).word == RULES.words[word].word
