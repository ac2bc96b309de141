"""What stands beside a rating that people give: all the grid has on the standard, and what was written of it."""

from inspector_app.core.services.fieldwork import evidence
from inspector_app.core.services.results import findings, qualitative
from inspector_app.core.services.workspace import Workspace


def test_sources_with_notes_strengths_and_areas_stand_beside_the_rating(workspace: Workspace) -> None:
    board = evidence.add(workspace, "meeting", "Management board")
    other = evidence.add(workspace, "document", "Plan on victims")
    evidence.link(workspace, board, "1.1.2a")
    workspace.editor.set("bearing", f"{board}/1.1.2a", "note", "The board asks for figures.")
    evidence.link(workspace, other, "V1.2")
    for kind, text in (
        ("strength", "A clear vision: [=2.1.1]."),
        ("improvement", "No data on reoffending."),
        ("narrative", "x"),
    ):
        made = findings.add_finding(workspace, "1.1", kind)
        workspace.editor.set("finding", made, "text", text)
    found = qualitative.grounds(workspace, "1.1", {"2.1.1": "9 of 15 (60%)"})
    assert [(one.source.title, [(s.cell.subject, s.note) for s in one.said]) for one in found.sources] == [
        ("Management board", [("1.1.2a", "The board asks for figures.")])
    ]
    assert (found.strengths, found.areas) == (("A clear vision: 9 of 15 (60%).",), ("No data on reoffending.",))
    assert "1.1.2a" not in found.unheard
    assert "1.1.2b" in found.unheard


def test_v1_has_the_evidence_on_its_qualitative_key_question_and_a_standard_of_cases_has_none(
    workspace: Workspace,
) -> None:
    board = evidence.add(workspace, "meeting", "Victims’ forum")
    evidence.link(workspace, board, "V1.2")
    assert [one.source.title for one in qualitative.grounds(workspace, "V1", {}).sources] == ["Victims’ forum"]
    assert qualitative.has_grounds(workspace, "V1")
    assert not qualitative.has_grounds(workspace, "2.1")
