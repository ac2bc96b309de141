"""The review loop: submitted, returned with comments, accepted, changed since."""

from collections.abc import Iterable

import pytest

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.cases.review import Stage, digest
from inspector_app.core.domain.ids import ChangeId, EntityId, PersonId, change_id, new_step_id, step_of
from inspector_app.core.domain.steps.changes import Change, Edit, Step, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts, marking, reviews
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read_said
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

ALONE = "There is nobody else to accept it this week."


@pytest.fixture
def case(workspace: Workspace) -> str:
    return workspace.case_id("C01")


def stage(workspace: Workspace, case: str) -> tuple[str, bool]:
    found = reviews.stage(workspace, case)
    return found.stage, found.changed


def hand_on(workspace: Workspace, case: str, to: str) -> None:
    if to == review.SUBMITTED:
        reviews.submit(workspace, case)
    else:
        reviews.accept(workspace, case, ALONE)


def test_a_case_is_begun_with_the_first_answer_or_note_and_not_begun_once_that_is_undone(workspace: Workspace) -> None:
    cases = [row.id for row in workspace.case_rows()]
    assert not any(stage.begun for stage in reviews.stages(workspace).values())
    workspace.editor.set("judgement", f"{cases[0]}/2.1.1", "answer", "yes")
    workspace.editor.set("prompt", f"{cases[1]}/2.1.1/a", "note", "Seen.")
    marking.ask(workspace, cases[2], workspace.me)
    workspace.editor.set("second_judgement", f"{cases[2]}/2.1.1@{workspace.me}", "answer", "no")
    assert [reviews.stage(workspace, case).begun for case in cases] == [True, True, True, False]
    assert [reviews.stages(workspace)[case].begun for case in cases] == [True, True, True, False]
    workspace.editor.undo("judgement", f"{cases[0]}/2.1.1")
    assert not reviews.stage(workspace, cases[0]).begun


def test_a_case_begins_with_no_stage_and_goes_round_the_loop(workspace: Workspace, case: str) -> None:
    assert reviews.stage(workspace, case) == Stage()
    said = []
    for act in (reviews.submit, reviews.return_, reviews.submit, reviews.accept):
        act(workspace, case)
        said.append(reviews.stage(workspace, case).stage)
    assert said == ["submitted", "returned", "submitted", "accepted"]  # it is nobody's, and nothing is judged on it
    found = reviews.stage(workspace, case)
    assert found.by == "Ruth Ashdown"
    assert found.at.endswith("+00:00")
    assert [row.value for row in workspace.history("review", case, "stage")] == said[::-1]


def test_stages_tells_of_every_case(workspace: Workspace, case: str) -> None:
    reviews.accept(workspace, case)
    reviews.comment(workspace, case, case, "well done")
    found = reviews.stages(workspace)
    assert found == {row.id: reviews.stage(workspace, row.id) for row in workspace.case_rows()}
    assert {s.stage for s in found.values()} == {"", "accepted"}
    assert found[case].open_comments == 1


def test_returning_brings_its_comments_in_one_step_which_undo_takes_back(workspace: Workspace, case: str) -> None:
    touched: list[frozenset[tuple[str, str]]] = []
    workspace.editor.listeners.append(touched.append)
    reviews.submit(workspace, case)
    about = [f"{case}/2.1.1/a", f"{case}/2.1.1", case]
    reviews.return_(workspace, case, [(about[0], "which panel?"), (about[1], " why yes? "), (about[2], "nearly there")])
    assert len(touched) == 2
    rows = sorted(reviews.comments(workspace, case), key=lambda c: about.index(c.about))
    assert [(c.question, c.prompt, c.text, c.by, c.answered) for c in rows] == [
        ("2.1.1", "a", "which panel?", "Ruth Ashdown", False),
        ("2.1.1", None, "why yes?", "Ruth Ashdown", False),
        ("", None, "nearly there", "Ruth Ashdown", False),
    ]
    assert reviews.stage(workspace, case).open_comments == 3
    workspace.editor.undo("review", case)
    assert reviews.comments(workspace, case) == []
    assert stage(workspace, case) == ("submitted", False)
    workspace.editor.redo("review", case)
    assert len(reviews.comments(workspace, case)) == 3


@pytest.mark.parametrize(
    ("about", "text"),
    [("{case}/2.1.1/a", " \n"), ("{case}/9.9.9", "x"), ("{case}/2.1.1/zz", "x"), ("{other}/2.1.1", "x"), ("", "x")],
)
def test_a_comment_without_text_or_about_nothing_on_the_case_is_refused(
    workspace: Workspace, case: str, about: str, text: str
) -> None:
    about = about.format(case=case, other=workspace.case_id("C02"))
    reviews.submit(workspace, case)
    for attempt in (
        lambda: reviews.comment(workspace, case, about, text),
        lambda: reviews.return_(workspace, case, [(case, "this one is good"), (about, text)]),
    ):
        with pytest.raises(Expected) as refused:
            attempt()
        assert refused.value.code is Code.VALUE_INVALID
    assert reviews.comments(workspace, case) == []
    assert stage(workspace, case) == ("submitted", False)


@pytest.mark.parametrize("act", [reviews.stage, reviews.submit, reviews.return_, reviews.accept])
def test_a_case_that_is_not_there_is_not_reviewed(workspace: Workspace, act: object) -> None:
    with pytest.raises(Expected) as refused:
        act(workspace, "no-such-case")  # type: ignore[operator]
    assert refused.value.code is Code.CASE_UNKNOWN


def test_an_answered_comment_is_no_longer_open_and_a_deleted_one_is_gone_until_undone(
    workspace: Workspace, case: str
) -> None:
    comment = reviews.comment(workspace, case, f"{case}/2.1.1/a", "which panel?")
    reviews.answer_comment(workspace, comment)
    assert reviews.stage(workspace, case).open_comments == 0
    assert [c.answered for c in reviews.comments(workspace, case)] == [True]
    reviews.answer_comment(workspace, comment, answered=False)
    assert reviews.stage(workspace, case).open_comments == 1
    reviews.delete_comment(workspace, comment)
    assert reviews.comments(workspace, case) == []
    workspace.editor.undo("comment", comment)
    assert [c.id for c in reviews.comments(workspace, case)] == [comment]


@pytest.mark.parametrize(
    ("entity", "item", "field", "value"),
    [
        ("judgement", "2.1.1", "answer", "no"),
        ("judgement", "2.1.1", "rationale", "on reflection"),
        ("prompt", "2.1.1/a", "answer", "na"),
        ("prompt", "2.1.1/b", "note", "a word more"),
    ],
)
@pytest.mark.parametrize("to", [review.SUBMITTED, review.ACCEPTED])
def test_what_is_changed_after_it_was_handed_on_shows_until_it_is_changed_back_or_handed_on_again(
    workspace: Workspace, case: str, to: str, entity: str, item: str, field: str, value: str
) -> None:
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "first")
    hand_on(workspace, case, to)
    assert stage(workspace, case) == (to, False)
    workspace.editor.set(entity, f"{case}/{item}", field, value)
    assert stage(workspace, case) == (to, True)
    assert not reviews.stage(workspace, workspace.case_id("C02")).changed
    workspace.editor.undo(entity, f"{case}/{item}")
    assert stage(workspace, case) == (to, False)
    workspace.editor.redo(entity, f"{case}/{item}")
    hand_on(workspace, case, to)
    assert stage(workspace, case) == (to, False)


def test_what_was_changed_between_submitting_and_accepting_is_no_change_since_acceptance(
    workspace: Workspace, case: str
) -> None:
    reviews.submit(workspace, case)
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    reviews.accept(workspace, case, ALONE)
    assert stage(workspace, case) == ("accepted", False)
    reviews.return_(workspace, case)
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    assert stage(workspace, case) == ("returned", False)
    reviews.submit(workspace, case)
    assert stage(workspace, case) == ("submitted", False)


def test_a_case_submitted_under_a_former_version_is_not_said_to_have_changed(workspace: Workspace, case: str) -> None:
    workspace.editor.set("review", case, "stage", "submitted")
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    assert stage(workspace, case) == ("submitted", False)
    assert standing.rights(workspace, case).moves(reviews.stage(workspace, case)) == ("return", "accept")
    reviews.submit(workspace, case)
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    assert standing.rights(workspace, case).moves(reviews.stage(workspace, case)) == ("submit", "return", "accept")


def test_typing_on_in_the_same_box_after_acceptance_shows(workspace: Workspace, case: str) -> None:
    """The change is amended in place, so its id stays what it was."""
    session = workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "first").change
    reviews.accept(workspace, case)
    assert workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "first, and", amend=session).change == session
    assert stage(workspace, case) == ("accepted", True)


def test_comments_and_the_second_markers_answers_are_no_change_of_what_was_accepted(
    workspace: Workspace, case: str
) -> None:
    reviews.accept(workspace, case)
    reviews.comment(workspace, case, case, "well done")
    workspace.editor.set("second_judgement", f"{case}/2.1.1@{workspace.me}", "answer", "no")
    assert stage(workspace, case) == ("accepted", False)


def test_stage_and_comments_travel_and_the_answer_comes_back(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    tom.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    reviews.submit(tom, case)
    people.give(tom, lead)
    assert reviews.stage(lead, case).by == "Tom Okafor"
    reviews.return_(lead, case, [(f"{case}/2.1.1", "why?")])
    people.give(lead, tom)
    assert reviews.stages(tom) == reviews.stages(lead)
    (comment,) = reviews.comments(tom, case)
    assert (comment.by, comment.text) == ("Ruth Ashdown", "why?")
    reviews.answer_comment(tom, comment.id)
    people.give(tom, lead)
    assert reviews.comments(lead, case) == reviews.comments(tom, case)
    assert reviews.stage(lead, case).open_comments == 0


def test_an_undone_acceptance_leaves_the_case_submitted_by_who_submitted_it(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    tom.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    reviews.submit(tom, case)
    people.give(tom, lead)
    before = reviews.stage(lead, case)
    assert (before.stage, before.by) == ("submitted", "Tom Okafor")
    reviews.accept(lead, case)
    reviews.take_back(lead, case)
    assert reviews.stage(lead, case) == before
    reviews.return_(lead, case)
    reviews.accept(lead, case)
    reviews.take_back(lead, case)
    lead.editor.redo("review", case)
    for _ in range(2):
        reviews.take_back(lead, case)
    assert reviews.stage(lead, case) == before
    people.give(lead, tom)
    assert reviews.stage(tom, case) == before


def test_what_only_says_that_it_is_an_undo_is_its_authors(people: Team, case: str) -> None:
    """Else a laptop could bring back, under the lead's name, an acceptance that the lead took back."""
    lead, tom = people.lead, people.colleague("Tom Okafor")
    reviews.accept(lead, case, ALONE)
    reviews.reopen(lead, case, "A note is missing.")
    people.give(lead, tom)
    with tom.database.write() as connection:
        (reopened,) = journal.current(connection, "review", EntityId(case), "stage")[1]
        step = Step(
            new_step_id(tom.laptop.device, journal.next_seq(connection, tom.laptop.device)), PersonId(tom.me),
            "2026-03-24T10:00:00+00:00", Verb.UNDO, EntityId(case), step_of(reopened),
        )  # fmt: skip
        journal.apply(connection, step, [Edit("review", EntityId(case), "stage", "accepted")], {reopened})
    assert reviews.stage(tom, case).by == "Tom Okafor"


def written_by_hand(
    workspace: Workspace, case: str, value: str | None, parents: Iterable[ChangeId], target: ChangeId | None = None
) -> ChangeId:
    """A step on the case's stage as no program of ours makes one: an undo of that change, else an edit, on top of any."""
    with workspace.database.write() as connection:
        step = Step(
            new_step_id(workspace.laptop.device, journal.next_seq(connection, workspace.laptop.device)),
            PersonId(workspace.me), "2026-03-24T10:00:00+00:00", Verb.UNDO if target else Verb.EDIT, EntityId(case),
            step_of(target) if target else None,
        )  # fmt: skip
        made = Change(change_id(step.id, 0), "review", EntityId(case), "stage", value, tuple(sorted(parents)))
        journal.add_changes(connection, [made])
        journal._ADD_STEP.put(connection, [journal.step_row(step)])
        journal.put(connection, {made.key: (value, journal.heads_text([made]))})
    return made.id


@pytest.mark.parametrize("shape", ["beside the reopening", "on the reopening", "on what took both in", "done twice"])
def test_an_undo_that_also_replaces_what_the_lead_wrote_since_is_its_authors(
    people: Team, case: str, shape: str
) -> None:
    """It said `accepted by` the lead, on the lead's own laptop, of a case that the lead had reopened."""
    lead, tom = people.lead, people.colleague("Tom Okafor", "Quality lead")
    reviews.accept(lead, case, ALONE)
    accepted = head(lead, case)
    reviews.reopen(lead, case, "A note is missing.")
    reopened = head(lead, case)
    people.give(lead, tom)
    own = written_by_hand(tom, case, None, [accepted])
    match shape:
        case "beside the reopening":
            written_by_hand(tom, case, "accepted", [own, reopened], own)
        case "on the reopening":
            written_by_hand(tom, case, "accepted", [reopened], own)
        case "on what took both in":
            both = written_by_hand(tom, case, None, [own, reopened])
            written_by_hand(tom, case, "accepted", [both], own)
        case _:
            first = written_by_hand(tom, case, "accepted", [own, reopened], own)
            again = written_by_hand(tom, case, None, [first])
            written_by_hand(tom, case, "accepted", [again], again)
    people.give(tom, lead)
    found = [reviews.stage(workspace, case) for workspace in people.workspaces]
    here = ("", "", True) if shape == "on the reopening" else ("accepted", "Tom Okafor", False)  # his own is beside it
    assert [(one.stage, one.by, one.contested) for one in found] == [here, ("accepted", "Tom Okafor", False)]


def head(workspace: Workspace, case: str) -> ChangeId:
    with workspace.database.read() as connection:
        (one,) = journal.current(connection, "review", EntityId(case), "stage")[1]
    return one


def test_comments_made_apart_are_all_there_after_the_merge(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    reviews.comment(lead, case, f"{case}/2.1.1", "one")
    reviews.comment(tom, case, f"{case}/2.1.1", "two")
    people.exchange()
    assert reviews.comments(lead, case) == reviews.comments(tom, case)
    assert {c.text for c in reviews.comments(lead, case)} == {"one", "two"}
    assert conflicts.conflicts(lead) == []


def test_the_same_value_written_apart_is_no_change_since_acceptance(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    lead.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    tom.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    reviews.accept(lead, case, ALONE)
    people.exchange()
    assert [stage(w, case) for w in people.workspaces] == [("accepted", False)] * 2


def test_work_that_comes_in_after_acceptance_shows_on_every_laptop(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    lead.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    reviews.accept(lead, case, ALONE)
    tom.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    people.exchange()
    assert [stage(w, case) for w in people.workspaces] == [("accepted", True)] * 2
    reviews.reopen(lead, case, "Two answers came together")
    (contested,) = conflicts.conflicts(lead)
    conflicts.settle(lead, contested, "yes")
    reviews.accept(lead, case, ALONE)
    people.exchange()
    assert [stage(w, case) for w in people.workspaces] == [("accepted", False)] * 2


def test_two_who_submit_different_contents_apart_have_no_digests_to_settle(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    reviews.submit(lead, case)
    tom.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    reviews.submit(tom, case)
    people.exchange()
    assert [stage(w, case) for w in people.workspaces] == [("submitted", False)] * 2
    assert conflicts.conflicts(lead) == []
    lead.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    people.exchange()
    assert [stage(w, case) for w in people.workspaces] == [("submitted", True)] * 2


def test_two_who_accept_different_contents_apart_have_no_digests_to_settle(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor", "Lead inspector")
    reviews.accept(lead, case, ALONE)
    tom.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    reviews.accept(tom, case, ALONE)
    people.exchange()
    assert [stage(w, case) for w in people.workspaces] == [("accepted", False)] * 2
    assert conflicts.conflicts(lead) == []
    lead.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    assert stage(lead, case) == ("accepted", True)
    reviews.accept(lead, case, ALONE)
    people.exchange()
    assert [stage(w, case) for w in people.workspaces] == [("accepted", False)] * 2


def test_returned_here_and_accepted_there_is_contested(people: Team, case: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor", "Quality lead")
    reviews.return_(lead, case)
    reviews.accept(tom, case, ALONE)
    people.exchange()
    assert [reviews.stage(w, case).contested for w in people.workspaces] == [True, True]
    assert reviews.stage(lead, case) == reviews.stage(tom, case)
    reviews.submit(lead, case)
    assert reviews.stage(lead, case).contested is False


def test_of_cases_handed_on_only_those_are_read_again_that_something_was_written_on(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor", "Quality lead")
    first, second = (row.id for row in lead.case_rows()[:2])
    for case in (first, second):
        reviews.accept(lead, case, ALONE)
    people.exchange()
    read: list[str] = []
    said = read_said.said
    monkeypatch.setattr(read_said, "said", lambda c, cases: (read.extend(cases := list(cases)), said(c, cases))[1])

    def changed(case: str) -> tuple[bool, list[str]]:
        read.clear()
        return reviews.stages(lead)[case].changed, sorted(read)

    assert changed(first) == (False, sorted([first, second]))
    assert changed(first) == (False, [])
    lead.editor.set("prompt", f"{first}/2.1.1/a", "note", "more")
    assert changed(first) == (True, [first])
    lead.editor.undo("prompt", f"{first}/2.1.1/a")
    assert changed(first) == (False, [first])
    tom.editor.set("judgement", f"{second}/2.1.1", "answer", "yes")
    people.exchange()
    assert changed(second) == (True, [second])
    beside = Workspace.open(lead.laptop, lead.path)  # a command beside the window
    beside.editor.set("prompt", f"{first}/2.1.1/a", "note", "by a command")
    beside.close()
    lead.news()
    assert first in changed(first)[1]
    assert reviews.stages(lead)[first].changed


def test_the_digest_of_a_case_never_changes_from_version_to_version(workspace: Workspace) -> None:
    workspace.editor.set("judgement", "c/2.1.1", "answer", "yes")
    workspace.editor.set("judgement", "c/2.1.1", "rationale", "well\ndone ŵ")
    workspace.editor.set("prompt", "c/2.1.1/b", "note", "two")
    workspace.editor.set("prompt", "c/2.1.1/a", "answer", "na")
    workspace.editor.set("prompt", "c/2.1.1/a", "note", "gone")
    workspace.editor.set("prompt", "c/2.1.1/a", "note", None)
    workspace.editor.set("prompt", "c2/2.1.1/a", "note", "another case")
    with workspace.database.read() as connection:
        said = read_said.said(connection, ["c"])
    assert said == {
        "c": "c/2.1.1/answer 3 yes\nc/2.1.1/rationale 11 well\ndone ŵ\nc/2.1.1/a/answer 2 na\nc/2.1.1/b/note 3 two\n"
    }
    assert digest(said["c"]) == "080d051bc59b0177765507146c5b3d7b9bb7cdee554aa2917e36a464a382e1cd"


def test_accepted_cases_whose_evidence_is_another_now_have_all_changed_since(workspace: Workspace) -> None:
    sample = workspace.framework.samples[0].code
    edits = []
    for number in range(115):
        case = EntityId(workspace.add_case(f"X{number}", sample))
        edits += [Edit("review", case, "stage", "accepted"), Edit("review", case, "accepted", "0" * 64)]
        for _, question in workspace.framework.sample_questions(sample):
            edits.append(Edit("judgement", EntityId(f"{case}/{question.ref}"), "answer", "yes"))
            for p in question.prompts:
                edits.append(Edit("prompt", EntityId(f"{case}/{question.ref}/{p.ref}"), "answer", "yes"))
                edits.append(Edit("prompt", EntityId(f"{case}/{question.ref}/{p.ref}"), "note", "evidence " * 40))
    workspace.editor.do("x", edits, Verb.ADD)
    found = reviews.stages(workspace)
    assert sum(s.changed for s in found.values()) == 115
