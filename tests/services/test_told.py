"""The log of what the service was told: with the ratings of then, and why they changed since."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.panel.told import ToldRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import told
from inspector_app.core.services.search.finding import Finder
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")


def only(workspace: Workspace) -> ToldRow:
    (row,) = told.rows(workspace)
    return row


def test_an_entry_keeps_the_ratings_of_then_and_shows_which_are_others_now(workspace: Workspace) -> None:
    workspace.editor.set("rating", "1.1", "rating", "Good")
    one = told.add(workspace, "The head of service", "Feedback on Friday.", "2026-03-06")
    assert (only(workspace).day, only(workspace).whom) == ("2026-03-06", "The head of service")
    assert told.changed(workspace, only(workspace)) == []
    workspace.editor.set("rating", "1.1", "rating", "Requires improvement")
    assert told.changed(workspace, only(workspace)) == [("1.1", "Good", "Requires improvement")]
    told.explain(workspace, one, "The board's minutes came in after.")
    assert only(workspace).why == "The board's minutes came in after."


def test_who_was_told_is_said_and_a_deleted_entry_comes_back(workspace: Workspace) -> None:
    with pytest.raises(Expected) as caught:
        told.add(workspace, "  ")
    assert caught.value.code is Code.VALUE_INVALID
    one = told.add(workspace, "The board")
    told.delete(workspace, one)
    assert told.rows(workspace) == []
    with pytest.raises(Expected) as caught:
        told.explain(workspace, one, "x")
    assert caught.value.code is Code.TOLD_UNKNOWN
    workspace.editor.undo("told", one)
    assert only(workspace).whom == "The board"


def test_what_was_told_is_found_by_its_words_and_gone_with_its_entry(workspace: Workspace) -> None:
    one = told.add(workspace, "The head of service", "We spoke of zebrafish.")
    finder = Finder(workspace)
    assert [(row.entity, row.id) for group in finder.find(Query("zebrafish")).groups for row in group.rows] == [
        ("told", one)
    ]
    told.delete(workspace, one)
    assert finder.find(Query("zebrafish")).count == 0


def test_the_log_goes_out_in_a_document_and_comes_in_once(
    workspace: Workspace, make_workspace: Callable[..., Workspace], tmp_path: Path
) -> None:
    one = told.add(workspace, "The head of service", "Feedback.", "2026-03-06")
    told.explain(workspace, one, "The minutes came in after.")
    exchange.export(workspace, tmp_path / "out.json")
    other = make_workspace("Other")
    for _ in range(2):
        exchange.import_file(other, tmp_path / "out.json")
    row, was = only(other), only(workspace)
    assert (row.day, row.whom, row.said, row.rated, row.why) == (was.day, was.whom, was.said, was.rated, was.why)


def test_the_log_is_the_same_on_every_laptop_in_the_order_of_days(people: Team) -> None:
    ben = people.colleague("Ben")
    told.add(ben, "The board", day="2026-03-06")
    told.add(people.lead, "The head of service", day="2026-03-04")
    people.exchange()
    assert [[row.whom for row in told.rows(w)] for w in people.workspaces] == [["The head of service", "The board"]] * 2
    assert [row.by for row in told.rows(ben)] == [people.lead.me, ben.me]
