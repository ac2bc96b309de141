"""Facts of cases and people interviewed, by the services."""

from datetime import date

import pytest

from inspector_app.core.domain.cases.case_facts import age_group, outside_window
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_facts, marking
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team


def first(workspace: Workspace) -> str:
    return workspace.case_rows()[0].id


def test_facts_are_written_as_people_write_them_and_read_as_values(workspace: Workspace) -> None:
    case = first(workspace)
    written = {"type": "  bail ", "began": "1 March 2025", "ended": "2025-06-30", "age": "15", "care": "looked after"}
    for field, text in written.items():
        case_facts.write(workspace, "case", case, field, text)
    found = case_facts.facts(workspace, case).case
    assert (found.type, found.began, found.ended) == ("bail", date(2025, 3, 1), date(2025, 6, 30))
    assert (found.age, found.care) == (15, "looked after")
    case_facts.write(workspace, "case", case, "age", "")
    assert case_facts.facts(workspace, case).case.age is None


@pytest.mark.parametrize(
    ("field", "text"),
    [("began", "31/02/2025"), ("age", "-1"), ("age", "121"), ("age", "²"), ("ref", ""), ("ref", "c02")],
)
def test_what_cannot_be_taken_changes_nothing_and_is_kept_beside_the_field(
    workspace: Workspace, field: str, text: str
) -> None:
    case = first(workspace)
    before = workspace.history("case", case)
    with pytest.raises(Expected) as refused:
        case_facts.write(workspace, "case", case, field, text)
    assert refused.value.code is Code.VALUE_INVALID
    assert workspace.history("case", case) == before
    assert case_facts.facts(workspace, case).written == ({f"{case}/case.{field}": text} if text else {})


def test_a_text_kept_beside_a_field_goes_once_something_is_taken(workspace: Workspace) -> None:
    case = first(workspace)
    with pytest.raises(Expected):
        case_facts.write(workspace, "case", case, "began", "yesterday")
    case_facts.write(workspace, "case", case, "began", "1/3/2025")
    assert case_facts.facts(workspace, case).written == {}


def test_suggestions_are_what_the_framework_names_and_this_inspection_uses(workspace: Workspace) -> None:
    cases = workspace.case_rows()
    for row, gender in zip(cases, ("girl", "boy", "boy"), strict=False):
        case_facts.write(workspace, "case", row.id, "gender", gender)
    case_facts.write(workspace, "case", cases[0].id, "type", "youth rehabilitation order")
    found = case_facts.suggestions(workspace, cases[0].sample)
    assert found.of_case["gender"] == ("boy", "girl")
    assert found.of_case["type"][0] == workspace.framework.sample(cases[0].sample).case_types[0]
    assert found.of_case["type"][-1] == "youth rehabilitation order"
    assert found.roles[:2] == ("case manager", "child")


def test_a_case_that_began_outside_its_window_is_told_from_one_inside(workspace: Workspace) -> None:
    sample, start = workspace.framework.sample("children"), date(2025, 3, 24)
    window = (date(2024, 9, 23), date(2024, 11, 22))
    assert outside_window(sample, "bail", date(2024, 9, 22), start) == window
    assert outside_window(sample, "bail", date(2024, 9, 23), start) is None
    assert outside_window(sample, "bail", date(2024, 11, 23), start) == window
    assert outside_window(sample, "custody and resettlement", date(2024, 11, 23), start) is None
    assert outside_window(sample, "bail", None, start) is None


def test_every_age_has_one_group() -> None:
    assert [age_group(age) for age in (None, 9, 10, 14, 15, 18, 19)] == [
        "not recorded", "under 10", "10 to 14", "10 to 14", "15 to 16", "17 to 18", "19 and over",
    ]  # fmt: skip


def test_an_interview_is_added_removed_and_brought_back_with_its_note(workspace: Workspace) -> None:
    case = first(workspace)
    made = case_facts.add_interview(workspace, case, "case manager")
    workspace.editor.set("interview", made, "note", "Knows her well.")
    (row,) = case_facts.facts(workspace, case).interviews
    assert (row.role, row.note, row.day is not None) == ("case manager", "Knows her well.", True)
    case_facts.remove_interview(workspace, made)
    assert case_facts.facts(workspace, case).interviews == ()
    workspace.editor.undo("interview", made)
    assert [r.note for r in case_facts.facts(workspace, case).interviews] == ["Knows her well."]


def test_somebody_else_can_be_added_before_it_is_said_who(workspace: Workspace) -> None:
    made = case_facts.add_interview(workspace, first(workspace))
    assert [r.id for r in case_facts.facts(workspace, first(workspace)).interviews] == [made]


def test_removing_an_interview_that_a_colleague_wrote_on_keeps_what_they_wrote(people: Team) -> None:
    lead, case = people.lead, first(people.lead)
    made = case_facts.add_interview(lead, case, "child")
    lead.editor.set("interview", made, "note", "First.")
    other = people.colleague("Bob")
    other.editor.set("interview", made, "note", "First. And more.")
    case_facts.remove_interview(lead, made)
    people.give(other, lead)
    (row,) = case_facts.facts(lead, case).interviews
    assert "note" in row.contested


def test_a_blind_second_marker_sees_no_interview_of_the_first_nor_the_first_theirs(people: Team) -> None:
    lead, case = people.lead, first(people.lead)
    lead.editor.set("case", case, "inspector", lead.me)
    mine = case_facts.add_interview(lead, case, "child")
    lead.editor.set("interview", mine, "note", "Said she was not heard.")
    other = people.colleague("Bob")
    marking.ask(lead, case, other.me)
    people.give(lead, other)
    assert case_facts.facts(other, case).interviews == ()
    assert other.history("interview", mine) == []
    theirs = case_facts.add_interview(other, case, "victim")
    assert [r.id for r in case_facts.facts(other, case).interviews] == [theirs]
    people.give(other, lead)
    assert [r.id for r in case_facts.facts(lead, case).interviews] == [mine]
    marking.done(lead, case)
    marking.done(other, case)
    people.exchange()
    assert {r.id for r in case_facts.facts(lead, case).interviews} == {mine, theirs}
    assert {r.id for r in case_facts.facts(other, case).interviews} == {mine, theirs}
