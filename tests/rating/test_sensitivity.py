from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import GivenRating, PanelDecision
from inspector_app.core.domain.rated import Bounds, Rated, Tally
from inspector_app.core.rating import method, sensitivity
from inspector_app.core.rating.engine import rate_tallies
from tests.rating.frameworks import exact, framework_2018, framework_2025, framework_fji
from tests.rating.samples import case_questions, completions, decisions, open_tallies, property_test, subjects, words

FRAMEWORKS = [framework_2018(), framework_2025(), exact(framework_2018()), exact(framework_2025())]
tally_lists = st.builds(Tally, st.integers(0, 9), st.integers(0, 9), st.integers(0, 3), st.integers(0, 4))


@property_test
@given(st.sampled_from(FRAMEWORKS), st.integers(0, 25), st.integers(0, 25))
def test_distance_is_the_fewest_cases_turned(framework: Framework, yes: int, no: int) -> None:
    rules, of = framework.rating, yes + no
    found = sensitivity.distance(rules, Tally(yes, no))
    here = method.band(rules, yes, of)
    places = {w.word: w.points for w in rules.words}
    up = [(n, method.band(rules, yes + n, of)) for n in range(1, no + 1)]
    down = [(n, method.band(rules, yes - n, of)) for n in range(1, yes + 1)]
    better = next(((n, w) for n, w in up if places[w or ""] > places[here or ""]), (None, None))
    worse = next(((n, w) for n, w in down if places[w or ""] < places[here or ""]), (None, None))
    assert ((found.up, found.up_to), (found.down, found.down_to)) == (better, worse)


@property_test
@given(st.sampled_from(FRAMEWORKS), tally_lists)
def test_question_bounds_are_those_of_every_way_to_finish(framework: Framework, tally: Tally) -> None:
    rules = framework.rating
    reached = [w for t in completions(tally) if (w := method.band(rules, t.yes, t.of))]
    places = [rules.points(w) for w in reached]
    found = sensitivity.question_bounds(rules, tally)
    assert (found and (rules.points(found.worst), rules.points(found.best))) == (
        (min(places), max(places)) if places else None
    )


def finished(framework: Framework, tallies: dict[str, Tally], ratings: dict[str, str], panel: list[PanelDecision]):
    """Every way to finish: each open case answered, each thing people have not rated yet given every word."""
    refs = case_questions(framework)
    missing = [s for s in subjects(framework) if s not in ratings]
    every_word = [w.word for w in framework.rating.words]
    for answers in product(*(set(completions(tallies[r])) for r in refs)):
        for given_now in product(every_word, repeat=len(missing)):
            given = {**ratings, **dict(zip(missing, given_now, strict=True))}
            people = [GivenRating(s, w) for s, w in given.items()]
            yield rate_tallies(framework, dict(zip(refs, answers, strict=True)), people, panel)


def worst_and_best(framework: Framework, found: list[str | None]) -> Bounds | None:
    ranked = sorted((w for w in found if w), key=framework.rating.points)
    return Bounds(ranked[0], ranked[-1]) if ranked else None


def check_bounds(framework: Framework, now: Rated, ends: list[Rated]) -> None:
    for place, standard in enumerate(now.standards):
        assert standard.bounds == worst_and_best(framework, [end.standards[place].rating for end in ends])
    scores = sorted(end.score for end in ends if end.score is not None)
    if not scores:
        assert now.bounds is None
        return
    assert now.bounds
    assert (now.bounds.worst_score, now.bounds.best_score) == (scores[0], scores[-1])
    overalls = worst_and_best(framework, [end.overall for end in ends])
    assert Bounds(now.bounds.worst, now.bounds.best) == overalls


@settings(property_test, max_examples=80)
@given(st.data(), st.sampled_from(FRAMEWORKS))
def test_bounds_are_those_of_every_way_to_finish(data: st.DataObject, framework: Framework) -> None:
    tallies = data.draw(open_tallies(framework, 4))
    needed = subjects(framework)
    uncounted = {s.ref for s in framework.standards if not s.counted}
    left_out = data.draw(st.sampled_from([None, *(s for s in needed if s not in uncounted)]))
    ratings = {s: data.draw(words(framework)) for s in needed if s != left_out}
    panel = data.draw(decisions(framework))
    people = [GivenRating(s, w) for s, w in ratings.items()]
    now = rate_tallies(framework, tallies, people, panel)
    check_bounds(framework, now, list(finished(framework, tallies, ratings, panel)))


def test_all_cases_open_leaves_everything_possible() -> None:
    framework = framework_2025()
    tallies = dict.fromkeys(case_questions(framework), Tally(unanswered=3))
    bounds = rate_tallies(framework, tallies, [], []).bounds
    assert bounds
    assert (bounds.worst_score, bounds.worst, bounds.best_score, bounds.best) == (0, "Inadequate", 12, "Outstanding")


def test_nothing_open_leaves_one_result() -> None:
    framework = framework_2025()
    tallies = dict.fromkeys(case_questions(framework), Tally(12, 3))
    rated = rate_tallies(framework, tallies, [GivenRating("V1", "Good")], [])
    assert rated.bounds
    assert rated.bounds.worst_score == rated.bounds.best_score == rated.score == 11


def test_a_standard_that_cannot_have_a_rating_leaves_no_bounds() -> None:
    framework = framework_2025()
    none = {q.ref: Tally(not_applicable=3) for q in framework.by_ref["2.1"].key_questions}
    tallies = dict.fromkeys(case_questions(framework), Tally(12, 3)) | none
    rated = rate_tallies(framework, tallies, [GivenRating("V1", "Good")], [])
    assert rated.standard("2.1").bounds is None
    assert rated.bounds is None


def test_where_no_case_is_recorded_yet_any_rating_is_still_possible() -> None:
    framework = framework_2025()
    none = {q.ref: Tally() for q in framework.by_ref["2.1"].key_questions}
    tallies = dict.fromkeys(case_questions(framework), Tally(12, 3)) | none
    rated = rate_tallies(framework, tallies, [GivenRating("V1", "Good")], [])
    assert rated.standard("2.1").bounds == Bounds("Inadequate", "Outstanding")
    assert rated.provisional
    assert rated.score is None
    assert rated.bounds
    assert (rated.bounds.worst_score, rated.bounds.best_score) == (8, 11)


def test_v1_that_people_set_is_no_longer_open() -> None:
    framework = framework_2025()
    tallies = dict.fromkeys(case_questions(framework), Tally(12, 3)) | {"V1.1": Tally(unanswered=4)}
    rated = rate_tallies(framework, tallies, [GivenRating("V1", "Good")], [])
    assert rated.standard("V1").bounds == Bounds("Good", "Good")


@pytest.mark.parametrize("stars", [None, 3])
def test_stars_have_no_score_bounds(stars: int | None) -> None:
    rated = rate_tallies(framework_fji(), {}, [GivenRating("T1", stars=stars)], [])
    assert rated.bounds is None
