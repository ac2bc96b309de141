"""A case is never called by what leads to a person, through whichever door it comes; one that has such a reference stays."""

import json
from pathlib import Path

import pytest

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.text.identifying import Kind
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_facts
from inspector_app.core.services.documents import case_lists, exchange
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.results import copies, identifying
from inspector_app.core.services.workspace import Workspace

REFS = ["John Smith (2)", "943.476.5919", "(0161) 496 0000", "AB123456C", "sw1a 1aa"]


def refs(workspace: Workspace) -> list[str]:
    return [case.ref for case in workspace.inspection().cases]


@pytest.mark.parametrize("ref", REFS)
def test_it_is_refused_where_it_is_typed(workspace: Workspace, ref: str) -> None:
    before = refs(workspace)
    with pytest.raises(Expected, match=str(Code.VALUE_INVALID)):
        workspace.add_case(ref, "children")
    with pytest.raises(Expected, match=str(Code.VALUE_INVALID)):
        setting_up.add_cases(workspace, ref, 1, "children")
    case = workspace.add_case("C70", "children")
    with pytest.raises(Expected, match=str(Code.VALUE_INVALID)):
        case_facts.write(workspace, "case", case, "ref", ref)
    assert refs(workspace) == sorted([*before, "C70"])


@pytest.mark.parametrize("ref", REFS)
@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_it_is_refused_where_a_file_would_add_it(workspace: Workspace, tmp_path: Path, ref: str, ending: str) -> None:
    path, before = tmp_path / f"x{ending}", refs(workspace)
    tree = {
        "format": "inspection", "version": 1, "framework": workspace.framework.id, "service": "T",
        "fieldwork": {"start": "2026-03-09"}, "cases": [{"ref": ref, "sample": "children"}],
    }  # fmt: skip
    path.write_text(
        json.dumps(tree) if ending == ".json" else f'case,sample,question,answer,note\n"{ref}",children,2.1.1,yes,\n'
    )
    with pytest.raises(Expected) as refused:
        exchange.import_file(workspace, path)
    assert "a reference is a pseudonym" in str(refused.value.facts["why"])
    assert refs(workspace) == before


@pytest.mark.parametrize("ref", REFS)
def test_and_in_a_list_of_cases(workspace: Workspace, tmp_path: Path, ref: str) -> None:
    path = tmp_path / "l.csv"
    path.write_text(f'Case ref\n"{ref}"\nC71\n')
    listing = case_lists.open_list(path)
    reading = case_lists.read(workspace, listing, case_lists.guess(listing), "children")
    assert [row.case.ref for row in reading.good] == ["C71"]


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx"])
def test_one_that_is_here_already_stays_and_its_export_comes_back_unchanged(
    workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    """A colleague's older program took it: what people wrote on it is not in the way of any exchange."""
    case = workspace.add_case("C72", "children")
    workspace.editor.set("case", case, "ref", "John Smith")
    path = tmp_path / f"own{ending}"
    exchange.export(workspace, path)
    assert exchange.import_file(workspace, path).changes == 0


@pytest.mark.parametrize("filled", [False, True])
def test_before_its_pack_is_saved_one_is_asked(workspace: Workspace, filled: bool) -> None:
    case = workspace.add_case("C72", "children")
    workspace.editor.set("case", case, "ref", "sw1a 1aa")
    (found,) = identifying.in_packs(workspace, [case], filled)
    assert (found.kind, found.said) == (Kind.POSTCODE, "sw1a 1aa")
    identifying.allow(workspace, [found], "renamed tomorrow")
    assert identifying.in_packs(workspace, [case], filled) == ()


@pytest.mark.parametrize(("scope", "asked"), [(Scope.PANEL, True), (Scope.LEAD, True), (Scope.SERVICE, False)])
def test_before_a_draft_that_prints_it_is_saved_one_is_asked_once_for_draft_and_pack(
    workspace: Workspace, scope: Scope, *, asked: bool
) -> None:
    """The record of the inspection has every case by its reference."""
    case = workspace.add_case("C72", "children")
    workspace.editor.set("case", case, "ref", "Jo Bloggs")
    inspection, copy = copies.of_workspace(workspace, scope)
    found = identifying.in_report(workspace, copy, inspection)
    assert [(one.kind, one.said) for one in found] == [(Kind.NAME, "Jo Bloggs")] * asked
    told = identifying.in_document(workspace.framework, workspace.inspection(), copy)
    assert [one.said for one in told] == ["Jo Bloggs"] * asked
    identifying.allow(workspace, found, "renamed tomorrow")
    assert identifying.in_report(workspace, copy, inspection) == ()
    assert bool(identifying.in_packs(workspace, [case], filled=False)) is not asked


def test_a_word_that_may_be_a_surname_comes_in_by_a_list_and_is_pointed_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "l.csv"
    path.write_text("Case ref\nOkafor\nC71\n")
    listing = case_lists.open_list(path)
    reading = case_lists.read(workspace, listing, case_lists.guess(listing), "children")
    assert [row.case.ref for row in reading.good] == ["Okafor", "C71"]
    assert [(w.row, "may be somebody’s name" in w.why) for w in reading.warnings] == [(2, True)]
