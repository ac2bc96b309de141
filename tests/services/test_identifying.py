"""Nothing that may identify somebody leaves unseen: each place is named, and let go only with a reason, which is logged."""

from dataclasses import replace

import pytest

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.text.identifying import Found, Kind
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results import copies, findings, identifying, reports, supporting, told_before
from inspector_app.core.services.workspace import Workspace


def write(workspace: Workspace, text: str, section: str = "2.1") -> str:
    made = findings.add_finding(workspace, section, "narrative")
    workspace.editor.set("finding", EntityId(made), "text", text)
    return made


def found(workspace: Workspace, scope: Scope = Scope.PANEL) -> tuple[Found, ...]:
    inspection, copy = copies.of_workspace(workspace, scope)
    return identifying.in_report(workspace, copy, inspection)


def said(workspace: Workspace, scope: Scope = Scope.PANEL) -> list[str]:
    return [one.said for one in found(workspace, scope)]


def test_a_place_leads_to_its_text_and_stands_until_it_is_let_go_with_a_reason(workspace: Workspace) -> None:
    made = write(workspace, "JB (15) of M32 0YT said so.")
    first, second = found(workspace)
    assert [(one.entity, one.id, one.section, one.said) for one in (first, second)] == [
        ("finding", made, "2.1", "JB (15)"),
        ("finding", made, "2.1", "M32 0YT"),
    ]
    with pytest.raises(Expected) as error:
        identifying.allow(workspace, [first], "  ")
    assert error.value.code is Code.MAY_IDENTIFY
    identifying.allow(workspace, [first], "the office's own")
    assert said(workspace) == ["M32 0YT"]
    logged = {row.field: row.value for row in workspace.history("allowed", EntityId(first.key))}
    assert logged == {"what": "initials: JB (15)", "reason": "the office's own"}
    assert "JB (15)" in [one.said for one in _with(workspace, "JB (15) elsewhere")]


def _with(workspace: Workspace, text: str) -> tuple[Found, ...]:
    """What was let go in one text is not let go in another."""
    write(workspace, text)
    return found(workspace)


def test_names_of_team_and_interviewed_are_known_and_those_of_an_office_are_none(workspace: Workspace) -> None:
    workspace.editor.do(
        EntityId("p"), [Edit("person", EntityId("p"), "name", "Mara Lind"), Edit("person", EntityId("p"), "role", "x")]
    )
    workspace.editor.do(EntityId("s"), [Edit("source", EntityId("s"), "who", "Ann Poole, Head of Service")])
    write(workspace, "Mara Lind met Ann Poole, the Head of Service.")
    assert said(workspace) == ["Mara Lind", "Ann Poole"]


def test_small_numbers_are_looked_for_in_the_services_copy_alone_and_a_live_figure_is_none(
    workspace: Workspace,
) -> None:
    write(workspace, "Two children were moved; [=2.1.1] cases.")
    assert said(workspace) == []
    assert said(workspace, Scope.SERVICE) == ["Two children"]


def test_recommendations_reasons_of_the_panel_and_notes_on_a_filled_pack_are_looked_at(workspace: Workspace) -> None:
    made = findings.add_recommendation(workspace, "the chair")
    workspace.editor.set("recommendation", EntityId(made), "text", "Ring 07700 900123.")
    panel = EntityId("2.1")
    workspace.editor.do(panel, [Edit("panel", panel, "to", "Good"), Edit("panel", panel, "reason", "SW1A 1AA")])
    case = workspace.case_id("C01")
    item = EntityId(f"{case}/2.1.1/a")
    workspace.editor.do(item, [Edit("prompt", item, "note", "born on 3 May 2010")])
    assert said(workspace) == ["07700 900123", "SW1A 1AA"]
    assert "2.1, the panel’s reason" in [one.section for one in found(workspace, Scope.PANEL)], "a finding is 2.1, too"
    assert said(workspace, Scope.SERVICE) == ["07700 900123"]
    assert [one.said for one in identifying.in_packs(workspace, [case], filled=True)] == ["born on 3 May 2010"]
    assert identifying.in_packs(workspace, [case], filled=False) == ()


def test_a_second_copy_for_the_service_is_not_given_away_by_what_changed_since_the_first(workspace: Workspace) -> None:
    """12 judged Yes on Monday and 13 on Friday is one case's answer: it takes a reason, and not twice."""
    cases = [row.id for row in workspace.case_rows() if row.sample == "children"]
    cases += [workspace.add_case(f"X{n}", "children") for n in range(9)]
    for case in cases:
        workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    told_before.note(workspace, copies.of_workspace(workspace, Scope.PANEL)[0], Scope.PANEL)
    assert found(workspace, Scope.SERVICE) == ()
    told_before.note(workspace, copies.of_workspace(workspace, Scope.SERVICE)[0], Scope.SERVICE)
    workspace.editor.set("judgement", f"{cases[0]}/2.1.1", "answer", "no")
    (one,) = found(workspace, Scope.SERVICE)
    assert (one.kind, one.section, one.said.partition(" Made")[0]) == (
        Kind.STEP,
        "2.1.1",
        "Now: 11/12. Earlier copy: 12/12.",
    )
    assert found(workspace) == (), "the panel's copy tells it all"
    identifying.allow(workspace, [one], "the service raised that case itself")
    assert found(workspace, Scope.SERVICE) == ()
    for number, small in ((1, True), (2, True), (3, True), (4, False)):
        workspace.editor.set("judgement", f"{cases[number]}/2.1.1", "answer", "no")
        assert bool(found(workspace, Scope.SERVICE)) == small, number + 1
    workspace.add_case("X99", "children")
    assert found(workspace, Scope.SERVICE) == (), "and while one is open nothing is told at all"


def test_earlier_copies_that_told_a_figure_alike_give_one_warning_and_it_is_let_go_once_for_all(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft saved as PDF, for Word and for a browser gave each of its warnings three times."""
    cases = [row.id for row in workspace.case_rows() if row.sample == "children"]
    cases += [workspace.add_case(f"X{n}", "children") for n in range(9)]
    for question in ("2.1.1", "2.1.2"):
        for case in cases:
            workspace.editor.set("judgement", f"{case}/{question}", "answer", "yes")

    seconds = (f"2026-03-10T12:00:{second:02d}Z" for second in range(60))
    monkeypatch.setattr(told_before, "now", lambda: next(seconds))

    def save(times: int) -> None:
        for _ in range(times):
            told_before.note(workspace, copies.of_workspace(workspace, Scope.SERVICE)[0], Scope.SERVICE)

    save(3)
    workspace.editor.set("judgement", f"{cases[0]}/2.1.1", "answer", "no")
    (one,) = found(workspace, Scope.SERVICE)
    identifying.allow(workspace, [one], "the service raised that case itself")
    save(2)  # another set, which told another figure
    assert found(workspace, Scope.SERVICE) == (), "what was let go is not asked for again"
    workspace.editor.set("judgement", f"{cases[1]}/2.1.1", "answer", "no")
    workspace.editor.set("judgement", f"{cases[1]}/2.1.2", "answer", "no")
    told = [(f.section, f.said.partition(" Made")[0]) for f in found(workspace, Scope.SERVICE)]
    assert told == [
        ("2.1.1", "Now: 10/12. Earlier copy: 12/12."),
        ("2.1.1", "Now: 10/12. Earlier copy: 11/12."),
        ("2.1.2", "Now: 11/12. Earlier copy: 12/12."),
    ]


def test_what_stands_on_the_cover_and_in_the_properties_of_the_file_is_looked_at(workspace: Workspace) -> None:
    for field, text in (("notice", "Of JB (15)."), ("marking", "SECRET: M32 0YT")):
        workspace.editor.set("inspection", EntityId("inspection"), field, text)
    where = [(one.section, one.said) for one in found(workspace)]
    assert where == [
        ("Cover and properties of the file", "JB (15)"),
        ("Cover and properties of the file", "M32 0YT"),
    ]


def test_a_section_of_the_report_is_called_by_its_heading_wherever_a_place_of_it_is_listed(
    workspace: Workspace,
) -> None:
    """The window listed “equity-diversity-inclusion: …”."""
    made = write(
        workspace,
        "Mrs Jane Doe said so, and we saw it in many of the cases that we looked at there.",
        "equity-diversity-inclusion",
    )
    assert [(one.section, one.said) for one in found(workspace)] == [
        ("Equity, Diversity and inclusion", "Mrs Jane Doe")
    ]
    (whole,) = [row for row in workspace.findings() if row.id == made]
    twice = [whole, replace(whole, id="again", group="foreword")]
    (told,) = reports.disagreements(workspace.framework, workspace.inspection(), twice)
    assert (told.section, told.right) == ("Foreword", "the same paragraph: Equity, Diversity and inclusion")
    carried = supporting.Offers(workspace).words(support.of_finding(made))
    assert carried.startswith("Equity, Diversity and inclusion: Mrs Jane Doe")
