"""A figure that is asked for on one laptop and changed on another reads right in every format after a hand-off."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from odfdo import Document as OpenDocument
from openpyxl import load_workbook
from pypdf import PdfReader

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.results import copies, findings, reports, sealing
from inspector_app.core.services.workspace import Workspace
from tests.report.test_formats import feet_of, read_docx
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

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
        text = "".join((read_docx(made), *feet_of(ending, made)))
    elif ending == ".odt":
        text = OpenDocument(io.BytesIO(made)).body.text_recursive
    else:
        text = made.decode()
    return "".join(text.split())


IN_TEXT = {".pdf": ("", ""), ".docx": ("", ""), ".odt": ("", ""), ".html": ('<datavalue="2.1.1">', "</data>")}


def annexe(workspace: Workspace) -> list[str]:
    """What the workbook says of the key question: Yes, of, per cent."""
    inspection, copy = copies.of_workspace(workspace, Scope.PANEL)
    made = reports.draft_findings(workspace.framework, inspection, NOW, copy=copy, ending=".xlsx")
    sheets = load_workbook(io.BytesIO(made)).worksheets
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
    of = next(row for row in rows if any(str(cell).startswith("2.1.1") for cell in row) and row.count(None) < 2)
    return [str(cell) for cell in of if isinstance(cell, int | float) or str(cell).endswith("%")]


def test_a_figure_changed_on_another_laptop_and_merged_reads_right_in_every_format(team: Team) -> None:
    lead = team.lead
    answer(lead, "C01", Answer.YES)
    other = team.colleague("Noor")
    write(lead, "Seen in [=2.1.1] cases.")
    for ending, (first, last) in IN_TEXT.items():
        assert f"Seenin{first}1of1(100%){last}cases." in told(lead, ending), ending
    before = annexe(lead)
    answer(other, "C02", Answer.NO)
    team.exchange()
    for workspace in (lead, other):
        for ending, (first, last) in IN_TEXT.items():
            assert f"Seenin{first}1of2(50%){last}cases." in told(workspace, ending), ending
    print(before, annexe(lead))
    assert annexe(lead) == annexe(other) != before
    assert {*IN_TEXT, ".xlsx"} == set(reports.ENDINGS), "no format is left out"


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
        assert "Thisfigureisfromthesealedratings.Thedatanowgive:1of2(50%)." in said
