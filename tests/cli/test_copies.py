"""The command makes each copy of the draft findings, of a workspace and of a document, and names it on every page."""

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.draft.copies import SAID, Scope
from inspector_app.core.services.results import told_before
from tests.cli.conftest import SAMPLE


@pytest.mark.parametrize("scope", Scope)
def test_each_copy_is_made_of_a_workspace_and_of_a_document(scope: Scope, run: Any, trafford: Path) -> None:
    for source in (trafford, SAMPLE):
        let_go = ("--allow", "printed in the published report")  # two children came to the board
        assert run("report", source, "-o", "out.pdf", "--scope", scope.value, *let_go).status == 0
        pages = [" ".join(page.extract_text().split()) for page in PdfReader("out.pdf").pages]
        assert all(str(SAID[scope]) in page for page in pages)
        assert any("Annexe: record" in page for page in pages) == (scope is not Scope.SERVICE)


def test_what_a_copy_told_is_noted_only_where_it_was_written(
    run: Any, trafford: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name in a folder that is not there was refused, and the next copy was compared with one that nobody had."""
    noted: list[Path] = []
    monkeypatch.setattr(told_before, "note", lambda *_: noted.extend(tmp_path.rglob("*.docx")))
    made = ("report", trafford, "--scope", "service", "--allow", "for the test")
    assert run(*made, "-o", tmp_path / "none" / "out.docx").status == 3
    assert noted == []
    assert run(*made, "-o", tmp_path / "out.docx").status == 0
    assert noted == [tmp_path / "out.docx"]


def test_another_scope_is_wrong_usage(run: Any, trafford: Path) -> None:
    assert run("report", trafford, "-o", "out.pdf", "--scope", "public").status == 2


def test_what_disagrees_with_the_data_is_listed_and_the_draft_is_made(run: Any, desk: Path, tmp_path: Path) -> None:
    document = tmp_path / "changed.json"
    said = SAMPLE.read_text(encoding="utf-8").replace("The YJS had established", "In 14 of 15 cases the YJS had", 1)
    document.write_text(said, encoding="utf-8")
    made = run("report", document, "-o", "out.pdf")
    assert made.status == 0
    assert made.out.count("2.1: “14 of 15 cases”; 2.1.1 is 12 of 15 (80%) and 2.1.2 is 9 of 15 (60%)") == 1
    assert Path("out.pdf").exists()


def test_a_text_of_a_section_goes_into_a_workspace_and_out_again_and_is_printed_there(
    run: Any, desk: Path, tmp_path: Path
) -> None:
    text = {"standard": "participation", "kind": "narrative", "text": "Children were heard.\n> “Great communication.”"}
    tree = json.loads(SAMPLE.read_text(encoding="utf-8"))
    (tmp_path / "in.json").write_text(json.dumps({**tree, "findings": [text]}), encoding="utf-8")
    new = ("new", "b.inspection", "--framework", "iyjwcv-2025", "--service", "Trafford", "--start", "2025-03-24")
    assert run(*new).status == 0
    assert run("import", tmp_path / "in.json", "--into", "b.inspection").status == 0
    assert run("export b.inspection -o b.json").status == 0
    assert json.loads(Path("b.json").read_text(encoding="utf-8"))["findings"] == [text]
    assert run("report b.inspection -o b.pdf --scope service").status == 0
    said = " ".join(" ".join(page.extract_text() for page in PdfReader("b.pdf").pages).split())
    assert "Participation of children and their parents or carers Children were heard. “Great communication.”" in said
