from dataclasses import replace
from datetime import date

import pytest

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import GivenRating, Judgement, PanelDecision
from inspector_app.core.domain.rated import Discretion, Rated, RatedStandard, Tally
from inspector_app.core.rating.engine import rate, rate_tallies
from inspector_app.core.rating.explain import trace
from inspector_app.core.rating.tally import tallies
from inspector_app.core.report.standings import discretion, remark
from tests.rating.frameworks import (
    cases_standard,
    exact,
    framework_2018,
    framework_2025,
    framework_fji,
    organisation_standard,
    with_visit,
)
from tests.rating.samples import NA, N, Y, inspection

F25, F18 = framework_2025(), framework_2018()
ALL_25 = dict.fromkeys(("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2", "V1.1"), (12, 15))
ALL_18 = dict.fromkeys(("2.1.1", "2.1.2", "2.1.3", "3.1.1", "3.1.2"), (8, 10))


def one(answers: dict, **more) -> RatedStandard:
    """Standard 2.1 from these answers."""
    return rate(F25, inspection(F25, answers, **more)).standard("2.1")


def with_totals(changed: dict | None = None, ratings: dict | None = None, panel: tuple = ()) -> Rated:
    given = {"V1": "Good"} if ratings is None else ratings
    return rate(F25, inspection(F25, totals=ALL_25 | (changed or {}), ratings=given, panel=panel))


def test_a_standard_is_the_band_of_its_lowest_question() -> None:
    standard = one({"2.1.1": [Y] * 8 + [N] * 2, "2.1.2": [Y] * 6 + [N] * 4})
    assert (standard.computed, standard.points) == ("Requires improvement", 1)
    assert [q.lowest for q in standard.key_questions] == [False, True]
    assert [q.percent for q in standard.key_questions] == [80, 60]


def test_all_questions_that_tie_for_lowest_are_marked() -> None:
    standard = one({"2.1.1": [Y, Y, N], "2.1.2": [Y, N, Y]})
    assert [q.lowest for q in standard.key_questions] == [True, True]


def test_of_two_questions_in_the_lowest_band_only_the_lower_percent_is_marked() -> None:
    standard = one({"2.1.1": [Y] * 6 + [N] * 4, "2.1.2": [Y] * 5 + [N] * 5})
    assert [q.lowest for q in standard.key_questions] == [False, True]


def test_not_applicable_leaves_the_denominator_and_unanswered_is_kept_apart() -> None:
    question = one({"2.1.1": [Y, Y, N, NA, None], "2.1.2": [Y] * 5}).key_questions[0]
    assert question.tally == Tally(2, 1, 1, 1)
    assert question.percent == 67


def test_a_question_that_applies_to_no_case_leaves_the_standard() -> None:
    standard = one({"2.1.1": [Y, Y], "2.1.2": [NA, NA]})
    assert standard.computed == "Outstanding"
    assert standard.complete


def test_a_standard_that_applies_to_no_case_has_no_rating() -> None:
    counted = tallies(F25, inspection(F25, totals=ALL_25)) | {r: Tally(not_applicable=3) for r in ("2.1.1", "2.1.2")}
    rated = rate_tallies(F25, counted, [GivenRating("V1", "Good")], [])
    assert rated.standard("2.1").rating is None
    assert (rated.score, rated.overall, rated.provisional) == (None, None, True)


def test_a_question_nobody_has_judged_yet_leaves_the_standard_without_a_rating() -> None:
    standard = one({"2.1.1": [Y, Y], "2.1.2": [None, None]})
    assert (standard.computed, standard.points, standard.considered) == (None, None, ())


def test_a_contested_answer_counts_as_unanswered() -> None:
    sheet = inspection(F25, {"2.1.1": [Y, Y], "2.1.2": [Y, Y]})
    contested = replace(sheet, judgements=(replace(sheet.judgements[0], answer=None), *sheet.judgements[1:]))
    assert tallies(F25, contested)["2.1.1"] == Tally(1, 0, 0, 1)


def test_totals_stand_in_place_of_judgements() -> None:
    assert tallies(F25, inspection(F25, {"2.1.1": [Y]}, totals={"2.1.1": (9, 15)}))["2.1.1"] == Tally(9, 6)


def test_a_judgement_on_a_case_of_another_sample_counts_nowhere() -> None:
    sheet = inspection(F25, {"2.1.1": [Y], "V1.1": [Y]})
    stray = replace(sheet, judgements=(*sheet.judgements, Judgement("victims0", "2.1.1", N)))
    assert tallies(F25, stray)["2.1.1"] == Tally(1)


def test_standards_that_are_not_rated_are_left_out() -> None:
    assert [s.ref for s in with_totals().standards] == ["2.1", "2.2", "2.3", "V1"]


def test_score_and_overall_add_up_points_of_counted_standards() -> None:
    rated = with_totals({"2.2.1": (1, 15)})
    assert [s.points for s in rated.standards] == [3, 0, 3, 2]
    assert (rated.score, rated.score_max, rated.overall, rated.provisional) == (8, 12, "Good", False)


def test_one_open_case_makes_the_result_provisional() -> None:
    counted = tallies(F25, inspection(F25, totals=ALL_25)) | {"2.3.1": Tally(12, 3, 0, 1)}
    rated = rate_tallies(F25, counted, [GivenRating("V1", "Good")], [])
    assert (rated.score, rated.provisional) == (11, True)


# V1: one question from cases, one rated by people


def test_v1_is_suggested_as_the_lower_of_both() -> None:
    rated = with_totals(ratings={"V1.2": "Requires improvement"})
    v1 = rated.standard("V1")
    assert (v1.computed, v1.suggested, v1.decided) == ("Requires improvement", True, False)
    assert [q.lowest for q in v1.key_questions] == [False, True]
    assert (rated.score, rated.provisional) == (10, True)


def test_v1_is_suggested_from_cases_where_they_are_lower() -> None:
    v1 = with_totals({"V1.1": (1, 9)}, ratings={"V1.2": "Good"}).standard("V1")
    assert v1.computed == "Inadequate"
    assert [q.lowest for q in v1.key_questions] == [True, False]


@pytest.mark.parametrize(("of_cases", "given"), [((9, 9), {}), ((0, 0), {"V1.2": "Good"})])
def test_v1_is_not_suggested_while_a_half_is_missing(of_cases: tuple[int, int], given: dict) -> None:
    rated = with_totals({"V1.1": of_cases}, ratings=given)
    assert (rated.standard("V1").computed, rated.score) == (None, None)


def test_v1_is_what_people_set_and_then_final() -> None:
    rated = with_totals(ratings={"V1.2": "Inadequate", "V1": "Good"})
    v1 = rated.standard("V1")
    assert (v1.computed, v1.suggested, v1.decided) == ("Good", False, True)
    assert (rated.score, rated.provisional) == (11, False)


def test_v1_can_be_set_without_any_victim_case() -> None:
    rated = with_totals({"V1.1": (0, 0)}, ratings={"V1": "Requires improvement"})
    assert rated.standard("V1").key_questions[0].percent is None
    assert (rated.score, rated.provisional) == (10, False)


def test_a_panel_decision_on_v1_settles_it() -> None:
    rated = with_totals(ratings={"V1.2": "Good"}, panel=(PanelDecision("V1", "Outstanding", "Seen at the meeting."),))
    v1 = rated.standard("V1")
    assert (v1.computed, v1.rating, v1.suggested, rated.provisional) == ("Good", "Outstanding", False, False)


# The ratings panel


def test_the_panel_changes_the_rating_and_the_score_beside_what_was_computed() -> None:
    decision = PanelDecision("2.2", "Requires improvement", "Close to the line.", "2.2.1")
    rated = with_totals({"2.2.1": (7, 15)}, panel=(decision,))
    standard = rated.standard("2.2")
    assert (standard.computed, standard.rating, standard.points) == ("Inadequate", "Requires improvement", 1)
    assert standard.discretion == Discretion("Inadequate", "Requires improvement", "2.2.1", "Close to the line.")
    assert standard.key_questions[0].percent == 47
    assert rated.score == 9


@pytest.mark.parametrize(("yes", "now"), [(7, "Inadequate"), (13, "Outstanding"), (15, "Outstanding")])
def test_a_decision_keeps_the_rating_that_the_panel_changed_though_it_is_computed_otherwise_since(
    yes: int, now: str
) -> None:
    decision = PanelDecision("2.2", "Good", "Close to the line.", "2.2.1", computed="Requires improvement")
    whole = with_totals({"2.2.1": (yes, 15), "2.2.2": (15, 15)}, panel=(decision,))
    rated = whole.standard("2.2")
    assert (rated.computed, rated.rating) == (now, "Good")
    assert rated.discretion == Discretion(now, "Good", "2.2.1", "Close to the line.", was="Requires improvement")
    assert discretion(rated.discretion, F25).endswith("increasing this rating from 'Requires improvement' to 'Good'.")
    assert remark(rated) == "changed since the panel decided"
    said = "\n".join(step.text for step in trace(F25, whole))
    assert f"changed Requires improvement to Good, which is what scores. It is computed as {now} since" in said


@pytest.mark.parametrize(("yes", "now"), [(7, "Inadequate"), (13, "Outstanding")])
def test_a_rating_that_the_panel_confirmed_is_kept_and_was_changed_from_nothing(yes: int, now: str) -> None:
    """The footnote read "increasing this rating from 'Good' to 'Good'"."""
    decision = PanelDecision("2.2", "Good", "We confirm it.", computed="Good")
    whole = with_totals({"2.2.1": (yes, 15), "2.2.2": (15, 15)}, panel=(decision,))
    rated = whole.standard("2.2")
    assert (rated.computed, rated.rating) == (now, "Good")
    assert rated.discretion == Discretion(now, "Good", "", "We confirm it.", kept=True)
    said = f"Kept by the ratings panel: 'Good'. Computed since: '{now}'."
    assert discretion(rated.discretion, F25) == said
    assert remark(rated) == "changed since the panel decided"
    steps = "\n".join(step.text for step in trace(F25, whole))
    assert f"the ratings panel kept it at Good, which is what scores. It is computed as {now} since" in steps


def test_a_decision_on_a_rating_that_no_framework_has_was_on_what_is_computed() -> None:
    for computed in ("", "Superb", "Inadequate"):
        decision = PanelDecision("2.2", "Good", "Close to the line.", computed=computed)
        rated = with_totals({"2.2.1": (7, 15)}, panel=(decision,)).standard("2.2")
        assert rated.discretion == Discretion("Inadequate", "Good", "", "Close to the line.")
        assert remark(rated) == ""


@pytest.mark.parametrize("reason", ["", "  ", "\n", "\u200b\u2060", "\u00a0"])
@pytest.mark.parametrize("standard", ["2.2", "V1"])
def test_a_decision_without_a_reason_is_a_draft_and_changes_nothing(standard: str, reason: str) -> None:
    without = with_totals({"2.2.1": (7, 15)}, ratings={"V1.2": "Good"})
    decision = PanelDecision(standard, "Outstanding", reason)
    assert with_totals({"2.2.1": (7, 15)}, ratings={"V1.2": "Good"}, panel=(decision,)) == without


def test_a_decision_for_the_computed_rating_is_no_use_of_discretion() -> None:
    standard = with_totals(panel=(PanelDecision("2.2", "Outstanding", "Confirmed."),)).standard("2.2")
    assert (standard.rating, standard.discretion) == ("Outstanding", None)


def test_a_decision_waits_for_a_rating_to_change() -> None:
    standard = with_totals({"2.2.1": (0, 0)}, panel=(PanelDecision("2.2", "Good", "Close."),)).standard("2.2")
    assert (standard.rating, standard.points, standard.discretion) == (None, None, None)


def considered(
    counts: tuple[int, int], other: tuple[int, int] = (15, 15), framework=F25
) -> dict[str, tuple[bool, str]]:
    sheet = inspection(framework, totals={"2.1.1": other, "2.1.2": counts})
    return {c.code: (c.holds, c.because) for c in rate(framework, sheet).standard("2.1").considered}


def test_considerations_hold_for_eight_of_thirteen() -> None:
    assert considered((8, 13)) == {
        "near-next-band": (True, "62% is 3 percentage points below 65%"),
        "one-case": (True, "9 of 13 (69%) on 2.1.2 would make it Good"),
        "few-cases": (False, "13 cases were judged on 2.1.2"),
    }


def test_considerations_do_not_hold_well_inside_a_band() -> None:
    assert considered((8, 14), other=(8, 14)) == {
        "near-next-band": (False, "57% is 8 percentage points below 65%"),
        "one-case": (False, "with one judgement on one key question the other way it would stay Requires improvement"),
        "few-cases": (False, "14 cases were judged on 2.1.1"),
    }


def test_one_case_counts_downwards_too_and_on_any_question() -> None:
    assert considered((10, 12), other=(16, 16))["one-case"] == (True, "9 of 12 (75%) on 2.1.2 would make it Good")
    assert considered((17, 20), other=(4, 4))["one-case"] == (True, "3 of 4 (75%) on 2.1.1 would make it Good")


def test_one_case_the_other_way_is_reckoned_on_all_the_key_questions_on_which_it_is_no() -> None:
    """Both stand at 9 of 14 (64%): one judgement the other way leaves the other key question where it is."""

    def judged(*first: int, second: tuple[int, ...]) -> tuple[bool, str]:
        asked = (("2.1.1", first), ("2.1.2", second))
        standard = one({ref: [N if case in no else Y for case in range(14)] for ref, no in asked})
        return next((found.holds, found.because) for found in standard.considered if found.code == "one-case")

    no = (0, 1, 2, 3, 4)
    assert judged(*no, second=(4, 5, 6, 7, 8)) == (
        True,
        "2.1.1 and 2.1.2: 1 case is No on each; judged the other way on each, it would make: Good",
    )
    assert judged(*no, second=no)[1].startswith("2.1.1 and 2.1.2: 5 cases are No on each; one of them judged")
    assert judged(*no, second=(5, 6, 7, 8, 9)) == (
        False,
        "with any one case judged the other way it would stay Requires improvement",
    )
    assert considered((9, 14), other=(9, 14))["one-case"] == (
        False,
        "with one judgement on one key question the other way it would stay Requires improvement",
    ), "of totals nobody knows which cases they are"


def test_few_cases_and_the_highest_band_are_said() -> None:
    found = considered((5, 5), other=(5, 5))
    assert found["few-cases"] == (True, "5 cases were judged on 2.1.1")
    assert found["near-next-band"] == (False, "100% is in the highest band already")


def test_with_exact_bands_nearness_is_exact() -> None:
    near = considered((12, 20), framework=exact(F25))["near-next-band"]
    far = considered((11, 19), framework=exact(F25))["near-next-band"]
    assert near == (True, "12 of 20 is no more than 5 percentage points below 65%")
    assert far == (False, "11 of 19 is more than 5 percentage points below 65%")


def test_with_exact_bands_eleven_of_seventeen_is_not_good() -> None:
    sheet = {"2.1.1": (11, 17), "2.1.2": (17, 17)}
    printed = rate(F25, inspection(F25, totals=sheet)).standard("2.1")
    fraction = rate(exact(F25), inspection(F25, totals=sheet)).standard("2.1")
    assert (printed.computed, fraction.computed) == ("Good", "Requires improvement")
    assert printed.key_questions[0].differs


# Standards rated by people, standards that do not count, stars


def test_an_uncounted_standard_is_rated_beside_the_score() -> None:
    given = {"1.1": "Good", "4.1": "Outstanding"}
    rated = rate(F18, inspection(F18, totals=ALL_18, ratings=given))
    assert (rated.standard("4.1").rating, rated.score, rated.score_max) == ("Outstanding", 8, 9)


def test_an_uncounted_standard_may_stay_unrated() -> None:
    rated = rate(F18, inspection(F18, totals=ALL_18, ratings={"1.1": "Good"}))
    assert (rated.standard("4.1").rating, rated.score, rated.provisional) == (None, 8, False)


def test_score_waits_for_a_counted_standard_that_nobody_has_rated() -> None:
    rated = rate(F18, inspection(F18, totals=ALL_18))
    assert (rated.score, rated.overall, rated.provisional) == (None, None, True)
    assert rated.bounds
    assert (rated.bounds.worst_score, rated.bounds.best_score) == (6, 9)


def test_stars_are_given_beside_the_case_score_without_an_overall() -> None:
    framework = framework_fji()
    given = [GivenRating("T1", stars=3, case_score=78), GivenRating("T2", stars=4)]
    rated = rate_tallies(framework, {}, given, [])
    assert [(s.stars, s.case_score, s.rating) for s in rated.standards] == [(3, 78, "Fair"), (4, None, "Good")]
    assert (rated.score, rated.score_max, rated.overall, rated.provisional) == (None, None, None, False)


def test_stars_not_given_yet_are_provisional() -> None:
    assert rate_tallies(framework_fji(), {}, [GivenRating("T1", stars=3)], []).provisional


def test_an_empty_inspection_is_rated_without_error() -> None:
    for framework in (F25, F18, framework_fji()):
        rated = rate(framework, inspection(framework))
        assert (rated.score, rated.provisional) == (None, True)


# the return visit


def test_what_a_return_visit_inspects_is_rated_when_there_is_one_and_never_counted() -> None:
    framework, day = with_visit(F25, "1.1"), date(2025, 5, 5)
    held = inspection(framework, totals=ALL_25, ratings={"V1": "Good"})
    without, planned = rate(framework, held), rate(framework, replace(held, return_start=day))
    assert [s.ref for s in without.standards] == ["2.1", "2.2", "2.3", "V1"]
    assert [s.ref for s in planned.standards] == ["1.1", "2.1", "2.2", "2.3", "V1"]
    assert (planned.standard("1.1").rating, planned.standard("1.1").counted) == (None, False)
    assert (planned.score, planned.overall, planned.provisional) == (without.score, without.overall, False)


def test_only_what_the_visit_names_is_rated_on_it() -> None:
    others = tuple(organisation_standard(ref, counted=False, rated=False) for ref in ("C1", "C2", "C3"))
    framework = with_visit(replace(F18, standards=(*F18.standards, *others)), "C3", "C1")
    rated = rate(framework, replace(inspection(framework), return_start=date(2021, 2, 1)))
    assert [s.ref for s in rated.standards] == ["1.1", "2.1", "3.1", "4.1", "C1", "C3"]


def test_a_standard_of_a_visit_can_be_judged_on_cases_or_in_stars() -> None:
    cases = replace(cases_standard("C1", 1, "court"), counted=False, rated=False)
    framework = with_visit(replace(F18, standards=(*F18.standards, cases)), "C1")
    held = replace(inspection(framework, {"C1.1": [Y, Y, N]}), return_start=date(2021, 2, 1))
    assert rate(framework, held).standard("C1").rating == "Good"
    stars = framework_fji()
    later = replace(stars.standards[1], ref="T3", rated=False)
    stars = with_visit(replace(stars, standards=(*stars.standards, later)), "T3")
    rated = rate_tallies(stars, {}, [GivenRating("T3", stars=2)], [], returning=True)
    assert rated.standard("T3").rating == "Unsatisfactory"


@pytest.mark.parametrize("framework", [F25, with_visit(F25, "1.1")], ids=["no visit known", "visit"])
def test_a_rating_that_somebody_gave_shows_without_a_day_of_the_visit(framework: Framework) -> None:
    rated = rate(framework, inspection(framework, totals=ALL_25, ratings={"1.1": "Good", "V1": "Good"}))
    assert (rated.standard("1.1").rating, rated.standard("1.1").counted) == ("Good", False)
    assert rated.score == 11


def test_the_panel_decides_on_a_rating_of_the_visit_as_on_any_other() -> None:
    decision = PanelDecision("1.1", "Good", "Seen since.")
    held = inspection(F25, ratings={"1.1": "Requires improvement"}, panel=(decision,))
    assert rate(F25, held).standard("1.1").rating == "Good"


# words that the framework does not have


@pytest.mark.parametrize("word", ["Superb", "good", "", "Good ", "\u202eGood"])
def test_a_word_that_the_framework_does_not_have_counts_as_none(word: str) -> None:
    assert with_totals(ratings={"V1": word, "V1.2": word, "1.1": word}) == with_totals(ratings={})


@pytest.mark.parametrize("word", ["Superb", "", "outstanding"])
def test_a_decision_for_such_a_word_changes_nothing(word: str) -> None:
    assert with_totals(panel=(PanelDecision("2.1", word, "why", "2.1.1"),)) == with_totals()
