"""Contested fields: both sides with their common ancestor, a merge that is only offered, and settling."""

from datetime import datetime
from pathlib import Path

import pytest

from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.text.texts import merged_text
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import allocation, conflicts, marking
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.words import conflict as words
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.usefixtures("no_backups")


@pytest.fixture
def bobs(workspace: Workspace, tmp_path: Path) -> Workspace:
    """The same inspection on a colleague's laptop."""
    laptop = Laptop(tmp_path / "bob")
    laptop.create_identity("Bob Wren", "Inspector", PASSPHRASE)
    team.add(workspace, laptop.card())
    handoffs.export(workspace, tmp_path / "start.handoff")
    joined, _ = handoffs.join(laptop, tmp_path / "start.handoff", laptop.new_path("Wexborough"))
    return joined


def take(theirs: Workspace, mine: Workspace, path: Path) -> None:
    handoffs.export(theirs, path)
    handoffs.import_(mine, [path])


def test_both_values_stand_with_their_authors_and_what_they_started_from(
    workspace: Workspace, bobs: Workspace, tmp_path: Path
) -> None:
    case = workspace.case_rows()[0].id
    item = f"{case}/2.1.1/a"
    workspace.editor.set("prompt", item, "note", "One.\nTwo.\nThree.")
    take(workspace, bobs, tmp_path / "1.handoff")
    workspace.editor.set("prompt", item, "note", "One.\nTwo.\nThree, seen.")
    bobs.editor.set("prompt", item, "note", "One, heard.\nTwo.\nThree.")
    take(bobs, workspace, tmp_path / "2.handoff")
    (found,) = conflicts.conflicts(workspace)
    assert (found.case_ref, found.question, found.prompt, found.field) == ("C01", "2.1.1", "a", "note")
    assert {side.by for side in found.sides} == {"Ruth Ashdown", "Bob Wren"}
    assert found.before == "One.\nTwo.\nThree."
    assert found.merged == "One, heard.\nTwo.\nThree, seen."
    assert workspace.question_page(case, "2.1.1").prompts[0].contested

    conflicts.settle(workspace, found, found.merged)
    assert conflicts.conflicts(workspace) == []
    assert workspace.question_page(case, "2.1.1").prompts[0].note == found.merged
    values = [row.value for row in workspace.history("prompt", item, "note")]
    assert {side.value for side in found.sides} <= set(values)


def test_what_a_colleague_wrote_while_somebody_typed_stands_beside_it(
    workspace: Workspace, bobs: Workspace, tmp_path: Path
) -> None:
    item = f"{workspace.case_rows()[0].id}/2.1.1/a"
    workspace.editor.set("prompt", item, "note", "First.")
    take(workspace, bobs, tmp_path / "1.handoff")
    bobs.editor.set("prompt", item, "note", "First, and Bob's.")
    take(bobs, workspace, tmp_path / "2.handoff")
    workspace.editor.set("prompt", item, "note", "First, and Ruth's.", over="First.")
    (found,) = conflicts.conflicts(workspace)
    assert {side.value for side in found.sides} == {"First, and Bob's.", "First, and Ruth's."}
    assert found.before == "First."
    assert workspace.problems() == []
    take(workspace, bobs, tmp_path / "3.handoff")
    assert [c.sides for c in conflicts.conflicts(bobs)] == [found.sides]


def test_what_a_colleague_wrote_first_where_nothing_was_shown_stands_beside_it(
    workspace: Workspace, bobs: Workspace, tmp_path: Path
) -> None:
    item = f"{workspace.case_rows()[0].id}/2.1.1/a"
    bobs.editor.set("prompt", item, "note", "Bob's.")
    take(bobs, workspace, tmp_path / "1.handoff")
    workspace.editor.set("prompt", item, "note", "Ruth's.", over="")
    (found,) = conflicts.conflicts(workspace)
    assert ({side.value for side in found.sides}, found.before) == ({"Bob's.", "Ruth's."}, None)
    assert workspace.problems() == []


def test_one_persons_own_later_edit_on_this_laptop_is_no_conflict(workspace: Workspace) -> None:
    item = f"{workspace.case_rows()[0].id}/2.1.1/a"
    workspace.editor.set("prompt", item, "note", "First.")
    workspace.editor.set("prompt", item, "note", "By another door.")
    workspace.editor.set("prompt", item, "note", "Typed.", over="First.")
    assert conflicts.conflicts(workspace) == []
    values = [row.value for row in workspace.history("prompt", item, "note")]
    assert values == ["Typed.", "By another door.", "First."]


def test_a_side_that_was_not_shown_is_not_settled_away(workspace: Workspace, bobs: Workspace, tmp_path: Path) -> None:
    item = f"{workspace.case_rows()[0].id}/2.1.1"
    workspace.editor.set("judgement", item, "answer", "yes")
    bobs.editor.set("judgement", item, "answer", "no")
    take(bobs, workspace, tmp_path / "1.handoff")
    (shown,) = conflicts.conflicts(workspace)
    bobs.editor.set("judgement", item, "answer", "na")
    take(bobs, workspace, tmp_path / "2.handoff")
    with pytest.raises(Expected) as refused:
        conflicts.settle(workspace, shown, "yes")
    assert refused.value.code is Code.CHANGED_SINCE
    (still,) = conflicts.conflicts(workspace)
    assert {side.value for side in still.sides} == {"yes", "na"}


def test_deleting_against_an_edit_is_a_conflict_and_no_loss(
    workspace: Workspace, bobs: Workspace, tmp_path: Path
) -> None:
    finding = EntityId(new_id())
    written = {"standard": "2.1", "kind": "strength", "text": "Children are heard."}
    workspace.editor.do(finding, [Edit("finding", finding, field, value) for field, value in written.items()])
    take(workspace, bobs, tmp_path / "1.handoff")
    gone = [Edit("finding", finding, "deleted", True), Edit("finding", finding, "text", None)]
    workspace.editor.do(finding, gone)
    assert workspace.findings() == []
    bobs.editor.set("finding", finding, "text", "Children are heard, and it shows.")
    take(bobs, workspace, tmp_path / "2.handoff")
    (found,) = conflicts.conflicts(workspace)
    assert {side.value for side in found.sides} == {None, "Children are heard, and it shows."}
    assert len(workspace.findings()) == 1
    conflicts.settle(workspace, found, "Children are heard, and it shows.")
    assert [row.text for row in workspace.findings()] == ["Children are heard, and it shows."]


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "merged"),
    [
        ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"),
        ("a\nb\nc", "A\nb\nc", "X\nb\nc", None),  # both wrote in one paragraph
        ("a\nb", "A\nb", "a\nB", None),  # side by side: they may have answered each other
        ("a", "a\nmine", "a\ntheirs", None),  # both added at one place
        ("a\nb\nc", "a\nb\nc", "a\nb", "a\nb"),
    ],
)
def test_texts_merge_only_where_nobody_wrote_at_one_place(
    before: str, mine: str, theirs: str, merged: str | None
) -> None:
    assert merged_text(before, mine, theirs) == merged
    assert merged_text(before, theirs, mine) == merged


def test_before_a_package_is_taken_it_says_what_becomes_of_answers_in_ones_own_cases(
    workspace: Workspace, bobs: Workspace, tmp_path: Path
) -> None:
    """A new or another answer changes one; an answer apart makes it contested, which counts as unanswered."""
    case = workspace.case_rows()[0].id
    workspace.editor.set("case", case, "inspector", workspace.me)
    workspace.editor.set("case", case, "helper", bobs.me)
    workspace.editor.set("prompt", f"{case}/2.1.1/c", "answer", "yes")
    take(workspace, bobs, tmp_path / "1.handoff")
    for prompt, answer in (("a", "yes"), ("b", "no")):
        workspace.editor.set("prompt", f"{case}/2.1.1/{prompt}", "answer", answer)
    for prompt, answer in (("a", "no"), ("b", "yes"), ("c", "no"), ("d", "yes")):
        bobs.editor.set("prompt", f"{case}/2.1.1/{prompt}", "answer", answer)
    handoffs.export(bobs, tmp_path / "2.handoff")
    (found,) = handoffs.preview(workspace, [tmp_path / "2.handoff"])
    assert (found.own_answers, found.own_contested) == (2, 2)


def test_before_a_package_is_taken_it_says_whose_cases_are_now_and_what_is_asked(
    workspace: Workspace, bobs: Workspace, tmp_path: Path
) -> None:
    taken, marked = (row.id for row in workspace.case_rows()[:2])
    workspace.editor.set("case", taken, "inspector", bobs.me)
    take(workspace, bobs, tmp_path / "1.handoff")
    allocation.take_over(workspace, taken, "Bob is ill")
    workspace.editor.set("case", marked, "inspector", workspace.me)
    marking.ask(workspace, marked, bobs.me)
    marking.done(workspace, marked)
    handoffs.export(workspace, tmp_path / "2.handoff")
    (found,) = handoffs.preview(bobs, [tmp_path / "2.handoff"])
    assert found.passed_on == (("Ruth Ashdown", ("C01",)),), "not of the case that nobody had before"
    assert (found.to_mark, found.marked) == (("C02",), ("C02",))


def test_a_contested_field_of_a_concern_says_which_concern_it_is_of(
    workspace: Workspace, bobs: Workspace, tmp_path: Path
) -> None:
    case = workspace.case_rows()[0].id
    concern = concerns.raise_(workspace, case, datetime(2026, 3, 24, 10, 41))
    workspace.editor.set("concern", concern, "what", "bruises on the arm")
    told = concerns.tell(workspace, concern, "The duty desk", "", "")
    take(workspace, bobs, tmp_path / "1.handoff")
    for one, outcome in ((workspace, "seen today"), (bobs, "nobody came")):
        one.editor.set("concern", concern, "outcome", outcome)
        one.editor.set("informed", told, "agreed", outcome)
    take(bobs, workspace, tmp_path / "2.handoff")
    found = conflicts.conflicts(workspace)
    assert {(one.entity, one.case_ref, one.question, one.prompt, one.about) for one in found} == {
        ("concern", "C01", "", "", "bruises on the arm"), ("informed", "C01", "", "", "bruises on the arm"),
    }  # fmt: skip
    assert words.in_list(found[0])[0] == "C01 · A concern: “bruises on the arm”"
