"""Backups as the Restore page lists them, and what was done since, by places."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from inspector_app.core.domain.backups import Why
from inspector_app.core.services.cases import marking
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.safekeeping import backup_rows, bringing_back, restoring
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team


def test_each_backup_says_when_why_and_how_much_was_done_since(workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    first = workspace.back_up(Why.IMPORT, "Sam Otley")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
    second = workspace.back_up(Why.HOURLY)
    session = workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "typed").change
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "typed on", amend=session)
    rows = backup_rows.rows(workspace)
    assert [(row.path, row.why, row.about, row.changes) for row in rows] == [
        (second, Why.HOURLY, "", 1),
        (first, Why.IMPORT, "Sam Otley", 2),
    ]
    assert rows[0].at >= rows[1].at


def test_a_backup_that_does_not_read_is_listed_as_such(workspace: Workspace) -> None:
    kept = workspace.back_up()
    kept.write_bytes(kept.read_bytes()[:5000])
    (row,) = backup_rows.rows(workspace)
    assert row.changes is None


def test_a_long_list_can_be_stopped(workspace: Workspace) -> None:
    workspace.back_up()
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Cancelled):
        backup_rows.rows(workspace, ticket)


def test_what_was_done_since_is_told_by_places(workspace: Workspace) -> None:
    first, second = workspace.case_rows()[0], workspace.case_rows()[1]
    kept = workspace.back_up()
    editor = workspace.editor
    editor.set("prompt", f"{first.id}/2.1.1/a", "answer", "yes")
    editor.set("prompt", f"{first.id}/2.1.1/a", "note", "seen")
    editor.set("judgement", f"{first.id}/2.1.1", "answer", "no")
    editor.set("case", second.id, "type", "other")
    editor.set("rating", "1.1", "rating", "Good")
    editor.set("finding", "f1", "text", "a sentence")
    concern = concerns.raise_(workspace, "", datetime.now())
    concerns.tell(workspace, concern, "The duty desk", "", "")  # stands within the concern, and not beside it
    found = {row.name: row for row in backup_rows.since(workspace, kept)}
    assert set(found) == {first.ref, second.ref, "1.1", "A finding", "A concern"}
    row = found[first.ref]
    assert (row.case, row.answers, row.judgements, row.notes, row.others) == (first.id, 1, 1, 1, 0)
    assert (found[second.ref].others, found["A finding"].notes, found["1.1"].case) == (1, 1, "")
    assert row.by == "Ruth Ashdown"
    assert backup_rows.since(workspace, workspace.back_up()) == []


def test_what_differs_is_counted_and_not_what_was_done_meanwhile(workspace: Workspace) -> None:
    first, second = workspace.case_rows()[0], workspace.case_rows()[1]
    workspace.editor.set("prompt", f"{second.id}/2.1.1/a", "note", "as before")
    kept, editor = workspace.back_up(), workspace.editor
    for note in ("one", "two", "three"):
        editor.set("prompt", f"{first.id}/2.1.1/a", "note", note)
    for note in ("other", "as before"):
        editor.set("prompt", f"{second.id}/2.1.1/a", "note", note)
    editor.set("finding", "f1", "text", "added and deleted again")
    editor.set("finding", "f1", "deleted", True)
    (row,) = backup_rows.since(workspace, kept)
    assert (row.name, row.notes, row.others) == (first.ref, 1, 0)


def test_a_case_added_since_is_not_in_the_backup(workspace: Workspace) -> None:
    kept = workspace.back_up()
    workspace.add_case("C09", workspace.framework.samples[0].code)
    workspace.editor.set("case", workspace.case_rows()[0].id, "type", "other")
    workspace.editor.set("finding", "f1", "text", "a sentence")
    found = {row.name: row.held for row in backup_rows.since(workspace, kept)}
    assert found == {"C09": False, workspace.case_rows()[0].ref: True, "A finding": True}


def test_whoever_marks_blind_is_not_told_what_the_first_did(people: Team) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    case = lead.case_rows()[0]
    marking.ask(lead, case.id, ann.me)
    people.exchange()
    kept = ann.back_up()
    lead.editor.set("prompt", f"{case.id}/2.1.1/a", "answer", "no")
    people.give(lead, ann)
    ann.editor.set("second_prompt", f"{case.id}/2.1.1/a@{ann.me}", "answer", "yes")
    (row,) = backup_rows.since(ann, kept)
    assert (row.name, row.answers, row.by) == (case.ref, 1, "Ann Lee")


@pytest.fixture
def put_back(workspace: Workspace) -> Iterator[Workspace]:
    """An inspection over which an earlier backup was put back: a note, a rating and C09 are in the safety backup alone."""
    case, earlier = workspace.case_rows()[0], workspace.back_up()
    workspace.editor.set("prompt", f"{case.id}/2.1.1/a", "note", "lost")
    workspace.editor.set("rating", "1.1", "rating", "Good")
    workspace.add_case("C09", workspace.framework.samples[0].code)
    workspace.close()
    restoring.restore(workspace.laptop, workspace.path, earlier)
    opened = Workspace.open(workspace.laptop, workspace.path)
    yield opened
    opened.close()


def test_what_only_the_backup_holds_is_counted_and_told_by_places(put_back: Workspace) -> None:
    case = put_back.case_rows()[0]
    put_back.editor.set("prompt", f"{case.id}/2.1.1/a", "answer", "yes")
    safety = next(row for row in backup_rows.rows(put_back) if row.why is Why.RESTORE)
    found = {row.name: row for row in backup_rows.since(put_back, safety.path)}
    assert set(found) == {case.ref, "1.1", "C09"}
    assert (safety.changes, safety.only) == (1, sum(row.only for row in found.values()))
    assert safety.differs
    assert (found[case.ref].answers, found[case.ref].notes, found[case.ref].only) == (1, 0, 1)
    assert (found["1.1"].only, found["1.1"].by) == (1, "Ruth Ashdown")


def test_what_only_the_backup_holds_comes_back_as_a_case_and_as_an_item(put_back: Workspace) -> None:
    safety = next(row.path for row in backup_rows.rows(put_back) if row.why is Why.RESTORE)
    case = put_back.case_rows()[0]
    lost = next(row for row in backup_rows.since(put_back, safety) if row.name == "C09")
    assert lost.held
    bringing_back.bring_back_case(put_back, safety, case.id)
    assert put_back.question_page(case.id, "2.1.1").prompts[0].note == "lost"
    bringing_back.bring_back_item(put_back, safety, "rating", "1.1")
    bringing_back.bring_back_case(put_back, safety, lost.case)
    assert "C09" in {row.ref for row in put_back.case_rows()}
    assert {d.entity for d in bringing_back.differences(put_back, safety)} == set()


def test_what_is_said_of_a_person_of_the_team_stands_under_their_name(people: Team) -> None:
    kept = people.lead.back_up()
    ann = people.colleague("Ann Lee")
    (row,) = backup_rows.since(people.lead, kept)
    assert (row.case, row.name) == ("", "Ann Lee")
    assert ann.me
