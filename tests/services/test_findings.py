"""Findings and recommendations: where a new one goes, moving, deleting without losing what a colleague wrote, owners."""

import pytest

from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.results import findings
from inspector_app.core.services.results.findings import Moved
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")


def strength(workspace: Workspace, text: str, standard: str = "2.1", kind: str = "strength") -> str:
    made = findings.add_finding(workspace, standard, kind)
    workspace.editor.set("finding", made, "text", text)
    return made


def texts(workspace: Workspace, standard: str = "2.1", kind: str = "strength") -> list[str]:
    return [row.text for row in workspace.findings() if (row.group, row.kind) == (standard, kind)]


def test_a_new_text_stands_below_all_others_and_belongs_where_it_was_asked_for(workspace: Workspace) -> None:
    strength(workspace, "one")
    strength(workspace, "of another standard", "2.2")
    last = strength(workspace, "two")
    assert texts(workspace) == ["one", "two"]
    assert max(workspace.findings(), key=lambda row: row.position).id == last
    board = findings.add_recommendation(workspace, "The board")
    assert [(row.id, row.group, row.text) for row in workspace.recommendations()] == [(board, "The board", "")]


def test_one_undo_takes_a_new_text_away(workspace: Workspace) -> None:
    made = findings.add_finding(workspace, "2.1", "strength")
    workspace.editor.undo("finding", made)
    assert [row for row in workspace.findings() if row.group] == []


@pytest.mark.parametrize(
    ("which", "by", "order"),
    [(2, -1, ["a", "c", "b"]), (0, 1, ["b", "a", "c"]), (0, -1, ["a", "b", "c"]), (2, 1, ["a", "b", "c"])],
)
def test_a_text_moves_past_its_neighbour_and_no_further_than_the_ends(
    workspace: Workspace, which: int, by: int, order: list[str]
) -> None:
    ids = [strength(workspace, text) for text in "abc"]
    findings.move(workspace, "finding", ids[which], by)
    assert texts(workspace) == order


def test_moving_passes_over_what_stands_in_other_lists(workspace: Workspace) -> None:
    strength(workspace, "a")
    strength(workspace, "an area for improvement", kind="improvement")
    last = strength(workspace, "b")
    findings.move(workspace, "finding", last, -1)
    assert texts(workspace) == ["b", "a"]
    assert texts(workspace, kind="improvement") == ["an area for improvement"]
    workspace.editor.undo("finding", last)
    assert texts(workspace) == ["a", "b"]


def test_positions_that_two_laptops_gave_alike_are_set_apart_by_a_move(workspace: Workspace) -> None:
    for text in "abc":
        made = EntityId(new_id())
        values = {"standard": "2.1", "kind": "strength", "text": text, "position": 7}
        workspace.editor.do(made, [Edit("finding", made, field, value) for field, value in values.items()])
    before = texts(workspace)
    findings.move(workspace, "finding", workspace.findings()[0].id, 1)
    assert texts(workspace) == [before[1], before[0], before[2]]
    assert len({row.position for row in workspace.findings()}) == 3


def test_moving_a_text_that_a_colleague_deleted_does_nothing(workspace: Workspace) -> None:
    made = strength(workspace, "a")
    findings.delete(workspace, "finding", made)
    findings.move(workspace, "finding", made, 1)
    assert workspace.findings() == []


@pytest.mark.parametrize("entity", ["finding", "recommendation"])
def test_deleting_is_one_step_and_undo_brings_the_words_back(workspace: Workspace, entity: str) -> None:
    made = strength(workspace, "kept") if entity == "finding" else findings.add_recommendation(workspace, "The board")
    workspace.editor.set(entity, made, "text", "kept")
    rows = {"finding": workspace.findings, "recommendation": workspace.recommendations}[entity]
    findings.delete(workspace, entity, made)
    assert rows() == []
    workspace.editor.undo(entity, made)
    assert [row.text for row in rows()] == ["kept"]


def test_what_a_colleague_wrote_on_a_text_that_is_deleted_apart_is_a_conflict_and_no_loss(
    workspace: Workspace, people: Team
) -> None:
    made = strength(workspace, "first")
    bob = people.colleague("Bob Wren")
    findings.delete(workspace, "finding", made)
    bob.editor.set("finding", made, "text", "first, and what Bob heard")
    people.give(bob, workspace)
    (contested,) = conflicts.conflicts(workspace)
    assert {side.value for side in contested.sides} == {None, "first, and what Bob heard"}


def test_the_recommendations_of_an_owner_get_another_in_one_step(workspace: Workspace) -> None:
    ids = [findings.add_recommendation(workspace, "The bord") for _ in range(2)]
    other = findings.add_recommendation(workspace, "The head of service")
    findings.rename_owner(workspace, ids, "The board")
    assert {row.id: row.group for row in workspace.recommendations()} == {
        ids[0]: "The board", ids[1]: "The board", other: "The head of service",
    }  # fmt: skip
    workspace.editor.undo("recommendation", ids[0])
    assert [row.group for row in workspace.recommendations()] == ["The bord", "The bord", "The head of service"]


def test_a_kind_that_there_is_not_is_refused_and_nothing_is_added(workspace: Workspace) -> None:
    with pytest.raises(Expected) as refused:
        findings.add_finding(workspace, "2.1", "praise")
    assert refused.value.code is Code.VALUE_INVALID
    assert workspace.findings() == []


def recommended(workspace: Workspace) -> list[tuple[str, str]]:
    return [(row.group, row.text) for row in workspace.recommendations()]


def recommend(workspace: Workspace, *all_of: tuple[str, str]) -> list[str]:
    ids = []
    for owner, text in all_of:
        ids.append(findings.add_recommendation(workspace, owner))
        workspace.editor.set("recommendation", ids[-1], "text", text)
    return ids


def test_past_the_end_of_its_owners_a_recommendation_is_the_next_owners_and_one_undo_takes_it_back(
    workspace: Workspace,
) -> None:
    """It could be given to nobody else, by no key and by no pointer."""
    first, last, board, _ = recommend(workspace, ("chief", "a"), ("chief", "b"), ("board", "c"), ("board", "d"))
    before = recommended(workspace)
    assert findings.move(workspace, "recommendation", last, 1) == Moved(True, to="board")
    assert recommended(workspace) == [("chief", "a"), ("board", "b"), ("board", "c"), ("board", "d")]
    workspace.editor.undo("recommendation", last)
    assert recommended(workspace) == before
    assert findings.move(workspace, "recommendation", board, -1) == Moved(True, to="chief")
    assert recommended(workspace) == [("chief", "a"), ("chief", "b"), ("chief", "c"), ("board", "d")]
    workspace.editor.undo("recommendation", board)
    assert recommended(workspace) == before
    assert findings.move(workspace, "recommendation", first, -1) == Moved(), "nobody stands above"
    assert findings.move(workspace, "recommendation", first, 1) == Moved(True), "among one's own"
    workspace.editor.undo("recommendation", first)
    assert recommended(workspace) == before


def test_a_recommendation_is_given_to_an_owner_at_a_place_of_theirs_whatever_stands_between(
    workspace: Workspace,
) -> None:
    one, *_ = recommend(workspace, ("chief", "a"), ("board", "b"), ("chief", "c"), ("board", "d"), ("police", "e"))
    assert findings.give(workspace, "recommendation", one, "board", 1) == Moved(True, to="board")
    assert recommended(workspace) == [("board", "b"), ("chief", "c"), ("board", "a"), ("board", "d"), ("police", "e")]
    assert findings.give(workspace, "recommendation", one, "board", 0) == Moved()
    moved = findings.give(workspace, "recommendation", one, "court", 0)
    assert moved == Moved(True, to="court"), "an owner who has none by now"
    assert recommended(workspace)[-1] == ("court", "a")


def test_what_the_last_inspection_recommended_goes_to_another_owner_too(workspace: Workspace) -> None:
    one, _ = (findings.add_previous(workspace, owner) for owner in ("chief", "board"))
    assert findings.move(workspace, "previous", one, 1) == Moved(True, to="board", gone="chief")
    assert [row.group for row in workspace.previous()] == ["board", "board"]


def test_of_two_that_were_deleted_in_one_second_the_last_is_offered_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were told apart by the second, and the clock of a laptop may go back."""
    monkeypatch.setattr("inspector_app.core.services.editor.now", lambda: "2026-03-24T10:00:00Z")
    ids = [strength(workspace, text) for text in ("one", "two", "three")]
    for gone in (ids[2], ids[0], ids[1]):
        findings.delete(workspace, "finding", gone)
        last = findings.deleted_last(workspace, "finding", "2.1")
        assert last is not None
        assert last.id == gone
