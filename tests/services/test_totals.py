"""With totals for some key questions, what is left to judge is counted alike everywhere."""

from collections.abc import Callable

import pytest

from inspector_app.core.domain.cases import completeness
from inspector_app.core.domain.inspection import Totals
from inspector_app.core.services.cases import allocation, open_case, sharing
from inspector_app.core.services.fieldwork import week
from inspector_app.core.services.results.ratings import rate
from inspector_app.core.services.workspace import Workspace


def give(workspace: Workspace, question: str, yes: int, of: int) -> None:
    workspace.editor.set("totals", question, "yes", yes)
    workspace.editor.set("totals", question, "of", of)


def counted(workspace: Workspace) -> set[int]:
    """What every part says is left to judge."""
    rows = workspace.case_rows()
    return {
        sum(row.gaps for row in rows),
        sum(mark.gaps for row in rows for mark in row.marks),
        sum(load.gaps for load in allocation.loads(workspace)),
        sum(held.gaps for held in week.standing(workspace).holders),
    }


def pointed_at(workspace: Workspace) -> set[str]:
    """The key questions of which some page of a case says that something is left to judge."""
    pages = [open_case.whole_case(workspace, row.id)[1] for row in workspace.case_rows()]
    open_ = {completeness.Rule.UNANSWERED, completeness.Rule.NOT_BEGUN}
    return {point.question for page in pages for point in completeness.points(page) if point.rule in open_}


@pytest.mark.parametrize(
    ("framework", "sample", "some", "rest"),
    [
        (
            "yos-2018",
            "out-of-court",
            ["3.1.1", "3.3.2"],
            ["3.1.2", "3.1.3", "3.2.1", "3.2.2", "3.2.3", "3.3.1", "3.3.3"],
        ),
        ("iyjwcv-2025", "victims", ["V1.1"], []),
        ("iyjs-2025", "children", ["2.2.2"], ["2.1.1", "2.1.2", "2.2.1", "2.3.1", "2.3.2"]),
    ],
)
def test_what_is_left_to_judge_is_one_number_everywhere(
    framework: str, sample: str, some: list[str], rest: list[str], make_workspace: Callable[..., Workspace]
) -> None:
    workspace = make_workspace("Figures", framework)
    first = workspace.add_case("X01", sample)
    second = workspace.add_case("X02", sample)
    asked = dict(workspace.framework.questions)
    workspace.editor.set("judgement", f"{first}/{some[0]}", "answer", "yes")  # it counts no more than that of totals
    workspace.editor.set("judgement", f"{second}/{some[0]}", "rationale", "Begun.")  # there is nothing to check before
    for question in some:
        give(workspace, question, 3, 4)
    left = 2 * sum(len(asked[question][1].prompts) + 1 for question in rest)
    assert counted(workspace) == {left}
    assert pointed_at(workspace) == set(rest)
    assert all(row.prompts == left // 2 for row in sharing.cases(workspace))
    met, here = [], (first, some[0], None)
    while (place := workspace.next_gap(*here)) is not None and place not in met:
        met.append(here := place)
    assert len(met) == left // 2  # those of the case itself, round and round
    assert {question for _, question, _ in met} == set(rest)
    for question in rest:
        give(workspace, question, 1, 2)
    assert counted(workspace) == {0}
    assert workspace.next_gap(first, some[0], None) is None
    case_questions = [q for s in rate(workspace.framework, workspace.inspection()).standards for q in s.key_questions]
    assert not any(q.tally.unanswered for q in case_questions if q.ref in {*some, *rest})


def test_totals_that_two_people_made_impossible_are_none(workspace: Workspace) -> None:
    give(workspace, "2.1.1", 16, 15)  # each half was right beside the other of before
    assert workspace.inspection().totals == ()
    workspace.editor.set("totals", "2.1.1", "of", 20)
    assert workspace.inspection().totals == (Totals("2.1.1", 16, 20),)
