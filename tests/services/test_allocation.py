"""Whose case is whose, and cases that change hands."""

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import allocation, conflicts, marking, sharing
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")


def test_taking_over_makes_the_case_mine_in_one_step_with_the_reason(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    sharing.give(lead, [case], tom.me)
    touched: list[frozenset[tuple[str, str]]] = []
    lead.editor.listeners.append(touched.append)
    allocation.take_over(lead, case, "  his laptop is lost\n")
    assert touched == [frozenset({("case", case)})]
    assert lead.case_row(case).inspector == lead.me
    assert [(o.name, o.by, o.reason) for o in allocation.ownership(lead, case)] == [
        ("Ruth Ashdown", "Ruth Ashdown", "his laptop is lost"),
        ("Tom Okafor", "Ruth Ashdown", ""),
    ]


@pytest.mark.parametrize("reason", ["", " \n\t"])
def test_taking_over_without_a_reason_is_refused(workspace: Workspace, reason: str) -> None:
    case = workspace.case_id("C01")
    with pytest.raises(Expected) as refused:
        allocation.take_over(workspace, case, reason)
    assert refused.value.code is Code.VALUE_INVALID
    assert workspace.case_row(case).inspector == ""
    assert allocation.ownership(workspace, case) == []


def test_taking_over_what_is_mine_is_refused(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    allocation.take_over(workspace, case, "nobody has it")
    with pytest.raises(Expected) as refused:
        allocation.take_over(workspace, case, "again")
    assert refused.value.code is Code.VALUE_INVALID
    assert len(allocation.ownership(workspace, case)) == 1


def test_a_take_over_is_not_undone_by_a_key_press_and_an_allocation_is(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    sharing.take_back(lead, sharing.give(lead, [case], tom.me))
    assert lead.case_row(case).inspector == ""
    allocation.take_over(lead, case, "nobody has it")
    assert not lead.editor.can_undo("case", case)


def test_the_same_reason_given_twice_is_told_both_times(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    allocation.take_over(lead, case, "the other is ill")
    people.give(lead, tom)
    allocation.take_over(tom, case, "the other is ill")
    assert [(o.name, o.reason) for o in allocation.ownership(tom, case)] == [
        ("Tom Okafor", "the other is ill"),
        ("Ruth Ashdown", "the other is ill"),
    ]


def test_an_allocation_has_no_reason_left_over_from_a_take_over(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    allocation.take_over(lead, case, "he is ill")
    sharing.give(lead, [case], tom.me)
    assert [o.reason for o in allocation.ownership(lead, case)] == ["", "he is ill"]


def test_a_case_can_be_given_back_to_nobody(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    sharing.give(workspace, [case], workspace.me)
    sharing.give(workspace, [case], "")
    assert workspace.case_row(case).inspector == ""
    assert [o.name for o in allocation.ownership(workspace, case)] == ["", "Ruth Ashdown"]


def test_a_case_is_not_given_to_a_stranger_and_a_case_that_is_not_there_to_nobody(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    with pytest.raises(Expected) as refused:
        sharing.give(workspace, [case], "nobody-we-know")
    assert refused.value.code is Code.PERSON_UNKNOWN
    with pytest.raises(Expected) as missing:
        allocation.take_over(workspace, "no-such-case", "it is lost")
    assert missing.value.code is Code.CASE_UNKNOWN


def test_anybody_may_add_notes_to_anybodys_case(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    sharing.give(lead, [case], lead.me)
    people.give(lead, tom)
    tom.editor.set("prompt", f"{case}/2.1.1/a", "note", "seen in the referral order panel")
    people.give(tom, lead)
    assert lead.question_page(case, "2.1.1").prompts[0].note == "seen in the referral order panel"
    assert lead.case_row(case).inspector == lead.me


def test_two_who_take_one_case_over_apart_leave_it_contested_until_one_does_it_again(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    allocation.take_over(lead, case, "it is mine")
    allocation.take_over(tom, case, "no, mine")
    people.exchange()
    assert {(c.entity, c.field) for c in conflicts.conflicts(lead)} == {("case", "inspector"), ("case", "takeover")}
    assert lead.case_row(case) == tom.case_row(case)
    loser = next(w for w in people.workspaces if w.me != lead.case_row(case).inspector)
    allocation.take_over(loser, case, "we agreed on the telephone")
    people.exchange()
    assert conflicts.conflicts(lead) == conflicts.conflicts(tom) == []
    assert {w.case_row(case).inspector for w in people.workspaces} == {loser.me}


def test_loads_count_cases_and_gaps_of_each_person_and_of_nobody(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    for ref, owner in (("C01", tom.me), ("C02", tom.me), ("C03", lead.me)):
        sharing.give(lead, [lead.case_id(ref)], owner)
    lead.editor.set("judgement", f"{lead.case_id('C01')}/2.1.1", "answer", "yes")
    lead.editor.set("prompt", f"{lead.case_id('C01')}/2.1.1/a", "note", "no answer yet")
    rows = {r.ref: r.gaps for r in lead.case_rows()}
    assert [(load.person and load.person.name, load.cases, load.gaps) for load in allocation.loads(lead)] == [
        ("Ruth Ashdown", 1, rows["C03"]),
        ("Tom Okafor", 2, rows["C01"] + rows["C02"]),
        (None, 1, rows["V01"]),
    ]
    assert rows["C01"] == rows["C02"] - 1


def test_loads_are_the_same_for_a_blind_marker(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    sharing.give(lead, [case], lead.me)
    lead.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    marking.ask(lead, case, tom.me)
    people.give(lead, tom)
    assert allocation.loads(tom) == allocation.loads(lead)


@pytest.mark.parametrize("how", ["taken over", "allocated"])
def test_a_blind_marker_who_gets_the_case_marks_it_blind_no_longer(people: Team, how: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    sharing.give(lead, [case], lead.me)
    lead.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    marking.ask(lead, case, tom.me)
    people.give(lead, tom)
    assert tom.question_page(case, "2.1.1").answer is None
    if how == "taken over":
        allocation.take_over(tom, case, "her laptop is lost")
    else:
        sharing.give(lead, [case], tom.me)
        people.give(lead, tom)
    assert marking.second_marking(tom, case) is None
    assert tom.question_page(case, "2.1.1").answer == "yes"
