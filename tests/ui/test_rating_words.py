"""What is said about distances and open cases is true, tried on every way to answer up to eight cases."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from inspector_app.core.domain.framework import Framework, RatingRules
from inspector_app.core.domain.rated import RatedQuestion, Tally
from inspector_app.core.rating import method
from inspector_app.core.rating.engine import rate_tallies
from inspector_app.ui.words import rating as rating_words
from tests.rating.frameworks import exact, framework_2018, framework_2025
from tests.rating.samples import completions

MOST = 8
FRAMEWORKS = [framework_2018(), framework_2025(), exact(framework_2018()), exact(framework_2025())]
QUESTION = "2.1.1"


def rated(framework: Framework, tally: Tally) -> RatedQuestion:
    standard = rate_tallies(framework, {QUESTION: tally}, [], []).standard("2.1")
    return next(question for question in standard.key_questions if question.ref == QUESTION)


def tallies() -> Iterator[Tally]:
    return (Tally(*some) for some in product(range(MOST + 1), repeat=4) if sum(some) <= MOST)


def turned(rules: RatingRules, tally: Tally, by: int) -> str | None:
    """The band with that many No turned Yes, or Yes turned No where it is below nought."""
    return method.band(rules, tally.yes + by, tally.of) if 0 <= tally.yes + by <= tally.of else None


def first_other(rules: RatingRules, tally: Tally, way: int) -> tuple[int, str] | None:
    """The fewest cases turned that way which give another band."""
    here = turned(rules, tally, 0)
    bands = ((n, turned(rules, tally, way * n)) for n in range(1, MOST + 1))
    return next(((n, band) for n, band in bands if band and band != here), None)


def said(text: str, turn: str) -> tuple[int, str] | None:
    found = re.search(rf"([A-Z][a-z ]+) with (\d+) {turn}", text)
    return (int(found[2]), found[1]) if found else None


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=["2018", "2025", "2018 exact", "2025 exact"])
def test_a_distance_is_said_only_when_nothing_is_open_and_is_true(framework: Framework) -> None:
    rules = framework.rating
    for tally in tallies():
        text = rating_words.distance(rated(framework, tally))
        closed = bool(tally.of) and not tally.unanswered
        up, down = (first_other(rules, tally, way) if closed else None for way in (1, -1))
        assert (said(text, "No turned Yes"), said(text, "Yes turned No")) == (up, down), tally
        assert bool(text) == bool(up or down), tally


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=["2018", "2025", "2018 exact", "2025 exact"])
def test_what_open_cases_can_still_do_is_said_as_every_way_to_finish_shows(framework: Framework) -> None:
    rules = framework.rating
    order = [word.word for word in rules.words]
    for tally in tallies():
        if not tally.unanswered:
            continue
        reached = sorted({order.index(w) for t in completions(tally) if (w := method.band(rules, t.yes, t.of))})
        worst, best = order[reached[0]], order[reached[-1]]
        if worst == best:
            possible = f"whatever is open, {best}"
        elif reached[-1] - reached[0] == 1:
            possible = f"still possible: {worst} to {best}"
        else:
            possible = f"too early to say, still possible: {worst} to {best}"
        assert f"{tally.unanswered} unanswered, {possible}" in rating_words.notes(framework, rated(framework, tally))


@pytest.mark.parametrize(
    ("tally", "figure"),
    [
        (Tally(), "no cases"),
        (Tally(unanswered=2), "none of 2 judged"),
        (Tally(unanswered=1, not_applicable=1), "none of 1 judged"),
        (Tally(not_applicable=2), "not applicable"),
        (Tally(no=1, unanswered=5), "0 of 1"),
    ],
)
def test_a_figure_says_why_it_is_none(tally: Tally, figure: str) -> None:
    assert rating_words.judged(rated(framework_2025(), tally)) == figure
