"""Live ratings always are what rating the whole inspection would give."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.inspection import (
    Answer,
    Case,
    GivenRating,
    Inspection,
    Judgement,
    PanelDecision,
    Totals,
)
from inspector_app.core.rating import engine
from inspector_app.core.services import frameworks
from inspector_app.core.services.results.ratings import LiveRatings, rate

_FRAMEWORK = frameworks.find("iyjwcv-2025")
_QUESTIONS = ("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2", "V1.1")
_CASES = tuple(Case(f"c{n}", f"C{n}", "children" if n < 5 else "victims") for n in range(8))
_ANSWERS = st.sampled_from([*Answer, None])
_EDITS = st.lists(
    st.tuples(st.sampled_from([c.id for c in _CASES]), st.sampled_from(_QUESTIONS), _ANSWERS), max_size=40
)


def _inspection(answers: dict[tuple[str, str], Answer | None], totals: tuple[Totals, ...] = ()) -> Inspection:
    return Inspection(
        _FRAMEWORK.id,
        "Trafford",
        date(2025, 3, 24),
        date(2025, 3, 28),
        cases=_CASES,
        judgements=tuple(Judgement(case, question, answer) for (case, question), answer in answers.items()),
        ratings=(GivenRating("V1.2", "Good"),),
        panel=(PanelDecision("2.2", "Good", "one case"),),
        totals=totals,
    )


@given(before=_EDITS, after=_EDITS)
def test_one_answer_at_a_time_gives_what_rating_afresh_gives(before: list, after: list) -> None:
    samples = {c.id: c.sample for c in _CASES}
    fits = lambda case, question: _FRAMEWORK.questions[question][0].sample == samples[case]  # noqa: E731
    answers = {(case, question): answer for case, question, answer in before if fits(case, question)}
    live = LiveRatings(_FRAMEWORK, _inspection(answers))
    for case, question, answer in after:
        if fits(case, question):
            answers[case, question] = answer
        assert live.answer(case, question, answer) == rate(_FRAMEWORK, _inspection(answers))


def test_an_answer_to_a_question_known_by_its_totals_changes_no_figure() -> None:
    inspection = _inspection({}, (Totals("2.1.1", 12, 15),))
    live = LiveRatings(_FRAMEWORK, inspection)
    assert live.answer("c0", "2.1.1", Answer.NO).standard("2.1").key_questions[0].percent == 80


def test_replace_takes_what_was_decided_elsewhere() -> None:
    live = LiveRatings(_FRAMEWORK, _inspection({}))
    answers = {("c0", "2.1.1"): Answer.YES}
    assert live.replace(_inspection(answers)) == rate(_FRAMEWORK, _inspection(answers)) == live.rated
    answers["c0", "2.1.1"] = Answer.NO
    assert live.answer("c0", "2.1.1", Answer.NO) == rate(_FRAMEWORK, _inspection(answers))


def test_an_answer_has_one_standard_found_anew_and_the_others_stand_on_what_they_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    live, found, footing = LiveRatings(_FRAMEWORK, _inspection({})), list[str](), engine._footing
    monkeypatch.setattr(
        engine, "_footing", lambda known, standard, own: found.append(standard.ref) or footing(known, standard, own)
    )
    live.answer("c0", "2.1.1", Answer.NO)
    live.answer("c0", "2.1.1", Answer.NO)
    live.answer("c1", "2.2.1", Answer.YES)
    assert found == ["2.1", "2.2"]
    assert live.rated == rate(_FRAMEWORK, _inspection({("c0", "2.1.1"): Answer.NO, ("c1", "2.2.1"): Answer.YES}))
