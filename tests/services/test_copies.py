"""Each copy of the draft findings tells what it is for, and no word of what another alone may tell: metadata included."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from inspector_app.core.domain.draft.copies import SAID, Scope, outward
from inspector_app.core.domain.fields import ENTITIES, Kind
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer, PanelDecision
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.cases import reviews
from inspector_app.core.services.results import copies, findings, reports
from inspector_app.core.services.workspace import Workspace
from tests.services.test_every_field import Filled

NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
# What is written where no copy may tell it, or only that of the lead: (entity, id, field) -> its canary.
OF_THE_LEAD = "CanaryComment"
OF_NOBODY = ("CanaryConcern", "CanaryNote", "CanaryRationale", "CanaryHeard", "CanarySource")
OF_THE_PANEL = ("CanaryPanel", "CanaryGiven", "C01", "2.1.1 Does", "Fingerprint of the data")


@pytest.fixture
def marked(workspace: Workspace) -> Workspace:
    """An inspection with a canary in each private scope, and something written for everybody."""
    case = workspace.case_id("C01")
    given = {
        ("concern", "a", "what"): "CanaryConcern", ("concern", "a", "case"): case,
        ("prompt", f"{case}/2.1.1/a", "note"): "CanaryNote", ("prompt", f"{case}/2.1.1/a", "answer"): "yes",
        ("judgement", f"{case}/2.1.1", "answer"): "yes", ("judgement", f"{case}/2.1.1", "rationale"): "CanaryRationale",
        ("interview", f"{case}/x", "role"): "case manager", ("interview", f"{case}/x", "note"): "CanaryHeard",
        ("source", "s", "kind"): "meeting", ("source", "s", "title"): "CanarySource", ("source", "s", "note"): "CanarySource",
        ("rating", "1.1", "rating"): "Good", ("rating", "1.1", "rationale"): "CanaryGiven",
        ("panel", "1.1", "to"): "Outstanding", ("panel", "1.1", "reason"): "CanaryPanel",
    }  # fmt: skip
    workspace.editor.do(EntityId("a"), [Edit(e, EntityId(i), field, value) for (e, i, field), value in given.items()])
    reviews.comment(workspace, case, f"{case}/2.1.1", OF_THE_LEAD)
    text = findings.add_finding(workspace, "foreword", "narrative")
    workspace.editor.do(EntityId(text), [Edit("finding", EntityId(text), "text", "For everybody.")])
    return workspace


def told(workspace: Workspace, scope: Scope) -> str:
    """Everything that the PDF of a copy holds: its pages, its outline, what it says of itself, every stream."""
    inspection, copy = copies.of_workspace(workspace, scope)
    made = reports.draft_findings(workspace.framework, inspection, NOW, copy=copy)
    reader = PdfReader(io.BytesIO(made))
    pages = [page.extract_text() for page in reader.pages]
    assert all(" ".join(str(SAID[scope]).split()) in " ".join(page.split()) for page in pages), (
        "it says which copy it is"
    )
    objects = [reader.get_object(number) for numbers in reader.xref.values() for number in numbers]
    streams = [thing.get_data().decode("latin-1") for thing in objects if isinstance(thing, StreamObject)]
    assert len(streams) > len(pages)
    return " ".join([*pages, str(reader.metadata), *map(repr, objects), *streams]).replace("\n", " ")


def test_the_service_is_told_nothing_that_is_the_panels_or_the_leads(marked: Workspace) -> None:
    said = told(marked, Scope.SERVICE)
    assert [canary for canary in (OF_THE_LEAD, *OF_NOBODY, *OF_THE_PANEL) if canary in said] == []
    assert "For everybody." in said
    assert "Professional discretion was applied" in said, "as in print: without its reason"


def test_the_panel_is_told_all_but_comments_and_notes(marked: Workspace) -> None:
    said = told(marked, Scope.PANEL)
    assert [canary for canary in (OF_THE_LEAD, *OF_NOBODY) if canary in said] == []
    assert [canary for canary in OF_THE_PANEL if canary not in said] == []


def test_the_lead_is_told_the_comments_too(marked: Workspace) -> None:
    said = told(marked, Scope.LEAD)
    assert [canary for canary in OF_NOBODY if canary in said] == []
    assert [canary for canary in (OF_THE_LEAD, *OF_THE_PANEL) if canary not in said] == []


def test_what_the_services_copy_is_made_from_holds_nothing_private(marked: Workspace) -> None:
    inspection, copy = copies.of_workspace(marked, Scope.SERVICE)
    held = repr((inspection, copy))
    assert [canary for canary in (OF_THE_LEAD, *OF_NOBODY, "CanaryPanel", "CanaryGiven", "C01") if canary in held] == []
    assert outward(marked.inspection()) == replace(inspection, cases=inspection.cases), "read or taken out: the same"
    draft = replace(marked.inspection(), panel=(PanelDecision("2.1", "Good", " "),))
    assert outward(draft).panel == (), "a decision without its reason stays a draft"


def test_no_personal_field_and_nothing_of_what_is_the_inspectorates_own_reaches_the_service(
    workspace: Workspace,
) -> None:
    filled = Filled(workspace)
    personal = [(e.code, f) for e in ENTITIES.values() for f in e.fields if f.personal]
    for entity, field in personal:
        if field.kind is Kind.TEXT:
            filled.given[entity, field.code] = "ZebraFish"
    filled.fill(*ENTITIES.values())
    held = repr(copies.of_workspace(workspace, Scope.SERVICE))
    own = (
        "ZebraFish",
        "comment-",
        "concern-",
        "event-",
        "second",
        "prompt-",
        "score-",
        "bearing-",
        "panel-reason",
        "panel-members",
        "panel-interests",
        "review-",
    )
    assert [sign for sign in own if sign in held] == []
    assert "finding-text" in held
    assert len(personal) > 15


def test_small_numbers_of_cases_are_told_to_nobody_outside(workspace: Workspace) -> None:
    assert sum(case.sample == "children" for case in workspace.case_rows()) < 5
    for row in workspace.case_rows():
        if row.sample == "children":
            item = EntityId(f"{row.id}/2.1.1")
            workspace.editor.do(item, [Edit("judgement", item, "answer", Answer.YES.value)])
    panel, service = told(workspace, Scope.PANEL), told(workspace, Scope.SERVICE)
    assert "100%" in panel
    assert "100%" not in service
    assert "has fewer than five cases: not all are judged yet." in " ".join(service.split())
