"""Bounds and distances, tried on every sample up to eight cases by three key questions (`--every-sample`; else on a part).

What is expected is counted out: every way to finish the open cases, every case that could be judged otherwise. Of samples
that are the same but for the order of cases and key questions one is tried: that the order is no matter, nor whether an
answer is contested or not there, is shown on every small sample in its every order.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, replace
from enum import Enum, auto
from functools import cache
from itertools import combinations_with_replacement, product
from math import factorial, prod

import pytest

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Inspection
from inspector_app.core.domain.rated import Bounds, Rated, Tally
from inspector_app.core.domain.rating_rules import BandOn
from inspector_app.core.rating import method, sensitivity
from inspector_app.core.rating.engine import rate, rate_tallies
from inspector_app.core.rating.tally import tallies
from tests.rating.frameworks import cases_standard, exact, framework_2018
from tests.rating.samples import NA, N, Y, completions, inspection

MOST = 8
STANDARD = cases_standard("2.1", 3, "court")
REFS = [question.ref for question in STANDARD.key_questions]
RULES = replace(framework_2018().rating, considerations=())  # what speaks for discretion is no matter here
PRINTED = replace(framework_2018(), standards=(STANDARD,), rating=RULES)
FRAMEWORKS = {BandOn.PRINTED: PRINTED, BandOn.EXACT: exact(PRINTED)}


class Open(Enum):
    """Why a case gives no answer."""

    NEVER = auto()  # nobody answered: there is no row
    CONTESTED = auto()  # a row without a value


State = Answer | Open


def every_tally(cases: int) -> Iterator[Tally]:
    """Every way to answer one key question on that many cases."""
    return (Tally(*some) for some in product(range(cases + 1), repeat=4) if sum(some) == cases)


@pytest.fixture
def samples(request: pytest.FixtureRequest) -> Iterator[tuple[Tally, Tally, Tally]]:
    """Three key questions on the same cases; in which order they are asked makes no difference."""
    every = (
        three for cases in range(1, MOST + 1) for three in combinations_with_replacement(every_tally(cases), len(REFS))
    )
    if request.config.getoption("--every-sample"):
        return every
    chance = random.Random(request.config.getoption("--seed"))
    return (three for three in every if chance.random() < 0.004)


@cache
def ends(on: BandOn, tally: Tally) -> frozenset[int | None]:
    """The points of every band that a way to finish gives; None where the key question leaves its standard."""
    rules = FRAMEWORKS[on].rating
    words = (method.band(rules, end.yes, end.of) for end in completions(tally))
    return frozenset(rules.points(word) if word else None for word in words)


def expected(on: BandOn, three: tuple[Tally, ...]) -> Bounds | None:
    lowest = {
        min(points)
        for way in product(*(ends(on, tally) for tally in three))
        if (points := [point for point in way if point is not None])
    }
    words = [word.word for word in FRAMEWORKS[on].rating.words]
    return Bounds(words[min(lowest)], words[max(lowest)]) if lowest else None


@pytest.mark.timeout(900)
@pytest.mark.parametrize("on", list(BandOn))
def test_bounds_of_a_standard_are_those_of_every_way_to_finish_it(
    on: BandOn, samples: Iterator[tuple[Tally, Tally, Tally]], counted: Callable[[str], None]
) -> None:
    tried = ordered = 0
    for three in samples:
        rated = rate_tallies(FRAMEWORKS[on], dict(zip(REFS, three, strict=True)), [], [])
        assert rated.standard("2.1").bounds == expected(on, three), three
        tried, ordered = tried + 1, ordered + orders(three)
    counted(f"bands by {on.value}: {tried:,} samples, which stand for {ordered:,} in every order")
    assert tried > 1000


def orders(three: tuple[Tally, ...]) -> int:
    """How many samples are the same but for the order of answers and key questions, an open one contested or not there."""
    columns = prod(
        factorial(sum(astuple(tally))) // prod(map(factorial, astuple(tally))) * 2**tally.unanswered for tally in three
    )
    alike = prod(factorial(number) for number in Counter(three).values())
    return columns * factorial(len(three)) // alike


@pytest.mark.parametrize(("cases", "questions"), [(1, 3), (2, 3), (3, 2), (6, 1)])
def test_the_order_of_cases_and_key_questions_is_no_matter_nor_why_one_is_open(
    cases: int, questions: int, request: pytest.FixtureRequest, counted: Callable[[str], None]
) -> None:
    """Every small sample in every order: its bounds and distances are those of the one that stands for all of them."""
    states: tuple[State, ...] = (Y, N, NA, *Open)
    chance = random.Random(request.config.getoption("--seed"))
    part = 1.0 if request.config.getoption("--every-sample") else 0.1
    seen: dict[tuple[Tally, ...], int] = Counter()
    for mix in product(states, repeat=cases * questions):
        columns = [mix[at * cases : (at + 1) * cases] for at in range(questions)]
        own = [tally_of(column) for column in columns]
        stands_for = tuple(sorted(own, key=astuple))
        seen[stands_for] += 1
        if chance.random() < part:
            assert as_rated(rate(PRINTED, sample_of(columns)), own) == representative(stands_for), mix
    counted(
        f"{cases} cases by {questions}: {sum(seen.values()):,} samples in every order, {len(seen):,} stand for them"
    )
    if questions == len(REFS):
        assert all(number == orders(three) for three, number in seen.items()), "and they are counted right"


def tally_of(column: Sequence[State]) -> Tally:
    return Tally(column.count(Y), column.count(N), column.count(NA), sum(isinstance(state, Open) for state in column))


def sample_of(columns: Sequence[Sequence[State]]) -> Inspection:
    """An inspection with these answers: what nobody answered has no row, what is contested has one without a value."""
    answers = {
        ref: [state if isinstance(state, Answer) else None for state in column]
        for ref, column in zip(REFS, columns, strict=False)
    }
    made = inspection(PRINTED, answers)
    never = {
        (f"court{place}", ref)
        for ref, column in zip(REFS, columns, strict=False)
        for place, state in enumerate(column)
        if state is Open.NEVER
    }
    return replace(made, judgements=tuple(j for j in made.judgements if (j.case, j.question) not in never))


def as_rated(rated: Rated, own: Sequence[Tally]) -> tuple[object, ...]:
    """The bounds of the standard, and of each tally its band, bounds and distance, in the order of tallies."""
    standard = rated.standard("2.1")
    parts = [(tally, q.band, q.bounds, q.distance) for tally, q in zip(own, standard.key_questions, strict=False)]
    return standard.bounds, standard.computed, sorted(parts, key=lambda part: astuple(part[0]))


@cache
def representative(stands_for: tuple[Tally, ...]) -> tuple[object, ...]:
    """What comes of the tallies themselves; a key question beyond them has every case open."""
    tallied = dict(zip(REFS, stands_for, strict=False))
    rest = dict.fromkeys(REFS[len(stands_for) :], Tally(unanswered=sum(astuple(stands_for[0]))))
    return as_rated(rate_tallies(PRINTED, tallied | rest, [], []), stands_for)


def reached(framework: Framework, tally: Tally, way: int) -> tuple[int, str] | tuple[None, None]:
    """The fewest more Yes (or with -1 more No), whoever gives them, after which the band is another one that way."""
    rules, cases = framework.rating, tally.of + tally.unanswered
    here = method.band_index(rules, tally.yes, tally.of)
    most = {1: tally.no + tally.unanswered, -1: tally.yes + tally.unanswered}[way]
    for number in range(1, most + 1):
        yes = tally.yes + number if way == 1 else cases - tally.no - number
        if way * (method.band_index(rules, yes, cases) - here) > 0:
            return number, rules.bands[method.band_index(rules, yes, cases)].word
    return None, None


@pytest.mark.parametrize("framework", list(FRAMEWORKS.values()), ids=[on.value for on in FRAMEWORKS])
def test_distances_are_the_fewest_cases_with_the_open_ones_counted(framework: Framework) -> None:
    for tally in (tally for cases in range(MOST + 1) for tally in every_tally(cases)):
        found = sensitivity.distance(framework.rating, tally)
        up, down = (reached(framework, tally, way) if tally.of else (None, None) for way in (1, -1))
        assert ((found.up, found.up_to), (found.down, found.down_to)) == (up, down), tally


def test_what_is_contested_counts_as_open_in_every_mix() -> None:
    states: tuple[State, ...] = (Y, N, NA, *Open)
    for mix in combinations_with_replacement(states, MOST):
        answers = [state if isinstance(state, Answer) else None for state in mix]
        made = inspection(PRINTED, {REFS[0]: answers})
        never = {f"court{place}" for place, state in enumerate(mix) if state is Open.NEVER}
        made = replace(made, judgements=tuple(j for j in made.judgements if j.case not in never))
        still_open = mix.count(Open.NEVER) + mix.count(Open.CONTESTED)
        assert tallies(PRINTED, made)[REFS[0]] == Tally(mix.count(Y), mix.count(N), mix.count(NA), still_open)


@pytest.mark.parametrize(
    ("yes", "of", "printed", "fraction"),
    [
        (11, 17, "Good", "Requires improvement"),
        (20, 31, "Good", "Requires improvement"),
        (35, 44, "Outstanding", "Good"),
    ],
)
def test_a_figure_between_two_bands_is_judged_by_the_percent_or_by_the_fraction(
    yes: int, of: int, printed: str, fraction: str
) -> None:
    for on, here, other in ((BandOn.PRINTED, printed, fraction), (BandOn.EXACT, fraction, printed)):
        rules, tally = FRAMEWORKS[on].rating, Tally(yes, of - yes)
        assert method.band(rules, yes, of) == here
        assert sensitivity.question_bounds(rules, tally) == Bounds(here, here)
        found = sensitivity.distance(rules, tally)
        moved = (found.down, found.down_to) if on is BandOn.PRINTED else (found.up, found.up_to)
        assert moved == (1, other)
        opened = Tally(yes - 1, of - yes, unanswered=1)
        bounds = sensitivity.question_bounds(rules, opened)
        assert bounds is not None
        assert bounds.best == here
        answers = {REFS[0]: [Y] * yes + [N] * (of - yes)}
        question = rate(FRAMEWORKS[on], inspection(PRINTED, answers)).standard("2.1").key_questions[0]
        assert question.differs
        assert (question.band, question.printed_band, question.exact_band) == (here, printed, fraction)
