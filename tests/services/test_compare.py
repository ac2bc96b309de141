"""One prompt on every case."""

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases import compare, marking
from inspector_app.core.services.cases.compare import Asked
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team


def asked(workspace: Workspace, question: str, prompt: str | None) -> Asked:
    return next(a for a in compare.asked(workspace) if (a.question, a.prompt) == (question, prompt))


def test_everything_asked_of_cases_comes_once_in_the_order_of_the_page(workspace: Workspace) -> None:
    found = [a.ref for a in compare.asked(workspace)]
    assert found[:2] == ["2.1.1a", "2.1.1b"]
    assert found[9] == "2.1.1"
    assert (
        len(found)
        == len(set(found))
        == 47 + 6 + sum(len(q.prompts) + 1 for _, q in workspace.framework.sample_questions("victims"))
    )


def test_a_prompt_stands_on_every_case_of_its_sample_answered_or_not(workspace: Workspace) -> None:
    first, second, third = (row.id for row in workspace.case_rows()[:3])
    workspace.editor.set("case", first, "inspector", workspace.me)
    workspace.editor.set("prompt", f"{first}/2.1.1/a", "answer", "yes")
    workspace.editor.set("prompt", f"{second}/2.1.1/a", "note", "Thin.")
    rows = compare.on_cases(workspace, asked(workspace, "2.1.1", "a"))
    assert [row.case for row in rows] == [first, second, third]
    assert [(row.answer, row.text) for row in rows] == [(Answer.YES, ""), (None, "Thin."), (None, "")]
    assert rows[0].inspector_name == "Ruth Ashdown"


def test_a_key_question_is_compared_by_its_judgement_and_reasons(workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    workspace.editor.set("judgement", f"{case}/2.1.1", "rationale", "Weak.")
    row = compare.on_cases(workspace, asked(workspace, "2.1.1", None))[0]
    assert (row.answer, row.text) == (Answer.NO, "Weak.")


def test_a_blind_second_marker_compares_their_own_answer(people: Team) -> None:
    lead = people.lead
    case = lead.case_rows()[0].id
    lead.editor.set("prompt", f"{case}/2.1.1/a", "note", "the first wrote this")
    other = people.colleague("Bob")
    marking.ask(lead, case, other.me)
    people.give(lead, other)
    other.editor.set("second_prompt", f"{case}/2.1.1/a@{other.me}", "answer", "no")
    row = compare.on_cases(other, asked(other, "2.1.1", "a"))[0]
    assert (row.answer, row.text) == (Answer.NO, "")


def test_no_other_prompts_text_is_read(workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    workspace.editor.set("prompt", f"{case}/2.1.1/b", "note", "of another prompt")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "of this one")
    assert [row.text for row in compare.on_cases(workspace, asked(workspace, "2.1.1", "a"))] == ["of this one", "", ""]


def test_the_same_words_with_another_answer_are_found_and_nothing_else(workspace: Workspace) -> None:
    first, second, third = (row.id for row in workspace.case_rows()[:3])
    said = {first: ("yes", "Copied from the referral."), second: ("no", "copied  from the referral; not weighed")}
    for case, (answer, text) in {**said, third: ("yes", "Copied from the referral.")}.items():
        workspace.editor.set("prompt", f"{case}/2.1.1/a", "answer", answer)
        workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", text)
    rows = compare.on_cases(workspace, asked(workspace, "2.1.1", "a"))
    assert [row.case for row in compare.same_words(rows, rows[0])] == [second]
    assert [row.case for row in compare.same_words(rows, rows[1])] == [first, third]
    workspace.editor.set("prompt", f"{first}/2.1.1/a", "answer", None)
    workspace.editor.set("prompt", f"{third}/2.1.1/a", "note", "")
    rows = compare.on_cases(workspace, asked(workspace, "2.1.1", "a"))
    assert compare.same_words(rows, rows[1]) == []  # one has no answer, the other no words
