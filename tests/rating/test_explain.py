from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import GivenRating, PanelDecision
from inspector_app.core.domain.rated import Tally
from inspector_app.core.rating.engine import rate, rate_tallies
from inspector_app.core.rating.explain import trace
from tests.rating.frameworks import exact, framework_2018, framework_2025, framework_fji
from tests.rating.samples import answered, inspection, property_test

F25, F18 = framework_2025(), framework_2018()


def bases(framework: Framework) -> set[str]:
    rules = framework.rating
    carriers = (*rules.words, *rules.bands, *rules.overall, *rules.rules)
    return {c.basis.source for c in carriers} | {rules.band_on_basis.source}


def told(framework: Framework, **sheet) -> dict[str, list[str]]:
    """Sentences by subject."""
    found: dict[str, list[str]] = {}
    for step in trace(framework, rate(framework, inspection(framework, **sheet))):
        found.setdefault(step.subject, []).append(step.text)
    return found


@property_test
@given(st.data(), st.sampled_from([F25, F18, exact(F25)]))
def test_every_number_has_a_sentence_with_a_source_of_the_framework(data: st.DataObject, framework: Framework) -> None:
    rated = rate(framework, data.draw(answered(framework)))
    steps = trace(framework, rated)
    assert {s.source for s in steps} <= bases(framework)
    texts = {s.ref: " ".join(t.text for t in steps if t.subject == s.ref) for s in rated.standards}
    for standard in rated.standards:
        for word in (standard.computed, standard.rating):
            assert (word or standard.ref) in texts[standard.ref]
        for question in standard.key_questions:
            text = " ".join(t.text for t in steps if t.subject == question.ref)
            assert question.percent is None or f"{question.percent}%" in text
            assert (question.band or question.given or question.ref) in text
    overall = " ".join(t.text for t in steps if t.subject == "overall")
    assert (f"= {rated.score} of {rated.score_max} points" if rated.overall else "No score yet") in overall
    assert (rated.overall or "without a rating") in overall


def test_a_question_is_told_from_its_cases_to_its_band() -> None:
    text = told(F25, totals={"2.1.1": (12, 15), "2.1.2": (8, 13)})
    assert text["2.1.1"] == [
        "2.1.1: 12 Yes of 15 judged cases: 100 × 12 ÷ 15 = 80%.",
        "2.1.1: 80% is in the band from 80% up: Outstanding.",
    ]
    assert text["2.1.2"] == [
        "2.1.2: 8 Yes of 13 judged cases: 100 × 8 ÷ 13 = 61.53…, printed 62%.",
        "2.1.2: 62% is in the band from 50% to below 65%: Requires improvement.",
    ]
    assert text["2.1"][0] == "2.1: the lowest key question is 2.1.2 (62%): Requires improvement."


def test_key_questions_that_are_all_alike_are_called_equal_and_no_one_the_lowest() -> None:
    text = told(F25, totals={"2.1.1": (15, 15), "2.1.2": (13, 13)})
    assert text["2.1"][0] == "2.1: the lowest decides, and 2.1.1 (100%) and 2.1.2 (100%) are equal: Outstanding."
    text = told(F18, totals={"2.1.1": (6, 10), "2.1.2": (6, 10), "2.1.3": (9, 10)})
    assert text["2.1"][0] == "2.1: the lowest key questions are 2.1.1 (60%) and 2.1.2 (60%): Requires improvement."


def test_a_band_that_depends_on_rounding_says_so() -> None:
    text = told(F25, totals={"2.1.1": (11, 17)})["2.1.1"]
    assert text[-1] == (
        "2.1.1: the band is looked up by the printed percent; by the exact fraction it would be Requires improvement."
    )
    text = told(exact(F25), totals={"2.1.1": (11, 17)})["2.1.1"]
    assert text[1:] == [
        "2.1.1: 64.70…% is in the band from 50% to below 65%: Requires improvement.",
        "2.1.1: the band is looked up by the exact fraction; by the printed percent it would be Good.",
    ]


def test_cases_left_out_are_told() -> None:
    counted = {"2.1.1": Tally(2, 1, 1, 2), "2.1.2": Tally(not_applicable=6)}
    steps = [s.text for s in trace(F25, rate_tallies(F25, counted, [], []))]
    assert "2.1.1: does not apply to 1 of 6 cases; left out." in steps
    assert "2.1.1: 2 of 6 cases unanswered, counted neither way." in steps
    assert "2.1.2: does not apply to 6 of 6 cases; it has no part in the standard." in steps
    assert "2.2: no rating, since nothing is judged on 2.2.1 and 2.2.2." in steps


def test_the_panel_and_the_sum_are_told() -> None:
    totals = dict.fromkeys(("2.1.1", "2.1.2", "2.1.3", "3.1.1", "3.1.2"), (8, 10)) | {"2.1.3": (8, 13)}
    decision = PanelDecision("2.1", "Good", "Nearly all was well done.", "2.1.3")
    text = told(F18, totals=totals, ratings={"1.1": "Good"}, panel=[decision])
    assert text["2.1"][1:] == [
        "2.1: the ratings panel used its discretion on 2.1.3 and changed Requires improvement to Good, which is what "
        "scores. Percentages stay as they are. Reason: Nearly all was well done.",
        "2.1: Good is 2 points.",
    ]
    assert text["4.1"] == ["4.1: not rated yet.", "4.1 does not count towards the overall rating."]
    assert text["overall"] == [
        "1.1 + 2.1 + 3.1: 2 + 2 + 3 = 7 of 9 points.",
        "7 is in the band from 5 to below 8: Good.",
    ]


def test_a_suggestion_is_told_as_one() -> None:
    text = told(F25, totals={"V1.1": (9, 9)}, ratings={"V1.2": "Good"})
    assert text["V1"][0] == (
        "V1: of V1.1 Outstanding and V1.2 Good the lower is Good, which is suggested. Nobody has set V1 yet."
    )
    assert told(F25, ratings={"V1": "Good"})["V1"][0] == "V1: set to Good by the inspectors."


def test_what_is_still_possible_is_told_while_provisional() -> None:
    counted = {ref: Tally(9, 1) for ref in ("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2")}
    steps = trace(F25, rate_tallies(F25, {**counted, "V1.1": Tally(unanswered=3)}, [], []))
    assert [s.text for s in steps if s.subject == "overall"] == [
        "No score yet; without a rating: V1.",
        "Provisional: with what is still open the score can end anywhere from 9 (Good) to 12 (Outstanding), "
        "if V1 is set as suggested.",
    ]


def test_a_score_that_cannot_change_any_more_is_told_without_a_span() -> None:
    """ "From 4 (Requires improvement) to 4 (Requires improvement)"."""
    refs = ("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2")
    counted = {ref: Tally(1, 9, unanswered=ref == "2.1.1") for ref in refs}
    rated = rate_tallies(F25, {**counted, "V1.1": Tally(9, 1)}, [GivenRating("V1", "Good")], [])
    last = [step.text for step in trace(F25, rated) if step.subject == "overall"][-1]
    assert last == "Provisional, but whatever is still open, the score stays 2 (Inadequate)."


def test_stars_are_told_with_their_case_score() -> None:
    framework = framework_fji()
    steps = trace(framework, rate_tallies(framework, {}, [GivenRating("T1", stars=3, case_score=78)], []))
    assert [s.text for s in steps] == [
        "T1: 3 stars (Fair), given by judgement; the case assessment score is 78%.",
        "T2: no stars have been given yet.",
        "There is no overall rating.",
    ]
