"""Case packs of an open inspection, and the lines in which a pack is keyed in."""

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_facts, marking
from inspector_app.core.services.documents import paper
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

AS_AT = datetime(2026, 3, 10, 9, 30)


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture
def case(workspace: Workspace) -> str:
    """C01 with a note, an answer and somebody interviewed."""
    case = workspace.case_id("C01")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "Seen with the case manager.")
    person = f"{case}/abc"
    values = {"role": "Case manager", "day": "2026-03-10", "note": "Knew of the exclusion."}
    workspace.editor.do(person, [Edit("interview", person, f, v) for f, v in values.items()], Verb.ADD)
    return case


def test_a_blank_pack_holds_nothing_of_what_is_stored(workspace: Workspace, case: str) -> None:
    said = text(paper.pack(workspace, [case], filled=False, as_at=AS_AT))
    assert "Case C01" in said
    assert "☒" not in said
    assert "Seen with" not in said
    assert "Knew of" not in said


def test_a_filled_pack_holds_answers_notes_and_people(workspace: Workspace, case: str) -> None:
    said = text(paper.pack(workspace, [case], filled=True, as_at=AS_AT))
    assert said.count("☒ Yes") == 1
    assert "Seen with the case manager." in said
    assert "Case manager, 10 March 2026 Knew of the exclusion." in said


def test_somebody_whose_interview_was_deleted_is_not_in_it(workspace: Workspace, case: str) -> None:
    case_facts.remove_interview(workspace, f"{case}/abc")
    assert "Knew of" not in text(paper.pack(workspace, [case], filled=True, as_at=AS_AT))


def test_several_cases_stand_in_the_order_asked_each_in_its_own_sample(workspace: Workspace) -> None:
    cases = [workspace.case_id(ref) for ref in ("V01", "C02")]
    said = text(paper.pack(workspace, cases, filled=False, as_at=AS_AT))
    assert said.index("Case V01, page 1 of") < said.index("Case C02, page 1 of")
    assert "8J" in said
    assert "53R" in said


def test_equal_data_gives_equal_bytes_and_no_file_is_made(workspace: Workspace, case: str, tmp_path: Path) -> None:
    before = {p for p in tmp_path.rglob("*") if p.is_file()}
    first, second = (paper.pack(workspace, [case], filled=True, as_at=AS_AT) for _ in range(2))
    assert first == second
    assert {p for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_second_markers_pack_holds_their_own_answers_only(people: Team) -> None:
    lead = people.lead
    tom = people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    lead.editor.set("case", case, "inspector", lead.me)
    lead.editor.set("prompt", f"{case}/2.1.1/a", "answer", "no")
    lead.editor.set("prompt", f"{case}/2.1.1/a", "note", "the first wrote this")
    person = f"{case}/abc"
    lead.editor.do(person, [Edit("interview", person, "note", "told to the first")], Verb.ADD)
    marking.ask(lead, case, tom.me)
    people.give(lead, tom)
    keyed = paper.keyed(tom, case)
    assert keyed.blind
    tom.editor.set(keyed.lines[1].entity, keyed.lines[1].id, "answer", "yes")
    tom.editor.set(keyed.lines[9].entity, keyed.lines[9].id, keyed.lines[9].text_field, "what the second saw")
    said = text(paper.pack(tom, [case], filled=True, as_at=AS_AT))
    assert said.count("☒") == said.count("☒ Yes") == 1
    assert "what the second saw" in said
    assert "the first" not in said
    assert "Second marker Tom Okafor" in said
    tom.editor.set("interview", case_facts.add_interview(tom, case), "note", "what the second heard")
    assert "what the second heard" in text(paper.pack(tom, [case], filled=True, as_at=AS_AT))
    people.give(tom, lead)
    said = text(paper.pack(lead, [case], filled=True, as_at=AS_AT))
    assert "told to the first" in said
    assert "what the second" not in said


def test_a_contested_answer_is_said_and_not_chosen(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    lead.editor.set("prompt", f"{case}/2.1.1/a", "answer", "no")
    tom.editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
    people.exchange()
    assert paper.keyed(lead, case).lines[0].contested
    said = text(paper.pack(lead, [case], filled=True, as_at=AS_AT))
    assert "☒" not in said
    assert "contested: two people wrote different things" in said


def test_lines_to_key_in_are_those_of_the_pack(workspace: Workspace, case: str) -> None:
    keyed = paper.keyed(workspace, case)
    assert [line.number for line in keyed.lines] == list(range(1, 54))
    first, own = keyed.lines[0], keyed.lines[9]
    assert (first.code, first.entity, first.id, first.text_field) == ("1X", "prompt", f"{case}/2.1.1/a", "note")
    assert (first.answer, first.note) == ("yes", "Seen with the case manager.")
    assert (own.entity, own.id, own.text_field) == ("judgement", f"{case}/2.1.1", "rationale")


def test_what_no_pack_can_be_made_of_is_refused_in_a_sentence(workspace: Workspace, make_workspace) -> None:
    fji = make_workspace("Another", "fji-2014")
    fji.framework = replace(fji.framework, standards=tuple(s for s in fji.framework.standards if s.sample is None))
    case = fji.add_case("A1", "cases")
    assert paper.cases_with_lines(fji) == []
    attempts = [
        (Code.NO_CASE_QUESTIONS, lambda: paper.pack(fji, [case], filled=False, as_at=AS_AT)),
        (Code.NO_CASE_QUESTIONS, lambda: paper.keyed(fji, case)),
        (Code.NO_CASES, lambda: paper.pack(fji, [], filled=True, as_at=AS_AT)),
        (Code.CASE_UNKNOWN, lambda: paper.pack(workspace, ["gone"], filled=True, as_at=AS_AT)),
        (Code.CASE_UNKNOWN, lambda: paper.keyed(workspace, "gone")),
    ]
    for code, attempt in attempts:
        with pytest.raises(Expected) as refused:
            attempt()
        assert refused.value.code is code


def test_cancelling_leaves_nothing(workspace: Workspace) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Cancelled):
        paper.pack(workspace, [workspace.case_id("C01")], filled=False, as_at=AS_AT, ticket=ticket)


@pytest.mark.parametrize(
    ("framework", "sample", "asked"),
    [("fji-2014", "cases", ["T1", "T2", "T3", "T4", "T6"]), ("yos-2018", "resettlement", ["4.1"])],
)
def test_a_case_without_key_questions_is_printed_and_keyed_in_by_theme(
    framework: str, sample: str, asked: list[str], make_workspace
) -> None:
    workspace = make_workspace("Older", framework)
    case = workspace.add_case("A1", sample)
    assert [line.question for line in paper.keyed(workspace, case).lines] == asked
    workspace.editor.set("judgement", f"{case}/{asked[0]}", "answer", "no")
    workspace.editor.set("judgement", f"{case}/{asked[0]}", "rationale", "Nobody asked the child.")
    for filled in (False, True):
        made = paper.pack(workspace, [case], filled=filled, as_at=AS_AT)
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
        assert all(workspace.framework.by_ref[ref].title in " ".join(text.split()) for ref in asked)
        assert ("Nobody asked the child." in " ".join(text.split())) is filled
