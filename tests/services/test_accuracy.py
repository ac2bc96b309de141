"""Factual accuracy: points come in, are decided with a reason, and signed off by somebody who judged nothing of them."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.panel.accuracy import KINDS, Decision, PointRow
from inspector_app.core.domain.returned.difference import Said
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.report.reply import Answer, compose
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import accuracy, copies, findings, reports
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team
from tests.services.test_finding import find

pytestmark = pytest.mark.usefixtures("no_backups")

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)
REASON = "The log shows checks from 3 February."


def only(workspace: Workspace) -> PointRow:
    (row,) = accuracy.rows(workspace)
    return row


@pytest.fixture
def point(workspace: Workspace) -> str:
    """A point on a text that the lead wrote."""
    made = findings.add_finding(workspace, "2.1", "narrative")
    workspace.editor.set("finding", made, "text", "Checks were not made.")
    return accuracy.add(workspace, "Checks are made.", about=f"finding/{made}", quoted="were not made")


def refused(act: Callable[[], object]) -> Code:
    with pytest.raises(Expected) as caught:
        act()
    return caught.value.code


def test_a_decision_has_its_reason(workspace: Workspace, point: str) -> None:
    assert refused(lambda: accuracy.decide(workspace, point, "slip", "accepted", "  ")) is Code.VALUE_INVALID
    assert not only(workspace).decided
    accuracy.decide(workspace, point, "slip", "accepted", REASON)
    row = only(workspace)
    assert (row.decided, row.decision, row.signed_off) == (True, Decision.ACCEPTED, False)
    workspace.editor.undo("point", point)
    assert not only(workspace).decided


def test_who_decided_or_wrote_the_text_cannot_sign_and_a_third_person_can(people: Team, point: str) -> None:
    lead = people.lead
    ben, cai = people.colleague("Ben"), people.colleague("Cai")
    people.exchange()
    accuracy.decide(ben, point, "fact", "partly", REASON)
    assert refused(lambda: accuracy.sign(ben, point)) is Code.POINT_OWN  # decided
    people.exchange()
    assert refused(lambda: accuracy.sign(lead, point)) is Code.POINT_OWN  # wrote the text
    accuracy.sign(cai, point)
    people.exchange()
    assert [only(w).signed_off for w in people.workspaces] == [True] * 3
    accuracy.decide(ben, point, "fact", "not", REASON)  # what was signed is not what stands now
    assert not only(ben).signed_off


def test_a_signature_of_ones_own_does_not_count_wherever_it_was_written(people: Team, point: str) -> None:
    ben = people.colleague("Ben")
    people.exchange()
    accuracy.decide(ben, point, "slip", "accepted", REASON)
    digest = only(ben).digest
    ben.editor.do(point, [Edit("point", EntityId(point), "signed", digest)])  # past the service
    people.exchange()
    assert not only(people.lead).signed_off


def test_two_decisions_made_apart_are_contested_and_the_point_is_open(people: Team, point: str) -> None:
    ben, cai = people.colleague("Ben"), people.colleague("Cai")
    people.exchange()
    accuracy.decide(ben, point, "slip", "accepted", REASON)
    accuracy.decide(cai, point, "slip", "not", REASON)
    people.exchange()
    for workspace in people.workspaces:
        row = only(workspace)
        assert "decision" in row.contested
        assert not row.decided


def test_a_new_point_has_the_last_number(workspace: Workspace) -> None:
    said = [f"Point {n}." for n in range(12)]
    for words in said:
        accuracy.add(workspace, words)
    assert [row.said for row in accuracy.rows(workspace)] == said


def test_nothing_undecided_is_signed(workspace: Workspace, point: str) -> None:
    assert refused(lambda: accuracy.sign(workspace, point)) is Code.POINT_OPEN


def test_the_effect_on_text_and_ratings_is_shown(workspace: Workspace, point: str) -> None:
    row = only(workspace)
    text = row.entity[1]
    workspace.editor.set("finding", text, "text", "Checks were not made before February.")
    workspace.editor.set("rating", "1.1", "rating", "Good")
    row = only(workspace)
    assert (row.before, row.now) == ("Checks were not made.", "Checks were not made before February.")
    assert ("1.1", "", "Good") in accuracy.effects(workspace, [row])[0]


def left(workspace: Workspace) -> list[tuple[str, str, str]]:
    return [(one.entity, one.said, one.right) for one in accuracy.left_as_they_were(workspace)]


@pytest.mark.parametrize(
    ("decision", "then", "told"),
    [
        ("accepted", "Checks were not made.", "point 1 is accepted, and the text reads as it did when it came in"),
        (
            "partly",
            "Checks were not made.",
            "point 1 is accepted in part, and the text reads as it did when it came in",
        ),
        ("accepted", "Checks were made.", ""),
        (
            "accepted",
            "They met. Checks were not made.",
            "point 1 is accepted, and the words that it is about are still there",
        ),
        ("accepted", "They met. Checks were not made before February.", ""),
        ("accepted", "In two cases checks were not made.", ""),
        ("partly", "They met. Checks were not made.", ""),
        ("not", "Checks were not made.", ""),
        ("", "Checks were not made.", ""),
    ],
)
def test_an_accepted_point_whose_text_was_left_as_it_was_is_to_be_looked_at(
    workspace: Workspace, point: str, decision: str, then: str, told: str
) -> None:
    if decision:
        accuracy.decide(workspace, point, "slip", decision, REASON)
    text = only(workspace).entity[1]
    workspace.editor.set("finding", text, "text", then)
    assert left(workspace) == ([("finding", "were not made", told)] if told else [])


def test_a_point_on_a_recommendation_or_without_words_is_looked_at_and_one_whose_text_went_is_not(
    workspace: Workspace,
) -> None:
    made = findings.add_recommendation(workspace, "The board")
    workspace.editor.set("recommendation", made, "text", "appoint somebody by May who reads every plan of every child")
    point = accuracy.add(workspace, "It is appointed.", about=f"recommendation/{made}")
    other = accuracy.add(workspace, "Thank you.")
    for one in (point, other):
        accuracy.decide(workspace, one, "fact", "accepted", REASON)
    ((entity, said, right),) = left(workspace)
    assert (entity, said) == ("recommendation", "appoint somebody by May who reads every plan of every …")
    assert right.startswith("point 1 is accepted")
    findings.delete(workspace, "recommendation", made)
    assert left(workspace) == []


def test_a_live_figure_that_the_data_corrected_is_not_a_text_left_as_it_was(
    make_workspace: Callable[..., Workspace],
) -> None:
    trafford = make_workspace("Trafford")
    exchange.import_file(trafford, exchange.sample_document())
    made = findings.add_finding(trafford, "2.1", "narrative")
    trafford.editor.set("finding", made, "text", "In [=2.1.2] cases, checks were made.")
    for quoted in ("8 of 15 (53%) cases", "9 of 15 (60%) cases"):
        point = accuracy.add(trafford, "Not so.", about=f"finding/{made}", quoted=quoted)
        accuracy.decide(trafford, point, "fact", "accepted", REASON)
    assert [said for _, said, _ in left(trafford)] == ["9 of 15 (60%) cases"]


def test_the_text_of_a_point_is_seen_as_the_service_reads_it(make_workspace: Callable[..., Workspace]) -> None:
    """It stood there with what its figures are of, and the service asks about what they say."""
    trafford = make_workspace("Trafford")
    exchange.import_file(trafford, exchange.sample_document())
    made = findings.add_finding(trafford, "2.1", "narrative")
    typed = "In [=2.1.2 percent] of cases^[By [=2.1.2].] and [=2.1.1|8 of 9|as the panel saw it], checks were made."
    trafford.editor.set("finding", made, "text", typed)
    id_ = accuracy.add(trafford, "It was more.", about=f"finding/{made}", quoted="60% of cases")
    (row,) = (row for row in accuracy.rows(trafford) if row.id == id_)
    assert row.now == typed
    read, effect = accuracy.as_read(trafford, row)
    assert [effect] == accuracy.effects(trafford, [row])
    assert (read.before, read.now) == ("In 60% of cases and 8 of 9, checks were made.",) * 2


def test_a_comment_is_one_point_however_often_it_is_taken(people: Team) -> None:
    said = Said("k1", "2.1 Assessing", "The service", "", "Not so.", "were not made")
    ben = people.colleague("Ben")
    accuracy.take_comment(people.lead, said)
    accuracy.take_comment(people.lead, said)
    accuracy.take_comment(ben, said)
    people.exchange()
    assert [len(accuracy.rows(w)) for w in people.workspaces] == [1, 1]
    assert only(ben).source == "The service"


def test_a_point_that_is_deleted_is_gone_and_undo_brings_it_back(workspace: Workspace, point: str) -> None:
    accuracy.delete(workspace, point)
    assert accuracy.rows(workspace) == []
    workspace.editor.undo("point", point)
    assert only(workspace).said == "Checks are made."


@pytest.mark.parametrize("ending", accuracy.ENDINGS)
def test_the_reply_says_what_was_told_done_and_why_and_nobody_who(people: Team, point: str, ending: str) -> None:
    lead, cai = people.lead, people.colleague("Caradoc")
    assert refused(lambda: accuracy.reply(lead, NOON, ending)) is Code.POINT_OPEN
    accuracy.decide(lead, point, "slip", "partly", REASON)
    people.exchange()
    accuracy.sign(cai, point)
    people.exchange()
    made = accuracy.reply(lead, NOON, ending)
    assert made == accuracy.reply(lead, NOON, ending)
    text = " ".join(read(made, ending).split())
    for words in ("Checks are made.", "Accepted in part", REASON, "Slip", "Reply to the service"):
        assert words in text
    for private in ("Caradoc", "Ruth", "C01", lead.id):
        assert private not in text


def test_the_reply_says_of_each_point_in_which_section_and_on_which_page_of_the_copy_it_is(
    people: Team, make_workspace: Callable[..., Workspace]
) -> None:
    """A service with forty points had to look for each."""
    lead, cai = people.lead, people.colleague("Cai")
    exchange.import_file(lead, exchange.sample_document())
    inspection, copy = copies.of_workspace(lead, Scope.SERVICE)
    pdf = PdfReader(io.BytesIO(reports.draft_findings(lead.framework, inspection, NOON, copy=copy)))
    printed = [" ".join(page.extract_text().split()) for page in pdf.pages]
    finding = next(row for row in lead.findings() if row.group == "2.3" and row.kind == "narrative" and row.text)
    words = " ".join(finding.text.split()[:6])
    asked = lead.recommendations()[-1]
    points = [
        accuracy.add(lead, "Not so.", about=f"finding/{finding.id}", quoted=words),
        accuracy.add(lead, "Done.", about=f"recommendation/{asked.id}"),
        accuracy.add(lead, "Thank you."),
    ]
    lead.editor.set("finding", finding.id, "text", "Rewritten since, and much shorter.")
    for one in points:
        accuracy.decide(lead, one, "slip", "accepted", REASON)
    people.exchange()
    for one in points:
        accuracy.sign(cai, one)
    people.exchange()
    document = Document(io.BytesIO(accuracy.reply(lead, NOON, ".docx", allow=True)))
    where = [row.cells[1].text for table in document.tables for row in table.rows[1:]]
    page = next(number for number, text in enumerate(printed, 1) if words in text and number > 2)
    other = next(number for number, text in enumerate(printed, 1) if " ".join(asked.text.split()[:6]) in text)
    assert where == [f"2.3 Delivery, page {page}", f"Recommendations, page {other}", "The draft"]


def read(made: bytes, ending: str) -> str:
    if ending == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    document = Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts = [*document.sections[0].footer.paragraphs, *document.paragraphs]
    return "\n".join([*(paragraph.text for paragraph in parts), *cells, document.core_properties.author])


@pytest.mark.parametrize("place", ["said", "quoted", "reason", "notice"])
def test_the_reply_is_not_written_where_words_may_identify_somebody(
    people: Team, point: str, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """In whatever it prints; the words that a point quotes were not looked at."""
    lead = people.lead
    accuracy.decide(lead, point, "information", "not", REASON)
    entity, of = ("inspection", "inspection") if place == "notice" else ("point", point)
    lead.editor.set(entity, EntityId(of), place, "Ask on 07700 900123 or at M1 1AA.")
    monkeypatch.setattr(accuracy, "refuse_open", lambda _: None)
    assert refused(lambda: accuracy.reply(lead, NOON, ".docx")) is Code.MAY_IDENTIFY
    assert accuracy.reply(lead, NOON, ".docx", allow=True)


def test_the_reply_has_the_kinds_in_their_order_and_says_what_it_is(workspace: Workspace) -> None:
    """They stood by the alphabet, so that the first point came last; and each page said that it is a copy to be checked."""
    answers = [Answer(n, str(kind), "Said.", "", "", "") for n, kind in enumerate(reversed(KINDS.values()), start=1)]
    made = compose(workspace.framework, workspace.inspection(), answers, NOON)
    assert [heading.text for heading in made.headings[1:]] == [str(kind) for kind in KINDS.values()]
    assert made.copy == "Reply to the service on factual accuracy, not for publication"


def test_no_copy_of_the_draft_tells_a_point(workspace: Workspace, point: str, tmp_path: Path) -> None:
    workspace.editor.set("point", point, "reason", "canaryreason")
    for scope in Scope:
        inspection, copy = copies.of_workspace(workspace, scope)
        made = reports.draft_findings(workspace.framework, inspection, NOON, copy=copy, ending=".html")
        assert b"canaryreason" not in made


def test_points_are_found_by_search_and_a_deleted_one_is_not(workspace: Workspace) -> None:
    point = accuracy.add(workspace, "The board met in Wexborough.", quoted="The board met in Kendal.")
    accuracy.decide(workspace, point, "slip", "accepted", "The minutes of Ambleside say so.")
    for word in ("Wexborough", "Kendal", "Ambleside"):
        rows = [row for group in find(workspace, word).groups for row in group.rows]
        assert [(row.entity, row.id) for row in rows] == [("point", point)], word
    accuracy.delete(workspace, point)
    assert find(workspace, "Wexborough").groups == ()


def test_points_go_with_the_document_and_come_in_undecided_by_whoever_signed(
    workspace: Workspace, make_workspace: Callable[..., Workspace], tmp_path: Path
) -> None:
    point = accuracy.add(workspace, "The board met in May.", "slip", quoted="in June", source="The YJS")
    accuracy.decide(workspace, point, "slip", "accepted", "The minutes say so.")
    exchange.export(workspace, path := tmp_path / "out.json")
    told = json.loads(path.read_text("utf-8"))["points"]
    assert [{k: v for k, v in one.items() if k != "day"} for one in told] == [
        {"kind": "slip", "quoted": "in June", "said": "The board met in May.", "source": "The YJS",
         "decision": "accepted", "reason": "The minutes say so."}
    ]  # fmt: skip
    other = make_workspace("Another")
    exchange.import_file(other, path)
    exchange.import_file(other, path)
    (row,) = accuracy.rows(other)
    assert (row.said, row.reason, row.decided, row.signed_off) == (
        "The board met in May.",
        "The minutes say so.",
        True,
        False,
    )
