"""The profile of the sample with the service's caseload, from the inspection's file; and what of it leaves."""

from dataclasses import replace

import pytest

from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating.breakdown import Breakdown
from inspector_app.core.services.cases import case_facts, marking
from inspector_app.core.services.results import breakdowns, copies
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")


def _by(workspace: Workspace, code: str) -> Breakdown:
    return next(one for one in breakdowns.read(workspace)[0].by if one.code == code)


def _lines(workspace: Workspace, code: str) -> list[tuple[str, int]]:
    return [(part.value, part.cases) for part in _by(workspace, code).parts]


def test_the_profile_counts_each_sample_and_spellings_together(workspace: Workspace) -> None:
    for row, ethnicity, age in zip(
        workspace.case_rows(), ("White British", "white  british", ""), (15, 16, 10), strict=False
    ):
        case_facts.write(workspace, "case", row.id, "ethnicity", ethnicity)
        case_facts.write(workspace, "case", row.id, "age", str(age))
    children, victims = breakdowns.read(workspace)
    assert (children.cases, victims.cases) == (3, 1)
    assert _lines(workspace, "ethnicity") == [("White British", 2), ("not recorded", 1)]
    assert _lines(workspace, "age") == [("10 to 14", 1), ("15 to 16", 2)]


def test_ages_stand_by_age_and_not_by_number(workspace: Workspace) -> None:
    for number, age in enumerate((17, 17, 17, 9, 14, 20)):
        case = workspace.add_case(f"X{number}", "children")
        case_facts.write(workspace, "case", case, "age", str(age))
    values = [value for value, _ in _lines(workspace, "age")]
    assert values == ["under 10", "10 to 14", "17 to 18", "19 and over", "not recorded"]


def test_the_caseload_stands_beside_the_sample_and_a_wrong_line_is_refused(workspace: Workspace) -> None:
    breakdowns.give(workspace, Caseload("children", "type", "bail 30\nother 10\n"))
    assert _by(workspace, "type").caseload == 40
    with pytest.raises(Expected) as caught:
        breakdowns.give(workspace, Caseload("children", "type", "bail"))
    assert (caught.value.code, _by(workspace, "type").caseload) == (Code.VALUE_INVALID, 40)
    workspace.editor.undo("caseload", "children/type")
    assert _by(workspace, "type").caseload is None


def test_a_caseload_on_which_two_people_differ_counts_for_nothing_until_it_is_settled(people: Team) -> None:
    ben = people.colleague("Ben")
    breakdowns.give(people.lead, Caseload("children", "type", "bail 30"))
    breakdowns.give(ben, Caseload("children", "type", "bail 20"))
    people.exchange()
    assert [breakdowns.given(w)["children/type"][1] for w in people.workspaces] == [True, True]
    assert list(breakdowns.read(ben)) == list(breakdowns.read(people.lead))


def test_without_a_rule_of_the_framework_nothing_is_withheld(workspace: Workspace) -> None:
    assert breakdowns.outside(workspace) == ()  # three cases and one
    workspace.framework = replace(workspace.framework, small_numbers=None)
    assert breakdowns.outside(workspace) == breakdowns.read(workspace)


def test_what_may_be_told_outside_is_the_same_for_who_marks_a_case_blind(people: Team) -> None:
    """Else what two people are told, taken from each other, is how the case was judged."""
    lead, ben = people.lead, people.colleague("Ben")
    here = [row.id for row in lead.case_rows() if row.sample == "children"]
    cases = [*here, *(lead.add_case(f"X{n}", "children") for n in range(10 - len(here)))]
    for number, case in enumerate(cases):
        case_facts.write(lead, "case", case, "type", "bail" if number % 2 else "remand")
        lead.editor.set("judgement", f"{case}/2.1.1", "answer", "no" if number else "yes")
    lead.editor.set("case", cases[0], "inspector", lead.me)
    marking.ask(lead, cases[0], ben.me)
    people.exchange()
    told = [breakdowns.outside(workspace) for workspace in people.workspaces]
    assert told[0] == told[1] != ()
    rates = [rate for one in told[0][0].by for of in (one.rates, *(part.rates for part in one.parts)) for rate in of]
    assert set(rates) == {None}, "0 of 9 now, and 1 of 10 when all are done, is how the case was judged"
    inside = [breakdowns.read(workspace)[0].by[0].rates[0] for workspace in people.workspaces]
    assert inside[0] != inside[1]
    _, copy = copies.of_workspace(lead, Scope.PANEL)
    assert copy.blind == {cases[0]}
    for workspace in (lead, ben):
        marking.done(workspace, cases[0])
    people.exchange()
    whole = breakdowns.outside(ben)[0].by[0].rates[told[0][0].questions.index("2.1.1")]
    assert whole is not None
    assert (whole.yes, whole.of) == (1, 10)
    lead.add_case("X99", "children")
    later = breakdowns.outside(lead)[0].by[0].rates[told[0][0].questions.index("2.1.1")]
    assert later is None, "1 of 10 today, and of 11 once that one is judged, is how it was judged"


def test_the_panels_copy_says_which_fields_are_contested(people: Team) -> None:
    ben = people.colleague("Ben")
    item = f"{people.lead.case_rows()[0].id}/2.1.1"
    people.lead.editor.set("judgement", item, "answer", "yes")
    ben.editor.set("judgement", item, "answer", "no")
    people.lead.editor.set("rating", "1.1", "rationale", "A clear vision.")
    ben.editor.set("rating", "1.1", "rationale", "No vision.")
    people.exchange()
    _, copy = copies.of_workspace(people.lead, Scope.PANEL)
    ref = people.lead.case_rows()[0].ref
    assert sorted(copy.contested) == sorted((f"{ref} 2.1.1: judgement", "Rating 1.1: rationale"))
