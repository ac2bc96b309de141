"""Who may do what to a case: in the services, so that no window, command or list can do otherwise."""

from collections.abc import Callable

import pytest

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
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
)
from inspector_app.core.services.people import standing
from inspector_app.core.services.safekeeping import bringing_back
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.engines import driver
from tests.services.colleagues import Did, Team

pytestmark = pytest.mark.usefixtures("no_backups")

WHY = "There is nobody else this week."


def toms(people: Team) -> None:
    lead, tom, ann = people.lead, people.colleague("Tom Okafor"), people.colleague("Ann Lee")
    found = lead.case_id("C01")
    sharing.give(lead, [found], tom.me)
    people.exchange()
    case_work.write(tom, "prompt", f"{found}/2.1.1/a", "answer", "yes")
    case_work.write(tom, "prompt", f"{found}/2.1.1/a", "answer", "no")
    people.give(tom, ann)
    people.give(tom, lead)


@pytest.fixture
def case(after: Callable[[Did], Team]) -> str:
    """C01, which is Tom's; everybody has that."""
    return after(toms).lead.case_id("C01")


def work(case: str) -> dict[str, Callable[[Workspace], object]]:
    """Everything that changes what somebody works on."""
    prompt = f"{case}/2.1.1/a"
    return {
        "an answer": lambda w: case_work.write(w, "prompt", prompt, "answer", "na"),
        "an answer cleared": lambda w: case_work.write(w, "prompt", prompt, "answer", None),
        "a judgement": lambda w: case_work.write(w, "judgement", f"{case}/2.1.1", "answer", "yes"),
        "a note": lambda w: case_work.write(w, "prompt", prompt, "note", "mine"),
        "a rationale": lambda w: case_work.write(w, "judgement", f"{case}/2.1.1", "rationale", "mine"),
        "several at once": lambda w: case_work.do(w, prompt, [Edit("prompt", EntityId(prompt), "answer", "na")]),
        "undo": lambda w: case_work.undo(w, "prompt", prompt),
        "redo": lambda w: case_work.redo(w, "prompt", prompt),
        "a fact": lambda w: case_facts.write(w, "case", case, "age", "15"),
        "an interview": lambda w: case_facts.add_interview(w, case),
        "its submission": lambda w: reviews.submit(w, case),
        "giving it away": lambda w: sharing.give(w, [case], ""),
        "asking for help": lambda w: allocation.ask_help(w, case, w.me),
    }  # fmt: skip


@pytest.mark.parametrize("act", work(""))
def test_a_colleague_is_refused_and_nothing_is_changed(people: Team, case: str, act: str) -> None:
    ann = people.workspaces[2]
    before = ann.inspection(), ann.history("prompt", f"{case}/2.1.1/a")
    with pytest.raises(Expected) as refused:
        work(case)[act](ann)
    assert refused.value.code is Code.CASE_NOT_YOURS
    assert refused.value.facts == {"case": "C01", "whose": "Tom Okafor"}
    assert (ann.inspection(), ann.history("prompt", f"{case}/2.1.1/a")) == before


@pytest.mark.usefixtures("backups")
def test_what_is_a_colleagues_is_not_brought_back_from_a_backup_either(people: Team, case: str) -> None:
    ann, tom = people.workspaces[2], people.workspaces[1]
    kept = ann.back_up()
    case_work.write(tom, "prompt", f"{case}/2.1.1/a", "note", "more")
    people.give(tom, ann)
    for bring_back in (
        lambda: bringing_back.bring_back_case(ann, kept, case),
        lambda: bringing_back.bring_back_item(ann, kept, "prompt", f"{case}/2.1.1/a"),
    ):
        with pytest.raises(Expected) as refused:
            bring_back()
        assert refused.value.code is Code.CASE_NOT_YOURS
    assert ann.question_page(case, "2.1.1").prompts[0].note == "more"


@pytest.mark.parametrize("act", ["an answer", "a note", "a judgement", "a fact", "an interview", "several at once"])
def test_who_was_asked_to_help_works_on_it_until_the_request_ends(people: Team, case: str, act: str) -> None:
    _, tom, ann = people.workspaces
    allocation.ask_help(tom, case, ann.me)
    people.give(tom, ann)
    work(case)[act](ann)
    with pytest.raises(Expected) as refused:
        allocation.ask_help(ann, case, people.lead.me)
    assert refused.value.code is Code.CASE_NOT_YOURS
    allocation.ask_help(ann, case, "")
    with pytest.raises(Expected) as ended:
        work(case)[act](ann)
    assert ended.value.code is Code.CASE_NOT_YOURS


def test_a_case_that_changes_hands_has_no_helper_any_more(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    allocation.ask_help(tom, case, ann.me)
    people.give(tom, lead)
    allocation.take_over(lead, case, "Tom is ill")
    assert standing.held(lead, case).helper == ""
    people.exchange()
    for one in (tom, ann):
        with pytest.raises(Expected):
            work(case)["an answer"](one)


@pytest.mark.parametrize(
    ("who", "code"),
    [("nobody", Code.PERSON_UNKNOWN), ("by name", Code.NO_CARD), ("own", Code.VALUE_INVALID)],
)
def test_help_is_asked_of_somebody_who_can_give_it(people: Team, case: str, who: str, code: Code) -> None:
    tom = people.workspaces[1]
    tom.editor.set("person", "p1", "name", "Only A. Name")
    asked = {"nobody": "nobody-known", "by name": "p1", "own": tom.me}[who]
    with pytest.raises(Expected) as refused:
        allocation.ask_help(tom, case, asked)
    assert refused.value.code is code


def test_who_helps_does_not_mark_it_blind_and_a_blind_marker_who_is_asked_to_help_no_longer_does(
    people: Team, case: str
) -> None:
    _, tom, ann = people.workspaces
    marking.ask(tom, case, ann.me)
    allocation.ask_help(tom, case, ann.me)
    assert marking.second_marking(tom, case) is None
    with pytest.raises(Expected) as refused:
        marking.ask(tom, case, ann.me)
    assert refused.value.code is Code.VALUE_INVALID


def test_a_name_without_a_laptop_keeps_nobody_from_a_case(workspace: Workspace) -> None:
    """A sample, or a list of cases on Monday before the cards are there."""
    workspace.editor.set("person", "p1", "name", "Inspector B")
    found = workspace.case_id("C01")
    sharing.give(workspace, [found], "p1")
    assert standing.rights(workspace, found).answers
    for act in ("an answer", "a note", "a judgement", "a fact", "an interview", "its submission", "giving it away"):
        work(found)[act](workspace)


def test_what_comes_in_a_package_is_never_refused_for_whose_case_it_is(people: Team, case: str) -> None:
    """Who takes a case over and who works on in it may not have heard of each other: both stand."""
    lead, tom, _ = people.workspaces
    allocation.take_over(lead, case, "Tom is ill")
    case_work.write(tom, "prompt", f"{case}/2.1.1/b", "note", "he was not")
    people.exchange()
    assert {w.question_page(case, "2.1.1").prompts[1].note for w in people.workspaces} == {"he was not"}


def test_a_conflict_on_a_colleagues_case_is_settled_by_whose_it_is_and_the_lead(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    other = people.colleague("Rob Ray")
    people.exchange()
    ann.editor.set("prompt", f"{case}/2.1.1/b", "answer", "yes")
    tom.editor.set("prompt", f"{case}/2.1.1/b", "answer", "no")
    people.exchange()
    (contested,) = conflicts.conflicts(other)
    for one in (other, ann):
        refused(one, contested, "yes", "Tom Okafor")
        refused(one, contested, "no", "Tom Okafor")
    for one in (tom, lead):
        assert conflicts.who_settles(one, contested) is None
        assert conflicts.settle(one, contested, "yes").change


def refused(one: Workspace, contested: conflicts.Conflict, value: Value, whose: str) -> None:
    """This person sees what is contested and whose it is, and cannot settle it."""
    with pytest.raises(Expected) as said:
        conflicts.settle(one, contested, value)
    assert (said.value.code, said.value.facts["whose"]) == (Code.CASE_NOT_YOURS, whose)
    assert conflicts.who_settles(one, contested) == whose
    assert contested in conflicts.conflicts(one)


def a_note_taken_over(people: Team, case: str) -> tuple[str, str, Value]:
    lead, tom, _ = people.workspaces
    case_work.write(tom, "prompt", f"{case}/2.1.1/b", "note", "he was not")
    case_work.write(lead, "prompt", f"{case}/2.1.1/b", "note", "she was")
    return "Ruth Ashdown", "note", "he was not"


def an_answer_taken_over(people: Team, case: str) -> tuple[str, str, Value]:
    lead, tom, _ = people.workspaces
    case_work.write(tom, "judgement", f"{case}/2.1.2", "answer", "yes")
    case_work.write(lead, "judgement", f"{case}/2.1.2", "answer", "no")
    return "Ruth Ashdown", "answer", "no"


def a_fact_taken_over(people: Team, case: str) -> tuple[str, str, Value]:
    lead, tom, _ = people.workspaces
    case_facts.write(tom, "case", case, "age", "15")
    case_facts.write(lead, "case", case, "age", "16")
    return "Ruth Ashdown", "age", 15


def a_stage_taken_over(people: Team, case: str) -> tuple[str, str, Value]:
    lead, tom, _ = people.workspaces
    reviews.submit(tom, case)
    reviews.return_(lead, case, [])
    return "Ruth Ashdown", "stage", review.SUBMITTED


@pytest.mark.parametrize("differ", [a_note_taken_over, an_answer_taken_over, a_fact_taken_over, a_stage_taken_over])
def test_whose_case_was_taken_over_sees_what_is_contested_on_it_and_settles_nothing(
    people: Team, case: str, differ: Callable[[Team, str], tuple[str, str, Value]]
) -> None:
    lead, tom, ann = people.workspaces
    allocation.take_over(lead, case, "Tom is ill")
    whose, field, value = differ(people, case)
    people.exchange()
    (contested,) = [one for one in conflicts.conflicts(tom) if one.field == field]
    for one in (tom, ann):
        refused(one, contested, value, whose)
    assert conflicts.settle(lead, contested, value).change
    people.exchange()
    assert [one for one in conflicts.conflicts(tom) if one.field == field] == []


def test_who_helped_settles_nothing_once_the_request_ended(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    allocation.ask_help(tom, case, ann.me)
    people.exchange()
    case_work.write(ann, "prompt", f"{case}/2.1.1/b", "note", "hers")
    case_work.write(tom, "prompt", f"{case}/2.1.1/b", "note", "his")
    people.exchange()
    (contested,) = conflicts.conflicts(ann)
    assert conflicts.who_settles(ann, contested) is None
    allocation.ask_help(tom, case, "")
    people.exchange()
    refused(ann, contested, "his", "Tom Okafor")
    assert conflicts.settle(lead, contested, "hers").change


def test_what_was_settled_before_a_case_was_taken_over_is_not_settled_otherwise_after(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    ann.editor.set("prompt", f"{case}/2.1.1/b", "answer", "yes")
    tom.editor.set("prompt", f"{case}/2.1.1/b", "answer", "no")
    people.exchange()
    (contested,) = conflicts.conflicts(tom)
    conflicts.settle(tom, contested, "no")
    people.exchange()
    allocation.take_over(lead, case, "Tom is ill")
    people.exchange()
    (was,) = conflicts.settled(tom, "")
    with pytest.raises(Expected) as refused_:
        conflicts.settle(tom, was.conflict, "yes", was.change)
    assert refused_.value.code is Code.CASE_NOT_YOURS
    with pytest.raises(Expected) as undone:
        case_work.undo(tom, "prompt", f"{case}/2.1.1/b")
    assert undone.value.code is Code.CASE_NOT_YOURS


def test_a_case_is_not_accepted_by_settling_its_stage_by_who_may_not_accept_it(people: Team, case: str) -> None:
    lead, tom, _ = people.workspaces
    reviews.submit(tom, case)
    people.exchange()
    reviews.accept(lead, case)
    case_work.undo(tom, "review", case)
    people.exchange()
    (stages,) = [one for one in conflicts.conflicts(tom) if one.field == "stage"]
    with pytest.raises(Expected) as said:
        conflicts.settle(tom, stages, review.ACCEPTED)
    assert said.value.code is Code.NOT_A_REVIEWER
    assert conflicts.settle(lead, stages, review.ACCEPTED).change


def test_who_marks_blind_writes_to_their_own_interviews_alone(people: Team, case: str) -> None:
    _, tom, ann = people.workspaces
    marking.ask(tom, case, ann.me)
    theirs = case_facts.add_interview(tom, case, "child")
    people.exchange()
    for act in (
        lambda: case_facts.write(ann, "interview", theirs, "note", "x"),
        lambda: case_facts.remove_interview(ann, theirs),
    ):
        with pytest.raises(Expected) as no:
            act()
        assert no.value.code is Code.CASE_NOT_YOURS
    own = case_facts.add_interview(ann, case, "child")
    assert case_facts.write(ann, "interview", own, "note", "heard").change


# review


def test_nobody_accepts_what_they_judged_but_the_lead_who_says_why(people: Team) -> None:
    lead, quality = people.lead, people.colleague("Quinn", "Quality lead")
    mine, theirs = lead.case_id("C01"), lead.case_id("C02")
    sharing.give(lead, [mine], lead.me)
    sharing.give(lead, [theirs], quality.me)
    people.exchange()
    for who, own in ((lead, mine), (quality, theirs)):
        for reason in ("", "  \n"):
            with pytest.raises(Expected) as refused:
                reviews.accept(who, own, reason)
            assert refused.value.code is Code.OWN_JUDGEMENT
    with pytest.raises(Expected) as quality_says_why:
        reviews.accept(quality, theirs, WHY)
    assert quality_says_why.value.code is Code.OWN_JUDGEMENT
    reviews.accept(quality, mine)
    reviews.accept(lead, theirs)
    own = lead.case_id("C03")
    case_work.write(lead, "judgement", f"{own}/2.1.1", "answer", "yes")  # nobody's case, and the lead's judgement
    with pytest.raises(Expected):
        reviews.accept(lead, own)
    reviews.accept(lead, own, f" {WHY}\n")
    assert reviews.stage(lead, own).reason == WHY
    assert lead.history("review", own, "reason")[0].value == WHY


def test_an_answer_that_was_cleared_again_is_nobodys_judgement(people: Team) -> None:
    lead = people.lead
    found = lead.case_id("C01")
    case_work.write(lead, "prompt", f"{found}/2.1.1/a", "answer", "yes")
    case_work.write(lead, "prompt", f"{found}/2.1.1/a", "answer", None)
    reviews.accept(lead, found)


@pytest.mark.parametrize("role", ["Inspector", "", "Assistant inspector", "Misleading"])
def test_accepting_and_returning_are_the_leads_and_quality_leads(people: Team, role: str) -> None:
    lead, other = people.lead, people.colleague("Tom Okafor", role)
    found = lead.case_id("C01")
    for act in (reviews.accept, reviews.return_):
        with pytest.raises(Expected) as refused:
            act(other, found)
        assert refused.value.code is Code.NOT_A_REVIEWER
        assert refused.value.facts == {"who": "Ruth Ashdown"}
    assert reviews.stage(other, found).stage == ""


@pytest.mark.parametrize("role", ["Lead inspector", "lead", "Quality lead", "quality assurance"])
def test_a_role_means_what_it_says(people: Team, role: str) -> None:
    other = people.colleague("Tom Okafor", role)
    reviews.return_(other, other.case_id("C01"))
    reviews.accept(other, other.case_id("C01"))
    assert reviews.stage(other, other.case_id("C01")).by == "Tom Okafor"


@pytest.mark.parametrize("act", ["an answer", "a judgement", "a note", "a rationale", "undo", "several at once"])
def test_answers_after_acceptance_ask_for_a_reason(people: Team, case: str, act: str) -> None:
    lead, tom, _ = people.workspaces
    people.give(tom, lead)
    reviews.accept(lead, case)
    people.give(lead, tom)
    before = tom.inspection()
    with pytest.raises(Expected) as refused:
        work(case)[act](tom)
    assert (refused.value.code, refused.value.facts) == (Code.CASE_ACCEPTED, {"case": "C01"})
    assert tom.inspection() == before
    for reason in ("", " \t"):
        with pytest.raises(Expected) as empty:
            reviews.reopen(tom, case, reason)
        assert empty.value.code is Code.VALUE_INVALID
    reviews.reopen(tom, case, "The court's report came")
    assert (reviews.stage(tom, case).stage, reviews.stage(tom, case).reason) == ("", "The court's report came")
    work(case)[act](tom)
    with pytest.raises(Expected):
        reviews.reopen(tom, case, "again")  # it is open


def test_a_colleagues_case_is_reopened_by_a_reviewer_alone(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    reviews.accept(lead, case)
    people.exchange()
    with pytest.raises(Expected) as refused:
        reviews.reopen(ann, case, "I should like to")
    assert refused.value.code is Code.CASE_NOT_YOURS
    reviews.reopen(lead, case, "A page was missed")
    people.exchange()
    assert reviews.stage(tom, case) == reviews.stage(lead, case)


@pytest.mark.parametrize("who", ["its inspector", "the lead"])
def test_a_conflict_on_an_accepted_case_is_settled_once_it_is_reopened(people: Team, case: str, who: str) -> None:
    lead, tom, ann = people.workspaces
    ann.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    tom.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    people.exchange()
    reviews.accept(lead, case)
    people.exchange()
    one = {"its inspector": tom, "the lead": lead}[who]
    (contested,) = conflicts.conflicts(one)
    for value in ("yes", "no", "na"):
        with pytest.raises(Expected) as refused:
            conflicts.settle(one, contested, value)
        assert (refused.value.code, refused.value.facts) == (Code.CASE_ACCEPTED, {"case": "C01"})
    assert conflicts.conflicts(one) == [contested]
    reviews.reopen(one, case, "They differ on it")
    assert conflicts.settle(one, contested, "na").change


def test_taking_back_that_a_case_was_reopened_is_accepting_it(people: Team, case: str) -> None:
    """By undo, by undo and redo, and of several at once; whoever may accept it may take it back."""
    lead, tom, _ = people.workspaces
    reviews.accept(lead, case)
    people.exchange()
    reviews.reopen(tom, case, "A page was missed")
    with pytest.raises(Expected) as refused:
        case_work.undo(tom, "review", case)
    assert refused.value.code is Code.NOT_A_REVIEWER
    assert several.take_back(tom, "review", [case]).done == ()
    assert reviews.stage(tom, case).stage == ""
    people.exchange()
    reviews.submit(tom, case)
    people.exchange()
    reviews.accept(lead, case)
    case_work.undo(lead, "review", case)
    assert reviews.stage(lead, case).stage == review.SUBMITTED
    case_work.redo(lead, "review", case)
    assert reviews.stage(lead, case).stage == review.ACCEPTED
    case_work.undo(lead, "review", case)
    sharing.give(lead, [case], lead.me)
    with pytest.raises(Expected) as own:
        case_work.redo(lead, "review", case)
    assert own.value.code is Code.OWN_JUDGEMENT


def test_a_comment_is_taken_away_by_who_wrote_it_or_a_reviewer_alone(people: Team, case: str) -> None:
    lead, tom, ann = people.workspaces
    written = [reviews.comment(tom, case, case, f"Comment {n}") for n in range(2)]
    people.exchange()
    with pytest.raises(Expected) as refused:
        reviews.delete_comment(ann, written[0])
    assert (refused.value.code, refused.value.facts) == (Code.COMMENT_NOT_YOURS, {"whose": "Tom Okafor"})
    reviews.delete_comment(tom, written[0])
    reviews.delete_comment(lead, written[1])
    people.exchange()
    assert [reviews.comments(one, case) for one in people.workspaces] == [[], [], []]


@pytest.mark.parametrize("holder", ["a colleague", "nobody"])
def test_who_marks_blind_neither_writes_the_first_marking_nor_ends_their_own(
    people: Team, case: str, holder: str
) -> None:
    lead, tom, ann = people.workspaces
    marking.ask(tom, case, ann.me)
    if holder == "nobody":
        sharing.give(lead, [case], "")
    people.exchange()
    codes = {Code.CASE_NOT_YOURS if holder == "a colleague" else Code.CASE_MARKED_BLIND}
    for act in ("an answer", "an answer cleared", "a judgement", "a note", "a rationale", "several at once"):
        with pytest.raises(Expected) as refused:
            work(case)[act](ann)
        assert {refused.value.code} == codes
    for end in (lambda: marking.withdraw(ann, case), lambda: marking.ask(ann, case, lead.me)):
        with pytest.raises(Expected) as ended:
            end()
        assert ended.value.code is Code.CASE_MARKED_BLIND
    assert marking.blind_cases(ann) == {case}
    case_work.write(ann, "second_judgement", f"{case}/2.1.1@{ann.me}", "answer", "no")
    marking.withdraw(tom, case)


def test_an_answer_asks_once_who_marks_its_case_second_and_in_its_own_transaction(workspace: Workspace) -> None:
    """Whether it is blind and whether it is settled were each asked of the file, in a transaction before that of the edit."""
    case, said = workspace.case_rows()[0].id, list[str]()
    driver(workspace.database._writer).set_trace_callback(said.append)
    case_work.write(workspace, "prompt", f"{case}/2.1.1/a", "answer", "yes")
    driver(workspace.database._writer).set_trace_callback(None)
    assert len([statement for statement in said if "FROM second" in statement]) == 1
    assert [statement for statement in said if statement.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]
