"""A line on a key question of a case: known to be older than its notes, undone as one step, hidden from who marks blind."""

from inspector_app.core.domain.draft import support
from inspector_app.core.services.cases import marking
from inspector_app.core.services.results import findings, summaries, supporting
from inspector_app.core.services.results.summaries import Summary
from inspector_app.core.services.workspace import Workspace


def noted(workspace: Workspace, words: str, question: str = "2.1.1") -> str:
    item = f"{workspace.case_id('C01')}/{question}"
    workspace.editor.set("judgement", item, "rationale", words)
    return item


def one(workspace: Workspace, item: str) -> Summary:
    return next(row for row in summaries.of_standard(workspace, "2.1") if row.id == item)


def test_a_line_is_older_once_its_notes_or_those_of_its_prompts_change(workspace: Workspace) -> None:
    item = noted(workspace, "She was asked.")
    row = one(workspace, item)
    assert (row.notes, row.text, row.older) == ("She was asked.", "", False)
    summaries.write(workspace, item, "Asked.", row.of)
    assert (one(workspace, item).text, one(workspace, item).older) == ("Asked.", False)
    workspace.editor.set("prompt", f"{item}/a", "note", "Twice.")
    row = one(workspace, item)
    assert (row.notes, row.older) == ("She was asked.\na) Twice.", True)
    summaries.write(workspace, item, "Asked twice.", row.of)
    assert not one(workspace, item).older
    assert workspace.problems() == []


def test_typing_on_amends_and_undo_takes_line_and_what_it_was_written_from_back_together(workspace: Workspace) -> None:
    item = noted(workspace, "She was asked.")
    of = one(workspace, item).of
    summaries.write(workspace, item, "Asked.", of)
    noted(workspace, "She was asked again.")
    summaries.write(workspace, item, "Asked again.", one(workspace, item).of)
    assert not one(workspace, item).older
    workspace.editor.undo("summary", item)
    assert (one(workspace, item).text, one(workspace, item).older) == ("Asked.", True)


def test_nothing_is_listed_without_notes_and_of_another_standard(workspace: Workspace) -> None:
    noted(workspace, "She was asked.")
    assert [row.question for row in summaries.of_standard(workspace, "2.1")] == ["2.1.1"]
    assert summaries.of_standard(workspace, "2.2") == []
    assert summaries.of_standard(workspace, "foreword") == []


def test_who_marks_a_case_blind_sees_no_summary_of_it(workspace: Workspace) -> None:
    item = noted(workspace, "She was asked.")
    summaries.write(workspace, item, "CanaryLine", one(workspace, item).of)
    workspace.editor.set("second", workspace.case_id("C01"), "marker", workspace.me)
    hidden = workspace.case_id("C01") in marking.blind_cases(workspace)
    assert hidden
    assert summaries.of_standard(workspace, "2.1") == []


def test_evidence_whose_sentence_is_gone_is_linked_anew_in_one_step_of_the_text(workspace: Workspace) -> None:
    text = findings.add_finding(workspace, "2.1", "narrative")
    workspace.editor.set("finding", text, "text", "They were asked.")
    on = support.of_case(workspace.case_id("C01"))
    supporting.link(workspace, text, on, "They were asked.")
    workspace.editor.set("finding", text, "text", "Plans were late in every case.")
    (lost,) = supporting.adrift("Plans were late in every case.", supporting.links(workspace)[text])
    supporting.relink(workspace, lost, "Plans were late in every case.")
    (now,) = supporting.links(workspace)[text]
    assert now.sentence == "Plans were late in every case."
    workspace.editor.undo("finding", text)
    (back,) = supporting.links(workspace)[text]
    assert back == lost
    workspace.editor.undo("finding", text)  # the words
    workspace.editor.undo("finding", text)  # the link
    assert supporting.links(workspace).get(text, []) == []
    workspace.editor.redo("finding", text)
    assert [link.on for link in supporting.links(workspace)[text]] == [on]
    assert workspace.editor.held("finding", text, "text").value == "They were asked."
