"""What is said about distances and open cases is true, tried on every way to answer up to eight cases."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedQuestion, Tally
from inspector_app.core.domain.rating_rules import RatingRules
from inspector_app.core.rating import method
from inspector_app.core.rating.engine import rate_tallies
from inspector_app.ui.places.ratings.grounds import unheard
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


def said(text: str, of: str) -> tuple[int, str] | None:
    found = re.search(rf"(\d+) {of}: ([A-Z][a-z]+(?: [a-z]+)?)", text)
    return (int(found[1]), found[2]) if found else None


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=["2018", "2025", "2018 exact", "2025 exact"])
def test_a_distance_is_said_only_when_nothing_is_open_and_is_true(framework: Framework) -> None:
    rules = framework.rating
    for tally in tallies():
        text = rating_words.distance(rated(framework, tally))
        closed = bool(tally.of) and not tally.unanswered
        up, down = (first_other(rules, tally, way) if closed else None for way in (1, -1))
        assert (said(text, "more Yes"), said(text, "fewer(?: Yes)?")) == (up, down), tally
        assert bool(text) == bool(up or down), tally


def ways(rules: RatingRules, tally: Tally) -> list[str]:
    """The band after each number of Yes among the open cases, the others No."""
    cases = tally.of + tally.unanswered
    return [str(method.band(rules, tally.yes + more, cases)) for more in range(tally.unanswered + 1)]


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=["2018", "2025", "2018 exact", "2025 exact"])
def test_what_open_cases_can_still_do_is_said_as_every_way_to_finish_shows(framework: Framework) -> None:
    rules = framework.rating
    order = [word.word for word in rules.words]
    for tally in tallies():
        text = rating_words.still_open(rules, rated(framework, tally))
        if not tally.unanswered:
            assert text == ""
            continue
        reached = sorted({order.index(w) for t in completions(tally) if (w := method.band(rules, t.yes, t.of))})
        worst, best, now = order[reached[0]], order[reached[-1]], method.band(rules, tally.yes, tally.of)
        cases = f"{tally.unanswered} open"
        if worst == best:
            assert text == f"{cases} · {worst} either way"
        elif now is None or reached[-1] - reached[0] > 1:
            assert text == f"{cases} · too early to say: {worst} – {best}"
            brief = rating_words.still_open(rules, rated(framework, tally), brief=True)
            assert brief == f"{cases} · too early to say"
        elif tally.unanswered == 1:
            percents = [method.printed_percent(yes, tally.of + 1) for yes in (tally.yes + 1, tally.yes)]
            ends = ["no change" if word == now else word for word in (best, worst)]
            assert text == f"{cases} · Yes: {ends[0]} ({percents[0]}%) · No: {ends[1]} ({percents[1]}%)"
        else:
            found = ways(rules, tally)
            up = next((n for n, word in enumerate(found) if order.index(word) > order.index(now)), None)
            down = next((n for n, word in enumerate(reversed(found)) if order.index(word) < order.index(now)), None)
            parts = [f"{up} more Yes: {best}"] if up else []
            assert text == " · ".join([cases, *parts, *([f"{down} more No: {worst}"] if down else [])])


@pytest.mark.parametrize(("exact_bands", "band"), [(False, "Good"), (True, "Requires improvement")])
def test_both_bands_are_said_whichever_of_them_counts(exact_bands: bool, band: str) -> None:
    framework = exact(framework_2025()) if exact_bands else framework_2025()
    question = rated(framework, Tally(11, 6))
    assert question.band == band
    assert "65% printed: Good · 64.7…% exact: Requires improvement" in rating_words.notes(framework, question)


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


def test_on_what_no_source_bears_is_named_as_far_as_it_is_read_at_a_glance() -> None:
    refs = [f"1.1.{n}" for n in range(1, 39)]
    assert unheard(refs[:2]) == "No source bears on: 1.1.1 and 1.1.2."
    assert unheard(refs).endswith("1.1.7, 1.1.8 and 30 more.")


@pytest.mark.parametrize(
    ("yes", "said"),
    [((8, 8, 8), ["all equal"] * 3), ((6, 6, 8), ["lowest", "lowest", ""]), ((8, 7, 8), ["", "lowest", ""])],
)
def test_no_key_question_is_called_the_lowest_where_all_are_alike(yes: tuple[int, ...], said: list[str]) -> None:
    given = {f"2.1.{place}": Tally(n, 8 - n) for place, n in enumerate(yes, start=1)}
    standard = rate_tallies(framework_2018(), given, [], []).standard("2.1")
    assert [rating_words.lowest(question, standard) for question in standard.key_questions] == said
    heard = [rating_words.spoken_figure(question, standard) for question in standard.key_questions]
    assert [one.endswith(f", {word}") for one, word in zip(heard, said, strict=True)] == [bool(word) for word in said]
