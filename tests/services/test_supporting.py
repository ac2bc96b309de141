"""What carries the texts: linked, in documents and packages, printed for the panel and the lead, and never outward."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.draft.copies import Scope, outward
from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Inspection, Support
from inspector_app.core.domain.live_figures import in_words
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import document
from inspector_app.core.services import frameworks
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import evidence
from inspector_app.core.services.results import copies, findings, reports, supporting
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read
from inspector_app.ui.errors import sentence
from tests.services.colleagues import Team

NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
CANARY = "CanarySentence that was rewritten since."


def text(workspace: Workspace, words: str, entity: str = "finding", **more: str) -> str:
    made = (
        findings.add_finding(workspace, "2.1", "narrative")
        if entity == "finding"
        else findings.add_recommendation(workspace, "The board")
    )
    edits = [Edit(entity, EntityId(made), field, value) for field, value in {"text": words, **more}.items()]
    workspace.editor.do(made, edits)
    return made


@pytest.fixture
def linked(workspace: Workspace) -> Workspace:
    """A finding of two sentences, the first on a case, an answer and a source; a recommendation that rests on the finding."""
    case = workspace.case_id("C01")
    source = evidence.add(workspace, "meeting", "Board of March")
    found = text(workspace, "First is so. Second is so.")
    asked = text(workspace, "do better", "recommendation", priority="high", due="2026-09-01")
    for on in (support.of_case(case), support.of_answer(case, "2.1.1", "a"), support.of_source(source)):
        supporting.link(workspace, found, on, "First is so.")
    supporting.link(workspace, found, support.of_source(source), CANARY)
    supporting.link(workspace, asked, support.of_finding(found))
    previous = findings.add_previous(workspace, "The CanaryBoard")
    workspace.editor.do(previous, [
        Edit("previous", EntityId(previous), field, value)
        for field, value in {"text": "do well", "outcome": "partly", "note": "CanaryWord of it."}.items()
    ])  # fmt: skip
    return workspace


def test_a_link_is_made_once_and_undone_as_a_step_of_its_own(linked: Workspace) -> None:
    (row,) = linked.findings()
    before = len(supporting.links(linked)[row.id])
    supporting.link(linked, row.id, support.of_case(linked.case_id("C01")), "First  is so.")
    assert len(supporting.links(linked)[row.id]) == before, "the same sentence typed with other spaces"
    supporting.link(linked, row.id, support.of_case(linked.case_id("C01")), "Second is so.")
    assert len(supporting.links(linked)[row.id]) == before + 1
    linked.editor.undo("finding", row.id)
    assert len(supporting.links(linked)[row.id]) == before
    one = supporting.links(linked)[row.id][0]
    supporting.unlink(linked, one.id)
    assert one not in supporting.links(linked)[row.id]
    assert linked.problems() == []


def test_a_recommendation_rests_on_its_findings_and_their_cases(linked: Workspace) -> None:
    (row,) = linked.recommendations()
    assert (row.priority, row.due) == ("high", "2026-09-01")
    assert supporting.resting(row.id, supporting.links(linked)) == supporting.Resting(findings=1, cases=1)


def test_sentences_without_evidence_and_evidence_without_a_sentence_are_listed(linked: Workspace) -> None:
    links = supporting.links(linked)
    gaps = supporting.unsupported(linked.findings(), links)
    assert [sentence.words for _, sentence in gaps] == ["Second is so."]
    assert supporting.unsupported(linked.recommendations(), links, whole=True) == []
    case = linked.case_id("C01")
    linked.editor.set("prompt", f"{case}/2.1.2/b", "note", "Strength: the child was heard.\nMore.")
    linked.editor.set("prompt", f"{case}/2.1.1/a", "note", "Strength: linked already.")
    linked.editor.set("prompt", f"{case}/2.1.2/c", "note", "Not marked.")
    found = supporting.unused(linked, "2.1", links)
    assert [(one.on, one.words) for one in found] == [(support.of_answer(case, "2.1.2", "b"), "C01 · 2.1.2 b")]
    assert "the child was heard" in found[0].said
    supporting.link(linked, linked.findings()[0].id, found[0].on, "Second is so.")
    assert supporting.unused(linked, "2.1", supporting.links(linked)) == []


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("> “They asked. I said no.” (child)", True),
        ("> “They asked.", True),
        ("He was heard by all.", False),
        ("", False),
    ],
)
def test_a_quotation_that_is_used_uses_nothing_else_of_its_note(
    workspace: Workspace, sentence: str, left: bool
) -> None:
    """What was marked beside it was listed no more."""
    item = f"{workspace.case_rows()[0].id}/2.1.1/a"
    note = "Quotation: “They asked. I said no.” (child)\nStrength: He was heard."
    workspace.editor.set("prompt", item, "note", note)
    (found,) = supporting.unused(workspace, "2.1", {})
    links = {"t": [Link("t/1", found.on, sentence)]}
    assert supporting.unused(workspace, "2.1", links) == ([found] if left else [])


def test_a_source_that_bears_on_the_standard_is_evidence_until_a_sentence_rests_on_it(workspace: Workspace) -> None:
    source = evidence.add(workspace, "meeting", "Board")
    evidence.link(workspace, source, "1.1.1a")
    assert [one.on for one in supporting.unused(workspace, "1.1", {})] == [support.of_source(source)]
    assert supporting.unused(workspace, "2.1", {}) == []


def test_what_was_marked_as_strong_is_shown_and_not_what_else_the_note_begins_with(workspace: Workspace) -> None:
    """The quotations above it were listed a second time, and of what was strong nothing was to be seen."""
    item = f"{workspace.case_rows()[0].id}/2.1.1/a"
    note = (
        "We met.\nQuotation: “They asked.” (child)\nStrength: He was heard.\nArea for improvement: The plan was late."
    )
    workspace.editor.set("prompt", item, "note", note)
    (found,) = supporting.unused(workspace, "2.1", {})
    assert found.said == "Strength: He was heard. · Area for improvement: The plan was late."
    assert found.passages == ("He was heard.", "The plan was late.")


def test_what_is_typed_narrows_what_is_offered_and_the_standards_own_comes_first(linked: Workspace) -> None:
    offers = supporting.Offers(linked)
    case = linked.case_id("C01")
    assert offers.matching("", "2.1", findings=False)[0].on == support.of_case(case)
    assert offers.matching("c01 2.1.2 b", "2.1", findings=False)[0].words == "C01 · 2.1.2 b"
    assert [one.words for one in offers.matching("board", "2.1", findings=False)] == ["Board of March"]
    assert offers.matching("", "2.1", findings=True)[0].words == "2.1: First is so. Second is so."
    assert offers.matching("zebra", "2.1", findings=True) == []
    text = linked.findings()[0].id
    linked.editor.set("finding", text, "text", "Well informed in [=2.1.1].")
    read = supporting.Offers(linked, lambda text: in_words(text, {"2.1.1": "4 of 5 (80%)"}))
    assert read.matching("80", "2.1", findings=True)[0].words == "2.1: Well informed in 4 of 5 (80%)."


def test_a_document_carries_links_recommendations_and_the_last_inspection_out_and_in(
    linked: Workspace, tmp_path: Path, make_workspace: object
) -> None:
    exchange.export(linked, tmp_path / "one.json")
    tree = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    (found,), (asked,) = tree["findings"], tree["recommendations"]
    assert {"sentence": "First is so.", "case": "C01", "question": "2.1.1", "prompt": "a"} in found["rests_on"]
    assert {"sentence": "First is so.", "source": 1} in found["rests_on"]
    assert asked == {
        "to": "The board", "text": "do better", "priority": "high", "due": "2026-09-01", "rests_on": [{"finding": 1}],
    }  # fmt: skip
    assert tree["previous"] == [
        {"to": "The CanaryBoard", "text": "do well", "outcome": "partly", "note": "CanaryWord of it."}
    ]
    other = make_workspace("Trafford")  # type: ignore[operator]
    for _ in range(2):  # a second time adds nothing
        exchange.import_file(other, tmp_path / "one.json")
        exchange.export(other, tmp_path / "two.json")
        there = json.loads((tmp_path / "two.json").read_text(encoding="utf-8"))
        assert [there[key] for key in ("findings", "recommendations", "previous", "sources")] == [
            tree[key] for key in ("findings", "recommendations", "previous", "sources")
        ]
    assert other.problems() == []


@pytest.mark.parametrize(
    ("rests_on", "path"),
    [
        ({"case": "C99"}, "case"), ({"source": 2}, "source"), ({"finding": 3}, "finding"),
        ({"case": "C01", "question": "9.9.9"}, "question"), ({"case": "C01", "question": "2.1.1", "prompt": "zz"}, "prompt"),
        ({"sentence": "of nothing"}, ""), ({"case": "C01", "prompt": "a"}, ""),
    ],
)  # fmt: skip
def test_a_document_that_rests_on_what_is_not_there_is_refused_with_its_place(
    linked: Workspace, tmp_path: Path, rests_on: dict[str, object], path: str
) -> None:
    exchange.export(linked, tmp_path / "one.json")
    tree = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    tree["findings"][0]["rests_on"] = [rests_on]
    with pytest.raises(Expected) as refused:
        document.read(json.dumps(tree), "one.json", frameworks.find)
    assert refused.value.code is Code.DOCUMENT_INVALID
    assert str(refused.value.facts["path"]).startswith(f"$.findings[0].rests_on[0]{'.' + path if path else ''}")


def test_links_made_on_two_laptops_meet_and_equal_ones_are_one(people: Team) -> None:
    lead, bob = people.lead, people.colleague("Bob")
    made = text(lead, "One is so.")
    people.exchange()
    case = support.of_case(lead.case_id("C01"))
    supporting.link(lead, made, case, "One is so.")
    supporting.link(bob, made, case, "One is so.")
    supporting.link(bob, made, support.of_answer(lead.case_id("C01"), "2.1.1"), "One is so.")
    people.exchange()
    both = [sorted(one.on for one in supporting.links(laptop)[made]) for laptop in (lead, bob)]
    assert both[0] == both[1] == sorted([case, support.of_answer(lead.case_id("C01"), "2.1.1")])


# out


def _words(workspace: Workspace, scope: Scope) -> str:
    inspection, copy = copies.of_workspace(workspace, scope)
    made = reports.draft_findings(workspace.framework, inspection, NOW, copy=copy, ending=".html")
    return made.decode("utf-8")


PRIVATE = (
    "CanarySentence",
    "CanaryBoard",
    "CanaryWord",
    "1 September 2026",
    "Priority, deadline and what each rests on",
)


def test_nothing_that_texts_rest_on_leaves_in_the_copy_of_the_service(linked: Workspace) -> None:
    said = _words(linked, Scope.SERVICE)
    assert [word for word in PRIVATE if word in said] == []
    assert "do better" in said
    inspection, _ = copies.of_workspace(linked, Scope.SERVICE)
    assert _bare(inspection)
    assert _bare(outward(linked.inspection()))
    assert not _bare(linked.inspection())


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".odt", ".xlsx"])
def test_nothing_of_it_is_in_any_format_of_the_services_copy(linked: Workspace, ending: str) -> None:
    """Read whole: every part of an archive, metadata too; of the PDF every page, the outline and its metadata."""
    copy = copies.of_workspace(linked, Scope.SERVICE)
    made = reports.draft_findings(linked.framework, copy[0], NOW, copy=copy[1], ending=ending)
    if ending == ".pdf":
        pdf = PdfReader(io.BytesIO(made))
        said = "".join(page.extract_text() for page in pdf.pages) + str(pdf.metadata) + str(pdf.outline)
    else:
        with zipfile.ZipFile(io.BytesIO(made)) as parts:
            said = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert "do better" in said or ending == ".xlsx"
    assert [word for word in PRIVATE if word in said] == []


def _bare(inspection: Inspection) -> bool:
    texts = (*inspection.findings, *inspection.recommendations)
    return (
        not any(text.rests_on for text in texts)
        and not inspection.previous
        and not any(r.priority or r.due for r in inspection.recommendations)
    )


@pytest.mark.parametrize("scope", [Scope.PANEL, Scope.LEAD])
def test_panel_and_lead_are_told_priority_deadline_findings_cases_and_the_last_inspections(
    linked: Workspace, scope: Scope
) -> None:
    said = _words(linked, scope)
    assert [word for word in PRIVATE[1:] if word not in said] == []
    assert "High" in said
    assert "2.1 narrative" in said
    assert "0 of 1 recommendation is done." in said
    assert "Partly done" in said
    assert "CanarySentence" not in said, "a sentence is named in no copy"
    text = " ".join(re.sub(r"<[^>]*>", " ", said).split())
    annexe = text.rindex("Annexe: record of the inspection")
    assert text.index("do better") < text.rindex(PRIVATE[-1]) < text.rindex("1 September 2026") < annexe, "with them"


def test_recommendations_of_the_last_inspection_come_as_they_read_there(workspace: Workspace, tmp_path: Path) -> None:
    """A live figure came as what it is of, and said of the last inspection what was found in this one."""
    last = json.loads(exchange.sample_document().read_text("utf-8"))
    last["recommendations"] = [
        {"to": "The board", "text": "raise it from [=2.1.1 percent]^[As told.]; [=2.1.2|9 of 15|then]"}
    ]
    path = tmp_path / "last.json"
    path.write_text(json.dumps(last), "utf-8")
    made = findings.recommended_in(workspace, path)
    assert [one.text for one in made] == ["raise it from 80%; 9 of 15"]


def test_what_acts_in_a_recommendation_of_the_last_inspection_is_read_in_its_table(workspace: Workspace) -> None:
    """It stood there as it was typed, between its signs."""
    item = EntityId(findings.add_previous(workspace, "The board"))
    workspace.editor.set("previous", item, "text", "raise it from [=2.1.1|1 of 2 (50%)|then]^[As told.]")
    workspace.editor.set("previous", item, "note", "It is [=2.1.2|1 of 4 (25%)|then] now.^[Seen.]")
    inspection, copy = copies.of_workspace(workspace, Scope.PANEL)
    made = reports.draft_findings(workspace.framework, inspection, NOW, copy=copy, ending=".html").decode()
    said = re.sub(r"<[^>]*>", "", made)
    assert "raise it from 1 of 2 (50%)" in said
    assert "It is 1 of 4 (25%) now." in said
    assert "^[" not in said


def test_an_inspection_document_gives_the_recommendations_of_the_last_inspection(
    workspace: Workspace, tmp_path: Path
) -> None:
    last = exchange.sample_document()
    made = findings.recommended_in(workspace, last)
    assert findings.take_previous(workspace, made) == 7
    assert findings.take_previous(workspace, made) == 0, "what stands there is not added again"
    rows = workspace.previous()
    assert [row.position for row in rows] == list(range(1, 8))
    assert rows[0].group == "The Trafford Youth Justice Service"


def test_blind_marking_keeps_links_with_its_case_out_of_what_the_marker_reads(linked: Workspace) -> None:
    given = linked.inspection().findings[0].rests_on
    case = linked.case_id("C01")
    assert Support("First is so.", case) in given
    with linked.database.read() as connection:
        hidden = read.inspection(connection, linked.framework.id, {case})
    assert [one.case for one in hidden.findings[0].rests_on if one.case] == []


def _last(recommendations: list[dict[str, str]]) -> bytes:
    about = {"format": "inspection", "version": 1, "framework": "yos-2018", "service": "Wexborough"}
    days = {"fieldwork": {"start": "2021-03-01"}, "recommendations": recommendations}
    return json.dumps(about | days).encode()


HOSTILE = {
    "deep": b"[" * 3_000_000,
    "deep in a list": b'{"format": "inspection", "version": 1, "team": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "another encoding": _last([]).decode().encode("utf-16"),
    "bytes": bytes(range(256)) * 100,
    "unknown framework": _last([]).replace(b"yos-2018", b"nowhere-1"),
    "no list": _last([]).replace(b"[]", b'"all"'),
    "too many": _last([{"to": "The board", "text": f"Do {n}"} for n in range(5000)]),
    "half a character": _last([{"to": "The board", "text": "\ud800"}]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_of_the_last_inspection_is_refused_with_a_sentence(
    name: str, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "last.json").write_bytes(HOSTILE[name])
    with pytest.raises(Expected) as refused:
        findings.recommended_in(workspace, tmp_path / "last.json")
    assert "last.json" in sentence(refused.value) or refused.value.code is Code.FRAMEWORK_UNKNOWN


def test_a_document_that_is_too_large_is_not_read(workspace: Workspace, tmp_path: Path) -> None:
    with (tmp_path / "last.json").open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(Expected) as refused:
        findings.recommended_in(workspace, tmp_path / "last.json")
    assert refused.value.code is Code.FILE_TOO_LARGE


def test_a_recommendation_that_stands_there_a_thousand_times_is_taken_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "last.json").write_bytes(_last([{"to": "The board", "text": "Do it", "due": "9999-12-31"}] * 1000))
    made = findings.recommended_in(workspace, tmp_path / "last.json")
    assert findings.take_previous(workspace, made) == 1


def test_reading_the_document_of_the_last_inspection_can_be_cancelled(workspace: Workspace) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Cancelled):
        findings.recommended_in(workspace, exchange.sample_document(), ticket)
