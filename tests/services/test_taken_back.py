"""What a person may do they may take back, and that takes back what was done: whatever is refused is not offered."""

from collections.abc import Callable
from datetime import date

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import (
    allocation,
    case_facts,
    case_work,
    conflicts,
    marking,
    reviews,
    several,
    sharing,
    verifying,
)
from inspector_app.core.services.fieldwork import evidence
from inspector_app.core.services.people import roles_given, standing
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from tests.services.colleagues import Did, Team

pytestmark = pytest.mark.usefixtures("no_backups")


def toms(people: Team) -> None:
    lead, tom, _ann = people.lead, people.colleague("Tom Okafor"), people.colleague("Ann Lee")
    sharing.give(lead, [lead.case_id("C01")], tom.me)
    people.exchange()
    case_work.write(tom, "prompt", f"{lead.case_id('C01')}/2.1.1/a", "answer", "yes")
    people.exchange()


@pytest.fixture
def case(after: Callable[[Did], Team]) -> str:
    """C01, which is Tom's; everybody has that."""
    return after(toms).lead.case_id("C01")


def helper(workspace: Workspace, case: str) -> str:
    return standing.held(workspace, case).helper


def refused_since(workspace: Workspace, item: tuple[str, str]) -> None:
    with pytest.raises(Expected) as refused:
        case_work.undo(workspace, *item)
    assert refused.value.code is Code.CHANGED_SINCE


def test_who_helped_with_a_case_helps_again_when_giving_it_is_taken_back(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    allocation.ask_help(lead, case, ann.me)
    given = sharing.give(lead, [case], lead.me)
    assert helper(lead, case) == ""
    assert sharing.take_back(lead, given) == 1
    assert (standing.held(lead, case).inspector, helper(lead, case)) == (tom.me, ann.me)
    assert sharing.give_again(lead, given) == 1
    assert (standing.held(lead, case).inspector, helper(lead, case)) == (lead.me, "")
    assert sharing.take_back(lead, given) == 1
    people.exchange()
    assert [helper(one, case) for one in people.workspaces] == [ann.me] * 3


def test_who_marked_a_case_blind_marks_it_again_unless_they_answered_on_it(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    marking.ask(lead, case, ann.me)
    sharing.take_back(lead, sharing.give(lead, [case], ann.me))
    people.exchange()
    assert marking.to_mark(ann) == [case]
    given = sharing.give(lead, [case], ann.me)
    people.exchange()
    case_work.write(ann, "prompt", f"{case}/2.1.1/b", "answer", "no")
    people.exchange()
    assert sharing.take_back(lead, given) == 1
    assert standing.held(lead, case).inspector == tom.me
    assert marking.second_marking(lead, case) is None


def test_who_may_not_accept_a_case_is_not_offered_to_take_back_that_they_returned_it(people: Team, case: str) -> None:
    """A quality lead returned what was accepted and they had judged in part: to take that back was offered, and refused."""
    lead, tom, ann = people.workspaces
    roles_given.give(lead, ann.me, "Quality lead")
    allocation.ask_help(lead, case, ann.me)
    people.exchange()
    case_work.write(ann, "prompt", f"{case}/2.1.1/b", "answer", "no")
    people.exchange()
    reviews.submit(tom, case)
    people.exchange()
    reviews.return_(ann, case)
    assert several.last_moved(ann, [case]) == (case,)
    case_work.undo(ann, "review", case)
    reviews.accept(lead, case, "There is nobody else.")
    people.exchange()
    reviews.return_(ann, case)
    assert case_work.can_undo(ann, "review", case) is False
    assert several.last_moved(ann, [case]) == ()


def test_what_stands_verified_is_not_verified_again(people: Team, case: str) -> None:
    """Undo of that was refused: there was nothing that it changed."""
    lead, _, _ = people.workspaces
    item = f"{case}/2.1.1/a"
    assert verifying.verify(lead, item)
    assert not verifying.verify(lead, item)
    verifying.take_back(lead, "prompt", item)
    assert not any(row.verified_by for row in verifying.items(lead, case))
    with pytest.raises(Expected) as refused:
        verifying.take_back(lead, "prompt", item)
    assert refused.value.code is Code.NOTHING_TO_UNDO


def test_comments_that_were_returned_with_a_case_are_being_written_again_when_that_is_taken_back(
    people: Team, case: str
) -> None:
    """They were gone from every page."""
    lead, tom, _ = people.workspaces
    reviews.submit(tom, case)
    people.exchange()
    prompt = f"{case}/2.1.1/a"
    drafts.keep(lead, drafts.unsent_name(reviews.COMMENT_DRAFT, case), "begun since")
    reviews.return_(lead, case, [(case, "The plan is missing."), (prompt, "Which panel?")])
    reviews.take_back(lead, case)
    assert (reviews.stage(lead, case).stage, reviews.comments(lead, case)) == ("submitted", [])
    written = drafts.unsent(lead, reviews.COMMENT_DRAFT, case)
    assert written == {case: "begun since\n\nThe plan is missing.", prompt: "Which panel?"}
    assert several.return_(lead, [case], "Look again.").done == (case,)
    several.take_back(lead, "review", [case])
    assert drafts.unsent(lead, reviews.COMMENT_DRAFT, case)[case].endswith("Look again.")


def test_what_settled_a_conflict_is_not_taken_back_nor_what_is_below_it(people: Team, case: str) -> None:
    """The answer that was kept went with it, and nobody's was left: an older step had given the same one."""
    lead, tom, _ = people.workspaces
    item = ("judgement", f"{case}/2.1.1")
    sharing.give(lead, [case], "")
    people.exchange()
    case_work.write(lead, *item, "answer", "yes")
    case_work.write(tom, *item, "answer", "no")
    people.exchange()
    (contested,) = conflicts.conflicts(lead)
    conflicts.settle(lead, contested, "yes")
    people.exchange()
    for one in (lead, tom):
        refused_since(one, item)
        assert one.editor.held(*item, "answer").value == "yes"
    case_work.write(lead, *item, "answer", "no")
    case_work.write(lead, *item, "answer", "yes")
    for held in ("no", "yes"):
        case_work.undo(lead, *item)
        assert lead.editor.held(*item, "answer").value == held
    case_work.redo(lead, *item)
    case_work.redo(lead, *item)
    case_work.undo(lead, *item)
    assert lead.editor.held(*item, "answer").value == "no"


def test_what_a_colleague_took_back_themselves_is_theirs(people: Team, case: str) -> None:
    lead, tom, _ = people.workspaces
    item = ("judgement", f"{case}/2.1.1")
    sharing.give(lead, [case], "")
    people.exchange()
    case_work.write(lead, *item, "answer", "yes")
    people.exchange()
    case_work.write(tom, *item, "answer", "no")
    case_work.undo(tom, *item)
    people.exchange()
    refused_since(lead, item)


def of_evidence(workspace: Workspace, _case: str) -> tuple[str, str]:
    made = evidence.add(workspace, "meeting", day=date(2026, 3, 2))
    evidence.link(workspace, made, "1.1.1a")
    case_work.write(workspace, "bearing", f"{made}/1.1.1a", "note", "A vision.")
    return "source", made


def of_somebody(workspace: Workspace, case: str) -> tuple[str, str]:
    return "interview", case_facts.add_interview(workspace, case, "child")


def of_a_text(workspace: Workspace, _case: str) -> tuple[str, str]:
    return "finding", findings.add_finding(workspace, "2.1", "strength")


@pytest.mark.parametrize(
    ("make", "field", "take_away"),
    [
        (of_evidence, "title", lambda w, item: evidence.delete(w, item)),
        (of_somebody, "note", lambda w, item: case_facts.remove_interview(w, item)),
        (of_a_text, "text", lambda w, item: findings.delete(w, "finding", item)),
    ],
    ids=["a source", "somebody interviewed", "a text"],
)
def test_what_a_colleague_took_away_comes_back_and_nothing_of_ones_own_is_undone(
    people: Team,
    case: str,
    make: Callable[[Workspace, str], tuple[str, str]],
    field: str,
    take_away: Callable[[Workspace, str], object],
) -> None:
    """Undo beside it took back what this person had written there last, and it stayed away."""
    lead, tom, _ = people.workspaces
    sharing.give(lead, [case], "")
    people.exchange()
    entity, item = make(lead, case)
    case_work.write(lead, entity, item, field, "written here")
    people.exchange()
    take_away(tom, item)
    people.exchange()
    assert lead.editor.held(entity, item, "deleted").value
    assert not case_work.took_away(lead, entity, item)
    case_work.bring_back(lead, entity, item)
    people.exchange()
    for one in people.workspaces:
        assert not one.editor.held(entity, item, "deleted").value
        assert one.editor.held(entity, item, field).value == "written here"
    take_away(lead, item)
    assert case_work.took_away(lead, entity, item)
    case_work.bring_back(lead, entity, item)
    assert lead.editor.history(entity, item, "deleted")[0].verb == "undo"


def test_a_link_that_a_colleague_took_away_comes_back_with_its_note(people: Team, case: str) -> None:
    lead, tom, _ = people.workspaces
    _, item = of_evidence(lead, case)
    people.exchange()
    evidence.unlink(tom, item, "1.1.1a")
    people.exchange()
    assert not case_work.took_away(lead, "bearing", f"{item}/1.1.1a")
    case_work.bring_back(lead, "bearing", f"{item}/1.1.1a")
    (bearing,) = evidence.source(lead, item).bearings
    assert bearing.note == "A vision."
    evidence.unlink(lead, item, "1.1.1a")
    assert case_work.took_away(lead, "bearing", f"{item}/1.1.1a")
