from inspector_app.core.services.workspace import Workspace


def test_a_new_workspace_has_the_person_on_its_team(workspace: Workspace) -> None:
    assert [(p.name, p.role) for p in workspace.team()] == [("Ruth Ashdown", "Lead inspector")]
    assert [c.ref for c in workspace.case_rows()] == ["C01", "C02", "C03", "V01"]
    assert workspace.problems() == []
