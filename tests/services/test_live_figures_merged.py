"""A figure that is asked for on one laptop and changed on another reads right in every format after a hand-off."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from odfdo import Document as OpenDocument
from pypdf import PdfReader

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.results import copies, findings, reports, sealing
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


@pytest.fixture
def team(workspace: Workspace, tmp_path: Path) -> Iterator[Team]:
    found = Team(workspace, tmp_path)
    yield found
    found.close()


def answer(workspace: Workspace, case: str, said: Answer) -> None:
    item = EntityId(f"{workspace.case_id(case)}/2.1.1")
    workspace.editor.do(item, [Edit("judgement", item, "answer", said.value)])


def write(workspace: Workspace, text: str) -> None:
    made = findings.add_finding(workspace, "2.1", "narrative")
    workspace.editor.set("finding", EntityId(made), "text", text)


def told(workspace: Workspace, ending: str) -> str:
    inspection, copy = copies.of_workspace(workspace, Scope.PANEL)
    made = reports.draft_findings(workspace.framework, inspection, NOW, copy=copy, ending=ending)
    if ending == ".pdf":
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    elif ending == ".docx":
        body = Document(io.BytesIO(made)).element.body
        text = "".join(node.text or "" for node in body.iter() if str(node.tag).endswith("}t"))
    elif ending == ".odt":
        text = OpenDocument(io.BytesIO(made)).body.text_recursive
    else:
        text = made.decode()
    return "".join(text.split())


@pytest.mark.parametrize(("ending", "first", "last"), [
    (".pdf", "", ""), (".docx", "", ""), (".odt", "", ""), (".html", '<datavalue="2.1.1">', "</data>"),
])  # fmt: skip
def test_a_figure_changed_on_another_laptop_reads_right(team: Team, ending: str, first: str, last: str) -> None:
    lead = team.lead
    answer(lead, "C01", Answer.YES)
    other = team.colleague("Noor")
    write(lead, "Seen in [=2.1.1] cases.")
    assert f"Seenin{first}1of1(100%){last}cases." in told(lead, ending)
    answer(other, "C02", Answer.NO)
    team.exchange()
    for workspace in (lead, other):
        assert f"Seenin{first}1of2(50%){last}cases." in told(workspace, ending)


def test_once_sealed_a_figure_stands_as_sealed_on_both_laptops(team: Team, tmp_path: Path) -> None:
    lead = team.lead
    answer(lead, "C01", Answer.YES)
    other = team.colleague("Noor")
    write(lead, "Seen in [=2.1.1] cases.")
    sealing.seal(lead, tmp_path / "record.json")
    assert sealing.figures(lead)["2.1.1"] == "1 of 1 (100%)"
    answer(other, "C02", Answer.NO)
    team.exchange()
    for workspace in (lead, other):
        said = told(workspace, ".docx")
        assert "Seenin1of1(100%)" in said
        assert "Thisfigureisthatofthesealedratings.Thedatanowgive:1of2(50%)." in said
