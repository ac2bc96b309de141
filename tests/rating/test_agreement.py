"""Agreement of two markers against figures worked out by hand and in print, and what holds whatever the answers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating.agreement import Pair, agreement, cohen_kappa, gwet_ac1

YES, NO, NA = Answer.YES, Answer.NO, Answer.NA

answers = st.sampled_from(Answer)
several = st.lists(st.tuples(answers, answers), min_size=1, max_size=60)


def table(*rows: tuple[Answer, Answer, int]) -> list[Pair]:
    return [(first, second) for first, second, count in rows for _ in range(count)]


def test_a_table_with_high_agreement_has_a_high_ac1_and_a_kappa_below_zero() -> None:
    """The paradox that AC1 was made for; 118, 5, 2 and 0 of 125, worked by hand for a scale of two categories.

    a = 118/125; p = 243/250, e = 2 * 243/250 * 7/250 = 3402/62500, (a - e) / (1 - e) = 55598/59098.
    kappa: e = (123 * 120 + 2 * 5) / 125^2 = 14770/15625, (14750 - 14770) / (15625 - 14770) = -20/855.
    """
    pairs = table((YES, YES, 118), (YES, NO, 5), (NO, YES, 2))
    assert gwet_ac1(pairs, categories=2) == Fraction(55598, 59098)
    assert cohen_kappa(pairs) == Fraction(-20, 855)


def test_ac1_on_a_scale_of_three() -> None:
    """10 pairs: yes-yes 5, no-no 2, na-na 1, yes-no 2. a = 8/10; p = 12/20, 6/20, 2/20; e = (24 + 21 + 9) / 100 / 2."""
    pairs = table((YES, YES, 5), (NO, NO, 2), (NA, NA, 1), (YES, NO, 2))
    assert gwet_ac1(pairs) == (Fraction(8, 10) - Fraction(27, 100)) / (1 - Fraction(27, 100)) == Fraction(53, 73)


def test_kappa_of_a_square_table() -> None:
    """20, 5, 10 and 15 of 50: a = 35/50, e = (25 * 30 + 25 * 20) / 2500 = 1/2, so 2/5."""
    assert cohen_kappa(table((YES, YES, 20), (YES, NO, 5), (NO, YES, 10), (NO, NO, 15))) == Fraction(2, 5)


def test_of_eighteen_pairs_kappa_is_not_shown() -> None:
    """16 of 18 agree, and kappa would be -1/17."""
    pairs = table((YES, YES, 16), (YES, NO, 1), (NO, YES, 1))
    assert cohen_kappa(pairs) == Fraction(-1, 17)
    found = agreement(pairs)
    assert (found.pairs, found.agreed, found.percent, found.kappa) == (18, 16, Fraction(1600, 18), None)
    assert found.gwet_ac1 is not None
    assert found.gwet_ac1 > Fraction(4, 5)


@pytest.mark.parametrize(("pairs", "shown"), [(29, False), (30, True)])
def test_kappa_is_shown_from_thirty_pairs(pairs: int, shown: bool) -> None:
    found = agreement(table((YES, YES, pairs - 1), (NO, NO, 1)))
    assert found.kappa == (1 if shown else None)


def test_nothing_is_defined_without_pairs() -> None:
    found = agreement([])
    assert (found.pairs, found.agreed, found.percent, found.gwet_ac1, found.kappa) == (0, 0, None, None, None)
    assert cohen_kappa([]) is None


def test_kappa_is_undefined_where_everything_is_one_answer_and_ac1_is_not() -> None:
    pairs = table((YES, YES, 40))
    assert agreement(pairs).kappa is None
    assert gwet_ac1(pairs) == 1


@given(several)
def test_the_coefficients_stay_in_their_bounds(pairs: list[Pair]) -> None:
    ac1, kappa = gwet_ac1(pairs), cohen_kappa(pairs)
    assert ac1 is not None
    assert Fraction(-1, 2) <= ac1 <= 1
    assert kappa is None or -1 <= kappa <= 1


@given(several)
def test_it_does_not_matter_who_is_called_the_first(pairs: list[Pair]) -> None:
    assert agreement([(b, a) for a, b in pairs]) == agreement(pairs)


@given(several, st.randoms())
def test_the_order_of_the_pairs_does_not_matter(pairs: list[Pair], chance: object) -> None:
    shuffled = list(pairs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert agreement(shuffled) == agreement(pairs)


@given(several, st.permutations(list(Answer)))
def test_the_names_of_the_answers_do_not_matter(pairs: list[Pair], names: list[Answer]) -> None:
    named = dict(zip(Answer, names, strict=True))
    assert agreement([(named[a], named[b]) for a, b in pairs]) == agreement(pairs)


@given(st.lists(answers, min_size=1, max_size=60))
def test_full_agreement_is_one(given_: list[Answer]) -> None:
    found = agreement([(answer, answer) for answer in given_])
    assert (found.percent, found.gwet_ac1) == (100, 1)
    assert found.kappa == (1 if len(given_) >= 30 and len(set(given_)) > 1 else None)


@given(several)
def test_only_full_agreement_is_one(pairs: list[Pair]) -> None:
    assert (gwet_ac1(pairs) == 1) == all(a == b for a, b in pairs)


@given(several, answers)
def test_one_more_agreement_never_lowers_the_percentage(pairs: list[Pair], answer: Answer) -> None:
    before, after = agreement(pairs).percent, agreement([*pairs, (answer, answer)]).percent
    assert before is not None
    assert after is not None
    assert after >= before
