from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Judgement
from inspector_app.core.rating import tally
from inspector_app.core.rating.engine import rate, rate_tallies
from inspector_app.core.rating.tally import moved, tallies
from tests.rating.frameworks import exact, framework_2018, framework_2025
from tests.rating.samples import answered, decisions, property_test

frameworks = st.sampled_from([framework_2018(), framework_2025(), exact(framework_2025())])


@property_test
@given(st.data(), frameworks)
def test_order_of_judgements_does_not_matter(data: st.DataObject, framework: Framework) -> None:
    inspection = data.draw(answered(framework))
    shuffled = replace(
        inspection,
        judgements=tuple(data.draw(st.permutations(inspection.judgements))),
        cases=tuple(data.draw(st.permutations(inspection.cases))),
        ratings=tuple(data.draw(st.permutations(inspection.ratings))),
        panel=tuple(data.draw(st.permutations(inspection.panel))),
    )
    assert rate(framework, shuffled) == rate(framework, inspection)


@property_test
@given(st.data(), frameworks)
def test_a_no_turned_yes_lowers_nothing(data: st.DataObject, framework: Framework) -> None:
    inspection = data.draw(answered(framework))
    noes = [j for j in inspection.judgements if j.answer is Answer.NO]
    assume(noes)
    turned = data.draw(st.sampled_from(noes))
    judgements = tuple(replace(j, answer=Answer.YES) if j is turned else j for j in inspection.judgements)
    before, after = rate(framework, inspection), rate(framework, replace(inspection, judgements=judgements))
    points = {None: -1} | {w.word: w.points for w in framework.rating.words}
    for was, now in zip(before.standards, after.standards, strict=True):
        assert points[now.computed] >= points[was.computed]
        assert points[now.rating] >= points[was.rating]
        for was_question, now_question in zip(was.key_questions, now.key_questions, strict=True):
            assert points[now_question.band] >= points[was_question.band]
    assert (after.score is None) == (before.score is None)
    assert (after.score or 0) >= (before.score or 0)
    assert points[after.overall] >= points[before.overall]


@property_test
@given(st.data(), frameworks)
def test_a_panel_decision_never_alters_what_was_computed(data: st.DataObject, framework: Framework) -> None:
    inspection = replace(data.draw(answered(framework)), panel=())
    panel = tuple(data.draw(decisions(framework)))
    before, after = rate(framework, inspection), rate(framework, replace(inspection, panel=panel))
    assert [s.computed for s in after.standards] == [s.computed for s in before.standards]
    assert [s.key_questions for s in after.standards] == [s.key_questions for s in before.standards]
    for standard in after.standards:
        assert not standard.discretion or standard.discretion.computed == standard.computed


@property_test
@given(st.data(), frameworks)
def test_one_answer_moved_is_the_same_as_counting_again(data: st.DataObject, framework: Framework) -> None:
    inspection = data.draw(answered(framework))
    assume(inspection.judgements)
    old = data.draw(st.sampled_from(inspection.judgements))
    new = Judgement(old.case, old.question, data.draw(st.sampled_from([*Answer, None])))
    counted = tallies(framework, inspection)
    counted[old.question] = moved(counted[old.question], old.answer, new.answer)
    changed = replace(inspection, judgements=tuple(new if j is old else j for j in inspection.judgements))
    no_on_all = tally.answered(changed).no_on_all
    live = rate_tallies(framework, counted, inspection.ratings, inspection.panel, no_on_all=no_on_all)
    assert live == rate(framework, changed)
