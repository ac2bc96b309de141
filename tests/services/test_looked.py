"""What was looked for today, and how much each kept search finds."""

from datetime import date

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.services.search import finding, looked
from inspector_app.core.services.search.finding import Finder
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace

TODAY = date(2026, 3, 10)


def test_what_was_looked_for_is_offered_again_that_day_the_latest_first(workspace: Workspace) -> None:
    for text in ("police", "school", "  police  reports "):
        looked.note(workspace, Query(text), TODAY)
    assert [one.text for one in looked.today(workspace, TODAY)] == ["police reports", "school"]
    assert looked.today(workspace, date(2026, 3, 11)) == []


def test_no_more_than_five_are_kept_and_none_of_another_day(workspace: Workspace) -> None:
    looked.note(workspace, Query("yesterday"), date(2026, 3, 9))
    for text in "abcdefg":
        looked.note(workspace, Query(text), TODAY)
    looked.note(workspace, Query("   "), TODAY)
    assert [one.text for one in looked.today(workspace, TODAY)] == ["g", "f", "e", "d", "c"]
    assert looked.today(workspace, date(2026, 3, 9)) == []


def test_each_kept_search_says_how_much_it_finds_now(workspace: Workspace) -> None:
    case = workspace.add_case("X1", "children")
    finding.keep(workspace, "School", Query("school"))
    assert looked.counts(workspace, Finder(workspace), Ticket()) == {"School": 0}
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "Out of school since May.")
    assert looked.counts(workspace, Finder(workspace), Ticket()) == {"School": 1}
    assert Finder(workspace).find(Query("nowhere at all")).through > 0
