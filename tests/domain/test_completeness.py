"""What is pointed at on a case, rule by rule."""

import pytest

from inspector_app.core.domain.cases.completeness import Point, Rule, begun, points
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import PromptRow, QuestionPage

YES, NO, NA = Answer.YES, Answer.NO, Answer.NA


def prompt(ref: str, answer: Answer | None, note: str = "", *, contested: bool = False) -> PromptRow:
    return PromptRow(f"case/2.1.1/{ref}", ref, "words", answer, note, "", contested)


def page(
    *prompts: PromptRow, answer: Answer | None = YES, rationale: str = "", contested: bool = False
) -> QuestionPage:
    return QuestionPage(
        "case/2.1.1", "case", "2.1", "Assessing", "2.1.1", "words", answer, rationale, "", contested, prompts
    )


def test_a_case_that_is_finished_has_nothing_to_check() -> None:
    assert points([page(prompt("a", YES), prompt("b", NO, "Not in the record."), prompt("c", YES))]) == ()


def test_open_prompts_of_a_key_question_are_one_point_at_the_first_of_them() -> None:
    found = points([page(prompt("a", YES), prompt("b", None), prompt("c", None))])
    assert found == (Point(Rule.UNANSWERED, "2.1.1", "b", 2, 3),)


def test_a_case_that_nobody_touched_has_nothing_to_check() -> None:
    untouched = [page(prompt("a", None), prompt("b", None, " \n"), answer=None)] * 3
    assert points(untouched) == ()
    assert not begun(untouched)


@pytest.mark.parametrize(
    "touched",
    [
        page(prompt("a", YES), answer=None),
        page(prompt("a", None, "Seen."), answer=None),
        page(prompt("a", None, contested=True), answer=None),
        page(prompt("a", None), answer=None, rationale="Seen."),
        page(prompt("a", None), answer=NA),
    ],
)
def test_once_something_is_touched_every_key_question_that_is_not_is_one_point(touched: QuestionPage) -> None:
    found = points([touched, page(prompt("a", None), prompt("b", None), answer=None)])
    assert begun([touched])
    assert found[-1] == Point(Rule.NOT_BEGUN, "2.1.1", None)
    assert Rule.NOT_BEGUN not in {point.rule for point in found[:-1]}


def test_a_judgement_that_is_missing_is_a_point_of_its_own() -> None:
    assert points([page(prompt("a", YES), answer=None)]) == (Point(Rule.UNANSWERED, "2.1.1", None),)


@pytest.mark.parametrize("note", ["", " \n\t"])
def test_a_no_without_a_note_is_pointed_at(note: str) -> None:
    found = points([page(prompt("a", NO, note), prompt("b", YES), prompt("c", YES))])
    assert found == (Point(Rule.NO_WITHOUT_EVIDENCE, "2.1.1", "a"),)


def test_a_no_to_the_key_question_without_its_rationale_is_pointed_at() -> None:
    assert points([page(prompt("a", NO, "Seen."), answer=NO)]) == (Point(Rule.NO_WITHOUT_EVIDENCE, "2.1.1", None),)
    assert points([page(prompt("a", NO, "Seen."), answer=NO, rationale="No plan.")]) == ()


def test_yes_over_mostly_no_is_pointed_at_and_not_applicable_counts_for_neither() -> None:
    seen = [prompt(ref, NO, "Seen.") for ref in "ab"]
    found = points([page(*seen, prompt("c", YES), prompt("d", NA), prompt("e", NA))])
    assert found == (Point(Rule.YES_OVER_NO, "2.1.1", None, 2, 3),)


def test_no_over_mostly_yes_is_pointed_at() -> None:
    found = points([page(prompt("a", YES), prompt("b", YES), prompt("c", NO, "Seen."), answer=NO, rationale="Weak.")])
    assert found == (Point(Rule.NO_OVER_YES, "2.1.1", None, 2, 3),)


def test_as_many_yes_as_no_contradict_nothing() -> None:
    assert points([page(prompt("a", YES), prompt("b", NO, "Seen."))]) == ()


def test_follow_ups_still_open_are_counted_where_they_stand() -> None:
    note = "Follow up: ask the school.\nStrength: seen alone.\n- follow up: her plan"
    found = points([page(prompt("a", YES, note), rationale="Follow up: read the order")])
    assert found == (Point(Rule.FOLLOW_UP, "2.1.1", "a", 2), Point(Rule.FOLLOW_UP, "2.1.1", None))


def test_quotations_that_do_not_say_who_said_them_are_counted_where_they_stand() -> None:
    note = "Quotation: “They asked.” (mother)\nQuotation: “Ben did.” (name changed)\n- quotation: “Nobody.”\nQuotation:"
    assert points([page(prompt("a", YES, note), rationale="Seen.")]) == (Point(Rule.NO_SPEAKER, "2.1.1", "a", 2),)


def test_what_is_contested_is_said_to_be_and_not_unanswered() -> None:
    found = points([page(prompt("a", None, contested=True), answer=None, contested=True)])
    assert found == (Point(Rule.CONTESTED, "2.1.1", "a"), Point(Rule.CONTESTED, "2.1.1", None))


def test_key_questions_come_in_the_order_given() -> None:
    second = QuestionPage("case/2.1.2", "case", "2.1", "", "2.1.2", "", None, "", "", False, ())
    assert [point.question for point in points([page(prompt("a", NO)), second])] == ["2.1.1", "2.1.1", "2.1.2"]
