"""Ratings that no framework knows: they count as none, and each is named."""

from inspector_app.core.domain.inspection import GivenRating, PanelDecision
from inspector_app.core.rating.unknown import UnknownRating, unknown
from inspector_app.core.services import frameworks


def test_each_word_that_the_framework_does_not_have_is_named_and_no_other() -> None:
    framework = frameworks.find("iyjwcv-2025")
    ratings = [GivenRating("1.1", "Good"), GivenRating("1.2", "Great"), GivenRating("1.3", None, "A reason.")]
    decisions = [PanelDecision("2.1", "Outstanding"), PanelDecision("2.2", "good")]
    assert unknown(framework, ratings, decisions) == (
        UnknownRating("1.2", "Great"), UnknownRating("2.2", "good", panel=True),
    )  # fmt: skip


def test_a_number_of_stars_that_there_is_not_is_named() -> None:
    framework = frameworks.find("fji-2014")
    ratings = [GivenRating("T1", stars=3), GivenRating("T2", stars=9), GivenRating("T3", stars=0)]
    assert [(u.subject, u.word, u.stars) for u in unknown(framework, ratings, ())] == [("T2", "", 9), ("T3", "", 0)]
